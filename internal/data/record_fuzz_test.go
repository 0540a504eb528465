package data_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// inside checks that problems stand in the file that has them.
func inside(t *testing.T, file, s string, ps diag.Problems) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(s, "\ufeff")+"\n", "\n")
	for _, p := range ps {
		if p.Pos.File != file || p.Message == "" {
			t.Fatalf("%q: %v", s, p)
		}
		if p.Pos.Line > len(lines) || p.Pos.Line > 0 && p.Pos.Col > utf8.RuneCountInString(lines[p.Pos.Line-1])+1 {
			t.Fatalf("%q: outside the file: %v", s, p)
		}
	}
}

// FuzzRecord: no record panics, problems stand inside the file, no cell is kept
// twice, and the two ways of reading agree: a comment that is not plain leads to
// the other.
func FuzzRecord(f *testing.F) {
	for _, s := range []string{
		soundRecord, recordOfSerbia, "", "edition: 2023-q1\ncells: []\n", "edition: 2023-q1\ncells:\n- a\n- {b: c}\n",
		"edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, part: [age=children, sex=girls], value: 28.5%, date: 2023-06-01}\n  - {indicator: arrivals, area: serbia, period: 2023, part: age=children, value: none, date: 2023-06-01}\n",
		"edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: -0, date: 2023-06-01} # why\n",
		"edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 1, value: 2, date: 2023-06-01}\n# é\n",
		"edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: , value: 0, date: }\n",
	} {
		f.Add(s)
	}
	const file = "data/published/2023-q1.yaml"
	set, ps := data.Load(published(recordOfSerbia, ""))
	if len(ps) > 0 {
		f.Fatal(ps)
	}
	f.Fuzz(func(t *testing.T, s string) {
		record, ps := set.ReadRecord(file, []byte(s))
		inside(t, file, s, ps)
		seen := map[data.Cell]bool{}
		for _, e := range record.Entries {
			if e.Record != record || e.Cell.Period.IsZero() || seen[e.Cell] {
				t.Fatalf("%q: %v", s, e)
			}
			seen[e.Cell] = true
			if again, err := data.ParsePrinted(e.Value.String()); err != nil || !again.Same(e.Value) {
				t.Fatalf("%q: %s is read as %s, %v", s, e.Value, again, err)
			}
		}
		other, found := set.ReadRecord(file, []byte(s+"\n# é"))
		if len(ps) > 0 {
			return // which may stand at the end of the file
		}
		if len(found) > 0 || len(other.Entries) != len(record.Entries) || other.Pos != record.Pos || other.Len != record.Len {
			t.Fatalf("%q: %v, %v and %v", s, found, record, other)
		}
		for i, e := range record.Entries {
			a, b := *e, *other.Entries[i]
			a.Record, b.Record = nil, nil
			if a.Cell != b.Cell || !a.Value.Same(b.Value) || a.Value.String() != b.Value.String() || a.Date != b.Date || a.Pos != b.Pos || a.Len != b.Len || a.Start != b.Start {
				t.Fatalf("%q: %v and %v", s, a, b)
			}
		}
	})
}

// FuzzRevisions: no file of revisions panics, problems stand inside it, and what was
// read is in order.
func FuzzRevisions(f *testing.F) {
	for _, s := range []string{
		"- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-06-02, reason: Corrected.}\n", "", "[]", "- a\n- [b]\n",
		"- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-06-02, reason: A.}\n- {indicator: arrivals, area: serbia, period: 2023-01..2023-03, was: 871, now: none, date: 2023-06-01, reason: B.}\n",
		"- indicator: asylum\n  area: romania\n  period: 2023\n  part: [sex=girls, age=children]\n  was: 28%\n  now: 12\n  date: 2023-06-02\n  reason: >\n    Folded.\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return
		}
		set, ps := data.Load(published(recordOfSerbia, s))
		inside(t, "data/revisions.yaml", s, ps)
		of := map[data.Cell]int{}
		for i, r := range set.Revisions() {
			if i > 0 && set.Revisions()[i-1].Date > r.Date || r.Was.Same(r.Now) || r.Reason == "" || data.CategoriesKey(r.Path) != r.Cell.Categories {
				t.Fatalf("%q: %v", s, r)
			}
			all := set.RevisionsIn(r.Cell)
			of[r.Cell]++
			for k, other := range all {
				if k > 0 && all[k-1].Date >= other.Date {
					t.Fatalf("%q: %v", s, cmp.Diff(all[k-1], other))
				}
			}
			if len(all) < of[r.Cell] {
				t.Fatalf("%q: %v is not found", s, r)
			}
		}
	})
}
