package build

import (
	"encoding/binary"
	"hash/fnv"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/wire"
)

// Of tens of thousands of observations mostly one or two have changed since the build
// before, and of hundreds of units a few ask for them. So that not every unit's
// questions are asked again, a build keeps a digest of each observation, and of each
// unit the series that it asks about.

// entryCells is the kind of the entry that holds digests of all observations.
const entryCells = "cells"

// cells are digests of all observations, without places, of one state of data/.
type cells struct {
	state  data.Digest // of the files of data/
	others data.Digest // of what is no observation
	series []uint64    // of each observation, its series
	sums   []uint64    // and a digest of it

	set  *data.Set // of a live site
	same []int32   // of each observation, the place that it had before: see data.Shared; nil where that is not known
}

// cellsOf takes the digests. Those of observations that a live site shares with the
// set before are known, if it is known at all.
func cellsOf(set *data.Set, state data.Digest, before *cells) *cells {
	c := &cells{state: state, set: set}
	others := fnv.New128a()
	for _, kind := range []data.DepKind{data.OnRegisters, data.OnCompleteness, data.OnSources, data.OnRecords, data.OnRevisions} {
		of := set.Digest(data.Dep{Kind: kind}, false)
		others.Write(of[:])
	}
	others.Sum(c.others[:0])
	if before != nil && before.set != nil && before.others == c.others {
		c.same = data.Shared(set, before.set)
	}
	all := set.Observations()
	c.series, c.sums = make([]uint64, 0, len(all)), make([]uint64, 0, len(all))
	var indicator *data.Indicator
	var area *data.Area
	var mark uint64 // of the series
	for i, o := range all {
		if c.same != nil && c.same[i] >= 0 {
			c.series, c.sums = append(c.series, before.series[c.same[i]]), append(c.sums, before.sums[c.same[i]])
			continue
		}
		if o.Indicator != indicator || o.Area != area { // they are sorted by both
			indicator, area = o.Indicator, o.Area
			mark = seriesOf(indicator.ID, area.ID)
		}
		of := set.Mark(i)
		c.series = append(c.series, mark)
		c.sums = append(c.sums, binary.LittleEndian.Uint64(of[:8]))
	}
	return c
}

// seriesOf marks an indicator and an area; without an area, all of an indicator.
func seriesOf(indicator, area string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(indicator))
	h.Write([]byte{0})
	h.Write([]byte(area))
	return h.Sum64()
}

// changed marks the series in which an observation is not as it was, has come or gone,
// and their indicators. It is false where more than observations has changed, or
// nobody can tell.
func (c *cells) changed(before *cells, set *data.Set) (map[uint64]bool, bool) {
	if before == nil || before.others != c.others {
		return nil, false
	}
	alike := make([]bool, len(before.sums)) // which need not be compared
	for _, at := range c.same {
		if at >= 0 {
			alike[at] = true
		}
	}
	was := map[uint64]int{} // how many observations have the digest: a series keeps its order
	for i, sum := range before.sums {
		if !alike[i] {
			was[sum]++
		}
	}
	all := map[uint64]bool{}
	for i, sum := range c.sums {
		switch {
		case c.same != nil && c.same[i] >= 0:
		case was[sum] == 0:
			all[c.series[i]] = true
		default:
			was[sum]--
		}
	}
	for i, sum := range before.sums {
		if !alike[i] && was[sum] > 0 {
			all[before.series[i]] = true
		}
	}
	for _, i := range set.Indicators() {
		for _, a := range set.Areas() {
			if all[seriesOf(i.ID, a.ID)] {
				all[seriesOf(i.ID, "")] = true
			}
		}
	}
	return all, true
}

// seriesAsked marks the series that some questions are about, sorted. It is false where
// a question may be answered otherwise though no series of those has changed.
func seriesAsked(questions []data.Dep) ([]uint64, bool) {
	var all []uint64
	for _, d := range questions {
		switch d.Kind {
		case data.OnCell, data.OnParts, data.OnBreaks, data.OnHistory, data.OnSeries:
			all = append(all, seriesOf(d.Cell.Indicator, d.Cell.Area))
		case data.OnIndicator:
			all = append(all, seriesOf(d.Cell.Indicator, ""))
		case data.OnSource, data.OnSources, data.OnPublisher, data.OnPublished, data.OnRecord, data.OnRecords, data.OnRevisions, data.OnCompleteness, data.OnRegisters:
			// these change with more than observations
		default:
			return nil, false
		}
	}
	slices.Sort(all)
	return slices.Compact(all), true
}

func (c *cells) write() []byte {
	var w wire.Writer
	w.Bytes(c.state[:])
	w.Bytes(c.others[:])
	bytes := make([]byte, 0, 8*len(c.sums))
	for _, list := range [][]uint64{c.series, c.sums} {
		bytes = bytes[:0]
		for _, n := range list {
			bytes = binary.LittleEndian.AppendUint64(bytes, n)
		}
		w.Bytes(bytes)
	}
	return w.Data()
}

// readCells reads what write wrote; nil where it is not that.
func readCells(src []byte) *cells {
	r := wire.NewReader(src)
	c := &cells{}
	copy(c.state[:], r.Bytes())
	copy(c.others[:], r.Bytes())
	for _, list := range []*[]uint64{&c.series, &c.sums} {
		for bytes := r.Bytes(); len(bytes) >= 8; bytes = bytes[8:] {
			*list = append(*list, binary.LittleEndian.Uint64(bytes))
		}
	}
	if r.Done() != nil || len(c.series) != len(c.sums) {
		return nil
	}
	return c
}

// oldCells gives the digests of the build before, or nil.
func (m *Memory) oldCells() *cells {
	if m.cells != nil || m.store == nil {
		return m.cells
	}
	src, ok := m.store.Get(entryCells, "")
	if !ok {
		return nil
	}
	return readCells(src)
}

// compare finds what has changed in data/ since the build that gave settled.
func (w *workshop) compare() {
	w.before = w.settled()
	if w.before.state == w.state {
		return
	}
	old := w.memory.oldCells()
	now := cellsOf(w.site.Set, w.state, old)
	if old != nil && old.state == w.before.state {
		w.changes, w.told = now.changed(old, w.site.Set)
	}
	now.same = nil
	w.cells = now
}

// keepCells remembers the digests, with the units that a build has settled: another may
// have been given up meanwhile.
func (w *workshop) keepCells() {
	if w.cells == nil {
		return
	}
	if w.memory.live {
		w.memory.cells = w.cells
	}
	w.memory.put(entryCells, "", w.cells.write())
}
