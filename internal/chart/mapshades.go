package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// mostShades is how many classes a map can show.
const mostShades = 5

// shades are the classes of a map of Shades.
type shades struct {
	of     []int    // the class of each row that has a value, -1 for the others
	labels []string // what each class holds: "12–34%"
	tints  []string // the shade of each: "shade-3"
}

// tintsOf are the shades that so many classes get: the light and the dark end stay apart.
func tintsOf(classes int) []string {
	return [...][]string{
		{}, {"shade-3"}, {"shade-2", "shade-4"}, {"shade-1", "shade-3", "shade-5"}, {"shade-1", "shade-2", "shade-4", "shade-5"},
		{"shade-1", "shade-2", "shade-3", "shade-4", "shade-5"},
	}[classes]
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
			a.tint = "ch-" + m.shades.tints[class]
			a.over = "ch-on-" + m.shades.tints[class]
		}
	}
}

// overClass is the class of marks on the shade of an area.
func overClass(a *mapArea) string { return "ch-over-" + strings.TrimPrefix(a.tint, "ch-") }

// classes puts rows into classes: by the bounds of the spec, else by quantiles.
func (s *Spec) classes(rows []int) shades {
	sh := s.noShades()
	value := func(row int) float64 { return s.Series[0].Points[row].Value }
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(value(a), value(b)) })
	switch n := len(s.Map.Bounds); {
	case n > 0:
		for _, row := range rows {
			sh.of[row] = 0
			for sh.of[row] < n && value(row) >= s.Map.Bounds[sh.of[row]] {
				sh.of[row]++
			}
		}
		sh.labels, sh.tints = s.boundLabels(), tintsOf(n+1)
		if s.Axis.Signed {
			sh.tints = changeTintsOf(s.Map.Bounds)
		}
	case s.Axis.Signed:
		sh = s.changeClasses(rows)
	default:
		of, n := quantiles(rows, mostShades, value)
		tints := tintsOf(n)
		for k := range n {
			sh.add(s, those(rows, func(i int) bool { return of[i] == k }), tints[k])
		}
	}
	return sh
}

// noShades are no classes yet.
func (s *Spec) noShades() shades {
	sh := shades{of: make([]int, len(s.Rows))}
	for i := range sh.of {
		sh.of[i] = -1
	}
	return sh
}

// quantiles cuts sorted rows into at most so many classes of about the same number, fewer where there are fewer values;
// it returns the class of each, and how many classes there are. Of n rows, those of one value take the places first to
// past; the middle of these places, m = (first + past) / 2, decides: of five classes it is ⌊5 m / n⌋ (the mid-rank of
// Hyndman and Fan 1996, Sample quantiles in statistical packages, The American Statistician 50, definition 5). So a value
// is never split between classes; a class that nothing falls into is left out. Where there are as few values as classes,
// each is one.
func quantiles(rows []int, most int, value func(row int) float64) (of []int, classes int) {
	distinct := 0
	for i, row := range rows {
		if i == 0 || value(row) != value(rows[i-1]) {
			distinct++
		}
	}
	last := -1
	for first := 0; first < len(rows); {
		past := first + 1
		for past < len(rows) && value(rows[past]) == value(rows[first]) {
			past++
		}
		k := most * (first + past) / (2 * len(rows))
		if distinct <= most {
			k = last + 1
		}
		if k != last {
			last = k
			classes++
		}
		for range rows[first:past] {
			of = append(of, classes-1)
		}
		first = past
	}
	return of, classes
}

// those are the rows at some places, in their order.
func those(rows []int, in func(place int) bool) (some []int) {
	for i, row := range rows {
		if in(i) {
			some = append(some, row)
		}
	}
	return some
}

// add makes a class of rows that stand in the order of their values.
func (sh *shades) add(s *Spec, rows []int, tint string) {
	if len(rows) == 0 {
		return
	}
	for _, row := range rows {
		sh.of[row] = len(sh.labels)
	}
	first, last := s.Series[0].Points[rows[0]], s.Series[0].Points[rows[len(rows)-1]]
	sh.labels = append(sh.labels, s.between(s.label(first), s.label(last)))
	sh.tints = append(sh.tints, tint)
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
	if strings.ContainsRune("−-+", firstRune(low)) || strings.ContainsRune("−-+", firstRune(high)) {
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
