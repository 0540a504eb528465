package chart

import (
	"slices"
	"strings"
	"unicode"
)

// ways counts the values of a Change, or the ways of a Dumbbell, and names the ends: rows, -1 where there is none.
type ways struct {
	up, down, same int
	most, least    int // the row of the largest rise and of the largest fall
}

// counted counts rises and falls; change gives that of a row, and false where it is not known.
func (s *Spec) counted(change func(row int) (float64, bool)) ways {
	t := ways{most: -1, least: -1}
	best, worst := 0.0, 0.0
	for i := range s.Rows {
		v, ok := change(i)
		switch {
		case !ok:
			continue
		case v > 0:
			t.up++
		case v < 0:
			t.down++
		default:
			t.same++
		}
		if v > best && !s.Rows[i].Rest {
			best, t.most = v, i
		}
		if v < worst && !s.Rows[i].Rest {
			worst, t.least = v, i
		}
	}
	return t
}

// pairWays counts the ways from the first of two series to the second.
func (s *Spec) pairWays() ways {
	return s.counted(func(row int) (float64, bool) {
		a, b := s.at(0, row), s.at(1, row)
		return b.Value - a.Value, !a.Missing && !b.Missing
	})
}

func (t ways) all() int { return t.up + t.down + t.same }

// spelled is a number of rows in words: "seven"; a large one in digits.
func (s *Spec) spelled(n int) string {
	if n <= 20 {
		if word, ok := s.Locale.Spell(int64(n)); ok {
			return word
		}
	}
	return s.Locale.Float(float64(n), 0)
}

// of is so many of so many: "seven of nine", "all nine", "both".
func (s *Spec) of(n, all int) string {
	switch {
	case n < all:
		return s.spelled(n) + " of " + s.spelled(all)
	case n == 2:
		return "both"
	}
	return "all " + s.spelled(n)
}

// number picks the form of a verb.
func number(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// changeWords counts what rises and falls, and names both ends.
func (s *Spec) changeWords() []string {
	points := s.Series[0].Points
	t := s.counted(func(row int) (float64, bool) { return points[row].Value, !points[row].Missing })
	end := func(row, n int) string {
		switch {
		case row < 0: // a remainder
			return ""
		case n == 1:
			return ": " + s.named(0, row)
		}
		return ", most of all " + s.tied(0, row)
	}
	low, high, _ := extremes(s.proper(points))
	// Where all go one way, who goes least far says more than a count.
	least := func(row, n int) string {
		if n < t.all() || row < 0 || n == 1 || low < 0 || points[low].Value == points[high].Value {
			return ""
		}
		return ", least " + s.tied(0, row)
	}
	if t.all() == 1 {
		return []string{s.onlyChange(t)}
	}
	var parts []string
	amount := func(n int) string {
		if len(parts) == 0 {
			return s.of(n, t.all())
		}
		return s.spelled(n)
	}
	if t.up > 0 {
		parts = append(parts, amount(t.up)+number(t.up, " rises", " rise")+end(t.most, t.up)+least(low, t.up))
	}
	if t.down > 0 {
		parts = append(parts, amount(t.down)+number(t.down, " falls", " fall")+end(t.least, t.down)+least(high, t.down))
	}
	little := 0 // of those that are the same: changes that round to nothing
	for _, p := range points {
		if !p.Missing && p.Value == 0 && strings.ContainsFunc(p.Label, unicode.IsLetter) {
			little++
		}
	}
	if still := t.same - little; still > 0 {
		parts = append(parts, amount(still)+number(still, " is", " are")+" unchanged")
	}
	if little > 0 {
		parts = append(parts, amount(little)+number(little, " is", " are")+" little changed")
	}
	return []string{sentence(parts)}
}

// onlyChange says how the only row with a change goes.
func (s *Spec) onlyChange(t ways) string {
	row := s.onlyRow()
	way := "is unchanged"
	switch {
	case t.up > 0:
		way = "rises"
	case t.down > 0:
		way = "falls"
	case strings.ContainsFunc(s.Series[0].Points[row].Label, unicode.IsLetter):
		return s.Rows[row].Label + " is little changed."
	}
	return s.Rows[row].Label + " " + way + strings.TrimPrefix(s.named(0, row), s.Rows[row].Label) + "."
}

// onlyRow is the first row with a value.
func (s *Spec) onlyRow() int {
	return slices.IndexFunc(s.Series[0].Points, func(p Point) bool { return !p.Missing })
}
