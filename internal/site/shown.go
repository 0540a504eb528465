package site

import (
	"iter"
	"slices"

	"bulletin/internal/data"
)

// Shown lists the observations that a page of words shows, each once, in the
// order of the set: what its figures, claims, key figure, charts and tables rest
// on. The opening page of an edition shows the key figures of all chapters.
// Generated pages (data, lists, the home page's card) repeat others: of them it is
// empty.
func (p *Page) Shown() []*data.Observation {
	if p.recalled != nil {
		return p.recalled.all()
	}
	return p.shown
}

// Shown lists the observations that any page of the edition shows, each once, in
// the order of the set.
func (e *Edition) Shown() []*data.Observation {
	if e.gathered {
		return e.shown
	}
	return e.shownByPages()
}

func (e *Edition) shownByPages() []*data.Observation {
	all := slices.Clone(e.Page.Shown())
	for _, section := range e.Sections {
		all = append(all, section.Shown()...)
	}
	return e.Page.scope.Set.InOrder(all)
}

// gatherShown finds what the edition shows, once its pages know, and its version.
func (e *Edition) gatherShown() {
	e.shown, e.gathered = e.shownByPages(), true
	e.version = versionOf(e.shown)
}

// Observations gives what a chart or table shows, those without a value among
// them: the cells of its table in reading order, then what it rests on beside
// them. Some come twice.
func (c *Chart) Observations() iter.Seq[*data.Observation] {
	return func(yield func(*data.Observation) bool) {
		for _, row := range c.Table.Rows {
			for _, cell := range row {
				if cell.Observation != nil && !yield(cell.Observation) {
					return
				}
			}
		}
		for _, o := range c.Used {
			if !yield(o) {
				return
			}
		}
	}
}

// gatherShown finds what the page shows, once its charts are chosen.
func (p *Page) gatherShown() {
	var all []*data.Observation
	add := func(observations ...*data.Observation) {
		for _, o := range observations {
			if o != nil {
				all = append(all, o)
			}
		}
	}
	key := func(h *Headline) {
		if h == nil {
			return
		}
		add(h.Now, h.Base)
		if h.Change != nil {
			add(h.Change.Used...)
		}
	}
	key(p.Headline)
	if p.Kind == Report && p.Edition != nil {
		for _, section := range p.Edition.Sections {
			key(section.Headline)
		}
	}
	for _, t := range p.Texts() {
		for _, e := range t.Markdown.Expressions {
			add(t.Value(e).Used...)
		}
		for _, c := range t.Charts {
			all = slices.AppendSeq(all, c.Observations())
		}
	}
	p.shown = p.scope.Set.InOrder(all)
}
