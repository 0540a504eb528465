package check

import (
	"bytes"
	"encoding/binary"
	"slices"

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
	Fresh bool   // the build that gave the Settled of Finish did not know it

	sound bool   // nothing is wrong with it by itself
	sum   sum    // of the marks of its ids
	ids   []byte // marks of its ids
	leads []byte // marks of what must be on the site
	load  func() *site.Facts
}

// sum adds marks up, in any order: two sums are the same only where the marks are.
type sum struct{ plain, mixed uint64 }

func (s *sum) add(mark uint64) {
	s.plain += mark
	mark ^= mark >> 31
	s.mixed += mark * 0x9e3779b97f4a7c15 // the golden ratio, as in Knuth's multiplicative hashing
}

func (s *sum) join(t sum) { s.plain, s.mixed = s.plain+t.plain, s.mixed+t.mixed }

// marksIn goes through marks that were written one after the other.
func marksIn(src []byte, do func(mark uint64) bool) {
	for ; len(src) >= 8; src = src[8:] {
		if !do(binary.LittleEndian.Uint64(src)) {
			return
		}
	}
}

// BriefOf sums the facts of a page up. load gives them again.
func BriefOf(f *site.Facts, load func() *site.Facts) Brief {
	b := Brief{Page: f.Page, sound: len(f.Twice) == 0 && len(f.Names) == 0, Fresh: true, load: load}
	if f.State != nil {
		b.State = f.State()
	}
	ids := make([]uint64, 0, len(f.IDs))
	for id := range f.IDs {
		ids = append(ids, markOf(f.Page.Route, '#', id))
	}
	slices.Sort(ids)
	for _, mark := range ids {
		b.ids = binary.LittleEndian.AppendUint64(b.ids, mark)
		b.sum.add(mark)
	}
	seen := map[uint64]bool{}
	lead := func(mark uint64) {
		if !seen[mark] {
			seen[mark] = true
			b.leads = binary.LittleEndian.AppendUint64(b.leads, mark)
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
	w.Uint(b.sum.plain)
	w.Uint(b.sum.mixed)
	w.Bytes(b.ids)
	w.Bytes(b.leads)
}

// ReadBrief reads what Write wrote of a page. load gives its facts.
func ReadBrief(r *wire.Reader, p *site.Page, load func() *site.Facts) Brief {
	return Brief{Page: p, Fresh: true, sound: r.Bool(), State: r.String(), sum: sum{r.Uint(), r.Uint()}, ids: r.Bytes(), leads: r.Bytes(), load: load}
}

// LeadsAs tells whether the page leads where it led as another brief has it.
func (b Brief) LeadsAs(other *Brief) bool { return other != nil && bytes.Equal(b.leads, other.leads) }

// Settled is what finished pages were found to lead to, all of it on the site. It is
// not known where the zero value stands.
type Settled struct {
	there sum
	known bool
}

// Write writes it for ReadSettled.
func (s Settled) Write(w *wire.Writer) {
	w.Bool(s.known)
	w.Uint(s.there.plain)
	w.Uint(s.there.mixed)
}

// ReadSettled reads what Write wrote.
func ReadSettled(r *wire.Reader) Settled {
	return Settled{known: r.Bool(), there: sum{r.Uint(), r.Uint()}}
}

// Finish applies the rules over finished pages. Briefs may come in any order; files
// are the paths of all files of the site. before is what Finish gave of an earlier
// build, which knew all briefs that are not fresh, or one that leads to the same:
// where everything there is is what there was, nobody need look where those lead.
func Finish(s *site.Site, briefs []Brief, files []string, before Settled) (diag.Problems, Settled) {
	f := finish(s, briefs, files)
	now := Settled{there: f.there(briefs), known: true}
	same := before.known && before.there == now.there
	var there map[uint64]struct{}
	for i := range briefs {
		b := &briefs[i]
		ok := b.sound
		if ok && (b.Fresh || !same) {
			if there == nil {
				there = f.marks(briefs)
			}
			marksIn(b.leads, func(mark uint64) bool {
				_, ok = there[mark]
				return ok
			})
		}
		if !ok {
			now.known = false
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
	return all, now
}

// each goes through the marks of all that there is on the site but parts of pages.
func (f *finished) each(do func(mark uint64)) {
	add := func(route string, kind byte) { do(markOf(route, kind, "")) }
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
	for file := range f.files {
		add(file, 0)
	}
}

// there sums up everything that there is on the site.
func (f *finished) there(briefs []Brief) (all sum) {
	f.each(all.add)
	for _, b := range briefs {
		if !f.site.Contested(b.Page.Route) {
			all.join(b.sum)
		}
	}
	return all
}

// marks are the marks of everything that there is on the site.
func (f *finished) marks(briefs []Brief) map[uint64]struct{} {
	n := len(f.files) + len(f.site.Pages)
	for _, b := range briefs {
		n += len(b.ids) / 8
	}
	there := make(map[uint64]struct{}, n)
	f.each(func(mark uint64) { there[mark] = struct{}{} })
	for _, b := range briefs {
		if f.site.Contested(b.Page.Route) {
			continue
		}
		marksIn(b.ids, func(mark uint64) bool {
			there[mark] = struct{}{}
			return true
		})
	}
	return there
}
