package decimal

import (
	"cmp"
	"math/bits"
)

// CmpProduct compares a * x with b * y, exactly and whatever their size: it is
// -1, 0 or 1. So a/b is compared with y/x, without a division, where b and x
// are above zero.
func CmpProduct(a, x, b, y Decimal) int {
	left, right := a.Sign()*x.Sign(), b.Sign()*y.Sign()
	if left != right || left == 0 {
		return cmp.Compare(left, right)
	}
	leftScale, rightScale := int(a.scale)+int(x.scale), int(b.scale)+int(y.scale)
	common := max(leftScale, rightScale)
	return left * cmpWide(wide(a, x, common-leftScale), wide(b, y, common-rightScale))
}

// number is a size in three words, the highest first.
type number [3]uint64

// wide is the size of a * x * 10^shift. The shift is at most 18: Decimals have
// at most nine decimals each.
func wide(a, x Decimal, shift int) number {
	high, low := bits.Mul64(magnitude(a.coef()), magnitude(x.coef()))
	p := uint64(pow10(shift))
	carry, last := bits.Mul64(low, p)
	top, middle := bits.Mul64(high, p)
	middle, over := bits.Add64(middle, carry, 0)
	return number{top + over, middle, last}
}

func cmpWide(a, b number) int {
	for i := range a {
		if c := cmp.Compare(a[i], b[i]); c != 0 {
			return c
		}
	}
	return 0
}
