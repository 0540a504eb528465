package chart

import (
	"slices"
	"strings"
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
	*baseMap
	areas  []mapArea // by row; those without a code are not among them
	owners []int     // of each place in the base map, the number of its area
	off    []int     // rows that are not on the map
	shades shades
	most   float64 // Symbols: the value whose circle has the radius full
	full   int

	*mapRoom
}

// mapRoom is what the work on a map takes, and the picture does not keep.
type mapRoom struct {
	seats   []mapSeat  // of seatsOf, used for one label after the other
	circles []obstacle // of findCircles
	first   []int32    // of byCost
	order   []int32
	line    []geo.Point // of trace
}

// mapRooms are those to use again. What they hold is written before it is read.
var mapRooms = sync.Pool{New: func() any { return &mapRoom{} }}

// mapArea is a row on the map.
type mapArea struct {
	row   int
	place int // in the base map
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
	base, err := theBases().find(m.frame())
	if err != nil { // Validate refuses every spec for which there can be one
		return p.foot([]string{"The map cannot be drawn: " + err.Error() + "."}, 0)
	}
	m.baseMap = base
	m.placeAreas()
	m.drawSea()
	m.drawLands()
	m.drawBorders()
	m.drawMarks()
	left := m.drawLabels()
	return m.below(left)
}

// frame is what the base of the map depends on: the areas in any order, so that charts of the same ones share it.
func (m *chartMap) frame() frameOf {
	codes := make([]string, 0, len(m.Rows))
	for i := range m.Rows {
		if code := m.Rows[i].Code; code != "" {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return frameOf{strings.Join(codes, " "), m.width, m.narrow, m.Map.Style == Locator}
}

// placeAreas finds the land of every row, its look and its value.
func (m *chartMap) placeAreas() {
	m.owners = make([]int, len(m.shown))
	for i, row := range m.Rows {
		at, there := m.places[row.Code]
		if row.Code == "" || !there {
			m.off = append(m.off, i)
			continue
		}
		land := &m.view.Lands[m.shown[at]]
		m.owners[at] = len(m.areas)
		a := mapArea{row: i, place: at, land: land, x: land.Anchor.X, y: land.Anchor.Y, tint: "ch-focus", over: "ch-on-focus"}
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
