package figure_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// FuzzExpression: every source is an expression, or has problems with places in
// it and hints; every expression comes to a value whose own words agree with it,
// or to problems, on every page.
func FuzzExpression(f *testing.F) {
	for _, seed := range []string{"arrivals", "arrivals serbia 2022-Q1 | change previous", "period | months", "arrivals age=children | share", "arrivals | top 3 nationality",
		"headline west year-before", "a=b=c", "|", "||", "= =", "arrivals 2023-Q1..2023-Q9", "arrivals\u00a0serbia", "Š | \xff", "arrivals 9999", "arrivals | top 99999999999999999999 age",
		"places west 1900..2199", "arrivals 1900-Q1..2199-Q4 | rose", "arrivals 0000", "period previous", "arrivals 1900 | change", "places west | change", "rate greece | about",
		"children-share kosovo | more", "arrivals 2023-01..2023-02 | times previous", "movement-change | increase", "arrivals greece | words", "arrivals Q1-2023", "2023-q1"} {
		f.Add(seed)
	}
	var scopes []figure.Scope
	for _, s := range []figure.Scope{world(f, "romania"), seriesWorld(f, formatsWorld)} {
		about := s
		about.Area, about.Period, about.Headline = "", figure.Scope{}.Period, nil // a page about nothing
		edition := s
		edition.Base = s.Period.Previous()
		scopes = append(scopes, s, about, edition)
	}
	f.Fuzz(func(t *testing.T, source string) {
		e, problems := figure.Parse(source, func(offset int) diag.Pos {
			if offset < 0 || offset > len(source) {
				t.Errorf("offset %d in %q", offset, source)
			}
			return diag.Pos{File: "f", Line: 1, Col: offset + 1}
		})
		if (e == nil) != (len(problems) > 0) {
			t.Fatalf("%q: expression %v, problems %v", source, e, problems)
		}
		sound(t, source, problems)
		if e == nil {
			return
		}
		for _, s := range scopes {
			v, problems := e.Evaluate(s)
			sound(t, source, problems)
			if len(problems) == 0 {
				meant(t, source, v, s)
			} else if v.Text != "" {
				t.Fatalf("%q has problems and reads %q", source, v.Text)
			}
			if again, _ := e.Evaluate(s); again.Text != v.Text || again.Machine != v.Machine {
				t.Fatalf("%q reads %q, then %q", source, v.Text, again.Text)
			}
		}
	})
}

// sound: a problem has a place in the source, words and a hint.
func sound(t *testing.T, source string, problems diag.Problems) {
	t.Helper()
	for _, p := range problems {
		if p.Message == "" || p.Rule == "" || p.Hint == "" || p.Pos.Col < 1 || p.Pos.Col > len(source)+1 || p.Len < 1 || p.Len > max(1, len(source)) {
			t.Fatalf("%q: problem %+v", source, p)
		}
	}
}

// meant: a value has words of good typography, which agree with it, and a number
// for machines that is one.
func meant(t *testing.T, source string, v figure.Value, s figure.Scope) {
	t.Helper()
	hyphen := strings.Contains(v.Text, "-") && !strings.Contains(v.Text, "-fold") && !strings.Contains(source, "words")
	if v.Text == "" || !utf8.ValidString(v.Text) || hyphen || strings.Contains(v.Text, "  ") || v.Subject.String() == "" {
		t.Fatalf("%q comes to %+v", source, v)
	}
	if v.Kind == figure.Words {
		return
	}
	if _, err := decimal.Parse(v.Machine); err != nil || len(v.Used) == 0 {
		t.Fatalf("%q comes to %+v", source, v)
	}
	if wrong := figure.CheckClaim(figure.Claim{Text: v.Text, Pos: diag.Pos{File: "f", Line: 1, Col: 1}, Len: 1}, v, s); len(wrong) > 0 {
		t.Fatalf("%q reads %q, which does not agree with itself: %s", source, v.Text, wrong[0].Message)
	}
}
