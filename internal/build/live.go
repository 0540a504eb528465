package build

import (
	"context"
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"bulletin/internal/publish"
	"bulletin/internal/render"
)

// Live makes one site again and again in one process, for who looks at it while it is
// being written. What one build found out serves the next. A file that somebody waits
// for is made before the rest, and can be read before the site is published, unless
// its unit has errors: then the one that was published before stays.
type Live struct {
	options Options
	memory  *Memory // opened by the first build

	guard   sync.Mutex
	running bool                      // a build is on its way
	agenda  *agenda                   // its agenda, once it has one
	out     string                    // where it publishes
	base    string                    // the path that it makes the site for
	fixed   map[string]*render.Output // files that depend on no page: they need not be waited for
	wanted  map[string]bool           // files that somebody waits for, or looks at
	ahead   map[string][]byte         // files that were made and are not published yet
	changed chan struct{}             // closed when any of these changes
	told    told                      // see Told
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
		l.fixed = nil
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
		out, changed, fixed := l.out, l.changed, l.fixed[name]
		l.guard.Unlock()
		switch {
		case ok:
			return src, true
		case fixed != nil:
			made, problems := fixed.Make()
			if problems.Errors() == 0 {
				return made.Bytes, true
			}
			return nil, false
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

// BasePath is the path that the site is made for, "/" or "/repo/". It waits until a
// build has found out; it is empty when ctx is done before.
func (l *Live) BasePath(ctx context.Context) string {
	for {
		l.guard.Lock()
		base, changed := l.base, l.changed
		l.guard.Unlock()
		if base != "" {
			return base
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ""
		}
	}
}

// fixed are the files of the theme and of content/uploads/, which depend on no page:
// one that is read ahead of the rest needs its stylesheet and its pictures too.
func (p *plan) fixed() map[string]*render.Output {
	all := map[string]*render.Output{}
	for _, u := range p.last {
		if u.file != nil && (strings.HasPrefix(u.file.Path, "assets/") || strings.HasPrefix(u.file.Path, "uploads/")) {
			all[u.file.Path] = u.file
		}
	}
	return all
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
func (l *Live) begin(a *agenda, out, base string, fixed map[string]*render.Output) {
	l.guard.Lock()
	defer l.guard.Unlock()
	l.agenda, l.out, l.base, l.fixed = a, out, base, fixed
	for _, name := range slices.Sorted(maps.Keys(l.wanted)) {
		a.want(name)
	}
	l.tell()
}

// made takes what a unit gave: the bytes of its files where they are not published
// already. Of one that has errors, or may lack what was not read, the last good files
// stay, whether they are published or not.
func (l *Live) made(a *agenda, i int, p *product, good bool, ahead func([]string)) {
	l.guard.Lock()
	var told []string
	if good {
		told = l.take(p)
	}
	a.done(i)
	l.tell()
	l.guard.Unlock()
	if ahead != nil && len(told) > 0 {
		ahead(told)
	}
}

// isWanted tells whether somebody looks at a file, or waits for it.
func (l *Live) isWanted(path string) bool {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.wanted[path]
}

// early takes a page of a unit that is being made, with the files beside it.
func (l *Live) early(d *draft, ahead func([]string)) {
	paths := append([]string{d.Path}, d.Along...)
	l.guard.Lock()
	l.ahead[d.Path] = d.made.Bytes
	for n, path := range d.Along {
		l.ahead[path] = d.made.Along[n]
	}
	l.tell()
	l.guard.Unlock()
	if ahead != nil {
		ahead(paths)
	}
}

// take takes the files of a good unit, and gives the paths of those that somebody
// looks at and that are not as they were. The guard is held.
func (l *Live) take(p *product) (told []string) {
	watched := slices.ContainsFunc(p.files, func(f publish.File) bool { return l.wanted[f.Path] })
	for n, f := range p.files {
		before, ok := l.ahead[f.Path]
		switch {
		case watched && n < len(p.bytes) && p.bytes[n] != nil:
			l.ahead[f.Path] = p.bytes[n]
			told = append(told, f.Path)
		case ok && sha256.Sum256(before) != p.sums[n]: // else it is as it was, and still not published
			delete(l.ahead, f.Path)
		}
	}
	return told
}

// tell wakes who waits. The guard is held.
func (l *Live) tell() {
	close(l.changed)
	l.changed = make(chan struct{})
}
