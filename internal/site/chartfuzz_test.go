package site_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// FuzzChart chooses the cells of any block: there is a chart that can be drawn,
// a table whose rows are whole, or a problem, and never a panic.
func FuzzChart(f *testing.F) {
	cases, err := txtar.ParseFile("testdata/charts.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(cases.Files); i += 2 {
		f.Add(string(cases.Files[i].Data)+"title: T\n", i%4 == 0)
	}
	f.Add("type: stacked\nindicator: [yes, no, asked]\nareas: both\nvalues: percent\nby: age\ncategories: [adults, children]\ntitle: \"{{ arrivals }}\"\n", false)
	f.Add("type: map\nindicator: rate\nareas: three\nstyle: shades\nclasses: [1, 2.5]\nperiod: 2023-Q1\ntitle: T\n", false)
	f.Add("type: multiples\nindicators: [arrivals, rate]\nperiods: [last 8, 2019-Q1..2020-Q4]\nscale: free\npart: [age=children]\ntitle: T\n", false)
	f.Add("type: dumbbell\nindicator: headline\nareas: report\ncompare: previous\nsort: given\nid: a-b\nnote: \"[1]{{ literal }}\"\ntitle: T\n", true)
	s, problems := assemble(f, chartSite(), site.Config{})
	if len(problems) > 0 {
		f.Fatal(problems)
	}
	pages := []*site.Page{page(f, s, "/reports/2023-q1/"), page(f, s, "/reports/2023-q1/serbia/"), page(f, s, "/about/")}
	f.Fuzz(func(t *testing.T, yaml string, table bool) {
		kind := content.ChartBlock
		if table {
			kind = content.TableBlock
		}
		for _, p := range pages {
			c, problems := s.ChooseChart(p, kind, diag.Pos{File: "x.html"}, []byte(yaml))
			for _, row := range c.Table.Rows {
				if len(row) != len(c.Table.Head) || len(row) != len(c.Table.Units) {
					t.Fatalf("%q: %d cells under %d headings", yaml, len(row), len(c.Table.Head))
				}
			}
			switch {
			case problems.Errors() > 0 && c.Spec != nil:
				t.Errorf("%q: a chart in spite of %v", yaml, problems)
			case problems.Errors() == 0 && kind == content.ChartBlock && (c.Spec == nil || chart.Alternative(c.Spec) == ""):
				t.Errorf("%q: neither a chart nor a problem", yaml)
			case c.Name == "":
				t.Errorf("%q: no name", yaml)
			}
		}
	})
}
