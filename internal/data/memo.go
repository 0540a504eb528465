package data

import (
	"sync"
	"sync/atomic"
)

// memo keeps the digests that many questions share. All copies of a set have the
// same.
type memo struct {
	mu      sync.RWMutex
	digests [2]map[Dep]Digest // without and with places
	sources [2]struct {
		once sync.Once
		all  map[*Source]Digest
	}
	cells [2]struct {
		once sync.Once
		all  []noted // by the place of the observation
	}
	stamps sync.Pool // of *stamp
	files  Digest
}

// noted is the digest of an observation, once it is known. Many outputs ask for the
// same, so it is worth twenty bytes.
type noted struct {
	state  atomic.Uint32 // notYet, entering or entered
	digest Digest
}

// The states of what is noted.
const (
	notYet   = iota
	entering // somebody writes it
	entered
)

// observation is the digest of the observation at a place.
func (m *memo) observation(s *Set, at, which int) Digest {
	cells := &m.cells[which]
	cells.once.Do(func() { cells.all = make([]noted, len(s.observations)) })
	n := &cells.all[at]
	if n.state.Load() == entered {
		return n.digest
	}
	st := m.stamp(s, which)
	st.observation(s.observations[at])
	found := st.sum()
	m.stamps.Put(st)
	if n.state.CompareAndSwap(notYet, entering) {
		n.digest = found
		n.state.Store(entered)
	}
	return found
}

// stamp is an empty stamp that knows the digests of sources.
func (m *memo) stamp(s *Set, which int) *stamp {
	sources := &m.sources[which]
	sources.once.Do(func() {
		sources.all = make(map[*Source]Digest, len(s.sources.list))
		for _, source := range s.sources.list {
			st := stamp{places: which == 1}
			st.source(source)
			sources.all[source] = st.sum()
		}
	})
	st, ok := m.stamps.Get().(*stamp)
	if !ok {
		st = &stamp{}
	}
	*st = stamp{places: which == 1, sources: sources.all, bytes: st.bytes[:0]}
	return st
}
