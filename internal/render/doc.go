// Package render turns a [site.Site] into the files of a website.
//
// [Plan] lists every file before any is made: pages, the theme's assets,
// uploads, redirects and what search engines read. Making an [Output] touches
// no disk and shares nothing that it changes, so outputs can be made in any
// order by any number of workers.
//
// A page is drawn in two steps: its texts first, in the order in which they
// are read; then the typed view (view.go) goes through the page's template. All links are relative to the page, so a site
// works under any address; only the page for a wrong address, which a host
// shows anywhere, uses the base path.
//
// # Charts
//
// A chart of a text is a figure with both drawings (chart.go), a table and links
// to its files, which lie beside the page: reports/2023-q1/map.svg and .csv
// (files.go, sheet.go, csv.go). They are made with their page, which tells
// their sizes.
//
// Pictures of dots take longer and are apart: [Pictures] lists the PNGs of the
// charts and the cards of pages, for those who want them drawn. A page links the
// [Images] that [Plan] is given, with their sizes; without any it links none. What a
// card shows is said in card.go and trend.go, which page is shared with which in
// social.go. A picture whose words the typeface cannot show is a problem at the
// words.
//
// # The data section
//
// The pages of the data (data.go, their views in dataview.go) bring the files of the
// open data along (datafiles.go), which package opendata makes: an indicator's page
// its own, the opening page those of all, that of an area its observations; on demand
// (DataFiles.Later) they are made when somebody asks for one. What there is of an indicator is drawn as a
// grid and, in the list of all, as a picture (datacoverage.go). Charts everywhere link
// to the rows that they show (chartdata.go). templates/assets/table.js sorts and
// filters the table; only pages with more than one row load it.
//
// # Notes
//
// What is noted on a page, sources and remarks, is kept in notes.go. A mark is
// written as a token, <!--mark 12-->, since only the finished page tells in which
// order a theme shows its parts. It is read for its tokens (places.go): where their
// order is another than the one they were drawn in, the notes are numbered anew and
// the page goes through its template once more, with the list at its foot in the
// right order. Then the tokens are written out, and a copy of each note is put
// beside the line that marks it first (beside.go). The words of remarks are drawn
// after the text, so that remarks can refer to each other without end, and what is
// marked in them comes after what is marked in the text. The parts of the print
// edition have their notes at their own feet (notes.begin), in one numbering. A
// theme that shows marks and not their notes is reported (unshown.go).
//
// # Citing
//
// How a page is cited is gathered in cite.go, from its own front matter, its
// edition's and the site's; citetext.go writes it in words, citebibtex.go as an
// entry for BibTeX. It stands at the foot of the page (citeview.go), or in the
// imprint of an edition (imprint.go). What a page is for machines, in the words of
// schema.org, is a data block in its head (linked.go, linkedparts.go).
//
// # Revisions
//
// A value that was revised since a page published it is marked where it is drawn,
// and what is marked is in the list of the page (revised.go). Package site says
// which are, and marks plain texts. The page of all revisions is drawn in
// revisionpage.go. The feed tells of each day of them (feed.go).
//
// # The print edition
//
// An edition has one page that holds all of it, for paper (print.go, its view in
// printview.go). It is one drawing whose texts belong to other pages: their ids
// begin with the name of their part, links from one to the other lead to ids, and
// headings stand a level lower (printparts.go); charts have the wide drawing only. Each
// part has its own notes at its foot, numbered through. Facts of it hold nothing
// that an author wrote, since that is judged on its own page. The words of its
// running heads lie in a style sheet beside it (printsheet.go); the look is in
// templates/assets/print.css.
//
// # Templates
//
// The theme is a set of templates and assets. A template or asset of the same
// name in the site's own templates/ takes the place of the built-in one. Beside
// their view, templates have the functions chart and spark (functions.go). Package
// compiled executes them; what it does not know, and a theme of one's own may have,
// html/template does.
//
// # Facts
//
// A finished page is read back for what the rules must know of it (facts.go,
// elements.go): its ids, and whatever a browser follows or loads. Its tags are read
// by tags.go while they are written as this package and the theme write them, by
// the tokenizer of x/net/html from there on where they are not; where its addresses
// lead is told by their looks (reach.go), else by package site. Both shortcuts are
// held to the long way by fuzz tests.
package render
