package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// lookAround is how often it is asked whether the site's folder is still the one
// that is watched: it may have been moved away, or be a link that leads elsewhere now.
const lookAround = time.Second

// watched are the folders that a site is made from.
func watched() []string { return []string{"content", "data", "templates"} }

// watcher tells of changes to what a site is made from. Where the system cannot
// tell it, the files are looked at from time to time.
type watcher struct {
	dir      string                     // the site's folder, absolute
	note     func(string)               // told what whoever writes should know
	notify   notifier                   // nil where the files are looked at
	self     fs.FileInfo                // the site's folder, as it was found; nil while there is none
	folders  map[string]map[string]bool // absolute path of each folder that is watched → the names in it
	links    map[string][]string        // file that links lead to → the links
	seen     map[string]stamp           // where files are looked at: as they were
	gathered settler
}

// newWatcher watches the site in a folder. What happens from now on is told.
func newWatcher(dir string, open func() (notifier, error), note func(string)) (*watcher, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	w := &watcher{dir: dir, note: note}
	if w.notify, err = open(); err != nil {
		w.notify = nil
		w.fallBack(err)
		return w, nil
	}
	if err := w.enterAll(); err != nil {
		w.fallBack(err)
	}
	return w, nil
}

// Close ends watching.
func (w *watcher) Close() error {
	if w.notify == nil {
		return nil
	}
	return w.notify.Close()
}

// fallBack has files looked at from now on.
func (w *watcher) fallBack(err error) {
	w.note(blind(err))
	if w.notify != nil {
		_ = w.notify.Close() // it does not serve any more
		w.notify = nil
	}
	w.folders, w.links = map[string]map[string]bool{}, map[string][]string{}
	w.seen = look(w.dir)
}

// run sends each change until the context is done. What happens while nobody
// takes a change is added to it.
func (w *watcher) run(ctx context.Context, changes chan<- change) {
	defer close(changes)
	settled := time.NewTimer(time.Hour)
	defer settled.Stop()
	around := time.NewTimer(lookAround)
	defer around.Stop()
	for {
		var (
			events <-chan fsnotify.Event
			faults <-chan error
			out    chan<- change
			next   change
		)
		if w.notify != nil {
			events, faults = w.notify.events(), w.notify.errors()
		}
		if !w.gathered.empty() {
			now := time.Now()
			if wait := w.gathered.due(now, w.unfinished).Sub(now); wait > 0 {
				settled.Reset(wait)
			} else {
				out, next = changes, w.gathered.change()
				next.rough = w.notify == nil
			}
		}
		select {
		case <-ctx.Done():
			return
		case event, ok := <-events:
			if !ok {
				w.fallBack(errors.New("the system has ended it"))
				w.gathered.addAll(time.Now())
				break
			}
			if err := w.follow(event); err != nil {
				w.fallBack(err)
				w.gathered.addAll(time.Now())
			}
		case err := <-faults:
			w.recover(err)
		case <-around.C:
			around.Reset(w.glance())
		case <-settled.C:
		case out <- next:
			w.gathered = settler{}
		}
	}
}

// recover goes on after a failure of the notifier. An overflow of its queue may
// have hidden anything, folders that came included.
func (w *watcher) recover(err error) {
	if err == nil {
		return
	}
	w.gathered.addAll(time.Now())
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		w.fallBack(err)
		return
	}
	w.leaveAll()
	if err := w.enterAll(); err != nil {
		w.fallBack(err)
	}
}

// glance looks whether the site's folder is still the one that is watched, and,
// where there is nothing but looking, at its files. It tells when to look again.
func (w *watcher) glance() time.Duration {
	if w.notify == nil {
		return w.lookAgain()
	}
	info, err := os.Stat(w.dir)
	switch {
	case err != nil && w.self == nil:
	case err != nil:
		w.leaveAll()
		w.gathered.addAll(time.Now())
	case w.self == nil || !os.SameFile(info, w.self):
		w.leaveAll()
		w.gathered.addAll(time.Now())
		if err := w.enterAll(); err != nil {
			w.fallBack(err)
		}
	}
	return lookAround
}

// unfinished tells whether a file is missing or empty, as in the middle of a save.
func (w *watcher) unfinished(path string) bool {
	info, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(path)))
	return err != nil || !info.IsDir() && info.Size() == 0
}

// relative is a path as a change tells it; false for what no site is made from.
func (w *watcher) relative(path string) (string, bool) {
	name, err := filepath.Rel(w.dir, path)
	if err != nil {
		return "", false
	}
	name = filepath.ToSlash(name)
	first, _, _ := strings.Cut(name, "/")
	return name, slices.Contains(watched(), first)
}

// passing tells whether a name belongs to no site: hidden files, and what editors
// write beside a file while they save it. Their names: Vim's 4913, file~ and
// .file.swp; Emacs's #file# and .#file; file.tmp of many; VS Code's file.vsctmp;
// JetBrains' file___jb_tmp___; ~$file of Office.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasPrefix(name, "~$") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp") ||
		strings.HasSuffix(name, ".vsctmp") || strings.HasSuffix(name, "___") || name == "4913"
}
