package chart

import "math"

// seatBox is a box on a map.
type seatBox struct{ left, top, right, bottom int32 }

// nowhereTaken is far from every place.
func nowhereTaken() seatBox {
	return seatBox{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}
}

// grown is a box with some room around it.
func (b *seatBox) grown(by int32) seatBox {
	return seatBox{b.left - by, b.top - by, b.right + by, b.bottom + by}
}

// include makes a box hold another.
func (b *seatBox) include(o *seatBox) {
	b.left, b.top, b.right, b.bottom = min(b.left, o.left), min(b.top, o.top), max(b.right, o.right), max(b.bottom, o.bottom)
}

// far says that two boxes have not even an edge in common. Where they are hulls, one of them grown by labelGap, their places
// cannot clash; most do not.
func (b *seatBox) far(o *seatBox) bool {
	return b.right < o.left || o.right < b.left || b.bottom < o.top || o.bottom < b.top
}

// overlap says that two boxes have an area in common.
func (b *seatBox) overlap(o *seatBox) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}
