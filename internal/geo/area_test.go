package geo

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// squareKilometres to the steradian: the square of the radius of the sphere that has the area of the Earth's ellipsoid,
// 6371.0072 km (IUGG, R2).
const squareKilometres = 6371.0072 * 6371.0072

// onTheSphere is the area of a part found without a projection, from the longitudes and latitudes of its outline:
// Σ Δλ (2 + sin φ₁ + sin φ₂) / 2 for each ring (Chamberlain and Duquette 2007, Some algorithms for polygons on a sphere).
func onTheSphere(w *world, p *part) float64 {
	total := 0.0
	for r := p.first; r < p.past; r++ {
		outline, sum, turn := w.outline(nil, r, 0), 0.0, 0.0
		last := outline[len(outline)-1]
		for _, at := range outline {
			d := math.Remainder(math.Atan2(at[1], at[0])-math.Atan2(last[1], last[0]), 2*math.Pi)
			sum += d * (at[2] + last[2]) / 2
			turn += d
			last = at
		}
		area := math.Abs(sum)
		if math.Abs(turn) > math.Pi { // around a pole: what is left of the hemisphere's 2π
			area = 2*math.Pi - area
		}
		if r > p.first {
			area = -area
		}
		total += area
	}
	return total
}

func TestAreasOfParts(t *testing.T) {
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	for i := range w.parts {
		p := w.part(i)
		if want := onTheSphere(w, p); math.Abs(p.area-want) > 0.01*want {
			t.Errorf("a part of %s has %.0f km², want %.0f", w.units[p.unit].name, p.area*squareKilometres, want*squareKilometres)
		}
	}
}

// Areas of countries in km², land and inland water: The World Factbook, CIA, field "Area". The data is drawn for
// 1:50,000,000, and leaves out small islands.
func TestAreasOfCountries(t *testing.T) {
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]float64{
		"GRC": 131957, "BGR": 110879, "MKD": 25713, "ALB": 28748, "MNE": 13812, "XKX": 10887, "SRB": 77474, "ROU": 238391, "BIH": 51197, "HRV": 56594,
		"DEU": 357022, "FRA": 551500, "ESP": 505370, "NOR": 323802, "ISL": 103000, "CYP": 9251 + 254, "UKR": 603550, "EGY": 1001450, "NZL": 268838, "BRA": 8515770,
		"AUS": 7741220, "IND": 3287263, "USA": 9833517, "RUS": 17098242 - 27000, // the Factbook's figures for RUS have included Crimea
	} {
		got := 0.0
		for i := range w.parts {
			if p := w.part(i); w.units[p.unit].code == code || w.units[p.unit].code == "" && w.units[w.units[p.unit].parent].code == code {
				got += p.area * squareKilometres
			}
		}
		if math.Abs(got/want-1) > 0.045 {
			t.Errorf("%s has %.0f km², want %.0f: %+.1f %%", code, got, want, 100*(got/want-1))
		}
	}
}

// On any map that shows all of a land, it has the area that its parts have on the sphere: maps keep areas, nothing is turned
// inside out, torn at the antimeridian or the poles, or lost.
func TestMapsKeepAreas(t *testing.T) {
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	focuses := [][]string{Codes(), strings.Fields("GRC BGR MKD ALB MNE XKX SRB ROU BIH HRV"), {"USA", "CHN", "AUS"}}
	for _, code := range Codes() {
		focuses = append(focuses, []string{code})
	}
	for _, focus := range focuses {
		f, err := newFitting(w, focus)
		if err != nil {
			t.Fatal(err)
		}
		f.width, f.height = 8000, 6000
		f.choose()
		f.place(100)
		view := &View{}
		f.lands(view)
		for _, l := range view.Lands {
			if !l.Focus {
				continue
			}
			want, main, slack := 0.0, 0.0, 2000.0
			for i := range w.parts {
				p := w.part(i)
				if w.units[f.drawn[p.unit]].code != l.Code {
					continue
				}
				area := p.area * f.scale * f.scale
				want += area
				slack += 0.02*area + smallest/2
				if f.fitted(p) {
					main += area
				}
			}
			got := 0.0
			for i, ring := range l.Rings {
				got += signedArea(l.Rings, i) * math.Abs(shoelace(planes(ring)))
			}
			// Lines are simplified by half a pixel, and small islands go.
			if got < main-slack || got > want+slack {
				t.Errorf("%d codes: %s has %.0f, want %.0f to %.0f", len(focus), l.Code, got, main, want)
			}
		}
	}
}

func planes(ring []Point) []plane {
	points := make([]plane, len(ring))
	for i, p := range ring {
		points[i] = plane{float64(p.X), float64(p.Y)}
	}
	return points
}

// signedArea is −1 for a hole, a ring that begins inside another, and 1 for an outline.
func signedArea(rings [][]Point, i int) float64 {
	var s search
	s.within = extent{plane{-1e6, -1e6}, plane{1e6, 1e6}}
	for k, other := range rings {
		if k != i && len(other) > len(rings[i]) {
			s.load([][]Point{other}, 0)
			if s.distance(planes(rings[i])[0], math.Inf(-1)) > 2 {
				return -1
			}
		}
	}
	return 1
}

// Each point of a border is a point of the outlines on both its sides, so that no gap opens between them.
func TestNeighboursShareTheirPoints(t *testing.T) {
	for _, focus := range [][]string{balkansOnly, {"CHE"}, {"ZAF"}, {"UZB"}, {"RUS"}, Codes()} {
		view, err := Fit(focus, 7200, 6000, 100)
		if err != nil {
			t.Fatal(err)
		}
		corners := map[string]map[Point]bool{}
		for _, l := range view.Lands {
			corners[l.Code] = map[Point]bool{}
			for _, ring := range l.Rings {
				for _, p := range ring {
					corners[l.Code][p] = true
				}
			}
		}
		for _, b := range view.Borders {
			missing := 0
			for _, p := range b.Points {
				if !corners[b.A][p] || !corners[b.B][p] {
					missing++
				}
			}
			// A land or a hole below a pixel is left out, or is a dot.
			if size := len(b.Points); missing > 0 && size > 6 {
				t.Errorf("%.3v: %d of %d points of the line between %s and %s are not in both", focus, missing, size, b.A, b.B)
			}
		}
	}
}

var balkansOnly = strings.Fields("GRC BGR MKD ALB MNE XKX SRB ROU BIH HRV")

// The antipode of a map that shows a part is never in that part; see fitting.reach.
func TestNoPartReachesTheAntipode(t *testing.T) {
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	limit := math.Cos(math.Pi - 2*math.Asin(widestReach/2))
	for i := range w.parts {
		p := w.part(i)
		if p.area < 0.001 {
			continue
		}
		var shape []vec
		for _, ref := range w.rings[p.first] {
			shape = w.arc(ref).sample(shape, 1e-5)
		}
		for _, a := range shape {
			if slices.ContainsFunc(shape, func(b vec) bool { return a.dot(b) < limit }) {
				t.Errorf("a part of %s spans more than %.0f°", w.units[p.unit].name, math.Acos(limit)*180/math.Pi)
				break
			}
		}
	}
}

// TestPartsAreWithinTheirDiscs: what is found out of sight by the box of a part is out of sight.
func TestPartsAreWithinTheirDiscs(t *testing.T) {
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	small := 0
	for i := range w.parts {
		p := w.part(i)
		for _, at := range w.outline(nil, p.first, 0) {
			if p.within.centre.dot(at) < p.within.cos {
				t.Errorf("a part of %s reaches out of its disc", w.units[p.unit].name)
				break
			}
		}
		if p.within.cos > math.Cos(math.Pi/6) {
			small++
		}
	}
	if small < len(w.parts)*9/10 {
		t.Errorf("%d of %d discs are smaller than 30°", small, len(w.parts))
	}
}
