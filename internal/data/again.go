package data

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"slices"

	"bulletin/internal/diag"
)

// Reading is a set with its problems, and with what it takes to read data/ again once
// some files of observations have changed: all others are shared with the next.
type Reading struct {
	Set      *Set
	Problems diag.Problems

	registers Set     // nothing but the registers, as observations were read against them
	head      reading // of what is read before the observations
	files     []filed // of observations
}

// reading is how far a loader has come.
type reading struct {
	files    []byte // entered into its stamp
	problems diag.Problems
}

// LoadKept is [LoadWith], to be read again.
func LoadKept(fsys fs.FS, memory Memory) *Reading {
	r := &Reading{}
	l := &loader{fsys: fsys, memory: memory, set: &Set{sums: map[string][sha256.Size]byte{}}, kept: r}
	l.load()
	r.Set, r.Problems = l.finish()
	return r
}

// Again reads data/ after some files of observations have got other bytes, and nothing
// else has changed. It gives what [LoadKept] would. It is nil where that has to be
// asked: where there were errors, or the files break values down as none did before.
func (r *Reading) Again(fsys fs.FS, memory Memory, changed []string) *Reading {
	if r.Problems.Errors() > 0 || r.files == nil {
		return nil
	}
	next := &Reading{registers: r.registers, head: r.head, files: slices.Clone(r.files)}
	set := r.registers
	set.sums = maps.Clone(r.Set.sums)
	l := &loader{fsys: fsys, memory: memory, set: &set, kept: next}
	l.files.bytes = slices.Clone(r.head.files)
	l.ps = slices.Clone(r.head.problems)
	l.recall = newRecall(memory, l.set)
	var ok bool
	for _, name := range changed {
		i := slices.IndexFunc(next.files, func(f filed) bool { return f.name == name })
		if i < 0 {
			return nil
		}
		f := &next.files[i]
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil
		}
		f.src, f.sum = src, sha256.Sum256(src)
		f.read = l.readFile(f)
		f.src = nil
		f.read.ease()
		for _, o := range f.read.observations {
			if o.rank, ok = r.Set.ranks[CategoriesKey(o.Path)]; !ok {
				return nil // the numbers of all paths would be others, which observations share
			}
		}
	}
	set.ranks = r.Set.ranks            // some may have gone, which leaves the order of the others
	l.gather(slices.Clone(next.files)) // which takes out what it has entered
	l.set.arrange(&l.ps)
	l.rest(next.files)
	next.Set, next.Problems = l.finish()
	return next
}

// begin keeps how far the loader has come before it reads files of observations.
func (r *Reading) begin(l *loader) {
	if r == nil {
		return
	}
	r.registers = Set{Site: l.set.Site, areas: l.set.areas, indicators: l.set.indicators, dimensions: l.set.dimensions, sources: l.set.sources, accepts: slices.Clip(l.set.accepts), texts: slices.Clip(l.set.texts), todos: slices.Clip(l.set.todos)}
	r.head = reading{slices.Clone(l.files.bytes), slices.Clone(l.ps)}
}

// keep keeps the files of observations.
func (r *Reading) keep(files []filed) {
	if r == nil {
		return
	}
	r.files = slices.Clone(files)
	for _, f := range files {
		if f.read != nil {
			f.read.ease()
		}
	}
}

// ease lets go what only reading needs.
func (f *observationFile) ease() { f.set, f.paths, f.unknown, f.room = nil, nil, nil, nil }

// Shared tells for each observation of a set which of an earlier one it is: by its
// place there, or -1. Observations that are the same have the same totals, and where the
// registers and revisions have not changed, the same digest. No page asks for it.
func Shared(s, before *Set) []int32 {
	places := make([]int32, len(s.observations))
	next := 0
	for i, o := range s.observations {
		places[i] = -1
		for next < len(before.observations) && before.observations[next] != o && compare(before.observations[next], o) < 0 {
			next++
		}
		if next < len(before.observations) && before.observations[next] == o {
			places[i] = int32(next)
			next++
		}
	}
	return places
}
