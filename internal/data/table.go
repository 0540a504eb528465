package data

import (
	"math"
	"sync/atomic"

	"bulletin/internal/period"
)

// key is what a table finds observations by: indicator, area and categories as
// their numbers, and the stretch of time.
type key struct {
	indicator, area, rank int32
	first, last           period.Day
}

// cellKey is the key of an observation's cell.
func cellKey(o *Observation) key {
	first, last := o.Stretch()
	return key{o.Indicator.order, o.Area.order, o.rank, first, last}
}

// seriesKey is the key of all observations of a cell over time.
func seriesKey(o *Observation) key {
	return key{indicator: o.Indicator.order, area: o.Area.order, rank: o.rank}.series()
}

// series is the key of all cells over time.
func (k key) series() key {
	k.first, k.last = math.MinInt32, math.MinInt32
	return k
}

// hash spreads keys that differ in a few low bits, as neighbours do.
func (k key) hash() uint64 {
	const odd = 0x9e3779b97f4a7c15
	h := (uint64(uint32(k.indicator)) | uint64(uint32(k.area))<<32) * odd
	h = (h ^ h>>32 ^ uint64(uint32(k.first)) ^ uint64(uint32(k.last))<<32) * odd
	h = (h ^ h>>32 ^ uint64(uint32(k.rank))) * odd
	return h ^ h>>29
}

// table finds the place of an observation in a list by its key, in a time that
// does not grow with the list. It keeps places alone, four bytes each, and
// reads the keys from a list beside the observations, which are far away in memory:
// open addressing, at most half full.
type table struct {
	keys   []key   // of the cells, by their places
	series bool    // keys are those of series; else, of cells
	slots  []int32 // a place + 1, or 0; as many as a power of two
}

// is tells whether the observation at a place has a key.
func (t *table) is(at int32, k key) bool {
	own := t.keys[at]
	if t.series {
		own = own.series()
	}
	return own == k
}

// newTable is a table with room for so many places.
func newTable(keys []key, series bool, places int) *table {
	size := 16
	for size < 2*places {
		size *= 2
	}
	return &table{keys: keys, series: series, slots: make([]int32, size)}
}

// add enters the place of a key, which the table has not yet.
func (t *table) add(k key, at int32) {
	mask := uint64(len(t.slots) - 1)
	i := k.hash() & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = at + 1
}

// get is the place of a key; -1 where it is not.
func (t *table) get(k key) int {
	mask := uint64(len(t.slots) - 1)
	for i := k.hash() & mask; ; i = (i + 1) & mask {
		if at := t.slots[i]; at == 0 || t.is(at-1, k) {
			return int(at) - 1
		}
	}
}

// before is get for a key that does not come behind the one at a place, if that is not -1.
// Keys that follow each other in time are near each other, mostly: so they are looked
// at in turn, of which a computer knows beforehand, and not here and there.
func (t *table) before(place int, k key) int {
	const most = 48
	for at := place; at >= 0 && at > place-most; at-- {
		switch c := t.keys[at].compare(k); {
		case c == 0:
			return at
		case c < 0:
			return -1 // they are in order
		}
	}
	return t.get(k)
}

// placeAt keeps the place of an observation in the newest set that has it. Sets of one
// site share observations, and an older one may be asked meanwhile: it sees that the
// place is not its own.
func (o *Observation) placeAt(at int32) {
	if atomic.LoadInt32(&o.place) != at {
		atomic.StoreInt32(&o.place, at)
	}
}

// position is the place of an observation's cell in the set; -1 where it has none. Most are
// asked of the set that they are part of, and know their places.
func (s *Set) position(o *Observation) int {
	if at := s.ownPlace(o); at >= 0 {
		return at
	}
	return s.cells.get(cellKey(o))
}

// ownPlace is the place that an observation knows, if it is its own in the set; else -1.
func (s *Set) ownPlace(o *Observation) int {
	if at := int(atomic.LoadInt32(&o.place)); at < len(s.observations) && s.observations[at] == o {
		return at
	}
	return -1
}
