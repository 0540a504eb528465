package roll

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/prose"
	"bulletin/internal/site"
	"bulletin/internal/strictyaml"
)

// filing is a file that is being rolled.
type filing struct {
	name   string // of the new one
	old    string
	step   Step
	set    *data.Set
	plan   *Plan
	folder [2]string
	sheet  *sheet
	reader *reader
	prose  *prose.Reader
	front  *strictyaml.Node // the front matter
	keys   map[diag.Pos]diag.Pos
	marks  []Mark
	titled bool // the title names the new period already
}

func newFiling(r *roller, old, name string, src []byte, words *prose.Reader) *filing {
	f := &filing{name: name, old: old, step: r.step, set: r.site.Set, plan: r.plan, folder: r.folder, sheet: newSheet(src), prose: words,
		reader: &reader{locale: r.site.Locale, step: r.step, figures: map[*content.Expression]*shownFigure{}}, keys: map[diag.Pos]diag.Pos{}}
	f.reader.judge = f.reader.reasons
	if r.judge != nil {
		f.reader.judge = r.judge
	}
	return f
}

// document rolls a page.
func (f *filing) document(p *site.Page) {
	d := p.Document
	f.frontMatter(d)
	for _, t := range p.Texts() {
		if t != nil {
			f.expressions(t.Markdown)
			f.links(t.Markdown)
		}
	}
	for _, m := range d.Texts() {
		for _, b := range m.Blocks {
			f.block(b)
		}
	}
	f.marked(p)
}

// expressions moves the periods of figures and claims.
func (f *filing) expressions(m *content.Markdown) {
	for _, e := range m.Expressions {
		if e.Literal {
			continue
		}
		parsed, problems := figure.Parse(e.Source, e.PosAt)
		if problems.Errors() > 0 {
			continue
		}
		for _, t := range parsed.Times() {
			moved, ok := move(f.step, parsed, t)
			f.change(e.PosAt(t.Offset), t.Word, moved.String(), ok)
		}
	}
}

// change puts a moved word in its place, and tells of one that stays.
func (f *filing) change(pos diag.Pos, was, is string, moves bool) {
	pos.File = f.old
	if moves && f.sheet.replace(pos, was, is) {
		f.plan.Moved = append(f.plan.Moved, Change{pos, was, is})
		return
	}
	f.plan.Stayed = append(f.plan.Stayed, Change{From: pos, Was: was})
}

// block moves the periods of a chart or a table.
func (f *filing) block(b *content.Block) {
	own := f.ownYears(b)
	for _, w := range append([]content.Scalar{b.Period, b.Compare}, b.Periods...) {
		if w.Value == "" || w.Value[0] < '0' || w.Value[0] > '9' {
			continue // year-before, last 8
		}
		is, moves := f.step.MoveRange(w.Value)
		if p, err := period.Parse(w.Value); !moves && own && err == nil {
			moved, ok := f.step.MoveYear(p)
			is, moves = moved.String(), ok
		}
		f.scalar(w, is, moves)
	}
}

// ownYears tells whether a block names the edition's own year, which moves.
func (f *filing) ownYears(b *content.Block) bool {
	return slices.ContainsFunc(append([]content.Scalar{b.Period}, b.Periods...), func(w content.Scalar) bool {
		p, err := period.Parse(w.Value)
		return err == nil && f.step.ownYear(p)
	})
}

// scalar is change for a value of YAML, which may stand in quotes.
func (f *filing) scalar(w content.Scalar, is string, moves bool) {
	pos := w.Pos
	if c := f.sheet.src.Text()[f.sheet.src.Offset(pos):]; c != "" && (c[0] == '"' || c[0] == '\'') {
		pos.Col++
	}
	f.change(pos, w.Value, is, moves)
}

// links turns what leads to a page of the old edition to the one of the new.
func (f *filing) links(m *content.Markdown) {
	if f.folder[0] == "" {
		return
	}
	for _, l := range m.Links {
		if l.Image {
			continue
		}
		for _, before := range []string{"", "/content"} {
			rest, ok := strings.CutPrefix(l.Destination, before+f.folder[0])
			if !ok {
				continue
			}
			pos, _ := m.AddressPos(l.Node)
			start := f.sheet.src.Offset(pos)
			text := f.sheet.src.Text()[start:]
			if skip := strings.Index(text, before+f.folder[0]); skip >= 0 && skip <= 1 { // behind a <
				f.sheet.edits = append(f.sheet.edits, edit{start + skip, start + skip + len(before+f.folder[0]), before + f.folder[1]})
				f.plan.Moved = append(f.plan.Moved, Change{pos, l.Destination, before + f.folder[1] + rest})
			}
		}
	}
}

// before puts a mark before a sentence in the body: before the signs that its first
// word stands in.
func (f *filing) before(m Mark) {
	f.sheet.insert(opening(f.sheet.src.Text(), m.at), fmt.Sprintf("{{ TODO \"%s\" }} ", m.Why()))
}

// opening is where the emphasis, the link, the code or the tag begins in which a text
// begins.
func opening(text string, at int) int {
	for at > 0 {
		escaped := at > 1 && text[at-2] == '\\'
		switch c := text[at-1]; {
		case strings.IndexByte("[*_~!`{", c) >= 0 && !escaped:
			at--
		case c == '}' && strings.HasSuffix(text[:at], "}}"): // of a figure without words
			figure := strings.LastIndex(text[:at], "{{")
			if figure < 1 || text[figure-1] == ']' {
				return at
			}
			at = figure
		case c == '>':
			tag := strings.LastIndexAny(text[:at-1], "<>\n")
			if tag < 0 || text[tag] != '<' {
				return at
			}
			at = tag
		default:
			return at
		}
	}
	return at
}

// comment puts a mark above a key.
func (f *filing) comment(key diag.Pos, m Mark) {
	start := f.sheet.lineStart(f.sheet.src.Offset(key))
	line := f.sheet.src.Text()[start:f.sheet.src.Offset(key)]
	indent := strings.Map(func(c rune) rune {
		switch c {
		case ' ', '\t', '>':
			return c
		}
		return ' '
	}, line)
	f.sheet.insert(start, fmt.Sprintf("%s# TODO: “%s”: %s%s", indent, plainly(m.Words), m.Why(), f.sheet.lineEnd()))
}

// keyOf is the key of a text of the front matter, or of a block; false for the body.
func (f *filing) keyOf(d *content.Document, m *content.Markdown) (diag.Pos, bool) {
	if m == d.Body {
		return diag.Pos{}, false
	}
	for _, outer := range d.Texts() {
		for _, b := range outer.Blocks {
			switch m {
			case b.Title:
				return b.TitlePos, true
			case b.Note:
				return b.NotePos, true
			}
		}
	}
	pos := f.named(m.Pos(0))
	if key, ok := f.keys[pos]; ok {
		return key, true
	}
	return pos, true
}

func without(all []Reason, k Kind) []Reason {
	return slices.DeleteFunc(all, func(r Reason) bool { return r.Kind == k })
}

func inOrder(all []Reason) {
	slices.SortStableFunc(all, func(a, b Reason) int { return cmp.Compare(a.Kind, b.Kind) })
}
