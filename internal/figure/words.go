package figure

import (
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// write gives a change its words by the format, with both counts behind it
// where the base is small; from tenfold on the multiple takes the place of the
// percentage there.
func (v *evaluation) write(value *Value) {
	w := wordingOf(v.format.text)
	if !v.small(*value) {
		value.Text = worded(*value, w, v.Locale)
		return
	}
	counts := " " + v.Locale.FromTo(value.Base, value.Now)
	if tenfold(value.Now, value.Base) {
		times, _ := decimal.Quotient(value.Now, value.Base, 0)
		value.Text = v.Locale.ManyTimes(w, times) + counts
		return
	}
	value.Text = worded(*value, w, v.Locale) + counts
}

// wordingOf is how a format words a change.
func wordingOf(format string) locale.Wording {
	switch format {
	case formatIncrease:
		return locale.AsNoun
	case formatRose:
		return locale.AsVerb
	case formatMore:
		return locale.AsMore
	}
	return locale.Signed
}

// worded is a change in words, or as a number with its sign.
func worded(value Value, w locale.Wording, l *locale.Locale) string {
	if value.Kind == Points {
		return l.ChangeOfShare(w, value.trend(), value.Number)
	}
	return l.Change(w, value.trend(), value.Number)
}

// trend is the sense of a change. One that is not zero, but rounds to it, is
// little.
func (v *Value) trend() locale.Trend {
	switch sign := v.exact.sign(); {
	case sign == 0:
		return locale.Unchanged
	case v.Number.IsZero():
		return locale.LittleChanged
	case sign > 0:
		return locale.Rise
	}
	return locale.Fall
}

// tenfold tells whether now is at least ten times the base, which is above
// zero: before any rounding, so that 9.99 times is not.
func tenfold(now, base decimal.Decimal) bool {
	ten, ok := decimal.MulDiv(base, 10, decimal.FromInt(1), base.Scale())
	return ok && now.Cmp(ten) >= 0
}
