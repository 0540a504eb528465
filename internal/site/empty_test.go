package site_test

import (
	"slices"
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// TestChartsOfNothing draws blocks whose areas, periods or categories come to
// nothing, for whatever reason.
func TestChartsOfNothing(t *testing.T) {
	const areas, report, about = "data/areas.yaml", "content/reports/2023-q1/_index.md", "content/pages/about.md"
	block := func(fields string) string { return "```chart\n" + fields + "\n```\n" }
	edition := func(areas, body string) string {
		return "---\ntitle: Report\nperiod: 2023-Q1\n" + areas + "\n---\n" + body
	}
	standing := func(body string) string { return "---\ntitle: About\n---\n" + body }
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"a mistyped key takes all areas away", map[string]string{areas: "aeras:\n  - {id: serbia, name: Serbia}\n", report: edition("areas: [serbia]", block("type: bar\nindicator: arrivals")+block("type: change\nindicator: arrivals"))}, `the file has no "aeras"`},
		{"an edition of no areas", map[string]string{report: edition("areas: []", block("type: bar\nindicator: arrivals\nareas: report")+block("type: change\nindicator: headline\nareas: report"))}, "areas is an empty list"},
		{"the last periods of what was never counted", map[string]string{about: standing(block("type: line\nindicator: tents\nareas: greece\nperiods: last 8"))}, "the chart shows nothing"},
		{"a breakdown that nothing has", map[string]string{about: standing(block("type: bar\nindicator: tents\nareas: serbia\nperiod: 2023-Q1\nby: age"))}, "the chart shows nothing"},
		{"a breakdown of headlines", map[string]string{report: edition("areas: [serbia, greece]", block("type: bar\nindicator: headline\nareas: report\nby: age"))}, "by: wants one indicator"},
	} {
		files := base()
		for name, text := range c.files {
			files[name] = text
		}
		_, problems := assemble(t, files, site.Config{})
		if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return strings.Contains(p.Message, c.want) }) {
			t.Errorf("%s: got %v", c.name, problems)
		}
	}
}
