package check_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// drafts is the site of the files with its drafts, and what the rules say of it.
func drafts(t *testing.T, files map[string]string) (*site.Site, diag.Problems) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(fsys)
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".md") {
			d, found := content.Parse(name, []byte(files[name]))
			problems = append(problems, found...)
			documents = append(documents, d)
		}
	}
	s, found := site.Assemble(site.Config{Drafts: true}, set, documents)
	problems = append(append(problems, found...), check.Run(s)...)
	problems.Sort()
	return s, problems
}

// TestTodo finds marks wherever they stand, and says what they say: as warnings on drafts
// and in data/, as errors elsewhere.
func TestTodo(t *testing.T) {
	const chapter = "content/reports/2023-q1/serbia.md"
	files := base()
	files[chapter] = "---\ntitle: \"{{ TODO \\\"a title\\\" }} Serbia\" # TODO: shorter\narea: serbia\nsummary: >-\n  {{ TODO \"a summary\" }} Words.\n  # TODO: text\n---\n" +
		"## {{ TODO \"a heading\" }} Words\n\nTODO: words, `TODO` and TODOS.\n\n- {{ TODO \"an item\" }} One\n\n| {{ TODO \"a cell\" }} A |\n|:--|\n| b[^1] |\n\n" +
		"[^1]: {{ TODO \"a remark\" }} So.\n\n![{{ TODO \"a picture\" }} A map](/uploads/map.png)\n\n" +
		"```chart\ntype: bar\n# TODO: all areas\nindicator: arrivals\nareas: serbia\nperiod: 2023-Q1\ntitle: '{{ TODO \"a chart\" }} Many'\nnote: '{{ TODO \"a note\" }} So.'\n```\n"
	files["data/observations/a.yaml"] += "# TODO: Albania\n"
	files["data/sources.yaml"] = strings.Replace(files["data/sources.yaml"], "}", ", note: TODO ask}", 1)
	want := []string{
		"serbia.md:2:9 a title", "serbia.md:2:40 shorter", "serbia.md:5:3 a summary", "serbia.md:6:5 the word TODO stands in the text", "serbia.md:8:4 a heading", "serbia.md:10:1 the word TODO stands in the text",
		"serbia.md:12:3 an item", "serbia.md:14:3 a cell", "serbia.md:18:7 a remark", "serbia.md:20:3 a picture", "serbia.md:24:1 all areas", "serbia.md:28:9 a chart", "serbia.md:29:8 a note",
		"a.yaml:5:1 Albania", "sources.yaml:1:104 the word TODO stands in the text",
	}
	for _, draft := range []bool{false, true} {
		if draft {
			files["content/reports/2023-q1/_index.md"] = strings.Replace(files["content/reports/2023-q1/_index.md"], "---\n", "---\ndraft: true\n", 1)
		}
		s, problems := drafts(t, files)
		var got []string
		for _, p := range problems {
			if p.Rule != "todo" {
				t.Errorf("it breaks another rule as well: %v", p)
				continue
			}
			warning := draft || strings.HasPrefix(p.Pos.File, "data/")
			if (p.Severity == diag.Warning) != warning {
				t.Errorf("draft %v: %s: %s", draft, p.Pos, p.Severity)
			}
			name := p.Pos.File[strings.LastIndexByte(p.Pos.File, '/')+1:]
			got = append(got, fmt.Sprintf("%s:%d:%d %s", name, p.Pos.Line, p.Pos.Col, strings.TrimPrefix(p.Message, "to be done: ")))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("draft %v: %s", draft, diff)
		}
		p, _ := s.Page("/reports/2023-q1/serbia/")
		if p.Title != "Serbia" || p.Lead() != "Words. # TODO: text" || p.Passages()[0] != (site.Passage{ID: "words", Text: "Words"}) {
			t.Errorf("a mark is told of: %q, %q, %v", p.Title, p.Lead(), p.Passages())
		}
	}
}

// TestTodoHeld: no site lowers the rule, and a reason around the word alone accepts it.
func TestTodoHeld(t *testing.T) {
	files := base()
	files["data/site.yaml"] += "rules: {todo: {severity: accepted, reason: later}}\n"
	files["content/reports/2023-q1/serbia.md"] += "\n{{ TODO \"x\" }} Words. The word [TODO]{{ literal \"a heading of the form\" }} stands there.\n"
	_, problems := drafts(t, files)
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s [%s] %s", p.Severity, p.Rule, p.Message))
	}
	want := []string{"error [todo] to be done: x", "accepted [todo] the word TODO stands in the text", "warning [acceptance] todo cannot be lowered: the site could not be trusted without it"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
