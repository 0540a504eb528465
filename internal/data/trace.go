package data

import (
	"iter"
	"maps"
	"math/bits"
	"slices"
)

// Trace is what was asked of a set through [Set.Traced]. Its zero value is ready;
// one goroutine uses it at a time.
type Trace struct {
	set  *Set
	hits map[int32]uint8 // kinds that were asked of observations, as bits, by their place in the set
	deps map[Dep]struct{}
}

// Traced is the set, entering into a trace what it is asked. What the registers
// say (Site, Areas, Indicators, Dimensions) is not entered: see [OnRegisters]. Only
// one set at a time is asked through a trace.
func (s *Set) Traced(t *Trace) *Set {
	if t.set != nil && t.set.memo != s.memo {
		t.settle()
	}
	traced := *s
	traced.trace, t.set = t, s
	return &traced
}

// Add enters a question that was answered otherwise.
func (t *Trace) Add(d Dep) {
	if t.deps == nil {
		t.deps = map[Dep]struct{}{}
	}
	t.deps[d] = struct{}{}
}

// Deps lists what was asked, each once, in the order of Dep.Compare.
func (t *Trace) Deps() []Dep {
	n := len(t.deps)
	for _, kinds := range t.hits {
		n += bits.OnesCount8(kinds)
	}
	all := make([]Dep, 0, n)
	for d := range t.deps {
		all = append(all, d)
	}
	for d := range t.asking() {
		all = append(all, d)
	}
	slices.SortFunc(all, Dep.Compare)
	return slices.Compact(all) // a cell may have been asked of two sets
}

// settle writes the questions about observations as those about cells.
func (t *Trace) settle() {
	for d := range t.asking() {
		t.Add(d)
	}
	clear(t.hits)
}

// asking are the questions about observations, as those about cells: by kind, and of
// each in the order of the set, which mostly is nearly that of Dep.Compare.
func (t *Trace) asking() iter.Seq[Dep] {
	return func(yield func(Dep) bool) {
		places := slices.Sorted(maps.Keys(t.hits))
		for kind := OnCell; kind <= OnBreaks; kind++ {
			for _, i := range places {
				if t.hits[i]&(1<<kind) != 0 && !yield(Dep{Kind: kind, Cell: t.set.observations[i].Cell()}) {
					return
				}
			}
		}
	}
}

// hit enters a question about the observation at a place. Nil enters nothing, as
// below.
func (t *Trace) hit(kind DepKind, at int) {
	if t == nil {
		return
	}
	if t.hits == nil {
		t.hits = map[int32]uint8{}
	}
	if before := t.hits[int32(at)]; before&(1<<kind) == 0 {
		t.hits[int32(at)] = before | 1<<kind
	}
}

// cell enters a question about a cell, by the place that is its observation's, or
// -1.
func (t *Trace) cell(kind DepKind, c Cell, at int) {
	switch {
	case t == nil:
	case at >= 0:
		t.hit(kind, at)
	default:
		t.Add(Dep{Kind: kind, Cell: c})
	}
}

// about enters a question about an observation, be it of the set or not.
func (t *Trace) about(kind DepKind, o *Observation) {
	if t == nil {
		return
	}
	at := -1
	if t.set.cells != nil && (o.rank != 0 || len(o.Path) == 0) { // else it is none of the set, and has no rank
		at = t.set.position(o)
	}
	if at >= 0 && t.set.observations[at] != o {
		t.all(OnObservations) // the second of a cell that is given twice: no cell names it
		return
	}
	t.cell(kind, o.Cell(), at)
}

// asked enters a question about the revisions of a cell, which are its own.
func (t *Trace) asked(c Cell, s *Set) {
	if t != nil {
		t.cell(OnCell, c, s.find(c))
	}
}

// named enters a question that names a source, publisher or edition.
func (t *Trace) named(kind DepKind, name string) {
	if t != nil {
		t.Add(Dep{Kind: kind, Name: name})
	}
}

// all enters a question about all there is of a kind.
func (t *Trace) all(kind DepKind) {
	if t != nil {
		t.Add(Dep{Kind: kind})
	}
}
