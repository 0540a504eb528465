package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/site"
)

// TestRemarksTogether: what is to be said of several values in the same way is
// one remark, and of many gaps only their number.
func TestRemarksTogether(t *testing.T) {
	const newly = "New and repeated together."
	for _, c := range []struct {
		name, block, values string
		want                []string
	}{
		{"gaps of one line", "indicator: tents\nareas: greece\nperiods: 2019..2023", "2019: 1, 2020: -, 2021: -, 2022: 4, 2023: -",
			[]string{"No figure for 2020, 2021 and 2023."}},
		{"a gap with a reason of its own", "indicator: tents\nareas: greece\nperiods: 2019..2023", "2019: 1, 2020: -Flood, 2021: -, 2022: -, 2023: 5",
			[]string{"No figure for 2020. Flood.", "No figure for 2021 and 2022."}},
		{"many gaps", "indicator: tents\nareas: greece\nperiods: 2019..2025", "2019: 1, 2020: -, 2021: -, 2022: -, 2023: -Flood, 2024: -, 2025: 9",
			[]string{"No figure for 5 of 7 years."}},
		{"gaps of one line of two", "indicators: [tents, beds]\nareas: greece\nperiods: 2019..2021\nscale: free", "2019: 1, 2020: -, 2021: -",
			[]string{"Tents: no figure for 2020 and 2021."}},
		{"notes that begin alike, in years that follow each other", "indicator: tents\nareas: greece\nperiods: 2019..2023", "2019: 1, 2020: 2D" + newly + " Office: 5., 2021: 3D" + newly + " Office: 6., 2022: 4D" + newly + ", 2023: 5",
			[]string{"Greece, 2020 to 2022: definition differs. New and repeated together."}},
		{"the same note, with a year between", "indicator: tents\nareas: greece\nperiods: 2019..2023", "2019: 1D" + newly + " By hand., 2020: 2D" + newly + " By hand., 2021: 2, 2022: 4D" + newly + " By hand., 2023: 5",
			[]string{"Greece, 2019, 2020 and 2022: definition differs. New and repeated together. By hand."}},
		{"notes that begin otherwise", "indicator: tents\nareas: greece\nperiods: 2019..2020", "2019: 1DBy hand., 2020: 2DBy phone.",
			[]string{"Greece, 2019: definition differs. By hand.", "Greece, 2020: definition differs. By phone."}},
	} {
		files := chartSite()
		var b strings.Builder
		b.WriteString("observations:\n  - {indicator: beds, area: greece, source: census, period: 2019, value: 1}\n  - {indicator: beds, area: greece, source: census, period: 2020, value: 1}\n  - {indicator: beds, area: greece, source: census, period: 2021, value: 1}\n")
		for value := range strings.SplitSeq(c.values, ", ") {
			year, text, _ := strings.Cut(value, ": ")
			b.WriteString("  - {indicator: tents, area: greece, source: census, period: " + year + ", ")
			if note, missing := strings.CutPrefix(text, "-"); missing {
				b.WriteString("status: O, note: \"" + note + "\"}\n")
			} else if number, note, differs := strings.Cut(text, "D"); differs {
				b.WriteString("value: " + number + ", status: D, note: \"" + note + "\"}\n")
			} else {
				b.WriteString("value: " + text + "}\n")
			}
		}
		files["data/observations/d.yaml"] = strings.ReplaceAll(b.String(), ", note: \"\"", "")
		kind := "line"
		if strings.Contains(c.block, "scale") {
			kind = "multiples"
		}
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: " + kind + "\n" + c.block + "\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		serbia := page(t, s, "/reports/2023-q1/serbia/")
		if d := cmp.Diff(c.want, serbia.Text(serbia.Document.Body).Charts[0].Remarks); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestEstimatedOnce: an area whose total is an estimate is named once, not again
// for each of its parts.
func TestEstimatedOnce(t *testing.T) {
	files := chartSite()
	files["data/observations/d.yaml"] = `period: 2024
observations:
  - {indicator: asked, area: serbia, source: census, value: 60, status: E, by: {nationality: {a: {value: 40, status: E}, b: {value: 20, status: E}}}}
  - {indicator: asked, area: greece, source: census, value: 30, by: {nationality: {a: {value: 10, status: E}, b: 20}}}
`
	for areas, want := range map[string]string{
		"[serbia, greece]": "Estimated: Serbia and Greece (Aland).",
		"serbia":           "Estimated: the total, Aland and Bland.",
		"greece":           "Estimated: Aland.",
	} {
		files["content/reports/2023-q1/serbia.md"] = chartSite()["content/reports/2023-q1/serbia.md"] +
			"\n```chart\ntype: stacked\nindicator: asked\nby: nationality\nareas: " + areas + "\nperiod: 2024\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		serbia := page(t, s, "/reports/2023-q1/serbia/")
		if got := serbia.Text(serbia.Document.Body).Charts[0].Remarks; !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", areas, got, want)
		}
	}
}

// TestManyInOther: of many parts that are put together, the remark names the
// largest.
func TestManyInOther(t *testing.T) {
	files := chartSite()
	names, values := "", ""
	for n := range 20 {
		id := string(rune('a' + n))
		names += ", x" + id + ": Part " + id
		values += fmt.Sprintf(", x%s: %d", id, 10+n)
	}
	files["data/dimensions.yaml"] += "many: {name: Many, categories: {" + names[2:] + "}}\n"
	files["data/observations/d.yaml"] = "observations:\n  - {indicator: asked, area: serbia, source: census, period: 2024, value: 400, by: {many: {" + values[2:] + "}}}\n"
	files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: stacked\nindicator: asked\nby: many\nareas: serbia\nperiod: 2024\ntitle: T\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	serbia := page(t, s, "/reports/2023-q1/serbia/")
	got := serbia.Text(serbia.Document.Body).Charts[0].Remarks
	want := []string{"“Other” takes in Part o, Part n, Part m, Part l, Part k, 10 smaller ones and what the source does not split."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAreaWithoutValue: an area without any value is said of once, as a row or
// as a column, with the reason.
func TestAreaWithoutValue(t *testing.T) {
	for block, want := range map[string][]string{
		"type: stacked\nindicator: tents\nareas: [serbia, greece, kosovo]\nperiods: [2024, 2025]":         {"2 of 3 areas have a figure; none for Kosovo*: Snow.", "Greece: no figure for 2025.", "Kosovo*: A note on the name."},
		"type: line\nindicator: tents\nareas: [serbia, greece, kosovo]\nperiods: [2024, 2025]":            {"2 of 3 areas have a figure; none for Kosovo*: Snow.", "Greece: no figure for 2025.", "Kosovo*: A note on the name."},
		"type: bar\nindicator: tents\nareas: [serbia, greece, kosovo]\nperiods: [2024, 2025]\nsort: name": {"2 of 3 areas have a figure; none for Kosovo*: Snow.", "2025: no figure for Greece.", "Kosovo*: A note on the name."},
	} {
		files := chartSite()
		files["data/observations/d.yaml"] = `observations:
  - {indicator: tents, area: serbia, source: census, period: 2024, value: 5}
  - {indicator: tents, area: serbia, source: census, period: 2025, value: 6}
  - {indicator: tents, area: greece, source: census, period: 2024, value: 7}
  - {indicator: tents, area: kosovo, source: census, period: 2025, status: O, note: Snow.}
`
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\n" + block + "\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		serbia := page(t, s, "/reports/2023-q1/serbia/")
		if got := serbia.Text(serbia.Document.Body).Charts[0].Remarks; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", block, got, want)
		}
	}
}
