package geo

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"
)

//go:embed world.bin
var packed []byte

// theWorld is the decoded data: a constant that is computed when it is first asked for, since most builds draw no map, and
// read by any number of goroutines from then on. Nothing writes to it.
var theWorld = sync.OnceValues(func() (*world, error) { return decode(packed) })

// world is the topology: units have parts, parts have rings, rings walk along arcs, and arcs are shared by neighbours.
type world struct {
	units  []unit
	byCode map[string]int // place in units
	parts  []part
	rings  [][]int // references to arcs; ^index walks backwards
	arcs   []arc
	points []vec     // of all arcs
	detail []float64 // of each point: the area that is lost without it; see simplify.go
	coarse []int32   // the points with at least coarseDetail, arc by arc: all that a map of a continent looks at
	lines  []line    // what lies between two units
}

// unit is a code of ISO 3166-1, or a land without one.
type unit struct {
	code, name  string
	parent      int // place of the unit to which this belongs unless it is asked for itself; its own place for none
	first, past int // its parts, the largest first
	anchor      vec // the place in its largest part that is furthest from the outline
}

// part is one polygon.
type part struct {
	unit        int
	main        bool // a frame is fitted to it
	first, past int  // its rings, the outer one first
	area        float64
	around      disc
}

// arc is a line between two junctions, or a closed one.
type arc struct {
	first, past int    // its points
	rough       [2]int // from and past, in coarse
	around      disc
	sides       [2]int // units on its sides, in their order; -1 for the sea
}

// decode reads what world_gen_write.go wrote.
func decode(packed []byte) (*world, error) {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return nil, fmt.Errorf("outlines of the world: %w", err)
	}
	r := reader{text: text}
	w := &world{byCode: map[string]int{}}
	scale := [2]float64{r.float(), r.float()}
	translate := [2]float64{r.float(), r.float()}
	w.readArcs(&r, scale, translate)
	w.readUnits(&r)
	if r.bad {
		return nil, errors.New("outlines of the world: the data is not whole")
	}
	w.measure()
	return w, nil
}

func (w *world) readArcs(r *reader, scale, translate [2]float64) {
	total := 0
	w.arcs = make([]arc, r.count())
	for i := range w.arcs {
		w.arcs[i] = arc{first: total, sides: [2]int{-1, -1}}
		n := r.count()
		if n < 2 {
			r.bad = true
		}
		total += n
		w.arcs[i].past = total
	}
	if total > len(r.text) { // a point takes two bytes and more
		r.bad = true
	}
	if r.bad {
		return
	}
	degrees := make([][2]float64, total)
	for axis := range 2 {
		for _, a := range w.arcs {
			at := int64(0)
			for i := a.first; i < a.past; i++ {
				at += r.varint()
				degrees[i][axis] = float64(float64(at)*scale[axis]) + translate[axis]
			}
		}
	}
	w.points = make([]vec, total)
	for i, d := range degrees {
		w.points[i] = onSphere(d[0], d[1])
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
			head := r.count()
			p := part{unit: i, main: head&1 == 1, first: len(w.rings)}
			for range head >> 1 {
				w.rings = append(w.rings, w.readRing(r, i))
			}
			p.past = len(w.rings)
			if p.first == p.past {
				r.bad = true
			}
			if r.bad {
				return
			}
			w.parts = append(w.parts, p)
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
