package gate

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// ownership is what of data/ belongs to the edition.
type ownership struct {
	pages   map[string]int   // by file
	cells   map[diag.Pos]int // of what a page shows: the first one that does
	files   map[string]bool  // of observations, with a cell that it shows or that is of its period
	sources map[*data.Source]bool
}

// own finds out what belongs to the edition.
func (g *gathering) own() {
	o := ownership{map[string]int{}, map[diag.Pos]int{}, map[string]bool{}, map[*data.Source]bool{}}
	for n := range g.pages {
		i := (n + 1) % len(g.pages) // the opening page, which repeats key figures, comes last
		p := g.pages[i]
		o.pages[p.Document.File] = i
		for _, c := range p.Shown() {
			if _, taken := o.cells[c.Pos]; !taken {
				o.cells[c.Pos] = i
			}
			o.files[c.Pos.File] = true
			if c.Source != nil {
				o.sources[c.Source] = true
			}
		}
		for _, t := range p.Texts() {
			for _, c := range t.Markdown.Citations {
				for _, item := range c.Items {
					if source, ok := g.site.Set.Source(item.Key); ok {
						o.sources[source] = true
					}
				}
			}
		}
	}
	for _, c := range g.site.Set.Observations() {
		if g.edition.Period.Covers(c.Period) {
			o.files[c.Pos.File] = true
		}
	}
	g.owned = o
}

// pageOf is the page that a place belongs to: it stands in its file, or is a cell that
// it shows; -1 without one.
func (g *gathering) pageOf(pos diag.Pos) int {
	if i, ok := g.owned.pages[pos.File]; ok {
		return i
	}
	if i, ok := g.owned.cells[pos]; ok {
		return i
	}
	return -1
}

// concerns tells whether what is wrong at a place in data/ concerns the edition. A rule
// may tell of many cells at the first of them: so of a file with cells of the edition
// everything does.
func (g *gathering) concerns(pos diag.Pos) bool {
	switch file := pos.File; {
	case strings.HasPrefix(file, "data/observations/"):
		return g.owned.files[file]
	case strings.HasPrefix(file, "data/published/"):
		record, ok := g.site.Set.Record(g.edition.ID)
		return ok && record.File == file
	case file == "data/sources.yaml":
		var above *data.Source
		for _, source := range g.site.Set.Sources() {
			if source.Pos.Line <= pos.Line && (above == nil || above.Pos.Line < source.Pos.Line) {
				above = source
			}
		}
		return above == nil || g.owned.sources[above]
	}
	return true // areas, indicators, dimensions, the site: of all editions
}

// wanted is how many cells a page asks for and the data does not have.
func wanted(p *site.Page) int {
	all := map[data.Cell]bool{}
	for _, t := range p.Texts() {
		for _, e := range t.Markdown.Expressions {
			for _, c := range t.Value(e).Wants {
				all[c] = true
			}
		}
		for _, c := range t.Charts {
			for _, cell := range c.Wants {
				all[cell] = true
			}
		}
	}
	if h := p.Headline; h != nil && h.Now == nil && h.Indicator != nil && p.Area != nil {
		all[data.Cell{Indicator: h.Indicator.ID, Area: p.Area.ID, Period: p.Period}] = true
	}
	return len(all)
}
