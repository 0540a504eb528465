package decimal

import (
	"cmp"
	"errors"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// Limits of a number as it may be written: they leave room for sums of
// hundreds of the largest values in 64 bits.
const (
	maxWhole    = 12 // digits before the point
	maxFraction = 4  // digits after it
)

// Decimal is coef / 10^scale. Its zero value is 0. Two decimals that are equal
// in value need not be ==: use Cmp. It takes twelve bytes, since an int64 would make
// it sixteen, and a set of data holds two for each of its observations.
type Decimal struct {
	high  int32 // of the coefficient
	low   uint32
	scale uint8
}

// of is coef / 10^scale.
func of(coef int64, scale uint8) Decimal { return Decimal{int32(coef >> 32), uint32(coef), scale} }

func (d Decimal) coef() int64 { return int64(d.high)<<32 | int64(d.low) }

// Errors of Parse.
var (
	ErrSyntax = errors.New("not a number: want digits, with a point before decimals")
	ErrRange  = errors.New("number too long: at most 12 digits before the point and 4 after it")
)

// Parse reads -?\d+(\.\d+)? and nothing else: no exponent, no octal, no
// separators.
func Parse(s string) (Decimal, error) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if !allDigits(whole) || point && !allDigits(fraction) {
		return Decimal{}, ErrSyntax
	}
	if len(strings.TrimLeft(whole, "0")) > maxWhole || len(fraction) > maxFraction {
		return Decimal{}, ErrRange
	}
	coef, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil {
		return Decimal{}, ErrRange
	}
	if len(digits) != len(s) {
		coef = -coef
	}
	return of(coef, uint8(len(fraction))), nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// FromInt is n with no decimals.
func FromInt(n int64) Decimal { return of(n, 0) }

// String is the number with a point and the decimals it was given.
func (d Decimal) String() string {
	if d.scale == 0 {
		return strconv.FormatInt(d.coef(), 10)
	}
	whole, fraction := d.Digits()
	if d.coef() < 0 {
		whole = "-" + whole
	}
	return whole + "." + fraction
}

// Digits are the digits before and after the point, without the sign.
func (d Decimal) Digits() (whole, fraction string) {
	s := strconv.FormatUint(magnitude(d.coef()), 10)
	n := int(d.scale)
	if len(s) <= n {
		s = strings.Repeat("0", n-len(s)+1) + s
	}
	return s[:len(s)-n], s[len(s)-n:]
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Scale is the number of decimals.
func (d Decimal) Scale() int { return int(d.scale) }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coef() < 0:
		return -1
	case d.coef() > 0:
		return 1
	}
	return 0
}

// IsZero tells whether the value is 0, at any scale.
func (d Decimal) IsZero() bool { return d.coef() == 0 }

// Neg is -d.
func (d Decimal) Neg() Decimal { return of(-d.coef(), d.scale) }

// Abs is d without its sign.
func (d Decimal) Abs() Decimal {
	if d.coef() < 0 {
		return d.Neg()
	}
	return d
}

// Int is the value as an integer, and whether it is one.
func (d Decimal) Int() (int64, bool) {
	p := pow10(int(d.scale))
	return d.coef() / p, d.coef()%p == 0
}

// Float is the nearest float, for drawing only.
func (d Decimal) Float() float64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil {
		return 0 // cannot happen: String writes a number
	}
	return f
}

// Cmp is -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	scale := max(d.scale, e.scale)
	x, xfits := d.at(scale)
	y, yfits := e.at(scale)
	if xfits && yfits {
		return cmp.Compare(x, y)
	}
	return CmpProduct(d, of(1, 0), e, of(1, 0))
}

// at is the coefficient at a scale that is no smaller than d's, and whether it
// fits.
func (d Decimal) at(scale uint8) (int64, bool) {
	if d.scale == scale {
		return d.coef(), true
	}
	p := pow10(int(scale - d.scale))
	n := d.coef() * p
	return n, n/p == d.coef()
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// Add is d + e, and whether it fits.
func (d Decimal) Add(e Decimal) (Decimal, bool) {
	scale := max(d.scale, e.scale)
	x, xfits := d.at(scale)
	y, yfits := e.at(scale)
	if sum := x + y; xfits && yfits && (sum > x) == (y > 0) {
		return of(sum, scale), true
	}
	one := of(1, 0)
	a, b := wide(d, one, int(scale-d.scale)), wide(e, one, int(scale-e.scale))
	switch negative := d.coef() < 0; {
	case negative == (e.coef() < 0):
		return a.plus(b).fit(negative, scale)
	case cmpWide(a, b) < 0:
		return b.minus(a).fit(!negative, scale)
	default:
		return a.minus(b).fit(negative, scale)
	}
}

// Sub is d - e, and whether it fits.
func (d Decimal) Sub(e Decimal) (Decimal, bool) { return d.Add(e.Neg()) }

// Round is d with the given number of decimals, half away from zero. A scale
// below zero rounds to tens, hundreds and so on; more decimals than d has are
// filled with zeros. It is false when the result does not fit.
func (d Decimal) Round(scale int) (Decimal, bool) {
	one := of(1, 0)
	return Quotient(d, one, scale)
}

// Quotient is a / b with the given number of decimals, half away from zero,
// in one exact rounding. A scale below zero rounds to tens, hundreds and so
// on. It is false when b is zero or the result does not fit.
func Quotient(a, b Decimal, scale int) (Decimal, bool) {
	return MulDiv(a, 1, b, scale)
}

// MulDiv is a * factor / b with the given number of decimals, half away from
// zero, in one exact rounding: MulDiv(part, 100, whole, 0) is a percentage.
// It is false when b is zero or the result does not fit.
func MulDiv(a Decimal, factor int64, b Decimal, scale int) (Decimal, bool) {
	if b.coef() == 0 || scale > 9 || scale < -15 {
		return Decimal{}, false
	}
	if d, ok := mulDivSmall(a, factor, b, scale); ok {
		return d, true
	}
	return mulDivWide(a, factor, b, scale)
}

// mulDivSmall is MulDiv where all of it fits into 64 bits, as it nearly always
// does; false where it does not.
func mulDivSmall(a Decimal, factor int64, b Decimal, scale int) (Decimal, bool) {
	// Powers of ten stand on one side of the fraction only.
	up := int(b.scale) + scale - int(a.scale)
	down := max(0, -up)
	up = max(0, up)
	if up > 18 || down > 18 {
		return Decimal{}, false
	}
	n, fits := multiply(magnitude(a.coef()), magnitude(factor))
	n, more := multiply(n, uint64(pow10(up)))
	d, less := multiply(magnitude(b.coef()), uint64(pow10(down)))
	if !fits || !more || !less {
		return Decimal{}, false
	}
	q, rest := n/d, n%d
	if rest >= d-rest { // half and more, away from zero
		q++
	}
	if scale < 0 {
		if q, fits = multiply(q, uint64(pow10(-scale))); !fits {
			return Decimal{}, false
		}
		scale = 0
	}
	if q > math.MaxInt64 {
		return Decimal{}, false
	}
	coef := int64(q)
	if (a.coef() < 0) != (factor < 0) != (b.coef() < 0) {
		coef = -coef
	}
	return of(coef, uint8(scale)), true
}

// multiply is x * y, and whether it fits.
func multiply(x, y uint64) (uint64, bool) {
	high, low := bits.Mul64(x, y)
	return low, high == 0
}
