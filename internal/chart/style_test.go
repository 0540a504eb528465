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

func TestContrast(t *testing.T) {
	css := sheet(t)
	for _, heading := range []string{":root {", ":root:not([data-theme=\"light\"]) {", ":root[data-theme=\"dark\"] {", "@media print {"} {
		colours := palette(t, css, heading)
		for name, least := range map[string]float64{"1": 3, "2": 3, "3": 3, "4": 3, "5": 3, "base": 3, "up": 3, "down": 3, "zero": 3, "ink": 7, "muted": 4.5} {
			if got := contrast(t, colours[name], colours["ground"]); got < least {
				t.Errorf("%s: %s has %.2f:1 against the ground, less than %v:1", heading, name, got, least)
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

// TestColoursCanBeToldApart measures the distance of any two series colours in OKLab, as seen with each kind of colour
// blindness: matrices of Machado, Oliveira and Fernandes (2009), severity 1.
func TestColoursCanBeToldApart(t *testing.T) {
	vision := map[string][9]float64{
		"normal": {1, 0, 0, 0, 1, 0, 0, 0, 1},
		"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
		"tritan": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	}
	css := sheet(t)
	for _, heading := range []string{":root {", ":root[data-theme=\"dark\"] {"} {
		colours := palette(t, css, heading)
		for kind, m := range vision {
			seen := func(hex string) [3]float64 {
				c := linear(t, hex)
				var out [3]float64
				for i := range out {
					out[i] = min(1, max(0, m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2]))
				}
				return oklab(out)
			}
			pairs := [][2]string{{"up", "down"}, {"base", "1"}}
			for i := 1; i <= 5; i++ {
				for j := i + 1; j <= 5; j++ {
					pairs = append(pairs, [2]string{strconv.Itoa(i), strconv.Itoa(j)})
				}
			}
			for _, pair := range pairs {
				a, b := seen(colours[pair[0]]), seen(colours[pair[1]])
				if d := math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2]); d < 0.1 {
					t.Errorf("%s %s vision: %v and %v are %.3f apart", heading, kind, pair[0], pair[1], d)
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
