package diff_test

import (
	"encoding/json"
	"maps"
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

// TestPublishedTwice: each edition that published a value counts, and so does a
// record that the newer side has lost.
func TestPublishedTwice(t *testing.T) {
	record := func(edition, value, date string) string {
		return "edition: " + edition + "\ncells:\n  - {indicator: arrivals, area: greece, period: 2023-Q1, value: " + value + ", date: " + date + "}\n"
	}
	const first, second = "data/published/2023-q1.yaml", "data/published/2023-q2.yaml"
	for _, c := range []struct {
		name          string
		before, after map[string]string
		want          string
	}{
		{"the second as it is now", nil, map[string]string{first: record("2023-q1", "500", "2023-06-01"), second: record("2023-q2", "510", "2023-09-01")},
			"published on 2023-06-01 as 500 (2023-q1), and no reason given in data/revisions.yaml"},
		{"the first as it is now", nil, map[string]string{first: record("2023-q1", "510", "2023-06-01"), second: record("2023-q2", "500", "2023-09-01")},
			"published on 2023-06-01 as 510 (2023-q1), and no reason given in data/revisions.yaml"},
		{"both as it is now", nil, map[string]string{first: record("2023-q1", "510", "2023-06-01"), second: record("2023-q2", "510", "2023-09-01")},
			"published on 2023-06-01 as 510 (2023-q1)"},
		{"the record is lost", map[string]string{first: record("2023-q1", "500", "2023-06-01")}, nil,
			"published on 2023-06-01 as 500 (2023-q1), and no reason given in data/revisions.yaml"},
	} {
		files := base()
		before, after := edits{}.apply(t, files), edits{{"data/observations/a.yaml", "value: 500}", "value: 510}"}}.apply(t, files)
		for _, side := range []map[string]string{before, after} {
			side["content/reports/2023-q2/_index.md"] = "---\ntitle: Report\nperiod: 2023-Q2\nareas: [greece]\n---\nWords.\n"
		}
		maps.Copy(before, c.before)
		maps.Copy(after, c.after)
		text := write(t, diff.Text, compare(t, before, after))
		_, found, _ := strings.Cut(text, "\n  published")
		if got, _, _ := strings.Cut("published"+found, "\n"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", c.name, got, c.want, text)
		}
	}
}
