package decimal

import (
	"math"
	"math/bits"
)

// plus is a + b, which must not need more than three words.
func (a number) plus(b number) number {
	low, carry := bits.Add64(a[2], b[2], 0)
	middle, carry := bits.Add64(a[1], b[1], carry)
	high, _ := bits.Add64(a[0], b[0], carry)
	return number{high, middle, low}
}

// minus is a - b, where b is no greater.
func (a number) minus(b number) number {
	low, borrow := bits.Sub64(a[2], b[2], 0)
	middle, borrow := bits.Sub64(a[1], b[1], borrow)
	high, _ := bits.Sub64(a[0], b[0], borrow)
	return number{high, middle, low}
}

// fit is a number with its sign as a Decimal, and whether it is one.
func (a number) fit(negative bool, scale uint8) (Decimal, bool) {
	switch {
	case a[0]|a[1] != 0 || a[2] > math.MaxInt64+1 || a[2] > math.MaxInt64 && !negative:
		return Decimal{}, false
	case negative:
		return of(-int64(a[2]), scale), true
	}
	return of(int64(a[2]), scale), true
}

// over is a / b rounded to an integer, ties up. It takes one bit after the
// other, as on paper: b may have three words too.
func (a number) over(b number) number {
	var q, rest number
	for i := range 192 {
		rest = rest.double(a[i/64] >> (63 - i%64) & 1)
		q = q.double(0)
		if cmpWide(rest, b) >= 0 {
			rest = rest.minus(b)
			q[2]++
		}
	}
	if cmpWide(rest, b.minus(rest)) >= 0 {
		q = q.plus(number{0, 0, 1})
	}
	return q
}

// double is 2 * a + bit.
func (a number) double(bit uint64) number {
	return number{a[0]<<1 | a[1]>>63, a[1]<<1 | a[2]>>63, a[2]<<1 | bit}
}

// times is a * n, and whether it fits into three words.
func (a number) times(n uint64) (number, bool) {
	carry, low := bits.Mul64(a[2], n)
	above, middle := bits.Mul64(a[1], n)
	over, high := bits.Mul64(a[0], n)
	middle, c := bits.Add64(middle, carry, 0)
	high, c = bits.Add64(high, above, c)
	return number{high, middle, low}, over|c == 0
}

// mulDivWide is MulDiv for numbers of any size.
func mulDivWide(a Decimal, factor int64, b Decimal, scale int) (Decimal, bool) {
	// Powers of ten stand on one side of the fraction only.
	up := int(b.scale) + scale - int(a.scale)
	down := max(0, -up)
	up = max(0, up)
	n := wide(a, of(factor, 0), min(up, 18))
	d := wide(b, of(1, 0), min(down, 18))
	n, fits := n.times(uint64(pow10(up - min(up, 18))))
	d, less := d.times(uint64(pow10(down - min(down, 18))))
	if !fits || !less {
		return Decimal{}, false
	}
	q := n.over(d)
	if scale < 0 {
		if q, fits = q.times(uint64(pow10(-scale))); !fits {
			return Decimal{}, false
		}
		scale = 0
	}
	return q.fit((a.coef() < 0) != (factor < 0) != (b.coef() < 0), uint8(scale))
}
