package figure

import (
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// span is what a claim allows: all that is between two bounds.
type span struct{ low, high bound }

// bound is an end of a span, num/den. An open one does not belong to it.
type bound struct {
	num, den int64
	open     bool
}

// allows is the span of sizes that agree with a number. The package
// documentation has it as a table.
func (q quantity) allows() span {
	part := q.unit == fraction || q.unit == ofBase
	if q.exactly {
		return span{bound{q.num, q.den, false}, bound{q.num, q.den, false}}
	}
	if q.hedge == locale.NoHedge {
		return q.rounded(part)
	}
	n := func(num, den int64) bound { return bound{q.num * num, q.den * den, false} }
	open := func(b bound) bound { b.open = true; return b }
	var s span
	switch q.hedge {
	case locale.MoreThan:
		s = span{open(n(1, 1)), q.quarterMore()}
	case locale.AtLeast:
		s = span{n(1, 1), q.quarterMore()}
	case locale.FewerThan:
		s = span{q.fifthLess(), open(n(1, 1))}
	case locale.AtMost:
		s = span{q.fifthLess(), n(1, 1)}
	case locale.Nearly, locale.JustOver:
		below, above := n(19, 20), n(21, 20)
		switch {
		case part:
			below, above = q.plus(-nearPart), q.plus(nearPart)
		case q.unit == bare && q.num <= fewCounted*q.den:
			below, above = q.plus(-1), q.plus(1)
		}
		if s = (span{open(n(1, 1)), above}); q.hedge == locale.Nearly {
			s = span{below, open(n(1, 1))}
		}
	default: // about
		s = q.about(part)
	}
	if s.low.num <= 0 {
		s.low = bound{0, 1, true} // a hedge never means none at all
	}
	return s
}

const (
	nearPart   = 3  // percentage points that a hedged fraction may be off
	fewCounted = 20 // the largest count that "nearly" may be one off from
	small      = 10 // the largest number of which "fewer than" may mean any
)

// plus is the number and some whole ones.
func (q quantity) plus(n int64) bound { return bound{q.num + n*q.den, q.den, false} }

// fifthLess is how far below the number "fewer than" may mean.
func (q quantity) fifthLess() bound {
	if q.unit != multiple && q.num <= small*q.den {
		return bound{0, 1, true}
	}
	return bound{q.num * 4, q.den * 5, false}
}

// quarterMore is how far above the number "more than" may mean: more than
// doubled is not yet tripled.
func (q quantity) quarterMore() bound {
	if next := q.num/q.den + 1; q.unit == multiple && next*q.den*4 > q.num*5 {
		return bound{next, 1, true}
	}
	return bound{q.num * 5, q.den * 4, false}
}

// rounded are the sizes that round to the number at the precision that is
// written; a fraction is rounded to the whole per cent, and a multiple has one
// decimal.
func (q quantity) rounded(part bool) span {
	switch {
	case part:
		q.num, q.den, q.step = (2*q.num+q.den)/(2*q.den), 1, 1
	case q.unit == multiple && q.den == 1:
		q.num, q.den, q.step = q.num*10, 10, 1
	}
	return span{bound{2*q.num - q.step, 2 * q.den, false}, bound{2*q.num + q.step, 2 * q.den, true}}
}

// about are the sizes that round to the number at its last digit that is not
// zero, or to the next half where it has one in words, and are not further off than a tenth of it.
func (q quantity) about(part bool) span {
	if part {
		return span{q.plus(-nearPart), q.plus(nearPart)}
	}
	q.step = 1
	for q.num%(q.step*10) == 0 {
		q.step *= 10
	}
	if q.halved { // to the next half
		q.step *= 5
	}
	if q.num < 5*q.step {
		return span{bound{q.num * 9, q.den * 10, false}, bound{q.num * 11, q.den * 10, false}}
	}
	return span{bound{2*q.num - q.step, 2 * q.den, false}, bound{2*q.num + q.step, 2 * q.den, true}}
}

// size is the size of a value, a * factor / b, of which none is below zero.
type size struct {
	a, b   decimal.Decimal
	factor int64
}

// sizeOf is the size of a number.
func sizeOf(d decimal.Decimal) size { return size{d.Abs(), decimal.FromInt(1), 1} }

// holds tells whether a size is within the span.
func (s span) holds(x size) bool {
	low, high := x.compare(s.low), x.compare(s.high)
	return (low > 0 || low == 0 && !s.low.open) && (high < 0 || high == 0 && !s.high.open)
}

// compare is -1, 0 or 1 as the size is below the bound, on it or above.
func (x size) compare(b bound) int {
	return decimal.CmpProduct(x.a, decimal.FromInt(x.factor*b.den), decimal.FromInt(b.num), x.b)
}

// words is the span for a message: "over 12,000 to 15,000".
func (s span) words(u unit, l *locale.Locale) string {
	low, high, sign := s.low.number(l), s.high.number(l), ""
	if s.low.open {
		low = "over " + low
	}
	if s.high.open {
		high = "under " + high
	}
	switch u {
	case percent, fraction, ofBase:
		sign = "%"
	case points:
		sign = " percentage points"
	case multiple:
		sign = " times"
	}
	return low + " to " + high + sign
}

// number is the bound, at no more decimals than it has, and two at most.
func (b bound) number(l *locale.Locale) string {
	d := decimal.FromInt(0)
	for scale := range 3 {
		var fits bool
		if d, fits = decimal.Quotient(decimal.FromInt(b.num), decimal.FromInt(b.den), scale); fits && decimal.CmpProduct(d, decimal.FromInt(b.den), decimal.FromInt(b.num), decimal.FromInt(1)) == 0 {
			break
		}
	}
	return l.Number(d)
}
