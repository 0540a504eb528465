package record

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// Name is the file of an edition's record, from the site's folder.
func Name(edition string) string { return "data/published/" + edition + ".yaml" }

// Added is a record with new entries.
type Added struct {
	Text    []byte
	Entries int // that are new
	Before  int // that were there already
}

// Add writes what an edition shows into its record. existing is the record's text,
// as the set has read it, and nil where there is none yet; day is when what is new
// was published.
//
// The problems are the author's: revisions that cannot be true when a value is
// published on that day, and a record that is not written line by line, so that
// nothing can be added without changing it. With any, there is no text.
func Add(e *site.Edition, set *data.Set, existing []byte, day period.Day) (Added, diag.Problems) {
	var ps diag.Problems
	fresh := e.Unrecorded()
	old, _ := set.Record(e.ID)
	if old == nil {
		old = &data.Record{Edition: e.ID}
	}
	for _, o := range fresh {
		fits(set, o, day, &ps)
	}
	if ps.Errors() > 0 {
		return Added{}, ps
	}
	added := Added{Text: existing, Entries: len(fresh), Before: len(old.Entries)}
	if len(fresh) == 0 {
		return added, nil
	}
	if old.Len == 0 { // there is none, or nothing but comments in it
		if len(existing) > 0 && !bytes.HasSuffix(existing, []byte("\n")) {
			existing = append(slices.Clip(existing), '\n')
		}
		existing = slices.Concat(existing, []byte(head(e.ID)))
	}
	f, problem := open(Name(e.ID), existing, old)
	if problem != nil {
		return Added{}, append(ps, *problem)
	}
	for i, place := range places(set, old, fresh) {
		f.insert(place, "{"+entry(fresh[i], day)+"}")
	}
	added.Text = f.text()
	return added, nil
}

// head begins a record.
func head(edition string) string {
	return "# What the edition " + edition + " has published. bulletin publish adds to it; nothing in it is\n" +
		"# ever changed. A value that changes later has its reason in data/revisions.yaml.\n" +
		"edition: " + edition + "\ncells:\n"
}

// entry is an observation as a record holds it, without its braces.
func entry(o *data.Observation, day period.Day) string {
	return o.Cell().YAML() + ", value: " + data.PrintedOf(o).String() + ", date: " + day.String()
}

// fits reports revisions of a value that contradict its being published on the day.
func fits(set *data.Set, o *data.Observation, day period.Day, ps *diag.Problems) {
	chain := set.RevisionsOf(o)
	if _, ok := set.Since(&data.Entry{Cell: o.Cell(), Value: data.PrintedOf(o), Date: day}); ok {
		return
	}
	last := chain[len(chain)-1]
	name := o.Indicator.ID + ", " + o.Area.Name + ", " + o.Period.String()
	for _, step := range o.Path {
		name += ", " + step.Dimension + "=" + step.ID
	}
	if last.Date > day {
		ps.Errorf(last.DatePos, len("2023-06-01"), "revision", "publish with --date "+last.Date.String()+" or later, or correct the date of the revision",
			"%s was revised on %s, so what it is now was not published on %s", name, last.Date, day)
		return
	}
	ps.Errorf(last.Pos, last.Len, "revision", "correct the revision, or the value",
		"%s was revised on %s to %s, and is %s now", name, last.Date, last.Now, data.PrintedOf(o))
}

// places tells of each new observation before which of the old entries it belongs:
// the first that comes after it in the order of the set; len(old.Entries) where
// none does. Entries whose observation is gone have no order of their own.
func places(set *data.Set, old *data.Record, fresh []*data.Observation) []int {
	highest := make([]*data.Observation, len(old.Entries)) // up to each entry, the last in order
	var most *data.Observation
	for i, e := range old.Entries {
		if o, ok := set.Lookup(e.Cell); ok && (most == nil || o.Compare(most) > 0) {
			most = o
		}
		highest[i] = most
	}
	all := make([]int, len(fresh))
	for i, o := range fresh {
		all[i], _ = slices.BinarySearchFunc(highest, o, func(h, o *data.Observation) int {
			if h == nil || h.Compare(o) < 0 {
				return -1
			}
			return 1
		})
	}
	return all
}

// Check reads a text that Add has made: it must hold the old entries and the new,
// and have no problem. Anything else is a mistake of ours.
func Check(set *data.Set, edition string, a Added) error {
	r, ps := set.ReadRecord(Name(edition), a.Text)
	if len(ps) > 0 {
		return fmt.Errorf("the record would be wrong: %s: %s", ps[0].Pos, ps[0].Message)
	}
	if len(r.Entries) != a.Before+a.Entries {
		return fmt.Errorf("the record would have %d entries, not %d", len(r.Entries), a.Before+a.Entries)
	}
	if old, ok := set.Record(edition); ok {
		next := 0
		for _, e := range r.Entries {
			if next < len(old.Entries) && e.Cell == old.Entries[next].Cell && e.Value.String() == old.Entries[next].Value.String() && e.Date == old.Entries[next].Date {
				next++
			}
		}
		if next < len(old.Entries) {
			return fmt.Errorf("the record would lose %s", strings.TrimSpace(old.Entries[next].Cell.YAML()))
		}
	}
	return nil
}
