// Package largesite writes sites of any size, to measure Bulletin and other
// generators on the same words. Nobody's figures are in them: countries are
// real, so that maps find them, and every value is invented.
//
// # What a site is
//
// A [Shape] says how many report pages there are, over how many countries. Four
// desks, each with a subject of its own and six indicators, publish an edition
// every month: an opening page and a chapter for each country. 10,000 pages of 40
// countries are 244 editions, which is 61 months; the last month is always
// December 2025. The pages are spread evenly over the editions, so the number
// asked for is the number made. Beside them are a home page, twelve snapshots,
// eight articles and four standing pages.
//
// A chapter has front matter with a key figure and a summary, 600 to 900 words
// under headings, a list, links to other chapters, a table of four indicators in
// two periods, eight notes (six citations, two remarks), six figures and claims
// in running text, and a chart. Kinds of chart are mixed as reports mix them:
// mostly lines and bars, a map in one chapter of thirty. What an opening page
// draws is a chart of changes, a map and bars.
//
// The data are monthly values of all indicators and countries, from a year before
// the first edition to the last: a file for each desk and month, with a breakdown
// by age for one indicator of six. 10,000 pages come with 70,080 values and
// 23,360 parts of such. Editions have no day of publication, and so no records of
// what was published, whose files would be larger than all else.
//
// # The same words for Hugo
//
// [Write] writes a site for Bulletin, [WriteHugo] the same for Hugo 0.165: the
// same front matter, headings, words, table, links and notes. Figures and claims
// stand there as the plain numbers that Bulletin makes of them, notes are
// footnotes, and a chart is a paragraph with its title, since Hugo has none. The
// layouts beside this file, in hugo/, make of a page what Bulletin's theme makes
// of it: head with metadata, navigation, breadcrumbs, contents, pager, footer.
// The data are the same files, read by the layouts for names and publisher. What
// Bulletin makes without being asked, the print page of an edition, the page and
// the files of an indicator, the list of sources, Hugo does not make.
//
// # Determinism
//
// A page depends on the shape and its own place alone. The same shape gives the
// same bytes on every machine, with every version of Go.
//
// From the repository:
//
//	go run internal/largesite/write_site.go -pages 10000 -to /tmp/large
//	go run internal/largesite/write_site.go -pages 10000 -to /tmp/large-hugo -hugo
package largesite
