package build

import (
	"crypto/sha256"

	"bulletin/internal/cache"
	"bulletin/internal/data"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// remembered is what came of a unit, and what it depends on.
type remembered struct {
	deps   []site.Dep
	data   []byte            // questions to data/: see data.WriteDeps
	places bool              // where things stand in data/ matters: problems speak of it
	digest [sha256.Size]byte // of all but data/
	asked  data.Digest       // of the answers to data
	state  data.Digest       // of all files of data/: with the same one, the answers are the same
	series []byte            // that it asks about: see seriesAsked; none where that does not tell all
	body   []byte            // see writeProduct
	facts  []byte            // see writeFacts; nil where they are on disk
}

// The pieces of the entry of a unit behind those of its files, from the end. One file
// instead of three: of a small site, files take longer to make than what is in them.
const (
	pieceUnit  = iota + 1 // what came of it, and what it depends on
	pieceFacts            // what is seldom asked: the facts of its pages, and what they show
)

// unit is what is known of a unit, or nil.
func (m *Memory) unit(name string) *remembered {
	m.guard.Lock()
	u := m.units[name]
	m.guard.Unlock()
	if u != nil || m.store == nil {
		return u
	}
	src := m.piece(name, pieceUnit)
	if src == nil {
		return nil
	}
	if u = readRemembered(src); u != nil {
		m.enter(name, u)
	}
	return u
}

// piece is what the entry of a unit holds of it beside its files; nil where there is
// none.
func (m *Memory) piece(name string, which int) []byte {
	if m.store == nil {
		return nil
	}
	kept, ok := m.store.Pieces(entryFiles, name)
	if !ok {
		return nil
	}
	defer kept.Close()
	if kept.Len() < which {
		return nil
	}
	src, ok := kept.Read(kept.Len()-which, nil)
	if !ok {
		return nil
	}
	return src
}

// keep remembers a unit with the bytes of its files.
func (m *Memory) keep(name string, u *remembered, files [][]byte, sums [][sha256.Size]byte) {
	if m.store != nil && !m.closed {
		pieces := piecesOf(files, sums)
		for _, src := range [][]byte{u.facts, u.write()} {
			pieces = append(pieces, cache.Piece{Bytes: src, Sum: sha256.Sum256(src)})
		}
		m.putPieces(entryFiles, name, pieces)
		u.facts = nil
	}
	m.enter(name, u)
	m.ease(u)
}

// ease lets go what nobody asks any more in this build, where it is the only one.
func (m *Memory) ease(u *remembered) {
	if !m.live {
		u.deps, u.data, u.body = nil, nil, nil
	}
}

// write is what is kept on disk.
func (u *remembered) write() []byte {
	var w wire.Writer
	w.Sum(u.digest)
	w.Bytes(u.asked[:])
	w.Bytes(u.state[:])
	w.Bool(u.places)
	site.WriteDeps(&w, u.deps)
	w.Bytes(u.data)
	w.Bytes(u.series)
	w.Bytes(u.body)
	return w.Data()
}

// readRemembered reads what write wrote; nil where it is not that.
func readRemembered(src []byte) *remembered {
	r := wire.NewReader(src)
	u := &remembered{digest: r.Sum()}
	copy(u.asked[:], r.Bytes())
	copy(u.state[:], r.Bytes())
	u.places = r.Bool()
	var ok bool
	u.deps, ok = site.ReadDeps(r)
	if !ok {
		return nil
	}
	u.data, u.series = r.Bytes(), r.Bytes()
	u.body = r.Bytes()
	if r.Done() != nil {
		return nil
	}
	return u
}
