package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bulletin/internal/period"
	"bulletin/internal/scaffold"
)

// Init makes a new site in a folder that is empty or not there: an invented one or, of
// a list of areas, one for these, with an edition of a period. The list is a CSV file
// that is taken from the current folder. With a problem in it nothing is written, and the
// result tells of it; else the files are told. All are written or none, and a folder that
// was made for them is taken away again.
func Init(ctx context.Context, o Options, list string, p period.Period) (files []scaffold.File, result *Result, err error) {
	if files, result, err = begun(o.Version, list, p); err != nil || files == nil {
		return nil, result, err
	}
	made, err := newFolder(o.Dir)
	defer func() {
		for _, folder := range made {
			if err != nil {
				err = errors.Join(err, os.Remove(folder))
			}
		}
	}()
	if err != nil {
		return nil, nil, err
	}
	root, err := os.OpenRoot(o.Dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the new site's folder: %w", err)
	}
	if err := errors.Join(begin(ctx, root, o.Dir, files), root.Close()); err != nil {
		return nil, nil, err
	}
	return files, nil, nil
}

// begin writes the files of a new site into its folder, once what a killed run left
// there is taken away.
func begin(ctx context.Context, root *os.Root, dir string, files []scaffold.File) error {
	if err := clearStage(siteDisk{root}); err != nil {
		return err
	}
	if err := isEmpty(dir); err != nil {
		return err
	}
	all := make([]written, len(files))
	for i, f := range files {
		all[i] = written{f.Name, f.Text}
	}
	return place(ctx, root, all)
}

// begun are the files of a new site; none, and a result with problems, where the list
// has some.
func begun(version, list string, p period.Period) ([]scaffold.File, *Result, error) {
	if list == "" {
		return scaffold.Site(version), nil, nil
	}
	src, err := readTable(list)
	if err != nil {
		return nil, nil, err
	}
	name := filepath.ToSlash(list)
	areas, problems := scaffold.ReadAreas(name, src)
	if len(problems) > 0 {
		return nil, &Result{Problems: problems, sources: map[string][]byte{name: shownTable(src)}}, nil
	}
	return scaffold.SiteOf(version, areas, p), nil, nil
}

// newFolder makes a folder, and those around it that are not there, and tells them, the
// innermost first.
func newFolder(dir string) (made []string, err error) {
	var missing []string // the innermost first
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		info, err := os.Stat(at)
		switch {
		case err == nil && !info.IsDir():
			return nil, &UsageError{at + " is a file, not a folder; nothing was written", "name a new folder, or an empty one"}
		case err != nil && filepath.Dir(at) == at:
			return nil, fmt.Errorf("look for the new site's folder: %w", err)
		case err != nil:
			missing = append(missing, at)
			continue
		}
		break
	}
	for _, folder := range slices.Backward(missing) {
		if err := os.Mkdir(folder, 0o777); err != nil {
			return made, fmt.Errorf("make the new site's folder: %w", err)
		}
		made = append([]string{folder}, made...)
	}
	return made, nil
}

// isEmpty is the error of a folder that holds more than the repository of git.
func isEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("look into the new site's folder: %w", err)
	}
	for _, entry := range entries {
		if entry.Name() != ".git" {
			return &UsageError{dir + " is not empty; nothing was written", "name a new folder, or an empty one"}
		}
	}
	return nil
}
