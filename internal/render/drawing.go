package render

import (
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
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
	shown     said            // all words that may name an area
	charts    int             // pictures drawn
	ids       map[string]bool // that are taken on the page
	template  string          // that draws it, by name
	tables    map[string]int  // Markdown tables by their name
	files     []*chartFiles   // of the page's own charts
	data      []*dataFile     // open data that is made with the page
	version   string          // of that data
	revisions revisions       // that it has told of
	images    Images
	index     []byte        // of the search, on its page
	problems  diag.Problems // of what templates ask for

	// Of a page that holds a whole edition, where each text is part of another page:
	paper   bool                   // drawings for paper alone, nothing to open or take away
	deeper  int                    // how many levels its headings stand below those of the texts
	within  string                 // what ids begin with in the part that is drawn
	anchors map[site.Target]string // ids of what texts may link to
	judged  judged
	err     error // the first that a template or the Markdown renderer returned
}

// said are words that a page shows.
type said []string

// Reset forgets them.
func (s *said) Reset() { *s = nil }

// judged are links and images that are judged on the page that they come from:
// nothing is wrong twice.
type judged struct {
	links  []site.Target
	images []string
}

func newDrawing(s *site.Site, p *site.Page, t *Templates, images Images) *drawing {
	d := &drawing{
		site: s, page: p, templates: t, root: s.Root(p), tables: map[string]int{},
		facts: &site.Facts{Page: p}, ids: ids(p), images: images,
	}
	d.notes = newNotes(d.cited)
	if p.Kind == site.Print {
		d.gather(p.Edition)
	}
	return d
}

// fail remembers the first error of the drawing.
func (d *drawing) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// link is the address of a route as written on this page.
func (d *drawing) link(route string) string {
	if link := d.root + strings.TrimPrefix(route, "/"); link != "" {
		return link
	}
	return "./"
}

// say remembers words that the page shows, so that the naming notes of the
// areas in them can be added.
func (d *drawing) say(words ...string) {
	d.shown = append(d.shown, words...)
}

// namingNotes are the notes on the names of the areas that the page shows.
func (d *drawing) namingNotes() []string {
	var list []string
	noted := map[string]bool{} // areas may share a note: it stands once
	for _, a := range d.site.Set.Areas() {
		if a.Note != "" && !noted[a.Note] && d.names(a.Name) {
			noted[a.Note] = true
			list = append(list, a.Name+": "+a.Note)
		}
	}
	return list
}

// names tells whether the page shows a name, as text or within HTML.
func (d *drawing) names(name string) bool {
	escaped := template.HTMLEscapeString(name)
	return slices.ContainsFunc(d.shown, func(text string) bool {
		return named(text, name) || escaped != name && named(text, escaped)
	})
}

// named tells whether a name stands in a text as words of its own: Niger not
// in Nigeria.
func named(text, name string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = end
	}
}

// mark is the note mark of a source, in the paragraph that is being drawn.
func (d *drawing) mark(s *data.Source, locator string) template.HTML {
	return d.notes.source(s, locator)
}

// cited is a source as a note names it, with the places in it, and the address of
// its entry in the list of all.
func (d *drawing) cited(s *data.Source, places template.HTML) (citation template.HTML, entry string) {
	words := d.templates.cited.of(s, d.site.Locale)
	var address template.HTML
	if d.paper {
		address = words.address
	}
	return words.cite(places, address), d.link(site.SourceRoute(s))
}

// markUnlike is the note mark of an observation that keeps a comparison from
// being like with like: the note says how it differs, and leads to its cell.
func (d *drawing) markUnlike(o *data.Observation) template.HTML {
	return d.notes.unlike(o, func() template.HTML {
		d.say(o.Area.Name)
		what := o.Area.Name + ", " + d.site.Locale.Period(o.Period)
		says := ": " + o.Status.Name() + "."
		if o.Note != "" {
			says += " " + strings.TrimSuffix(o.Note, ".") + "."
		}
		return template.HTML(`<a href="` + template.HTMLEscapeString(d.cell(o)) + `">` + template.HTMLEscapeString(what) + `</a>` + template.HTMLEscapeString(says))
	})
}

// rest is the address of what a figure rests on: its cell, or, of a sum, the
// page on which all its parts stand.
func (d *drawing) rest(v figure.Value) string {
	if v.Summed {
		return d.link(site.IndicatorRoute(v.Used[0].Indicator))
	}
	return d.cell(v.Used[0])
}

// cell is the address of an observation's place on the data pages.
func (d *drawing) cell(o *data.Observation) string {
	var room [128]byte
	return string(site.AppendCell(append(room[:0], d.root...), o))
}

// open is the beginning of a link from a figure to what it rests on.
func (d *drawing) open(class string, v figure.Value) string {
	if v.Estimated {
		class += " estimated"
	}
	if v.Definition {
		class += " differs"
	}
	return `<a class="` + class + `" href="` + template.HTMLEscapeString(d.rest(v)) + `">`
}

// statusMarks are the small letters behind a value that is not firm, or is not
// fully comparable.
func statusMarks(v figure.Value) string {
	marks := ""
	if v.Estimated {
		marks += `<span class="status" title="estimated">e</span>`
	}
	if v.Definition {
		marks += `<span class="status" title="not fully comparable: see the cell’s note">d</span>`
	}
	return marks
}
