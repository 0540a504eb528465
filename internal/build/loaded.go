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
	names []string // of the files there
	*data.Reading
}

// loadData reads data/. A live site keeps it while the files there have the same
// bytes; a set does not change once it is read. Where files of observations alone have
// others, the rest is shared with the set before.
func (b *build) loadData() (*data.Set, diag.Problems) {
	if b.live == nil || b.survey.odd {
		return data.LoadWith(b.files, b.dataMemory())
	}
	now := &loaded{names: b.survey.under("data")}
	if kept := b.memory.loaded; kept != nil && slices.Equal(kept.names, now.names) {
		switch changed, sure := b.changedData(kept); {
		case sure && len(changed) == 0:
			return kept.Set, kept.Problems
		case sure:
			now.Reading = kept.Again(b.files, b.dataMemory(), changed)
		}
	}
	if now.Reading == nil {
		now.Reading = data.LoadKept(b.files, b.dataMemory())
	}
	for _, name := range now.names {
		if sum, read := data.SumOf(now.Set, name); read {
			f := b.survey.files[name]
			f.sum, f.hashed = sum, true
			b.survey.files[name] = f
		}
	}
	b.memory.loaded = now
	return now.Set, now.Problems
}

// changedData lists the files of data/ that have not the bytes that were read. Of one
// that was not, only its name matters, unless it could not be; then nobody is sure.
func (b *build) changedData(kept *loaded) (changed []string, sure bool) {
	for _, name := range kept.names {
		was, read := data.SumOf(kept.Set, name)
		if !read && kept.Problems.Errors() == 0 {
			continue
		}
		now, ok := b.sumOf(name)
		if !read || !ok {
			return nil, false
		}
		if now != was {
			changed = append(changed, name)
		}
	}
	return changed, true
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
