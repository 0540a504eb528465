package check_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestNamingInData: the texts of data/ name areas with their mark too.
func TestNamingInData(t *testing.T) {
	const areas = `areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: albania, name: Albania, code: ALB}
  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
naming: {kosovo: "Kosovo as in resolution 1244."}
`
	const indicator = "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}\n"
	item := func(rest string) map[string]string {
		return map[string]string{moreFile: "period: 2021-Q1\nobservations:\n- {indicator: arrivals, area: albania, source: census, value: 300, " + rest + "}\n"}
	}
	for _, c := range []struct {
		name   string
		change map[string]string
		want   string // place and words
	}{
		{"a note", item("note: Without those from Kosovo."), "3:93 6"},
		{"a note in quotes", item(`note: "In KOSOVO, and in Kosovo*."`), "3:78 6"},
		{"a note on two lines", item("note: \"Without those\n    from Kosovo.\""), "3:74 14"},
		{"with the mark", item("note: Without those from Kosovo*."), ""},
		{"part of a word", item("note: Kosovorum."), ""},
		{"a title that is quoted", map[string]string{moreFile: item("note: See Kosovo in figures.")[moreFile], sourcesFile: "census: {publisher: Office, title: Kosovo in figures, URL: \"https://example.org/count.pdf\"}\n"}, ""},
		{"a reason", item("note: Without those from Kosovo., accept: {naming: so printed}"), "3:93 6 accepted: so printed"},
		{"a definition", map[string]string{indicatorsFile: strings.Replace(indicator, "People who came", "People who came from Kosovo", 1)}, "1:133 6"},
		{"a source's note", map[string]string{sourcesFile: "census: {publisher: Office, title: Count, URL: \"https://example.org/count.pdf\", note: Without Kosovo.}\n"}, "1:95 6"},
		{"a category", map[string]string{"data/dimensions.yaml": "from: {name: From Kosovo, categories: {first: From Kosovo*, second: By way of Kosovo}}\n"}, "1:19 6; 1:79 6"},
	} {
		files := base()
		files["data/areas.yaml"] = areas
		for name, text := range c.change {
			files[name] = text
		}
		var all []string
		for _, p := range run(t, files) {
			if p.Rule == "naming" {
				text := fmt.Sprintf("%d:%d %d", p.Pos.Line, p.Pos.Col, p.Len)
				if p.Reason != "" {
					text += " accepted: " + p.Reason
				}
				all = append(all, text)
			}
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
