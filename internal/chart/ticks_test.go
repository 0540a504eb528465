package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// axisOf are the level lines of a line through two values: texts from the bottom to the top.
func axisOf(t *testing.T, w chart.Width, percent bool, values ...float64) (texts []string) {
	t.Helper()
	s := simple(t, chart.Line, values...)
	s.Axis.Percent = percent
	svg := draw(t, s, w)
	legible(t, fmt.Sprint(values), svg)
	return chart.AxisTexts(s, w)
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		values  []float64
		percent bool
		width   chart.Width
		want    string
	}{
		{[]float64{378, 212}, false, chart.Wide, "[0 100 200 300 400]"},
		{[]float64{19282, 90}, false, chart.Wide, "[0 5,000 10,000 15,000 20,000]"},
		{[]float64{19282, 90}, false, chart.Narrow, "[0 5k 10k 15k 20k]"},
		{[]float64{0.3, 0.1}, false, chart.Wide, "[0 0.1 0.2 0.3]"},
		{[]float64{0.7, 0.1}, false, chart.Wide, "[0 0.2 0.4 0.6 0.8]"},
		{[]float64{1.1, 0.1}, false, chart.Wide, "[0 0.5 1.0]"},
		{[]float64{55.5, 3}, true, chart.Wide, "[0% 20% 40% 60%]"},
		{[]float64{0.4, 0.2}, true, chart.Wide, "[0% 0.1% 0.2% 0.3% 0.4%]"},
		{[]float64{-12, 8}, false, chart.Wide, "[−15 −10 −5 0 5 10]"},
		{[]float64{-40, -5}, false, chart.Wide, "[−40 −30 −20 −10 0]"},
		{[]float64{1, 0}, false, chart.Wide, "[0 1]"},
		{[]float64{152930, 19750}, false, chart.Wide, "[0 50,000 100,000 150,000]"},
		{[]float64{-11, 0}, false, chart.Wide, "[−10 −5 0]"},
		{[]float64{1e-5, 0}, false, chart.Wide, "[0 0.000005 0.000010]"},
		{[]float64{1e15, -1e15}, false, chart.Wide, "[−1,000,000bn −500,000bn 0 500,000bn 1,000,000bn]"},
		{[]float64{12_345_678, 0}, false, chart.Wide, "[0 5m 10m 15m]"},
	} {
		if got := fmt.Sprint(axisOf(t, c.width, c.percent, c.values...)); got != c.want {
			t.Errorf("%v: got %s, want %s", c.values, got, c.want)
		}
	}
}

// TestSigns: on the axis of changes a rise carries its plus, as its label does.
func TestSigns(t *testing.T) {
	for _, kind := range []chart.Type{chart.Bar, chart.Line, chart.Dumbbell, chart.Multiples} {
		s := pairs(t, [2]float64{-18, 24}, [2]float64{9, 11})
		s.Type, s.Axis = kind, chart.Axis{Percent: true, Signed: true}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			_, ticks, _ := strings.Cut(draw(t, s, w), `<g class="ch-ticks`)
			ticks, _, _ = strings.Cut(ticks, "</g>")
			if !strings.Contains(ticks, ">+20%<") || !strings.Contains(ticks, ">0%<") {
				t.Errorf("type %d, width %d: %v", kind, w, texts(ticks))
			}
		}
	}
}

// TestTicksHoldAllValues: whatever the values, the axis reaches from below the lowest to above the highest, by no more
// than one step and a fifth of the height; else it lacks less than a step, which has no number. It has three to eight
// levels, and no two are written alike.
func TestTicksHoldAllValues(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 2000 {
		size := math.Pow(10, random.Float64()*19-4)
		a, b := (random.Float64()-0.5)*size, random.Float64()*size
		if random.IntN(2) == 0 {
			a, b = math.Round(a), math.Round(b)
		}
		s := simple(t, chart.Line, a, b)
		lo, hi := min(a, b, 0), max(a, b, 0)
		if hi-lo < 1e-5 {
			continue
		}
		levels := chart.AxisValues(s)
		n := len(levels)
		step := levels[1] - levels[0]
		high := max(hi, levels[n-1]) - min(lo, levels[0])
		over, under := levels[n-1]-hi, lo-levels[0] // how far the levels go beyond the values; below zero: not as far as they
		const least = 1 + 1e-9
		if n < 3 && step < hi-lo || n > 8 || max(over, under) > high/5*least+step*1e-9 || min(over, under) <= -step {
			t.Fatalf("%v and %v: levels %v", a, b, levels)
		}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			seen := map[string]bool{}
			for _, text := range chart.AxisTexts(s, w) {
				if seen[text] {
					t.Fatalf("%v and %v: two levels are called %s", a, b, text)
				}
				seen[text] = true
			}
		}
	}
}

// TestTimeAxis: words of the axis of time do not collide, and come back to the same quarter or month each year.
func TestTimeAxis(t *testing.T) {
	quarters, months := twelve(t, chart.Line), routes(t, chart.Line)
	for i := range months.Rows {
		months.Rows[i].Tick = months.Rows[i].Short
	}
	long := byYear(t, chart.Line, "Years", refugees())
	for i := range long.Rows {
		long.Rows[i].Tick = "Wednesday the first of September " + long.Rows[i].Label
	}
	bare := routes(t, chart.Line)
	for i := range bare.Rows {
		bare.Rows[i].Tick = ""
	}
	late := routes(t, chart.Line)
	for j := range late.Series {
		late.Series[j].Points = late.Series[j].Points[:72]
	}
	late.Rows = late.Rows[:72]
	for _, c := range []struct {
		name string
		spec *chart.Spec
		wide string
	}{
		{"quarters", quarters, "[Q1 2021 Q1 2022 Q1 2023 Q1 2024 Q4 2024]"},
		{"months", months, "[Jan 2019 Jan 2020 Jan 2021 Jan 2022 Jan 2023 Jan 2024 Jan 2025]"},
		{"years", byYear(t, chart.Line, "Years", refugees()), "[2018 2019 2020 2021 2022 2023 2024 2025]"},
		{"years and the last month", late, "[2019 2020 2021 2022 2023 2024 Dec 2024]"},
		{"long words", long, "[Wednesday the first of September 2018 Wednesday the first of September 2025]"},
		{"no ticks", bare, "[Jan 2019 Apr 2025]"},
	} {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, c.spec, w)
			legible(t, c.name, svg)
			_, rest, _ := strings.Cut(svg, `<g class="ch-ticks ch-mid">`)
			rest, _, _ = strings.Cut(rest, "</g>")
			if got := fmt.Sprint(texts(rest)); w == chart.Wide && got != c.wide {
				t.Errorf("%s: got %s, want %s", c.name, got, c.wide)
			}
		}
	}
}

// TestLongTimesDoNotOverlap: words at the ends of the axis are moved into the picture, and keep their distance there.
func TestLongTimesDoNotOverlap(t *testing.T) {
	for size := range 24 { // the names of the lines leave less and less room to the axis
		for _, label := range []string{"Bosnia and Herzegovina", "January to September 2023", "Serbia and Bosnia and Herzegovina and Kosovo*", strings.Repeat("long ", 30)} {
			for _, ticks := range [][3]string{{}, {label, "", label}, {"", "May", ""}, {label, "May", label}} {
				s := simple(t, chart.Line, 5e11, 3, 4)
				for i := range s.Rows {
					s.Rows[i] = chart.Row{Label: label, Tick: ticks[i]}
				}
				s.Series[0].Name = strings.Repeat("m", 2+size) + strings.Repeat(" and others", size/6)
				s.Series = append(s.Series, s.Series[0])
				for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
					legible(t, fmt.Sprint(label, " ", size, " ", w), draw(t, s, w))
				}
			}
		}
	}
}
