package diff

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// PlaceKind is what shows an observation.
type PlaceKind string

// The kinds of places.
const (
	Sentence  PlaceKind = "sentence"
	ClaimIn   PlaceKind = "claim" // a sentence with a claim that rests on the observation
	Title     PlaceKind = "title" // of a page
	KeyFigure PlaceKind = "key-figure"
	Overview  PlaceKind = "overview" // a row of an edition's table of key figures
	Chart     PlaceKind = "chart"
	Table     PlaceKind = "table"
)

// spot is something on a page of one side that shows observations.
type spot struct {
	kind   PlaceKind
	page   *site.Page
	pos    diag.Pos
	text   string // plain
	shape  string // what does not depend on the data
	asks   string // what its figures ask for; part of shape
	cells  []cell // that it rests on
	rests  []resting
	claims []claimed
	failed []Missing // figures without a value
	lost   bool      // a chart or a key figure that shows nothing
}

// resting is a figure or claim, and the cells that it rests on.
type resting struct {
	pos   diag.Pos
	cells []cell
}

// claimed is a claim, and whether its words agree with the data of its side.
type claimed struct {
	Claim
	source string
	cells  []cell
}

// spotter finds the spots of one side.
type spotter struct {
	site   *site.Site
	known  cells
	reader *prose.Reader
}

func newSpotter(s *site.Site, known cells) *spotter {
	return &spotter{s, known, prose.NewReader(s.Locale, nil)}
}

// page is the spots of a page, in reading order.
func (f *spotter) page(p *site.Page) []*spot {
	var all []*spot
	all = append(all, f.keyFigure(p)...)
	all = append(all, f.overview(p)...)
	if p.Document == nil {
		return all
	}
	for _, m := range p.Document.Texts() {
		t := p.Text(m)
		kind := Sentence
		if m == p.Document.Title {
			kind = Title
		}
		all = append(all, f.text(t, kind)...)
		for _, c := range t.Charts {
			all = append(all, f.chart(t, c))
		}
	}
	return all
}

// text is the spots of a text: its sentences.
func (f *spotter) text(t *site.Text, kind PlaceKind) []*spot {
	var all []*spot
	for _, s := range f.sentences(t) {
		at := &spot{kind: kind, page: t.Page, text: s.text, shape: s.shape, pos: begin(s.inside[0].expression)}
		f.add(at, t, s)
		all = append(all, at)
	}
	return all
}

// begin is where a figure, or the words of a claim, begin.
func begin(e *content.Expression) diag.Pos {
	if e.Claim {
		return e.ClaimPos
	}
	return e.Whole
}

// add enters what the figures and claims of a sentence rest on.
func (f *spotter) add(at *spot, t *site.Text, s sentence) {
	for _, w := range s.inside {
		e, v := w.expression, t.Value(w.expression)
		if e.Literal {
			continue
		}
		at.asks += e.Source + "\n"
		if v.Failed || v.Broken {
			at.failed = append(at.failed, Missing{e.Source, begin(e)})
		}
		rests := f.cells(v.Used)
		at.rest(rests)
		at.rests = append(at.rests, resting{begin(e), rests})
		if e.Claim && !e.Broken {
			at.claims = append(at.claims, claimed{f.claim(t, w, v), e.Source, rests})
		}
	}
}

// claim checks the words of a claim.
func (f *spotter) claim(t *site.Text, w within, v site.Value) Claim {
	e := w.expression
	c := Claim{Text: e.ClaimText, Pos: e.ClaimPos, Holds: !v.Failed && !v.Broken}
	if !c.Holds {
		c.Message = "there is no value of " + e.Source + " to check it with"
		return c
	}
	claim := figure.Claim{Text: e.ClaimText, Before: w.before, After: w.after, Pos: e.ClaimPos, Len: e.ClaimLen}
	for _, p := range figure.CheckClaim(claim, v.Value, t.Page.Scope()) {
		if p.Severity == diag.Error {
			c.Holds, c.Message = false, p.Message
			break
		}
	}
	return c
}

// chart is the spot of a chart or a table: its cells, and what its title and
// note rest on.
func (f *spotter) chart(t *site.Text, c *site.Chart) *spot {
	b := c.Block
	at := &spot{kind: Table, page: t.Page, pos: b.Pos, text: c.Title.Plain(), lost: len(c.Used) == 0}
	if b.Kind == content.ChartBlock {
		at.kind = Chart
		at.lost = c.Spec == nil
	}
	if at.text == "" {
		at.text = c.Subtitle
	}
	asks := []string{b.Type.Value, b.Period.Value, b.Compare.Value, b.By.Value}
	for _, list := range [][]content.Scalar{b.Indicators, b.Areas, b.Periods} {
		asks = append(asks, "")
		for _, word := range list {
			asks = append(asks, word.Value)
		}
	}
	at.asks = strings.Join(asks, "\n")
	at.shape = at.asks
	at.rest(f.cells(c.Used))
	for _, row := range c.Table.Rows {
		for _, d := range row {
			at.rest(f.cells([]*data.Observation{d.Observation}))
		}
	}
	for _, inner := range []*site.Text{c.Title, c.Note} {
		if inner == nil {
			continue
		}
		for _, s := range f.sentences(inner) {
			f.add(at, inner, s)
			at.shape += "\n" + s.shape
		}
	}
	return at
}

// keyFigure is that of a chapter.
func (f *spotter) keyFigure(p *site.Page) []*spot {
	h := p.Headline
	if h == nil {
		return nil
	}
	front := p.Document.Section.Headline
	key := &spot{kind: KeyFigure, page: p, pos: front.Indicator.Pos, shape: string(KeyFigure), asks: string(KeyFigure), lost: h.Now == nil}
	key.text = strings.TrimSpace(f.number(h.Now) + " " + h.Words.Plain())
	if h.Change != nil {
		key.text += ", " + h.Change.Text
	}
	key.rest(f.cells([]*data.Observation{h.Now, h.Base}))
	return []*spot{key}
}

// overview is the rows of an edition's table of key figures.
func (f *spotter) overview(p *site.Page) []*spot {
	if p.Edition == nil || p.Edition.Page != p {
		return nil
	}
	var all []*spot
	for _, area := range p.Edition.Areas {
		chapter, ok := p.Edition.Chapter(area.ID)
		if !ok || chapter.Headline == nil {
			continue
		}
		h := chapter.Headline
		row := &spot{kind: Overview, page: p, pos: p.Pos(), shape: "row " + area.ID, lost: h.Now == nil}
		row.asks = row.shape
		row.text = area.Name + ": " + f.number(h.Base) + ", " + f.number(h.Now)
		if h.Change != nil {
			row.text += ", " + h.Change.Text
		}
		row.rest(f.cells([]*data.Observation{h.Now, h.Base}))
		all = append(all, row)
	}
	return all
}

// number is an observation as a key figure shows it.
func (f *spotter) number(o *data.Observation) string {
	if text, ok := figure.Written(o, f.site.Locale); ok {
		return text
	}
	return "no figure"
}

// cells are those of the observations that are there.
func (f *spotter) cells(used []*data.Observation) []cell {
	var all []cell
	for _, o := range used {
		if o != nil {
			all = append(all, f.known.of(o))
		}
	}
	return all
}

// rest enters cells, each once.
func (s *spot) rest(on []cell) {
	for _, c := range on {
		if !slices.Contains(s.cells, c) {
			s.cells = append(s.cells, c)
		}
	}
}
