package site_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// chartSite is base with data for every type of chart.
func chartSite() map[string]string {
	files := base()
	files["data/areas.yaml"] = `areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: greece, name: Greece, code: GRC}
  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
  - {id: route, name: The route}
groups:
  - {id: both, name: Both, members: [serbia, greece]}
  - {id: three, name: All three, members: [serbia, greece, kosovo]}
naming: {kosovo: A note on the name.}
`
	files["data/dimensions.yaml"] = `age: {name: Age, categories: {children: Children, adults: Adults}}
nationality: {name: Nationality, categories: {a: Aland, b: Bland, c: Cland, d: Dland, e: Eland, f: Fland, g: Gland}}
`
	files["data/indicators.yaml"] += `- {id: beds, name: Beds, unit: {one: bed, other: beds}, measure: stock, add: areas, definition: Beds put up.}
- {id: asked, name: Applications, unit: {one: application, other: applications}, measure: flow, add: periods, definition: People who asked., caveat: Some ask twice.}
- {id: yes, name: Granted, unit: {one: application, other: applications}, measure: flow, add: periods, of: asked, definition: Granted.}
- {id: no, name: Refused, unit: {one: application, other: applications}, measure: flow, add: periods, of: asked, definition: Refused.}
- {id: never, name: Calls, unit: {one: application, other: applications}, measure: flow, add: none, definition: Calls., caveat: One person calls often.}
- {id: balance, name: Balance, measure: change, definition: Came less left.}
`
	files["data/observations/c.yaml"] = `period: 2023-Q1
observations:
  - {indicator: arrivals, area: kosovo, source: census, status: O, note: Nobody counted.}
  - {indicator: arrivals, area: kosovo, source: census, period: 2022-Q1, value: 30}
  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q2, value: 210, by: {age: {children: 90}}}
  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q3, value: 250, status: B, note: Counted anew.}
  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q4, value: 260, status: D, note: With visitors.}
  - {indicator: tents, area: greece, source: census, value: 3}
  - {indicator: tents, area: kosovo, source: census, value: 0}
  - {indicator: tents, area: three, source: census, value: 12}
  - {indicator: beds, area: serbia, source: census, value: 40}
  - {indicator: asked, area: serbia, source: census, value: 1000, by: {nationality: {a: 400, b: 300, c: 100, d: 90, e: 50, f: 30, g: 10}, age: {children: {share: 25}}}}
  - {indicator: asked, area: greece, source: census, value: 300, by: {nationality: {a: 100, c: 150, g: 30}}}
  - {indicator: asked, area: serbia, source: census, period: 2022-Q1, value: 500, by: {nationality: {a: 400}}}
  - {indicator: yes, area: serbia, source: census, value: 60}
  - {indicator: no, area: serbia, source: census, value: 40, by: {age: {children: {status: Q}, adults: {status: Q}}}}
  - {indicator: yes, area: greece, source: census, value: 0, complete: true, by: {age: {children: 0, adults: 0}}}
  - {indicator: never, area: serbia, source: census, value: 4}
  - {indicator: balance, source: census, values: {serbia: 5, greece: -3}}
  - {indicator: rate, area: greece, source: census, value: 20}
  - {indicator: tents, area: route, source: census, value: 100, by: {nationality: {a: 40, b: {status: Q}, c: {status: Q}}}}
  - {indicator: asked, area: serbia, source: census, period: 2022-Q2, value: 300, by: {age: {children: {value: 200, by: {nationality: {a: 150, b: {value: 20, status: E}}}}}}}
  - {indicator: yes, area: route, source: census, value: 100, complete: true, by: {nationality: {a: {share: 33}, b: {share: 33}, c: {share: 33}}}}
`
	return files
}

// drawn writes a spec as a few lines: its type, its series, and a line a row.
func drawn(s *chart.Spec) string {
	if s == nil {
		return "no spec\n"
	}
	var b strings.Builder
	names := []string{"change", "bar", "line", "dumbbell", "stacked", "donut", "multiples", "map"}
	fmt.Fprintf(&b, "%s", names[s.Type])
	for _, word := range []struct {
		is   bool
		text string
	}{{s.Axis.Percent, "percent"}, {s.Axis.Signed, "signed"}, {s.Hundred, "hundred"}, {s.Free, "free"}, {s.Map.Style == chart.Shades, "shades"}} {
		if word.is {
			b.WriteString(" " + word.text)
		}
	}
	for _, one := range s.Series {
		b.WriteString(" | " + one.Name)
		if one.Rest {
			b.WriteString(" (rest)")
		}
	}
	if s.Whole != "" {
		b.WriteString(" = " + s.Whole + " " + s.WholeNote)
	}
	b.WriteString("\n")
	for i, row := range s.Rows {
		b.WriteString(row.Label)
		if row.Rest {
			b.WriteString(" (rest)")
		}
		if row.Code != "" {
			b.WriteString(" " + row.Code)
		}
		if row.Note != "" {
			b.WriteString(" [" + row.Note + "]")
		}
		for _, one := range s.Series {
			p := one.Points[i]
			text := p.Label
			if p.Missing {
				text = "(" + p.MissingText + ")"
			}
			for _, mark := range []struct {
				is   bool
				text string
			}{{p.Estimated, "e"}, {p.Break, "/"}, {p.Differs, "d"}} {
				if mark.is {
					text += mark.text
				}
			}
			b.WriteString(" | " + strings.ReplaceAll(text, "\u00a0", " "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

var update = flag.Bool("update", false, "write what comes out to testdata")

// TestTypesOfChart chooses the cells of blocks of every type. In
// testdata/charts.txtar stand the fields of each, and what comes out: type and
// series, a line a row, subtitle and remarks, and the table.
func TestTypesOfChart(t *testing.T) {
	const name = "testdata/charts.txtar"
	cases, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(cases.Files); i += 2 {
		block, want := cases.Files[i], &cases.Files[i+1]
		t.Run(block.Name, func(t *testing.T) {
			files := chartSite()
			files["content/reports/2023-q1/serbia.md"] += "\n```chart\n" + string(block.Data) + "title: T\n```\n"
			s, problems := assemble(t, files, site.Config{})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			serbia := page(t, s, "/reports/2023-q1/serbia/")
			got := chosen(serbia.Text(serbia.Document.Body).Charts[0])
			if *update {
				want.Data = []byte(got)
			}
			if d := cmp.Diff(string(want.Data), got); d != "" {
				t.Errorf("%s (-want +got)\n%s", block.Data, d)
			}
		})
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(cases), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTablesOfParts: a table folds nothing, and says itself what rounding does.
func TestTablesOfParts(t *testing.T) {
	s, problems := assemble(t, chartSite(), site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct{ block, want string }{
		{"type: donut\nindicator: asked\nareas: serbia\nby: nationality", "Aland 400, Bland 300, Cland 100, Dland 90, Eland 50, Fland 30, Gland 10, Other 20, Total 1,000"},
		{"type: donut\nindicator: yes\nareas: route\nby: nationality", "Aland 33%, Bland 33%, Cland 33%, Total 100 The shares are rounded, and add up to 99%."},
		{"type: donut\nindicator: asked\nareas: greece\nby: nationality\nvalues: percent", "Cland 50%, Aland 33%, Gland 10%, Other 7%, Total 300"},
		{"type: stacked\nindicator: yes\nareas: [serbia, route]\nby: nationality", "The route 33% 33% 33% 100, Serbia no figure no figure no figure 60 1 of 2 areas has a breakdown; none for Serbia. The published shares are rounded, so that not all add up to 100%."},
		{"type: map\nindicator: arrivals\nareas: both", "Serbia 300, Greece 50"},
		{"type: multiples\nindicators: [arrivals, tents, rate]\nareas: serbia\nperiods: last 1", "Q1 2023 300 7 50%"},
	} {
		one, problems := s.ChooseChart(page(t, s, "/reports/2023-q1/serbia/"), content.TableBlock, diag.Pos{File: "x"}, []byte(c.block))
		if len(problems) > 0 || one.Spec != nil {
			t.Errorf("%s: %v, %v", c.block, problems, one.Spec)
		}
		var rows []string
		for _, row := range one.Table.Rows {
			var cells []string
			for _, d := range row {
				cells = append(cells, d.Text)
			}
			rows = append(rows, strings.Join(cells, " "))
		}
		if got := strings.Join(append([]string{strings.Join(rows, ", ")}, one.Remarks...), " "); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.block, got, c.want)
		}
	}
}

// chosen is a chart as testdata/charts.txtar has it.
func chosen(c *site.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n%s\n", c.Name, drawn(c.Spec), c.Subtitle)
	for _, remark := range c.Remarks {
		b.WriteString("* " + remark + "\n")
	}
	b.WriteString("\n" + c.Table.Caption + "\n")
	for i, head := range c.Table.Head {
		b.WriteString(pick(i > 0, " | ", "") + head + pick(c.Table.Units[i] != "", " ("+c.Table.Units[i]+")", ""))
	}
	for _, row := range c.Table.Rows {
		b.WriteString("\n")
		for i, d := range row {
			b.WriteString(pick(i > 0, " | ", "") + d.Text)
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ") + "\n"
}

func pick(first bool, x, y string) string {
	if first {
		return x
	}
	return y
}

// TestTotalsOfStacks: behind the bar of a whole stands its total, also where a
// part of it is missing and the bar ends before; a complete whole has no
// remainder to speak of.
func TestTotalsOfStacks(t *testing.T) {
	files := chartSite()
	files["data/observations/d.yaml"] = `period: 2023-Q2
observations:
  - {indicator: asked, area: serbia, source: census, value: 1000, by: {nationality: {a: 400, b: {status: O, note: Nobody knows.}}}}
  - {indicator: asked, area: greece, source: census, value: 300, complete: true, by: {nationality: {a: 100, b: 200}}}
  - {indicator: asked, area: kosovo, source: census, value: 90, status: E, by: {nationality: {a: 50, b: 30}}}
`
	files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: stacked\nindicator: asked\nareas: [serbia, greece, kosovo]\nperiod: 2023-Q2\nby: nationality\ntitle: T\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	serbia := page(t, s, "/reports/2023-q1/serbia/")
	spec := serbia.Text(serbia.Document.Body).Charts[0].Spec
	rest := spec.Series[len(spec.Series)-1]
	for i, want := range []string{"1,000 in all", "300", "90 e"} {
		if got := strings.ReplaceAll(spec.Rows[i].Total, "\u00a0", " "); got != want {
			t.Errorf("%s: the total reads %q, not %q", spec.Rows[i].Label, got, want)
		}
	}
	if !rest.Rest || rest.Points[1].Missing || rest.Points[1].Value != 0 || !rest.Points[0].Missing {
		t.Errorf("the remainders are %v", rest.Points)
	}
}

// TestGroupsWithValuesOfTheirOwn: a group stands for its members, but for itself
// in periods in which it has values and fewer than two of its members have.
func TestGroupsWithValuesOfTheirOwn(t *testing.T) {
	for _, c := range []struct{ name, values, want string }{
		{"members alone", "serbia: 1, greece: 2", "Serbia Greece"},
		{"the group beside its members", "serbia: 1, greece: 2, both: 3", "Serbia Greece"},
		{"the group beside one of them", "serbia: 1, both: 3", "Both"},
		{"the group alone", "both: 3", "Both"},
		{"one member alone", "serbia: 1", "Serbia"},
	} {
		files := chartSite()
		files["data/observations/d.yaml"] = "period: 2024-Q1\nobservations:\n  - {indicator: beds, source: census, values: {" + c.values + "}}\n"
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: bar\nindicator: beds\nareas: both\nperiod: 2024-Q1\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		serbia := page(t, s, "/reports/2023-q1/serbia/")
		var used []string
		for _, o := range serbia.Text(serbia.Document.Body).Charts[0].Used {
			used = append(used, o.Area.Name)
		}
		if got := strings.Join(used, " "); got != c.want {
			t.Errorf("%s: shown are %s, not %s", c.name, got, c.want)
		}
	}
}
