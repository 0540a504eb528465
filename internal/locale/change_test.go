package locale_test

import (
	"strings"
	"testing"

	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// TestChange is every wording of every sense; ~ stands for a no-break space.
func TestChange(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	wordings := []locale.Wording{locale.Signed, locale.AsNoun, locale.AsVerb, locale.AsMore}
	for _, c := range []struct {
		trend  locale.Trend
		change string
		counts [4]string
		shares [4]string
	}{
		{locale.Rise, "56", [4]string{"+56%", "an increase of 56%", "rose by 56%", "56% more"},
			[4]string{"+56~percentage points", "an increase of 56~percentage points", "rose by 56~percentage points", "56~percentage points more"}},
		{locale.Fall, "-1", [4]string{"−1%", "a decrease of 1%", "fell by 1%", "1% fewer"},
			[4]string{"−1~percentage point", "a decrease of 1~percentage point", "fell by 1~percentage point", "1~percentage point less"}},
		{locale.Unchanged, "0", [4]string{"0%", "no change", "was unchanged", "as many"}, [4]string{"0~percentage points", "no change", "was unchanged", "as much"}},
		{locale.LittleChanged, "0", [4]string{"little changed", "little change", "was little changed", "about as many"},
			[4]string{"little changed", "little change", "was little changed", "about as much"}},
	} {
		d, err := decimal.Parse(c.change)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range wordings {
			counts, shares := l.Change(w, c.trend, d), l.ChangeOfShare(w, c.trend, d)
			if got := strings.ReplaceAll(counts, "\u00a0", "~"); got != c.counts[i] {
				t.Errorf("%s of counts: got %q, want %q", c.change, got, c.counts[i])
			}
			if got := strings.ReplaceAll(shares, "\u00a0", "~"); got != c.shares[i] {
				t.Errorf("%s of shares: got %q, want %q", c.change, got, c.shares[i])
			}
		}
	}
}

func TestManyTimes(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int64][4]string{
		10:   {"tenfold", "a tenfold increase", "rose tenfold", "10~times as many"},
		11:   {"elevenfold", "an elevenfold increase", "rose elevenfold", "11~times as many"},
		18:   {"eighteenfold", "an eighteenfold increase", "rose eighteenfold", "18~times as many"},
		21:   {"21-fold", "a 21-fold increase", "rose 21-fold", "21~times as many"},
		80:   {"80-fold", "an 80-fold increase", "rose 80-fold", "80~times as many"},
		8000: {"8,000-fold", "an 8,000-fold increase", "rose 8,000-fold", "8,000~times as many"},
	} {
		for i, w := range []locale.Wording{locale.Signed, locale.AsNoun, locale.AsVerb, locale.AsMore} {
			if got := strings.ReplaceAll(l.ManyTimes(w, decimal.FromInt(n)), "\u00a0", "~"); got != want[i] {
				t.Errorf("%d: got %q, want %q", n, got, want[i])
			}
		}
	}
	for got, want := range map[string]string{
		l.FromTo(decimal.FromInt(84), decimal.FromInt(1237)): "(from~84 to~1,237)", l.About(decimal.FromInt(16000)): "about~16,000", l.With("Syria", "346"): "Syria~(346)",
	} {
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
