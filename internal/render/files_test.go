package render_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestMissingCharacters: a character that the typeface of pictures lacks is
// reported at the first of them that the author wrote, else at the block, with
// a hint that it comes from the data.
func TestMissingCharacters(t *testing.T) {
	const page = "content/pages/charts.md"
	for _, c := range []struct {
		title, unit string
		line, col   int
		hint        string
	}{
		{"Ελλάδα, Београд, 日本語 and 日", "person", 9, 26, "Latin, Cyrillic or Greek"},
		{"Plain", "人", 5, 1, "a name or a unit that data/ gives"},
	} {
		base := places()
		files := map[string]string{
			"data/indicators.yaml":     base["data/indicators.yaml"] + "- {id: odd, name: Odd things, unit: {one: " + c.unit + ", other: " + c.unit + "}, measure: flow, definition: What is odd.}\n",
			"data/observations/b.yaml": "observations:\n  - {indicator: odd, area: serbia, period: 2023-Q1, source: office, value: 3}\n",
			page:                       "---\ntitle: Charts\n---\n\n```chart\ntype: map\nindicator: odd\nareas: serbia\ntitle: \"" + c.title + "\"\nperiod: 2023-Q1\n```\n",
		}
		_, problems := made(t, files, fs.FS(fstest.MapFS{}))
		if len(problems) != 1 {
			t.Errorf("%s: got %v", c.title, problems)
			continue
		}
		p := problems[0]
		if p.Rule != "picture" || p.Pos.File != page || p.Pos.Line != c.line || p.Pos.Col != c.col || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%s: got %v", c.title, p)
		}
	}
}
