package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bulletin/internal/period"
	"bulletin/internal/scaffold"
)

// Init makes a new site in a folder that is empty or not there: an invented one or, of
// a list of areas, one for these, with an edition of a period. The list is a CSV file
// that is taken from the current folder. With a problem in it nothing is written, and the
// result tells of it; else the files are told. All are written or none, and a folder that
// was made for them is taken away again.
func Init(ctx context.Context, dir, list string, p period.Period) (files []scaffold.File, result *Result, err error) {
	if files, result, err = begun(list, p); err != nil || files == nil {
		return nil, result, err
	}
	made, err := emptyFolder(dir)
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
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the new site's folder: %w", err)
	}
	all := make([]written, len(files))
	for i, f := range files {
		all[i] = written{f.Name, f.Text}
	}
	if err := errors.Join(place(ctx, root, all), root.Close()); err != nil {
		return nil, nil, err
	}
	return files, nil, nil
}

// begun are the files of a new site; none, and a result with problems, where the list
// has some.
func begun(list string, p period.Period) ([]scaffold.File, *Result, error) {
	if list == "" {
		return scaffold.Site(), nil, nil
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
	return scaffold.SiteOf(areas, p), nil, nil
}

// emptyFolder makes a folder, and those around it that are not there, and tells them, the
// innermost first. One that is there must be empty, but for the repository of git.
func emptyFolder(dir string) (made []string, err error) {
	entries, err := os.ReadDir(dir)
	if err == nil {
		for _, entry := range entries {
			if entry.Name() != ".git" {
				return nil, &UsageError{fmt.Sprintf("%s is not empty: it has %s; nothing was written", dir, entry.Name()), "name a new folder, or an empty one"}
			}
		}
		return nil, nil
	}
	if info, failed := os.Stat(dir); failed == nil && !info.IsDir() {
		return nil, &UsageError{fmt.Sprintf("%s is a file, not a folder; nothing was written", dir), "name a new folder, or an empty one"}
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("look into the new site's folder: %w", err)
	}
	if parent := filepath.Dir(filepath.Clean(dir)); parent != dir {
		if _, err := os.Stat(parent); errors.Is(err, fs.ErrNotExist) {
			if made, err = emptyFolder(parent); err != nil {
				return made, err
			}
		}
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		return made, fmt.Errorf("make the new site's folder: %w", err)
	}
	return append([]string{dir}, made...), nil
}
