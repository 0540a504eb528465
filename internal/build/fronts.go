package build

import (
	"crypto/sha256"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// front is what is above the body of a document, and what is wrong there.
type front struct {
	sum      [sha256.Size]byte // of the file
	document *content.Document
	problems diag.Problems
}

// entryFronts is the kind of the entry that holds thin documents.
const entryFronts = "fronts"

// fronts are the thin documents that are remembered, by their files.
func (m *Memory) fronts() map[string]front {
	all := map[string]front{}
	if m != nil && m.kept != nil {
		return m.kept
	}
	if m == nil || m.store == nil {
		return all
	}
	src, ok := m.store.Get(entryFronts, "")
	if !ok {
		return all
	}
	r := wire.NewReader(src)
	for range r.Len(33) {
		f := front{sum: r.Sum(), problems: diag.ReadProblems(r)}
		if f.document, ok = content.ReadThin(r); !ok {
			return map[string]front{}
		}
		all[f.document.File] = f
	}
	if r.Done() != nil {
		return map[string]front{}
	}
	return all
}

// keepFronts remembers those of the documents that can be thin.
func (m *Memory) keepFronts(all []front) {
	if m != nil && m.live {
		m.kept = map[string]front{}
		for _, f := range all {
			if f.document != nil {
				m.kept[f.document.File] = f
			}
		}
	}
}

// writeFronts keeps them on disk.
func (m *Memory) writeFronts(all []front) {
	if m == nil || m.store == nil || m.closed {
		return
	}
	var w wire.Writer
	n := 0
	for _, f := range all {
		if f.document != nil && f.document.Thins() {
			n++
		}
	}
	w.Len(n)
	for _, f := range all {
		if f.document != nil && f.document.Thins() {
			w.Sum(f.sum)
			diag.WriteProblems(&w, f.problems)
			f.document.WriteThin(&w)
		}
	}
	m.put(entryFronts, "", w.Data())
}
