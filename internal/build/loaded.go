package build

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// loaded is what was read of data/, for the next build of this process.
type loaded struct {
	survey   survey // of data/, as it was before
	set      *data.Set
	problems diag.Problems
}

// loadData reads data/. A live site keeps it while no file there is touched; a set
// does not change once it is read.
func (b *build) loadData() (*data.Set, diag.Problems) {
	if b.live == nil || b.survey.odd {
		return data.LoadWith(b.files, b.dataMemory())
	}
	now := survey{files: map[string]seen{}, when: b.survey.when}
	for name, f := range b.survey.files {
		if strings.HasPrefix(name, "data/") {
			now.files[name] = f
		}
	}
	if kept := b.memory.loaded; kept != nil && kept.survey.still(&now) && kept.survey.settled() {
		return kept.set, kept.problems
	}
	set, problems := data.LoadWith(b.files, b.dataMemory())
	b.memory.loaded = &loaded{now, set, problems}
	return set, problems
}

// settled tells whether no file had been touched just before the survey began: the
// time of its last change tells each from what it may be later.
func (s *survey) settled() bool {
	limit := s.when.Add(-racy).UnixNano()
	for _, f := range s.files {
		if f.changed >= limit {
			return false
		}
	}
	return true
}
