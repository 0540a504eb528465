package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/check"
)

// observed is a file of observations with the value of Serbia's first quarter, as
// an item of its own.
func observed(item string) string {
	return "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: 200}\n" + item
}

const (
	serbiaCell = "indicator: arrivals, area: serbia, period: 2023-Q1, "
	is300      = "  - {indicator: arrivals, area: serbia, source: census, value: 300}\n"
)

// TestRevision: what was published and changed since, and what is said of it.
func TestRevision(t *testing.T) {
	entry := func(value, date string) string {
		return "  - {" + serbiaCell + "value: " + value + ", date: " + date + "}\n"
	}
	revision := func(was, now, date string) string {
		return "- {" + serbiaCell + "was: " + was + ", now: " + now + ", date: " + date + ", reason: Counted again.}\n"
	}
	for _, c := range []struct{ name, item, first, second, revisions, want string }{
		{"as it was", is300, entry("300", "2023-06-01"), "", "", ""},
		{"written otherwise", is300, entry("300.0", "2023-06-01"), "", "", ""},
		{"in other words of time", is300, strings.Replace(entry("300", "2023-06-01"), "2023-Q1", "2023-01..2023-03", 1), "", "", ""},
		{"status, source and note alone", "  - {indicator: arrivals, area: serbia, source: census, value: 300, status: P, note: Not final.}\n", entry("300", "2023-06-01"), "", "", ""},
		{"changed", is300, entry("250", "2023-06-01"), "", "", "a:4 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q1 on 2023-06-01 as 250, and is 300 now"},
		{"changed with a reason", is300, entry("250", "2023-06-01"), "", revision("250", "300", "2023-07-01"), ""},
		{"changed on the day it was published", is300, entry("250", "2023-06-01"), "", revision("250", "300", "2023-06-01"), ""},
		{"changed twice", is300, entry("250", "2023-06-01"), "", revision("250", "260", "2023-07-01") + revision("260", "300", "2023-08-01"), ""},
		{"changed twice, the later first in the file", is300, entry("250", "2023-06-01"), "", revision("260", "300", "2023-08-01") + revision("250", "260", "2023-07-01"), ""},
		{"changed again", is300, entry("250", "2023-06-01"), "", revision("250", "260", "2023-07-01"), "a:4 arrivals, Serbia, 2023-Q1 was revised on 2023-07-01 to 260, and is 300 now"},
		{"a reason, but no change", is300, entry("300", "2023-06-01"), "", revision("300", "310", "2023-07-01"), "a:4 arrivals, Serbia, 2023-Q1 was revised on 2023-07-01 to 310, and is still 300"},
		{"broken chain", is300, entry("250", "2023-06-01"), "", revision("250", "260", "2023-07-01") + revision("270", "300", "2023-08-01"),
			"revisions:2 arrivals, Serbia, 2023-Q1 was 270, says this revision, but the one of 2023-07-01 made it 260"},
		{"wrong root", is300, entry("250", "2023-06-01"), "", revision("240", "300", "2023-07-01"),
			"revisions:1 arrivals, Serbia, 2023-Q1 was 240, says this revision, but the edition 2023-q1 published 250 on 2023-06-01"},
		{"wrong root, and nothing has changed", is300, entry("300", "2023-06-01"), "", revision("250", "300", "2023-07-01"),
			"revisions:1 arrivals, Serbia, 2023-Q1 was 250, says this revision, but the edition 2023-q1 published 300 on 2023-06-01"},
		{"before it was published", is300, entry("250", "2023-06-01"), "", revision("250", "300", "2023-05-31"),
			"revisions:1 arrivals, Serbia, 2023-Q1 was revised on 2023-05-31, says this revision, but the edition 2023-q1 still published 250 on 2023-06-01"},
		{"revised and published once more", is300, entry("250", "2023-06-01"), entry("300", "2023-09-01"), revision("250", "300", "2023-07-01"), ""},
		{"the second edition published another value", is300, entry("250", "2023-06-01"), entry("300", "2023-09-01"), "",
			"a:4 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q1 on 2023-06-01 as 250, and is 300 now"},
		{"the first edition is right", is300, entry("300", "2023-06-01"), entry("250", "2023-09-01"), "",
			"a:4 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q2 on 2023-09-01 as 250, and is 300 now"},
		{"revised too late", is300, entry("250", "2023-06-01"), entry("300", "2023-09-01"), revision("250", "300", "2023-10-01"),
			"revisions:1 arrivals, Serbia, 2023-Q1 was revised on 2023-10-01, says this revision, but the edition 2023-q2 published 300 already on 2023-09-01"},
		{"revised too early", is300, entry("250", "2023-06-01"), entry("250", "2023-09-01"), revision("250", "300", "2023-07-01"),
			"revisions:1 arrivals, Serbia, 2023-Q1 was revised on 2023-07-01, says this revision, but the edition 2023-q2 still published 250 on 2023-09-01"},
		{"published in between as something else", is300, entry("250", "2023-06-01"), entry("270", "2023-09-01"), revision("250", "300", "2023-07-01"),
			"2023-q2:3 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q2 on 2023-09-01 as 270, but its revision of 2023-07-01 made it 300"},
		{"back to what it was", is300, entry("300", "2023-06-01"), "", revision("300", "250", "2023-07-01") + revision("250", "300", "2023-08-01"), ""},
		{"line deleted", "", entry("250", "2023-06-01"), "", "", "2023-q1:3 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q1 on 2023-06-01 as 250, and data/observations/ has no such value any more"},
		{"line deleted with a reason", "", entry("250", "2023-06-01"), "", revision("250", "none", "2023-07-01"), ""},
		{"withdrawn", "  - {indicator: arrivals, area: serbia, status: O}\n", entry("250", "2023-06-01"), "", "", "a:4 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q1 on 2023-06-01 as 250, and has no value now"},
		{"withdrawn with a reason", "  - {indicator: arrivals, area: serbia, status: O}\n", entry("250", "2023-06-01"), "", revision("250", "none", "2023-07-01"), ""},
		{"come in since", is300, entry("none", "2023-06-01"), "", "", "a:4 arrivals, Serbia, 2023-Q1 was published by the edition 2023-q1 on 2023-06-01 as no value, and is 300 now"},
		{"none then and now", "", entry("none", "2023-06-01"), "", "", ""},
	} {
		change := map[string]string{
			"data/observations/a.yaml":          observed(c.item),
			"data/published/2023-q1.yaml":       "edition: 2023-q1\ncells:\n" + c.first,
			"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n---\nThere were [200]{{ arrivals 2022-Q1 }} people [@census].\n",
		}
		if c.second != "" {
			change["data/published/2023-q2.yaml"] = "edition: 2023-q2\ncells:\n" + c.second
			change["content/reports/2023-q2/_index.md"] = "---\ntitle: Report\nperiod: 2023-Q2\nareas: []\n---\nNothing.\n"
			change["content/reports/2023-q2/_index.md"] = strings.Replace(change["content/reports/2023-q2/_index.md"], "areas: []", "areas: [serbia]", 1)
			change["content/reports/2023-q2/serbia.md"] = "---\ntitle: Serbia\narea: serbia\n---\nNothing.\n"
		}
		if c.revisions != "" {
			change["data/revisions.yaml"] = c.revisions
		}
		if got := found(t, "revision", change); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestRevisionHint: pasted into data/revisions.yaml, the hint wants a day and a
// reason, and no more.
func TestRevisionHint(t *testing.T) {
	files := base()
	files["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n  - {" + serbiaCell + "value: 250, date: 2023-06-01}\n"
	var hint string
	for _, p := range run(t, files) {
		if p.Rule == "revision" {
			hint = p.Hint
		}
	}
	_, line, ok := strings.Cut(hint, "data/revisions.yaml: ")
	if !ok || !strings.HasPrefix(hint, "write 250 again, or ") {
		t.Fatal(hint)
	}
	files["data/revisions.yaml"] = strings.NewReplacer("YYYY-MM-DD", "2023-07-01", "…", "Counted again.").Replace(line) + "\n"
	if got := run(t, files); len(got) > 0 {
		t.Errorf("%s: %v", files["data/revisions.yaml"], got)
	}
}

// TestRevisionUnread: while an entry cannot be read, the cell that it is about is not
// said to want one; of other cells it is. Of an entry whose cell is not known, any
// may be the one.
func TestRevisionUnread(t *testing.T) {
	other := strings.Replace(serbiaCell, "2023-Q1", "2022-Q1", 1)
	for _, c := range []struct {
		revision string
		want     int // values that want a reason
	}{
		{"- {" + other + "was: 190, now: 200, date: YYYY-MM-DD, reason: Counted again.}\n", 1},
		{"- {" + serbiaCell + "was: 250, now: 300, date: YYYY-MM-DD, reason: Counted again.}\n", 1},
		{"- {" + serbiaCell + "was: 250, now: 300, date: 2023-07-01, reason: \"…\"}\n", 1},
		{"- {" + serbiaCell + "was: 250, now: 250, date: 2023-07-01, reason: Counted again.}\n", 1},
		{"- {indicator: arrivals, area: nowhere, period: 2023-Q1, was: 250, now: 300, date: 2023-07-01, reason: Counted again.}\n", 0},
		{"revisions:\n", 0},
		{"- [\n", 0},
	} {
		files := base()
		files["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n  - {" + serbiaCell + "value: 250, date: 2023-06-01}\n  - {" + other + "value: 190, date: 2023-06-01}\n"
		files["data/revisions.yaml"] = c.revision
		s, problems := assembling(t, files)
		if len(problems) == 0 {
			t.Fatalf("%s: it can be read", c.revision)
		}
		got := 0
		for _, p := range check.Run(s) {
			if p.Rule == "revision" {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d values want a reason, not %d", c.revision, got, c.want)
		}
	}
}

// TestUnrecorded: a published edition that shows what its record does not hold.
func TestUnrecorded(t *testing.T) {
	const front = "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\npublished: 2023-06-01\n"
	const one = "edition: 2023-q1\ncells:\n  - {" + serbiaCell + "value: 300, date: 2023-06-01}\n"
	const both = one + "  - {indicator: arrivals, area: serbia, period: 2022-Q1, value: 200, date: 2023-06-01}\n"
	for _, c := range []struct{ name, front, record, want string }{
		{"not published", strings.Replace(front, "published: 2023-06-01\n", "", 1), "", ""},
		{"no record", front, "", "_index.md:5 the edition 2023-q1 is published, and 2 values that it shows are not recorded"},
		{"one missing", front, one, "_index.md:5 the edition 2023-q1 is published, and 1 value that it shows is not in its record: arrivals, Serbia, 2022-Q1"},
		{"all there", front, both, ""},
		{"not published, but recorded", strings.Replace(front, "published: 2023-06-01\n", "", 1), one, ""},
	} {
		change := map[string]string{"content/reports/2023-q1/_index.md": c.front + "---\nSee [Serbia](serbia.md).\n"}
		if c.record != "" {
			change["data/published/2023-q1.yaml"] = c.record
		}
		if got := found(t, "unrecorded", change); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestRevisionUnreadValue: of a value that could not be read, or whose cell could
// not, nothing more is said.
func TestRevisionUnreadValue(t *testing.T) {
	for item, want := range map[string]int{
		"  - {indicator: arrivals, area: serbia, source: census, value: 3oo}\n":          0,
		"  - {indicator: arrivals, area: nowhere, source: census, value: 300}\n":         0,
		"  - {indicator: arrivals, area: serbia, source: census, value: 300, note: [}\n": 0,
		"  - {indicator: arrivals, area: serbia, source: nowhere, value: 300}\n":         1, // the value can be read
	} {
		files := base()
		files["data/observations/a.yaml"] = observed(item)
		files["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n  - {" + serbiaCell + "value: 250, date: 2023-06-01}\n"
		s, problems := assembling(t, files)
		if len(problems) == 0 {
			t.Fatalf("%s: it can be read", item)
		}
		got := 0
		for _, p := range check.Run(s) {
			if p.Rule == "revision" {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d values want a reason, not %d", item, got, want)
		}
	}
}
