package figure

import (
	"fmt"
	"strings"

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
	before := r
	before.period = v.baseOf(r.period)
	at := v.format
	if v.Expression.base != nil {
		at = v.Expression.base.word
	}
	base, ok := v.amount(before, at)
	if !ok {
		return Value{}
	}
	value := Value{Subject: now.describe + ", change from " + before.period.String()}
	value.rest(now.used...)
	value.rest(base.used...)
	value.Summed = now.single == nil || base.single == nil
	if value.Broken {
		return value
	}
	if now.kind != base.kind {
		v.fail(v.format, "figure", "compare counts with counts, shares with shares", "%s is a count at one time and a share at the other", now.describe)
		return Value{}
	}
	value.Now, value.Base, value.HasBase = now.number, base.number, true
	difference, fits := now.number.Sub(base.number)
	if !fits {
		v.fail(v.format, "figure", "", "%s: the difference is too large", now.describe)
		return Value{}
	}
	switch {
	case v.format.text == "times":
		return v.times(value, now, base)
	case now.kind == Share:
		value.Kind, value.exact = Points, whole(difference)
		value.Number, value.Machine = difference, difference.String()
		value.Text = v.direct(value, v.Locale.Points(difference.Abs()), signedPoints(difference, v.Locale), "")
		return value
	case base.number.Sign() <= 0:
		v.fail(at, "figure", fmt.Sprintf("give both counts: from %s to %s", base.number, now.number), "there is no percentage change from %s: %s", base.number, base.describe)
		return Value{}
	}
	value.Kind, value.exact = Change, ratio{difference, base.number, 100}
	value.Number, _ = value.exact.round(0)
	value.Machine = value.Number.String()
	return v.changed(value, now, base)
}

// changed gives a percentage change its words, with the counts behind it where
// the base is small.
func (v *evaluation) changed(value Value, now, base amount) Value {
	amount, signed, counts := v.Locale.Percent(value.Number.Abs()), v.Locale.SignedPercent(value.Number), ""
	if base.number.Cmp(decimal.FromInt(int64(v.Set.Site.Thresholds.SmallBase))) < 0 {
		counts = fmt.Sprintf(" (from%s%s to%s%s)", noBreak, v.Locale.Number(base.number), noBreak, v.Locale.Number(now.number))
		if tenfold(now.number, base.number) {
			multiple, _ := decimal.Quotient(now.number, base.number, 0)
			value.Text = v.manifold(multiple) + counts
			return value
		}
	}
	value.Text = v.direct(value, amount, signed, counts)
	return value
}

// tenfold tells whether now is at least ten times the base, which is above
// zero: before any rounding, so that 9.99 times is not.
func tenfold(now, base decimal.Decimal) bool {
	ten, ok := decimal.MulDiv(base, 10, decimal.FromInt(1), base.Scale())
	return ok && now.Cmp(ten) >= 0
}

// manifold writes a change from tenfold on.
func (v *evaluation) manifold(multiple decimal.Decimal) string {
	n, _ := multiple.Int()
	number := v.Locale.Number(multiple)
	word := fold(number, n)
	switch v.format.text {
	case "increase":
		if n == 11 || n == 18 || strings.HasPrefix(number, "8") { // eleven, eighteen, eighty, eight hundred
			return "an " + word + " increase"
		}
		return "a " + word + " increase"
	case "rose":
		return "rose " + word
	case "more":
		return number + noBreak + "times as many"
	}
	return word
}

// direct writes a change by the format: amount is without its sign, counts
// come behind.
func (v *evaluation) direct(value Value, amount, signed, counts string) string {
	sign := value.exact.sign()
	little := sign != 0 && value.Number.IsZero()
	up := sign > 0
	pick := func(rise, fall, none, barely string) string {
		switch {
		case little:
			return barely + counts
		case sign == 0:
			return none
		case up:
			return rise + counts
		}
		return fall + counts
	}
	switch v.format.text {
	case "increase":
		return pick("an increase of "+amount, "a decrease of "+amount, "no change", "little change")
	case "rose":
		return pick("rose by "+amount, "fell by "+amount, "was unchanged", "was little changed")
	case "more":
		return pick(amount+" more", amount+" fewer", "as many", "about as many")
	}
	return pick(signed, signed, signed, "little changed")
}

func signedPoints(d decimal.Decimal, l *locale.Locale) string {
	if d.Sign() > 0 {
		return "+" + l.Points(d)
	}
	return l.Points(d)
}

// published is a change that its publisher gives as such.
func (v *evaluation) published(now amount) Value {
	if v.format.text == "times" || v.Expression.base != nil {
		v.fail(v.format, "figure", "write | change, | rose, | increase or | more alone", "%s is a change already", now.describe)
		return Value{}
	}
	value := Value{Kind: Change, Subject: now.describe, Number: now.number, Machine: now.number.String(), exact: whole(now.number)}
	value.rest(now.used...)
	if !value.Broken {
		value.Text = v.direct(value, v.Locale.Percent(now.number.Abs()), v.Locale.SignedPercent(now.number), "")
	}
	return value
}

// times is how many times the base goes into the value.
func (v *evaluation) times(value Value, now, base amount) Value {
	if base.number.Sign() <= 0 || now.number.Sign() <= 0 {
		v.fail(v.format, "figure", "give both counts", "there is no multiple of %s: %s", base.number, base.describe)
		return Value{}
	}
	value.Kind, value.exact = Times, ratio{now.number, base.number, 1}
	scale := 1
	if tenfold, ok := value.exact.round(0); ok && tenfold.Cmp(decimal.FromInt(10)) >= 0 {
		scale = 0
	}
	value.Number, _ = value.exact.round(scale)
	if n, isWhole := value.Number.Int(); isWhole {
		value.Number = decimal.FromInt(n)
	}
	if value.Number.Cmp(decimal.FromInt(2)) < 0 {
		v.fail(v.format, "figure", "write | change or | rose", "times is for a doubling and more, and %s is %s times its base", now.describe, value.Number)
		return Value{}
	}
	value.Machine = value.Number.String()
	value.Text = v.Locale.Number(value.Number) + noBreak + "times"
	if base.number.Cmp(decimal.FromInt(int64(v.Set.Site.Thresholds.SmallBase))) < 0 {
		value.Text += fmt.Sprintf(" (from%s%s to%s%s)", noBreak, v.Locale.Number(base.number), noBreak, v.Locale.Number(now.number))
	}
	return value
}

// ChangeBetween is the change between two observations as a key figure or a
// table shows it, beside both values: "+56%", of shares "+5 percentage points".
// It is false where there is none: a value is missing, the base of a percentage
// is not above zero, or the indicator is a change itself.
func ChangeBetween(now, base *data.Observation, s Scope) (Value, bool) {
	if now == nil || base == nil || !now.HasValue || !base.HasValue {
		return Value{}, false
	}
	difference, fits := now.Value.Sub(base.Value)
	value := Value{}
	var ok bool
	switch kindOf(now.Indicator) {
	case Share:
		value.Kind, value.exact, value.Number, ok = Points, whole(difference), difference, true
	case Count:
		value.Kind, value.exact = Change, ratio{difference, base.Value, 100}
		value.Number, ok = value.exact.round(0)
		ok = ok && base.Value.Sign() > 0
	}
	if !ok || !fits {
		return Value{}, false
	}
	value.Now, value.Base, value.HasBase = now.Value, base.Value, true
	value.rest(now, base)
	value.Machine = value.Number.String()
	value.Text = s.Locale.SignedPercent(value.Number)
	if value.Kind == Points {
		value.Text = signedPoints(value.Number, s.Locale)
	}
	return value, true
}

// Written is an observation's number as every page writes it: 16,216; 25.5%;
// +6% for a published change. It is false where there is no number.
func Written(o *data.Observation, l *locale.Locale) (string, bool) {
	switch {
	case o == nil || !o.HasValue && !o.HasShare:
		return "", false
	case !o.HasValue:
		return l.Percent(o.Share), true
	}
	switch kindOf(o.Indicator) {
	case Share:
		return l.Percent(o.Value), true
	case Change:
		return l.SignedPercent(o.Value), true
	}
	return l.Number(o.Value), true
}
