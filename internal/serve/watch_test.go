package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// place is a folder that is watched.
type place struct {
	t       *testing.T
	dir     string
	changes chan change
	guard   sync.Mutex
	notes   []string
}

// watch watches a folder, which by then has what prepare puts there.
func watch(t *testing.T, open func() (notifier, error), prepare func(p *place)) *place {
	t.Helper()
	p := &place{t: t, dir: t.TempDir(), changes: make(chan change)}
	if prepare != nil {
		prepare(p)
	}
	w, err := newWatcher(p.dir, open, func(note string) {
		p.guard.Lock()
		defer p.guard.Unlock()
		p.notes = append(p.notes, note)
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go w.run(ctx, p.changes)
	t.Cleanup(func() {
		cancel()
		for range p.changes {
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func (p *place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *place) write(name, text string) {
	p.t.Helper()
	if err := os.MkdirAll(filepath.Dir(p.path(name)), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(p.path(name), []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) rename(from, to string) {
	p.t.Helper()
	if err := os.Rename(p.path(from), p.path(to)); err != nil {
		p.t.Fatal(err)
	}
}

// told gathers the paths of the changes until all that are wanted were told.
func (p *place) told(want ...string) {
	p.t.Helper()
	seen := map[string]bool{}
	deadline := time.After(10 * time.Second)
	for {
		missing := slices.DeleteFunc(slices.Clone(want), func(name string) bool { return seen[name] })
		if len(missing) == 0 {
			return
		}
		select {
		case c := <-p.changes:
			if !slices.IsSorted(c.paths) || c.all && len(c.paths) > 0 {
				p.t.Errorf("the change is %+v", c)
			}
			for _, path := range c.paths {
				seen[path] = true
			}
			if c.all {
				seen["all"] = true
			}
		case <-deadline:
			p.t.Fatalf("not told of %q, but of %v", missing, seen)
		}
	}
}

// settled takes changes until there are none any more.
func (p *place) settled() {
	p.t.Helper()
	for {
		select {
		case <-p.changes:
		case <-time.After(200 * time.Millisecond):
			return
		}
	}
}

// silent fails if a change is told.
func (p *place) silent(why string) {
	p.t.Helper()
	select {
	case c := <-p.changes:
		p.t.Errorf("%s: told of %+v", why, c)
	case <-time.After(250 * time.Millisecond):
	}
}

func (p *place) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// small is a site with a page.
func small(p *place) {
	p.write("content/pages/about.md", "about")
	p.write("data/site.yaml", "title: x")
}

// both are the ways to learn of changes: the system's, and looking at all files.
func both(t *testing.T, run func(t *testing.T, open func() (notifier, error))) {
	t.Run("watched", func(t *testing.T) { t.Parallel(); run(t, openSystem) })
	t.Run("looked at", func(t *testing.T) {
		t.Parallel()
		run(t, func() (notifier, error) { return nil, errors.New("no system") })
	})
}

func TestWatchWaysToSave(t *testing.T) {
	t.Parallel()
	const page = "content/pages/about.md"
	both(t, func(t *testing.T, open func() (notifier, error)) {
		p := watch(t, open, small)
		for name, save := range map[string]func(){
			"in place": func() { p.write(page, "in place") },
			"Vim: the old one is renamed, and a new one written": func() {
				p.write("content/pages/4913", "")
				p.must(os.Remove(p.path("content/pages/4913")))
				p.rename(page, page+"~")
				p.write(page, "as Vim does")
				p.must(os.Remove(p.path(page + "~")))
			},
			"Emacs: a lock, a backup, and renamed over": func() {
				p.must(os.Symlink("me@here.123", p.path("content/pages/.#about.md")))
				p.write("content/pages/#about.md#", "x")
				p.write("content/pages/about.md.tmp", "as Emacs does it")
				p.rename("content/pages/about.md.tmp", page)
				p.must(os.Remove(p.path("content/pages/.#about.md")))
				p.must(os.Remove(p.path("content/pages/#about.md#")))
			},
			"VS Code, atomic": func() {
				p.write("content/pages/about.md.vsctmp", "as VS Code can")
				p.rename("content/pages/about.md.vsctmp", page)
			},
			"sed -i": func() {
				p.write("content/pages/sedKx81aZ", "as sed -i does it")
				p.rename("content/pages/sedKx81aZ", page)
			},
			"from elsewhere": func() {
				p.write(".cache/x", "moved in from a folder that is not watched")
				p.rename(".cache/x", page)
			},
		} {
			save()
			func() {
				defer func() {
					if t.Failed() {
						t.Log(name)
					}
				}()
				p.told(page)
			}()
			p.settled()
		}
		p.must(os.Remove(p.path(page)))
		p.told(page)
	})
}

// TestWatchEditors saves with the programs themselves, where they are installed.
func TestWatchEditors(t *testing.T) {
	t.Parallel()
	p := watch(t, openSystem, small)
	for _, command := range [][]string{
		{"vim", "-Nu", "NONE", "-es", "-c", "set backupcopy=no writebackup fsync", "-c", "normal ix", "-c", "wq", "about.md"},
		{"vim", "-Nu", "NONE", "-es", "-c", "set backupcopy=yes writebackup fsync", "-c", "normal ix", "-c", "wq", "about.md"},
		{"sed", "-i", "s/a/b/", "about.md"},
		{"emacs", "-Q", "--batch", "about.md", "--eval", `(progn (insert "x") (save-buffer))`},
	} {
		if _, err := exec.LookPath(command[0]); err != nil {
			t.Logf("no %s here", command[0])
			continue
		}
		c := exec.Command(command[0], command[1:]...)
		c.Dir = p.path("content/pages")
		if out, err := c.CombinedOutput(); err != nil && runtime.GOOS == "linux" {
			t.Fatalf("%v: %v\n%s", command, err, out)
		}
		p.told("content/pages/about.md")
		p.settled()
	}
}

func TestWatchFolders(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, open func() (notifier, error)) {
		p := watch(t, open, small)

		// With files in it by the time it is watched.
		p.write("new/a/b/one.md", "1")
		p.write("new/two.md", "2")
		p.rename("new", "content/pages/new")
		p.told("content/pages/new/a/b/one.md", "content/pages/new/two.md")
		p.write("content/pages/new/a/b/one.md", "10")
		p.told("content/pages/new/a/b/one.md")

		// Renamed: the old names go, the new ones come, and changes go by the new ones.
		p.rename("content/pages/new", "content/pages/newer")
		p.told("content/pages/new/a/b/one.md", "content/pages/new/two.md", "content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.settled()
		p.write("content/pages/newer/a/b/one.md", "100")
		p.write("content/pages/newer/two.md", "20")
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")

		// Moved out of the site: what happens there is nobody's business.
		p.rename("content/pages/newer", "elsewhere")
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.settled()
		p.write("elsewhere/a/b/one.md", "1000")
		p.write("elsewhere/two.md", "200")
		p.silent("a folder that was moved out of the site")

		// Removed, and another of that name.
		p.rename("elsewhere", "content/pages/newer")
		p.told("content/pages/newer/a/b/one.md")
		p.must(os.RemoveAll(p.path("content/pages/newer")))
		p.told("content/pages/newer/a/b/one.md", "content/pages/newer/two.md")
		p.write("content/pages/newer/a/b/one.md", "again")
		p.told("content/pages/newer/a/b/one.md")
		p.write("content/pages/newer/a/b/one.md", "and again")
		p.told("content/pages/newer/a/b/one.md")

		// Folders of the site that come late, and go.
		p.settled()
		p.write("templates/partials/notes.html", "x")
		p.told("templates/partials/notes.html")
		p.write("templates/partials/notes.html", "xy")
		p.told("templates/partials/notes.html")
		p.must(os.RemoveAll(p.path("data")))
		p.told("data/site.yaml")
		p.write("data/observations/2023-Q1.yaml", "period: 2023-Q1")
		p.told("data/observations/2023-Q1.yaml")
	})
}

// TestWatchManyNewFolders makes folders faster than they can be watched.
func TestWatchManyNewFolders(t *testing.T) {
	t.Parallel()
	p := watch(t, openSystem, small)
	var want []string
	for i := range 200 {
		name := fmt.Sprintf("content/reports/r%d/deep/er/p.md", i)
		p.write(name, "x")
		want = append(want, name)
	}
	p.told(want...)
	p.settled()
	for _, name := range want {
		p.write(name, "xy")
	}
	p.told(want...)
}

// TestWatchCheckout changes a branch with many files.
func TestWatchCheckout(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	var want []string
	var git func(args ...string)
	p := watch(t, openSystem, func(p *place) {
		git = func(args ...string) {
			t.Helper()
			c := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
			c.Dir = p.dir
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("git %v: %v\n%s", args, err, out)
			}
		}
		small(p)
		git("init", "-q", "-b", "main")
		git("add", ".")
		git("commit", "-q", "-m", "small")
		git("checkout", "-q", "-b", "large")
		for i := range 300 {
			name := fmt.Sprintf("content/reports/r%d/p%d.md", i%20, i)
			p.write(name, strings.Repeat("x", 5000))
			want = append(want, name)
		}
		git("add", ".")
		git("commit", "-q", "-m", "large")
	})
	git("checkout", "-q", "main")
	p.told(want...)
	p.settled()
	git("checkout", "-q", "large")
	p.told(want...)
	p.settled()
	p.write(want[7], "changed")
	p.told(want[7])
}

func TestWatchIgnores(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, open func() (notifier, error)) {
		p := watch(t, open, small)
		for _, name := range []string{
			"public/index.html", ".cache/units/x", ".git/index", "README.md", "content/.hidden.md", "content/.obsidian/app.json",
			"content/pages/.about.md.swp", "content/pages/about.md~", "content/pages/#about.md#", "content/pages/4913", "data/site.yaml.tmp",
			"data/~$figures.xlsx", "content/pages/about.md___jb_tmp___",
		} {
			p.write(name, "x")
		}
		if _, err := os.ReadFile(p.path("content/pages/about.md")); err != nil {
			t.Fatal(err)
		}
		p.silent("what belongs to no site, and reading")
	})
}

// TestWatchLinks: the site's folder and the folders in it may be links, and files
// may be links to others of the site.
func TestWatchLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need rights of their own")
	}
	var first, second string
	p := watch(t, openSystem, func(p *place) {
		first, second = filepath.Join(p.dir, "first"), filepath.Join(p.dir, "second")
		p.write("first/src/pages/about.md", "about")
		p.write("first/notes/one.md", "one")
		p.must(os.Symlink("src", filepath.Join(first, "content")))
		p.must(os.Symlink("../../notes/one.md", filepath.Join(first, "src/pages/one.md")))
		p.must(os.Symlink("/etc/hosts", filepath.Join(first, "src/pages/out.md")))
		p.must(os.Symlink("..", filepath.Join(first, "src/pages/loop")))
		p.write("second/content/pages/about.md", "other")
		p.must(os.Symlink("first", filepath.Join(p.dir, "site")))
		p.dir = filepath.Join(p.dir, "site")
	})
	p.write("content/pages/about.md", "changed")
	p.told("content/pages/about.md")
	p.must(os.WriteFile(filepath.Join(first, "src/pages/about.md"), []byte("by its other name"), 0o644))
	p.told("content/pages/about.md")
	p.write("notes/one.md", "what a link leads to")
	p.told("content/pages/one.md")
	p.settled()

	// The link to the site leads elsewhere from now on.
	p.must(os.Symlink("second", p.dir+".new"))
	p.must(os.Rename(p.dir+".new", p.dir))
	p.told("all")
	p.settled()
	p.write("content/pages/about.md", "changed")
	p.told("content/pages/about.md")
	p.must(os.WriteFile(filepath.Join(first, "src/pages/about.md"), []byte("left behind"), 0o644))
	p.silent("the folder that the link led to before")

	// The folder goes, and comes back.
	p.must(os.Rename(second, second+".away"))
	p.told("all")
	p.must(os.Rename(second+".away", second))
	p.told("all")
	p.settled()
	p.write("content/pages/about.md", "back again")
	p.told("content/pages/about.md")
}

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
	p.write("content/new/a.md", "a")
	p.silent("lost events")
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
