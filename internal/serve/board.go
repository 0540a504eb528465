package serve

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// state is what came of the last build, as open pages are told it.
type state struct {
	Build    string    `json:"build"` // changes with the bytes of the site
	Problems []problem `json:"problems"`
	Failure  string    `json:"failure"` // of the world

	base string // path that the site is made for
	site bool   // something was published

	pictures *album // of the last good site
}

// problem is a problem as the terminal shows it: its first line, and the rest.
type problem struct {
	Head string `json:"head"`
	Rest string `json:"rest"`
}

// board holds the state, and tells those who wait when it changes.
type board struct {
	start   int64
	guard   sync.Mutex
	now     state
	count   int
	slots   chan struct{} // for pictures that are being drawn
	changed chan struct{} // closed when the state changes
}

// newBoard is one for a site of which nothing is known. So many pictures may be
// drawn at a time.
func newBoard(start time.Time, pictures int) *board {
	b := &board{start: start.UnixNano(), changed: make(chan struct{}), slots: make(chan struct{}, max(1, pictures))}
	b.now = state{Build: b.name(), base: "/"}
	return b
}

// name names a build so that no other run of the server has the name too.
func (b *board) name() string { return fmt.Sprintf("%x-%d", b.start, b.count) }

// state is what pages are to be told now.
func (b *board) state() state {
	s, _ := b.watch()
	return s
}

// watch is the state and a channel that is closed when there is another.
func (b *board) watch() (state, <-chan struct{}) {
	b.guard.Lock()
	defer b.guard.Unlock()
	return b.now, b.changed
}

// post takes what came of a build.
func (b *board) post(result *build.Result, err error) {
	b.guard.Lock()
	defer b.guard.Unlock()
	next := state{base: b.now.base, site: b.now.site, pictures: b.now.pictures}
	if err != nil {
		next.Failure = err.Error()
	}
	if result != nil {
		if result.Blocked {
			next.Problems = told(result)
		} else if err == nil {
			next.site = true
			next.pictures = newAlbum(result, b.slots)
			if result.Written+result.Removed > 0 {
				b.count++
			}
		}
		if result.BasePath != "" && !result.Blocked || !next.site {
			next.base = cmp.Or(result.BasePath, "/")
		}
	}
	next.Build = b.name()
	b.now = next
	close(b.changed)
	b.changed = make(chan struct{})
}

// told are the problems of a build, errors first, as the terminal shows them.
func told(result *build.Result) []problem {
	var list []problem
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, p := range result.Problems {
			if p.Severity != severity {
				continue
			}
			var text strings.Builder
			_ = diag.Write(&text, diag.Text, diag.Problems{p}, result.Source) // a strings.Builder does not fail
			head, rest, _ := strings.Cut(text.String(), "\n")
			list = append(list, problem{head, rest})
		}
	}
	return list
}
