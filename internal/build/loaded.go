package build

import (
	"crypto/sha256"
	"io/fs"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// loaded is what was read of data/, for the next build of this process.
type loaded struct {
	names    []string // of the files there
	set      *data.Set
	problems diag.Problems
}

// loadData reads data/. A live site keeps it while the files there have the same
// bytes; a set does not change once it is read.
func (b *build) loadData() (*data.Set, diag.Problems) {
	if b.live == nil || b.survey.odd {
		return data.LoadWith(b.files, b.dataMemory())
	}
	names := b.survey.under("data")
	if kept := b.memory.loaded; kept != nil && slices.Equal(kept.names, names) && b.asLoaded(kept) {
		return kept.set, kept.problems
	}
	set, problems := data.LoadWith(b.files, b.dataMemory())
	for _, name := range names {
		if sum, read := data.SumOf(set, name); read {
			f := b.survey.files[name]
			f.sum, f.hashed = sum, true
			b.survey.files[name] = f
		}
	}
	b.memory.loaded = &loaded{names, set, problems}
	return set, problems
}

// asLoaded tells whether the files of data/ have the bytes that were read. Of one that
// was not, only its name matters, unless it could not be.
func (b *build) asLoaded(kept *loaded) bool {
	for _, name := range kept.names {
		was, read := data.SumOf(kept.set, name)
		if !read {
			if kept.problems.Errors() > 0 {
				return false
			}
			continue
		}
		if now, ok := b.sumOf(name); !ok || now != was {
			return false
		}
	}
	return true
}

// sumOf is the SHA-256 of a file of the survey; of one that was touched since it was
// known, by reading it.
func (b *build) sumOf(name string) ([sha256.Size]byte, bool) {
	f, ok := b.survey.files[name]
	if !ok || f.hashed {
		return f.sum, ok
	}
	src, err := fs.ReadFile(b.files, name)
	if err != nil {
		return f.sum, false
	}
	f.sum, f.hashed = sha256.Sum256(src), true
	b.survey.files[name] = f
	return f.sum, true
}
