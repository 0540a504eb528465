package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/figure"
)

// TestFigures is what each expression reads like; "~" stands for a no-break
// space.
func TestFigures(t *testing.T) {
	s := scope(t)
	for _, c := range []struct{ source, text, machine string }{
		{"arrivals", "16,216", "16216"},
		{"arrivals serbia 2022-Q1", "10,373", "10373"},
		{"arrivals 2022-Q1 serbia", "10,373", "10373"},
		{"arrivals year-before", "10,373", "10373"},
		{"arrivals previous", "25,000", "25000"},
		{"arrivals 2023-01..2023-03", "16,216", "16216"},
		{"headline", "16,216", "16216"},
		{"headline greece", "1,000", "1000"},
		{"arrivals nationality=syria", "346", "346"},
		{"  arrivals   greece ", "1,000", "1000"},
		// changes
		{"arrivals | change", "+56%", "56"},
		{"arrivals|change", "+56%", "56"},
		{"arrivals | change previous", "−35%", "-35"},
		{"arrivals | change 2022-Q4", "−35%", "-35"},
		{"arrivals | increase", "an increase of 56%", "56"},
		{"arrivals | increase previous", "a decrease of 35%", "-35"},
		{"arrivals | rose", "rose by 56%", "56"},
		{"arrivals | rose previous", "fell by 35%", "-35"},
		{"arrivals | more", "56% more", "56"},
		{"arrivals | more previous", "35% fewer", "-35"},
		// nothing, and next to nothing
		{"arrivals greece | change", "0%", "0"},
		{"arrivals greece | rose", "was unchanged", "0"},
		{"arrivals greece | increase", "no change", "0"},
		{"arrivals greece | more", "as many", "0"},
		{"arrivals greece | change previous", "little changed", "0"},
		{"arrivals greece | rose previous", "was little changed", "0"},
		{"arrivals greece | increase previous", "little change", "0"},
		{"arrivals greece | more previous", "about as many", "0"},
		// from a small base
		{"arrivals kosovo | change", "+182% (from~84 to~237)", "182"},
		{"arrivals kosovo | rose", "rose by 182% (from~84 to~237)", "182"},
		{"arrivals kosovo | increase", "an increase of 182% (from~84 to~237)", "182"},
		{"arrivals montenegro | rose", "rose elevenfold (from~79 to~868)", "999"},
		{"arrivals montenegro | increase", "an elevenfold increase (from~79 to~868)", "999"},
		{"arrivals montenegro | change", "elevenfold (from~79 to~868)", "999"},
		{"arrivals montenegro | more", "11~times as many (from~79 to~868)", "999"},
		{"arrivals montenegro | times", "11~times (from~79 to~868)", "11"},
		{"arrivals kosovo | times", "2.8~times (from~84 to~237)", "2.8"},
		// shares
		{"rate", "25.5%", "25.5"},
		{"rate greece", "less than~1%", "0.4"},
		{"rate | change", "+5.0~percentage points", "5.0"},
		{"rate | rose", "rose by 5.0~percentage points", "5.0"},
		{"rate | increase", "an increase of 5.0~percentage points", "5.0"},
		{"arrivals nationality=syria | share", "2%", "2"},
		{"arrivals age=children | share", "less than~1%", "1"},
		{"arrivals age=adults", "28%", "28"},
		{"arrivals age=adults | share", "28%", "28"},
		// a published change
		{"trend", "+6%", "6"},
		{"trend greece", "−18%", "-18"},
		{"trend greece | rose", "fell by 18%", "-18"},
		{"trend | increase", "an increase of 6%", "6"},
		// lists, roundings, words
		{"arrivals | top 3 nationality", "Bangladesh~(1,083), Syria~(346) and Pakistan~(239)", ""},
		{"arrivals | top 1 nationality", "Bangladesh~(1,083)", ""},
		{"arrivals | about", "about~16,000", "16216"},
		{"tents montenegro | increase", "an 80-fold increase (from~1 to~80)", "7900"},
		{"tents montenegro | top 2 nationality", "Syria~(60) and Pakistan~(10)", ""},
		{"tents | about", "about~7", "7"},
		{"tents | words", "seven", "7"},
		{"arrivals nationality=syria | words", "three hundred and forty-six", "346"},
		{"arrivals kosovo 2022-Q4", "0", "0"},
		// sums, where they are allowed
		{"tents both", "12", "12"},
		{"tents 2023", "17", "17"},
		// periods
		{"period", "the first quarter of 2023", ""},
		{"period | months", "January to March 2023", ""},
		{"period year-before", "the first quarter of 2022", ""},
		{"period 2024-01..2024-02", "January to February 2024", ""},
	} {
		v, problems := evaluate(s, c.source)
		if len(problems) > 0 {
			t.Errorf("{{ %s }}: %v", c.source, problems)
			continue
		}
		if want := strings.ReplaceAll(c.text, "~", "\u00a0"); v.Text != want || v.Machine != c.machine {
			t.Errorf("{{ %s }}: got %q %q, want %q %q", c.source, v.Text, v.Machine, want, c.machine)
		}
	}
}

// TestProblems is what is wrong with each expression: column, length, rule and
// words of the message and the hint.
func TestProblems(t *testing.T) {
	s := scope(t)
	for _, c := range []struct {
		source        string
		col, length   int
		message, hint string
	}{
		{"", 1, 1, "no figure", "indicator"},
		{"   ", 1, 1, "no figure", ""},
		{"arivals", 1, 7, `unknown indicator "arivals"`, `"arrivals"`},
		{"serbia", 1, 6, `unknown indicator`, "{{ arrivals serbia }}"},
		{"Arrivals", 1, 8, "no name of an indicator", ""},
		{"arrivals serbai", 10, 6, `unknown area "serbai"`, `"serbia"`},
		{"arrivals change", 10, 6, `unknown area "change"`, "after a bar"},
		{"arrivals serbia greece", 17, 6, "second area", ""},
		{"arrivals 2023-Q5", 10, 7, "no period", ""},
		{"arrivals 2023-Q1 2022-Q1", 18, 7, "second period", ""},
		{"arrivals nationality=syrai", 22, 5, `unknown nationality "syrai"`, `"syria"`},
		{"arrivals nation=syria", 10, 6, `unknown dimension "nation"`, ""},
		{"arrivals age=children age=adults", 23, 10, "given twice", ""},
		{"arrivals =x", 10, 2, "no category", ""},
		{"arrivals | chnage", 12, 6, "unknown format", `"change"`},
		{"arrivals |", 11, 1, "no format behind", ""},
		{"arrivals | change | rose", 19, 1, "second", ""},
		{"arrivals | change serbia", 19, 6, "nothing to compare", ""},
		{"arrivals | rose previous now", 26, 3, "too many", ""},
		{"arrivals | share", 12, 5, "share is of a part", ""},
		{"arrivals | top", 15, 1, "top wants", ""},
		{"arrivals | top x nationality", 16, 1, "no number", ""},
		{"arrivals | top 4 nationality", 12, 3, "more parts", "fewer"},
		{"tents montenegro | top 3 nationality", 20, 3, "more parts", "fewer"}, // what cannot exist is no part
		{"arrivals | top 1 nation", 18, 6, "unknown dimension", ""},
		{"arrivals | months", 12, 6, "format of period", ""},
		{"arrivals | words", 12, 5, "0 to 999", ""},
		{"arrivals | times", 12, 5, "times is for a doubling", "change"},
		{"rate | about", 8, 5, "percentage", ""},
		{"arrivals 2019-Q1", 1, 8, "the data has no arrivals, Serbia, 2019-Q1", "2022-Q1"},
		{"arrivals montenegro 2022-Q4", 1, 8, "has no value: missing", "Not published."},
		{"arrivals kosovo | change previous", 26, 8, "no percentage change from 0", "from 0 to 237"},
		{"arrivals both", 1, 8, "the data has no arrivals, Both", "The same person may be counted twice"},
		{"arrivals 2023", 1, 8, "the data has no arrivals, Serbia, 2023, and arrivals may not be summed over periods", "The same person may be counted twice"},
		{"headline kosovo", 1, 8, "no headline", ""},
		{"trend | times", 9, 5, "a change already", ""},
		{"period serbia", 8, 6, "no area", ""},
		{"period | rose", 10, 4, "no format of a period", ""},
		{"arrivals mont$negro", 10, 10, "not understood", ""},
	} {
		_, problems := evaluate(s, c.source)
		if len(problems) != 1 {
			t.Errorf("{{ %s }}: want one problem, got %v", c.source, problems)
			continue
		}
		p := problems[0]
		if p.Pos.Col != c.col || p.Len != c.length || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("{{ %s }}: got column %d length %d %q (%s)", c.source, p.Pos.Col, p.Len, p.Message, p.Hint)
		}
	}
}

func TestPageWithoutAreaOrPeriod(t *testing.T) {
	s := scope(t)
	s.Area = ""
	if _, problems := evaluate(s, "arrivals"); len(problems) != 1 || !strings.Contains(problems[0].Message, "needs an area") {
		t.Errorf("got %v", problems)
	}
	s = scope(t)
	s.Period = figure.Scope{}.Period
	for _, source := range []string{"arrivals", "arrivals year-before", "period"} {
		if _, problems := evaluate(s, source); len(problems) != 1 {
			t.Errorf("{{ %s }}: got %v", source, problems)
		}
	}
}

// TestChangeBetween: two counts change in per cent, two shares in points, and a
// published change has no change of its own.
func TestChangeBetween(t *testing.T) {
	s := scope(t)
	for _, c := range []struct{ indicator, want string }{{"arrivals", "+56%"}, {"rate", "+5.0\u00a0percentage points"}, {"trend", ""}} {
		now, _ := evaluate(s, c.indicator)
		base, _ := evaluate(s, c.indicator+" year-before")
		if c.indicator == "trend" {
			base = now
		}
		v, ok := figure.ChangeBetween(now.Used[0], base.Used[0], s)
		if v.Text != c.want || ok != (c.want != "") {
			t.Errorf("%s: got %q, %v", c.indicator, v.Text, ok)
		}
	}
}

// TestBothSidesOfAComparison: a claim may name them, "from 84 to 237".
func TestBothSidesOfAComparison(t *testing.T) {
	s := scope(t)
	for _, c := range []struct{ source, want string }{
		{"arrivals kosovo | change", "84 237 true"}, {"arrivals montenegro | rose", "79 868 true"}, {"arrivals montenegro | times", "79 868 true"}, {"rate | change", "20.5 25.5 true"},
		{"arrivals", "0 0 false"}, {"arrivals age=children | share", "0 0 false"}, {"trend | change", "0 0 false"}, {"tents | change", "1 7 true"},
	} {
		v, problems := evaluate(s, c.source)
		if got := fmt.Sprint(v.Base, v.Now, v.HasBase); got != c.want || len(problems) > 0 {
			t.Errorf("{{ %s }}: got %s, want %s; %v", c.source, got, c.want, problems)
		}
	}
}

func TestWhatAValueRestsOn(t *testing.T) {
	s := scope(t)
	v, _ := evaluate(s, "arrivals kosovo | change")
	if !v.Estimated || v.Definition || len(v.Used) != 2 || v.Used[0].Value.String() != "237" || v.Used[1].Value.String() != "84" {
		t.Errorf("got %+v", v)
	}
	v, _ = evaluate(s, "arrivals greece | change previous")
	if v.Estimated || !v.Definition {
		t.Errorf("a change across a definition does not say so: %+v", v)
	}
	v, _ = evaluate(s, "tents 2023")
	if len(v.Used) != 4 {
		t.Errorf("a sum rests on its parts: %+v", v)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"arrivals", "arrivals serbia 2022-Q1 | change previous", "x | top 3 nationality", "a=b | |", "2023", "period | months", "é ü|"} {
		f.Add(s)
	}
	s := scope(f)
	f.Fuzz(func(t *testing.T, source string) {
		e, problems := figure.Parse(source, at)
		if (e == nil) != (len(problems) > 0) {
			t.Fatalf("%q: %v and %v", source, e, problems)
		}
		for _, p := range problems {
			if p.Pos.Col < 1 || p.Pos.Col > len(source)+1 {
				t.Fatalf("%q: a problem at column %d", source, p.Pos.Col)
			}
		}
		if e != nil {
			e.Evaluate(s)
		}
	})
}
