package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

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

// recordDisk is what replace does to the site's folder. An [os.Root] does it; tests
// break it on purpose.
type recordDisk interface {
	Stat(name string) (fs.FileInfo, error)
	MkdirAll(name string, mode fs.FileMode) error
	OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error)
	Rename(from, to string) error
	Remove(name string) error
}

// replace writes a file beside the one that it takes the place of, and moves it in
// when all of it is on the disk. After a failure the file is as it was, and nothing
// is left beside it.
func replace(d recordDisk, name string, src []byte) error {
	return replaceAll(d, []written{{name, src}})
}

// putBeside writes a file beside the one that it is to take the place of. After a failure
// nothing is left there.
func putBeside(d recordDisk, name string, src []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := d.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	if err := d.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	part := partOf(name)
	if err := d.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := d.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, d.Remove(part))
	}
	return nil
}
