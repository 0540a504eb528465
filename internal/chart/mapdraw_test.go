package chart_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/geo"
)

// worldOf is a map of every country.
func worldOf(t testing.TB, style chart.MapStyle) *chart.Spec {
	var places []place
	for i, code := range geo.Codes() {
		places = append(places, place{code, geo.Name(code), "", float64(i * 7919 % 4001)})
	}
	return mapOf(t, style, places...)
}

// oddMaps are maps that are hard to draw.
func oddMaps(t testing.TB) []example {
	long := mapOf(t, chart.Symbols, balkans[:]...)
	for i := range long.Rows {
		long.Rows[i].Label = strings.Repeat("Long name ", 20)
	}
	word := mapOf(t, chart.Shades, balkans[:]...)
	word.Rows[3].Label = strings.Repeat("x", 200)
	huge := mapOf(t, chart.Symbols, balkans[:]...)
	huge.Series[0].Points[0].Value = 1e15
	zero := mapOf(t, chart.Symbols, balkans[:]...)
	for i := range zero.Series[0].Points {
		zero.Series[0].Points[i].Value = 0
	}
	apart := mapOf(t, chart.Shades, balkans[0])
	for i := range 100000 {
		apart.Rows = append(apart.Rows, chart.Row{Label: fmt.Sprint("Route ", i)})
		apart.Series[0].Points = append(apart.Series[0].Points, chart.Point{Value: 1})
	}
	small := []place{{"MLT", "Malta", "", 12}, {"LIE", "Liechtenstein", "", 3}, {"MCO", "Monaco", "", 99}}
	return []example{
		{"long names", long}, {"long word", word}, {"huge", huge}, {"zero", zero}, {"off the map", apart},
		{"Malta", mapOf(t, chart.Shades, small[0])}, {"Monaco", mapOf(t, chart.Symbols, small[2])}, {"microstates", mapOf(t, chart.Shades, small...)},
		{"Liechtenstein", mapOf(t, chart.Locator, small[1])}, {"Kosovo", mapOf(t, chart.Locator, balkans[5])},
		{"Russia and Fiji", mapOf(t, chart.Symbols, place{"RUS", "Russia", "", 5}, place{"FJI", "Fiji", "", 7})},
		{"world of circles", worldOf(t, chart.Symbols)}, {"world of shades", worldOf(t, chart.Shades)}, {"world", worldOf(t, chart.Locator)},
	}
}

// TestMapIsLegible: no label overlaps another, a circle or the edge of the picture, unless it is the value in its circle.
func TestMapIsLegible(t *testing.T) {
	for _, e := range append(mapExamples(t), oddMaps(t)...) {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			name, svg := fmt.Sprint(e.name, " ", w), draw(t, e.spec, w)
			legible(t, name, svg)
			onMap := above(svg)
			boxes, _, _ := textBoxes(t, onMap)
			for _, c := range parsed(t, onMap) {
				if c.Name.Local != "circle" || strings.Contains(attribute(c, "class"), "ch-lead-dot") {
					continue
				}
				x, y, r := decimal(t, attribute(c, "cx")), decimal(t, attribute(c, "cy")), decimal(t, attribute(c, "r"))
				for _, b := range boxes {
					dx, dy := max(b.left-x, 0, x-b.right), max(b.top-y, 0, y-b.bottom)
					within := math.Abs((b.left+b.right)/2-x) < 1 && b.right-b.left < 2*r && b.top < y && y < b.bottom
					covered := e.name == "world of circles" && math.Hypot(dx, dy) < r // a circle on the value of a larger one
					if math.Hypot(dx, dy) < r-0.5 && !within && !covered {
						t.Errorf("%s: %v overlaps the circle at %v, %v with the radius %v", name, b, x, y, r)
					}
				}
			}
			if len(svg) > 120<<10 {
				t.Errorf("%s: %d bytes", name, len(svg))
			}
		}
	}
}

// above is a picture without what stands below the map.
func above(svg string) string {
	if onMap, _, keyed := strings.Cut(svg, `<g class="ch-key`); keyed {
		return onMap + "</svg>"
	}
	return svg
}

// mapCircles are the radii of the circles of a map, the largest first, without those of its legend.
func mapCircles(t testing.TB, svg string) (radii []float64) {
	t.Helper()
	for _, e := range parsed(t, above(svg)) {
		if e.Name.Local == "circle" {
			radii = append(radii, decimal(t, attribute(e, "r")))
		}
	}
	return radii
}

// TestCirclesAreToScale: the area of a circle is its value.
func TestCirclesAreToScale(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		radii := mapCircles(t, draw(t, symbolMap(t), w))
		values := []float64{16216, 7884, 5201, 3722, 2528, 2331, 2040, 868, 825, 237}
		if len(radii) != len(values) {
			t.Fatalf("%d circles, want %d", len(radii), len(values))
		}
		for i, v := range values {
			if want := radii[0] * math.Sqrt(v/values[0]); math.Abs(radii[i]-want) > 0.15 && want >= 2 {
				t.Errorf("%d wide: the circle of %v has the radius %v, want %.1f", w, v, radii[i], want)
			}
		}
	}
}

// TestClasses: quantiles split no ties and leave no class empty; bounds belong to the class that they begin.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		values, bounds []float64
		want           []string // texts of the legend
		shades         int
	}{
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, nil, []string{"1–2", "3–4", "5–6", "7–8", "9–10"}, 5},
		{[]float64{5, 5, 5, 5}, nil, []string{"5"}, 1},
		{[]float64{0, 0, 0, 0, 0, 0, 0, 9}, nil, []string{"0", "9"}, 2},
		{[]float64{1, 1, 1, 2, 2, 3}, nil, []string{"1", "2", "3"}, 3},
		{[]float64{1, 2, 3, 4}, nil, []string{"1", "2", "3", "4"}, 4},
		{[]float64{-4, -2, 3, 8, 9, 10, 11, 12, 13, 14}, nil, []string{"−4 to −2", "3–8"}, 5},
		{[]float64{10, 20, 29.9, 30}, []float64{10, 30}, []string{"under 10", "10–30", "30 and over"}, 2},
	} {
		s := mapOf(t, chart.Shades, balkans[:len(c.values)]...)
		for i, v := range c.values {
			s.Series[0].Points[i].Value = v
		}
		s.Map.Bounds = c.bounds
		svg := draw(t, s, chart.Wide)
		all := "|" + strings.Join(texts(svg), "|") + "|"
		for _, want := range c.want {
			if !strings.Contains(all, "|"+want+"|") {
				t.Errorf("%v, %v: no %q in %s", c.values, c.bounds, want, all)
			}
		}
		lands := above(svg)
		used := 0
		for n := 1; n <= 5; n++ {
			if strings.Contains(lands, fmt.Sprintf(`"ch-shade-%d ch-fill`, n)) {
				used++
			}
		}
		if used != c.shades {
			t.Errorf("%v, %v: %d shades, want %d", c.values, c.bounds, used, c.shades)
		}
	}
}

// TestClassesOfChanges: falls are orange, rises blue, no change pale; one depth means one size on both sides.
func TestClassesOfChanges(t *testing.T) {
	for _, c := range []struct {
		values, bounds []float64
		want           string // shades and labels of the legend, from the deepest fall
	}{
		{[]float64{-57, -36, -3, 0, 2, 32, 56, 394}, nil, "fall-4 −57 to −36%, fall-2 −3%, level 0%, shade-2 +2 to +32%, shade-4 +56 to +394%"},
		{[]float64{-27, 394}, nil, "fall-2 −27%, shade-4 +394%"},
		{[]float64{-8, -8}, nil, "fall-3 −8%"},
		{[]float64{394, -5, -27, 314}, nil, "fall-3 −27%, fall-2 −5%, shade-4 +314%, shade-5 +394%"},
		{[]float64{0, 0}, nil, "level 0%"},
		{[]float64{1, 2, 3, 4}, nil, "shade-2 +1%, shade-3 +2%, shade-4 +3%, shade-5 +4%"},
		{[]float64{-5, 5, 0}, nil, "fall-3 −5%, level 0%, shade-3 +5%"},
		{[]float64{-20, 50}, []float64{-10, 10}, "fall-3 under −10%, level −10 to +10%, shade-3 +10% and over"},
		{[]float64{-20, 50}, []float64{-10, 0, 10, 20}, "fall-3 under −10%, fall-2 −10 to 0%, shade-2 0 to +10%, shade-3 +10 to +20%, shade-5 +20% and over"},
		{[]float64{-20, 50}, []float64{-30, -20}, "fall-4 under −30%, fall-2 −30 to −20%, level −20% and over"},
	} {
		s := mapOf(t, chart.Shades, balkans[:len(c.values)]...)
		s.Axis = chart.Axis{Percent: true, Signed: true}
		for i, v := range c.values {
			s.Series[0].Points[i].Value = v
		}
		s.Map.Bounds = c.bounds
		svg := draw(t, s, chart.Wide)
		_, key, _ := strings.Cut(svg, `<g class="ch-key">`)
		var got []string
		swatches := regexp.MustCompile(`class="ch-([a-z0-9-]+) ch-swatch`).FindAllStringSubmatch(key, -1)
		labels := texts(key)
		for k, swatch := range swatches {
			got = append(got, swatch[1]+" "+labels[k])
		}
		if all := strings.Join(got, ", "); all != c.want {
			t.Errorf("%v, %v: got %s, want %s", c.values, c.bounds, all, c.want)
		}
		for _, swatch := range swatches {
			if lands := above(svg); c.bounds == nil && !strings.Contains(lands, `"ch-`+swatch[1]+` ch-fill`) {
				t.Errorf("%v: no area is %s", c.values, swatch[1])
			}
		}
	}
}

// TestMapSaysWhatItShows looks for the marks of what is not an ordinary value.
func TestMapSaysWhatItShows(t *testing.T) {
	crowd := worldOf(t, chart.Shades)
	for _, c := range []struct {
		name string
		spec *chart.Spec
		want []string
	}{
		{"symbols", symbolMap(t), []string{"ch-dashed", "16,216", "Bosnia", ">10,000<", "the number of people", "do not imply"}},
		{"symbols with gaps", gapMap(t, chart.Symbols), []string{"ch-no-value", "ch-no-hatch", ">no figure<", "ch-symbol ch-est", "e,\u00a0d<", "ch-nil", ">0<", "e: estimate", "d: not fully comparable", "Not on the map: Western Balkan route 145,600."}},
		{"shades with gaps", gapMap(t, chart.Shades), []string{"ch-est-hatch ch-over-", "ch-no-hatch", "e: estimate"}},
		{"a neighbour's line", mapOf(t, chart.Locator, balkans[3]), []string{"ch-dashed"}},
		{"small", mapOf(t, chart.Shades, place{"MCO", "Monaco", "", 1}, place{"FRA", "France", "", 2}), []string{"ch-ring"}},
		{"world", crowd, []string{"names do not fit on the map"}},
	} {
		svg := draw(t, c.spec, chart.Wide)
		for _, want := range c.want {
			if !strings.Contains(svg, want) {
				t.Errorf("%s: no %q", c.name, want)
			}
		}
	}
	if svg := draw(t, mapOf(t, chart.Locator, balkans[:]...), chart.Wide); strings.Contains(svg, "Italy") || !strings.Contains(svg, ">Romania<") {
		t.Error("a locator names its areas, and no neighbours")
	}
}

// TestMapsAreSmall: both drawings of the region's map weigh 12.5 kB at most where the page is compressed.
func TestMapsAreSmall(t *testing.T) {
	for _, s := range []*chart.Spec{symbolMap(t), shadeMap(t)} {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			if _, err := z.Write([]byte(draw(t, s, w))); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if packed.Len() > 25<<9 {
			t.Errorf("%s: %d bytes", s.Title, packed.Len())
		}
	}
}

func TestMapTextIsEscaped(t *testing.T) {
	const hostile = `</svg><script>alert("1")</script>&`
	s := gapMap(t, chart.Symbols)
	s.Map.Disclaimer, s.Axis.Unit, s.Series[0].Name = hostile, hostile, hostile
	for i := range s.Rows {
		s.Rows[i].Label, s.Rows[i].Short = hostile, hostile
		s.Series[0].Points[i].Label, s.Series[0].Points[i].MissingText = hostile, hostile
	}
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, s, w)
		parsed(t, svg)
		if strings.Contains(svg, "<script") || strings.Count(svg, "</svg>") != 1 {
			t.Errorf("not escaped: %s", svg)
		}
	}
}

// FuzzMap draws maps of any countries and values.
func FuzzMap(f *testing.F) {
	codes := geo.Codes()
	f.Add(uint8(0), uint8(1), "Serbia", []byte{0, 5, 0, 9, 200, 1})
	f.Add(uint8(1), uint8(0), strings.Repeat("x", 200), []byte{1, 2, 3, 250, 9, 9, 90, 1, 7})
	f.Add(uint8(2), uint8(3), "", []byte{13, 0, 0})
	l := english(f)
	f.Fuzz(func(t *testing.T, style, flags uint8, label string, data []byte) {
		if len(label) > 400 || len(data) > 3*300 {
			t.Skip()
		}
		s := &chart.Spec{Type: chart.Map, Title: "A map", Locale: l, Map: chart.MapLook{Style: chart.MapStyle(style % 3)}, Series: make([]chart.Series, 1)}
		for i := 0; i+3 <= len(data); i += 3 {
			row := chart.Row{Label: label, Code: codes[int(data[i])%len(codes)]}
			if flags&1 > 0 {
				row.Label, row.Short = geo.Name(row.Code), label
			}
			if data[i+2]&8 > 0 {
				row.Code = ""
			}
			value := float64(int8(data[i+1])) * math.Pow(10, float64(int8(data[i+2])/16))
			s.Rows = append(s.Rows, row)
			s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: value, Missing: data[i+2]&1 > 0, Estimated: data[i+2]&2 > 0, Differs: data[i+2]&4 > 0})
		}
		if flags&2 > 0 {
			s.Map.Bounds = []float64{-1, 3.5, 100}
		}
		drawnOrRefused(t, s)
	})
}
