package chart_test

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

var themes = [...]string{":root {", ":root:not([data-theme=\"light\"]) {", ":root[data-theme=\"dark\"] {", "@media print {"}

// apart is the distance of two colours in OKLab.
func apart(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := oklab(linear(t, a)), oklab(linear(t, b))
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

// TestMapContrast: circles stand out from every land by 3:1, and words on shades by 4.5:1.
func TestMapContrast(t *testing.T) {
	css := sheet(t)
	for _, heading := range themes {
		c := palette(t, css, heading)
		want := func(mark, ground string, least float64) {
			t.Helper()
			if got := contrast(t, c[mark], c[ground]); got < least {
				t.Errorf("%s %s (%s) has %.2f:1 on %s (%s), less than %v:1", heading, mark, c[mark], got, ground, c[ground], least)
			}
		}
		for _, ground := range []string{"focus", "land", "sea", "none"} {
			want("symbol", ground, 3)
			want("ink", ground, 4.5)
		}
		want("on-symbol", "symbol", 4.5)
		for n := 1; n <= 5; n++ {
			want("on-shade-"+strconv.Itoa(n), "shade-"+strconv.Itoa(n), 4.5)
		}
		for _, name := range []string{"fall-2", "fall-3", "fall-4", "fall-5", "level"} {
			want("on-"+name, name, 4.5)
		}
		want("shade-5", "shade-1", 3)
		want("shade-5", "level", 3)
		want("fall-5", "level", 3)
	}
}

// TestShadesAreInOrder: each shade is darker than the one before, or lighter in the dark, so that the order of the classes is
// seen without colour too; and each can be told from its neighbours, from lands that are not on the map, and from none.
func TestShadesAreInOrder(t *testing.T) {
	css := sheet(t)
	for _, heading := range themes {
		c := palette(t, css, heading)
		lightness := func(name string) float64 { return oklab(linear(t, c[name]))[0] }
		way := math.Copysign(1, lightness("shade-5")-lightness("shade-1"))
		for n := 1; n < 5; n++ {
			a, b := "shade-"+strconv.Itoa(n), "shade-"+strconv.Itoa(n+1)
			if step := way * (lightness(b) - lightness(a)); step < 0.08 {
				t.Errorf("%s from %s to %s lightness goes %.3f on its way", heading, a, b, step)
			}
		}
		for n := 1; n <= 5; n++ {
			for _, other := range []string{"land", "none", "sea"} {
				if d := apart(t, c["shade-"+strconv.Itoa(n)], c[other]); d < 0.05 {
					t.Errorf("%s shade-%d and %s are %.3f apart", heading, n, other, d)
				}
			}
		}
		for _, pair := range [][2]string{{"focus", "land"}, {"land", "sea"}, {"focus", "border"}, {"none", "none-line"}, {"focus", "none"}} {
			if d := apart(t, c[pair[0]], c[pair[1]]); d < 0.03 {
				t.Errorf("%s %s and %s are %.3f apart", heading, pair[0], pair[1], d)
			}
		}
	}
}

// TestFallsAndRises: a fall and a rise of one size are as light or dark as each other, which is not how they are told
// apart: that is the hue, for every kind of vision, and the sign in the label.
func TestFallsAndRises(t *testing.T) {
	css := sheet(t)
	for _, heading := range themes {
		c := palette(t, css, heading)
		lightness := func(name string) float64 { return oklab(linear(t, c[name]))[0] }
		ramp := []string{"level", "fall-2", "fall-3", "fall-4", "fall-5"}
		way := math.Copysign(1, lightness("fall-5")-lightness("level"))
		for k := range ramp[1:] {
			if step := way * (lightness(ramp[k+1]) - lightness(ramp[k])); step < 0.08 {
				t.Errorf("%s from %s to %s lightness goes %.3f on its way", heading, ramp[k], ramp[k+1], step)
			}
		}
		for n := 2; n <= 5; n++ {
			fall, rise := "fall-"+strconv.Itoa(n), "shade-"+strconv.Itoa(n)
			if d := math.Abs(lightness(fall) - lightness(rise)); d > 0.03 {
				t.Errorf("%s %s and %s differ by %.3f in lightness", heading, fall, rise, d)
			}
			for kind, seen := range visions {
				if d := distance(t, c[fall], c[rise], seen); d < 0.1 {
					t.Errorf("%s, %s: %s and %s are %.3f apart", heading, kind, fall, rise, d)
				}
				for _, name := range []string{fall, rise} {
					if d := distance(t, c[name], c["level"], seen); d < 0.1 {
						t.Errorf("%s, %s: %s and no change are %.3f apart", heading, kind, name, d)
					}
				}
			}
			for _, other := range []string{"land", "none", "sea"} {
				if d := apart(t, c[fall], c[other]); d < 0.05 {
					t.Errorf("%s %s and %s are %.3f apart", heading, fall, other, d)
				}
			}
		}
		for _, other := range []string{"land", "none", "sea"} {
			if d := apart(t, c["level"], c[other]); d < 0.04 {
				t.Errorf("%s no change and %s are %.3f apart", heading, other, d)
			}
		}
	}
}

// TestForcedColours: where readers have chosen the colours, which are few, parts of a whole, classes of a map and the
// values of a change still differ: as mixes of the colours there are.
func TestForcedColours(t *testing.T) {
	_, block, _ := strings.Cut(sheet(t), "@media (forced-colors: active) {")
	block, _, _ = strings.Cut(block, "}")
	forced := map[string]string{}
	for _, line := range strings.Split(block, "\n") {
		if name, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			forced[strings.TrimPrefix(name, "--chart-")] = value
		}
	}
	for _, group := range [][]string{
		{"1", "2", "3", "4", "5", "rest"}, {"up", "down", "base"},
		{"shade-1", "shade-2", "shade-3", "shade-4", "shade-5"},
		{"level", "shade-2", "shade-3", "shade-4", "shade-5", "fall-2", "fall-3", "fall-4", "fall-5"},
	} {
		seen := map[string]string{}
		for _, name := range group {
			value := forced[name]
			if value == "" || strings.Contains(value, "#") {
				t.Errorf("%s is %q, not a colour of the reader's", name, value)
			}
			if other := seen[value]; other != "" {
				t.Errorf("%s and %s are both %s", other, name, value)
			}
			seen[value] = name
		}
	}
	for _, class := range []string{"rest", "1", "5", "shade-2", "shade-5", "fall-2", "fall-5", "level"} {
		if forced["on-"+class] == forced[class] {
			t.Errorf("words on %s are as invisible as %s", class, forced[class])
		}
	}
}
