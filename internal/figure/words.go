package figure

import (
	"strings"

	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// write gives a change its words by the format, with both counts behind it
// where the base is small; from tenfold on the multiple takes the place of the
// percentage there.
func (v *evaluation) write(value *Value) {
	counts := v.counts(*value)
	if counts != "" && tenfold(value.Now, value.Base) {
		times, _ := decimal.Quotient(value.Now, value.Base, 0)
		value.Text = v.manifold(times) + counts
		return
	}
	value.Text = v.direct(*value) + counts
}

// direct writes a change by the format.
func (v *evaluation) direct(value Value) string {
	amount := v.Locale.Percent(value.Number.Abs())
	fewer, same, nearly := " fewer", "as many", "about as many"
	if value.Kind == Points {
		amount = v.Locale.Points(value.Number.Abs())
		fewer, same, nearly = " less", "as much", "about as much"
	}
	switch v.format.text {
	case formatIncrease:
		return pick(value, "an increase of "+amount, "a decrease of "+amount, "no change", "little change")
	case formatRose:
		return pick(value, "rose by "+amount, "fell by "+amount, "was unchanged", "was little changed")
	case formatMore:
		return pick(value, amount+" more", amount+fewer, same, nearly)
	}
	return signed(value, v.Locale)
}

// signed is a change as a number with its sign: "+56%", "0%".
func signed(value Value, l *locale.Locale) string {
	number := text(value.Kind, value.Number, l)
	return pick(value, number, number, number, "little changed")
}

// pick takes the words for the sense of a change: up, down, none, or one that
// rounds to none.
func pick(value Value, rise, fall, none, barely string) string {
	switch sign := value.exact.sign(); {
	case sign == 0:
		return none
	case value.Number.IsZero():
		return barely
	case sign > 0:
		return rise
	}
	return fall
}

// tenfold tells whether now is at least ten times the base, which is above
// zero: before any rounding, so that 9.99 times is not.
func tenfold(now, base decimal.Decimal) bool {
	ten, ok := decimal.MulDiv(base, 10, decimal.FromInt(1), base.Scale())
	return ok && now.Cmp(ten) >= 0
}

// manifold writes a change from tenfold on.
func (v *evaluation) manifold(times decimal.Decimal) string {
	n, _ := times.Int()
	number := v.Locale.Number(times)
	word := v.Locale.Fold(number, n)
	switch v.format.text {
	case formatIncrease:
		if n == 11 || n == 18 || strings.HasPrefix(number, "8") { // eleven, eighteen, eighty, eight hundred
			return "an " + word + " increase"
		}
		return "a " + word + " increase"
	case formatRose:
		return "rose " + word
	case formatMore:
		return number + noBreak + "times as many"
	}
	return word
}
