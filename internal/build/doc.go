// Package build takes a site's folder all the way to a published one.
//
// [Run] is the table of contents: open the folder, load the data, read what is
// above the bodies of the documents, outline the site, share it out into units,
// print its PDFs, make the units, check what is known of all of them, publish. An author's mistakes come back as
// problems in the [Result]; an error means that the world failed, or, as a
// [UsageError], that the folders that were asked for make no sense.
//
// # Reading
//
// Everything is read through an [os.Root] at the site's folder, so that no
// link and no path leads out of it. Names that begin with a dot are not part
// of the site. Anything else that is found under content/ and is neither
// Markdown nor an upload is reported, never skipped in silence.
//
// [Read] and [ReadOther] stop when the site is assembled: for a comparison of a
// site with what it was. A site of the past is read from git, blob by blob, into
// memory; git's filters and attributes, which the repository could have been
// given by anybody, have no part in it.
//
// # Recording
//
// [Record] goes the road of a check, and then writes what an edition shows into
// data/published/, beside the file and moved in. The text is made by package record.
// [Import] and [Correct] write observations in the same way, as package intake has made
// them of a table or of one value; [Correct] joins the site with and without the value
// before, so that what comes of it can be told.
//
// # New files
//
// What is begun, as by [NewReport], is written by place (newfiles.go): all of its files
// or none, and none in the place of one that is there.
//
// # Work
//
// A unit is what is opened, checked, drawn and closed together (unit.go): an edition
// with its sections and its print edition, or one other page. Its bodies are parsed,
// the rules over words applied, its files made and staged; then its texts are let go,
// so that memory does not grow with the site beyond what must be known of each page.
// Lists, pages of data and sources, and files without a page come last, when all
// other pages have told what they show. Units are made by a bounded number of
// workers. Each result has its place in a list, so that neither bytes nor problems
// depend on how many there are. The stage of package publish is published when every
// rule has passed, and thrown away otherwise.
//
// Pictures of dots are the slowest files. They are drawn when Options.Images
// asks for them, before the pages of their unit, which tell their sizes. With
// OnDemand pages link them all the same, and [Result.Picture] draws one when it is
// asked for. So it is with the files of the open data: without OnDemand they are made
// with the pages that offer them.
//
// PDFs of editions are printed after the pictures, one after the other, when
// Options.PDFs asks for them; [PDF] makes one alone. The browser that prints gets
// the files of the plan, made as it asks for them: nothing needs to be published. With
// a cache, a PDF is printed again only where the browser, or a file that it read, is
// another one (keptpdf.go).
package build
