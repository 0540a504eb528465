package geo

// clipper cuts rings to rectangles (Sutherland and Hodgman 1974, Reentrant polygon clipping, Communications of the ACM 17),
// and reuses its space. Where a ring leaves and comes back, edges run along the rectangle.
type clipper struct{ spare [2][]plane }

// ring is what lies of a ring in a rectangle; it holds until the next call.
func (c *clipper) ring(ring []plane, to extent) []plane {
	in := ring
	for side := range 4 {
		out := c.spare[side&1][:0]
		if len(in) == 0 {
			return nil
		}
		last := in[len(in)-1]
		lastIn := to.inside(last, side)
		for _, p := range in {
			pIn := to.inside(p, side)
			if pIn != lastIn {
				out = append(out, to.crossing(last, p, side))
			}
			if pIn {
				out = append(out, p)
			}
			last, lastIn = p, pIn
		}
		c.spare[side&1] = out
		in = out
	}
	return in
}

// inside says whether a point is on the inner side of one of the four sides: left, right, top, bottom.
func (e extent) inside(p plane, side int) bool {
	switch side {
	case 0:
		return p.x >= e.min.x
	case 1:
		return p.x <= e.max.x
	case 2:
		return p.y >= e.min.y
	default:
		return p.y <= e.max.y
	}
}

// crossing is where the line from p to q, one of which is inside, meets a side.
func (e extent) crossing(p, q plane, side int) plane {
	switch side {
	case 0:
		return atX(p, q, e.min.x)
	case 1:
		return atX(p, q, e.max.x)
	case 2:
		return atY(p, q, e.min.y)
	default:
		return atY(p, q, e.max.y)
	}
}

// atX and atY are the point of a line at a coordinate. They give the same for the line walked backwards: the sides of a
// border must not part where it is cut.
func atX(p, q plane, x float64) plane {
	if q.x < p.x {
		p, q = q, p
	}
	return plane{x, p.y + float64((q.y-p.y)*((x-p.x)/(q.x-p.x)))}
}

func atY(p, q plane, y float64) plane {
	if q.y < p.y {
		p, q = q, p
	}
	return plane{p.x + float64((q.x-p.x)*((y-p.y)/(q.y-p.y))), y}
}

// lines is what lies of a line in a rectangle: each piece is given to yield, and holds until yield returns.
func (c *clipper) lines(line []plane, to extent, yield func([]plane)) {
	piece := c.spare[0][:0]
	flush := func() {
		if len(piece) > 1 {
			yield(piece)
		}
		piece = piece[:0]
	}
	for i := range len(line) - 1 {
		p, q, seen := to.segment(line[i], line[i+1])
		if !seen {
			flush()
			continue
		}
		if len(piece) == 0 {
			piece = append(piece, p)
		}
		piece = append(piece, q)
		if q != line[i+1] {
			flush()
		}
	}
	flush()
	c.spare[0] = piece
}

// segment is what lies of a segment in a rectangle.
func (e extent) segment(p, q plane) (plane, plane, bool) {
	for side := range 4 {
		pIn, qIn := e.inside(p, side), e.inside(q, side)
		switch {
		case !pIn && !qIn:
			return p, q, false
		case !pIn:
			p = e.crossing(p, q, side)
		case !qIn:
			q = e.crossing(p, q, side)
		}
	}
	return p, q, true
}
