package check_test

import (
	"math/big"
	"testing"
)

// TestReadingAgain tries the second reading of claims by itself: what the words
// say of a number, and of the two numbers of a change.
func TestReadingAgain(t *testing.T) {
	rat := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatal(s)
		}
		return r
	}
	for _, c := range []struct {
		kind, now, base string
		holds, fails    []string
	}{
		{"count", "16216", "", []string{"16,216", "16216 people", "about 16,000", "some 16,200", "more than 16,000", "at least 16,216", "nearly 17,000", "16.2 thousand", "up to 16,216", "just over 16,000",
			"16.216 thousand", "fewer than 17,000", "just under 16,300"},
			[]string{"16,126", "16,000", "16 thousand", "about 17,000", "about 15,000", "more than 16,216", "more than 12,000", "at least 16,217", "nearly 16,000", "nearly 20,000", "fewer than 16,216", "up to 30,000",
				"just over 15,000", "just under 18,000", "16.3 thousand", "one hundred"}},
		{"count", "605", "", []string{"six hundred and five", "605", "about six hundred", "more than five hundred"}, []string{"six hundred", "sixty-five", "nearly six hundred"}},
		{"count", "1234567", "", []string{"1.2 million", "about 1.2 million", "1.23 million", "over 1 million"}, []string{"1.3 million", "12 million", "1 million", "nearly 1.2 million"}},
		{"count", "4", "", []string{"four", "4", "fewer than 10", "nearly five", "up to ten"}, []string{"fewer than four", "zero", "nearly six"}},
		{"share", "33", "", []string{"33%", "a third", "33 per cent", "about a third", "nearly 34%", "nearly a third", "less than two fifths", "one in three", "more than 30%"},
			[]string{"34%", "a quarter", "half", "two thirds", "nearly 35%", "less than half", "more than a third", "3 per cent"}},
		{"share", "40", "", []string{"two in five", "two out of five", "40%", "two fifths"}, []string{"two in four", "three in five", "almost two in five", "half"}},
		{"change", "16216", "10373", []string{"56%", "+56%", "rose by 56%", "an increase of 56.3%", "rose", "rose by more than half", "rose from 10,373 to 16,216", "from 10,373 to 16,216", "56% more", "about 56%"},
			[]string{"57%", "−56%", "fell by 56%", "fell", "unchanged", "little changed", "doubled", "rose from 10,373 to 16,261", "rose from 10,337", "fell from 10,373 to 16,216"}},
		{"change", "2331", "3663", []string{"−36%", "a reduction of 36%", "fell by more than a third", "36% fewer", "fell", "fell by about 36%", "about five eighths as many"},
			[]string{"36%", "a reduction of 30%", "halved", "rose", "fell by a third", "half as many", "fell by nearly a third", "fell by about a third", "about two thirds as many"}},
		{"change", "868", "79", []string{"eleven times as many", "rose elevenfold", "rose 11-fold", "over ten times as many"}, []string{"tenfold", "twelve times as many", "doubled", "fell"}},
		{"change", "200", "100", []string{"doubled", "twice as many", "100%", "rose"}, []string{"tripled", "halved", "more than doubled", "nearly doubled"}},
		{"change", "49", "100", []string{"51% fewer", "a fall of about half"}, []string{"halved", "doubled"}},
		{"change", "100", "100", []string{"unchanged", "no change", "0%"}, []string{"rose", "fell", "little changed", "1%"}},
		{"change", "10004", "10000", []string{"little changed", "0%"}, []string{"unchanged", "rose", "1%"}},
		{"points", "25", "20", []string{"5 percentage points", "rose by five percentage points", "rose"}, []string{"−5 percentage points", "fell by 5 percentage points", "6 percentage points"}},
		{"times", "868", "79", []string{"11 times", "eleven times"}, []string{"ten times", "12 times"}},
	} {
		w := worth{kind: c.kind, number: rat(c.now)}
		if c.base != "" {
			now, base := rat(c.now), rat(c.base)
			switch c.kind {
			case "change":
				w = ratio(c.kind, new(big.Rat).Sub(now, base), base, 100)
			case "points":
				w.number = new(big.Rat).Sub(now, base)
			case "times":
				w = ratio(c.kind, now, base, 1)
			}
			w.now, w.base = now, base
		}
		for want, claims := range map[bool][]string{true: c.holds, false: c.fails} {
			for _, claim := range claims {
				s, err := readWords(claim, nil)
				if err != nil {
					t.Error(err)
				} else if got := bearsOut(s, w); got != want {
					t.Errorf("%s %s from %s: %q: got %v, %+v", c.kind, c.now, c.base, claim, got, s)
				}
			}
		}
	}
	for _, claim := range []string{"16,216 or so", "perhaps 5", "doubled or tripled", "1,62,16"} {
		if s, err := readWords(claim, nil); err == nil {
			t.Errorf("%q is read as %+v", claim, s)
		}
	}
}
