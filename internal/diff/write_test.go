package diff_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diff"
)

// mixed is a change of every kind.
func mixed(t *testing.T) *diff.Result {
	t.Helper()
	before := base()
	before[serbia] = chapter("Then [300]{{ arrivals }} came, {{ arrivals | increase }}. Rate: {{ rate }}.")
	return compare(t, before, edits{
		{values, "value: 300", "value: 320"},
		{values, "source: census, value: 500", "source: update, value: 500, status: E"},
		{values, "  - {indicator: rate, area: serbia, source: census, value: 50}\n", "  - {indicator: rate, area: greece, source: census, value: 12.5}\n"},
		{"data/indicators.yaml", "definition: A share.", "definition: A part."},
	}.apply(t, before))
}

func TestText(t *testing.T) {
	want := `2 observations changed, 1 added, 1 withdrawn; 1 page shows them, 1 claim does not hold any more, 1 figure has no value any more

changed: arrivals, Serbia, 2023-Q1: 300 → 320 (census, data/observations/a.yaml:3)
  /reports/2023-q1/serbia/  Serbia
    content/reports/2023-q1/serbia.md:5:7: sentence with a claim
      - Then 300 came, an increase of 50%.
      + Then 300 came, an increase of 60%.
      ! does not hold any more: claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320

changed: arrivals, Greece, 2023-Q1: 500 (update, data/observations/a.yaml:5)
  status: normal → estimated
  source: census → update
  shown on the data page alone

withdrawn: rate, Serbia, 2023-Q1: 50% (census, data/observations/a.yaml:8)
  /reports/2023-q1/serbia/  Serbia
    content/reports/2023-q1/serbia.md:5:65: sentence
      - Rate: 50%.
      + Rate: {{ rate }}.
      ! {{ rate }} has no value any more

added: rate, Greece, 2023-Q1: 12.5% (census, data/observations/a.yaml:8)
  shown on the data page alone

indicators that read otherwise:
  rate, definition: A share. → A part.
`
	if d := cmp.Diff(want, write(t, diff.Text, mixed(t))); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
	if got := write(t, diff.Text, compare(t, base(), base())); got != "no observation of this folder differs from main\n" {
		t.Errorf("got %q", got)
	}
}

func TestTextSteersNoTerminal(t *testing.T) {
	after := edits{{values, "value: 500", "value: 500, note: \"\\u2066x\""}}.apply(t, base())
	if got := write(t, diff.Text, compare(t, base(), after)); strings.ContainsAny(got, "\u2066") || !strings.Contains(got, "note: none → \uFFFDx") {
		t.Errorf("got %q", got)
	}
}

func TestMarkdown(t *testing.T) {
	want := `### Figures: 2 observations changed, 1 added, 1 withdrawn

Compared with main: 1 page shows them, 1 claim does not hold any more, 1 figure has no value any more.

**To be put right**

| Page | Place | Problem |
| --- | --- | --- |
| Serbia | <code>content/reports/2023-q1/serbia.md:5:7</code> | claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320 |
| Serbia | <code>content/reports/2023-q1/serbia.md:5:65</code> | {{ rate }} has no value any more |

| Observation | Before | After | What else | Data |
| --- | --- | --- | --- | --- |
| arrivals, Serbia, 2023-Q1 | 300 | 320 |  | <code>data/observations/a.yaml:3</code> |
| arrivals, Greece, 2023-Q1 | 500 | 500 | status: normal → estimated; source: census → update | <code>data/observations/a.yaml:5</code> |
| rate, Serbia, 2023-Q1 | 50% |  | withdrawn | <code>data/observations/a.yaml:8</code> |
| rate, Greece, 2023-Q1 |  | 12.5% | added | <code>data/observations/a.yaml:8</code> |

**Indicators that read otherwise**

| Indicator | Key | Before | After |
| --- | --- | --- | --- |
| rate | definition | A share. | A part. |

<details><summary>The places that show them</summary>

**arrivals, Serbia, 2023-Q1**

- sentence with a claim, Serbia, <code>content/reports/2023-q1/serbia.md:5:7</code><br>before: Then 300 came, an increase of 50%.<br>after: Then 300 came, an increase of 60%.<br>does not hold any more: claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320

**rate, Serbia, 2023-Q1**

- sentence, Serbia, <code>content/reports/2023-q1/serbia.md:5:65</code><br>before: Rate: 50%.<br>after: Rate: {{ rate }}.

</details>
`
	if d := cmp.Diff(want, write(t, diff.Markdown, mixed(t))); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
	if got := write(t, diff.Markdown, compare(t, base(), base())); got != "No figure changes.\n\nNo observation of this folder differs from main.\n\n" {
		t.Errorf("got %q", got)
	}
	other := edits{{"data/indicators.yaml", "A share.", "A part."}}.apply(t, base())
	if got := write(t, diff.Markdown, compare(t, base(), other)); !strings.HasPrefix(got, "### Figures: other definitions\n\nNo observation of this folder differs from main.\n\n**Indicators that read otherwise**") {
		t.Errorf("got %q", got)
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		Before, After                            string
		Added, Changed, Withdrawn, Pages, Claims int
		Figures                                  int
		Incomplete                               []string
		Observations                             []map[string]any
		Indicators                               []map[string]string
	}
	src := write(t, diff.JSON, mixed(t))
	if err := json.Unmarshal([]byte(src), &got); err != nil {
		t.Fatal(err)
	}
	if got.Before != "main" || got.After != "this folder" || got.Added != 1 || got.Changed != 2 || got.Withdrawn != 1 || got.Pages != 1 || got.Claims != 1 || got.Figures != 1 || len(got.Observations) != 4 {
		t.Errorf("got %s", src)
	}
	if d := cmp.Diff([]map[string]string{{"indicator": "rate", "key": "definition", "before": "A share.", "after": "A part."}}, got.Indicators); d != "" {
		t.Error(d)
	}
	want := map[string]any{
		"change": "changed", "name": "arrivals, Serbia, 2023-Q1", "indicator": "arrivals", "area": "serbia", "period": "2023-Q1", "categories": map[string]any{},
		"differs": []any{"value"}, "page": "/data/arrivals/#serbia-2023-q1",
		"before": map[string]any{"text": "300", "value": 300.0, "share": nil, "status": "A", "source": "census", "note": "", "file": values, "line": 3.0},
		"after":  map[string]any{"text": "320", "value": 320.0, "share": nil, "status": "A", "source": "census", "note": "", "file": values, "line": 3.0},
		"places": []any{map[string]any{
			"kind": "claim", "page": "/reports/2023-q1/serbia/", "title": "Serbia", "file": serbia, "line": 5.0, "column": 7.0,
			"before": "Then 300 came, an increase of 50%.", "after": "Then 300 came, an increase of 60%.", "missing": []any{}, "empty": false,
			"claims": []any{map[string]any{"text": "300", "file": serbia, "line": 5.0, "column": 7.0, "held": true, "holds": false,
				"message": `claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320`}},
		}},
	}
	if d := cmp.Diff(want, got.Observations[0]); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
	if !strings.Contains(src, `"value": 12.5`) {
		t.Errorf("a number is not as it was entered: %s", src)
	}
	for _, r := range []*diff.Result{mixed(t), compare(t, base(), base())} {
		if src := write(t, diff.JSON, r); strings.Contains(src, `s": null`) || strings.Contains(src, `g": null`) {
			t.Errorf("a list is null: %s", src)
		}
	}
}

// TestDocNamesEveryField holds the package's doc against what is written.
func TestDocNamesEveryField(t *testing.T) {
	src, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, doc, _ := strings.Cut(string(src), "and JSON, one object:")
	var all any
	if err := json.Unmarshal([]byte(write(t, diff.JSON, mixed(t))), &all); err != nil {
		t.Fatal(err)
	}
	seen := 0
	var visit func(any)
	visit = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				visit(item)
			}
		case map[string]any:
			for key, value := range v {
				seen++
				if !regexp.MustCompile(`\b` + key + `\b`).MatchString(doc) {
					t.Errorf("the doc lacks %s", key)
				}
				visit(value)
			}
		}
	}
	visit(all)
	if seen < 40 {
		t.Errorf("only %d fields", seen)
	}
}

func TestSameBytes(t *testing.T) {
	for _, format := range []diff.Format{diff.Text, diff.JSON, diff.Markdown} {
		first := write(t, format, mixed(t))
		for range 5 {
			if again := write(t, format, mixed(t)); again != first {
				t.Fatalf("%s differs:\n%s", format, cmp.Diff(first, again))
			}
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := diff.Write(nil, "xml", mixed(t)); err == nil {
		t.Error("no error")
	}
}

// TestMarkdownFits has more than a comment can hold.
func TestMarkdownFits(t *testing.T) {
	before := base()
	before["data/areas.yaml"] = "areas:\n"
	before["data/observations/a.yaml"] = "period: 2023-Q1\nobservations:\n"
	var body strings.Builder
	for n := range 900 {
		before["data/areas.yaml"] += fmt.Sprintf("  - {id: a%d, name: Area %d}\n", n, n)
		before["data/observations/a.yaml"] += fmt.Sprintf("  - {indicator: arrivals, area: a%d, source: census, value: 1000, note: \"%s\"}\n", n, strings.Repeat("|", 500))
		fmt.Fprintf(&body, "Here [1,000]{{ arrivals a%d 2023-Q1 }} %s.\n\n", n, strings.Repeat("@word ", 200))
	}
	before["content/pages/about.md"] = "---\ntitle: About\n---\n" + body.String()
	after := edits{}.apply(t, before)
	after[values] = strings.ReplaceAll(after[values], "value: 1000, note: \"|", "value: 1001, note: \"&")
	r := compare(t, before, after)
	got := write(t, diff.Markdown, r)
	if len(got) > 65_536-500 || len(got) < 40_000 {
		t.Errorf("%d bytes", len(got))
	}
	if len(r.Broken()) != 900 || strings.Count(got, " more |") != 2 || !strings.HasSuffix(got, " more\n\n</details>\n") {
		t.Errorf("%d claims; got %s\n…\n%s", len(r.Broken()), got[:600], got[len(got)-600:])
	}
	for _, part := range strings.Split(got, "\n") {
		if strings.HasPrefix(part, "| and ") && strings.Count(part, "|") < 4 {
			t.Errorf("a row of another length: %s", part)
		}
	}
}

// nasty are texts that would be something else in a comment.
func nasty() []string {
	return []string{
		"plain words, 16,216 → 17,216 (56%)", "a | b", "`code`", "``", "**bold** _it_ ~~no~~", "<b>x</b>", "<script>alert(1)</script>", "<!-- x", "</details>", "<details>",
		"[text](https://example.org)", "![image](x.png)", "https://example.org/x?y=1", "www.example.org", "WWW.example.org", "ftp://example.org", "mail someone@example.org", "@someone", "@@some-one", "@some/team", "a@b",
		"#12", "owner/repo#12", "GH-12", "gh-12", ":tada:", "&lt;b&gt;", "&#64;someone", "\\@someone", "\\|", "a\nb\n\n# c", "a\r\n- b", "\u202egnp", "\x00\x1b[2J", "$x^2$", "$$", "1. one", "- x", "# x", "> x", "^[x]", "[^1]", "| --- |", "a&#124;b", "\u00a0", "", " ", "\u200b@x", "—", "日本語", "\xff",
		"http:\u200b//x.org", "xmpp:a@b.c", "mailto:a@b.c", "a*b*c", "x_y_z", "{{ arrivals }}", "[16,216]{{ arrivals }}",
	}
}

// inert tells whether text, put into the cell of a table by Markdown, is read
// as that text and nothing else.
func inert(t *testing.T, wrote, escaped string) {
	t.Helper()
	if strings.ContainsAny(escaped, "\n|<>`") {
		t.Fatalf("%q is written %q", wrote, escaped)
	}
	src := []byte("| a | b |\n| --- | --- |\n| x " + escaped + " | y |\n")
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(src))
	var got strings.Builder
	cells := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Document, *east.Table, *east.TableHeader, *east.TableRow, *ast.String:
		case *east.TableCell:
			cells++
		case *ast.Text:
			if cells == 3 {
				got.Write(n.Segment.Value(src))
			}
		default:
			t.Fatalf("%q is written %q and becomes a %s", wrote, escaped, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if cells != 4 {
		t.Fatalf("%q is written %q and makes %d cells", wrote, escaped, cells)
	}
	var html strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(src, &html); err != nil {
		t.Fatal(err)
	}
	read := unescapeHTML(html.String())
	if !strings.Contains(read, "<td>"+strings.TrimSpace("x "+readable(wrote))+"</td>") {
		t.Fatalf("%q is written %q and read %q", wrote, escaped, read)
	}
}

// unescapeHTML is HTML of a table as a reader sees it.
func unescapeHTML(s string) string {
	s = strings.ReplaceAll(s, "\u200b", "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(s)
}

// readable is what is left of a text: one line, nothing that steers.
func readable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != ' ' && !unicode.IsSpace(r) && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			return '\uFFFD'
		}
		return r
	}, string([]rune(s)))
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "\u200b", "")
}
