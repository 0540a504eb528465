package geo

import "math"

// In a map of the world a ring or a line may run over the cut, the meridian opposite the central one. It is unrolled past
// 180°, and what is left of the cut or right of it is shifted by a turn.

// cutStep is how far apart points are put along the cut, which is curved on the map, in radians of parametric latitude.
const cutStep = 0.05

// unrolled makes longitudes run on without leaps, in place; it gives how many turns the line makes.
func unrolled(line []plane) (turns int) {
	shift, last := 0.0, line[0].x
	for i := range line {
		x := line[i].x
		switch {
		case x-last > math.Pi:
			shift -= 2 * math.Pi
			turns--
		case x-last < -math.Pi:
			shift += 2 * math.Pi
			turns++
		}
		last = x
		line[i].x = x + shift
	}
	return turns
}

// sheets gives the pieces of an unrolled ring that lie on the map, projected into the frame; each holds until the next.
func (f *fitting) sheets(ring []plane, yield func([]plane)) {
	closing := ring[0]
	ring = append(ring, closing)
	if turns := unrolled(ring); turns != 0 { // around a pole
		pole := math.Copysign(math.Pi/3, sum(ring)) // θ of a pole: asin(√3/2)
		ring = append(ring, plane{ring[len(ring)-1].x, pole}, plane{ring[0].x, pole})
	}
	box := nowhere
	for _, p := range ring {
		box.include(p)
	}
	sheet := f.sheet
	for turn := math.Floor((box.min.x + math.Pi) / (2 * math.Pi)); ; turn++ {
		middle := float64(turn * 2 * math.Pi)
		strip := extent{plane{middle - math.Pi, -2}, plane{middle + math.Pi, 2}}
		if strip.min.x >= box.max.x {
			break
		}
		piece := ring
		if !strip.holds(box) {
			piece = f.clip.ring(ring, strip)
		}
		sheet = sheet[:0]
		for i, p := range piece {
			last := piece[(i+len(piece)-1)%len(piece)]
			steps := 1.0
			if p.x == last.x {
				steps = math.Ceil(math.Abs(p.y-last.y) / cutStep)
			}
			for s := 1.0; s < steps; s++ {
				sheet = append(sheet, f.inFrame(f.earth.project(plane{p.x - middle, last.y + float64((p.y-last.y)*s/steps)})))
			}
			sheet = append(sheet, f.inFrame(f.earth.project(plane{p.x - middle, p.y})))
		}
		if len(sheet) > 2 {
			yield(sheet)
		}
	}
	f.sheet = sheet
}

// sum of the latitudes tells around which pole a ring runs.
func sum(ring []plane) (y float64) {
	for _, p := range ring {
		y += p.y
	}
	return y
}

// strands gives the pieces of a line between leaps over the cut, projected into the frame. What little lies between the last
// point and the cut is left out.
func (f *fitting) strands(line []plane, yield func([]plane)) {
	for from := 0; from < len(line); {
		past := from + 1
		for past < len(line) && math.Abs(line[past].x-line[past-1].x) < math.Pi {
			past++
		}
		piece := line[from:past]
		for i := range piece {
			piece[i] = f.inFrame(f.earth.project(piece[i]))
		}
		yield(piece)
		from = past
	}
}
