package render

import (
	"html/template"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// drawing is one page in the making: what it has said so far, in reading
// order.
type drawing struct {
	site      *site.Site
	page      *site.Page
	templates *Templates
	facts     *site.Facts
	notes     *notes
	root      string
	shown     strings.Builder // all words that may name an area
	charts    int             // pictures drawn
	tables    map[string]int  // Markdown tables by their name
	remarks   map[*content.Remark]*note
	err       error // the first that a template or the Markdown renderer returned
}

func newDrawing(s *site.Site, p *site.Page, t *Templates) *drawing {
	return &drawing{
		site: s, page: p, templates: t, root: s.Root(p), notes: newNotes(), remarks: map[*content.Remark]*note{}, tables: map[string]int{},
		facts: &site.Facts{Page: p, IDs: map[string]bool{"main": true}},
	}
}

// fail remembers the first error of the drawing.
func (d *drawing) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// link is the address of a route as written on this page.
func (d *drawing) link(route string) string { return d.site.Link(d.page, route) }

// say remembers words that the page shows, so that the naming notes of the
// areas in them can be added.
func (d *drawing) say(words ...string) {
	for _, w := range words {
		d.shown.WriteString(w)
		d.shown.WriteByte('\n')
	}
}

// namingNotes are the notes on the names of the areas that the page shows.
func (d *drawing) namingNotes() []string {
	words := template.HTMLEscapeString(d.shown.String())
	plain := d.shown.String()
	var list []string
	for _, a := range d.site.Set.Areas() {
		if a.Note == "" || !strings.Contains(plain, a.Name) && !strings.Contains(words, a.Name) {
			continue
		}
		list = append(list, a.Name+": "+a.Note)
	}
	return list
}

// mark is the note mark of a source, in the paragraph that is being drawn.
func (d *drawing) mark(s *data.Source, locator string) template.HTML {
	if s == nil {
		return ""
	}
	return d.notes.source(s, func() template.HTML { return cite(s, d.site.Locale) }, locator)
}

// rest is the address of what a figure rests on: its cell, or, of a sum, the
// page on which all its parts stand.
func (d *drawing) rest(v figure.Value) string {
	if v.Kind == figure.Count && len(v.Used) > 1 {
		return d.link(site.IndicatorRoute(v.Used[0].Indicator))
	}
	return d.cell(v.Used[0])
}

// cell is the address of an observation's place on the data pages.
func (d *drawing) cell(o *data.Observation) string { return d.link(site.CellRoute(o)) }

// figure draws an evaluated figure with the words that show it. Within a link
// it leads nowhere itself.
func (d *drawing) figure(v figure.Value, words string, linked bool) string {
	var b strings.Builder
	if v.Machine != "" {
		b.WriteString(`<data value="` + template.HTMLEscapeString(v.Machine) + `">` + words + `</data>`)
	} else {
		b.WriteString(words)
	}
	class := "figure"
	if v.Estimated {
		class += " estimated"
		b.WriteString(`<span class="status" title="estimated">e</span>`)
	}
	if v.Definition {
		class += " differs"
		b.WriteString(`<span class="status" title="not fully comparable: see the cell’s note">d</span>`)
	}
	if linked || len(v.Used) == 0 {
		return b.String()
	}
	return `<a class="` + class + `" href="` + template.HTMLEscapeString(d.rest(v)) + `">` + b.String() + `</a>`
}
