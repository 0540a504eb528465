package chart

import "sync"

// mostBases is how many bytes of base maps are kept: those of ten maps of forty countries, or twenty of a few, wide and narrow.
const mostBases = 4 << 20

// baseMaps are base maps to use again. A report shows the same areas in each of its editions, wide and narrow, and a base
// map takes longer than all that is drawn on it. What one holds depends on its frame alone, so that nobody sees whether it
// was kept; those that were asked for last are, up to mostBases.
type baseMaps struct {
	sync.Mutex
	kept  map[frameOf]*keptBase
	bytes int
	clock int // counts what is asked for
}

// keptBase is a base map, or the error that there is none.
type keptBase struct {
	once  sync.Once
	base  *baseMap
	err   error
	asked int // when it was asked for last
	bytes int
}

// theBases are those of all drawings.
var theBases = sync.OnceValue(func() *baseMaps { return &baseMaps{kept: map[frameOf]*keptBase{}} })

// find is the base map of a frame. Who asks for one that is being drawn waits for it.
func (m *baseMaps) find(f frameOf) (*baseMap, error) {
	m.Lock()
	m.clock++
	k, ok := m.kept[f]
	if !ok {
		k = &keptBase{}
		m.kept[f] = k
	}
	k.asked = m.clock
	m.Unlock()
	k.once.Do(func() {
		k.base, k.err = newBaseMap(f)
		m.weigh(f, k)
	})
	return k.base, k.err
}

// weigh counts a base map that was drawn, and lets go of those that were not asked for longest, and of an error.
func (m *baseMaps) weigh(f frameOf, k *keptBase) {
	m.Lock()
	defer m.Unlock()
	if k.err != nil {
		delete(m.kept, f)
		return
	}
	k.bytes = k.base.size() + len(f.codes)
	m.bytes += k.bytes
	for m.bytes > mostBases {
		oldest, found := frameOf{}, false
		for at, other := range m.kept {
			if other.bytes > 0 && (!found || other.asked < m.kept[oldest].asked) {
				oldest, found = at, true
			}
		}
		m.bytes -= m.kept[oldest].bytes
		delete(m.kept, oldest)
	}
}
