package decimal_test

import (
	"math"
	"math/big"
	"testing"

	"bulletin/internal/decimal"
)

// exactly is a decimal for math/big.
func exactly(t *testing.T, d decimal.Decimal) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		t.Fatalf("%s is no number", d)
	}
	return r
}

// scaled is n with that many decimals, some of which Parse would not take.
func scaled(t *testing.T, n int64, scale int) decimal.Decimal {
	t.Helper()
	d, ok := decimal.Quotient(decimal.FromInt(n), decimal.FromInt(1000), scale)
	if !ok {
		return decimal.FromInt(n)
	}
	return d
}

func TestCmpProduct(t *testing.T) {
	numbers := []int64{0, 1, -1, 2, -7, 999, 1000, 16216, -10373, 123456789012, math.MaxInt64, math.MinInt64, math.MaxInt64 / 3}
	var all []decimal.Decimal
	for _, n := range numbers {
		for _, scale := range []int{0, 3, 9} {
			all = append(all, scaled(t, n, scale))
		}
	}
	for i, a := range all {
		for j, x := range all {
			b, y := all[(i*7+j*3)%len(all)], all[(i*5+j*11+1)%len(all)]
			for _, c := range [][4]decimal.Decimal{{a, x, b, y}, {a, x, x, a}, {a, x, a, y}} {
				left, right := new(big.Rat).Mul(exactly(t, c[0]), exactly(t, c[1])), new(big.Rat).Mul(exactly(t, c[2]), exactly(t, c[3]))
				if got, want := decimal.CmpProduct(c[0], c[1], c[2], c[3]), left.Cmp(right); got != want {
					t.Fatalf("%s × %s and %s × %s: got %d, want %d", c[0], c[1], c[2], c[3], got, want)
				}
			}
		}
	}
}

func FuzzCmpProduct(f *testing.F) {
	f.Add(int64(16216), uint8(0), int64(3), uint8(2), int64(10373), uint8(4), int64(-5), uint8(9))
	f.Fuzz(func(t *testing.T, a int64, as uint8, x int64, xs uint8, b int64, bs uint8, y int64, ys uint8) {
		p, q, r, s := scaled(t, a, int(as%10)), scaled(t, x, int(xs%10)), scaled(t, b, int(bs%10)), scaled(t, y, int(ys%10))
		left, right := new(big.Rat).Mul(exactly(t, p), exactly(t, q)), new(big.Rat).Mul(exactly(t, r), exactly(t, s))
		if got, want := decimal.CmpProduct(p, q, r, s), left.Cmp(right); got != want {
			t.Fatalf("%s × %s and %s × %s: got %d, want %d", p, q, r, s, got, want)
		}
	})
}
