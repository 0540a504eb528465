package build

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"bulletin/internal/check"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// known is what makes up a part of every unit's digest: it changes seldom, and then all
// is made anew.
func (w *workshop) knownDigest() (sum [sha256.Size]byte) {
	s := sha256.New()
	fmt.Fprintf(s, "%q %v %v %v %v %v\n", w.site.Absolute("/"), w.Version, w.Drafts, w.Images, w.OnDemand, w.theme != nil)
	fmt.Fprintf(s, "%v\n", len(w.site.Editions)+len(w.site.Snapshots)+len(w.site.Articles) > 0) // there is a feed
	set := w.site.Set
	for _, d := range []data.Digest{
		set.Digest(data.Dep{Kind: data.OnRegisters}, true), set.Digest(data.Dep{Kind: data.OnCompleteness}, false), w.inspection.Digest(),
	} {
		s.Write(d[:])
	}
	s.Sum(sum[:0])
	return sum
}

// digest is the SHA-256 of all that a unit depends on but data/, if that is what is
// remembered of it.
func (w *workshop) digest(u unit, known *remembered) (sum [sha256.Size]byte) {
	s := sha256.New()
	s.Write(w.known[:])
	for _, p := range u.pages {
		fmt.Fprintf(s, "%q %q\n", p.Route, p.Kind)
		if p.Document != nil {
			of := w.sums[p.Document.File]
			s.Write(of[:])
		}
		if w.theme != nil {
			theme := w.themes[p.Kind]
			s.Write(theme[:])
		}
	}
	around := w.site.Surroundings(u.pages)
	s.Write(around[:])
	for _, d := range known.deps {
		of := w.site.Digest(d)
		s.Write(of[:])
	}
	s.Sum(sum[:0])
	return sum
}

// holds tells whether all that a unit depends on is as it was. Where the files of data/
// are the same, or nothing has changed in what it asks about, nobody need be asked.
func (w *workshop) holds(u unit, known *remembered) bool {
	if w.digest(u, known) != known.digest {
		return false
	}
	if known.state == w.state {
		return true
	}
	if w.before.units[w.entry(u)] == known.id() { // so it was at the end of the build before
		if w.before.state == w.state || w.told && !known.places && len(known.series) > 0 && !w.touched(known.series) {
			return true
		}
	}
	questions, ok := data.ReadDeps(wire.NewReader(known.data))
	return ok && w.site.Set.DigestAll(questions, known.places) == known.asked
}

// touched tells whether an observation has changed in one of some series.
func (w *workshop) touched(series []byte) bool {
	for ; len(series) >= 8; series = series[8:] {
		if w.changes[binary.LittleEndian.Uint64(series)] {
			return true
		}
	}
	return false
}

// again is what came of a unit before, where nothing that it depends on has changed.
func (w *workshop) again(u unit) (product, bool, error) {
	known := w.memory.unit(w.entry(u))
	if known == nil {
		return product{}, false, nil
	}
	if !w.holds(u, known) {
		return w.former(u, known), false, nil
	}
	p, ok := w.readProduct(u, known)
	if !ok {
		return product{}, false, nil
	}
	p.id = known.id()
	w.memory.ease(known)
	if p.problems.Errors() > 0 {
		w.hopeless.Store(true)
	}
	for _, d := range p.pages {
		if d.found.Problems.Errors() > 0 {
			w.hopeless.Store(true)
		}
	}
	if w.stage == nil || w.hopeless.Load() {
		return p, true, nil
	}
	var missing []int
	for i, f := range p.files {
		if p.sums[i] == [sha256.Size]byte{} {
			continue // it could not be made
		}
		kept, err := w.stage.Keep(f.Path, f.Source, p.sums[i])
		if err != nil {
			return p, false, err
		}
		if !kept {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 {
		return p, true, nil
	}
	if w.memory.store == nil {
		return product{}, false, nil
	}
	kept, ok := w.memory.store.Pieces(entryFiles, w.entry(u))
	if !ok {
		return product{}, false, nil
	}
	defer kept.Close()
	p.bytes = make([][]byte, len(p.files))
	for _, i := range missing { // all before any is staged: where one is lost, the unit is made anew
		if p.bytes[i], ok = piece(kept, i, p.sums[i], nil); !ok {
			return product{}, false, nil
		}
	}
	for _, i := range missing {
		if err := w.addSum(p.files[i], p.bytes[i], p.sums[i]); err != nil {
			return p, false, err
		}
	}
	return p, true, nil
}

// former is what there is to know of a unit as it was: where its pages led.
func (w *workshop) former(u unit, known *remembered) (p product) {
	if was, ok := w.readProduct(u, known); ok {
		p.former, p.led = known.id(), map[string]*check.Brief{}
		for _, d := range was.pages {
			p.led[d.page.Route] = d.brief
		}
	}
	return p
}

// entry is the name of a unit in memory: sites that are made in several ways in turn
// remember each. A page of Bulletin's own and an author's at its address are two: what
// the one asked of all pages cannot be asked while the other is made.
func (w *workshop) entry(u unit) string {
	return fmt.Sprintf("%s\n%v %q %v %v %v", u.name, u.late, w.site.Absolute("/"), w.Drafts, w.Images, w.OnDemand)
}

// remember keeps what came of a unit.
func (w *workshop) remember(u unit, p *product, t *site.Trace) {
	problems := len(p.problems)
	for _, d := range p.pages {
		problems += len(d.found.Problems)
	}
	for _, page := range u.pages {
		switch page.Kind { // what these ask by fields
		case site.Home:
			t.Add(site.Dep{Kind: site.OnLists})
		case site.Search:
			t.Add(site.Dep{Kind: site.OnFound})
		case site.Sources:
			t.Add(site.Dep{Kind: site.OnNames})
		case site.Revisions:
			t.Add(site.Dep{Kind: site.OnLists})
			t.Add(site.Dep{Kind: site.OnShown})
			t.Data.Add(data.Dep{Kind: data.OnRecords})
			t.Data.Add(data.Dep{Kind: data.OnRevisions})
			t.Data.Add(data.Dep{Kind: data.OnObservations})
		}
	}
	known := &remembered{deps: t.Deps(), places: problems > 0, state: w.state, facts: writeRest(u.pages, p.facts)}
	rest := w.restOf(u, known)
	for i := range p.pages {
		if d := &p.pages[i]; p.facts[d.page] != nil {
			b := check.BriefOf(p.facts[d.page], func() *site.Facts { return rest().facts[d.page] })
			d.brief = &b
		}
	}
	known.body = writeProduct(p)
	known.digest = w.digest(u, known)
	questions := t.Data.Deps()
	known.asked = w.site.Set.DigestAll(questions, known.places)
	var deps wire.Writer
	data.WriteDeps(&deps, questions)
	known.data = deps.Data()
	if series, ok := seriesAsked(questions); ok {
		for _, mark := range series {
			known.series = binary.LittleEndian.AppendUint64(known.series, mark)
		}
	}
	p.id = known.id()
	p.facts = nil
	if !p.fleeting {
		w.memory.keep(w.entry(u), known, p.bytes, p.sums)
	}
}

// reasonsOf are the reasons for leaving a warning, by their places.
func reasonsOf(set *data.Set) map[diag.Pos]*data.Acceptance {
	all := map[diag.Pos]*data.Acceptance{}
	for _, a := range set.Acceptances() {
		all[a.Pos] = a
	}
	return all
}

// themesOf are the digests of what pages are drawn with, by their kinds.
func themesOf(t *render.Templates, s *site.Site) map[site.Kind][sha256.Size]byte {
	all := map[site.Kind][sha256.Size]byte{}
	if t == nil {
		return all
	}
	for _, p := range s.Pages {
		if _, ok := all[p.Kind]; !ok {
			all[p.Kind] = t.Digest(p.Kind)
		}
	}
	return all
}
