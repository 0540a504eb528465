package render_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bulletin/templates"
)

// TestBreaksOfAKeyFigure: a chapter and its edition say what lies between the
// two values of the key figure, and say nothing of a base that merely begins
// the series of both.
func TestBreaksOfAKeyFigure(t *testing.T) {
	const chapter, edition = "reports/2023-q1/serbia/index.html", "reports/2023-q1/index.html"
	for _, c := range []struct {
		name, observation string
		says, silent      []string // of the chapter
		listed            string   // in the edition's table
	}{
		{"between", "{indicator: arrivals, area: serbia, period: 2022-Q3, source: census, value: 250, status: B, note: Counted anew.}",
			[]string{"Third quarter of 2022: break in the series. Counted anew."}, nil, "Serbia, third quarter of 2022: Counted anew."},
		{"before", "{indicator: arrivals, area: serbia, period: 2021-Q3, source: census, value: 250, status: B, note: Counted anew.}",
			nil, []string{"break in the series", "Counted anew"}, ""},
		{"in the base", "", []string{"from 200 in the first quarter of 2022"}, []string{"break in the series", "Counted anew"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			status := ""
			if c.observation == "" {
				status = ", status: B, note: Counted anew."
			} else {
				c.observation = "  - " + c.observation + "\n"
			}
			dir := t.TempDir()
			for name, text := range map[string]string{
				"data/site.yaml":       "title: Test\n",
				"data/areas.yaml":      "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n",
				"data/indicators.yaml": "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, definition: People who came.}\n",
				"data/sources.yaml":    "census: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count/2023.pdf\"}\n",
				"data/observations/a.yaml": "observations:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, source: census, value: 300}\n" +
					"  - {indicator: arrivals, area: serbia, period: 2022-Q1, source: census, value: 200" + status + "}\n" + c.observation,
				"content/_index.md":                 "---\ntitle: Home\n---\nWords.\n",
				"content/reports/2023-q1/_index.md": "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\n---\nWords.\n",
				"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people came}\n---\nWords, and {{ arrivals }} people.\n",
			} {
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, files := load(t, dir, templates.FS)
			page := string(files[chapter])
			for _, says := range c.says {
				if !strings.Contains(page, says) {
					t.Errorf("the chapter does not say %q", says)
				}
			}
			for _, silent := range c.silent {
				if strings.Contains(page, silent) {
					t.Errorf("the chapter says %q", silent)
				}
			}
			if got := strings.Contains(string(files[edition]), "Counted anew."); got != (c.listed != "") || !strings.Contains(string(files[edition]), c.listed) {
				t.Errorf("the edition does not say %q alone", c.listed)
			}
		})
	}
}
