package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// TestWatchUnreadable: a folder that may not be read is watched when it may.
func TestWatchUnreadable(t *testing.T) {
	t.Parallel()
	p := watch(t, func() (notifier, error) {
		n, err := openSystem()
		return &fussy{notifier: n, refuse: map[string]error{}, allow: "locked"}, err
	}, func(p *place) {
		small(p)
		p.write("content/locked/a.md", "a")
	})
	p.must(os.Chmod(p.path("content/locked"), 0o700))
	p.told("content/locked/a.md")
	p.write("content/locked/a.md", "ab")
	p.told("content/locked/a.md")
	if len(p.notes) > 0 {
		t.Errorf("noted %q", p.notes)
	}
}

// fussy is a notifier that refuses folders.
type fussy struct {
	notifier
	refuse map[string]error // by the name of the folder
	allow  string           // the name of a folder that is refused once, as one that may not be read
	faults chan error
}

func (f *fussy) Add(folder string) error {
	name := filepath.Base(folder)
	if name == f.allow {
		f.allow = ""
		return &fs.PathError{Op: "watch", Path: folder, Err: fs.ErrPermission}
	}
	if err := f.refuse[name]; err != nil {
		return err
	}
	return f.notifier.Add(folder)
}

func (f *fussy) errors() <-chan error {
	if f.faults != nil {
		return f.faults
	}
	return f.notifier.errors()
}

// TestWatchTooMany: where the system watches no more folders, the files are looked
// at, which is said once with what can be done.
func TestWatchTooMany(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "fs.inotify.max_user_watches"},
		{syscall.EMFILE, "allow more with"},
		{errors.New("nobody knows"), "nobody knows"},
	} {
		if runtime.GOOS != "linux" && c.err == syscall.ENOSPC {
			continue
		}
		p := watch(t, func() (notifier, error) {
			n, err := openSystem()
			return &fussy{notifier: n, refuse: map[string]error{"full": c.err}}, err
		}, small)
		p.write("content/pages/about.md", "changed")
		p.told("content/pages/about.md")
		if len(p.notes) > 0 {
			t.Errorf("noted %q too soon", p.notes)
		}
		p.write("content/full/a.md", "a")
		p.told("all")
		p.write("content/full/a.md", "ab")
		p.told("content/full/a.md")
		p.write("content/full/deep/b.md", "b")
		p.told("content/full/deep/b.md")
		p.guard.Lock()
		if len(p.notes) != 1 || !strings.Contains(p.notes[0], "looking at all files") || !strings.Contains(p.notes[0], c.want) {
			t.Errorf("%v: noted %q", c.err, p.notes)
		}
		p.guard.Unlock()
	}
}

// TestWatchOverflow: when the system has lost events, anything may have changed, and
// folders that came meanwhile are watched.
func TestWatchOverflow(t *testing.T) {
	t.Parallel()
	f := &fussy{faults: make(chan error), refuse: map[string]error{}}
	p := watch(t, func() (notifier, error) {
		n, err := openSystem()
		f.notifier = &deaf{notifier: n}
		return f, err
	}, small)
	p.write("content/new/a.md", "a") // of which nothing is heard
	f.notifier.(*deaf).hears.Store(true)
	f.faults <- fsnotify.ErrEventOverflow
	p.told("all")
	p.settled()
	p.write("content/new/a.md", "ab")
	p.told("content/new/a.md")

	f.faults <- errors.New("broken for good")
	p.told("all")
	p.write("content/new/a.md", "abc")
	p.told("content/new/a.md")
}

// deaf is a notifier that loses all events until it hears.
type deaf struct {
	notifier
	hears atomic.Bool
}

func (d *deaf) events() <-chan fsnotify.Event {
	if d.hears.Load() {
		return d.notifier.events()
	}
	return nil
}
