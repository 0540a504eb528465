package diff

import (
	"slices"

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

// touched tells whether anything on a page rests on one of the changes, so that
// its words need to be read.
func (f *spotter) touched(p *site.Page, changes map[cell]*Change) bool {
	if p == nil {
		return false
	}
	on := func(used []*data.Observation) bool {
		return slices.ContainsFunc(f.cells(used), func(c cell) bool { return changes[c] != nil })
	}
	for _, s := range append(f.keyFigure(p), f.overview(p)...) {
		if slices.ContainsFunc(s.cells, func(c cell) bool { return changes[c] != nil }) {
			return true
		}
	}
	for _, t := range p.Texts() {
		for _, e := range t.Markdown.Expressions {
			if on(t.Value(e).Used) {
				return true
			}
		}
		for _, c := range t.Charts {
			if on(slices.Collect(c.Observations())) {
				return true
			}
		}
	}
	return false
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
