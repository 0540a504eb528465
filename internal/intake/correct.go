package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// Correction is a value that takes the place of another.
type Correction struct {
	Of     *data.Observation
	Value  string // as it is typed: "871", or "28.5%" where a share is known alone
	Source string // the key of its source; "" where it stays
	Note   string // "" where it stays
	Reason string // for readers, where the value has been published
	Day    period.Day
}

// Corrected is what a correction writes.
type Corrected struct {
	Name      string       // of the cell, in words
	Was, Now  data.Printed // of data/observations/
	Changed   bool         // something of the observation is another
	Published *data.Entry  // what was published of the cell first; nil where nothing was
	Wanting   bool         // the value differs from what was published, and no reason is given yet
	Revision  string       // the entry of data/revisions.yaml; "" where there is none
	Files     []File       // in the order of their names; none where nothing is to be written
}

// ruleCorrect is the rule of problems of a correction, and newValue what stands for the
// place of its value in messages.
const (
	ruleCorrect = "correct"
	newValue    = "the new value"
)

// Correct changes a value of data/observations/ where it stands, as Table.Plan does it,
// and adds an entry to data/revisions.yaml where an edition has published the cell with
// another value. fsys is the site's folder and set what was read from it, without errors.
// With problems nothing is to be written; the error is a [UsageError].
func Correct(fsys fs.FS, set *data.Set, c Correction) (*Corrected, diag.Problems, error) {
	o := c.Of
	d := &datum{col: -1, indicator: o.Indicator, area: o.Area, period: o.Period, path: o.Path}
	if err := d.corrected(c, registerOf(set)); err != nil {
		return nil, nil, err
	}
	im := &importer{t: &Table{name: newValue, rows: []row{{}}}, o: Options{Update: true}, set: set, fsys: fsys, all: []*datum{d}, plan: &Plan{}}
	for _, step := range []func(){im.compare, im.hang, im.write, im.verify} {
		step()
	}
	if len(im.ps) > 0 {
		return nil, refused(im.ps, o), nil
	}
	done := &Corrected{Name: d.name(), Was: data.PrintedOf(o), Now: d.printed(), Changed: len(im.plan.Changed) > 0, Files: im.plan.Files}
	if err := done.revise(fsys, set, c); err != nil {
		return nil, nil, err
	}
	return done, nil, nil
}

// corrected reads what is typed.
func (d *datum) corrected(c Correction, names *register) error {
	if err := d.readValue(c); err != nil {
		return err
	}
	if c.Source != "" {
		var ok bool
		if d.source, ok = names.sources.find(c.Source); !ok {
			message, hint := names.sources.unknown(c.Source)
			return &UsageError{message, hint}
		}
	}
	if d.source == nil && c.Of.Source == nil {
		return &UsageError{"the value of " + d.name() + " has no source", "name it with --source; keys stand in data/sources.yaml"}
	}
	d.note = c.Note
	for _, text := range []struct{ what, words string }{{"note", c.Note}, {"reason", c.Reason}} {
		if message, hint := faulty(text.words); message != "" {
			return &UsageError{"the " + text.what + " cannot be written: " + message, hint}
		}
	}
	return nil
}

// readValue reads the new value. It is of the kind that the old one is: a share does not
// become a count by a sign that was forgotten.
func (d *datum) readValue(c Correction) error {
	text := strings.TrimSpace(c.Value)
	if text == "none" {
		return &UsageError{"a value is withdrawn by hand", fmt.Sprintf("write a status in its place, at %s:%d, as status: O; bulletin check then gives the line for data/revisions.yaml", c.Of.Pos.File, c.Of.Pos.Line)}
	}
	if rest, minus := strings.CutPrefix(text, "−"); minus {
		text = "-" + rest
	}
	digits, percent := strings.CutSuffix(text, "%")
	number, err := decimal.Parse(strings.TrimRight(digits, " \u00a0\u202f"))
	switch {
	case errors.Is(err, decimal.ErrRange):
		return &UsageError{diag.Messagef("%q has too many digits", c.Value), "round it, and say so in a note"}
	case err != nil:
		return &UsageError{diag.Messagef("%q is no number", c.Value), "write the digits alone, with a point before decimals: 1234.5"}
	}
	inPercent := d.indicator.Measure == data.Share || d.indicator.Measure == data.Change
	switch {
	case c.Of.HasShare && !percent:
		return &UsageError{d.name() + " is known as a share, " + data.PrintedOf(c.Of).String() + ", and " + text + " is a count",
			fmt.Sprintf("write %s%%; to give a count in its place, change it by hand at %s:%d", text, c.Of.Pos.File, c.Of.Pos.Line)}
	case percent && !c.Of.HasShare && !inPercent:
		return &UsageError{d.name() + " is counted in " + d.indicator.Unit.Other + ", not in per cent", "write the count"}
	}
	d.number, d.valued, d.share = number, true, c.Of.HasShare
	return nil
}

// refused gives the problems of a correction the place of the value that it is of.
func refused(ps diag.Problems, o *data.Observation) diag.Problems {
	for i := range ps {
		p := &ps[i]
		if p.Pos.File == newValue {
			p.Pos, p.Len = o.Pos, o.Len
		}
		switch p.Rule {
		case rule:
			p.Rule, p.Hint = ruleCorrect, "change it by hand; bulletin diff HEAD tells what comes of it"
		case ruleParts, ruleShares:
			p.Hint += "; where several have changed, change them together: by hand, or with bulletin import data --update"
		}
	}
	ps.Sort()
	return ps
}

// revise adds the entry of data/revisions.yaml, where there has to be one.
func (done *Corrected) revise(fsys fs.FS, set *data.Set, c Correction) error {
	cell := c.Of.Cell()
	entries, chain := set.Published(cell), set.RevisionsIn(cell)
	if len(entries) == 0 {
		return nil
	}
	done.Published = entries[0]
	was, since, happened := entries[len(entries)-1].Value, entries[len(entries)-1].Date, "published"
	if n := len(chain); n > 0 {
		was = chain[n-1].Now
		if chain[n-1].Date > since {
			since, happened = chain[n-1].Date, "revised"
		}
		if last := chain[n-1]; last.Date == c.Day && !was.Same(done.Now) {
			return &UsageError{fmt.Sprintf("%s was revised on %s already, to %s", done.Name, c.Day, was),
				fmt.Sprintf("give the next day with --date, or correct that entry by hand, at %s:%d", last.Pos.File, last.Pos.Line)}
		}
	}
	switch {
	case was.Same(done.Now): // a slip is taken back, or nothing changed
		return nil
	case c.Day < since:
		return &UsageError{fmt.Sprintf("%s was %s on %s, and this correction would be of %s, before it", done.Name, happened, since, c.Day),
			"give the day on which the value on the site changes with --date"}
	case c.Reason == "":
		done.Wanting = true
		return nil
	}
	return done.enter(fsys, set, c, was)
}

// enter adds the entry, and reads what comes of it.
func (done *Corrected) enter(fsys fs.FS, set *data.Set, c Correction, was data.Printed) error {
	done.Revision = revision(c.Of.Cell(), was, done.Now, c.Day, c.Reason)
	src, err := fs.ReadFile(fsys, revisions)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read %s: %w", revisions, err)
	}
	byHand := &UsageError{"nothing can be added at the end of " + revisions, "add the line by hand: - {" + done.Revision + "}, and correct the value in " + c.Of.Pos.File}
	text := appendedEntry(src, done.Revision)
	if _, ps := strictyaml.Parse(diag.Pos{File: revisions, Line: 1, Col: 1}, text); len(ps) > 0 {
		return byHand
	}
	done.Files = append(done.Files, File{revisions, text})
	slices.SortFunc(done.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })

	after, ps := data.Load(changed{fsys, done.Files})
	for _, p := range ps {
		if p.Severity == diag.Error && p.Pos.File == revisions {
			return &UsageError{"the reason cannot be entered in " + revisions + ": " + p.Message, p.Hint}
		}
	}
	chain := after.RevisionsIn(c.Of.Cell())
	if len(after.Revisions()) != len(set.Revisions())+1 || len(chain) == 0 || chain[len(chain)-1].Reason != strings.TrimSpace(c.Reason) || !chain[len(chain)-1].Now.Same(done.Now) {
		return byHand
	}
	return nil
}
