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
}

// newTable is a table of the places given, whose keys all differ.
func newTable(list []*Observation, key func(*Observation) key, places []int32) *table {
	size := 16
	for size < 2*len(places) {
		size *= 2
	}
	t := &table{list: list, key: key, slots: make([]int32, size)}
	mask := uint64(size - 1)
	for _, at := range places {
		i := key(list[at]).hash() & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = at + 1
	}
	return t
}

// get is the place of a key; -1 where it is not.
func (t *table) get(k key) int {
	mask := uint64(len(t.slots) - 1)
	for i := k.hash() & mask; ; i = (i + 1) & mask {
		if at := t.slots[i]; at == 0 || t.key(t.list[at-1]) == k {
			return int(at) - 1
		}
	}
}
