package figure_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"bulletin/internal/figure"
)

// FuzzHedge: a hedged count agrees with a value just when the table of the
// documentation, worked out with fractions, says so.
func FuzzHedge(f *testing.F) {
	counts := strings.Fields("1 5.5 9 10 11 18 19 20 21 22 54 79 100 105 128 868 999 1000 1050 1100 1250 3722 15500 16000 16216 16499.9 1250000 2000000000 999999999999")
	for i := range hedgeWords() {
		f.Add(uint64(16000), uint8(0), uint8(i), uint8(24))
		f.Add(uint64(20), uint8(0), uint8(i), uint8(6))
		f.Add(uint64(105), uint8(1), uint8(i), uint8(4))
	}
	n := measured(f, []boundCases{{agrees: strings.Join(counts, " ")}})
	f.Fuzz(func(t *testing.T, number uint64, decimals, hedge, at uint8) {
		number, decimals = number%1_000_000_000_000, decimals%4
		if number == 0 {
			return
		}
		digits := fmt.Sprintf("%0*d", int(decimals)+1, number)
		whole, fraction := digits[:len(digits)-int(decimals)], digits[len(digits)-int(decimals):]
		text := strings.TrimSuffix(whole+"."+fraction, ".")
		words, value := hedgeWords()[int(hedge)%len(hedgeWords())], counts[int(at)%len(counts)]
		got := len(figure.CheckClaim(claimOf(strings.TrimSpace(words+" "+text)), n.values[value], n.scope)) == 0
		if want := allowed(words, text, value); got != want {
			t.Fatalf("[%s %s] over %s: agrees %v, want %v", words, text, value, got, want)
		}
	})
}

// hedgeWords is one hedge of each sense, the last of them none.
func hedgeWords() []string {
	return []string{"about", "more than", "at least", "nearly", "just over", "fewer than", "up to", ""}
}

// allowed is the table of the documentation.
func allowed(hedge, text, value string) bool {
	n, v := fractionOf(text), fractionOf(value)
	times := func(a, b int64) *big.Rat { return new(big.Rat).Mul(n, big.NewRat(a, b)) }
	near := times(1, 20)
	if n.Cmp(big.NewRat(20, 1)) <= 0 {
		near = big.NewRat(1, 1)
	}
	least := times(4, 5)
	if n.Cmp(big.NewRat(10, 1)) <= 0 {
		least = new(big.Rat)
	}
	under, over := v.Cmp(n) < 0, v.Cmp(n) > 0
	away := new(big.Rat).Sub(v, n)
	away.Abs(away)
	switch hedge {
	case "more than":
		return over && v.Cmp(times(5, 4)) <= 0
	case "at least":
		return !under && v.Cmp(times(5, 4)) <= 0
	case "nearly":
		return under && away.Cmp(near) <= 0
	case "just over":
		return over && away.Cmp(near) <= 0
	case "fewer than":
		return under && v.Cmp(least) >= 0
	case "up to":
		return !over && v.Cmp(least) >= 0
	case "about":
		return roundsTo(v, n, text, true) && away.Cmp(times(1, 10)) <= 0
	}
	return roundsTo(v, n, text, false)
}

func fractionOf(text string) *big.Rat {
	r, _ := new(big.Rat).SetString(text)
	return r
}

// roundsTo tells whether a value rounds to a number at its last digit, or at
// the last that is not zero: half a unit below it still does, half above not.
func roundsTo(v, n *big.Rat, text string, loosely bool) bool {
	whole, fraction, _ := strings.Cut(text, ".")
	unit := new(big.Rat).SetFrac64(1, 1)
	for range fraction {
		unit.Quo(unit, big.NewRat(10, 1))
	}
	digits := whole + fraction
	for loosely && strings.HasSuffix(digits, "0") {
		digits = digits[:len(digits)-1]
		unit.Mul(unit, big.NewRat(10, 1))
	}
	half := unit.Quo(unit, big.NewRat(2, 1))
	return v.Cmp(new(big.Rat).Sub(n, half)) >= 0 && v.Cmp(new(big.Rat).Add(n, half)) < 0
}
