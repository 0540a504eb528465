package geo

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
)

//go:embed world.bin
var packed []byte

// theWorld is the decoded data: a constant that is computed when it is first asked for, since most builds draw no map, and
// read by any number of goroutines from then on. Nothing writes to it but what measure.go adds, each arc and part once,
// when a map first looks at it: a region is a small piece of the world.
var theWorld = sync.OnceValues(func() (*world, error) { return decode(packed) })

// world is the topology: units have parts, parts have rings, rings walk along arcs, and arcs are shared by neighbours.
type world struct {
	scale, translate [2]float64 // from steps of the grid to degrees of longitude and latitude
	units            []unit
	byCode           map[string]int // place in units
	parts            []part         // see part()
	rings            [][]int        // references to arcs; ^index walks backwards
	arcs             []arc          // see arc()
	lines            []line         // what lies between two units
}

// unit is a code of ISO 3166-1, or a land without one.
type unit struct {
	code, name  string
	parent      int        // place of the unit to which this belongs unless it is asked for itself; its own place for none
	first, past int        // its parts, the largest first
	anchor      func() vec // the place in its largest part that is furthest from the outline
}

// part is one polygon.
type part struct {
	unit        int
	main        bool // a frame is fitted to it
	first, past int  // its rings, the outer one first
	within      disc // holds its points, with room to spare

	once   sync.Once // for what follows
	area   float64
	around disc
}

// arc is a line between two junctions, or a closed one.
type arc struct {
	grid  [][2]int32 // its points, in steps of the grid
	sides [2]int     // units on its sides, in their order; -1 for the sea

	once   sync.Once // for what follows
	points []vec
	detail []float64 // of each point: the area that is lost without it; see simplify.go
	coarse []int32   // the points with at least coarseDetail: all that a map of a continent looks at
	around disc
}

// decode reads what world_gen_write.go wrote.
func decode(packed []byte) (*world, error) {
	var text bytes.Buffer
	text.Grow(2 * len(packed))
	if _, err := text.ReadFrom(flate.NewReader(bytes.NewReader(packed))); err != nil {
		return nil, fmt.Errorf("outlines of the world: %w", err)
	}
	r := reader{text: text.Bytes()}
	w := &world{byCode: map[string]int{}}
	w.scale = [2]float64{r.float(), r.float()}
	w.translate = [2]float64{r.float(), r.float()}
	w.readArcs(&r)
	w.readUnits(&r)
	if r.bad {
		return nil, errors.New("outlines of the world: the data is not whole")
	}
	w.prepare()
	return w, nil
}

func (w *world) readArcs(r *reader) {
	total := 0
	w.arcs = make([]arc, r.count())
	lengths := make([]int, len(w.arcs))
	for i := range w.arcs {
		w.arcs[i].sides = [2]int{-1, -1}
		if lengths[i] = r.count(); lengths[i] < 2 {
			r.bad = true
		}
		total += lengths[i]
	}
	if total > len(r.text) { // a point takes two bytes and more
		r.bad = true
	}
	if r.bad {
		return
	}
	grid := make([][2]int32, total)
	for i, n := range lengths {
		w.arcs[i].grid, grid = grid[:n:n], grid[n:]
	}
	for axis := range 2 {
		for i := range w.arcs {
			at := int64(0)
			points := w.arcs[i].grid
			for k := range points {
				at += r.varint()
				points[k][axis] = int32(at)
			}
		}
	}
}

func (w *world) readUnits(r *reader) {
	w.units = make([]unit, r.count())
	parents := make([]string, len(w.units))
	for i := range w.units {
		u := &w.units[i]
		u.code, u.name, parents[i] = r.text8(), r.text8(), r.text8()
		u.parent, u.first = i, len(w.parts)
		if u.code != "" {
			w.byCode[u.code] = i
		}
		for range r.count() {
			head, first := r.count(), len(w.rings)
			for range head >> 1 {
				w.rings = append(w.rings, w.readRing(r, i))
			}
			if first == len(w.rings) {
				r.bad = true
			}
			if r.bad {
				return
			}
			w.parts = append(w.parts, part{unit: i, main: head&1 == 1, first: first, past: len(w.rings)})
		}
		if u.past = len(w.parts); u.first == u.past {
			r.bad = true // all have land
		}
	}
	for i, code := range parents {
		if code != "" {
			parent, known := w.byCode[code]
			if !known {
				r.bad = true
				return
			}
			w.units[i].parent = parent
		}
	}
}

// readRing reads the arcs of a ring, and notes the unit beside each.
func (w *world) readRing(r *reader, unit int) []int {
	n := r.count()
	if n == 0 {
		r.bad = true
	}
	ring := make([]int, 0, min(n, len(w.arcs)))
	for range n {
		ref := int(r.varint())
		if r.bad || max(ref, ^ref) >= len(w.arcs) {
			r.bad = true
			return nil
		}
		ring = append(ring, ref)
		sides := &w.arcs[max(ref, ^ref)].sides
		if sides[0] < 0 {
			sides[0] = unit
		} else {
			sides[1] = unit
		}
	}
	return ring
}

// reader reads numbers one after the other; after the first that is not there it gives zeros, and bad is set.
type reader struct {
	text []byte
	bad  bool
}

func (r *reader) float() float64 {
	if len(r.text) < 8 {
		r.bad = true
		return 0
	}
	f := math.Float64frombits(binary.LittleEndian.Uint64(r.text))
	r.text = r.text[8:]
	return f
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.text)
	if n <= 0 {
		r.bad, r.text = true, nil
		return 0
	}
	r.text = r.text[n:]
	return v
}

// count reads how many things follow; each of them takes a byte at least.
func (r *reader) count() int {
	v, n := binary.Uvarint(r.text)
	if n <= 0 || v > uint64(len(r.text)) {
		r.bad, r.text = true, nil
		return 0
	}
	r.text = r.text[n:]
	return int(v)
}

// text8 reads a length and as many bytes of UTF-8.
func (r *reader) text8() string {
	n := r.count()
	if n > len(r.text) {
		r.bad, r.text = true, nil
		return ""
	}
	s := string(r.text[:n])
	r.text = r.text[n:]
	return s
}
