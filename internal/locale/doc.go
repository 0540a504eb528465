// Package locale writes numbers, dates and lists as the readers of a language
// expect them, and knows the words in which people write of numbers: number
// words, fractions, multiples, hedges, directions. English is the one language
// so far.
//
// Numbers are written from their exact decimals: digits are grouped here, and
// never pass through a float. A negative number carries a minus sign (U+2212),
// and a number keeps to its unit with a no-break space (U+00A0).
package locale
