package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bulletin/internal/data"
	"bulletin/internal/intake"
)

// maxTable is how large a table may be, in bytes.
const maxTable = 256 << 20

// Import writes the observations of a table into data/observations/. The table is a file
// that is taken from the current folder; its name is that of problems. Everything is
// compared, applied to data/ and held against its rules before anything is written; with
// a problem nothing is, and the plan is nil. dry writes nothing either way.
//
// Each file is written beside the one that it takes the place of, and moved in when all
// are on the disk; where a move fails, those before it are taken back. Where a run is
// killed between two moves, running it again does the rest, since what is there already
// is left as it is.
func Import(ctx context.Context, o Options, table string, how intake.Options, dry bool) (plan *intake.Plan, result *Result, err error) {
	o.Check = true
	b, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	name, src := filepath.ToSlash(table), []byte(nil)
	defer func() { result.sources[name] = shownTable(src) }() // in place of what close finds in the site's folder
	defer b.close(&result, &err)

	if src, err = readTable(table); err != nil {
		return nil, nil, err
	}
	set, problems := data.Load(b.files)
	if problems.Errors() > 0 {
		b.problems = problems
		return nil, nil, nil
	}
	rows, problems, err := intake.Read(name, src, how)
	b.problems = problems
	if err != nil || b.stopped() {
		return nil, nil, usage(err)
	}
	plan, b.problems, err = rows.Plan(b.files, set, how)
	if err != nil || b.stopped() {
		return nil, nil, usage(err)
	}
	if dry || ctx.Err() != nil {
		return plan, nil, ctx.Err()
	}
	files := make([]written, len(plan.Files))
	for i, f := range plan.Files {
		files[i] = written{f.Name, f.Text}
	}
	if err := replaceAll(b.root, files); err != nil {
		return nil, nil, fmt.Errorf("write the observations: %w", err)
	}
	return plan, nil, nil
}

// usage makes an error of the options one of this package.
func usage(err error) error {
	var wrong *intake.UsageError
	if errors.As(err, &wrong) {
		return &UsageError{wrong.Message, wrong.Hint}
	}
	return err
}

// readTable reads the file of a table.
func readTable(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &UsageError{fmt.Sprintf("there is no file %s", name), "name a .csv, .xlsx or .json file; it is taken from the current folder"}
	case err != nil:
		return nil, fmt.Errorf("read the table: %w", err)
	case !info.Mode().IsRegular():
		return nil, &UsageError{fmt.Sprintf("%s is no file", name), "name a .csv, .xlsx or .json file"}
	case info.Size() > maxTable:
		return nil, &UsageError{fmt.Sprintf("%s has %d MB, and at most %d are read", name, info.Size()>>20, maxTable>>20), "split it into several files"}
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	return src, nil
}

// shownTable is a table as far as its lines can be shown.
func shownTable(src []byte) []byte {
	if len(src) > maxText || len(src) > 1 && src[0] == 'P' && src[1] == 'K' {
		return nil // too large, or a workbook, which has no lines
	}
	return src
}
