// Package content reads the words of the site: a Markdown file with its front
// matter becomes a [Document].
//
// A document depends on the bytes and the name of its file alone; what its
// figures and charts show is for the packages above to say. [Parser.Front] reads
// what is above the body, which [Parser.Open] reads and [Document.Close] lets go. A
// thin document has words and numbers of its front matter, and no Markdown
// (thin.go): so a cache keeps it, which never holds a tree.
//
// # Kinds
//
// The folder decides what a file is:
//
//	content/_index.md                     Home
//	content/reports/2023-q1/_index.md     Report
//	content/reports/2023-q1/serbia.md     Section; with area, a chapter
//	content/snapshots/2024-02.md          Snapshot
//	content/news/a-name.md                Article
//	content/pages/regions/a-name.md       Region, also in folders below
//	content/pages/a-name.md               Page, also in folders below
//
// Names of files and folders are lower-case letters, digits and hyphens, since
// they become addresses.
//
// # Front matter
//
// A file begins with YAML between two lines of three hyphens. Each kind has its
// own keys ([ReportFront], [SectionFront], [SnapshotFront], [ArticleFront],
// [PageFront], [RegionFront]), and all may have summary, description, draft,
// aliases and, for keys of the author's own, params. An unknown key is a
// problem. The front matter is
// blanked out, not cut off, before the Markdown is read, so that positions
// hold; and every Markdown string in it goes the same way as a body, with
// positions that point into the YAML.
//
// # Markdown
//
// CommonMark with tables, footnotes, strikethrough, bare links and typographic
// quotes. Added to it are
//
//	{{ arrivals | change }}            a figure       FigureNode
//	[2,331]{{ detentions }}            a claim        ClaimNode
//	[1244]{{ literal "a number" }}     no figure      ClaimNode, Expression.Literal
//	{{ TODO "look again" }} Words  to be done  TodoNode, Expression.Todo; plain text does not have it
//	[@key, p. 4; @other]               a citation     CitationNode
//	[^1]                               a remark       RemarkNode
//	```chart and ```table              their blocks   BlockNode
//
// A figure may run over a line end, and a pipe in it needs no escape in a
// table. Raw HTML is a problem, and so is each unescaped {{ outside code that
// became neither figure nor claim: nothing is left as text by accident.
package content
