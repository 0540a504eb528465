package build

import (
	"context"
	"sync"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// rest is what is seldom asked of the pages of a unit: the facts of those that
// something may be wrong with, or that others lead to in vain; and what they show.
type rest struct {
	facts map[*site.Page]*site.Facts
	shown map[*site.Page][]*data.Observation
}

// writeRest writes it for readRest.
func writeRest(pages []*site.Page, facts map[*site.Page]*site.Facts) []byte {
	var w wire.Writer
	for _, p := range pages {
		site.WriteShown(&w, p)
		f := facts[p]
		w.Bool(f != nil)
		if f != nil {
			site.WriteFacts(&w, f)
		}
	}
	return w.Data()
}

// readRest reads what writeRest wrote; false where it is not that, or not of these
// data.
func (w *workshop) readRest(u unit, src []byte) (rest, bool) {
	out := rest{map[*site.Page]*site.Facts{}, map[*site.Page][]*data.Observation{}}
	r := wire.NewReader(src)
	for _, p := range u.pages {
		shown, ok := w.site.ReadShown(r)
		if !ok {
			return out, false
		}
		out.shown[p] = shown
		if r.Bool() {
			f := site.ReadFacts(r, p)
			f.Find = w.theme.Finder(w.site, p, f.Template)
			out.facts[p] = f
		}
	}
	return out, r.Done() == nil
}

// restOf gives the rest of what is known of a unit, once somebody asks. What the cache
// does not hold any more is worked out again.
func (w *workshop) restOf(u unit, known *remembered) func() rest {
	name := w.entry(u)
	return sync.OnceValue(func() rest {
		src := known.facts
		if src == nil {
			src = w.memory.piece(name, pieceFacts)
		}
		if out, ok := w.readRest(u, src); ok {
			return out
		}
		return w.remake(u)
	})
}

// remake draws the pages of a unit, and stages nothing. It opens pages of a site of its
// own, since others may be reading those of this one.
func (w *workshop) remake(u unit) rest {
	w.remaking.Lock()
	defer w.remaking.Unlock()
	idle := *w.build
	idle.stage = nil
	again := *w
	again.build, again.site = &idle, w.twin()
	twins := unit{name: u.name, late: u.late}
	for _, p := range u.pages {
		if twin, ok := again.site.Page(p.Route); ok {
			twins.pages = append(twins.pages, twin)
		}
	}
	out := rest{map[*site.Page]*site.Facts{}, map[*site.Page][]*data.Observation{}}
	made, err := again.anew(context.Background(), twins, func() {})
	if err != nil || len(twins.pages) != len(u.pages) {
		return out // only staging fails, and a twin has the same pages
	}
	for i, p := range u.pages {
		out.shown[p] = twins.pages[i].Shown()
		if f := made.facts[twins.pages[i]]; f != nil {
			f.Page = p
			out.facts[p] = f
		}
	}
	return out
}

// twin is the same site with pages of its own, all of them closed.
func (w *workshop) twin() *site.Site {
	var documents []*content.Document
	for _, p := range w.site.Pages {
		if p.Document != nil {
			documents = append(documents, p.Document.Again())
		}
	}
	twin, _ := site.Outline(w.config(), w.site.Set, documents)
	for i, e := range twin.Editions {
		if i < len(w.site.Editions) && w.site.Editions[i].ID == e.ID {
			e.Uploaded, e.Built = w.site.Editions[i].Uploaded, w.site.Editions[i].Built
		}
	}
	return twin
}
