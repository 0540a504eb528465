package locale

import (
	"math"
	"strconv"
	"strings"

	"bulletin/internal/decimal"
)

// Signs of good typography.
const (
	minus   = "\u2212"
	noBreak = "\u00a0"
)

// Number groups the digits of a number by thousands and keeps its decimals:
// 16,216, −57, 5.0.
func (l *Locale) Number(d decimal.Decimal) string {
	whole, fraction := d.Digits()
	text := group(whole)
	if fraction != "" {
		text += "." + fraction
	}
	if d.Sign() < 0 {
		text = minus + text
	}
	return text
}

// group sets a comma before every third digit from the right.
func group(digits string) string {
	var b strings.Builder
	b.Grow(len(digits) + len(digits)/3)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// Percent is a number with a percent sign: 56%, −36%.
func (l *Locale) Percent(d decimal.Decimal) string { return l.Number(d) + "%" }

// SignedPercent is a change: +56%, −36%, 0%.
func (l *Locale) SignedPercent(d decimal.Decimal) string {
	if d.Sign() > 0 {
		return "+" + l.Percent(d)
	}
	return l.Percent(d)
}

// Points is a difference of shares: "5 percentage points".
func (l *Locale) Points(d decimal.Decimal) string {
	return l.Number(d) + noBreak + l.Plural(d.Abs(), "percentage point", "percentage points")
}

// Plural picks the word for a number of things: one for exactly 1, written
// without decimals, else other (Unicode CLDR, plural rules of English).
func (l *Locale) Plural(d decimal.Decimal, one, other string) string {
	if d.Scale() == 0 && d.Abs().Cmp(decimal.FromInt(1)) == 0 {
		return one
	}
	return other
}

// Float is a round number of a chart's axis with that many decimals. It is
// never "−0".
func (l *Locale) Float(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, point := strings.Cut(text, ".")
	text = group(whole)
	if point {
		text += "." + fraction
	}
	if v < 0 && strings.Trim(text, "0.,") != "" {
		text = minus + text
	}
	return text
}

// Compact is Float for a narrow axis: 20k, 1.5m, 3bn.
func (l *Locale) Compact(v float64) string {
	for _, unit := range []struct {
		size float64
		name string
	}{{1e9, "bn"}, {1e6, "m"}, {1e3, "k"}} {
		if math.Abs(v) >= unit.size*0.99995 { // what would round up to it takes the larger unit
			decimals := 0
			if scaled := v / unit.size; scaled != math.Trunc(scaled) {
				decimals = 1
			}
			return l.Float(v/unit.size, decimals) + unit.name
		}
	}
	if v != math.Trunc(v) {
		return l.Float(v, 1)
	}
	return l.Float(v, 0)
}
