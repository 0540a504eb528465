package check_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// cells are the values of a set, found without the program's own queries.
type cells map[string]*data.Observation

func cellsOf(set *data.Set) cells {
	all := cells{}
	for _, o := range set.Observations() {
		all[cellName(o.Indicator, o.Area.ID, o.Period, o.Path)] = o
	}
	return all
}

func cellName(i *data.Indicator, area string, p period.Period, path []data.CategoryRef) string {
	var categories []string
	for _, c := range path {
		categories = append(categories, c.Dimension+"="+c.ID)
	}
	slices.Sort(categories)
	first := p.First()
	if i.Measure == data.Stock {
		first = p.Last()
	}
	return fmt.Sprintln(i.ID, area, first, p.Last(), categories)
}

// worth is what an expression comes to, exactly.
type worth struct {
	kind      string // "count", "share", "change" or "points", "times"
	number    *big.Rat
	now, base *big.Rat // of a comparison
	none      bool     // it has no value: a change from zero
}

// evaluateAgain works the expression of a claim out, or says that it cannot.
func evaluateAgain(set *data.Set, all cells, p *site.Page, source string) (worth, error) {
	subject, format, _ := strings.Cut(source, "|")
	words, formats := strings.Fields(subject), strings.Fields(format)
	id := words[0]
	area, when := p.Scope().Area, p.Scope().Period
	var path []data.CategoryRef
	for _, w := range words[1:] {
		if dimension, category, ok := strings.Cut(w, "="); ok {
			path = append(path, data.CategoryRef{Dimension: dimension, ID: category})
		} else if moved, ok := move(w, when); ok {
			when = moved
		} else {
			area = w
		}
	}
	if id == "headline" {
		id = p.Scope().Headline(area)
	}
	indicator, ok := set.Indicator(id)
	if !ok {
		return worth{}, fmt.Errorf("this test knows no value of {{ %s }}: teach it", source)
	}
	find := func(t period.Period) (*data.Observation, error) {
		o, ok := all[cellName(indicator, area, t, path)]
		if !ok {
			return nil, fmt.Errorf("this test finds no cell for {{ %s }}: teach it sums", source)
		}
		return o, nil
	}
	now, err := find(when)
	if err != nil {
		return worth{}, err
	}
	number, kind := exactly(now)
	if len(formats) == 0 || formats[0] == "about" || formats[0] == "words" || kind == "change" {
		return worth{kind: kind, number: number, none: number == nil}, nil
	}
	switch name := formats[0]; name {
	case "share":
		total, _ := exactly(now.Parent)
		if kind == "share" || number == nil || total == nil {
			return worth{kind: "share", number: number, none: number == nil}, nil
		}
		return ratio("share", number, total, 100), nil
	case "change", "increase", "rose", "more", "times":
		from := when.YearBefore()
		if p.Scope().Period == when && !p.Scope().Base.IsZero() {
			from = p.Scope().Base
		}
		if len(formats) > 1 {
			from, _ = move(formats[1], when)
		}
		base, err := find(from)
		if err != nil {
			return worth{}, err
		}
		before, _ := exactly(base)
		if number == nil || before == nil {
			return worth{none: true}, nil
		}
		w := worth{kind: "points", number: new(big.Rat).Sub(number, before)}
		switch {
		case name == "times":
			w = ratio("times", number, before, 1)
			w.none = w.none || w.number.Cmp(big.NewRat(195, 100)) < 0 // below two, at one decimal
		case kind == "count":
			w = ratio("change", new(big.Rat).Sub(number, before), before, 100)
		}
		w.now, w.base = number, before
		return w, nil
	}
	return worth{}, fmt.Errorf("this test does not know the format of {{ %s }}: teach it", source)
}

// move is the period that a word means, seen from another.
func move(w string, from period.Period) (period.Period, bool) {
	switch w {
	case "year-before":
		return from.YearBefore(), true
	case "previous":
		return from.Previous(), true
	}
	p, err := period.Parse(w)
	return p, err == nil
}

func ratio(kind string, a, b *big.Rat, factor int64) worth {
	if b.Sign() <= 0 {
		return worth{kind: kind, none: true}
	}
	q := new(big.Rat).Quo(a, b)
	return worth{kind: kind, number: q.Mul(q, big.NewRat(factor, 1))}
}

// ofBase is what a change has led to, in per cent of its base.
func (w worth) ofBase() *big.Rat {
	hundred := big.NewRat(100, 1)
	if w.now == nil { // published: only the change is known
		return new(big.Rat).Add(hundred, w.number)
	}
	return hundred.Mul(hundred, new(big.Rat).Quo(w.now, w.base))
}

// exactly is the number of an observation; nil where it has none.
func exactly(o *data.Observation) (*big.Rat, string) {
	kind, text := "count", ""
	if o == nil {
		return nil, kind
	}
	switch o.Indicator.Measure {
	case data.Share:
		kind = "share"
	case data.Change:
		kind = "change"
	}
	switch {
	case o.HasValue:
		text = o.Value.String()
	case o.HasShare:
		kind, text = "share", o.Share.String()
	}
	number, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, kind
	}
	return number, kind
}

// bearsOut tells whether a value bears out the words of a claim.
func bearsOut(s said, w worth) bool {
	switch {
	case w.none:
		return false
	case s.from != nil && (w.base == nil || s.from.Cmp(w.base) != 0), s.to != nil && (w.now == nil || s.to.Cmp(w.now) != 0):
		return false
	case s.little:
		return w.number.Sign() != 0 && nearest(w.number, big.NewRat(1, 1)).Sign() == 0
	case !s.numbered && s.from == nil && s.to == nil: // a direction alone
		return s.sense == w.number.Sign() && (s.sense == 0 || nearest(w.number, big.NewRat(1, 1)).Sign() != 0)
	case !s.numbered:
		return !s.turned || s.sense == w.number.Sign()
	}
	size := new(big.Rat).Abs(w.number)
	hundred := big.NewRat(100, 1)
	switch {
	case s.unit == "times" && w.kind == "change": // how many times as many
		return holds(s, new(big.Rat).Quo(w.ofBase(), hundred))
	case s.unit == "as many":
		return holds(s, w.ofBase())
	case w.kind == "change" || w.kind == "points":
		sense := 1
		if s.turned {
			sense = s.sense
		}
		if s.minus {
			sense = -1
		}
		if s.number.Sign() == 0 {
			return holds(s, size)
		}
		return w.number.Sign() == sense && holds(s, size)
	}
	return holds(s, size)
}

// holds compares a size with a number in words: exactly at what is written, or
// within the bounds of its hedge.
func holds(s said, size *big.Rat) bool {
	n, step := new(big.Rat).Set(s.number), s.step
	part := s.unit == "part" || s.unit == "as many"
	switch {
	case part: // at the whole per cent
		n.Mul(n, big.NewRat(100, 1))
		step = big.NewRat(1, 1)
		if s.hedge == "" {
			n = nearest(n, step)
		}
	case s.unit == "times" && step.Cmp(big.NewRat(1, 10)) > 0:
		step = big.NewRat(1, 10)
	}
	times := func(a, b int64) *big.Rat { return new(big.Rat).Mul(n, big.NewRat(a, b)) }
	few := n.Cmp(big.NewRat(10, 1)) <= 0 && !part && s.unit != "times"
	near := times(1, 20)
	switch {
	case part:
		near = big.NewRat(3, 1)
	case s.unit == "" && n.Cmp(big.NewRat(20, 1)) <= 0:
		near = big.NewRat(1, 1)
	}
	switch s.hedge {
	case "":
		return nearest(size, step).Cmp(n) == 0
	case "more":
		return size.Cmp(n) > 0 && size.Cmp(times(5, 4)) <= 0
	case "least":
		return size.Cmp(n) >= 0 && size.Cmp(times(5, 4)) <= 0
	case "fewer":
		return size.Cmp(n) < 0 && size.Sign() > 0 && (few || size.Cmp(times(4, 5)) >= 0)
	case "most":
		return size.Cmp(n) <= 0 && size.Sign() > 0 && (few || size.Cmp(times(4, 5)) >= 0)
	case "nearly":
		return size.Cmp(n) < 0 && size.Sign() > 0 && new(big.Rat).Add(size, near).Cmp(n) >= 0
	case "just over":
		return size.Cmp(n) > 0 && new(big.Rat).Sub(size, near).Cmp(n) <= 0
	}
	// about: what rounds to it at its last digit that is not zero, within a tenth
	if part { // three points off
		return new(big.Rat).Abs(new(big.Rat).Sub(size, n)).Cmp(big.NewRat(3, 1)) <= 0
	}
	unit := new(big.Rat).Set(step)
	for ten := big.NewRat(10, 1); ; unit.Mul(unit, ten) {
		if next := new(big.Rat).Mul(unit, ten); n.Sign() == 0 || nearest(n, next).Cmp(n) != 0 {
			break
		}
	}
	return nearest(size, unit).Cmp(n) == 0 && new(big.Rat).Abs(new(big.Rat).Sub(size, n)).Cmp(times(1, 10)) <= 0
}

// nearest is the multiple of a step that is nearest to a number, the one
// further from zero where two are.
func nearest(n, step *big.Rat) *big.Rat {
	q := new(big.Rat).Quo(new(big.Rat).Abs(n), step)
	twice := new(big.Rat).Add(q, big.NewRat(1, 2))
	whole := new(big.Int).Quo(twice.Num(), twice.Denom())
	r := new(big.Rat).Mul(new(big.Rat).SetInt(whole), step)
	if n.Sign() < 0 {
		r.Neg(r)
	}
	return r
}
