package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// kinds are nationalities by country: four parts and a rest.
func kinds(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Stacked, Title: "Applications by nationality", Locale: english(t), Axis: chart.Axis{Unit: "people"}}
	for _, name := range []string{"Serbia", "Bulgaria", "Croatia", "Bosnia and Herzegovina", "North Macedonia", "Montenegro"} {
		s.Rows = append(s.Rows, chart.Row{Label: name})
	}
	for _, one := range []struct {
		name   string
		values []float64
	}{
		{"Syria", []float64{2083, 1601, 906, 428, 120, 20}},
		{"Afghanistan", []float64{1495, 1149, 650, 307, 90, 11}},
		{"Pakistan", []float64{951, 731, 413, 196, 0, 8}},
		{"Other", []float64{640, 320, 210, 77, 33, 6}},
	} {
		series := chart.Series{Name: one.name, Rest: one.name == "Other"}
		for _, v := range one.values {
			series.Points = append(series.Points, chart.Point{Value: v})
		}
		s.Series = append(s.Series, series)
	}
	s.Series[1].Points[2].Estimated = true
	return s
}

// hundred are the same as shares, with a part that is missing and a row of zeros.
func hundred(t testing.TB) *chart.Spec {
	s := kinds(t)
	s.Title, s.Hundred = "Applications by nationality, shares", true
	s.Series[2].Points[1] = chart.Point{Missing: true}
	s.Series[0].Points[3].Differs = true
	for j := range s.Series {
		s.Series[j].Points[4] = chart.Point{}
		s.Series[j].Points[5].Missing = true
	}
	return s
}

// five are five parts in one row.
func five(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Stacked, Title: "Decisions", Locale: english(t), Rows: []chart.Row{{Label: "First instance"}, {Label: "Second instance"}}}
	for j, name := range []string{"Refugee status", "Subsidiary protection", "Humanitarian status", "Rejected", "Closed", "Other"} {
		s.Series = append(s.Series, chart.Series{Name: name, Rest: j == 5, Points: []chart.Point{{Value: float64(90 - 11*j)}, {Value: float64(12 + 3*j)}}})
	}
	return s
}

func stackedExamples(t testing.TB) []example {
	return []example{{"stacked", kinds(t)}, {"stacked-hundred", hundred(t)}, {"stacked-five", five(t)}}
}

// pieces are the boxes of the pieces of a class, without the swatch of the legend.
func pieces(t testing.TB, svg, class string) [][4]float64 {
	t.Helper()
	_, marks, ok := strings.Cut(svg, `<g class="ch-bars">`)
	if !ok {
		t.Fatal("no bars")
	}
	marks, _, _ = strings.Cut(marks, "</g>")
	return bars(t, "<g>"+marks+"</g>", class)
}

func TestPiecesAreAsLongAsTheirValues(t *testing.T) {
	s := simple(t, chart.Stacked, 100, 50)
	s.Series = append(s.Series, chart.Series{Name: "Other", Rest: true, Points: []chart.Point{{Value: 300}, {Value: 25}}})
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, s, w)
		first, rest := pieces(t, svg, "ch-s1"), pieces(t, svg, "ch-rest")
		long := func(b [4]float64) float64 { return b[2] - b[0] }
		one := long(first[0]) / 100
		for _, c := range []struct{ got, want float64 }{{long(first[1]), 50}, {long(rest[0]), 300}, {long(rest[1]), 25}} {
			if math.Abs(c.got/one-c.want) > 0.5 {
				t.Errorf("width %d: %v is drawn as %v", w, c.want, c.got/one)
			}
		}
		if first[0][2] != rest[0][0] || first[0][0] != first[1][0] {
			t.Errorf("width %d: the pieces are not joined, or do not start at zero: %v %v", w, first, rest)
		}
		if !strings.Contains(svg, ">400</text>") || !strings.Contains(svg, ">75</text>") {
			t.Errorf("width %d: no totals", w)
		}
	}
}

func TestSharesFillTheWhole(t *testing.T) {
	s := simple(t, chart.Stacked, 1, 200)
	s.Hundred = true
	s.Series = append(s.Series, chart.Series{Name: "2024", Points: []chart.Point{{Value: 2}, {Value: 100}}})
	svg := draw(t, s, chart.Wide)
	a, b := pieces(t, svg, "ch-s1"), pieces(t, svg, "ch-s3")
	if a[0][0] != a[1][0] || b[0][2] != b[1][2] {
		t.Errorf("two wholes are not equally long: %v %v", a, b)
	}
	for _, want := range []string{">33%</text>", ">67%</text>", ">100%</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(svg, "add up") {
		t.Error("33% and 67% are said not to add up")
	}
	if s.Series[0].Points[0].Value, s.Series[1].Points[0].Value = 1, 1; strings.Contains(draw(t, s, chart.Wide), "add up") {
		t.Error("50% and 50% are said not to add up")
	}
	given := simple(t, chart.Stacked, 33.3)
	given.Hundred, given.Axis.Percent = true, true
	given.Series[0].Points[0].Label = "a third"
	given.Series = append(given.Series, chart.Series{Name: "2024", Points: []chart.Point{{Value: 66.6}}})
	if svg := draw(t, given, chart.Wide); !strings.Contains(svg, ">a third</text>") || !strings.Contains(svg, ">67%</text>") {
		t.Errorf("shares that are given are not as they are written: %s", svg)
	}
	third := simple(t, chart.Stacked, 1)
	third.Hundred = true
	third.Series = append(third.Series, third.Series[0], third.Series[0])
	if !strings.Contains(draw(t, third, chart.Wide), ">shares are rounded and do not always add up to 100%</text>") {
		t.Error("three times 33% is not explained")
	}
}

func TestStackedRowsThatLackSomething(t *testing.T) {
	svg := draw(t, hundred(t), chart.Wide)
	for _, want := range []string{">Pakistan: no figure</text>", ">no shares: the total is 0</text>", ">no figure</text>", ">30%\u00a0e</text>", ">42%\u00a0d</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
	s := kinds(t)
	s.Series[0].Points[1] = chart.Point{Missing: true, MissingText: "suppressed"}
	s.Series[1].Points[1] = chart.Point{Missing: true}
	s.Series[2].Points[1] = chart.Point{Missing: true, MissingText: "suppressed"}
	if svg := draw(t, s, chart.Wide); !strings.Contains(svg, ">Syria and Pakistan: suppressed; Afghanistan: no figure</text>") {
		t.Errorf("the parts that are missing are not named with their reasons in %s", svg)
	}
	s.Series[0].Points[0].Value, s.Series[1].Points[0].Value, s.Series[2].Points[0].Value, s.Series[3].Points[0].Value = 0.1, 0.2, 0, 0
	if svg := draw(t, s, chart.Wide); !strings.Contains(svg, ">0.3</text>") {
		t.Error("0.1 and 0.2 are not 0.3")
	}
}

// TestTotals: a total of an estimate is one, and a piece that is the whole bar leaves its figure to the total.
func TestTotals(t *testing.T) {
	s := simple(t, chart.Stacked, 600, 634)
	s.Series = append(s.Series, chart.Series{Name: "2024", Points: []chart.Point{{Value: 400}, {}}})
	s.Series[0].Points[1].Estimated = true
	for _, given := range []string{"", "634\u00a0e"} {
		s.Rows[1].Total = given
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, s, w)
			if strings.Count(svg, ">634\u00a0e</text>") != 1 || strings.Contains(svg, ">634</text>") {
				t.Errorf("width %d: the estimate is not there once, with its mark: %s", w, svg)
			}
			for _, want := range []string{">600</text>", ">400</text>", ">1,000</text>"} {
				if !strings.Contains(svg, want) {
					t.Errorf("width %d: no %s", w, want)
				}
			}
		}
	}
	s.Rows[1].Total = "700 in all"
	if svg := draw(t, s, chart.Wide); strings.Count(svg, ">634\u00a0e</text>") != 1 {
		t.Error("a piece beside another total has no figure")
	}
	s.Hundred = true
	if svg := draw(t, s, chart.Wide); !strings.Contains(svg, ">100%\u00a0e</text>") {
		t.Error("a piece of a bar without a total has no share")
	}
}

// TestFiguresOnNarrowPieces: a piece of 15 per cent has its share on a phone.
func TestFiguresOnNarrowPieces(t *testing.T) {
	s := simple(t, chart.Stacked, 48, 40)
	s.Hundred, s.Axis.Percent = true, true
	s.Rows[0].Label, s.Rows[1].Label = "First instance", "Second instance"
	for j, values := range [][2]float64{{37, 45}, {15, 15}} {
		s.Series = append(s.Series, chart.Series{Name: fmt.Sprint("Part ", j+2), Points: []chart.Point{{Value: values[0]}, {Value: values[1]}}})
	}
	if svg := draw(t, s, chart.Narrow); strings.Count(svg, ">15%</text>") != 2 {
		t.Errorf("no figure on 15 per cent: %s", svg)
	}
}

// TestWordsOnPiecesContrast: 4.5:1 at least, of every part in every place where charts are shown.
func TestWordsOnPiecesContrast(t *testing.T) {
	css := sheet(t)
	for _, heading := range []string{":root {", ":root:not([data-theme=\"light\"]) {", ":root[data-theme=\"dark\"] {", "@media print {"} {
		colours := palette(t, css, heading)
		for _, name := range append(chart.PartTokens(), "rest") {
			if got := contrast(t, colours["on-"+name], colours[name]); got < 4.5 {
				t.Errorf("%s: words on %s have %.2f:1", heading, name, got)
			}
		}
		parts := chart.PartTokens()
		for k := range parts[1:] {
			if got := contrast(t, colours[parts[k]], colours[parts[k+1]]); got < 1.5 {
				t.Errorf("%s: the neighbours %s and %s have %.2f:1, and look the same without colour", heading, parts[k], parts[k+1], got)
			}
		}
	}
}

func TestUnfitStacked(t *testing.T) {
	negative := kinds(t)
	negative.Series[1].Points[2].Value = -1
	six := five(t)
	six.Series[5].Rest = false
	rests := kinds(t)
	rests.Series[2].Rest = true
	nothing := kinds(t)
	nothing.Hundred = true
	for j := range nothing.Series {
		for i := range nothing.Rows {
			nothing.Series[j].Points[i] = chart.Point{}
		}
	}
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{negative, `the value of "Croatia" in the series "Afghanistan" is negative, and cannot be a part of a whole: choose a bar chart`},
		{six, `6 parts are too many to tell apart: 5 at most, put the others together as one, "Other"`},
		{rests, "2 of the parts are a remainder: one at most"},
		{nothing, "there are no shares to draw, since every value is zero: draw counts"},
		{pairs(t), "there is nothing to draw: the chart has no rows"},
	} {
		if got := fmt.Sprint(strings.Join(c.spec.Validate(), "; ")); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	one := pairs(t, [2]float64{1, 2})
	one.Series = one.Series[:1]
	if got := strings.Join(one.Validate(), "; "); got != "a dumbbell compares two periods, and here are 1: give two, or choose a bar chart" {
		t.Errorf("one period: %q", got)
	}
}

// TestSharesAreRoundedAsInProse: a half goes up, and a value has the decimals that it is written with.
func TestSharesAreRoundedAsInProse(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{1, 7}, ">1 (13%)<"},
		{[]float64{29, 171}, ">29 (15%)<"},
		{[]float64{0.07, 0.93}, ">0.07 (7%)<"},
		{[]float64{1, 399}, ">1 (0.3%)<"},
		{[]float64{1, 399}, ">399 (99.8%)<"},
		{[]float64{1, 9999}, ">9,999 (&gt;99.9%)<"},
	} {
		if svg := draw(t, parts(t, c.values...), chart.Wide); !strings.Contains(svg, c.want) {
			t.Errorf("%v: no %s in %s", c.values, c.want, svg)
		}
	}
}
