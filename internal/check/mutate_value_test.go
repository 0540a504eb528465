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
	r := asked{set, all, indicator, path}
	number, kind, found := r.number(area, when)
	if !found {
		return worth{}, fmt.Errorf("this test finds no cell for {{ %s }}, and no parts of it", source)
	}
	if len(formats) == 0 || formats[0] == "about" || formats[0] == "words" || kind == "change" {
		return worth{kind: kind, number: number, none: number == nil}, nil
	}
	switch name := formats[0]; name {
	case "share":
		var total *big.Rat
		if now := all[cellName(indicator, area, when, path)]; now != nil {
			total, _ = exactly(now.Parent)
		}
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
		before, _, found := r.number(area, from)
		if !found {
			return worth{}, fmt.Errorf("this test finds no base for {{ %s }}", source)
		}
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

// asked is an indicator with the categories that an expression names.
type asked struct {
	set       *data.Set
	all       cells
	indicator *data.Indicator
	path      []data.CategoryRef
}

// number is what a cell has, or what its parts add up to: the members of a
// group, or else the quarters or months of a period.
func (r asked) number(area string, when period.Period) (number *big.Rat, kind string, found bool) {
	if o, ok := r.all[cellName(r.indicator, area, when, r.path)]; ok {
		number, kind = exactly(o)
		return number, kind, true
	}
	if a, ok := r.set.Area(area); ok && a.Group {
		sum := new(big.Rat)
		for _, member := range a.Members {
			if number, _, found = r.number(member, when); number == nil {
				return nil, "count", found
			}
			sum.Add(sum, number)
		}
		return sum, "count", true
	}
	for _, unit := range []period.Unit{period.Quarter, period.Month} {
		parts, ok := when.Split(unit)
		sum := new(big.Rat)
		for _, part := range parts {
			if part == when {
				ok = false
				break
			}
			number, _, found := r.number(area, part)
			if ok = found && number != nil; !ok {
				break
			}
			sum.Add(sum, number)
		}
		if ok && len(parts) > 1 {
			return sum, "count", true
		}
	}
	return nil, "count", false
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
