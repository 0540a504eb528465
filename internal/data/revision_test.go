package data_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

const recordOfSerbia = "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 868, date: 2023-06-01}\n"

// TestRevisionMistakes: what can be wrong in an entry of data/revisions.yaml, which
// stands on line 2.
func TestRevisionMistakes(t *testing.T) {
	const place = "revisions.yaml:2 "
	const cell = "indicator: arrivals, area: serbia, period: 2023-Q1, "
	for _, c := range []struct {
		name, entry string
		want        []string
	}{
		{"sound", cell + "was: 868, now: 871, date: 2023-06-02, reason: Corrected.", nil},
		{"withdrawn", cell + "was: 868, now: none, date: 2023-06-02, reason: Withdrawn.", nil},
		{"same value", cell + "was: 868, now: 868.0, date: 2023-06-02, reason: Corrected.", []string{`«868.0» was and now are the same: 868.0 [write both values; where only status, source or note changed, it is no revision]`}},
		{"count and share", cell + "was: 28, now: 28%, date: 2023-06-02, reason: Corrected.", nil},
		{"no reason", cell + "was: 868, now: 871, date: 2023-06-02", []string{`«{» a revision needs "reason" [add reason]`}},
		{"blank reason", cell + `was: 868, now: 871, date: 2023-06-02, reason: " "`, []string{`«" "» "reason" is empty, but a revision needs it [write a value after reason:]`}},
		{"reason without a word", cell + `was: 868, now: 871, date: 2023-06-02, reason: "…"`, []string{`«"…"» the revision gives no reason [say in a sentence why the value changed: readers see it]`}},
		{"reason in another script", cell + `was: 868, now: 871, date: 2023-06-02, reason: Исправлено.`, nil},
		{"markup", cell + `was: 868, now: 871, date: 2023-06-02, reason: "The *office* [counted](x) {again} at @home: 2^2."`, nil},
		{"figure", cell + `was: 868, now: 871, date: 2023-06-02, reason: "To {{ births north }}."`, []string{`«{{» "{{" begins no figure in reason: readers see it as it stands [write it in plain words]`}},
		{"citation and remark", cell + `was: 868, now: 871, date: 2023-06-02, reason: "By [@office].[^a]"`, []string{
			`«[@» "[@" begins no citation in reason: readers see it as it stands [write it in plain words]`, `«[^» "[^" begins no remark in reason: readers see it as it stands [write it in plain words]`}},
		{"no was", cell + "now: 871, date: 2023-06-02, reason: Corrected.", []string{`«{» a revision needs "was" [add was]`}},
		{"date that was not filled in", cell + "was: 868, now: 871, date: YYYY-MM-DD, reason: Corrected.", []string{`«YYYY-MM-DD» "YYYY-MM-DD" is no date [write the day: date: 2023-06-01]`}},
		{"value", cell + "was: 868, value: 871, date: 2023-06-02, reason: Corrected.", []string{`«{» a revision needs "now" [add now]`, `«value» a revision has no "value" [known here: indicator, area, period, part, was, now, date, reason]`}},
		{"unknown area", "indicator: arrivals, area: srebia, period: 2023-Q1, was: 868, now: 871, date: 2023-06-02, reason: Corrected.", []string{`«srebia» there is no area "srebia" [did you mean "serbia"?]`}},
		{"never published", "indicator: arrivals, area: kosovo, period: 2023-Q1, was: 868, now: 871, date: 2023-06-02, reason: Corrected.",
			[]string{`«868» warning: no edition has published this cell [remove the entry: a value that nobody has published is corrected in data/observations/ alone; or record what was published: bulletin publish]`}},
		{"part never published", cell + "part: [age=children], was: 868, now: 871, date: 2023-06-02, reason: Corrected.",
			[]string{`«868» warning: no edition has published this cell [remove the entry: a value that nobody has published is corrected in data/observations/ alone; or record what was published: bulletin publish]`}},
	} {
		want := []string{}
		for _, w := range c.want {
			want = append(want, place+w)
		}
		fsys := published(recordOfSerbia, "# Why values changed.\n- {"+c.entry+"}\n")
		_, ps := data.Load(fsys)
		if d := cmp.Diff(want, append([]string{}, list(fsys, ps)...)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestRevisionFiles: what can be wrong with the whole file, and between entries.
func TestRevisionFiles(t *testing.T) {
	const entry = "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-06-02, reason: Corrected.}\n"
	for _, c := range []struct {
		name, record, revisions string
		want                    []string
	}{
		{"twice on one day", recordOfSerbia, entry + "- {indicator: arrivals, area: serbia, period: 2023-01..2023-03, was: 871, now: 872, date: 2023-06-02, reason: Again.}\n",
			[]string{`revisions.yaml:2 «2023-06-02» this cell is revised twice on one day: first on line 1 [make one of the two, from the first was to the last now]`}},
		{"a mapping", recordOfSerbia, "revisions:\n" + entry, []string{`revisions.yaml:1 «r» the file must be a list, but this is a mapping [write - {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-09-01, reason: Why it changed.}]`}},
		{"empty", recordOfSerbia, "# none yet\n", []string{`revisions.yaml warning: the file is empty [fill it or remove it]`}},
		{"an empty list", recordOfSerbia, "[]\n", nil},
		{"no list of cells", recordOfSerbia, "- serbia\n", []string{`revisions.yaml:1 «serbia» a revision must be a mapping, but this is a single value [write it as keys and values]`}},
		{"a record that cannot be read may hold the cell", "edition: 2023-q1\ncells: [\n", entry, []string{`published/2023-q1.yaml:2 «[» this [ is not closed, or an entry inside is not followed by a comma [end the list with ]; quote text that begins with []`}},
	} {
		fsys := published(c.record, c.revisions)
		_, ps := data.Load(fsys)
		if d := cmp.Diff(c.want, list(fsys, ps)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestRevisions: they are listed by date, found by cell, and told apart by what an
// edition had published before.
func TestRevisions(t *testing.T) {
	fsys := published(recordOfSerbia, `- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 871, now: 868, date: 2023-09-01, reason: Back again.}
- {indicator: presence, area: serbia, period: 2023-03, was: 4, now: 5, date: 2023-06-05, reason: A stock.}
- {indicator: arrivals, area: serbia, period: 2023-01..2023-03, was: 868, now: 871, date: 2023-06-05, reason: Counted again.}
`)
	set, _ := data.Load(fsys)
	var reasons []string
	for _, r := range set.Revisions() {
		reasons = append(reasons, r.Date.String()+" "+r.Reason)
	}
	if d := cmp.Diff([]string{"2023-06-05 A stock.", "2023-06-05 Counted again.", "2023-09-01 Back again."}, reasons); d != "" {
		t.Error(d)
	}
	counts := map[string]int{}
	for _, o := range set.Observations() {
		if n := len(set.RevisionsOf(o)); n > 0 {
			counts[show(o)] = n
		}
	}
	if d := cmp.Diff(map[string]int{"arrivals serbia 2023-Q1: 871 A unhcr": 2, "presence serbia 2023-Q1: 5 A igi": 1}, counts); d != "" {
		t.Error(d)
	}
	cell := data.Cell{Indicator: "arrivals", Area: "serbia", Period: at(t, "2023-Q1")}
	for _, c := range []struct{ value, date, want string }{
		{"868", "2023-06-01", "2 true"},
		{"868", "2023-06-05", "2 true"}, // the morning of that day
		{"871", "2023-06-05", "1 true"},
		{"871", "2023-07-01", "1 true"},
		{"871", "2023-09-01", "1 true"},
		{"868", "2023-09-01", "0 true"},
		{"868", "2024-01-01", "0 true"},
		{"868", "2023-07-01", "0 false"}, // it was 871 then
		{"871", "2023-06-01", "0 false"},
		{"870", "2023-06-01", "0 false"},
		{"none", "2023-06-01", "0 false"},
	} {
		value, err := data.ParsePrinted(c.value)
		if err != nil {
			t.Fatal(err)
		}
		since, ok := set.Since(&data.Entry{Cell: cell, Value: value, Date: at(t, c.date).First()})
		if got := fmt.Sprint(len(since), ok); got != c.want {
			t.Errorf("%s on %s: got %s, want %s", c.value, c.date, got, c.want)
		}
	}
}
