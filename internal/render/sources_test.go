package render_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/internal/data"
	"bulletin/internal/site"
	"bulletin/templates"
)

const sourcesFile = "sources/index.html"

// TestSourcesReach holds the ways from each figure to its source and back, and
// from each note to the entry of its source and back.
func TestSourcesReach(t *testing.T) {
	for _, c := range []struct {
		dir          string
		theme        fs.FS
		cells, notes int // at least
	}{
		{"../..", templates.FS, 1000, 200},
		{"testdata/sites/small", os.DirFS("testdata/theme"), 9, 6},
	} {
		s, files := unchecked(t, c.dir, c.theme)
		r := newReach(t, s, files)
		cells, notes := 0, 0
		for _, o := range s.Set.Observations() {
			if o.Source == nil {
				continue
			}
			cells++
			if !r.leadsTo(o) {
				t.Errorf("%s: the entry of %s does not lead to %s", c.dir, o.Source.Key, site.CellRoute(o))
			}
			row := byID(r.page(site.IndicatorRoute(o.Indicator)).root, site.CellID(o))
			if row == nil || !strings.Contains(text(row)+" "+strings.Join(hrefs(row), " "), "../../sources/#"+site.SourceID(o.Source)) {
				t.Errorf("%s: the row of %s does not lead to %s", c.dir, site.CellRoute(o), o.Source.Key)
			}
		}
		for _, p := range s.Pages {
			if p.Document == nil {
				continue
			}
			for _, source := range r.noted(p) {
				notes++
				listed := r.lists(source, p.Route)
				if p.Kind == site.Home { // its card repeats the opening page of the latest edition
					listed = listed || r.lists(source, s.Editions[0].Page.Route)
				}
				if !listed {
					t.Errorf("%s: %s has a note on %s, whose entry does not list it", c.dir, p.Route, source.Key)
				}
			}
		}
		if cells < c.cells || notes < c.notes {
			t.Errorf("%s: only %d cells and %d notes", c.dir, cells, notes)
		}
	}
}

// reach is what leads from the sources page, and to it.
type reach struct {
	t       *testing.T
	site    *site.Site
	files   map[string][]byte
	pages   map[string]*reading
	entries map[*data.Source]*html.Node
	cells   map[string]*data.Observation // by their routes
}

func newReach(t *testing.T, s *site.Site, files map[string][]byte) *reach {
	r := &reach{t: t, site: s, files: files, pages: map[string]*reading{}, entries: map[*data.Source]*html.Node{}, cells: map[string]*data.Observation{}}
	for _, o := range s.Set.Observations() {
		r.cells[site.CellRoute(o)] = o
	}
	page := r.page("/sources/")
	for _, source := range s.Set.Sources() {
		if r.entries[source] = byID(page.root, site.SourceID(source)); r.entries[source] == nil {
			t.Fatalf("%s has no entry", source.Key)
		}
	}
	return r
}

func (r *reach) page(route string) *reading {
	if r.pages[route] == nil {
		name := strings.TrimPrefix(route, "/") + "index.html"
		r.pages[route] = read(r.t, name, r.files[name])
	}
	return r.pages[route]
}

// leadsTo tells whether the entry of an observation's source leads to its cell:
// by a link of its own, or by a range whose ends are of its indicator, area and
// categories, and lie around it.
func (r *reach) leadsTo(o *data.Observation) bool {
	entry := r.entries[o.Source]
	if slices.Contains(hrefs(entry), ".."+site.CellRoute(o)) {
		return true
	}
	for n := range entry.Descendants() {
		if n.Type != html.ElementNode || !strings.Contains(text(n), " to ") {
			continue
		}
		links := hrefs(n)
		if len(links) != 2 {
			continue
		}
		first, last := r.cells[strings.TrimPrefix(links[0], "..")], r.cells[strings.TrimPrefix(links[1], "..")]
		if first == nil || last == nil || first.Source != o.Source || last.Source != o.Source {
			continue
		}
		a, b, c := first.Cell(), last.Cell(), o.Cell()
		a.Period, b.Period, c.Period = o.Period, o.Period, o.Period
		if a == c && b == c && first.Period.First() <= o.Period.First() && o.Period.Last() <= last.Period.Last() {
			return true
		}
	}
	return false
}

// lists tells whether the entry of a source leads to a page.
func (r *reach) lists(s *data.Source, route string) bool {
	return slices.Contains(hrefs(r.entries[s]), ".."+route)
}

// noted are the sources of the notes on a page.
func (r *reach) noted(p *site.Page) []*data.Source {
	var all []*data.Source
	for n := range r.page(p.Route).root.Descendants() {
		if n.DataAtom != atom.Li || !strings.HasPrefix(attribute(n, "id"), "note-") {
			continue
		}
		for _, source := range r.site.Set.Sources() {
			cited := slices.ContainsFunc(hrefs(n), func(href string) bool { return strings.HasSuffix(href, "sources/#"+site.SourceID(source)) })
			if cited || strings.HasPrefix(text(n), source.Publisher+", "+source.Title+", ") {
				all = append(all, source)
			}
		}
	}
	return all
}

func byID(root *html.Node, id string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "id") == id {
			return n
		}
	}
	return nil
}

func hrefs(root *html.Node) []string {
	var all []string
	for n := range root.Descendants() {
		if n.DataAtom == atom.A {
			all = append(all, attribute(n, "href"))
		}
	}
	return all
}

func text(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
