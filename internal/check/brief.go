package check

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// Brief is what must be known of a finished page until all pages are finished: enough
// to tell that nothing is wrong with it. Only where something may be are its facts
// loaded, since those of all pages would fill the memory.
type Brief struct {
	Page  *site.Page
	State string // of a print edition: see site.Facts

	sound bool     // nothing is wrong with it by itself
	ids   []uint64 // marks of its ids
	leads []uint64 // marks of what must be on the site
	load  func() *site.Facts
}

// BriefOf sums the facts of a page up. load gives them again.
func BriefOf(f *site.Facts, load func() *site.Facts) Brief {
	b := Brief{Page: f.Page, sound: len(f.Twice) == 0 && len(f.Names) == 0, load: load}
	if f.State != nil {
		b.State = f.State()
	}
	for id := range f.IDs {
		b.ids = append(b.ids, markOf(f.Page.Route, '#', id))
	}
	seen := map[uint64]bool{}
	lead := func(mark uint64) {
		if !seen[mark] {
			seen[mark] = true
			b.leads = append(b.leads, mark)
		}
	}
	for _, l := range f.Links {
		b.sound = b.sound && l.Fault == ""
		lead(markOf(l.Target.Route, 0, ""))
		if id := l.Target.Fragment; id != "" && id != "top" && !l.Loads {
			lead(markOf(l.Target.Route, '#', id))
		}
	}
	for _, i := range f.Images {
		b.sound = b.sound && i.Alt
		if i.Pos.File != "" {
			lead(markOf(i.Route, '^', ""))
		}
	}
	alone := &finished{facts: []*site.Facts{f}}
	for _, rule := range []func(*finished, *Reporter){headingLevels, repeatedTitles} {
		r := &Reporter{inspection: &inspection{}}
		rule(alone, r)
		b.sound = b.sound && len(r.problems) == 0
	}
	return b
}

// markOf is the 64-bit FNV-1a hash of a route and what is there: a page or file (0), a
// part of a page (#), an upload (^). Of all the marks of a site with a million ids, one
// is that of a part which does not exist with a chance of 1 to 10 trillion.
func markOf(route string, kind byte, id string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(route) {
		h = (h ^ uint64(route[i])) * prime
	}
	h = (h ^ uint64(kind)) * prime
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * prime
	}
	return h
}

// Write writes the brief for ReadBrief.
func (b Brief) Write(w *wire.Writer) {
	w.Bool(b.sound)
	w.String(b.State)
	for _, marks := range [][]uint64{b.ids, b.leads} {
		w.Len(len(marks))
		for _, m := range marks {
			w.Uint(m)
		}
	}
}

// ReadBrief reads what Write wrote of a page. load gives its facts.
func ReadBrief(r *wire.Reader, p *site.Page, load func() *site.Facts) Brief {
	b := Brief{Page: p, sound: r.Bool(), State: r.String(), load: load}
	for _, marks := range []*[]uint64{&b.ids, &b.leads} {
		*marks = make([]uint64, 0, r.Len(1))
		for range cap(*marks) {
			*marks = append(*marks, r.Uint())
		}
	}
	return b
}

// Finish applies the rules over finished pages. Briefs may come in any order; files
// are the paths of all files of the site.
func Finish(s *site.Site, briefs []Brief, files []string) diag.Problems {
	f := finish(s, briefs, files)
	there := f.marks(briefs, files)
	for i := range briefs {
		b := &briefs[i]
		ok := b.sound
		for _, m := range b.leads {
			if !ok {
				break
			}
			_, ok = there[m]
		}
		if !ok {
			f.facts = append(f.facts, f.page(b.Page.Route))
		}
	}
	var all diag.Problems
	in := inspect(s)
	for _, rule := range Rules() {
		if rule.pages != nil {
			r := &Reporter{inspection: in, rule: rule}
			rule.pages(f, r)
			all = append(all, r.problems...)
		}
	}
	return all
}

// marks are the marks of everything that there is on the site.
func (f *finished) marks(briefs []Brief, files []string) map[uint64]struct{} {
	n := len(files) + len(f.site.Pages)
	for _, b := range briefs {
		n += len(b.ids)
	}
	there := make(map[uint64]struct{}, n)
	add := func(route string, kind byte) { there[markOf(route, kind, "")] = struct{}{} }
	for _, p := range f.site.Pages {
		add(p.Route, 0)
	}
	for _, r := range f.site.Redirects {
		add(r.From, 0)
	}
	for route := range f.site.Uploads {
		add(route, 0)
		add(route, '^')
	}
	for _, file := range files {
		add("/"+file, 0)
	}
	for _, b := range briefs {
		if f.site.Contested(b.Page.Route) {
			continue
		}
		for _, m := range b.ids {
			there[m] = struct{}{}
		}
	}
	return there
}
