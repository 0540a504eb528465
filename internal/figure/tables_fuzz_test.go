package figure_test

import (
	"strings"
	"testing"
	"unicode"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// FuzzExpression: every source is an expression or a problem within it, and
// every expression comes to a value with words or to a problem.
func FuzzExpression(f *testing.F) {
	for _, seed := range []string{"arrivals", "arrivals serbia 2022-Q1 | change previous", "period | months", "arrivals age=children | share", "arrivals | top 3 nationality",
		"headline west year-before", "a=b=c", "|", "||", "= =", "arrivals 2023-Q1..2023-Q9", "arrivals\u00a0serbia", "Š | \xff", "arrivals 9999", "arrivals | top 99999999999999999999 age",
		"places west 1900..2199", "arrivals 1900-Q1..2199-Q4 | rose", "arrivals 0000", "period previous", "arrivals 1900 | change"} {
		f.Add(seed)
	}
	s := world(f, "romania")
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
		if e == nil {
			return
		}
		v, problems := e.Evaluate(s)
		if len(problems) == 0 && (v.Text == "" || strings.Contains(v.Text, "-")) && v.Kind != figure.Words && !strings.Contains(v.Text, "-fold") && !strings.Contains(source, "words") {
			t.Fatalf("%q comes to %+v", source, v)
		}
		for _, p := range problems {
			if p.Message == "" || p.Rule == "" || p.Pos.Line == 0 {
				t.Fatalf("%q: problem %+v", source, p)
			}
		}
	})
}

// FuzzClaimTable: no words agree with two different values, and words that agree
// with a count hold its digits and no others.
func FuzzClaimTable(f *testing.F) {
	for _, c := range claimTable() {
		for _, claims := range [][]string{c.agrees, c.disagrees, c.unclear} {
			for _, claim := range claims {
				f.Add(claim)
			}
		}
	}
	s := world(f, "serbia")
	value := func(expression string) figure.Value {
		v, problems := evaluate(s, expression)
		if len(problems) > 0 {
			f.Fatal(problems)
		}
		return v
	}
	counts := []figure.Value{value("arrivals"), value("arrivals montenegro"), value("arrivals kosovo"), value("arrivals croatia"), value("arrivals greece")}
	changes := []figure.Value{value("arrivals | change"), value("arrivals bulgaria | change"), value("arrivals 2020 | change"), value("children-share | change"),
		value("children-share montenegro | change"), value("movement-change"), value("movement-change montenegro")}
	f.Fuzz(func(t *testing.T, text string) {
		for _, values := range [][]figure.Value{counts, changes} {
			agreed := map[string]bool{}
			for _, v := range values {
				problems := figure.CheckClaim(figure.Claim{Text: text, Pos: diag.Pos{File: "f", Line: 1, Col: 1}, Len: len(text)}, v, s)
				if len(problems) > 1 {
					t.Fatalf("%q: %v", text, problems)
				}
				if len(problems) == 1 {
					continue
				}
				agreed[v.Text] = true
				digits := strings.Map(func(r rune) rune {
					if unicode.IsDigit(r) {
						return r
					}
					return -1
				}, text)
				if strings.Contains(text, ".") { // 16,216.0
					digits = v.Machine + strings.TrimLeft(strings.TrimPrefix(digits, v.Machine), "0")
				}
				if v.Kind == figure.Count && digits != "" && digits != v.Machine {
					t.Fatalf("%q agrees with %s", text, v.Text)
				}
			}
			// A direction alone fits every change of its sign.
			if len(agreed) > 1 && strings.ContainsAny(text, "0123456789%") {
				t.Fatalf("%q agrees with %v", text, agreed)
			}
		}
	})
}
