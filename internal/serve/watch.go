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

// Editors and version control touch many files in a burst: a build begins when
// nothing has happened for quiet, or something has happened for burst.
const (
	quiet = 30 * time.Millisecond
	burst = 500 * time.Millisecond
)

// watcher tells of changes to a site's folder: content, data and templates,
// with all the folders in them.
type watcher struct {
	*fsnotify.Watcher
	dir string
}

func watched() []string { return []string{"content", "data", "templates"} }

func newWatcher(dir string) (*watcher, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{notify, dir}
	// The folder itself is watched for content, data and templates that come and go.
	if err := w.Add(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(err, w.Close())
	}
	if err := w.addAll(); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *watcher) addAll() error {
	for _, name := range watched() {
		if err := w.addTree(filepath.Join(w.dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// addTree watches a folder and those in it. What is gone by now is not missed:
// its going is a change of its own.
func (w *watcher) addTree(dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case name != dir && passing(entry.Name()):
			return fs.SkipDir
		}
		if err := w.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// passing tells whether a name belongs to no site: hidden files, and what
// editors write beside a file while they save it.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp") || name == "4913"
}

// matters tells whether an event may change the site.
func (w *watcher) matters(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod || passing(filepath.Base(event.Name)) {
		return false
	}
	relative, err := filepath.Rel(w.dir, event.Name)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(relative), "/")
	return slices.Contains(watched(), first)
}

// changes sends nil after each burst of changes, and an error if watching
// failed. It is closed when the context is done.
func (w *watcher) changes(ctx context.Context) <-chan error {
	bursts := make(chan error)
	go func() {
		defer close(bursts)
		var (
			pending bool
			began   time.Time
			settled <-chan time.Time
		)
		note := func() {
			now := time.Now()
			if !pending {
				pending, began = true, now
			}
			settled = time.After(max(0, min(quiet, burst-now.Sub(began))))
		}
		for {
			var failed error
			select {
			case <-ctx.Done():
				return
			case event := <-w.Events:
				if w.matters(event) {
					failed = w.follow(event)
					note()
				}
			case err := <-w.Errors:
				if !errors.Is(err, fsnotify.ErrEventOverflow) {
					failed = err
					break
				}
				failed = w.addAll()
				note()
			case <-settled:
				pending, settled = false, nil
				select {
				case bursts <- nil:
				case <-ctx.Done():
					return
				}
			}
			if failed != nil {
				select {
				case bursts <- failed:
				case <-ctx.Done():
				}
				return
			}
		}
	}()
	return bursts
}

// follow watches a folder that has come.
func (w *watcher) follow(event fsnotify.Event) error {
	if !event.Has(fsnotify.Create) {
		return nil
	}
	if info, err := os.Lstat(event.Name); err != nil || !info.IsDir() {
		return nil
	}
	return w.addTree(event.Name)
}
