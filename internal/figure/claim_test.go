package figure_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

func TestClaims(t *testing.T) {
	s := scope(t)
	const (
		agrees    = "agrees"
		disagrees = "does not agree"
		unclear   = "cannot be checked"
	)
	for _, c := range []struct{ source, words, want string }{
		// counts
		{"arrivals", "16,216", agrees},
		{"arrivals", "16216", agrees},
		{"arrivals", "16,216 people", agrees},
		{"arrivals", "A number of 16,216", agrees},
		{"arrivals", "16,216.", agrees},
		{"arrivals", "16,126", disagrees},
		{"arrivals", "16,000", disagrees},
		{"arrivals", "16,216.0", agrees},
		{"arrivals", "16,216.5", disagrees},
		{"arrivals", "−16,216", disagrees},
		{"arrivals", "1,6216", unclear},
		{"arrivals", "16 216", unclear},
		{"arrivals", "016,216", unclear},
		{"arrivals", "16.216", disagrees},
		{"arrivals", "16,216%", unclear},
		{"arrivals", "16,216 per cent", unclear},
		{"arrivals", "about 16,000", unclear},
		{"arrivals", "more than 16,000", unclear},
		{"arrivals", "an increase to 16,216", unclear},
		{"arrivals", "many", unclear},
		{"arrivals", "people", unclear},
		{"arrivals", "", unclear},
		{"arrivals", "16,216 and 10,373", unclear},
		{"arrivals", "16,216x", unclear},
		{"arrivals", "sixteen", disagrees},
		{"tents", "seven", agrees},
		{"tents", "Seven tents", agrees},
		{"tents", "7", agrees},
		{"tents", "eight", disagrees},
		{"tents", "seventeen", disagrees},
		{"arrivals kosovo 2022-Q1", "eighty-four", agrees},
		{"arrivals kosovo 2022-Q1", "eighty-five", disagrees},
		{"arrivals kosovo 2022-Q1", "eighty four", unclear},
		{"arrivals age=children", "hundred", agrees},
		{"arrivals age=children", "a hundred", agrees},
		{"arrivals kosovo 2022-Q4", "0", agrees},
		{"arrivals kosovo 2022-Q4", "zero", agrees},
		{"arrivals kosovo 2022-Q4", "none", unclear},
		// shares
		{"rate", "25.5%", agrees},
		{"rate", "25.5 per cent", agrees},
		{"rate", "25.5 percent", agrees},
		{"rate", "26%", agrees},
		{"rate", "25%", disagrees},
		{"rate", "25.4%", disagrees},
		{"rate", "25.50%", agrees},
		{"rate", "26", unclear},
		{"rate", "26 percentage points", unclear},
		{"arrivals nationality=syria | share", "2%", agrees},
		{"arrivals nationality=syria | share", "2.1%", agrees},
		{"arrivals nationality=syria | share", "2.2%", disagrees},
		{"arrivals nationality=syria | share", "two per cent", agrees},
		// changes
		{"arrivals | change", "56%", agrees},
		{"arrivals | change", "+56%", agrees},
		{"arrivals | change", "+ 56%", unclear},
		{"arrivals | change", "56 per cent", agrees},
		{"arrivals | change", "56.3%", agrees},
		{"arrivals | change", "56.4%", disagrees},
		{"arrivals | change", "57%", disagrees},
		{"arrivals | change", "−56%", disagrees},
		{"arrivals | change", "56", unclear},
		{"arrivals | change", "rose by 56%", agrees},
		{"arrivals | rose", "rose by 56%", agrees},
		{"arrivals | change", "an increase of 56%", agrees},
		{"arrivals | change", "56% more people", agrees},
		{"arrivals | change", "grew", agrees},
		{"arrivals | change", "fell", disagrees},
		{"arrivals | change", "unchanged", disagrees},
		{"arrivals | change", "fell by 56%", disagrees},
		{"arrivals | change", "a reduction of 56%", disagrees},
		{"arrivals | change", "rose and fell by 56%", unclear},
		{"arrivals | change", "fell by −56%", unclear},
		{"arrivals | change previous", "−35%", agrees},
		{"arrivals | change previous", "-35%", agrees},
		{"arrivals | change previous", "35%", disagrees},
		{"arrivals | change previous", "a decrease of 35%", agrees},
		{"arrivals | change previous", "a decline of 35 per cent", agrees},
		{"arrivals | change previous", "35% fewer", agrees},
		{"arrivals | change previous", "fell", agrees},
		{"arrivals | change previous", "an increase of 35%", disagrees},
		{"arrivals | change previous", "nearly a third", unclear},
		{"arrivals greece | change", "0%", agrees},
		{"arrivals greece | change", "unchanged", agrees},
		{"arrivals greece | change", "was unchanged", agrees},
		{"arrivals greece | change", "rose", disagrees},
		{"arrivals greece | change", "rose by 0%", disagrees},
		{"arrivals montenegro | change", "999%", agrees},
		{"arrivals montenegro | change", "998.7%", agrees},
		{"arrivals montenegro | change", "elevenfold", unclear},
		{"arrivals montenegro | times", "11 times", unclear},
		{"trend", "6%", agrees},
		{"trend", "six per cent more", agrees},
		{"trend greece", "18% less", agrees},
		{"trend greece", "18%", disagrees},
		{"rate | change", "5 percentage points", agrees},
		{"rate | change", "rose by five percentage points", agrees},
		{"rate | change", "fell by 5 percentage points", disagrees},
		{"rate | change", "5%", unclear},
		// words
		{"period", "the first quarter of 2023", agrees},
		{"period", "The first quarter of 2023", agrees},
		{"period", "the fourth trimester", disagrees},
		{"arrivals | top 1 nationality", "Bangladesh (1,083)", agrees},
		{"arrivals | top 1 nationality", "Syria (346)", disagrees},
	} {
		v, problems := evaluate(s, c.source)
		if len(problems) > 0 {
			t.Errorf("{{ %s }}: %v", c.source, problems)
			continue
		}
		problems = figure.CheckClaim(c.words, diag.Pos{File: "p.md", Line: 1, Col: 2}, len([]rune(c.words)), v, s)
		got := agrees
		if len(problems) > 0 {
			got = problems[0].Message
		}
		if !strings.Contains(got, c.want) || len(problems) > 1 {
			t.Errorf("[%s]{{ %s }} over %q: want %q, got %q", c.words, c.source, v.Text, c.want, got)
		}
	}
}

func TestClaimProblem(t *testing.T) {
	s := scope(t)
	v, _ := evaluate(s, "arrivals")
	problems := figure.CheckClaim("16,126", diag.Pos{File: "p.md", Line: 14, Col: 33}, 6, v, s)
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	p := problems[0]
	if want := `claim "16,126" does not agree with arrivals, Serbia, 2023-Q1: 16,216`; p.Message != want {
		t.Errorf("got %s", p.Message)
	}
	if want := "change the text, or correct data/observations/a.yaml:6"; p.Hint != want {
		t.Errorf("got %s", p.Hint)
	}
	if p.Rule != "claim" || p.Len != 6 || p.Pos.Col != 33 {
		t.Errorf("got %+v", p)
	}
}

// FuzzClaim: words with a number that is not the value's never pass.
func FuzzClaim(f *testing.F) {
	for _, w := range []string{"16,216", "rose by 56%", "−3.5 per cent", "seven", "", "1,2,3", "%", "+-5"} {
		f.Add(w)
	}
	s := scope(f)
	count, _ := evaluate(s, "arrivals")
	f.Fuzz(func(t *testing.T, words string) {
		problems := figure.CheckClaim(words, at(0), len([]rune(words)), count, s)
		if len(problems) == 0 && !strings.Contains(strings.ReplaceAll(words, ",", ""), "16216") {
			t.Fatalf("%q passes for 16,216", words)
		}
	})
}
