package geo

// Overhang is how far outside the frame lands and borders are cut.
const Overhang = 50

// Point is a place in a frame: X to the right, Y down, from the upper left corner.
type Point struct{ X, Y int }

// Box is a rectangle, both corners included.
type Box struct{ Min, Max Point }

// View is what is seen in a frame.
type View struct {
	Width, Height int
	Lands         []Land   // the largest first
	Borders       []Border // by the codes of their sides
}

// Land is a country in a frame.
type Land struct {
	Code   string // ISO 3166-1 alpha-3, or XKX; empty for land without a code, which has a name only
	Name   string
	Focus  bool
	Rings  [][]Point // closed, of three points and more, filled even-odd
	Anchor Point     // of the focus, in the frame: the place furthest from the edges of its largest visible part
	Reach  int       // of the focus: how far the nearest edge is from the anchor, the radius of the largest circle that fits
	Box    Box       // of what is seen of the land
	Main   Box       // of what is seen of its largest visible part
}

// Border is a line between two lands that are both in the view, or within one where part of it is in dispute.
type Border struct {
	A, B     string // codes, in order; equal for a line within a land
	Disputed bool   // the line, or what lies behind it, is not agreed: drawn dashed
	Points   []Point
}
