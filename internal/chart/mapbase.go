package chart

import (
	"strings"

	"bulletin/internal/geo"
)

// baseMap is what a map is drawn on: the part of the world that shows some areas, whatever their values and words are. It
// is read only, since maps of the same areas share it.
type baseMap struct {
	view       *geo.View
	grid       mapGrid
	shown      []int          // of each area, where its land is in view.Lands
	places     map[string]int // of each area in shown, by its code
	neighbours []byte         // the outlines of all other lands, in the words of SVG
	outlines   [][]byte       // those of areas, as shown is
	borders    [][]byte       // as view.Borders is
}

// frameOf is what a base map depends on.
type frameOf struct {
	codes           string // of the areas, in order, with a space between them
	width           int
	narrow, locator bool
}

// newBaseMap draws a base map. The codes are known, and there is one at least.
func newBaseMap(f frameOf) (*baseMap, error) {
	view, err := f.fit()
	if err != nil {
		return nil, err
	}
	b := &baseMap{view: view, places: map[string]int{}, borders: make([][]byte, len(view.Borders))}
	var line []geo.Point
	var path trail
	add := func(points []geo.Point, closed bool, grain int) {
		if line = simplify(line[:0], points, closed, grain, view); len(line) > 0 {
			path.outline(line, closed)
		}
	}
	for i := range view.Lands {
		if land := &view.Lands[i]; !land.Focus {
			for _, ring := range land.Rings {
				add(ring, true, coarse)
			}
		}
	}
	b.neighbours = path.taken()
	for i := range view.Lands {
		land := &view.Lands[i]
		if !land.Focus {
			continue
		}
		b.places[land.Code] = len(b.shown)
		b.shown = append(b.shown, i)
		for _, ring := range land.Rings {
			add(ring, true, grain)
		}
		b.outlines = append(b.outlines, path.taken())
	}
	for i := range view.Borders {
		add(view.Borders[i].Points, false, grain)
		b.borders[i] = path.taken()
	}
	b.grid = newMapGrid(view, b.shown)
	return b, nil
}

// fit finds what of the world is in the frame.
func (f frameOf) fit() (*geo.View, error) {
	codes := strings.Fields(f.codes)
	low, high, margin := mapLow*unit, mapHigh*unit, mapMargin*unit
	if f.narrow {
		low, high, margin = mapLowNarrow*unit, mapHighNarrow*unit, mapMarginNarrow*unit
	}
	if f.locator {
		high = (low + high) / 2
		if len(codes) == 1 {
			return geo.Locate(codes, f.width, high)
		}
		return geo.Fit(codes, f.width, high, high*22/100) // names have room in areas that take half of the frame
	}
	return geo.FitWithin(codes, f.width, low, high, margin)
}

// taken are the words of a path, which begins anew.
func (t *trail) taken() []byte {
	path := append(make([]byte, 0, len(t.path)), t.path...)
	t.path = t.path[:0]
	return path
}

// size is about how many bytes a base map takes.
func (b *baseMap) size() int {
	const point, land = 16, 256
	size := len(b.neighbours) + b.grid.size()
	for i := range b.view.Lands {
		size += land
		for _, ring := range b.view.Lands[i].Rings {
			size += point * len(ring)
		}
	}
	for i := range b.outlines {
		size += len(b.outlines[i])
	}
	for i := range b.view.Borders {
		size += land + len(b.borders[i]) + point*len(b.view.Borders[i].Points)
	}
	return size
}
