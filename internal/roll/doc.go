// Package roll makes the next edition of the last: its files with their words, in
// which figures, claims, charts and links speak of the new period; a mark at
// every sentence that would be wrong there, or may be; and a file of observations
// with an empty place for each cell that is not there yet. It reads a site and
// writes texts; the disk is for package build.
//
// # What moves
//
// A period that an expression, a chart or the front matter names moves by the
// distance of the two editions where it lies in the old period, or in the one
// that this is compared with: in a step from 2023-Q1 to 2023-Q2, 2023-03 becomes
// 2023-06, 2022-Q1 becomes 2022-Q2, and 31 March 2023 becomes 30 June. A range
// of a chart, or a span, that ends in the old period is carried on to where the new
// one ends; its beginning moves too where it lies in the base. All other periods
// are history and stay, but for the edition's own year when the step crosses a
// year's end. {{ period }}, year-before and previous move by themselves.
// Everything else stays byte for byte.
//
// # What is marked, and why
//
// A sentence is marked for what is typed in it, never for a figure, which fills
// itself in. A heading, a list item, a table cell, a title and a note count as
// sentences. The reasons:
//
//   - a claim: its words are of the old value.
//   - a number that nothing binds, in digits or words.
//   - a date: a month, season, quarter or day, with its year where it has one, that
//     does not lie before the base; a year that is the old edition's, or later.
//     A year that a figure of the sentence names, and which stays, is right.
//   - a source that is cited and is of the old period, by its covers: in
//     data/sources.yaml.
//   - a word of time that is about the days of writing: now, still, recently, at the
//     time, has stayed. "In the quarter" and "a year earlier" move along.
//   - a direction in words: rose, grew, an increase, more than before, "a lower
//     count". What {{ … | rose }} says is bound.
//   - a comparison: the largest, the most frequent, the exceptions, "from A to B"
//     over two areas. Where {{ … | top 3 }} names the groups, it is bound.
//   - a size: few, low, small of what is counted; almost all, most and nobody in
//     the past tense.
//   - what a source lacks: no figures, does not say, only … were published.
//   - one finding of several: a later figure, the earlier count.
//   - a judgement: probably, suggests, to be read with care.
//   - an event: the past tense of a main clause without a figure.
//   - a category beside a figure that the figure does not name: {{ children }} boys.
//
// # What is not
//
// Definitions and habits stand in the present tense and name no time, and so stay:
// "Most people enter from Albania". A sentence, or a paragraph, all of whose figures
// are of times that stay is history: its directions and events are those of
// that time. So is an event with a date before the base. A sentence about the
// edition itself ("the text was written anew") holds for the next one as well. A
// literal is marked as no figure, and its reason still holds.
//
// The words by which sentences are told stand in package locale, phrases beside what
// looks for them. They mark too much rather than too little: a mark is read and taken
// out in a moment, and a sentence of the last quarter is found by a reader.
package roll
