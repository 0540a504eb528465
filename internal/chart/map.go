package chart

import (
	"sync"

	"bulletin/internal/geo"
)

// Sizes of maps, in pixels.
const (
	mapLow, mapHigh             = 300, 570 // the height of a wide map
	mapLowNarrow, mapHighNarrow = 240, 380
	mapMargin, mapMarginNarrow  = 26, 16 // around the areas that are shown
	tooSmall                    = 8      // an area that measures less to both sides is marked with a ring
	grain                       = 5      // areas are drawn to half a pixel, in tenths
	crowd                       = 40     // areas on a map that has no room for labels that stand off
	coarse                      = 10     // and neighbours to a whole one
)

// chartMap is a map, laid out.
type chartMap struct {
	*plate
	view   *geo.View
	areas  []mapArea // by row; those without a code are not among them
	off    []int     // rows that are not on the map
	grid   mapGrid
	shades shades
	most   float64 // Symbols: the value whose circle has the radius full
	full   int

	*mapRoom
}

// mapRoom is what the work on a map takes, and the picture does not keep.
type mapRoom struct {
	cells     []uint8 // of newMapGrid
	sums      []uint16
	crossings [][]int
	seats     []mapSeat // of seatsOf, used for one label after the other
	order     []int
	line      []geo.Point // of trace
}

// mapRooms are those to use again: a third of what a map would allocate. What they hold is written before it is read.
var mapRooms = sync.Pool{New: func() any { return &mapRoom{} }}

// mapArea is a row on the map.
type mapArea struct {
	row   int
	land  *geo.Land
	point Point
	x, y  int    // the middle of its circle, or where its words belong
	r     int    // of its circle or ring; 0 for none
	tint  string // the class of its land
	over  string // the class of words on its land
	under bool   // its value stands in its circle
}

// worldMap draws Map and returns the height.
func (p *plate) worldMap() int {
	m := &chartMap{plate: p, mapRoom: mapRooms.Get().(*mapRoom)}
	defer mapRooms.Put(m.mapRoom)
	view, err := m.fit()
	if err != nil { // Validate refuses every spec for which there can be one
		return p.foot([]string{"The map cannot be drawn: " + err.Error() + "."}, 0)
	}
	m.view = view
	m.placeAreas()
	m.grid = m.newMapGrid(view, m.areas)
	m.drawSea()
	m.drawLands()
	m.drawBorders()
	m.drawMarks()
	left := m.drawLabels()
	return m.below(left)
}

// fit finds what of the world is in the frame.
func (m *chartMap) fit() (*geo.View, error) {
	var codes []string
	for _, r := range m.Rows {
		if r.Code != "" {
			codes = append(codes, r.Code)
		}
	}
	low, high, margin := mapLow*unit, mapHigh*unit, mapMargin*unit
	if m.narrow {
		low, high, margin = mapLowNarrow*unit, mapHighNarrow*unit, mapMarginNarrow*unit
	}
	if m.Map.Style == Locator {
		high = (low + high) / 2
		if len(codes) == 1 {
			return geo.Locate(codes, m.width, high)
		}
		return geo.Fit(codes, m.width, high, high*22/100) // names have room in areas that take half of the frame
	}
	return geo.FitWithin(codes, m.width, low, high, margin)
}

// placeAreas finds the land of every row, its look and its value.
func (m *chartMap) placeAreas() {
	lands := make(map[string]*geo.Land, len(m.view.Lands))
	for i := range m.view.Lands {
		lands[m.view.Lands[i].Code] = &m.view.Lands[i]
	}
	for i, row := range m.Rows {
		land := lands[row.Code]
		if row.Code == "" || land == nil {
			m.off = append(m.off, i)
			continue
		}
		a := mapArea{row: i, land: land, x: land.Anchor.X, y: land.Anchor.Y, tint: "ch-focus", over: "ch-on-focus"}
		if m.Map.Style == Locator {
			a.tint, a.over = "ch-symbol", "ch-on-located"
		} else {
			a.point = m.Series[0].Points[i]
			if a.point.Missing {
				a.tint, a.over = "ch-no-value", "ch-on-none"
			}
		}
		m.areas = append(m.areas, a)
	}
	switch m.Map.Style {
	case Symbols:
		m.placeSymbols()
	case Shades:
		m.placeShades()
	}
	for i := range m.areas {
		a := &m.areas[i]
		box := a.land.Box
		if a.r == 0 && max(box.Max.X-box.Min.X, box.Max.Y-box.Min.Y) < tooSmall*unit {
			a.r = tooSmall * unit / 2
			if len(m.areas) > crowd {
				a.r /= 2
			}
		}
	}
}

// ringed says that an area is marked with a ring, since its land is too small to be seen and there is no circle.
func (m *chartMap) ringed(a *mapArea) bool {
	return a.r > 0 && (m.Map.Style != Symbols || a.point.Missing)
}
