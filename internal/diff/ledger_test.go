package diff_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diff"
)

// TestLedger: records and revisions that differ are told, whether or not an
// observation does.
func TestLedger(t *testing.T) {
	const (
		greece = "{indicator: arrivals, area: greece, period: 2023-Q1, "
		serbia = "{indicator: arrivals, area: serbia, period: 2023-Q1, part: [age=children], "
		head   = "edition: 2023-q1\ncells:\n"
		first  = "  - " + greece + "value: 490, date: 2023-06-01}\n"
		second = "  - " + serbia + "value: 100, date: 2023-06-01}\n"
		once   = "- " + greece + "was: 490, now: 500, date: 2023-07-01, reason: Counted *again*.}\n"
	)
	for _, c := range []struct {
		name                   string
		recordWas, recordIs    string
		revisionWas, revision  string
		summary, told, records string // of the text
		json                   string // of revisions and records
	}{
		{"nothing", head + first, head + first, once, once, "", "", "", `{"Revisions":[],"Records":[]}`},
		{"written otherwise", head + first, head + strings.Replace(first, "2023-Q1", "2023-01..2023-03", 1), once, once, "", "", "", `{"Revisions":[],"Records":[]}`},
		{"a first record", "", head + first + second, "", "", "2 values newly recorded", "", "2023-q1: 2 values newly recorded", `{"Revisions":[],"Records":[{"Edition":"2023-q1","Recorded":2}]}`},
		{"a record grown", head + first, head + first + second, "", "", "1 value newly recorded", "", "2023-q1: 1 value newly recorded", `{"Revisions":[],"Records":[{"Edition":"2023-q1","Recorded":1}]}`},
		{"a record by hand", head + first, head + second, "", "", "1 value newly recorded, 1 taken out of the record", "", "2023-q1: 1 value newly recorded, 1 taken out of the record", `{"Revisions":[],"Records":[{"Edition":"2023-q1","Recorded":1,"Removed":1}]}`},
		{"a record altered", head + first, head + strings.Replace(first, "490", "500", 1), "", "", "1 value recorded otherwise than before", "", "2023-q1: 1 value recorded otherwise than before", `{"Revisions":[],"Records":[{"Edition":"2023-q1","Altered":1}]}`},
		{"a record gone", head + first, "", "", "", "1 value taken out of the record", "", "2023-q1: 1 value taken out of the record", `{"Revisions":[],"Records":[{"Edition":"2023-q1","Removed":1}]}`},
		{"a record that cannot be read", head + first, head + strings.Replace(first, "490", "many", 1), "", "", "", "", "", `{"Revisions":[],"Records":[]}`},
		{"a revision", head + first, head + first, "", once, "1 revision added", "added: arrivals, Greece, 2023-Q1: 490 → 500 on 2023-07-01: Counted *again*.", "",
			`{"Revisions":[{"Change":"added","Name":"arrivals, Greece, 2023-Q1","Was":"490","Now":"500"}],"Records":[]}`},
		{"a revision changed", head + first, head + first, once, strings.Replace(once, "Counted", "Summed", 1), "1 revision changed",
			"changed: arrivals, Greece, 2023-Q1: 490 → 500 on 2023-07-01: Counted *again*. | now 490 → 500 on 2023-07-01: Summed *again*.", "",
			`{"Revisions":[{"Change":"changed","Name":"arrivals, Greece, 2023-Q1","Was":"490","Now":"500"}],"Records":[]}`},
		{"a revision of another day", head + first, head + first, once, strings.Replace(once, "2023-07-01", "2023-07-02", 1), "1 revision added; 1 revision withdrawn",
			"withdrawn: arrivals, Greece, 2023-Q1: 490 → 500 on 2023-07-01: Counted *again*. | added: arrivals, Greece, 2023-Q1: 490 → 500 on 2023-07-02: Counted *again*.", "",
			`{"Revisions":[{"Change":"withdrawn","Name":"arrivals, Greece, 2023-Q1","Was":"490","Now":"500"},{"Change":"added","Name":"arrivals, Greece, 2023-Q1","Was":"490","Now":"500"}],"Records":[]}`},
		{"a revision that cannot be read", head + first, head + first, once, strings.Replace(once, "2023-07-01", "soon", 1), "", "", "", `{"Revisions":[],"Records":[]}`},
		{"both", head + first, head + first + second, "", once, "1 revision added; 1 value newly recorded", "added: arrivals, Greece, 2023-Q1: 490 → 500 on 2023-07-01: Counted *again*.", "2023-q1: 1 value newly recorded",
			`{"Revisions":[{"Change":"added","Name":"arrivals, Greece, 2023-Q1","Was":"490","Now":"500"}],"Records":[{"Edition":"2023-q1","Recorded":1}]}`},
	} {
		side := func(record, revision string) map[string]string {
			files := maps.Clone(base())
			if record != "" {
				files["data/published/2023-q1.yaml"] = record
			}
			if revision != "" {
				files["data/revisions.yaml"] = revision
			}
			return files
		}
		r := compare(t, side(c.recordWas, c.revisionWas), side(c.recordIs, c.revision))
		text := write(t, diff.Text, r)
		want := "no observation of this folder differs from main\n"
		if c.summary != "" {
			want += c.summary + "\n"
		}
		if c.told != "" {
			want += "\nrevisions of published values:\n"
			for _, line := range strings.Split(c.told, " | ") {
				if strings.HasPrefix(line, "now ") {
					line = "  " + line
				}
				want += "  " + line + "\n"
			}
		}
		if c.records != "" {
			want += "\nrecords of what editions have published:\n  " + c.records + "\n"
		}
		if d := cmp.Diff(want, text); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
		markdown := write(t, diff.Markdown, r)
		if strings.Contains(markdown, "No figure changes.") != (c.summary == "") || c.summary != "" && !strings.Contains(markdown, "\n"+c.summary+".\n") ||
			strings.Contains(markdown, "*again*") || strings.Contains(markdown, "Revisions of published values") != (c.told != "") ||
			strings.Contains(markdown, "Records of what editions have published") != (c.records != "") {
			t.Errorf("%s:\n%s", c.name, markdown)
		}
		var out, wanted struct {
			Revisions []struct {
				Change, Name string
				Was, Now     string
				Before       *struct{ Was, Now string }
				After        *struct{ Was, Now string }
			}
			Records []struct {
				Edition                    string
				Recorded, Removed, Altered int
			}
		}
		if err := json.Unmarshal([]byte(write(t, diff.JSON, r)), &out); err != nil {
			t.Fatal(err)
		}
		for i := range out.Revisions {
			one := &out.Revisions[i]
			if (one.Before == nil) != (one.Change == "added") || (one.After == nil) != (one.Change == "withdrawn") {
				t.Errorf("%s: %+v", c.name, one)
			}
			now := one.After
			if now == nil {
				now = one.Before
			}
			one.Was, one.Now, one.Before, one.After = now.Was, now.Now, nil, nil
		}
		if err := json.Unmarshal([]byte(c.json), &wanted); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(wanted, out); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
	}
}
