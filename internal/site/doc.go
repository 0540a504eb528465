// Package site joins words and numbers: documents and observations become a
// [Site] of pages with addresses, neighbours, evaluated figures and chosen
// chart cells. Rules look at it, render draws it; neither changes it.
//
// # Addresses
//
// A page's route begins and ends with a slash and is relative to the site's
// root: "/reports/2023-q1/serbia/". Files keep their name: "/uploads/map.png".
// Standing pages drop "pages/", so content/pages/about.md is "/about/".
//
// # Texts
//
// Every piece of Markdown, a body or a string of the front matter, becomes a
// [Text]: its figures evaluated in the scope of its page (area, period, base
// of comparison), its headings named, its chart blocks turned into [Chart]s.
// A figure that cannot be evaluated is a problem, and its value has Failed
// set, so that the page can still be made to look for more problems.
//
// # Charts
//
// A block asks for cells by names; selection.go and its neighbours look them up
// (areas, periods, parts), fields.go refuses what has no effect in a chart of its
// type, shape.go what no chart of the type can show. layout.go arranges what is
// left as rows and series. Bars, lines, small multiples and maps are grids of
// observations (grid.go); changes and dumbbells are pairs (change.go); stacked
// charts and donuts are wholes and their parts (parts.go, fold.go, stack.go). Of
// each comes a chart.Spec for the drawing and a [Table] with the same values,
// and in words what a reader must know of them: subtitle.go, coverage.go,
// remarks.go.
//
// A chart has a name that is its own on its page (name.go): its id:, else one made
// of what it shows, never of values, since files and links are called by it.
// Templates ask for charts with [Site.ChooseChart], for the course of an indicator
// with [Site.Trend], region pages for [Site.Locator], and the page of an indicator
// for its [Site.Courses], its [Site.Coverage] and its [Site.IndicatorChart]. Words such as "most countries" and the need for a note
// are judged by package check, from the Lacking and Mixed of a Chart.
//
// A problem stands at the word of the block that causes it, never at its
// backticks, unless there is no word. One mistake is one problem: what follows
// from it is not looked at.
//
// # Drafts
//
// On a page that [Page.IsDraft] says is a draft, a cell that the data does not have yet
// is a warning: the figure's value Wants it, a chart that has nothing at all is NotYet
// and keeps its place, a key figure has no Now. A cell that says why it has no value is
// an error there as elsewhere. See notyet.go.
//
// # Sources
//
// [Site.Citing] tells of each source which observations come from it and which
// pages of words draw on it: by what they show, by citations, by an article's
// source. The page of sources and the rule unused-source read it.
//
// # What was published
//
// [Page.Shown] and [Edition.Shown] are the observations that words, charts and
// tables rest on. [Edition.Unrecorded] are those that the edition's record lacks;
// [Page.Revisions] those revisions that came after the edition had published a value
// which the page shows, or, outside of editions, all of what it shows.
//
// # Facts
//
// While a page is drawn, render notes what it links to, which ids it has and
// which images it shows in a [Facts] value; the rules on pages read those.
package site
