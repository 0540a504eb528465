package roll

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// small is a site of invented districts with an edition for the third quarter of
// 2024, in which the body of the opening page is the given text.
func small(t testing.TB, body string, more map[string]string) (*site.Site, fs.FS) {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/site.yaml":       "title: Shelters\nbaseURL: https://example.org/\n",
		"data/areas.yaml":      "areas:\n  - {id: hardava, name: Hardava}\n  - {id: velin, name: Velin}\n",
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"data/indicators.yaml": "- {id: arrivals, name: New guests, unit: {one: guest, other: guests}, measure: flow, add: all}\n- {id: beds, name: Beds, unit: {one: bed, other: beds}, measure: stock}\n",
		"data/sources.yaml":    "shelter-survey-2024-q3: {publisher: The survey, title: Third quarter, covers: [2023-Q3, 2024-Q3]}\nregister: {publisher: The register, title: All years}\n",
		"data/observations/2024-Q3.yaml": `period: 2024-Q3
observations:
  - {indicator: arrivals, area: hardava, source: register, value: 40, by: {age: {children: 9, adults: 31}}}
  - {indicator: arrivals, area: hardava, source: register, value: 30, period: 2023-Q3}
  - {indicator: arrivals, area: hardava, source: register, value: 300, period: 2019}
  - {indicator: arrivals, area: velin, source: register, value: 20}
  - {indicator: arrivals, area: velin, source: register, value: 21, period: 2023-Q3}
  - {indicator: beds, area: hardava, source: register, value: 12, period: 2024-09-30}
`,
		"content/_index.md":                  "---\ntitle: Home\n---\n",
		"content/pages/methodology.md":       "---\ntitle: Method\n---\n\nWords.\n",
		"content/reports/2024-q3/_index.md":  "---\ntitle: Shelters\nperiod: 2024-Q3\nareas: [hardava, velin]\n---\n\n" + body,
		"content/reports/2024-q3/hardava.md": "---\ntitle: Hardava\narea: hardava\nheadline: {indicator: arrivals, text: \"guests in {{ period }}\"}\n---\n\nHardava counts guests.\n",
		"content/reports/2024-q3/velin.md":   "---\ntitle: Velin\narea: velin\nheadline: {indicator: arrivals, text: \"guests in {{ period }}\"}\n---\n\nVelin counts guests.\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range more {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(files)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	return joined(t, set, files), files
}

// TestInvented tries the marks on sentences that were made up, with verdicts, before
// the words were chosen by which they are told.
func TestInvented(t *testing.T) {
	for _, list := range []string{"invented.md", "held-out.md", "held-out-again.md"} {
		t.Run(list, func(t *testing.T) { invented(t, list) })
	}
}

func invented(t *testing.T, list string) {
	t.Helper()
	text, err := fs.ReadFile(testdata(), list)
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	verdicts := map[string]string{}
	for line := range strings.Lines(string(text)) {
		verdict, words, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			t.Fatalf("%q has no verdict", line)
		}
		words = strings.ReplaceAll(words, `\|`, "|")
		words = strings.ReplaceAll(words, "{{ arrivals", "{{ arrivals hardava")
		words = strings.ReplaceAll(words, "{{ beds", "{{ beds hardava")
		for _, area := range []string{"hardava", "velin"} {
			words = strings.ReplaceAll(words, "hardava "+area, area)
		}
		body.WriteString(words + "\n\n")
		verdicts[words] = verdict
	}
	s, files := small(t, body.String(), nil)
	to, _ := period.Parse("2024-Q4")
	plan, err := Edition(files, s, s.Editions[0], to)
	if err != nil {
		t.Fatal(err)
	}
	src, _ := fs.ReadFile(files, "content/reports/2024-q3/_index.md")
	lines := strings.Split(string(src), "\n")
	marked := map[string]string{}
	for _, m := range plan.Marks {
		if strings.HasSuffix(m.File, "_index.md") {
			marked[lines[m.From.Line-1]] = m.Why()
		}
	}
	for words, verdict := range verdicts {
		why, is := marked[words]
		if is != (verdict == "wrong") {
			t.Errorf("%s, but marked is %v: %s (%s)", verdict, is, words, why)
		}
	}
}

func testdata() fs.FS { return os.DirFS("testdata") }
