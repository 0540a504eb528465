package largesite

import (
	"strconv"
	"strings"
)

// values are those of one indicator: of each country, month by month.
type values [][]int32

// world is a shape with its values.
type world struct {
	Shape
	first  month
	values [][]values // desk, indicator
}

// newWorld works out all values. A month's value is that of a year before, up or
// down by 3 to 40 per cent, and back toward where the country began when it has
// gone too far, so that no change rounds to nothing and no value jumps.
func newWorld(s Shape) (*world, error) {
	s, err := s.settle()
	if err != nil {
		return nil, err
	}
	w := &world{Shape: s, first: s.firstMonth()}
	months := int(lastMonth-w.first) + 1
	for d := range min(len(desks), s.editionCount()) {
		var all []values
		for i, ind := range desks[d].indicators {
			v := make(values, s.Countries)
			for c := range v {
				r := newDice(s.Seed, 'v', uint64(d), uint64(i), uint64(c))
				v[c] = series(r, ind.low, ind.high, months)
			}
			all = append(all, v)
		}
		w.values = append(w.values, all)
	}
	return w, nil
}

// series is the course of one indicator in one country.
func series(r *dice, low, high, months int) []int32 {
	base := low + r.below(high-low)
	all := make([]int32, months)
	for m := range all {
		if m < 12 {
			all[m] = int32(base * (85 + r.below(31)) / 100)
			continue
		}
		before := int(all[m-12])
		step := 3 + r.below(38)
		down := r.below(2) == 0
		switch {
		case before > base*2:
			down = true
		case before < base*7/10:
			down = false
		}
		if down {
			step = -step * 2 / 3
			if step > -3 {
				step = -3
			}
		}
		all[m] = int32(before * (100 + step) / 100)
	}
	return all
}

// value is that of a cell.
func (w *world) value(d, i, c int, m month) int { return int(w.values[d][i][c][m-w.first]) }

// children is the part of a value that is about children: a fifth to two fifths.
func (w *world) children(d, i, c int, m month) int {
	v := w.value(d, i, c, m)
	return v * (20 + (c*7+int(m)*3)%21) / 100
}

// number is a count as Bulletin writes it.
func number(n int) string {
	s := strconv.Itoa(n)
	if n < 0 {
		s = s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if n < 0 {
		return "−" + s
	}
	return s
}

// percent is a part of a whole in whole per cent, rounded half away from zero.
func percent(part, whole int) int {
	twice := 200 * part
	if twice < 0 {
		return -((-twice + whole) / (2 * whole))
	}
	return (twice + whole) / (2 * whole)
}

// change is how far a value is from that of a year before, in the words of a
// format of Bulletin's.
func change(now, before int, format string) string {
	p := percent(now-before, before)
	size := strings.TrimPrefix(number(p), "−") + "%"
	up := p > 0
	switch {
	case p == 0:
		return "little changed"
	case format == "change" && up:
		return "+" + size
	case format == "change":
		return "−" + size
	case format == "increase" && up:
		return "an increase of " + size
	case format == "increase":
		return "a decrease of " + size
	case up:
		return "rose by " + size
	}
	return "fell by " + size
}

// twoDigits is a count rounded to two digits, half away from zero.
func twoDigits(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit/2) / unit * unit
}
