package geo

import "math"

// The whole of an Equal Earth map reaches this far from its middle, in radii.
const (
	earthHalfWidth  = 2.70663 // equation 1 at 180° from the meridian, on the equator
	earthHalfHeight = 1.31737 // equation 2 at the poles
)

// place fits the frame to the focus.
func (f *fitting) place(margin float64) {
	f.zoom(margin)
	if !f.wide && f.reach() > widestReach {
		f.widen(f.outline())
		f.zoom(margin)
	}
	if f.wide {
		f.frame = newDisc(vec{1, 0, 0}, -1)
		f.keepInWorld()
		return
	}
	// The points that will be drawn tell where exactly the focus ends.
	f.box = nowhere
	for i := range f.w.parts {
		if p := &f.w.parts[i]; f.fitted(p) {
			for _, ref := range f.w.rings[p.first] {
				for _, at := range f.arc(max(ref, ^ref)) {
					f.box.include(at)
				}
			}
		}
	}
	f.zoom(margin)
	for i, at := range f.points {
		f.points[i] = f.inFrame(at)
	}
	centre := f.lambert.place(f.onMap(plane{f.width / 2, f.height / 2}))
	cos := 1.0
	for _, corner := range []plane{{-Overhang, -Overhang}, {f.width + Overhang, -Overhang}, {-Overhang, f.height + Overhang}, {f.width + Overhang, f.height + Overhang}} {
		cos = min(cos, centre.dot(f.lambert.place(f.onMap(corner))))
	}
	f.frame = newDisc(centre, cos)
}

// zoom finds scale and place of the map in the frame from the box of the focus.
func (f *fitting) zoom(margin float64) {
	size, middle := f.box.size(), f.box.middle()
	f.scale = min((f.width-2*margin)/max(size.x, 1e-9), (f.height-2*margin)/max(size.y, 1e-9))
	if f.wider > 0 {
		f.scale = min(f.scale*locatorShare, max(f.width, f.height)/smallestLocator) / f.wider
	}
	f.scale = min(f.scale, min(f.width, f.height)/smallestFrame)
	f.dx = f.width/2 - float64(middle.x*f.scale)
	f.dy = f.height/2 + float64(middle.y*f.scale)
	f.limit = finest / (f.scale * f.scale)
}

// reach is how far the corners of the frame are from the middle of the map. As long as it is below widestReach, no land that
// is seen can hold the antipode, which would turn it inside out: none in the data spans the 74° between.
func (f *fitting) reach() float64 {
	a, b := f.onMap(plane{-Overhang, -Overhang}), f.onMap(plane{f.width + Overhang, f.height + Overhang})
	return math.Hypot(max(-a.x, b.x), max(a.y, -b.y))
}

// keepInWorld keeps a frame from showing more than the world, where it can.
func (f *fitting) keepInWorld() {
	f.scale = max(f.scale, min(f.width/(2*earthHalfWidth), f.height/(2*earthHalfHeight)))
	f.limit = finest / (f.scale * f.scale)
	middle := f.box.middle()
	slackX := max(0, earthHalfWidth-f.width/(2*f.scale))
	slackY := max(0, earthHalfHeight-f.height/(2*f.scale))
	f.dx = f.width/2 - float64(max(-slackX, min(slackX, middle.x))*f.scale)
	f.dy = f.height/2 + float64(max(-slackY, min(slackY, middle.y))*f.scale)
}

// inFrame takes a point of the map to the frame, and onMap back.
func (f *fitting) inFrame(at plane) plane {
	return plane{f.dx + float64(at.x*f.scale), f.dy - float64(at.y*f.scale)}
}

func (f *fitting) onMap(at plane) plane {
	return plane{(at.x - f.dx) / f.scale, (f.dy - at.y) / f.scale}
}

// arc is the projected points of an arc, simplified: in the frame, once the frame is known; unrolled in a wide map.
func (f *fitting) arc(i int) []plane {
	if f.from[i] >= 0 {
		return f.points[f.from[i]:f.past[i]]
	}
	a := f.w.arc(i)
	limit := f.limit
	if f.known() && !a.around.meets(f.frame) {
		limit *= 400 // out of sight: it only has to keep to its side
	}
	f.from[i] = int32(len(f.points))
	f.sampled = a.sample(f.sampled[:0], limit)
	for _, p := range f.sampled {
		switch {
		case f.wide:
			f.points = append(f.points, f.earth.unroll(p))
		case f.known():
			f.points = append(f.points, f.inFrame(f.lambert.project(p)))
		default:
			f.points = append(f.points, f.lambert.project(p))
		}
	}
	f.past[i] = int32(len(f.points))
	return f.points[f.from[i]:f.past[i]]
}

// known says whether the frame has its place on the map already.
func (f *fitting) known() bool { return f.frame.cos != 0 || f.frame.sin != 0 }

// walk appends the points of arcs that lie end to end; where they meet the point is there once.
func (f *fitting) walk(points []plane, refs []int) []plane {
	start := len(points)
	for _, ref := range refs {
		arc := f.arc(max(ref, ^ref))
		skip := min(1, len(points)-start)
		if ref >= 0 {
			points = append(points, arc[skip:]...)
			continue
		}
		for i := len(arc) - 1 - skip; i >= 0; i-- {
			points = append(points, arc[i])
		}
	}
	return points
}
