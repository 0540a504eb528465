package figure_test

import (
	"strings"
	"testing"

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
