package chart_test

import (
	"math"
	"strconv"
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
		want("shade-5", "shade-1", 3)
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
