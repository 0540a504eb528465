// Package figure is the language of figures and claims: what stands between
// the braces of {{ … }}, what it comes to, and whether an author's words agree
// with it.
//
// # Grammar
//
//	expression = subject [ "|" format ] .
//	subject    = "period" [ time ] | indicator { area | time | category } .
//	indicator  = id of data/indicators.yaml | "headline" .
//	area       = id of data/areas.yaml .
//	time       = PERIOD | "year-before" | "previous" .
//	category   = dimension "=" id .
//	format     = ( "change" | "increase" | "rose" | "more" | "times" ) [ time ]
//	           | "share" | "top" NUMBER dimension | "about" | "words" | "months" .
//
// PERIOD is as package period reads it. Words are separated by spaces; their
// order after the indicator is free. What is not said is the page's: its area,
// its period. "headline" is the headline indicator of the area's chapter.
//
// # Comparisons
//
// change, increase, rose, more and times compare with the edition's base of
// comparison, the year before unless it says otherwise; a time after the word
// names another. Of two shares the difference is in percentage points. From a
// base under the small_base threshold of data/site.yaml the counts are written
// behind the change, and from tenfold on the multiple takes the place of the
// percentage. From zero there is no percentage. A change that is not zero but
// rounds to it reads "little changed". An indicator of measure change is a
// change already.
//
// # Sums
//
// A group, or a longer period, that has no observation of its own is summed
// from its members, or from its quarters or months, where the indicator's add
// allows it and every part is there. Otherwise it is a problem that quotes the
// indicator's caveat.
//
// # Numbers
//
// All arithmetic is exact and rounds once, half away from zero. Percentages
// are rounded to whole ones; a share under one reads "less than 1%".
//
// # Lists
//
// top lists the largest parts. It is a problem where they are not known: a part
// has no value, counts stand beside shares, or the list would be cut between
// two parts of one size.
//
// # Claims
//
// The words of a claim are understood wholly or not at all. The very words that
// the figure would have had agree with it. Otherwise a claim holds one
// number, in digits (16,216 or 5.5) or in words up to a hundred, with the sign
// that its value has ("%" or "per cent", "percentage points"), and one word of
// direction where the value is a change: "a reduction of 36%" needs a change
// of −36, and a change without sign or word means upward. A number is compared
// at the decimals that are written. A direction alone ("fell") needs a change
// that does not round to nothing. Beside these there may be articles, and the
// names of what is counted: units, indicators, categories. A word that is not
// understood is a problem, never a pass: hedges, fractions and multiples are
// not understood yet, and neither are "rose to", "from" and "than".
package figure
