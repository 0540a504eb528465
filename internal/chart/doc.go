// Package chart turns numbers and labels into a chart: an SVG picture, drawn once for wide and once for narrow screens,
// and a text alternative. The data table beside it is the caller's, since its values lead to their sources.
//
// # What it draws
//
// A [Spec] says what a chart shows: rows (countries, months), one or more series with a point for each row, and words.
//
//   - [Change]: a percent change for each row, as bars to both sides of zero. Up is blue, down is orange. A bar that
//     would flatten the others is cut short, with a break mark, and shows its two counts: [Cut] tells which, [Row].Note holds them.
//   - [Bar]: up to five series of bars from a zero baseline. Of two series the first is what the second is compared
//     with, and is drawn in grey. Of three and more the bars of the first row are named, where that has room, instead of
//     a legend.
//   - [Dumbbell]: two series as two dots a row, the first hollow, and an arrow to the second. The axis begins at zero, as
//     bars do, so that a long arrow is a large change and not a short axis.
//   - [Stacked]: parts of a whole, one to five and a remainder, as counts or as 100 %. Shares are rounded each by itself,
//     so that a share reads the same in every chart; where they do not add up to 100, the chart says so.
//   - [Donut]: parts of one whole, five and a remainder at most, with the whole in the middle.
//   - [Line]: up to twelve series over time, labelled at the end, with gaps where a value is missing.
//
// [Spec.Validate] says in words what cannot be drawn; [SVG] draws nothing that does not pass it. [Alternative]
// gives the same figures in words, for those who do not see the picture. Labels and values are formatted by the caller;
// axis ticks by the locale.
//
// # What it writes
//
// The SVG holds no style attribute and no colour: every mark has a class, and the stylesheet templates/assets/chart.css
// gives the classes their look on the screen (light, dark, forced colours) and in print. So a strict
// Content-Security-Policy holds, and one drawing serves all of them. Text sizes are fixed here, since text is measured,
// and repeated in the stylesheet; a test compares the two. Every id starts with the prefix that the caller gives.
//
// The same Spec gives the same bytes on every machine: coordinates are integers in tenths of a pixel, text is measured
// with the advances and kerning of package typeface, and products that feed a sum are converted first, so
// that no processor fuses them. Drawing shares nothing that changes: any number of charts can be drawn at once.
//
// # What it uses of go-chart
//
// go-chart (github.com/wcharczuk/go-chart/v2) is the drawing kit: its Renderer interface, implemented here for SVG; its
// ContinuousRange, a new one for each drawing; its Tick and its Box. Not more, because its own charts and its SVG renderer
// do not escape text, put styles on every element, cannot be read aloud, start bars at the smallest value, and parse a
// font for every word they measure. No other package imports it, so that it can be replaced here.
package chart

//go:generate go run stylesheet_gen.go
