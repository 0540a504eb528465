package publish

import (
	"errors"
	"fmt"
	"io/fs"
)

// Changes counts what publishing did.
type Changes struct{ Written, Unchanged, Removed int }

// mostStale is how many files the next build may have to read once more, as
// the manifest does not vouch for them, before it is written for their sake.
const mostStale = 100

// Publish moves the staged files in, and removes what is no longer planned.
func (s *Stage) Publish() (Changes, error) {
	v, err := s.survey()
	if err != nil {
		return Changes{}, fmt.Errorf("look into the output folder: %w", err)
	}
	var c Changes
	forgotten := 0 // files that were published and are planned no longer
	for _, d := range s.dirs {
		c.Written += len(d.added)
		for i := range d.added {
			if d.added[i].state&staged == 0 {
				c.Written--
				c.Unchanged++
			}
			s.altered = true
		}
		for i := range d.files {
			switch state := d.files[i].state; {
			case state&planned == 0:
				forgotten++
			case state&staged != 0:
				c.Written++
			default:
				c.Unchanged++
			}
		}
	}
	j := journal{Moves: v.moves, planned: s.planned}
	if forgotten > 0 {
		if j.Removals, err = s.removals(); err != nil {
			return Changes{}, err
		}
	}
	c.Removed = len(j.Removals)
	if c.Written == 0 && forgotten == 0 && !s.altered && !s.site.legacy && s.stale <= mostStale {
		return c, s.Discard()
	}
	if err := s.commit(j); err != nil {
		return Changes{}, fmt.Errorf("publish the site: %w", err)
	}
	return c, nil
}

// planned tells whether this build publishes a file at path.
func (s *Stage) planned(path string) bool {
	above, name := split(path)
	d, ok := s.site.dirs[above]
	return ok && d.plans(name)
}

func (s *Stage) commit(j journal) error {
	if err := errors.Join(s.out.close(), s.tree.close(), s.begin()); err != nil {
		return err
	}
	waiting := stagePath + "/manifest"
	if err := s.disk.WriteFile(waiting, s.site.encode(), fileMode); err != nil {
		return err
	}
	j.Moves = append(j.Moves, move{From: waiting, To: manifestPath})
	if err := j.commit(s.disk); err != nil {
		return err
	}
	return tidy(s.disk)
}

// removals are the files of the build before that are no longer planned, and
// still what it wrote. One that a person has changed since is theirs, unless
// it stands where a folder must be, or in a folder that becomes a file.
func (s *Stage) removals() ([]string, error) {
	var gone []string
	becomesFile := map[*dir]bool{}
	for _, d := range s.dirs {
		becomesFile[d] = d.parent != nil && (becomesFile[d.parent] || s.planned(d.path))
		s.lookAt(d)
		if !d.exists {
			continue
		}
		for i := range d.files {
			f := &d.files[i]
			if f.state&planned != 0 {
				continue
			}
			path := join(d.path, f.name)
			becomesFolder := s.site.dirs[path] != nil && s.site.dirs[path].needed
			goes, err := s.goes(d, f, becomesFolder || becomesFile[d])
			if err != nil {
				return nil, fmt.Errorf("look at %s: %w", path, err)
			}
			if goes {
				gone = append(gone, path)
			}
		}
	}
	return gone, nil
}

// goes tells whether a file is removed: whatever it holds where it stands in
// the way, else only what the last build wrote.
func (s *Stage) goes(d *dir, f *file, inTheWay bool) (bool, error) {
	opened, err := s.out.take(d)
	if err != nil {
		return false, err
	}
	_, ok := regular(opened, f.name)
	s.out.give(opened)
	if !ok || inTheWay || f.state&there == 0 {
		return ok && inTheWay, nil
	}
	sum, err := s.sumOf(d, f.name)
	return sum == f.sum, err
}

// Discard throws the staged files away. The journal of a move that could not
// be undone is kept, with its stage, for the next build.
func (s *Stage) Discard() error {
	if err := errors.Join(s.out.close(), s.tree.close()); err != nil {
		return err
	}
	if _, err := s.disk.Lstat(journalPath); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return tidy(s.disk)
}
