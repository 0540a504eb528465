package data

import (
	"math"

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
	return key{o.Indicator.order, o.Area.order, o.rank, o.first, o.last}
}

// seriesKey is the key of all observations of a cell over time.
func seriesKey(o *Observation) key {
	return key{o.Indicator.order, o.Area.order, o.rank, math.MinInt32, math.MinInt32}
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
// reads the keys from the list: open addressing, at most half full.
type table struct {
	list  []*Observation
	key   func(*Observation) key
	slots []int32 // a place + 1, or 0; as many as a power of two
	used  int
}

// newTable is an empty table with room for n keys.
func newTable(list []*Observation, key func(*Observation) key, n int) *table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &table{list: list, key: key, slots: make([]int32, size)}
}

// slot is where a key is, or where it would go.
func (t *table) slot(k key) *int32 {
	mask := uint64(len(t.slots) - 1)
	for i := k.hash() & mask; ; i = (i + 1) & mask {
		if at := t.slots[i]; at == 0 || t.key(t.list[at-1]) == k {
			return &t.slots[i]
		}
	}
}

// get is the place of a key; -1 where it is not.
func (t *table) get(k key) int { return int(*t.slot(k)) - 1 }

// set enters the i-th of the list under its key, and gives the place that stood
// there before, or -1.
func (t *table) set(i int) (before int) {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	slot := t.slot(t.key(t.list[i]))
	before = int(*slot) - 1
	if before < 0 {
		t.used++
	}
	*slot = int32(i + 1)
	return before
}

func (t *table) grow() {
	old := t.slots
	t.slots = make([]int32, 2*len(old))
	for _, at := range old {
		if at != 0 {
			*t.slot(t.key(t.list[at-1])) = at
		}
	}
}
