package intake

import (
	"fmt"
	"io/fs"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
)

// Plan is what is to be written.
type Plan struct {
	Files   []File   // in the order of their names; none where nothing is new
	To      string   // the file for new observations
	Added   int      // observations that are new
	Changed []string // those that get another value or description, in words
	Same    int      // observations that are there already
	Empty   int      // cells without a value that were left out
	Skipped int      // rows that Options.Skip leaves out
	Unread  []string // heads of columns that were not read
	Sheets  []string // names of other sheets, where nobody said which to read
}

// File is a file and its text.
type File struct {
	Name string // from the site's folder
	Text []byte
}

// importer is one table on its way into a set.
type importer struct {
	t     *Table
	o     Options
	set   *data.Set
	fsys  fs.FS
	names *register
	words *locale.Locale
	all   []*datum // in the order of the table
	fresh []*datum // totals that are new
	edits []*datum // those of what is there already, and new parts beneath it
	plan  *Plan
	ps    diag.Problems

	partial bool // some rows have problems, and so may totals that the others are parts of
}

// Plan tells what is to be written so that data/ holds the observations of a table. fsys
// is the site's folder and set what was read from it, without errors. With problems
// there is no plan; the error is of the options.
func (t *Table) Plan(fsys fs.FS, set *data.Set, o Options) (*Plan, diag.Problems, error) {
	words, err := locale.For(set.Site.Language)
	if err != nil {
		return nil, nil, fmt.Errorf("read the words of the table: %w", err)
	}
	im := &importer{t: t, o: o, set: set, fsys: fsys, names: registerOf(set), words: words, plan: &Plan{Sheets: t.others}, ps: slices.Clone(t.ps)}
	if im.plan.To, err = o.target(t.name); err != nil {
		return nil, nil, err
	}
	if len(t.head.Cells) == 0 {
		im.ps.Errorf(diag.Pos{File: t.name}, 0, rule, "", "the table has no columns")
		return nil, im.ps, nil
	}
	c, err := im.columns()
	if err != nil {
		return nil, nil, err
	}
	for _, col := range c.unread {
		im.plan.Unread = append(im.plan.Unread, t.head.cell(col))
	}
	im.data(c)
	im.partial = len(im.ps) > 0
	for _, step := range []func(){im.compare, im.hang, im.sourced, im.write, im.verify} {
		step()
	}
	if len(im.ps) > 0 {
		im.ps.Sort()
		return nil, im.ps, nil
	}
	return im.plan, nil, nil
}
