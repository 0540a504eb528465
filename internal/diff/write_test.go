package diff_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	after := edits{{values, "value: 500", "value: 500, note: \"\\u2066x\\u2069\""}}.apply(t, base())
	if got := write(t, diff.Text, compare(t, base(), after)); strings.ContainsAny(got, "\u2066\u2069") || !strings.Contains(got, "note: none → \uFFFDx\uFFFD") {
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
		"differs": []any{"value"}, "published": nil, "page": "/data/arrivals/#serbia-2023-q1",
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
