package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"bulletin/internal/cache"
	"bulletin/internal/data"
)

// Memory is what builds found out, for the next: of each unit what came of it and what
// it depends on. Some of it is in a cache on disk. One build at a time uses it.
type Memory struct {
	store  *cache.Store // nil: nothing is kept on disk
	closed bool         // nothing is entered there: a check writes nothing
	live   bool         // further builds of this process will ask
	guard  sync.Mutex
	units  map[string]*remembered // of a live one, as all that follows

	kept    map[string]front  // documents by their files
	data    map[string][]byte // for package data
	survey  *survey           // of the build before
	listed  bool              // no file of it was missed: see lookAgain
	theme   *themeKept
	settled *settled
	cells   *cells
	loaded  *loaded
}

// The kinds of entries in the cache.
const (
	entryFiles = "files" // the bytes of files, each a piece; of a unit, more pieces follow, as below
	entryData  = "data"  // what package data keeps
)

// openMemory opens the cache of a build. Where there can be none, the build goes on
// without, and says so. Where there is one, the site is surveyed as it is opened.
func (b *build) openMemory() *Memory {
	if b.live != nil && b.live.memory != nil {
		return b.live.memory
	}
	m := &Memory{units: map[string]*remembered{}, live: b.live != nil, data: map[string][]byte{}}
	if b.live != nil {
		b.live.memory = m
	}
	if b.Cache == "" {
		return m
	}
	if b.Check {
		if m.closed = true; !isFolder(b.cachePlace()) {
			return m
		}
	}
	type found struct {
		version string
		err     error
	}
	later := make(chan found, 1)
	go func() {
		version, err := program()
		later <- found{version, err}
	}()
	if b.live == nil {
		b.look() // meanwhile
	}
	now := <-later
	err := now.err
	if err == nil {
		m.store, err = cache.Open(b.cachePlace(), b.Version+" "+now.version)
	}
	if err != nil {
		b.result.Notes = append(b.result.Notes, fmt.Sprintf("nothing is kept for the next build: %v", err))
	}
	return m
}

// close closes the cache. What cannot be tidied up there stays.
func (m *Memory) close() {
	if m != nil && m.store != nil {
		_ = m.store.Close() // the next build tries again
	}
}

// program is the SHA-256 of this program: another one may make other bytes.
func program() (string, error) {
	place, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	f, err := os.Open(place)
	if err != nil {
		return "", fmt.Errorf("read this program: %w", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("read this program: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// dataMemory is the memory for package data, or nil.
func (b *build) dataMemory() data.Memory {
	if b.memory == nil || b.memory.store == nil && !b.memory.live {
		return nil
	}
	return b.memory
}

// cachePlace is the folder of the cache. A relative one is taken from the site's.
func (b *build) cachePlace() string {
	if filepath.IsAbs(b.Cache) {
		return b.Cache
	}
	return filepath.Join(b.root.Name(), b.Cache)
}

// Get is what package data kept under a name.
func (m *Memory) Get(name string) ([]byte, bool) {
	if m.live {
		m.guard.Lock()
		src, ok := m.data[name]
		m.guard.Unlock()
		if ok {
			return src, true
		}
	}
	if m.store == nil {
		return nil, false
	}
	return m.store.Get(entryData, name)
}

// Put keeps something for package data.
func (m *Memory) Put(name string, src []byte) {
	if m.live {
		m.guard.Lock()
		m.data[name] = src
		m.guard.Unlock()
	}
	m.put(entryData, name, src)
}

// put keeps an entry on disk. One that cannot be written is missed by the next build,
// and by nobody else.
func (m *Memory) put(kind, name string, parts ...[]byte) {
	if m.store != nil && !m.closed {
		_ = m.store.Put(kind, name, parts...)
	}
}

// putPieces is put for bytes whose sums are known.
func (m *Memory) putPieces(kind, name string, pieces []cache.Piece) {
	if m.store != nil && !m.closed {
		_ = m.store.PutPieces(kind, name, pieces)
	}
}

// piecesOf are the files of a unit for its entry; empty ones of those that could not be
// made.
func piecesOf(files [][]byte, sums [][sha256.Size]byte) []cache.Piece {
	all := make([]cache.Piece, len(sums))
	for i := range all {
		all[i] = cache.Piece{Bytes: files[i], Sum: sums[i]}
	}
	return all
}

// enter keeps a unit for further builds of this process.
func (m *Memory) enter(name string, u *remembered) {
	if !m.live {
		return
	}
	m.guard.Lock()
	m.units[name] = u
	m.guard.Unlock()
}

// isFolder tells whether there is a folder at a place.
func isFolder(place string) bool {
	info, err := os.Stat(place)
	return err == nil && info.IsDir()
}
