package content

import (
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Document is a Markdown file of the site. The front struct of its Kind is set,
// the others are nil; Home has none.
type Document struct {
	File    string // slash-separated, relative to the site's folder
	Kind    Kind
	Edition string // the edition's folder, "2023-q1"; of reports and sections only
	Refused bool   // something in the front matter was: what it lacks may be that
	Thin    bool   // it holds no Markdown, not even that of its front matter: see ReadThin
	Slug    string // the file's name without .md, with folders below its kind's: "the-balkans/serbia"; a report's is its folder
	Common
	Body     *Markdown // never nil; empty while the document is closed
	Report   *ReportFront
	Section  *SectionFront
	Snapshot *SnapshotFront
	Article  *ArticleFront
	Page     *PageFront
	Region   *RegionFront

	texts []*Markdown
	slim  bool // it was thin, and will be
}

// Common is what every kind of page may say about itself.
type Common struct {
	Title       *Markdown // inline; a region's is its name. Nil only on a home page that gives none
	Summary     *Markdown // blocks; may be nil
	Description *Markdown // inline, for search engines; may be nil
	PlainTitle  string    // the words of a Title without figures and claims; empty of another
	Draft       bool
	Aliases     []Scalar // former addresses of the page, each beginning with /
	Params      *strictyaml.Node
	Todos       []Todo // of the comments in the front matter; none of a thin document
}

// Texts is every piece of Markdown of the document in reading order: the front
// matter's strings that are given, then the body. The title and note of a
// chart or table are not among them; they belong to their Block.
func (d *Document) Texts() []*Markdown { return d.texts }

// Scalar is a word of the front matter or of a block, and its place.
type Scalar struct {
	Value string // empty when it is not given
	Pos   diag.Pos
	Len   int
}

func scalar(n *strictyaml.Node) Scalar {
	if n == nil {
		return Scalar{}
	}
	return Scalar{Value: n.Value, Pos: n.Pos, Len: n.Len}
}

func scalars(nodes []*strictyaml.Node) []Scalar {
	var list []Scalar
	for _, n := range nodes {
		list = append(list, scalar(n))
	}
	return list
}
