package figure

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
)

// Evaluate works the expression out in a scope. With errors among the problems
// there is no value to show, nor where the value Wants cells, which a draft may. Of a set from which something was refused nothing
// is said: the value is Broken, as what is missing may be just that.
func (e *Expression) Evaluate(s Scope) (Value, diag.Problems) {
	v := &evaluation{Expression: e, Scope: s}
	value := v.evaluate()
	switch {
	case v.problems.Errors() == 0 && len(v.wants) == 0:
		return value, v.problems
	case !s.Set.Whole() || !s.Set.Complete() && v.onlyFigures():
		return Value{Broken: true}, nil
	case v.problems.Errors() == 0:
		return Value{Wants: v.wants}, v.problems
	}
	return Value{}, v.problems
}

// onlyFigures tells whether all names were known, and only cells were not.
func (v *evaluation) onlyFigures() bool {
	return !slices.ContainsFunc(v.problems, func(p diag.Problem) bool { return p.Rule == ruleName })
}

func (v *evaluation) evaluate() Value {
	if v.subject.text == wordPeriod {
		return v.periodWords()
	}
	r, ok := v.resolve()
	if !ok {
		return Value{}
	}
	switch v.format.text {
	case formatTop:
		return v.top(r)
	case formatShare:
		return v.share(r)
	case formatChange, formatIncrease, formatRose, formatMore, formatTimes:
		return v.comparison(r)
	}
	found, ok := v.amount(r, v.subject)
	if !ok {
		return Value{}
	}
	value := v.plain(found)
	switch {
	case value.Broken:
	case v.format.text == formatAbout:
		v.about(&value)
	case v.format.text == formatWords:
		v.inWords(&value)
	}
	return value
}

// periodWords is {{ period }}.
func (v *evaluation) periodWords() Value {
	p := v.when(v.time, v.Period)
	if p.IsZero() {
		v.fail(v.subject, ruleFigure, "name one: {{ period 2023-Q1 }}", "the page is about no one period")
		return Value{}
	}
	value := Value{Subject: Subject{onPeriod: p}}
	if v.format.text == formatMonths {
		value.Text = v.Locale.Months(p)
	} else {
		value.Text = v.Locale.PeriodInText(p)
	}
	return value
}

// plain is a number as it stands in the data.
func (v *evaluation) plain(found amount) Value {
	value := Value{Kind: found.kind, Number: found.number, Subject: Subject{cell: found.cell}, exact: whole(found.number), Summed: found.single == nil}
	value.rest(found.used...)
	if !value.Broken {
		value.Text, value.Machine = text(found.kind, found.number, v.Locale), found.number.String()
	}
	return value
}

// about keeps two significant digits.
func (v *evaluation) about(value *Value) {
	if value.Kind != Count {
		v.fail(v.format, ruleFigure, "leave it out", "about rounds counts, and %s is a percentage", value.Subject)
		return
	}
	value.Number = twoDigits(value.Number)
	value.Text = v.Locale.About(value.Number)
}

// twoDigits rounds a number to two significant digits, once: 16,216 to 16,000,
// 99.6 to 100, 5.54 to 5.5. A number that has fewer digits is not given more.
func twoDigits(d decimal.Decimal) decimal.Decimal {
	first := firstDigit(d)
	rounded, ok := d.Round(min(d.Scale(), 2-first))
	if now := firstDigit(rounded); ok && now > first && rounded.Scale() > 0 { // 9.96 is 10, not 10.0
		rounded, ok = d.Round(min(d.Scale(), 2-now))
	}
	if !ok {
		return d
	}
	return rounded
}

// firstDigit is where the first significant digit of a number stands: 2 for
// 16, 1 for 5.5, 0 for 0.5, -1 for 0.05.
func firstDigit(d decimal.Decimal) int {
	whole, fraction := d.Abs().Digits()
	if whole != "0" {
		return len(whole)
	}
	return len(strings.TrimLeft(fraction, "0")) - len(fraction)
}

// inWords spells a count.
func (v *evaluation) inWords(value *Value) {
	n, isWhole := value.Number.Int()
	words, ok := v.Locale.Spell(n)
	if value.Kind != Count || !isWhole || !ok {
		v.fail(v.format, ruleFigure, "write the number in digits: leave out | words", "words spells whole counts from 0 to 999, and %s is %s", value.Subject, value.Text)
		return
	}
	value.Text = words
}

// share is the part that an observation makes of the total it splits.
func (v *evaluation) share(r resolved) Value {
	if len(r.path) == 0 && r.indicator.Measure != data.Share {
		v.fail(v.format, ruleFigure, "name a part: {{ "+v.subject.text+" age=children | share }}", "share is of a part, and %s is a total", r)
		return Value{}
	}
	found, ok := v.amount(r, v.subject)
	if !ok {
		return Value{}
	}
	if found.kind == Share && !found.broken {
		return v.plain(found)
	}
	value := Value{Kind: Share, Subject: Subject{cell: r, share: true}, Summed: found.single == nil}
	value.rest(found.used...)
	var total decimal.Decimal
	for _, part := range found.used {
		if part.Parent == nil || !part.Parent.HasValue && !part.Parent.Broken {
			ok = false
			break
		}
		value.rest(part.Parent)
		if ok {
			total, ok = total.Add(part.Parent.Value)
		}
	}
	switch {
	case value.Broken:
		return value
	case !ok || total.Sign() <= 0 || found.kind != Count:
		v.fail(v.format, ruleFigure, "show the number: leave out | share", "%s is not part of a total above zero, so it has no share", r)
		return Value{}
	}
	value.exact = ratio{found.number, total, 100}
	value.Number, _ = value.exact.round(0)
	value.Machine = value.Number.String()
	value.Text = v.Locale.Percent(value.Number)
	if value.exact.sign() > 0 && value.exact.belowOne() {
		value.Text = v.Locale.LessThanOne()
	}
	return value
}
