package chart_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

const stylesheet = "../../templates/assets/chart.css"

func sheet(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(stylesheet)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestStylesheet: the file is what the tables say.
func TestStylesheet(t *testing.T) {
	if sheet(t) != chart.Stylesheet() {
		t.Error("chart.css is not what palette.go and rules.go say: run go generate ./internal/chart")
	}
}

var token = regexp.MustCompile(`--chart-([a-z0-9-]+):\s*(?:var\([^,]*,\s*)?(#[0-9a-f]{6})`)

// palette reads the tokens of the first block after a heading of the stylesheet.
func palette(t *testing.T, css, heading string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(css, heading)
	if !ok {
		t.Fatalf("no %q in the stylesheet", heading)
	}
	block, _, _ := strings.Cut(rest, "}")
	out := map[string]string{}
	for _, m := range token.FindAllStringSubmatch(block, -1) {
		out[m[1]] = m[2]
	}
	return out
}

// linear are the red, green and blue light of a colour, 0 to 1.
func linear(t *testing.T, hex string) (c [3]float64) {
	t.Helper()
	for i := range c {
		v, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		s := float64(v) / 255
		if c[i] = s / 12.92; s > 0.04045 {
			c[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is the ratio of WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	light := func(hex string) float64 {
		c := linear(t, hex)
		return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// places are the headings of the stylesheet under which a chart has colours; print holds on paper, whatever the screen.
func places(t *testing.T) map[string]map[string]string {
	css := sheet(t)
	out := map[string]map[string]string{}
	for place, heading := range map[string]string{
		"light": ":root {", "dark by the system": ":root:not([data-theme=\"light\"]) {", "dark": ":root[data-theme=\"dark\"] {", "print": "@media print {",
	} {
		out[place] = palette(t, css, heading)
	}
	return out
}

// TestContrast holds WCAG 2.2: 3:1 for a mark against what it stands on (1.4.11), 4.5:1 for words, however large (1.4.3).
func TestContrast(t *testing.T) {
	marks := []string{"1", "2", "3", "4", "5", "rest", "base", "up", "down", "symbol", "zero"}
	for place, colours := range places(t) {
		hold := func(name, on string, least float64) {
			t.Helper()
			if got := contrast(t, colours[name], colours[on]); got < least {
				t.Errorf("%s: %s has %.2f:1 against %s, less than %v:1", place, name, got, on, least)
			}
		}
		for _, name := range marks {
			hold(name, "ground", 3)
		}
		for _, on := range []string{"focus", "land", "sea"} {
			hold("symbol", on, 3)
			hold("ink", on, 4.5)
		}
		hold("ink", "none", 4.5)
		hold("ink", "ground", 7)
		hold("muted", "ground", 4.5)
		for _, name := range []string{"1", "2", "3", "4", "5"} {
			hold("on-"+name, name, 4.5)
			hold("text-"+name, "ground", 4.5)
			hold("on-shade-"+name, "shade-"+name, 4.5)
		}
		hold("on-rest", "rest", 4.5)
		hold("on-symbol", "symbol", 4.5)
	}
}

// TestGreyscale: without colour, the classes of a map still rise from lightest to darkest, on a dark ground the other way,
// and parts that stand side by side in a stacked bar or a donut differ in lightness. Lines are told by their labels and
// dashes, bars by their order and labels.
func TestGreyscale(t *testing.T) {
	for place, colours := range places(t) {
		for i := 1; i < 5; i++ {
			a, b := colours[fmt.Sprint("shade-", i)], colours[fmt.Sprint("shade-", i+1)]
			if got := contrast(t, a, b); got < 1.3 {
				t.Errorf("%s: the classes %d and %d have %.2f:1", place, i, i+1, got)
			}
			if further := contrast(t, b, colours["ground"]) > contrast(t, a, colours["ground"]); !further {
				t.Errorf("%s: class %d is nearer to the ground than class %d", place, i+1, i)
			}
		}
		order := []string{"1", "3", "2", "5", "4"} // see partTint
		for i := 1; i < len(order); i++ {
			if got := contrast(t, colours[order[i-1]], colours[order[i]]); got < 1.5 {
				t.Errorf("%s: %s and %s, which stand side by side, have %.2f:1", place, order[i-1], order[i], got)
			}
		}
	}
}

// oklab is a colour in OKLab (Björn Ottosson, 2020).
func oklab(c [3]float64) [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// visions are matrices for linear light: normal vision and the three kinds of colour blindness, severity 1 (Gustavo
// Machado, Manuel Oliveira and Leandro Fernandes, A Physiologically-based Model for Simulation of Color Vision
// Deficiency, 2009).
var visions = map[string][9]float64{
	"normal": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritan": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// distance is that of two colours in OKLab, where white and black are 1 apart, as a kind of vision sees them.
func distance(t *testing.T, a, b string, m [9]float64) float64 {
	t.Helper()
	seen := func(hex string) [3]float64 {
		c := linear(t, hex)
		var out [3]float64
		for i := range out {
			out[i] = min(1, max(0, m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2]))
		}
		return oklab(out)
	}
	x, y := seen(a), seen(b)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

// TestColoursCanBeToldApart measures the distance of colours that may stand side by side, for every kind of vision. What
// must be matched with a legend or a label is 0.1 apart, five times what is just noticed; classes of a map, which are in
// order and have their borders between them, 0.09; the grounds of a map, which only set the stage, 0.04.
func TestColoursCanBeToldApart(t *testing.T) {
	type pair struct {
		a, b  string
		least float64
	}
	const distinct, step, stage = 0.1, 0.09, 0.04
	pairs := []pair{
		{"up", "down", distinct}, {"base", "1", distinct}, {"base", "2", distinct}, {"base", "rest", distinct},
		{"symbol", "focus", distinct}, {"symbol", "land", distinct}, {"symbol", "sea", distinct},
		{"focus", "land", 2 * stage}, {"focus", "sea", 2 * stage}, {"land", "sea", stage}, {"shade-1", "land", stage}, {"shade-1", "none", stage},
	}
	all := []string{"1", "2", "3", "4", "5", "rest"}
	for i, a := range all {
		for _, b := range all[i+1:] {
			pairs = append(pairs, pair{a, b, distinct})
		}
	}
	for i := 1; i < 5; i++ {
		pairs = append(pairs, pair{fmt.Sprint("shade-", i), fmt.Sprint("shade-", i+1), step})
	}
	for place, colours := range places(t) {
		for kind, m := range visions {
			for _, p := range pairs {
				if d := distance(t, colours[p.a], colours[p.b], m); d < p.least {
					t.Errorf("%s, %s vision: %s and %s are %.3f apart, less than %.2f", place, kind, p.a, p.b, d, p.least)
				}
			}
		}
	}
}

var class = regexp.MustCompile(`class="([^"]*)"`)

// TestEveryClassHasALook: a class that the stylesheet does not know is a mark without colour.
func TestEveryClassHasALook(t *testing.T) {
	css := sheet(t)
	grouping := map[string]bool{"chart": true, "ch-bars": true, "ch-labels": true, "ch-legend": true, "ch-key": true, "ch-lead": true}
	for _, e := range examples(t) {
		s := e.spec
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			for _, m := range class.FindAllStringSubmatch(draw(t, s, w), -1) {
				for _, name := range strings.Fields(m[1]) {
					if !grouping[name] && !strings.Contains(css, "."+name) {
						t.Errorf("%s: the stylesheet does not know %q", s.Title, name)
					}
				}
			}
		}
	}
}

// TestSizesOfText: text is measured in the sizes that the stylesheet draws it in, and is never under 12 px.
func TestSizesOfText(t *testing.T) {
	css := sheet(t)
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		name := "chart-wide"
		if w == chart.Narrow {
			name = "chart-narrow"
		}
		text, small := chart.TextSizes(w)
		for _, want := range []string{fmt.Sprintf(".%s { font-size: %dpx; }", name, text), fmt.Sprintf(".%s .ch-small { font-size: %dpx; }", name, small)} {
			if !strings.Contains(css, want) {
				t.Errorf("the stylesheet does not say %s", want)
			}
		}
		if small < 12 {
			t.Errorf("%s: text of %d px", name, small)
		}
	}
}
