// Package chart turns numbers and labels into a chart: an SVG picture, drawn once for wide and once for narrow screens,
// and a text alternative. The data table beside it is the caller's, since its values lead to their sources.
//
// # What it draws
//
// A [Spec] says what a chart shows: rows (countries, months), one or more series with a point for each row, and words.
//
//   - [Change]: a percent change for each row, as bars to both sides of zero. Up is blue, down is orange. A bar that
//     would flatten the others is cut short, with a break mark, and shows its two counts: [Cut] tells which, [Row].Note
//     holds them.
//   - [Bar]: up to five series of bars from a zero baseline. Of two series the first is what the second is compared
//     with, and is drawn in grey. Of three and more the bars of the first row are named, where that has room, instead of
//     a legend.
//   - [Dumbbell]: two series as two dots a row, the first hollow, and an arrow to the second. The axis begins at zero, as
//     bars do, so that a long arrow is a large change and not a short axis.
//   - [Stacked]: parts of a whole, one to five and a remainder, as counts or as 100 %. Shares are rounded each by itself,
//     so that a share reads the same in every chart; where they do not add up to 100, the chart says so.
//   - [Donut]: parts of one whole, five and a remainder at most, with the whole in the middle.
//   - [Line]: up to twelve series over time, labelled at the end, with gaps where a value is missing. Of more than five
//     those that end highest have colours. Labels that would take too much room become numbers, explained below.
//   - [Multiples]: the same as small panels of one series each, on one scale, or each on its own ([Spec].Free), which is said.
//   - [Map]: areas of the world by their code, on an equal-area projection fitted to them, among muted neighbours: circles
//     whose area is the value, for counts; shades of up to five classes, for shares, and for changes, falls in orange and
//     rises in blue; or merely where they are.
//
// An estimate is hatched or dotted and carries an "e", a value of another definition a "d"; the key below says what the
// letters mean. What is missing is left open, with its reason.
//
// [Spec.Validate] says in words what cannot be drawn; what does not pass it is not drawn. [Alternative] gives the
// same figures in words, for those who do not see the picture. Labels and values are formatted by the caller; axis ticks
// by the locale.
//
// # What it writes
//
//   - [Captioned] and [SVG]: a picture in a page, at one of two widths; [Captioned] for a figure that has its title and
//     its words on the page.
//   - [Kept] draws the same for a chart that is shown several times, with less work.
//   - [File] and [PNG]: a [Sheet], a chart with its title above and its sources below, that stands alone.
//   - [CardPNG]: a [Card], the picture that stands for a page where its address is shared.
//   - [Spark]: a tiny line for a sentence or a cell, from the lowest to the highest value instead of from zero.
//   - [Stylesheet]: templates/assets/chart.css.
//
// A picture in a page holds no style attribute and no colour: every mark has a class, and the stylesheet gives the classes
// their look on the screen (light, dark, forced colours) and in print. So a strict Content-Security-Policy holds, and one
// drawing serves all of them. Text sizes are fixed here, since text is measured, and repeated in the stylesheet; a test
// compares the two. Every id starts with the prefix that the caller gives.
//
// Who takes a chart away has no stylesheet. The marks of a file carry their light colours as attributes, and its text is
// outlines, each glyph written once; it holds no style, no typeface and nothing that only a browser understands. A PNG is
// the same in dots, two to a pixel, with a palette of 256 colours: those of the most dots stay exact. Pictures are
// bounded: a chart of very many rows is drawn with one dot to a pixel, or refused. Text on a card is made smaller until
// it fits. A character that the typeface lacks is an error that names it, rather than a box on a published page.
//
// The same Spec gives the same bytes on every machine: coordinates are integers in tenths of a pixel, text is measured
// with the advances and kerning of package typeface, and products that feed a sum are converted first, so
// that no processor fuses them. What drawings share does not show in them (canvases to use again in file.go, outlines in
// fileglyph.go, base maps in mapbases.go): any number of charts can be drawn at once.
//
// # Which file belongs to what
//
// A chart goes from its spec to a plate, which draws marks and words on a canvas and knows nothing of where they end up.
//
//	what is asked for      spec, validate
//	in a page              svg, plate; spark
//	to take away           sheet (what both hold), file, png; card, cardfit, cardrows, cardtrend
//	both at once           kept
//	canvases               canvas, pen (what all know); renderer, trail, escape (SVG); filetext, fileglyph (files);
//	                       raster, rastertext, stroke, painter, indexed (dots)
//	looks                  palette, contrast (colours); rules, rules_bar, rules_line, rules_map (class → look);
//	                       stylesheet (as CSS); look, looksettings (for files and dots)
//	shared by types        measure (text in lines), block, marks, rowhead (a row and its words), reach (of values), valueaxis,
//	                       ticks, keys, legend
//	Change and Bar         bars, barlayout, barvalues, breaks (bars that are cut)
//	Dumbbell               dumbbell
//	Stacked                stacked, stackedlayout
//	Donut                  donut, donutlayout
//	Line                   lines, field (its scales), trace (long lines), timeaxis, linemarks, ends, linenames, peak
//	Multiples              multiples, panel
//	Map                    map, mapfit, mapbase, mapbases (what maps of the same areas share), mapland; mapsymbols,
//	                       mapshades, mapchanges; mapplace, mapseating, mapseats, mapclash, mapbox, mapgrid
//	                       (where labels go); maplabels, mapkey
//	words                  words, gaps, journey (of a line), changewords (ways up and down); barswords,
//	                       dumbbellwords, stackedwords, donutwords, linewords, mapwords
//
// One table of rules says how every class looks, and one of tokens in which colours: [Stylesheet] writes both as CSS, and
// look.go finds from both what a browser would compute. A property or value that look.go does not know is an error in a
// test, and cmd/bulletin compares pages with files in a browser, mark by mark. After a change, go generate.
//
// # Adding a type
//
// Three switches lead to what a type does: Validate (what it cannot draw), plate.draw (the drawing) and the words of
// [Alternative]. Its looks go into a rules_*.go, its examples into the list of examples_test.go, where every test of all
// charts finds them. What else it takes, in package site and in the guide, is listed in .github/CONTRIBUTING.md.
//
// # Lines of many values
//
// A line may have a million values. Of a column of pixels with more than four it draws the first, the lowest, the highest
// and the last, which look the same, so that a path has some four corners a pixel at most (eight where a new series
// begins). A gap is kept where it lies between two columns; one within a column is narrower than a pixel. The words, and
// the caller's table, keep everything.
//
// # Maps
//
// The outlines are those of package geo. What has no code is listed below the map with its value, and so is what has a code but
// no room for its name; of more than a dozen it is said that the names do not fit. A label stands in or by its area, or
// off with a line to it; it never covers another label or a circle, and is never cut. An area too small to be seen gets a ring.
//
// Circles are as large as their neighbours allow, the largest one between 22 and 36 pixels of radius (16 and 25 on narrow
// screens; less where there are more than 30); a value whose circle would be under two pixels gets one of two. Zero is a
// hollow ring, an estimate a tinted circle with a dashed outline. Classes of shades are quantiles (mapshades.go),
// or lie between the bounds of [MapLook], where a bound belongs to the class that it begins; of changes
// ([Axis].Signed) falls are orange and rises blue, the deeper the larger. An area without a figure is hatched.
//
// A border is dashed where the outlines say that it is in dispute, as that between Kosovo (XKX) and Serbia always is, whether
// they are shown or mere neighbours; and all round the areas that [MapLook].Dashed names.
//
// # What it uses of go-chart, and why not more
//
// go-chart (github.com/wcharczuk/go-chart/v2) is the drawing kit: its Renderer interface, implemented here three times,
// for SVG in a page, for SVG files and for dots; its ContinuousRange, a new one for each drawing; its Tick and its Box;
// and the raster context of its package drawing, which fills the areas of PNGs.
//
// Not its charts, which start bars at the smallest value and fail on flat, empty and single data. Not its SVG renderer,
// which does not escape text, puts styles on every element, cannot be read aloud and parses a font for every word it
// measures. And not the rest of its raster renderer: it does not end where a number is none, its lines know neither caps
// nor joins, its curves lose pieces, and its text is filled even-odd, which tears holes into letters, in a size that
// depends on the density, with a default font that races. So lines become areas here (stroke.go), curves become straight
// pieces, letters are the outlines of package typeface, and what is filled is filled by the nonzero rule (raster.go). No
// other package imports go-chart, so that it can be replaced here.
package chart

//go:generate go run stylesheet_gen.go
