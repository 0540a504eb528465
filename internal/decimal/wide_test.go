package decimal_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"bulletin/internal/decimal"
)

// anyNumber is a number of any size that a Decimal may have, often near a limit.
func anyNumber(t *testing.T, random *rand.Rand) decimal.Decimal {
	t.Helper()
	n := int64(random.Uint64()) >> random.IntN(63)
	switch random.IntN(4) {
	case 0:
		n = math.MaxInt64 - random.Int64N(3)
	case 1:
		n = math.MinInt64 + random.Int64N(3)
	}
	return scaled(t, n, random.IntN(10))
}

// fits tells whether a fraction times 10^scale, rounded half away from zero, has
// 64 bits, and gives it.
func fits(r *big.Rat, scale int) (*big.Int, bool) {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(scale, -scale))), nil)
	shifted := new(big.Rat).Abs(r)
	if scale >= 0 {
		shifted.Mul(shifted, new(big.Rat).SetInt(ten))
	} else {
		shifted.Quo(shifted, new(big.Rat).SetInt(ten))
	}
	n, rest := new(big.Int).QuoRem(shifted.Num(), shifted.Denom(), new(big.Int))
	if rest.Lsh(rest, 1).Cmp(shifted.Denom()) >= 0 {
		n.Add(n, big.NewInt(1))
	}
	if scale < 0 {
		n.Mul(n, ten)
	}
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return n, n.IsInt64()
}

// coefficient is a Decimal without its point.
func coefficient(t *testing.T, d decimal.Decimal) *big.Int {
	t.Helper()
	n, _ := fits(exactly(t, d), d.Scale())
	return n
}

// TestAtTheLimits compares sums and quotients past 64 bits with math/big: they
// are exact where they fit, and refused where they do not.
func TestAtTheLimits(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	fitted, refused := 0, 0
	check := func(what string, got decimal.Decimal, ok bool, exact *big.Rat, scale int) {
		t.Helper()
		want, possible := fits(exact, scale)
		switch {
		case ok != possible:
			t.Fatalf("%s: fits: %v, want %v", what, ok, possible)
		case ok && coefficient(t, got).Cmp(want) != 0:
			t.Fatalf("%s: got %s, want %s at %d", what, got, want, scale)
		case ok:
			fitted++
		default:
			refused++
		}
	}
	for range 40_000 {
		a, b := anyNumber(t, random), anyNumber(t, random)
		x, y := exactly(t, a), exactly(t, b)
		if got := a.Cmp(b); got != x.Cmp(y) {
			t.Fatalf("%s Cmp %s: %d", a, b, got)
		}
		sum, ok := a.Add(b)
		check(a.String()+" + "+b.String(), sum, ok, new(big.Rat).Add(x, y), max(a.Scale(), b.Scale()))
		if b.IsZero() {
			continue
		}
		factor, scale := int64(random.Uint64())>>random.IntN(63), random.IntN(25)-15
		exact := new(big.Rat).Mul(x, new(big.Rat).SetInt64(factor))
		q, ok := decimal.MulDiv(a, factor, b, scale)
		check(a.String()+" / "+b.String(), q, ok, exact.Quo(exact, y), scale)
	}
	if fitted < 5_000 || refused < 5_000 {
		t.Errorf("%d results fit and %d do not: want many of both", fitted, refused)
	}
}

func BenchmarkMulDivWide(b *testing.B) {
	x, y := decimal.FromInt(math.MaxInt64), decimal.FromInt(math.MaxInt64-1)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := decimal.MulDiv(x, 100, y, 4); !ok {
			b.Fatal(x)
		}
	}
}
