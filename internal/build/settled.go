package build

import (
	"bulletin/internal/check"
	"bulletin/internal/data"
	"bulletin/internal/wire"
)

// settled is what a build found of where finished pages lead, and the units that it
// found it of.
type settled struct {
	check.Settled
	state data.Digest       // of data/
	units map[string]string // by their entries: which record of them
}

// entrySettled is the kind of the entry.
const entrySettled = "settled"

// id tells a record of a unit from others.
func (u *remembered) id() string { return string(u.digest[:]) + string(u.asked[:]) }

// settled is what the build before found; nothing where that is not known.
func (b *build) settled() settled {
	m := b.memory
	if m.settled != nil {
		return *m.settled
	}
	if m.store == nil {
		return settled{}
	}
	src, ok := m.store.Get(entrySettled, b.way())
	if !ok {
		return settled{}
	}
	r := wire.NewReader(src)
	out := settled{Settled: check.ReadSettled(r), units: map[string]string{}}
	copy(out.state[:], r.Bytes())
	for range r.Len(2) {
		name := r.String()
		out.units[name] = string(r.Bytes())
	}
	if r.Done() != nil {
		return settled{}
	}
	return out
}

// settle marks the briefs that the build before knew, or that lead where those did.
func (before settled) settle(name string, p *product) {
	if before.units[name] == "" {
		return
	}
	for i := range p.pages {
		if b := p.pages[i].brief; b != nil && (before.units[name] == p.id || before.units[name] == p.former && b.LeadsAs(p.led[b.Page.Route])) {
			b.Fresh = false
		}
	}
}

// keepSettled remembers what was found.
func (b *build) keepSettled(p *plan, made []product, found check.Settled) {
	now := settled{found, p.state, map[string]string{}}
	for i, m := range made {
		if u := p.unit(i); len(u.pages) > 0 && m.id != "" {
			now.units[p.entry(u)] = m.id
		}
	}
	m := b.memory
	if m.live {
		m.settled = &now
	}
	var w wire.Writer
	now.Write(&w)
	w.Bytes(now.state[:])
	w.Len(len(now.units))
	for i := range made {
		name := ""
		if u := p.unit(i); len(u.pages) > 0 {
			name = p.entry(u)
		}
		if id := now.units[name]; id != "" {
			w.String(name)
			w.Bytes([]byte(id))
		}
	}
	m.put(entrySettled, b.way(), w.Data())
	p.keepCells()
}
