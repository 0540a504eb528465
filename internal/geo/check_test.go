package geo_test

import (
	"math"
	"slices"
	"testing"

	"bulletin/internal/geo"
)

func fit(t testing.TB, focus []string, width, height, margin int) *geo.View {
	t.Helper()
	view, err := geo.Fit(focus, width, height, margin)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func locate(t testing.TB, focus []string, width, height int) *geo.View {
	t.Helper()
	view, err := geo.Locate(focus, width, height)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

func has(view *geo.View, code string) bool {
	return slices.ContainsFunc(view.Lands, func(l geo.Land) bool { return l.Code == code })
}

func find(t testing.TB, view *geo.View, code string) geo.Land {
	t.Helper()
	i := slices.IndexFunc(view.Lands, func(l geo.Land) bool { return l.Code == code })
	if i < 0 {
		t.Fatalf("%s is not seen", code)
	}
	return view.Lands[i]
}

// check holds a view to what its documentation says of any view.
func check(t testing.TB, view *geo.View) {
	t.Helper()
	codes := map[string]bool{}
	for _, l := range view.Lands {
		if codes[l.Code] {
			t.Errorf("%s is there twice", l.Code)
		}
		codes[l.Code] = true
		if l.Name == "" || l.Code == "" && l.Name != "Siachen Glacier" {
			t.Errorf("a land %q named %q", l.Code, l.Name)
		}
		if len(l.Rings) == 0 {
			t.Errorf("%s has no ring", l.Code)
		}
		for _, ring := range l.Rings {
			if len(ring) < 3 || ring[0] == ring[len(ring)-1] {
				t.Errorf("%s: a ring of %d points from %v to %v", l.Code, len(ring), ring[0], ring[len(ring)-1])
			}
			checkPoints(t, view, l.Code, ring)
		}
		for _, b := range []geo.Box{l.Box, l.Main} {
			if b.Min.X < 0 || b.Min.Y < 0 || b.Max.X > view.Width || b.Max.Y > view.Height || b.Min.X > b.Max.X || b.Min.Y > b.Max.Y {
				t.Errorf("%s has the box %v", l.Code, b)
			}
		}
		if !l.Focus {
			continue
		}
		if l.Anchor.X < 0 || l.Anchor.X > view.Width || l.Anchor.Y < 0 || l.Anchor.Y > view.Height {
			t.Errorf("%s has its anchor out of sight, at %v", l.Code, l.Anchor)
		}
		inside, nearest := measure(l.Rings, l.Anchor)
		if !inside && nearest > 0 {
			t.Errorf("%s has its anchor outside, %v from the edge", l.Code, nearest)
		}
		if l.Reach < 0 || float64(l.Reach) > nearest+1e-6 {
			t.Errorf("%s: a circle of %d reaches out, the edge is %.1f away", l.Code, l.Reach, nearest)
		}
		if a := l.Anchor; a.X < l.Main.Min.X || a.X > l.Main.Max.X || a.Y < l.Main.Min.Y || a.Y > l.Main.Max.Y {
			t.Errorf("%s has its anchor %v outside of %v", l.Code, a, l.Main)
		}
	}
	segments := map[[2]geo.Point]bool{}
	for _, b := range view.Borders {
		if !codes[b.A] || !codes[b.B] || b.A > b.B || b.A == b.B && !b.Disputed {
			t.Errorf("a border between %q and %q, disputed %v", b.A, b.B, b.Disputed)
		}
		if len(b.Points) < 2 {
			t.Errorf("the border between %s and %s has %d points", b.A, b.B, len(b.Points))
		}
		checkPoints(t, view, b.A+"–"+b.B, b.Points)
		for i := range len(b.Points) - 1 {
			s := [2]geo.Point{b.Points[i], b.Points[i+1]}
			if s[0].X > s[1].X || s[0].X == s[1].X && s[0].Y > s[1].Y {
				s[0], s[1] = s[1], s[0]
			}
			long := math.Hypot(float64(s[0].X-s[1].X), float64(s[0].Y-s[1].Y)) > 15 // shorter ones may fall together
			if segments[s] && long {
				t.Errorf("the border between %s and %s is drawn twice at %v", b.A, b.B, s)
			}
			segments[s] = true
		}
	}
}

func checkPoints(t testing.TB, view *geo.View, name string, points []geo.Point) {
	t.Helper()
	for i, p := range points {
		if p.X < -geo.Overhang || p.X > view.Width+geo.Overhang || p.Y < -geo.Overhang || p.Y > view.Height+geo.Overhang {
			t.Errorf("%s: %v is too far out of the frame", name, p)
			return
		}
		if i > 0 && p == points[i-1] {
			t.Errorf("%s: %v is there twice on end", name, p)
			return
		}
	}
}

// measure says whether a point lies in rings, even-odd, and how far from the nearest edge.
func measure(rings [][]geo.Point, p geo.Point) (inside bool, nearest float64) {
	nearest = math.Inf(1)
	for _, ring := range rings {
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			if (a.Y > p.Y) != (b.Y > p.Y) && float64(p.X-a.X) < float64(b.X-a.X)*float64(p.Y-a.Y)/float64(b.Y-a.Y) {
				inside = !inside
			}
			dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
			t := math.Max(0, math.Min(1, (float64(p.X-a.X)*dx+float64(p.Y-a.Y)*dy)/(dx*dx+dy*dy)))
			nearest = min(nearest, math.Hypot(float64(p.X-a.X)-t*dx, float64(p.Y-a.Y)-t*dy))
		}
	}
	return inside, nearest
}
