package figure

import (
	"fmt"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// comparison is change, increase, rose, more and times.
func (v *evaluation) comparison(r resolved) Value {
	now, ok := v.amount(r, v.subject)
	if !ok {
		return Value{}
	}
	if now.kind == Change {
		return v.published(now)
	}
	at := v.format
	if v.Expression.base != nil {
		at = v.Expression.base.word
	}
	base, ok := v.amount(r.in(v.baseOf(r.period)), at)
	if !ok {
		return Value{}
	}
	value := Value{Subject: Subject{cell: r, base: base.cell.period}}
	value.compare(v.Set, now, base)
	if value.Broken {
		value.HasBase = false
		return value
	}
	if now.kind != base.kind {
		v.fail(at, ruleFigure, "compare counts with counts, shares with shares", "%s is a count at one time and a share at the other", r)
		return Value{}
	}
	if v.format.text == formatTimes {
		return v.times(value, at)
	}
	if ok = value.change(); !ok {
		v.fail(at, ruleFigure, fmt.Sprintf("give both counts: from %s to %s", v.Locale.Number(base.number), v.Locale.Number(now.number)),
			"there is no percentage change from %s: %s", base.number, base.cell)
		return Value{}
	}
	v.write(&value)
	return value
}

// change reckons the change of a value whose two sides are known: in percentage
// points between shares, in per cent between counts. It is false where there
// is none: the base is not above zero.
func (v *Value) change() bool {
	difference, ok := v.Now.Sub(v.Base)
	if v.Kind = Change; len(v.Used) > 0 {
		if _, kind, _ := numberOf(v.Used[0]); kind == Share {
			v.Kind = Points
		}
	}
	switch {
	case !ok:
		return false
	case v.Kind == Points:
		v.exact, v.Number = whole(difference), difference
	case v.Base.Sign() <= 0:
		return false
	default:
		v.exact = ratio{difference, v.Base, 100}
		if v.Number, ok = v.exact.round(0); !ok {
			return false
		}
	}
	v.Machine = v.Number.String()
	return true
}

// published is a change that its publisher gives as such.
func (v *evaluation) published(now amount) Value {
	if v.format.text == formatTimes || v.Expression.base != nil {
		v.fail(v.format, ruleFigure, "write | change, | rose, | increase or | more alone", "%s is a change already", now.cell)
		return Value{}
	}
	value := v.plain(now)
	if !value.Broken {
		v.write(&value)
	}
	return value
}

// times is how many times the base goes into the value.
func (v *evaluation) times(value Value, at word) Value {
	if value.Base.Sign() <= 0 || value.Now.Sign() <= 0 {
		v.fail(at, ruleFigure, fmt.Sprintf("give both numbers: from %s to %s", v.Locale.Number(value.Base), v.Locale.Number(value.Now)),
			"there is no multiple of %s in %s: %s", value.Base, value.Now, value.Subject)
		return Value{}
	}
	value.Kind, value.exact = Times, ratio{value.Now, value.Base, 1}
	number, ok := timesOf(value.exact)
	if !ok || number.Cmp(decimal.FromInt(2)) < 0 {
		v.fail(v.format, ruleFigure, "write | change or | rose", "times is for a doubling and more, and %s is %s times its base", value.Subject.cell, number)
		return Value{}
	}
	value.Number, value.Machine = number, number.String()
	value.Text = v.Locale.Times(number)
	if v.small(value) {
		value.Text += " " + v.Locale.FromTo(value.Base, value.Now)
	}
	return value
}

// timesOf is how often the base goes into a number: with one decimal, and
// from ten on with none.
func timesOf(exact ratio) (decimal.Decimal, bool) {
	number, ok := exact.round(1)
	if !ok || number.Cmp(decimal.FromInt(10)) >= 0 {
		number, ok = exact.round(0)
	}
	if n, isWhole := number.Int(); isWhole {
		number = decimal.FromInt(n)
	}
	return number, ok
}

// small tells whether a value compares counts, and its base is under the
// site's threshold.
func (v *evaluation) small(value Value) bool {
	if !value.HasBase || value.Kind == Points {
		return false
	}
	if _, kind, _ := numberOf(value.Used[0]); kind != Count {
		return false
	}
	return value.Base.Cmp(decimal.FromInt(int64(v.Set.Site.Thresholds.SmallBase))) < 0
}

// ChangeBetween is the change between two observations as a key figure, a
// table or a chart shows it, beside both values: "+56%", of shares
// "+5 percentage points". It is false where there is none: a value is missing,
// the base of a percentage is not above zero, a count stands against a share,
// or the indicator is a change itself.
func ChangeBetween(now, base *data.Observation, s Scope) (Value, bool) {
	if now == nil || base == nil || now.Indicator != base.Indicator {
		return Value{}, false
	}
	sides := [2]amount{{single: now, used: []*data.Observation{now}}, {single: base, used: []*data.Observation{base}}}
	for i := range sides {
		var ok bool
		if sides[i].number, sides[i].kind, ok = numberOf(sides[i].single); !ok || sides[i].kind == Change {
			return Value{}, false
		}
	}
	value := Value{Subject: Subject{cell: resolved{indicator: now.Indicator, area: now.Area, period: now.Period, path: now.Path}, base: base.Period}}
	value.compare(s.Set, sides[0], sides[1])
	if sides[0].kind != sides[1].kind || !value.change() {
		return Value{}, false
	}
	value.Text = worded(value, locale.Signed, s.Locale)
	return value, true
}
