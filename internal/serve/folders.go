package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// enterAll watches the site's folder, for content, data and templates that come
// and go, and them with all the folders in them.
func (w *watcher) enterAll() error {
	w.folders, w.links = map[string]map[string]bool{}, map[string][]string{}
	info, err := os.Stat(w.dir)
	if err != nil {
		w.self = nil // glance asks for it
		return nil
	}
	w.self = info
	if err := w.notify.Add(w.dir); err != nil && !passes(err) {
		return err
	}
	for _, name := range watched() {
		path := filepath.Join(w.dir, name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			if err := w.enter(path, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// leaveAll forgets what is watched.
func (w *watcher) leaveAll() {
	for folder := range w.folders {
		_ = w.notify.Remove(folder) // most are gone
	}
	_ = w.notify.Remove(w.dir)
	w.self, w.folders, w.links = nil, map[string]map[string]bool{}, map[string][]string{}
}

// passes tells whether a folder that cannot be watched is none of the watcher's
// business: it has gone, which is a change of its own, or may not be read, which
// the build tells.
func passes(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
}

// enter watches a folder and those in it. It is listed after it is watched, so
// that what comes meanwhile is told or listed; what is listed is a change where
// tell says so.
func (w *watcher) enter(folder string, tell bool) error {
	if err := w.notify.Add(folder); err != nil {
		if passes(err) {
			return nil
		}
		return err
	}
	names := map[string]bool{}
	w.folders[folder] = names
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // it has gone, which is a change of its own
	}
	for _, entry := range entries {
		if passing(entry.Name()) {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		names[entry.Name()] = true
		if tell {
			w.gather(path)
		}
		switch {
		case entry.IsDir():
			err = w.enter(path, tell)
		case entry.Type()&fs.ModeSymlink != 0:
			err = w.link(path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// leave forgets a folder that has gone, with all in it. Its watches go by the
// name it had: after a renaming they would tell of files under that name.
func (w *watcher) leave(folder string) {
	names, ok := w.folders[folder]
	if !ok {
		return
	}
	delete(w.folders, folder)
	_ = w.notify.Remove(folder) // it may have gone by itself
	for name := range names {
		path := filepath.Join(folder, name)
		w.gather(path)
		w.leave(path)
	}
}

// link watches the file that a link in the site leads to. A link to a folder is
// not followed by a build, nor one that leads out of the site's folder.
func (w *watcher) link(path string) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil
	}
	real, err := filepath.EvalSymlinks(w.dir)
	if err != nil {
		return nil
	}
	name, err := filepath.Rel(real, target)
	if err != nil || !filepath.IsLocal(name) {
		return nil
	}
	target = filepath.Join(w.dir, name)
	if info, err := os.Stat(target); err != nil || info.IsDir() {
		return nil
	}
	if !slices.Contains(w.links[target], path) {
		w.links[target] = append(w.links[target], path)
	}
	if err := w.notify.Add(filepath.Dir(target)); err != nil && !passes(err) {
		return err
	}
	return nil
}

// follow takes an event. An error means that the system watches no more.
func (w *watcher) follow(event fsnotify.Event) error {
	path := event.Name
	gone := event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if path == w.dir && gone {
		w.leaveAll() // glance finds what takes its place
		w.gathered.addAll(time.Now())
		return nil
	}
	if event.Op != fsnotify.Chmod {
		for _, link := range w.links[path] {
			w.gather(link)
		}
	}
	if _, ok := w.relative(path); !ok || passing(filepath.Base(path)) {
		return nil
	}
	names := w.folders[filepath.Dir(path)]
	if gone {
		w.gather(path)
		delete(names, filepath.Base(path))
		w.leave(path)
	}
	if event.Has(fsnotify.Write) {
		w.gather(path)
	}
	if event.Has(fsnotify.Create) {
		w.gather(path)
		return w.come(path, names)
	}
	if event.Op == fsnotify.Chmod && w.folders[path] == nil {
		if info, err := os.Lstat(path); err == nil && info.IsDir() { // it may be read by now
			w.gather(path)
			return w.enter(path, true)
		}
	}
	return nil
}

// come takes a file, folder or link that was not there.
func (w *watcher) come(path string, names map[string]bool) error {
	if names != nil {
		names[filepath.Base(path)] = true
	}
	w.leave(path) // another of that name
	info, err := os.Lstat(path)
	if err != nil {
		return nil
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		if filepath.Dir(path) != w.dir {
			return w.link(path)
		}
		// content, data and templates themselves may be links to folders.
		if info, err = os.Stat(path); err != nil {
			return nil
		}
	}
	if info.IsDir() {
		return w.enter(path, true)
	}
	return nil
}

// gather takes an absolute path that something happened to.
func (w *watcher) gather(path string) {
	if name, ok := w.relative(path); ok {
		w.gathered.add(name, time.Now())
	}
}
