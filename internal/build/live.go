package build

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"bulletin/internal/publish"
)

// Live makes one site again and again in one process, for who looks at it while it is
// being written. What one build found out serves the next. A file that somebody waits
// for is made before the rest, and can be read before the site is published, unless
// its unit has errors: then the one that was published before stays.
type Live struct {
	options Options
	memory  *Memory // opened by the first build

	guard   sync.Mutex
	running bool              // a build is on its way
	agenda  *agenda           // its agenda, once it has one
	out     string            // where it publishes
	wanted  map[string]bool   // files that somebody waits for, or looks at
	ahead   map[string][]byte // files that were made and are not published yet
	changed chan struct{}     // closed when any of these changes
}

// NewLive is a site that no build has made yet. The options are those of each build.
func NewLive(o Options) *Live {
	return &Live{options: o, wanted: map[string]bool{}, ahead: map[string][]byte{}, changed: make(chan struct{})}
}

// Make makes the site as [Run] does. first are the files that somebody looks at, by
// their paths below the output folder: they are made before the others, and ahead is
// told of those that are not as they were, as soon as [Live.File] gives them. One Make
// goes on at a time.
func (l *Live) Make(ctx context.Context, first []string, ahead func(paths []string)) (*Result, error) {
	l.guard.Lock()
	l.running = true
	clear(l.wanted)
	for _, name := range first {
		l.wanted[name] = true
	}
	l.guard.Unlock()
	o := l.options
	o.live, o.ahead = l, ahead
	result, err := Run(ctx, o)
	l.guard.Lock()
	defer l.guard.Unlock()
	l.running, l.agenda = false, nil
	if err == nil && result != nil && !result.Blocked {
		clear(l.ahead) // all of it is published
	}
	l.tell()
	return result, err
}

// Close ends the use of the cache.
func (l *Live) Close() { l.memory.close() }

// File is a file of the site, by its path below the output folder, that was made and
// is not published yet. While a build is on its way that has not come to it, File
// waits until it has, or ctx is done. It is false where the file that is published is
// the one to show, or there is none.
func (l *Live) File(ctx context.Context, name string) (src []byte, ok bool) {
	for {
		l.guard.Lock()
		src, ok = l.ahead[name]
		made, waits := l.standing(name)
		if waits && !ok {
			if l.wanted[name] = true; l.agenda != nil {
				l.agenda.want(name)
			}
		}
		out, changed := l.out, l.changed
		l.guard.Unlock()
		switch {
		case ok:
			return src, true
		case made: // nobody looked at it: it waits on the stage, if it was changed
			src, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(publish.Staged(name))))
			return src, err == nil
		case !waits:
			return nil, false
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, false
		}
	}
}

// standing tells how a file stands with the build that is on its way: made by now, or
// still to be waited for. The guard is held.
func (l *Live) standing(name string) (made, waits bool) {
	if !l.running {
		return false, false
	}
	if l.agenda == nil {
		return false, true // it is still reading
	}
	i, ok := l.agenda.unitOf(name)
	if !ok {
		return false, false
	}
	made = l.agenda.isDone(i)
	return made, !made
}

// begin takes the agenda of a build, and puts at its head what somebody waits for.
func (l *Live) begin(a *agenda, out string) {
	l.guard.Lock()
	defer l.guard.Unlock()
	l.agenda, l.out = a, out
	for _, name := range slices.Sorted(maps.Keys(l.wanted)) {
		a.want(name)
	}
	l.tell()
}

// made takes what a unit gave: the bytes of its files where they are not published
// already and it has no errors.
func (l *Live) made(a *agenda, i int, p *product, files [][]byte, ahead func([]string)) {
	l.guard.Lock()
	watched := false
	for _, f := range p.files {
		delete(l.ahead, f.Path)
		watched = watched || l.wanted[f.Path]
	}
	var told []string
	if watched {
		for n, src := range files {
			if src != nil {
				l.ahead[p.files[n].Path] = src
				told = append(told, p.files[n].Path)
			}
		}
	}
	a.done(i)
	l.tell()
	l.guard.Unlock()
	if ahead != nil && len(told) > 0 {
		ahead(told)
	}
}

// tell wakes who waits. The guard is held.
func (l *Live) tell() {
	close(l.changed)
	l.changed = make(chan struct{})
}
