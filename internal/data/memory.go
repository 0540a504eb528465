package data

import (
	"crypto/sha256"
	"encoding/hex"

	"bulletin/internal/wire"
)

// Memory keeps what was read in an earlier run, under a name that is made of
// everything that it was read from. What Get gives may be anything: what is not
// just what Put was given under the name is read anew. Several goroutines use it
// at once.
type Memory interface {
	Get(name string) ([]byte, bool)
	Put(name string, data []byte)
}

// form is the version of what is kept. It goes up whenever files are read in
// another way: when a rule is added, a message changed, a field kept.
const form = 3

// recall finds in a memory what was read from files of data/: each under the hash
// of its name and bytes, and of what files are read against.
type recall struct {
	memory Memory
	names  Digest // of the registers: see newRecall
}

// newRecall is nil where there is no memory. Files of observations and records are
// read against the areas, indicators and dimensions, and the keys of sources.
func newRecall(m Memory, s *Set) *recall {
	if m == nil {
		return nil
	}
	var st stamp
	st.number(form)
	st.flags(s.areas.whole, s.indicators.whole, s.dimensions.whole, s.sources.whole)
	st.names(s)
	for _, source := range s.sources.list {
		st.text(source.Key)
	}
	return &recall{m, st.sum()}
}

// name is what a file is kept under.
func (m *recall) name(file string, bytes [sha256.Size]byte) string {
	var st stamp
	st.digest(m.names)
	st.text(file)
	st.bytes = append(st.bytes, bytes[:]...)
	sum := sha256.Sum256(st.bytes)
	return hex.EncodeToString(sum[:])
}

// get is what was kept under a name; nil where that is nothing, or not what was
// put there.
func (m *recall) get(name string) *wire.Reader {
	if m == nil {
		return nil
	}
	kept, ok := m.memory.Get(name)
	if !ok || len(kept) < sha256.Size || sealed(name, kept[sha256.Size:]) != [sha256.Size]byte(kept) {
		return nil
	}
	return wire.NewReader(kept[sha256.Size:])
}

// put keeps what was written, which a nil writer did not.
func (m *recall) put(name string, w *wire.Writer) {
	if m == nil || w == nil {
		return
	}
	seal := sealed(name, w.Data())
	m.memory.Put(name, append(seal[:], w.Data()...))
}

// sealed is the hash of a name and what is kept under it.
func sealed(name string, kept []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write(kept)
	h.Sum(sum[:0])
	return sum
}
