package data

import (
	"crypto/sha256"
	"io/fs"
	"runtime"
	"slices"
	"sync"
)

// filed is a file of observations on its way from its bytes to the set.
type filed struct {
	name string
	src  []byte
	sum  [sha256.Size]byte
	err  error // it cannot be read
	read *observationFile
}

// readFiles reads files of observations, and gathers in their order what they hold.
// One goroutine reads bytes, since a file system need not stand more; the others
// make observations of them.
func (l *loader) readFiles(names []string) []filed {
	l.kept.begin(l)
	files := make([]filed, len(names))
	ready := make(chan *filed)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wait.Go(func() {
			for f := range ready {
				f.sum = sha256.Sum256(f.src)
				f.read = l.readFile(f)
				f.src = nil
			}
		})
	}
	for i, name := range names {
		f := &files[i]
		f.name = name
		if f.src, f.err = fs.ReadFile(l.fsys, name); f.err == nil {
			ready <- f
		}
	}
	close(ready)
	wait.Wait()
	l.kept.keep(files)
	l.gather(files)
	return files
}

// readFile takes a file from the memory, or reads it.
func (l *loader) readFile(f *filed) *observationFile {
	if l.recall == nil {
		return l.set.readFile(f.name, f.src)
	}
	name := l.recall.name(f.name, f.sum)
	if kept := l.set.recalled(f.name, l.recall.get(name)); kept != nil {
		return kept
	}
	read := l.set.readFile(f.name, f.src)
	l.recall.put(name, read.keep(f.name))
	return read
}

// gather enters what was read into the set.
func (l *loader) gather(files []filed) {
	s, n := l.set, 0
	for i := range files {
		if files[i].read != nil {
			n += len(files[i].read.observations)
		}
	}
	s.observations = slices.Grow(s.observations, n)
	for i := range files {
		f := &files[i]
		if f.err != nil {
			s.lost = true
			l.unreadable(f.name, f.err, "")
			continue
		}
		l.was(f.name, f.sum)
		s.observations = append(s.observations, f.read.observations...)
		s.accepts = append(s.accepts, f.read.accepts...)
		s.texts = append(s.texts, f.read.texts...)
		s.todos = append(s.todos, f.read.todos...)
		s.lost = s.lost || f.read.lost
		l.ps = append(l.ps, f.read.ps...)
		f.read = nil
	}
}
