package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// Corner is a corner of a drawn line: its row, its column of pixels, and its place in tenths of a pixel.
type Corner struct {
	Row, Column, Y   int
	Opens, Estimated bool
}

// Trace is what is drawn of a line in a field of a width in pixels, and the places of all its values.
func Trace(points []Point, width int) (drawn, all []Corner) {
	lo, hi, _ := reach([]Series{{Points: points}})
	f := newField(gochart.NewBox(0, 0, width*unit, 300*unit), nil, len(points), lo, hi)
	for _, v := range f.trace(points) {
		drawn = append(drawn, Corner{v.row, v.x / unit, v.y, v.opens, v.estimated})
	}
	for i, p := range points {
		if x, y := f.place(i, p.Value); !p.Missing {
			all = append(all, Corner{Row: i, Column: x / unit, Y: y})
		}
	}
	return drawn, all
}

// AxisValues are the levels of the axis of a line chart, from the bottom up.
func AxisValues(s *Spec) (values []float64) {
	for _, t := range newPlate(s, Wide, &renderer{}).lineLevels().ticks {
		values = append(values, t.Value)
	}
	return values
}

// AxisTexts are what is written at the levels of the axis of a line chart.
func AxisTexts(s *Spec, w Width) (texts []string) {
	for _, t := range newPlate(s, w, &renderer{}).lineLevels().ticks {
		texts = append(texts, t.Label)
	}
	return texts
}
