package diff_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diff"
)

// TestPublished: a change of a value that an edition has published is told as such,
// with its reason or the want of one.
func TestPublished(t *testing.T) {
	const (
		record   = "data/published/2023-q1.yaml"
		reasons  = "data/revisions.yaml"
		values   = "data/observations/a.yaml"
		entry    = "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: greece, period: 2023-Q1, value: 500, date: 2023-06-01}\n"
		revision = "- {indicator: arrivals, area: greece, period: 2023-Q1, was: 500, now: NOW, date: 2023-07-01, reason: \"Counted *again*.\"}\n"
		on       = "published on 2023-06-01 as 500 (2023-q1)"
	)
	for _, c := range []struct {
		name, record, reasons string
		old, is               string
		want                  string // of the text; a row of Markdown has it too
		silent                bool
	}{
		{"never published", "", "", "value: 500}", "value: 510}", "", false},
		{"silent", entry, "", "value: 500}", "value: 510}", on + ", and no reason given in data/revisions.yaml", true},
		{"revised", entry, strings.Replace(revision, "NOW", "510", 1), "value: 500}", "value: 510}", on + "; revised on 2023-07-01: Counted *again*.", false},
		{"revised to something else", entry, strings.Replace(revision, "NOW", "505", 1), "value: 500}", "value: 510}", on + ", and no reason given in data/revisions.yaml", true},
		{"withdrawn", entry, "", "  - {indicator: arrivals, area: greece, source: census, value: 500}\n", "", on + ", and no reason given in data/revisions.yaml", true},
		{"withdrawn with a reason", entry, strings.Replace(revision, "NOW", "none", 1), "source: census, value: 500}", "status: O}", on + "; revised on 2023-07-01: Counted *again*.", false},
		{"published as it is now", strings.Replace(entry, "500", "510", 1), "", "value: 500}", "value: 510}", "published on 2023-06-01 as 510 (2023-q1)", false},
		{"come in since", strings.Replace(entry, "value: 500", "value: none", 1), "", "value: 500}", "value: 510}", "published on 2023-06-01 as no value (2023-q1), and no reason given in data/revisions.yaml", true},
		{"note alone", entry, "", "value: 500}", "value: 500, note: N}", "", false},
		{"written otherwise", entry, "", "value: 500}", "value: 500.0}", "", false},
	} {
		files := base()
		before := edits{}.apply(t, files)
		after := edits{{values, c.old, c.is}}.apply(t, files)
		if c.record != "" {
			before[record], after[record] = c.record, c.record
		}
		if c.reasons != "" {
			after[reasons] = c.reasons
		}
		r := compare(t, before, after)
		if len(r.Changes) != 1 {
			t.Fatalf("%s: %v", c.name, r.Changes)
		}
		got := ""
		for line := range strings.Lines(write(t, diff.Text, r)) {
			if strings.HasPrefix(line, "  published") {
				got += strings.TrimSpace(line)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		markdown := write(t, diff.Markdown, r)
		if strings.Contains(markdown, "**To be put right**") != c.silent || strings.Contains(markdown, "1 published value has no reason given") != c.silent ||
			strings.Contains(markdown, "*again*") || strings.Contains(markdown, "published on 2023-06-01") != (c.want != "") {
			t.Errorf("%s:\n%s", c.name, markdown)
		}
		var out struct {
			Silent       int
			Observations []struct {
				Published *struct {
					Value, Date, Edition string
					Revised, Reason      *string
					Silent               bool
				}
			}
		}
		if err := json.Unmarshal([]byte(write(t, diff.JSON, r)), &out); err != nil {
			t.Fatal(err)
		}
		p := out.Observations[0].Published
		switch {
		case (p == nil) != (c.want == ""), (out.Silent == 1) != c.silent:
			t.Errorf("%s: %+v", c.name, out)
		case p == nil:
		case p.Silent != c.silent, p.Date != "2023-06-01", p.Edition != "2023-q1", (p.Reason != nil) != strings.Contains(c.want, "again"), (p.Revised == nil) != (p.Reason == nil):
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}
