package data_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/data"
)

// FuzzObservations: no file of observations panics, every problem stands
// inside the file, and what was loaded without problems is sound.
func FuzzObservations(f *testing.F) {
	for _, s := range []string{
		"period: 2023-Q1\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n",
		"period: 2023-Q1\nobservations:\n- {indicator: arrivals, source: unhcr, status: E, values: {serbia: 1,083, kosovo: {value: 2, note: x}}}\n",
		"observations:\n- indicator: presence\n  period: 2023\n  area: romania\n  source: igi\n  value: 9\n  complete: true\n  by:\n    age: {children: {share: 3}, adults: {status: Q}}\n    sex: {girls: {value: 1, by: {age: {children: 1}}}}\n",
		"observations:\n- {indicator: presence-share, area: serbia, period: 2023, source: unhcr, value: 50.5, by: {age: {children: 20.25}}}\n- {indicator: arrivals-change, area: balkans, period: 2023-01..2023-02, source: igi, value: -7}\n",
		"observations: [{indicator: arrivals, area: serbia, period: 2023, status: O}, {indicator: arrivals, area: serbia, period: 2023, value: 0, source: igi}]",
		"", "observations:\n- a\n- [b]\n- {values: {x: {by: {y: z}}}}\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		set, ps := data.Load(base(map[string]string{"observations/a": s + "\n"}))
		lines := strings.Split(strings.TrimPrefix(s, "\ufeff")+"\n", "\n")
		for _, p := range ps {
			if p.Pos.File != "data/observations/a.yaml" || p.Message == "" {
				t.Fatalf("%q: %v", s, p)
			}
			if p.Pos.Line > len(lines) || p.Pos.Line > 0 && p.Pos.Col > utf8.RuneCountInString(lines[p.Pos.Line-1])+1 {
				t.Fatalf("%q: outside the file: %v", s, p)
			}
		}
		for _, o := range set.Observations() {
			if got, ok := set.Lookup(o.Cell()); !ok || got != o {
				t.Fatalf("%q: %s is not found", s, show(o))
			}
			if o.HasValue && o.HasShare {
				t.Fatalf("%q: %s has both", s, show(o))
			}
			for _, d := range set.Splits(o) {
				if rest, ok := set.Remainder(o, d); ok && rest.Sign() < 0 {
					t.Fatalf("%q: %s leaves %s", s, show(o), rest)
				}
			}
			if ps.Errors() == 0 && (!o.Status.Valid() || o.Broken || (o.HasValue || o.HasShare) == o.Status.Missing() || o.HasValue && o.Source == nil) {
				t.Fatalf("%q: %s is not sound", s, show(o))
			}
		}
	})
}
