// Package figure is the language of figures and claims: what stands between
// the braces of {{ … }}, what it comes to, and whether an author's words agree
// with it.
//
// # Grammar
//
//	expression = "period" [ time ] [ "|" "months" ]
//	           | INDICATOR { AREA | time | PART } [ "|" format ] .
//	time       = PERIOD | "year-before" | "previous" .
//	format     = comparison [ time ] | "share" | "about" | "words"
//	           | "top" NUMBER DIMENSION .
//	comparison = "change" | "increase" | "rose" | "more" | "times" .
//
// INDICATOR is an id of data/indicators.yaml, or "headline": the headline
// indicator of the area's chapter in the edition. AREA is an id of
// data/areas.yaml, of an area or a group. PERIOD is as package period reads it.
// PART is a dimension, "=" and one of its categories, written in one word:
// age=children. NUMBER is 1 to 10.
//
// Words are separated by spaces, except around the bar, where there may be none.
// The order behind the indicator is free; an expression names at most one area,
// one time, and one category of a dimension. What is not said is the page's:
// its area, its period. A relative time in front of the bar is seen from the
// page's period; behind the bar, from the figure's.
//
// # Comparisons
//
// change, increase, rose, more and times compare with the edition's base of
// comparison, the year before unless it says otherwise; a time after the word
// names another. Counts are compared in per cent, shares in percentage points.
// From a base under the small_base threshold of data/site.yaml both counts are
// written behind the change, and from tenfold on the multiple takes the place
// of the percentage. From zero there is no percentage. A change that is not
// zero but rounds to it reads "little changed". In a table of changes and on an
// axis, both values stand beside the change, and it stays a percentage. times has one decimal, and from
// ten on none; what is under two at that decimal is refused. An indicator of measure change is a
// change already.
//
// A comparison is not of like with like where one side has another definition
// (status D) and the other has not, or by another note; and where a new series
// (status B) begins after the earlier side: with the later one or anywhere
// between, in the cell or in a total that it is a part of. The value then lists
// those observations, and the page says so. A base that itself begins the new
// series is like what follows. An estimate (E, F, I, P, U) on either side makes
// the comparison an estimate.
//
// # Sums
//
// A group, or a longer period, that has no observation of its own is summed
// from its members, or from its quarters or months, where the indicator's add
// allows it and every part is there. A stock is never summed over time.
// Otherwise it is a problem: where the parts are there and may not be added up,
// of the rule not-additive, with the indicator's caveat; where one is missing,
// with its name.
//
// # Numbers
//
// All arithmetic is exact and rounds once, half away from zero. Percentages of
// change and computed shares are whole; a published number keeps the decimals
// it was published with. A share under one, but not zero, reads "less than 1%".
// about keeps two significant digits. Thousands are grouped by commas, a minus
// is U+2212, and a no-break space keeps a number to its word. Every page writes
// a number by the same functions, so it reads the same in a text, in a table and
// on a chart: [Written], [WrittenNumber] and [ChangeBetween] for the last two.
//
// # Lists
//
// top lists the largest parts of a cell. It is a problem where they are not
// known: a part has no value, counts stand beside shares, or the list would be
// cut between two parts of one size.
//
// # Claims
//
// The words of a claim are understood wholly or not at all: every number and
// every word of direction is compared with the value, and a word that is not
// understood is a problem, never a pass. The very words that the figure would
// have had agree with it. Otherwise, with the words of package locale:
//
//	claim    = { item } .
//	item     = quantity | ( "of" | "by" ) quantity | ( "from" | "to" ) quantity
//	         | direction | level | filler | name .
//	quantity = [ colour ] [ hedge ] [ article ] ( fraction | multiple | number [ scale ] [ unit ] ) .
//	colour   = "only" | "just" | "a total of" | "as many as" | "exactly" | … .
//	level    = "no change" | "the same" | "little changed" | "hardly changed" | "as many" | … .
//
// There is room for one quantity, one direction, one "from" and one "to". A
// name is a word of the unit, the indicator, the category or the area of what
// the value rests on. Fillers are articles, forms of be and have, "in", "and",
// "number", "people" and the like. Denials ("not"), "than", "or" and other words
// that would change what a number says are neither. A colour leaves a number
// what it is, but for "exactly": what follows it is not rounded. "no", "none"
// and "nobody" are 0, and only 0.
//
// A number is in digits (16,216 or 5.5), or in words to 999,999, or either
// before "thousand", "million" or "billion". It is compared at the decimals
// that are written: 5.5% is what rounds to it, half away from zero, and 1.2
// million is all from 1,150,000 to under 1,250,000. Whole thousands are exact:
// "16 thousand" and "16,000" are 16,000 and nothing else. "two and a half" is 2.5.
//
// The unit must be that of the value: none for a count; "%", "per cent" or
// "percent" for a share or a change; "percentage points" or "pp" for the
// difference of two shares; "times" for a multiple.
//
// # Direction
//
// A change needs a direction: a sign, a verb ("rose"), a noun ("a reduction
// of") or an adjective ("fewer"). Without one it means upward. A minus beside a
// word of direction says the same twice and is refused. A direction alone needs
// a change of its sign that does not round to nothing as it is shown;
// "unchanged" and "as many" need none at all, and "little changed" one that is
// not none but rounds to 0%. The counts of the two periods may stand beside a
// change or alone, "rose from 84 to 237", and are compared like other numbers.
// Over a plain count "rose to 16,216" is refused: the base is not known there.
//
// The words next to the brackets count as well. "fell by", "fell sharply by",
// "an increase of", "a drop in arrivals of", "the decline was", "down" just
// before them, and "fewer", "more", "decrease" just behind, are the direction
// of a claim that has none, and must not contradict one that has. Between them
// may stand what only colours the number, "fell by a full". A comma or another
// sign between ends it. "rose to" before a change is refused. A hedge before the
// brackets must be true of a value that agrees with the plain number, except
// where it may be a preposition of place ("over", but not "were over"); what
// only the hedge would make true belongs into the brackets, and the hint says
// so. "87% more than" and "more than the" compare, and are no hedges.
//
// # Words around
//
// [CheckAround] looks at the words next to figures and claims alike: at what is
// read as a part of the number (a sign, a digit, "%", "thousand"), and at a
// denial that goes with it ("did not fall by", "failed to"). A figure that has a
// direction of its own wants no second one beside it, and a figure no bound: it
// is the value itself, save that an estimate that is a round number may be the
// bound that its source gives. [Turn] looks at words that lead from one number of
// a cell to another, "rose from 84 to 237", "237, up from 84".
//
// # Hedges
//
// A hedged number N allows, of the size of the value and never across its sign:
//
//	about, around, some, roughly,       what rounds to N at its last digit that is not
//	approximately, circa, an estimated  zero, and is at most 10% of N away from it
//	more than, over, above, exceeding,  over N, to 1.25 N
//	in excess of, upwards of
//	at least, no fewer than,            N to 1.25 N
//	no less than, not less than
//	nearly, almost, not quite,          N less 5% to under N
//	close to, just under,
//	slightly less than
//	just over, slightly more than,      over N to N and 5%
//	a little over
//	fewer than, less than, under,       0.8 N to under N
//	below
//	at most, up to, no more than,       0.8 N to N
//	not more than
//
// "nearly" and "just over" may be one off where N is a count up to 20. Where N
// is at most 10, and no multiple, "fewer than" and "up to" allow all down to,
// but not, zero. A multiple that is "more than" or "at least" N may be
// anything under the next whole one, where that is over 1.25 N: "more than
// doubled" is over 2 and under 3. "about two and a half" rounds to halves. No hedge allows zero, and zero cannot be hedged.
//
// # Fractions and multiples
//
// A fraction is "half", "a third" to "a hundredth", "two thirds", "two in five",
// "9 out of 10". It stands for a share or, with a word of direction, for the
// size of a change, and is compared at the whole per cent: a third is 33%.
// Where it is hedged N is 100/3 and not 33: "about", "nearly" and "just over"
// allow 3 percentage points, the others what they allow of other percentages.
// "halved" is a fall by half. "half as many" and "half the number" compare with
// what was before, and so does every fraction with such words.
//
// A multiple is "doubled" to "quintupled", "twice", "eleven times as many",
// "tenfold", "11-fold". It stands for a change, of which it is now divided by
// before, or for the format times. A plain one is compared at one decimal:
// "eleven times" agrees with 10.987 and "tenfold" does not. "three times more",
// "rose three times" and "fell threefold" can be read in two ways, and are
// refused.
package figure
