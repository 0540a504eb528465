package serve

import (
	"cmp"
	"fmt"
	"sync"
	"time"

	"bulletin/internal/build"
)

// state is what came of the last build, as open pages are told it.
type state struct {
	Build   string    `json:"build"`   // changes with the bytes of the site
	Failure string    `json:"failure"` // of the world
	Making  *making   `json:"making"`  // while there is no site yet
	Report  report    `json:"report"`  // of problems
	Files   fileMarks `json:"files"`   // of the page that is told

	base string // path that the site is made for
	site bool   // something was published

	pictures *album // of the last good site
}

// making tells how far the first build has come.
type making struct {
	Done  int `json:"done"`  // outputs
	Total int `json:"total"` // 0: not known yet
}

// fileMarks are marks of what is answered at addresses: they differ where the
// bytes do.
type fileMarks map[string]string

// board holds the state, and tells those who wait when it changes.
type board struct {
	start   int64
	guard   sync.Mutex
	now     state
	count   int
	shown   time.Time     // of the last progress that was told
	slots   chan struct{} // for pictures that are being drawn
	changed chan struct{} // closed when the state changes
}

// newBoard is one for a site of which nothing is known. So many pictures may be
// drawn at a time.
func newBoard(start time.Time, pictures int) *board {
	b := &board{start: start.UnixNano(), changed: make(chan struct{}), slots: make(chan struct{}, max(1, pictures))}
	b.now = state{Build: b.name(), base: "/", Making: &making{}}
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

// tell takes the next state. The guard is held.
func (b *board) tell(next state) {
	b.now = next
	close(b.changed)
	b.changed = make(chan struct{})
}

// progressPause keeps pages from being told of every single file.
const progressPause = 50 * time.Millisecond

// progress takes how far a build has come. It matters while there is no site.
func (b *board) progress(done, total int) {
	b.guard.Lock()
	defer b.guard.Unlock()
	if b.now.site || time.Since(b.shown) < progressPause {
		return
	}
	b.shown = time.Now()
	next := b.now
	next.Making = &making{done, total}
	b.tell(next)
}

// ahead tells that files can be read which are not published yet.
func (b *board) ahead() {
	b.guard.Lock()
	defer b.guard.Unlock()
	b.tell(b.now)
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
		next.Report = reported(result)
		if !result.Blocked && err == nil {
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
	b.tell(next)
}
