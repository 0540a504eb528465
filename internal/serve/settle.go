package serve

import (
	"maps"
	"slices"
	"time"
)

// Editors and version control touch files in bursts. A change is told when
// nothing has happened for quiet, for calm where many files are concerned, or for
// patient where one is missing or empty, as it is in the middle of a save; at the
// latest when something has happened for burst. On a machine with much to do, the
// events of one save (Vim, sed -i, in place) were at most 4.4 ms apart, those of
// git checkout with 600 files 9.4 ms.
const (
	quiet   = 12 * time.Millisecond
	calm    = 30 * time.Millisecond
	patient = 60 * time.Millisecond
	burst   = 500 * time.Millisecond

	fewFiles = 8 // more are no save of an editor
)

// change is what happened to the files of a site since the one before.
type change struct {
	paths []string // from the site's folder, with slashes, sorted: files, and folders that came or went
	all   bool     // anything may have changed; then there are no paths
	rough bool     // found by looking, which does not see all: other files may have changed too
}

// settler gathers what happens until it is over.
type settler struct {
	paths map[string]bool
	all   bool
	first time.Time
	last  time.Time
}

func (s *settler) empty() bool { return !s.all && len(s.paths) == 0 }

// add takes a path that something happened to.
func (s *settler) add(path string, now time.Time) {
	s.touch(now)
	if s.paths == nil {
		s.paths = map[string]bool{}
	}
	s.paths[path] = true
}

// addAll takes that something happened, and nobody knows what.
func (s *settler) addAll(now time.Time) {
	s.touch(now)
	s.all = true
}

func (s *settler) touch(now time.Time) {
	if s.empty() {
		s.first = now
	}
	s.last = now
}

// due is when what was gathered may be told, as far as it is known now. unfinished
// tells whether a file looks as it does in the middle of a save.
func (s *settler) due(now time.Time, unfinished func(path string) bool) time.Time {
	few := !s.all && len(s.paths) <= fewFiles
	wait := calm
	if few {
		wait = quiet
	}
	if due := s.last.Add(wait); few && !now.Before(due) {
		for path := range s.paths {
			if unfinished(path) {
				wait = patient
				break
			}
		}
	}
	due := s.last.Add(wait)
	if last := s.first.Add(burst); last.Before(due) {
		return last
	}
	return due
}

// change is what was gathered.
func (s *settler) change() change {
	if s.all {
		return change{all: true}
	}
	return change{paths: slices.Sorted(maps.Keys(s.paths))}
}
