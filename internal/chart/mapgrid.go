package chart

import (
	"math"
	"slices"

	"bulletin/internal/geo"
)

// mapCell is the side of a cell of a mapGrid, in tenths of a pixel.
const mapCell = 4 * unit

// What a cell shows; from firstArea on it is the area with that place in the base map.
const (
	seaCell uint8 = iota
	landCell
	firstArea
)

// mapGrid says what is where on a map, to four pixels, so that words can be placed without walking along coasts.
type mapGrid struct {
	wide, high int
	cells      []uint8
	sea, areas mapTally
	own        []mapTally // of each area
}

// newMapGrid fills the grid with what is at the middle of each cell. The places of areas in view.Lands are given; there are
// fewer than 253.
func newMapGrid(view *geo.View, areas []int) mapGrid {
	g := mapGrid{wide: (view.Width + mapCell - 1) / mapCell, high: (view.Height + mapCell - 1) / mapCell}
	g.cells = make([]uint8, g.wide*g.high)
	crossings := make([][]int, g.high)
	for i := range view.Lands {
		land := &view.Lands[i]
		cell := landCell
		if own := slices.Index(areas, i); own >= 0 {
			cell = firstArea + uint8(own)
		}
		for _, ring := range land.Rings {
			crossRows(ring, crossings)
		}
		for y := range crossings {
			g.fill(y, crossings[y], cell)
			crossings[y] = crossings[y][:0]
		}
	}
	g.sea = g.tally(0, 0, g.wide, g.high, seaCell, seaCell)
	g.areas = g.tally(0, 0, g.wide, g.high, firstArea, math.MaxUint8)
	g.own = make([]mapTally, len(areas))
	for i, land := range areas {
		box, own := view.Lands[land].Box, firstArea+uint8(i)
		x2, y2 := min(g.wide, box.Max.X/mapCell+1), min(g.high, box.Max.Y/mapCell+1)
		g.own[i] = g.tally(max(0, box.Min.X/mapCell), max(0, box.Min.Y/mapCell), x2, y2, own, own)
	}
	return g
}

// size is about how many bytes the grid takes.
func (g *mapGrid) size() int {
	size := len(g.cells) + 2*(len(g.sea.sums)+len(g.areas.sums))
	for i := range g.own {
		size += 2 * len(g.own[i].sums)
	}
	return size
}

// crossRows adds where a ring crosses the middle of each row of cells.
func crossRows(ring []geo.Point, rows [][]int) {
	last := ring[len(ring)-1]
	for _, at := range ring {
		a, b := last, at
		last = at
		if a.Y > b.Y {
			a, b = b, a
		}
		for y := max(0, (a.Y+mapCell/2-1)/mapCell); y < len(rows) && y*mapCell+mapCell/2 < b.Y; y++ {
			middle := y*mapCell + mapCell/2
			if middle < a.Y {
				continue
			}
			rows[y] = append(rows[y], a.X+(b.X-a.X)*(middle-a.Y)/(b.Y-a.Y))
		}
	}
}

// fill writes a cell between each two crossings of a row.
func (g *mapGrid) fill(y int, xs []int, cell uint8) {
	slices.Sort(xs)
	for i := 0; i+1 < len(xs); i += 2 {
		first, past := (xs[i]+mapCell/2-1)/mapCell, (xs[i+1]+mapCell/2-1)/mapCell
		row := g.cells[y*g.wide:][:g.wide]
		for x := max(0, first); x < min(len(row), past); x++ {
			row[x] = cell
		}
	}
}

// cover is how much of a box is what, in thousandths.
type cover struct{ own, others, land, sea int }

// under counts what lies under a box; own is the place of the area that the box belongs to.
func (g *mapGrid) under(box seatBox, own int) cover {
	x1, y1 := max(0, int(box.left)/mapCell), max(0, int(box.top)/mapCell)
	x2, y2 := min(g.wide, int(box.right-1)/mapCell+1), min(g.high, int(box.bottom-1)/mapCell+1)
	all := (x2 - x1) * (y2 - y1)
	if x2 <= x1 || y2 <= y1 {
		return cover{}
	}
	sea, areas, mine := g.sea.count(x1, y1, x2, y2), g.areas.count(x1, y1, x2, y2), g.own[own].count(x1, y1, x2, y2)
	return cover{mine * 1000 / all, (areas - mine) * 1000 / all, (all - areas - sea) * 1000 / all, sea * 1000 / all}
}

// mapTally counts the cells of one kind in any rectangle at once: at each cell it holds how many are above and to the left
// (a summed-area table: Crow 1984, Summed-area tables for texture mapping, SIGGRAPH).
type mapTally struct {
	x, y, wide, high int      // the cells that it knows; elsewhere there are none
	sums             []uint16 // a grid has some 26,000 cells at most
}

// tally makes the table of the cells from low to high within a rectangle of cells.
func (g *mapGrid) tally(x1, y1, x2, y2 int, low, high uint8) mapTally {
	t := mapTally{x: x1, y: y1, wide: max(0, x2-x1) + 1, high: max(0, y2-y1) + 1}
	t.sums = make([]uint16, t.wide*t.high)
	for y := 1; y < t.high; y++ {
		row := uint16(0)
		cells := g.cells[(y1+y-1)*g.wide+x1:][:t.wide-1]
		above, sums := t.sums[(y-1)*t.wide+1:][:len(cells)], t.sums[y*t.wide+1:][:len(cells)]
		for x, cell := range cells {
			if cell-low <= high-low { // none is below zero
				row++
			}
			sums[x] = above[x] + row
		}
	}
	return t
}

// count is how many cells of the kind are in a rectangle.
func (t *mapTally) count(x1, y1, x2, y2 int) int {
	x1, x2 = max(0, min(t.wide-1, x1-t.x)), max(0, min(t.wide-1, x2-t.x))
	y1, y2 = max(0, min(t.high-1, y1-t.y))*t.wide, max(0, min(t.high-1, y2-t.y))*t.wide
	return int(t.sums[y2+x2]) - int(t.sums[y1+x2]) - int(t.sums[y2+x1]) + int(t.sums[y1+x1])
}

// at is the place of the area at a point, or seaCell or landCell less firstArea.
func (g *mapGrid) at(x, y int) int {
	x, y = max(0, min(g.wide-1, x/mapCell)), max(0, min(g.high-1, y/mapCell))
	return int(g.cells[y*g.wide+x]) - int(firstArea)
}
