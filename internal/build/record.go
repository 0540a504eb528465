package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"bulletin/internal/period"
	"bulletin/internal/record"
)

// Recorded is what came of recording an edition.
type Recorded struct {
	Edition   string // its id: "2023-q1"
	File      string // its record, from the site's folder
	Added     int    // entries that are new
	Before    int    // entries that were there
	Published bool   // the edition's front matter says when it was published
}

// Record writes what an edition shows into data/published/, with the day for what is
// new there. The edition is named by its folder or its period, in any case. All
// rules are applied before, and of a site with errors nothing is recorded: then the
// first result is nil, and the second tells of them. The file is written beside
// and moved in, all of it or nothing.
func Record(ctx context.Context, o Options, edition string, day period.Day) (done *Recorded, result *Result, err error) {
	o.Check = true
	b, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	defer b.close(&result, &err)

	e, p, err := b.checked(ctx, edition)
	if err != nil {
		return nil, nil, err
	}
	if b.stopped() {
		return nil, nil, nil
	}

	done = &Recorded{Edition: e.ID, File: record.Name(e.ID), Published: e.Page.Document.Report.Published != 0}
	existing, err := fs.ReadFile(b.files, done.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read the record: %w", err)
	}
	added, problems := record.Add(e, p.site.Set, existing, day)
	b.problems = append(b.problems, problems...)
	if b.stopped() {
		return nil, nil, nil
	}
	done.Added, done.Before = added.Entries, added.Before
	if added.Entries == 0 {
		return done, nil, nil
	}
	if err := record.Check(p.site.Set, e.ID, added); err != nil {
		return nil, nil, err
	}
	if err := replace(b.root, done.File, added.Text); err != nil {
		return nil, nil, fmt.Errorf("write the record: %w", err)
	}
	return done, nil, nil
}
