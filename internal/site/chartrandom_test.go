package site_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// vocabulary is what random blocks are made of: each field with words that it
// knows and one that it does not.
func vocabulary() [][]string {
	return [][]string{
		{"type", "change", "bar", "line", "dumbbell", "stacked", "donut", "multiples", "map"},
		{"indicator", "arrivals", "headline", "rate", "tents", "asked", "balance", "no", "[yes, no]", "[arrivals, tents]", "[asked, yes]", "[rate, arrivals]", "beds", "never"},
		{"areas", "serbia", "both", "three", "report", "[serbia, kosovo]", "route", "[serbia, route]", "greece"},
		{"period", "2023-Q1", "2022-Q1", "2019-Q1"},
		{"periods", "[2022-Q1, 2023-Q1]", "last 4", "2021-Q1..2023-Q2", "2023-Q1", "[2023, 2023-Q1]", "last 30"},
		{"compare", "previous", "2022-Q2", "2019-Q1"},
		{"part", "age=children", "nationality=a"},
		{"by", "age", "nationality"},
		{"categories", "[a, b]", "[children]", "[adults, children]", "[a, c, g, f, e, d]"},
		{"values", "counts", "percent"},
		{"sort", "name", "given", "value"},
		{"scale", "free", "same"},
		{"style", "symbols", "shades"},
		{"classes", "[10, 20]", "[20, 10]"},
	}
}

// TestRandomBlocks chooses many charts that nobody would think of. Each is a
// chart that can be drawn, or has problems, no two of which stand at one word;
// none of them stands at the backticks.
func TestRandomBlocks(t *testing.T) {
	s, problems := assemble(t, chartSite(), site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	random := rand.New(rand.NewPCG(1, 2))
	pages := []*site.Page{page(t, s, "/reports/2023-q1/"), page(t, s, "/reports/2023-q1/serbia/"), page(t, s, "/about/")}
	drawn := 0
	for range 6_000 {
		var b strings.Builder
		for i, words := range vocabulary() {
			if i < 2 || i == 2 && random.IntN(4) > 0 || random.IntN(6) == 0 {
				fmt.Fprintf(&b, "%s: %s\n", words[0], words[1+random.IntN(len(words)-1)])
			}
		}
		b.WriteString("title: T\n")
		kind, p := content.ChartBlock, pages[random.IntN(len(pages))]
		if random.IntN(8) == 0 {
			kind = content.TableBlock
		}
		c, problems := s.ChooseChart(p, kind, diag.Pos{File: "x", Line: 1, Col: 1}, []byte(b.String()))
		seen := map[diag.Pos]bool{}
		for _, problem := range problems {
			left := strings.Contains(problem.Message, " names no ") || strings.Contains(problem.Message, "does not say which") // a field that is left out has no place
			if seen[problem.Pos] && !left || problem.Hint == "" || problem.Len == 0 || problem.Pos.Col == 1 {
				t.Fatalf("%s\nat %s: %s (hint: %s), among %d problems", b.String(), problem.Pos, problem.Message, problem.Hint, len(problems))
			}
			seen[problem.Pos] = !left
		}
		if len(problems) > 0 {
			continue
		}
		drawn++
		if len(c.Table.Rows) == 0 || c.Subtitle == "" || c.Table.Caption == "" || kind == content.ChartBlock && (c.Spec == nil || chart.Alternative(c.Spec) == "") {
			t.Fatalf("%s\nneither a chart nor a problem: %+v", b.String(), c)
		}
	}
	if drawn < 200 {
		t.Errorf("only %d blocks were charts", drawn)
	}
}
