package cache

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"
)

// kept is an entry of any version.
type kept struct {
	path string
	size int64
	used time.Time
	ours bool // this run got or put it
	half bool // nobody finished it yet
}

// trim removes entries that are too old or too much.
func (s *Store) trim(d disk) error {
	entries, err := s.survey(d)
	errs := []error{err}
	slices.SortFunc(entries, func(a, b kept) int {
		return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.path, b.path))
	})
	total, now := int64(0), s.now()
	for _, e := range entries {
		total += e.size
	}
	for _, e := range entries {
		age := now.Sub(e.used)
		old := age > stale || e.half && age > fresh
		if e.ours || !old && (e.half || total <= s.bound) {
			continue
		}
		if err := d.Remove(e.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, fmt.Errorf("remove an entry that is no longer used: %w", err))
			break // the others will fail as well
		}
		total -= e.size
	}
	return errors.Join(errs...)
}

// survey finds the entries of all versions. The folder of a version that has
// none any more, and has seen no change for long, is removed.
func (s *Store) survey(d disk) ([]kept, error) {
	versions, err := d.ReadDir(".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // somebody deleted the folder
	}
	if err != nil {
		return nil, err
	}
	var all []kept
	for _, version := range versions {
		if !version.IsDir() || !versionName.MatchString(version.Name()) {
			continue
		}
		files, err := d.ReadDir(version.Name())
		if errors.Is(err, fs.ErrNotExist) {
			continue // another process removed it
		}
		if err != nil {
			return nil, err
		}
		ours := version.Name() == s.name
		if info, err := version.Info(); !ours && len(files) == 0 && err == nil && s.now().Sub(info.ModTime()) > stale {
			_ = d.Remove(version.Name()) // it is small: a later run will do
		}
		for _, file := range files {
			half := halfName.MatchString(file.Name())
			info, err := file.Info()
			if err != nil || !info.Mode().IsRegular() || !half && !entryName.MatchString(file.Name()) {
				continue // it is gone, or no entry
			}
			all = append(all, kept{
				path: version.Name() + "/" + file.Name(), size: info.Size(), used: info.ModTime(),
				ours: ours && s.used.names[file.Name()], half: half,
			})
		}
	}
	return all, nil
}
