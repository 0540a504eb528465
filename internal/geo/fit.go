package geo

import (
	"errors"
	"fmt"
	"math"
	"sync"
)

const (
	wideAngle       = 75 * math.Pi / 180 // how far a focus may reach from its middle in an azimuthal map
	widestReach     = 1.6                // radii of the Earth from the middle of such a map to its corners, 106° away
	smallestFrame   = 40 / 6371.0        // radii: 40 km; the mean radius of the Earth is 6371 km (IUGG)
	finest          = 120.0              // square units (1.2 square pixels): detail that is left out
	smallest        = 200.0              // square units (2 square pixels): islands and holes that are left out
	locatorShare    = 1.0 / 3            // of the frame that the focus takes in a locator map
	widest          = 5                  // times as much of the world is shown where there is little land
	leastAround     = 0.07               // of a locator map is land of others
	smallestLocator = 1200 / 6371.0      // radii: 1200 km
	smallestRoom    = 100                // units, within the margins
	largestFrame    = 1 << 20            // units
	commonCut       = 191.0              // ° E, in the Bering Strait: where a map of the world is cut if it can be
)

// Fit chooses a projection that shows the countries of focus as large as a frame of width × height allows, with a margin
// around them, and gives what is seen in it. It fails for a code that it does not know, which it names, for no code, and for a
// frame with less than 100 units of room.
func Fit(focus []string, width, height, margin int) (*View, error) {
	return FitWithin(focus, width, height, height, margin)
}

// FitWithin is Fit for a frame that is as high as suits the countries, but no lower and no higher than given.
func FitWithin(focus []string, width, lowest, highest, margin int) (*View, error) {
	w, err := theWorld()
	if err != nil {
		return nil, err
	}
	_, view, err := w.fit(focus, width, [2]int{lowest, highest}, margin, 0)
	return view, err
}

// Locate is Fit for a map that shows where the countries of focus lie: they take a third of the frame, and their part of the
// world the rest; less where there is little around them but sea, and where they are so small that no reader would know the
// neighbours by their shapes either. It shows all of the world where they are large.
func Locate(focus []string, width, height int) (*View, error) {
	w, err := theWorld()
	if err != nil {
		return nil, err
	}
	for wider := 1.0; ; wider *= 1.5 {
		f, view, err := w.fit(focus, width, [2]int{height, height}, 0, wider)
		if err != nil {
			return nil, err
		}
		if f.wide || wider > widest || f.around >= float64(leastAround*f.width*f.height) {
			return view, nil
		}
	}
}

// aspect is the height of the countries of focus by their width on the map, within 0.55 and 1.15.
func (f *fitting) aspect() float64 {
	size := f.box.size()
	return max(0.55, min(1.15, size.y/max(size.x, smallestFrame)))
}

// fit is the work of FitWithin, where wider is 0, and of Locate, where it is how much more is shown than usual. The height is
// within two bounds.
func (w *world) fit(focus []string, width int, heights [2]int, margin int, wider float64) (*fitting, *View, error) {
	height := heights[0]
	if min(width, height)-2*margin < smallestRoom || margin < 0 || max(width, heights[1]) > largestFrame {
		return nil, nil, fmt.Errorf("a map of %d × %d with a margin of %d has no room", width, height, margin)
	}
	f, err := newFitting(w, focus)
	if err != nil {
		return nil, nil, err
	}
	f.choose()
	height = max(height, min(heights[1], int(float64(float64(width-2*margin)*f.aspect()))+2*margin))
	f.width, f.height = float64(width), float64(height)
	f.wider = wider
	f.place(float64(margin))
	view := &View{Width: width, Height: height}
	f.lands(view)
	f.borders(view)
	rooms.Put(f.room)
	f.room = nil
	return f, view, nil
}

// fitting is the work on one view.
type fitting struct {
	w     *world
	asked []bool // units of the focus
	drawn []int  // of each unit, the one as which it is drawn

	wide          bool // Equal Earth instead of Lambert
	lambert       lambert
	earth         equalEarth
	box           extent // of the focus on the map
	width, height float64
	wider         float64 // how much more than usual a locator map shows; 0 for other maps
	scale         float64 // units to a radius of the Earth
	dx, dy        float64 // where 0, 0 of the map is in the frame
	limit         float64 // detail below which a point is left out, in steradians
	frame         disc    // holds all that is seen

	present []bool  // units that are in the view
	around  float64 // area of what is seen beside the focus, in square units
	*room
}

// room is what the work on a view takes, and the view does not keep.
type room struct {
	from    []int32 // of each arc, the place of its first point in points; -1 while it is not projected
	past    []int32 // and the place after its last
	points  []plane // in the frame; in a wide map unrolled
	outer   []vec   // see outline
	sampled []vec
	ring    []plane
	sheet   []plane
	clip    clipper
	search  search
	easel   easel
}

// rooms are those to use again: half of what a map would allocate. What they hold is written before it is read.
var rooms = sync.Pool{New: func() any { return &room{} }}

// newFitting resolves the codes of the focus.
func newFitting(w *world, focus []string) (*fitting, error) {
	if len(focus) == 0 {
		return nil, errors.New("a map needs a country")
	}
	f := &fitting{w: w, asked: make([]bool, len(w.units)), drawn: make([]int, len(w.units))}
	for _, code := range focus {
		i, err := w.find(code)
		if err != nil {
			return nil, err
		}
		f.asked[i] = true
	}
	for i, u := range w.units {
		f.drawn[i] = i
		if !f.asked[i] {
			f.drawn[i] = u.parent
		}
	}
	f.room = rooms.Get().(*room)
	if len(f.from) != len(w.arcs) {
		f.from, f.past = make([]int32, len(w.arcs)), make([]int32, len(w.arcs))
	}
	for i := range f.from {
		f.from[i] = -1
	}
	f.points = f.points[:0]
	return f, nil
}

// fitted says whether the frame is fitted to a part: a main part of the focus. A land that has a code of its own does not
// count for the country to which it belongs.
func (f *fitting) fitted(p *part) bool {
	u := f.drawn[p.unit]
	return p.main && f.asked[u] && (u == p.unit || f.w.units[p.unit].code == "")
}

// choose decides on the projection, and measures the focus on its map by the points that make most of its shape.
func (f *fitting) choose() {
	points := f.outline()
	around := enclose(points)
	if around.cos > math.Cos(wideAngle+math.Pi/6) {
		f.lambert = newLambert(around.centre)
		for range 3 { // the middle of what is seen becomes the centre, as near as matters
			f.measure(points)
			if f.lambert.centre[2] == 1 || f.lambert.centre[2] == -1 {
				break
			}
			f.lambert = newLambert(f.lambert.place(f.box.middle()))
		}
		f.measure(points)
		reach := 1.0
		for _, p := range points {
			reach = min(reach, f.lambert.centre.dot(p))
		}
		f.wide = reach < math.Cos(wideAngle)
	} else {
		f.wide = true
	}
	if f.wide {
		f.widen(points)
	}
}

// widen goes over to a map of the world.
func (f *fitting) widen(points []vec) {
	f.wide = true
	f.earth = newEqualEarth(meridian(points))
	f.measure(points)
}

// measure finds the box around points on the map.
func (f *fitting) measure(points []vec) {
	f.box = nowhere
	for _, p := range points {
		if f.wide {
			f.box.include(f.earth.project(f.earth.unroll(p)))
		} else {
			f.box.include(f.lambert.project(p))
		}
	}
}

// outline is the points that make most of the shape of what the frame is fitted to.
func (f *fitting) outline() []vec {
	w, total := f.w, 0.0
	for i := range w.parts {
		if f.fitted(&w.parts[i]) {
			total += w.part(i).area
		}
	}
	points := f.outer[:0]
	for i := range w.parts {
		if !f.fitted(&w.parts[i]) {
			continue
		}
		p := w.part(i)
		if p.area < total/20_000 {
			points = append(points, p.around.centre) // a world has more small islands than anything else
			continue
		}
		for _, ref := range w.rings[p.first] {
			points = w.arc(ref).sample(points, total/2000)
		}
	}
	f.outer = points
	return points
}

// sample appends the points of an arc with at least some detail.
func (a *arc) sample(points []vec, detail float64) []vec {
	if detail >= coarseDetail {
		for _, k := range a.coarse {
			if a.detail[k] >= detail {
				points = append(points, a.points[k])
			}
		}
		return points
	}
	for k, d := range a.detail {
		if d >= detail {
			points = append(points, a.points[k])
		}
	}
	return points
}

// meridian is the central meridian of a map of the world: opposite the middle of the widest gap between points, or opposite
// the Bering Strait if that lies in the gap, or if there is no gap to speak of.
func meridian(points []vec) float64 {
	const bins, wide = 72, 12
	var taken [bins]bool
	for _, p := range points {
		lon := math.Atan2(p[1], p[0]) * 180 / math.Pi
		taken[(int(math.Floor(lon/(360/bins)))+bins)%bins] = true
	}
	best, at := 0, 0
	for from := range bins {
		n := 0
		for n < bins && !taken[(from+n)%bins] {
			n++
		}
		if n > best {
			best, at = n, from
		}
	}
	west := float64(at) * 360 / bins
	span := float64(best) * 360 / bins
	if best < wide || math.Mod(commonCut-west+360, 360) <= span {
		return commonCut - 180
	}
	return math.Mod(west+span/2+180, 360)
}
