package site

import (
	"slices"

	"bulletin/internal/data"
)

// Citing is where a source is used.
type Citing struct {
	Figures []*data.Observation // that come from it, values or gaps, in the order of the set
	Pages   []*Page             // of words that show one of them, or cite it by hand; in the order of the site

	count int // of Figures, before they are shared out
}

// Used tells whether anything rests on the source.
func (c Citing) Used() bool { return len(c.Figures) > 0 || len(c.Pages) > 0 }

// Citing is where a source is used. A page that repeats another's figures, the
// home page with the card of an edition, is not among its pages for that.
func (s *Site) Citing(source *data.Source) Citing {
	if s.trace != nil {
		s.trace.add(OnUse, "")
		s.trace.Data.Add(data.Dep{Kind: data.OnObservations})
	}
	if c := s.citing[source]; c != nil {
		return *c
	}
	return Citing{}
}

// indexSources finds where each source is used, in one walk over the
// observations and one over what the pages, which have all been open, draw on.
func (s *Site) indexSources() {
	s.citing = make(map[*data.Source]*Citing, len(s.Set.Sources()))
	for _, source := range s.Set.Sources() {
		s.citing[source] = &Citing{}
	}
	s.indexFigures()
	for _, p := range s.Pages {
		for _, source := range p.cited {
			if c := s.citing[source]; c != nil {
				c.Pages = append(c.Pages, p)
			}
		}
	}
}

// indexFigures shares the observations out to their sources: one block of
// memory for all, since there may be hundreds of thousands.
func (s *Site) indexFigures() {
	all := s.Set.Observations()
	total := 0
	for _, o := range all {
		if c := s.citing[o.Source]; c != nil {
			c.count++
			total++
		}
	}
	block := make([]*data.Observation, total)
	for _, source := range s.Set.Sources() {
		c := s.citing[source]
		c.Figures, block = block[:0:c.count], block[c.count:]
	}
	for _, o := range all {
		if c := s.citing[o.Source]; c != nil {
			c.Figures = append(c.Figures, o)
		}
	}
}

// gatherCited finds the sources that the words of a page draw on, each once.
func (a *assembly) gatherCited(p *Page) {
	var all []*data.Source
	seen := map[*data.Source]bool{nil: true}
	add := func(source *data.Source) {
		if !seen[source] {
			seen[source] = true
			all = append(all, source)
		}
	}
	for _, o := range p.shown {
		add(o.Source)
	}
	cite := func(key string) {
		if source, ok := a.Set.Source(key); ok {
			add(source)
		}
	}
	for _, t := range p.Texts() {
		for _, c := range t.Markdown.Citations {
			for _, item := range c.Items {
				cite(item.Key)
			}
		}
	}
	if p.Document.Article != nil {
		cite(p.Document.Article.Source.Value)
	}
	p.cited = slices.Clip(all)
}
