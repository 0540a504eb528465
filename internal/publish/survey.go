package publish

import (
	"errors"
	"fmt"
	"io/fs"

	"bulletin/internal/diag"
)

// survey is what must be done to the output folder.
type survey struct {
	moves    []move
	problems diag.Problems // what stands in the way of an output and is not ours
}

// Obstacles reports what stands in the way of an output and is not ours.
func (s *Stage) Obstacles() (diag.Problems, error) {
	v, err := s.survey()
	if err != nil {
		return nil, fmt.Errorf("look into the output folder: %w", err)
	}
	return v.problems, nil
}

// finish sorts what there is: no more files come.
func (s *Stage) finish() error {
	if s.dirs != nil {
		return nil
	}
	s.dirs = s.site.sorted()
	for _, d := range s.dirs {
		if err := d.close(); err != nil {
			return err
		}
	}
	return nil
}

// survey compares the stage with the output folder, from the top down. A
// folder that is not there yet comes as a whole; in one that is there, each
// file is looked at.
func (s *Stage) survey() (*survey, error) {
	if s.surveyed != nil {
		return s.surveyed, nil
	}
	if err := s.finish(); err != nil {
		return nil, err
	}
	v := &survey{}
	for _, d := range s.dirs {
		if !d.staged {
			continue
		}
		if err := s.arrival(v, d); err != nil {
			return nil, err
		}
		for _, f := range d.planned(nil) {
			switch {
			case f.state&staged == 0:
			case d.blocked != "":
				v.report(d, f, d.blocked)
			case !d.arrives:
				if err := s.surveyFile(v, d, f); err != nil {
					return nil, err
				}
			}
		}
	}
	s.surveyed = v
	return v, nil
}

// arrival finds out whether a folder comes as a whole. Whatever is no folder
// and was not published is in the way.
func (s *Stage) arrival(v *survey, d *dir) error {
	if d.parent == nil {
		return nil
	}
	d.arrives, d.blocked = d.parent.arrives, d.parent.blocked
	if d.arrives || d.blocked != "" {
		return nil
	}
	opened, err := s.out.take(d.parent)
	if err != nil {
		return err
	}
	defer s.out.give(opened)
	info, err := opened.Lstat(d.name())
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil && !s.site.published(d.path):
		d.blocked = d.path
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	d.arrives = true
	v.moves = append(v.moves, move{From: treePath + "/" + d.path, To: d.path, New: true})
	return nil
}

// surveyFile looks at the place of a file in a folder that is there.
func (s *Stage) surveyFile(v *survey, d *dir, f *file) error {
	opened, err := s.out.take(d)
	if err != nil {
		return err
	}
	defer s.out.give(opened)
	path := join(d.path, f.name)
	m := move{From: treePath + "/" + path, To: path}
	info, err := opened.Lstat(f.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		m.New = true
	case err != nil:
		return err
	case info.IsDir():
		ours, err := s.onlyOurs(path)
		if err != nil {
			return err
		}
		if !ours {
			v.report(d, f, path)
		}
	case !s.site.published(path):
		v.report(d, f, path)
	}
	v.moves = append(v.moves, m)
	return nil
}

func (v *survey) report(d *dir, f *file, what string) {
	v.problems.Errorf(diag.Pos{File: f.source}, 0, "output", "move it away, or publish into another folder with -o",
		"the output folder holds %s, which no build made, where %s must go", what, join(d.path, f.name))
}

// onlyOurs tells whether every file under a folder was published by the build
// before, and there is one.
func (s *Stage) onlyOurs(dir string) (bool, error) {
	found, foreign := false, false
	err := fs.WalkDir(s.disk.FS(), dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			found = true
			if !s.site.published(name) {
				foreign = true
				return fs.SkipAll
			}
		}
		return nil
	})
	return found && !foreign, err
}
