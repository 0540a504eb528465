// Package prose is running text as a reader sees it: [Passage] by passage
// (paragraphs, headings, items, cells, titles, image texts), with figures and
// claims written out, and with the place in the file of every character.
//
// A [Reader] finds in each passage
//
//   - its sentences and their clauses;
//   - its [Number]s: numerals and number words that count or measure something,
//     wherever they come from. A year, a date, a time of day, an ordinal, a
//     number that names a thing (Article 5, COVID-19, page 12), the two columns
//     and one of them are no quantities;
//   - its [When]s: the periods that it names, in whatever words, and those that
//     it tells by how far they are, [Afar]: this year, a year earlier, then.
//     Of each it says whether it stands behind a word that compares, or is all
//     that its sentence begins with.
//
// What is wrong with them is for the rules of package check to say. What words
// mean is told by package locale; the order of words, and the small ones that
// it hangs on ("of", "in", "per"), is that of English.
//
// # What is a quantity
//
// Numerals are quantities unless something says otherwise: percentages, sums,
// ranges, multiples ("three times as many", "doubled"), fractions ("a third
// of", "almost half") and heaps ("dozens of"). So are number words from two on,
// but not before a noun of ordinary speech ("two reasons"), not where the two
// have been spoken of before ("the two countries"), and not as a stretch of
// time ("in two weeks"), unless the sentence speaks of an average. A duration
// in digits is a quantity, a person's age is not. "One" is a quantity only
// where one of those who are counted is meant: "one girl", "of whom one was".
package prose
