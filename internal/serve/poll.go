package serve

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Looking at all files takes a twentieth of the time at most.
const (
	lookOften = 500 * time.Millisecond
	lookShare = 20
)

// stamp is what tells a file from what it was, without reading it.
type stamp struct {
	size    int64
	changed time.Time
	mode    fs.FileMode
}

// look finds the stamps of all that a site is made from, by absolute path.
func look(dir string) map[string]stamp {
	found := map[string]stamp{}
	for _, name := range watched() {
		lookAt(filepath.Join(dir, name), found)
	}
	return found
}

// lookAt enters a file, or a folder with all in it. A link counts as what it leads
// to; one to a folder below content, data and templates is not followed, as a build
// does not.
func lookAt(path string, found map[string]stamp) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	if !info.IsDir() {
		found[path] = stamp{info.Size(), info.ModTime(), info.Mode()}
		return
	}
	found[path] = stamp{mode: info.Mode()}
	entries, err := os.ReadDir(path)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if passing(entry.Name()) {
			continue
		}
		below := filepath.Join(path, entry.Name())
		if entry.Type()&fs.ModeSymlink != 0 {
			if info, err := os.Stat(below); err != nil || info.IsDir() {
				continue
			}
		}
		lookAt(below, found)
	}
}

// lookAgain gathers what differs from what was seen before, and tells when to
// look the next time.
func (w *watcher) lookAgain() time.Duration {
	began := time.Now()
	now := look(w.dir)
	for path, s := range now {
		if before, ok := w.seen[path]; !ok || !s.changed.Equal(before.changed) || s.size != before.size || s.mode != before.mode {
			w.gather(path)
		}
	}
	for path := range w.seen {
		if _, ok := now[path]; !ok {
			w.gather(path)
		}
	}
	w.seen = now
	return max(lookOften, lookShare*time.Since(began))
}
