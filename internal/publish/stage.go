package publish

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sync"

	"bulletin/internal/diag"
)

// Stage takes the outputs of one build, and publishes them all or none.
type Stage struct {
	in      *Folder
	open    func() error // makes the stage's folder, once
	guard   sync.Mutex
	entries []entry // by the output's place in the plan
}

type entry struct {
	path   string
	source string // the file it is made from, for messages
	sum    string
	staged string // where it waits; empty when its bytes are published already
}

// Stage begins a build of n outputs.
func (f *Folder) Stage(n int) *Stage {
	return &Stage{
		in:      f,
		entries: make([]entry, n),
		open:    sync.OnceValue(func() error { return f.disk.MkdirAll(stagePath, dirMode) }),
	}
}

// Add takes the bytes of output i, to be published at path; source names the
// file that it is made from, for messages. Several workers may call it at once.
func (s *Stage) Add(i int, path, source string, data []byte) error {
	e := entry{path: path, source: source, sum: sum(data)}
	same, err := s.same(path, data)
	if err != nil {
		return fmt.Errorf("compare %s with what is published: %w", path, err)
	}
	if !same {
		if err := s.open(); err != nil {
			return fmt.Errorf("stage the site: %w", err)
		}
		e.staged = fmt.Sprintf("%s/%d", stagePath, i)
		if err := s.in.disk.WriteFile(e.staged, data, fileMode); err != nil {
			return fmt.Errorf("stage %s: %w", path, err)
		}
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	s.entries[i] = e
	return nil
}

// same tells whether data is what stands at path. A file that only changes the
// spelling of its path is not: the old spelling will be removed.
func (s *Stage) same(path string, data []byte) (bool, error) {
	info, ok := regular(s.in.disk, path)
	if !ok || info.Size() != int64(len(data)) || s.in.respelled(path) {
		return false, nil
	}
	old, err := s.in.disk.ReadFile(path)
	return bytes.Equal(old, data), err
}

// Obstacles reports what stands in the way of an output and is not ours.
func (s *Stage) Obstacles() (diag.Problems, error) {
	var problems diag.Problems
	report := func(e entry, what string) {
		problems.Errorf(diag.Pos{File: e.source}, 0, "output", "move it away, or publish into another folder with -o",
			"the output folder holds %s, which no build made, where %s must go", what, e.path)
	}
	for _, e := range s.entries {
		if e.staged == "" {
			continue
		}
		// Whatever is no folder on the way down, and was not published, is in the way.
		for _, dir := range above(e.path) {
			if info, err := s.in.disk.Lstat(dir); err == nil && !info.IsDir() && !s.in.published(dir) {
				report(e, dir)
			}
		}
		info, err := s.in.disk.Lstat(e.path)
		if err != nil || s.in.published(e.path) && !info.IsDir() {
			continue
		}
		if info.IsDir() {
			ours, err := s.in.onlyOurs(e.path)
			if err != nil {
				return nil, fmt.Errorf("look into the output folder: %w", err)
			}
			if ours {
				continue
			}
		}
		report(e, e.path)
	}
	return problems, nil
}

// Changes counts what publishing did.
type Changes struct{ Written, Unchanged, Removed int }

// Publish moves the staged files in, and removes what is no longer planned.
func (s *Stage) Publish() (Changes, error) {
	var (
		c    Changes
		j    journal
		next = manifest{Version: s.in.last.Version, Files: make(map[string]string, len(s.entries))}
	)
	for _, e := range s.entries {
		next.Files[e.path] = e.sum
		if e.staged == "" {
			c.Unchanged++
			continue
		}
		c.Written++
		j.Moves = append(j.Moves, move{e.staged, e.path})
	}
	removals, err := s.removals(next)
	if err != nil {
		return Changes{}, err
	}
	j.Removals = removals
	c.Removed = len(j.Removals)

	if len(j.Moves) == 0 && len(j.Removals) == 0 && maps.Equal(next.Files, s.in.last.Files) {
		return c, s.Discard()
	}
	if err := s.commit(j, next); err != nil {
		return Changes{}, fmt.Errorf("publish the site: %w", err)
	}
	return c, nil
}

func (s *Stage) commit(j journal, next manifest) error {
	src, err := next.bytes()
	if err != nil {
		return err
	}
	if err := s.open(); err != nil {
		return err
	}
	staged := stagePath + "/manifest"
	if err := s.in.disk.WriteFile(staged, src, fileMode); err != nil {
		return err
	}
	j.Moves = append(j.Moves, move{staged, manifestPath})
	if err := j.commit(s.in.disk); err != nil {
		return err
	}
	return tidy(s.in.disk)
}

// removals are the files of the build before that are no longer planned, and
// still what it wrote. One that a person has changed since is theirs, unless
// it stands where a folder must be, or in a folder that becomes a file.
func (s *Stage) removals(next manifest) ([]string, error) {
	folders := map[string]bool{}
	for file := range next.Files {
		for _, dir := range above(file) {
			folders[dir] = true
		}
	}
	becomesFile := func(dir string) bool { _, ok := next.Files[dir]; return ok }

	var gone []string
	for _, file := range slices.Sorted(maps.Keys(s.in.last.Files)) {
		if _, planned := next.Files[file]; planned {
			continue
		}
		if _, ok := regular(s.in.disk, file); !ok {
			continue
		}
		if !folders[file] && !slices.ContainsFunc(above(file), becomesFile) {
			data, err := s.in.disk.ReadFile(file)
			if err != nil {
				return nil, fmt.Errorf("look at %s: %w", file, err)
			}
			if sum(data) != s.in.last.Files[file] {
				continue
			}
		}
		gone = append(gone, file)
	}
	return gone, nil
}

// Discard throws the staged files away. The journal of a move that could not
// be undone is kept, with its stage, for the next build.
func (s *Stage) Discard() error {
	if _, err := s.in.disk.Lstat(journalPath); err == nil {
		return nil
	}
	return tidy(s.in.disk)
}
