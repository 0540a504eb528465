package site_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// prose is what a figure in a text reads for an observation.
func prose(t *testing.T, s *site.Site, o *data.Observation) string {
	t.Helper()
	source := o.Indicator.ID + " " + o.Area.ID + " " + o.Period.String()
	for _, c := range o.Path {
		source += " " + c.Dimension + "=" + c.ID
	}
	e, problems := figure.Parse(source, func(int) diag.Pos { return diag.Pos{} })
	if len(problems) > 0 {
		t.Fatal(source, problems)
	}
	v, problems := e.Evaluate(figure.Scope{Set: s.Set, Locale: s.Locale})
	if len(problems) > 0 {
		t.Fatal(source, problems)
	}
	return v.Text
}

// readsTheSame compares every observation, and every cell and label of every
// chart and table, with the text that a figure has. It gives the cells looked at.
func readsTheSame(t *testing.T, s *site.Site) (cells int) {
	t.Helper()
	for _, o := range s.Set.Observations() {
		if written, ok := figure.Written(o, s.Locale); ok && written != prose(t, s, o) {
			t.Errorf("%s: %q in a table, %q in a text", o.Pos, written, prose(t, s, o))
		}
	}
	for _, p := range s.Pages {
		for _, text := range p.Texts() {
			for _, c := range text.Charts {
				for i, row := range c.Table.Rows {
					for _, d := range row {
						if d.Observation != nil && !d.Missing && !d.Part {
							cells++
							if d.Text != prose(t, s, d.Observation) {
								t.Errorf("%s: %q in the table, %q in a text", c.Block.Pos, d.Text, prose(t, s, d.Observation))
							}
						}
					}
					if c.Spec == nil || i == len(c.Spec.Rows) {
						continue // a table, or the total below the slices of a donut
					}
					for _, series := range c.Spec.Series {
						label := series.Points[i].Label
						shown := slices.ContainsFunc(row[1:], func(d site.Datum) bool { return d.Text == label })
						if !series.Points[i].Missing && !shown {
							t.Errorf("%s: %q on the chart, and its table has %v", c.Block.Pos, label, row)
						}
					}
				}
			}
		}
	}
	return cells
}

// TestReadsTheSame: a value reads the same in a text, a table and a chart.
func TestReadsTheSame(t *testing.T) {
	root := os.DirFS("../..")
	set, problems := data.Load(root)
	var documents []*content.Document
	err := fs.WalkDir(root, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		d, found := content.Parse(name, src)
		documents, problems = append(documents, d), append(problems, found...)
		return err
	})
	if err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	s, _ := site.Assemble(site.Config{}, set, documents)
	if cells := readsTheSame(t, s); cells < 100 {
		t.Errorf("only %d cells", cells)
	}
}

// TestSmallAndSignedReadTheSame are the values that are easily written in two
// ways: under one per cent, published changes, changes that round to nothing,
// what the parts of a share leave.
func TestSmallAndSignedReadTheSame(t *testing.T) {
	files := base()
	files["data/indicators.yaml"] += "- {id: trend, name: Trend, measure: change, definition: A change.}\n"
	files["data/observations/b.yaml"] = `period: 2023-Q1
observations:
  - {indicator: rate, area: greece, source: census, value: 0.4}
  - {indicator: rate, area: greece, period: 2022-Q1, source: census, value: 0}
  - {indicator: trend, source: census, values: {serbia: 6, greece: -18.5}}
  - {indicator: tents, area: greece, period: 2023-Q2, source: census, value: 1234567}
  - {indicator: tents, area: greece, period: 2023-Q3, source: census, value: 1234568}
  - {indicator: rate, area: serbia, period: 2023-Q2, source: census, value: 30, by: {age: {children: 12.5}}}
`
	files["content/reports/2023-q1/greece.md"] += `
` + "```chart\ntitle: T\ntype: bar\nindicator: rate\nareas: [serbia, greece]\n```\n\n```table\nindicator: trend\nareas: [serbia, greece]\n```\n\n" +
		"```chart\ntitle: T\ntype: change\nindicator: tents\nareas: [greece]\nperiod: 2023-Q3\ncompare: 2023-Q2\n```\n\n```chart\ntitle: T\ntype: bar\nindicator: rate\nareas: [serbia]\nperiod: 2023-Q2\nby: age\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	if cells := readsTheSame(t, s); cells < 7 {
		t.Errorf("only %d cells", cells)
	}
	var shown []string
	for _, text := range page(t, s, "/reports/2023-q1/greece/").Texts() {
		for _, c := range text.Charts {
			for _, row := range c.Table.Rows {
				for _, d := range row[1:] {
					shown = append(shown, strings.ReplaceAll(d.Text, "\u00a0", " "))
				}
			}
		}
	}
	for _, want := range []string{"less than 1%", "+6%", "−18.5%", "1,234,567", "little changed", "12.5%", "17.5%"} {
		if !slices.Contains(shown, want) {
			t.Errorf("no cell reads %q: %q", want, shown)
		}
	}
}

// TestBreakBetween: what begins a new series between the two periods of a
// change is said beside the chart; what begins the series of both is not.
func TestBreakBetween(t *testing.T) {
	for _, c := range []struct{ period, want string }{
		{"2022-Q3", "Serbia, third quarter of 2022: break in the series. Counted anew."},
		{"2021-Q3", ""},
	} {
		files := base()
		files["data/observations/b.yaml"] = "observations:\n  - {indicator: arrivals, area: serbia, period: " + c.period + ", source: census, value: 250, status: B, note: Counted anew.}\n"
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntitle: T\ntype: change\nindicator: arrivals\nareas: [serbia]\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		var remarks string
		for _, text := range page(t, s, "/reports/2023-q1/serbia/").Texts() {
			for _, c := range text.Charts {
				remarks += strings.Join(c.Remarks, " ")
			}
		}
		if remarks != c.want {
			t.Errorf("%s: got %q, want %q", c.period, remarks, c.want)
		}
	}
}
