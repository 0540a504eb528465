package content

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// BlockKind is the word after the backticks of a block.
type BlockKind string

// The kinds of block.
const (
	ChartBlock BlockKind = "chart"
	TableBlock BlockKind = "table"
)

// Block is the body of a ```chart or ```table block. What its words mean is for
// the site to say; a Scalar that is not given has an empty Value.
type Block struct {
	Index      int // in Markdown.Blocks
	Kind       BlockKind
	Pos        diag.Pos // of the opening backticks
	Len        int
	Type       Scalar   // a chart always has one, or a problem
	ID         Scalar   // its name on the page: letters a to z, digits and "-"
	Indicators []Scalar // indicator or indicators
	Areas      []Scalar // ids, a group, or report
	Period     Scalar
	Periods    []Scalar  // a list, a range 2022-01..2023-03, or last 8
	Compare    Scalar    // the earlier period of a change or a dumbbell
	Part       []Scalar  // of what is counted: age=children
	By         Scalar    // a dimension
	Categories []Scalar  // of that dimension: which of them, in which order
	Values     Scalar    // of parts of a whole: counts or percent
	Sort       Scalar    // value, name or given
	Scale      Scalar    // of small multiples: same or free
	Style      Scalar    // of a map: symbols or shades
	Classes    []Scalar  // of a map in shades: where one ends and the next begins
	Title      *Markdown // inline; may be nil
	Note       *Markdown // inline; may be nil
	TitlePos   diag.Pos  // of the key; zero without one
	NotePos    diag.Pos
	Todos      []Todo // of the comments in it
	Broken     bool   // what it asks for cannot be read, which was reported
}

// Words are the scalars of the block that say what it shows and how, in the
// order of its fields: not its id, title and note.
func (b *Block) Words() []Scalar {
	words := []Scalar{b.Type}
	for _, list := range [][]Scalar{b.Indicators, b.Areas, {b.Period}, b.Periods, {b.Compare}, b.Part, {b.By}, b.Categories, {b.Values, b.Sort, b.Scale, b.Style}, b.Classes} {
		words = append(append(words, Scalar{}), list...)
	}
	return words
}

// decodeBlock reads the YAML of a block. Its lines are taken out of lists,
// quotes and front matter first, so that the places which strictyaml finds are
// looked up in those lines again.
func (s *scan) decodeBlock(kind BlockKind, n *ast.FencedCodeBlock, pos diag.Pos) *Block {
	b := &Block{Index: len(s.m.Blocks), Kind: kind, Pos: pos, Len: 3 + len(kind)}
	s.m.Blocks = append(s.m.Blocks, b)
	body := newBody(s.m, n, pos)
	var problems diag.Problems
	node, found := strictyaml.Parse(body.origin, body.src)
	problems = append(problems, found...)
	b.Broken = found.Errors() > 0
	for _, todo := range todos(node) {
		todo.Pos = body.place(todo.Pos)
		b.Todos = append(b.Todos, todo)
	}
	if node.Kind == strictyaml.Null && !node.Broken {
		s.problems.Errorf(pos, b.Len, "chart", "name an indicator, as in indicator: arrivals", "the %s block is empty", kind)
	} else {
		body.read(s, b, node, &problems)
	}
	for _, p := range problems {
		if p.Rule == "yaml" {
			p.Rule = "chart"
		}
		p.Pos = body.place(p.Pos)
		*s.problems = append(*s.problems, p)
	}
	return b
}

// body is the text of a block and the way back from it.
type body struct {
	m      *Markdown
	fence  diag.Pos // of the line above
	origin diag.Pos
	src    []byte
	lines  []bodyLine
}

type bodyLine struct {
	start, stop int // in the source of the Markdown
	padding     int // spaces before it that stand for a part of a tab
}

func newBody(m *Markdown, n *ast.FencedCodeBlock, pos diag.Pos) *body {
	b := &body{m: m, fence: pos, origin: diag.Pos{File: pos.File, Line: pos.Line + 1, Col: 1}}
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		b.lines = append(b.lines, bodyLine{l.Start, l.Stop, l.Padding})
		b.src = append(b.src, l.Value(m.Source)...)
	}
	return b
}

// place is the place in the file of a place in src.
func (b *body) place(p diag.Pos) diag.Pos {
	i := p.Line - b.origin.Line
	switch {
	case p.Line == 0 || len(b.lines) == 0:
		return b.fence
	case i >= len(b.lines):
		return b.m.at(b.lines[len(b.lines)-1].stop)
	}
	l := b.lines[max(i, 0)]
	offset := l.start
	for n := p.Col - 1 - l.padding; n > 0 && offset < l.stop; n-- {
		_, size := utf8.DecodeRune(b.m.Source[offset:l.stop])
		offset += size
	}
	return b.m.at(offset)
}

func (b *body) scalar(n *strictyaml.Node) Scalar {
	s := scalar(n)
	if n != nil {
		s.Pos = b.place(s.Pos)
	}
	return s
}

func (b *body) scalars(nodes []*strictyaml.Node) []Scalar {
	var list []Scalar
	for _, n := range nodes {
		list = append(list, b.scalar(n))
	}
	return list
}

// markdown reads a string of the block as inline Markdown. Its problems are
// places in the file already, so they go past those of the YAML.
func (b *body) markdown(s *scan, n *strictyaml.Node) *Markdown {
	if n == nil || strings.TrimSpace(n.Value) == "" {
		return nil
	}
	at := func(offset int) diag.Pos { return b.place(n.PosAt(offset)) }
	return s.parser.markdown([]byte(n.Value), at, true, s.problems)
}

func (b *body) read(s *scan, out *Block, node *strictyaml.Node, problems *diag.Problems) {
	r := strictyaml.Read(node, "a "+string(out.Kind)+" block", problems)
	if out.Kind == ChartBlock {
		out.Type = b.scalar(r.RequireScalar("type"))
	} else {
		out.Type = b.scalar(r.Scalar("type"))
	}
	out.ID = b.scalar(r.Scalar("id"))
	one, several := r.Strings("indicator"), r.Strings("indicators")
	if len(one) > 0 && len(several) > 0 {
		problems.Errorf(several[0].Pos, several[0].Len, "chart", "keep one of the two", "indicator and indicators both stand here")
		out.Broken = true // what it shows is not known
	}
	out.Indicators = b.scalars(append(one, several...))
	out.Areas = b.scalars(r.Strings("areas"))
	out.Period = b.scalar(r.Scalar("period"))
	out.Periods = b.scalars(r.Strings("periods"))
	out.Compare = b.scalar(r.Scalar("compare"))
	out.Part = b.scalars(r.Strings("part"))
	out.By = b.scalar(r.Scalar("by"))
	out.Categories = b.scalars(r.Strings("categories"))
	out.Values = b.scalar(r.Scalar("values"))
	out.Sort = b.scalar(r.Scalar("sort"))
	out.Scale = b.scalar(r.Scalar("scale"))
	out.Style = b.scalar(r.Scalar("style"))
	out.Classes = b.scalars(r.Strings("classes"))
	title, note := r.Scalar("title"), r.Scalar("note")
	out.Title, out.Note = b.markdown(s, title), b.markdown(s, note)
	if out.Title != nil {
		out.TitlePos = b.place(r.Key("title").Pos)
	}
	if out.Note != nil {
		out.NotePos = b.place(r.Key("note").Pos)
	}
	noteless(out.Title, s.problems)
	r.Done()
	for _, field := range []struct {
		key   string
		given bool
	}{
		{"type", out.Type.Value != ""}, {"id", out.ID.Value != ""}, {"indicator", len(one) > 0}, {"indicators", len(several) > 0}, {"areas", len(out.Areas) > 0},
		{"period", out.Period.Value != ""}, {"periods", len(out.Periods) > 0}, {"compare", out.Compare.Value != ""}, {"part", len(out.Part) > 0}, {"by", out.By.Value != ""},
		{"categories", len(out.Categories) > 0}, {"values", out.Values.Value != ""}, {"sort", out.Sort.Value != ""}, {"scale", out.Scale.Value != ""}, {"style", out.Style.Value != ""},
		{"classes", len(out.Classes) > 0}, {"title", out.Title != nil}, {"note", out.Note != nil},
	} {
		if !field.given {
			refuseEmpty(r, field.key, out, problems)
		}
	}
}

// lists are the fields of a block that may be lists.
func lists() []string {
	return []string{"indicator", "indicators", "areas", "periods", "part", "categories", "classes"}
}

// refuseEmpty reports a field that stands there without a value. What the block
// asks for is not known then, nor where a value was refused already.
func refuseEmpty(r *strictyaml.Reader, key string, out *Block, problems *diag.Problems) {
	if !r.Has(key) {
		return
	}
	out.Broken = true
	n := r.Node(key)
	switch {
	case key == "type" && out.Kind == ChartBlock, r.Refused(key):
		return // reported
	case n == nil, n.Kind == strictyaml.Scalar && strings.TrimSpace(n.Value) == "":
	case n.Kind == strictyaml.List && len(n.Items) == 0 && slices.Contains(lists(), key):
	default:
		return // of another kind, or with items that are refused: reported
	}
	name := r.Key(key)
	problems.Errorf(name.Pos, name.Len, "chart", "give it a value, or remove it", "%s: is empty", key)
}
