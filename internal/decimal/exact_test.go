package decimal_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"bulletin/internal/decimal"
)

// rat is a decimal as a fraction.
func rat(t *testing.T, d decimal.Decimal) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		t.Fatal(d)
	}
	return r
}

// half is a fraction with so many decimals, half away from zero; below zero it
// is rounded to tens, hundreds and so on. It goes by digits, as on paper.
func half(r *big.Rat, scale int) string {
	shift := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(scale, -scale))), nil))
	shifted := new(big.Rat).Abs(r)
	if scale < 0 {
		shifted.Quo(shifted, shift)
	} else {
		shifted.Mul(shifted, shift)
	}
	whole, rest := new(big.Int).QuoRem(shifted.Num(), shifted.Denom(), new(big.Int))
	if rest.Lsh(rest, 1).Cmp(shifted.Denom()) >= 0 {
		whole.Add(whole, big.NewInt(1))
	}
	text := whole.String()
	switch {
	case scale < 0 && whole.Sign() != 0:
		text += strings.Repeat("0", -scale)
	case scale > 0:
		if len(text) <= scale {
			text = strings.Repeat("0", scale-len(text)+1) + text
		}
		text = text[:len(text)-scale] + "." + text[len(text)-scale:]
	}
	if r.Sign() < 0 && whole.Sign() != 0 {
		text = "-" + text
	}
	return text
}

// TestAgainstFractions compares the arithmetic with exact fractions, for
// numbers of every length, near ties and at the limits.
func TestAgainstFractions(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	number := func() decimal.Decimal {
		digits := fmt.Sprint(random.Int64N(pow(1 + random.IntN(12))))
		if random.IntN(3) == 0 {
			digits = strings.Repeat("9", 1+random.IntN(12))
		}
		switch scale := random.IntN(5); {
		case scale > 0 && random.IntN(2) == 0:
			digits += "." + fmt.Sprintf("%0*d", scale, random.Int64N(pow(scale)))
		case scale > 0 && random.IntN(2) == 0:
			digits += ".5"
		}
		if random.IntN(3) == 0 {
			digits = "-" + digits
		}
		return parse(t, digits)
	}
	for range 60_000 {
		a, b := number(), number()
		x, y := rat(t, a), rat(t, b)
		if got := a.Cmp(b); got != x.Cmp(y) {
			t.Fatalf("%s Cmp %s: %d", a, b, got)
		}
		if sum, ok := a.Add(b); !ok || rat(t, sum).Cmp(new(big.Rat).Add(x, y)) != 0 {
			t.Fatalf("%s + %s: %s, %v", a, b, sum, ok)
		}
		if difference, ok := a.Sub(b); !ok || rat(t, difference).Cmp(new(big.Rat).Sub(x, y)) != 0 {
			t.Fatalf("%s - %s: %s, %v", a, b, difference, ok)
		}
		if y.Sign() == 0 {
			continue
		}
		factor, scale := [...]int64{1, 10, 100, -7}[random.IntN(4)], random.IntN(9)-4
		exact := new(big.Rat).Mul(x, new(big.Rat).SetInt64(factor))
		exact.Quo(exact, y)
		want := half(exact, scale)
		got, ok := decimal.MulDiv(a, factor, b, scale)
		if len(strings.Trim(strings.ReplaceAll(want, ".", ""), "-")) > 18 {
			continue // it may be too long
		}
		if !ok || got.String() != want {
			t.Fatalf("%s * %d / %s to %d: got %s, %v, want %s", a, factor, b, scale, got, ok, want)
		}
	}
}

func pow(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// TestLimits is where 64 bits end: a sum or a product says so.
func TestLimits(t *testing.T) {
	most := parse(t, "999999999999.9999")
	sum, ok := most, true
	steps := 0
	for ; ok; steps++ {
		before := sum
		sum, ok = sum.Add(sum)
		if ok && sum.Cmp(before) <= 0 {
			t.Fatalf("%s + itself = %s", before, sum)
		}
	}
	if steps < 9 {
		t.Errorf("a sum ends after %d doublings", steps)
	}
	if d, ok := decimal.MulDiv(most, 1_000_000, decimal.FromInt(1), 4); ok {
		t.Errorf("a product that does not fit is %s", d)
	}
	small := parse(t, "0.0001")
	if d, ok := decimal.Quotient(most, small, 0); !ok || d.String() != "9999999999999999" {
		t.Errorf("got %s, %v", d, ok)
	}
}

func BenchmarkMulDiv(b *testing.B) {
	x, y := decimal.FromInt(5843), decimal.FromInt(10373)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := decimal.MulDiv(x, 100, y, 0); !ok {
			b.Fatal(x)
		}
	}
}
