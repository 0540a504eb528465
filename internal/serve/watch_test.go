package serve

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

// patience tells what never comes from what waits for its turn on a busy machine.
const patience = 2 * time.Minute

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
	deadline := time.After(patience)
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

// last is a page that is written behind all else: when it is told of, so is what came
// before it, however long that takes.
const last = "content/pages/last.md"

// settled takes the changes that are on their way.
func (p *place) settled() {
	p.t.Helper()
	p.write(last, time.Now().String())
	p.told(last)
}

// silent fails if a change is told.
func (p *place) silent(why string) {
	p.t.Helper()
	p.write(last, "x")
	for deadline := time.After(patience); ; {
		select {
		case c := <-p.changes:
			if other := slices.DeleteFunc(slices.Clone(c.paths), func(name string) bool { return name == last }); c.all || len(other) > 0 {
				p.t.Errorf("%s: told of %+v", why, c)
			}
			if slices.Contains(c.paths, last) {
				return
			}
		case <-deadline:
			p.t.Fatalf("%s: not told of the page behind it", why)
		}
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
