package chart

import (
	"cmp"
	"math"
	"slices"
)

// mostShades is how many classes a map can show.
const mostShades = 5

// shades are the classes of a map of Shades.
type shades struct {
	of     []int    // the class of each row that has a value, -1 for the others
	labels []string // what each class holds: "12–34%"
	tints  []int    // the shade of each, 1 to 5
}

// tintsOf are the shades that so many classes get: the light and the dark end stay apart.
func tintsOf(classes int) []int {
	return [...][]int{{}, {3}, {2, 4}, {1, 3, 5}, {1, 2, 4, 5}, {1, 2, 3, 4, 5}}[classes]
}

// placeShades gives every area the shade of its class.
func (m *chartMap) placeShades() {
	var rows []int
	for i := range m.areas {
		if !m.areas[i].point.Missing {
			rows = append(rows, m.areas[i].row)
		}
	}
	m.shades = m.classes(rows)
	for i := range m.areas {
		a := &m.areas[i]
		if class := m.shades.of[a.row]; class >= 0 {
			a.tint = "ch-shade-" + string(rune('0'+m.shades.tints[class]))
			a.over = "ch-on-shade-" + string(rune('0'+m.shades.tints[class]))
		}
	}
}

// overClass is the class of marks on the shade of an area.
func overClass(a *mapArea) string { return "ch-over-" + a.tint[len(a.tint)-1:] }

// classes puts rows into classes: by the bounds of the spec, else by quantiles.
func (s *Spec) classes(rows []int) shades {
	sh := shades{of: make([]int, len(s.Rows))}
	for i := range sh.of {
		sh.of[i] = -1
	}
	value := func(row int) float64 { return s.Series[0].Points[row].Value }
	if n := len(s.Map.Bounds); n > 0 {
		for _, row := range rows {
			sh.of[row] = 0
			for sh.of[row] < n && value(row) >= s.Map.Bounds[sh.of[row]] {
				sh.of[row]++
			}
		}
		sh.labels, sh.tints = s.boundLabels(), tintsOf(n+1)
		return sh
	}
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(value(a), value(b)) })
	s.quantiles(&sh, rows, value)
	return sh
}

// quantiles cuts sorted rows into five classes of about the same number, fewer where there are fewer values. Of n rows,
// those of one value take the places first to past; the middle of these places, m = (first + past) / 2, decides: the class
// is ⌊5 m / n⌋ (the mid-rank of Hyndman and Fan 1996, Sample quantiles in statistical packages, The American Statistician
// 50, definition 5). So a value is never split between classes; a class that nothing falls into is left out. Where there
// are five values or fewer, each is a class.
func (s *Spec) quantiles(sh *shades, rows []int, value func(int) float64) {
	distinct := 0
	for i, row := range rows {
		if i == 0 || value(row) != value(rows[i-1]) {
			distinct++
		}
	}
	last, class := -1, -1
	for first := 0; first < len(rows); {
		past := first + 1
		for past < len(rows) && value(rows[past]) == value(rows[first]) {
			past++
		}
		k := mostShades * (first + past) / (2 * len(rows))
		if distinct <= mostShades {
			k = last + 1
		}
		if k != last {
			last = k
			class++
			sh.labels = append(sh.labels, "")
		}
		for _, row := range rows[first:past] {
			sh.of[row] = class
		}
		first = past
	}
	sh.tints = tintsOf(class + 1)
	for k := range sh.labels {
		low, high := -1, -1
		for _, row := range rows {
			if sh.of[row] == k {
				if low < 0 {
					low = row
				}
				high = row
			}
		}
		sh.labels[k] = s.between(s.label(s.Series[0].Points[low]), s.label(s.Series[0].Points[high]))
	}
}

// between is "12–34%", from two values as they are written.
func (s *Spec) between(low, high string) string {
	if low == high {
		return low
	}
	n := len(low) - 1
	if n > 0 && low[n] == '%' && high[len(high)-1] == '%' {
		low = low[:n]
	}
	dash := "–"
	if firstRune(high) == '−' || firstRune(high) == '-' || firstRune(low) == '−' || firstRune(low) == '-' {
		dash = " to "
	}
	return low + dash + high
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// boundLabels are the classes between bounds. A bound belongs to the class that it begins.
func (s *Spec) boundLabels() []string {
	b := s.Map.Bounds
	labels := []string{"under " + s.bound(b[0])}
	for i := 1; i < len(b); i++ {
		labels = append(labels, s.between(s.bound(b[i-1]), s.bound(b[i])))
	}
	return append(labels, s.bound(b[len(b)-1])+" and over")
}

func (s *Spec) bound(v float64) string {
	return s.label(Point{Value: math.Round(v*math.Pow10(maxDecimals)) / math.Pow10(maxDecimals)})
}
