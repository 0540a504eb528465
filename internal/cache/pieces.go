package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Piece is one of the pieces of an entry, whose SHA-256 is known: of many bytes nobody
// wants to work it out twice.
type Piece struct {
	Bytes []byte
	Sum   [sha256.Size]byte
}

// pieceSize is how many bytes stand in the table of an entry about each piece.
const pieceSize = 8 + sha256.Size

// inPieces tells such entries from others of their kind.
const inPieces = " in pieces"

// PutPieces is [Store.Put] for bytes in pieces, which [Store.Pieces] finds one by one. A
// piece whose sum is not that of its bytes is a miss.
func (s *Store) PutPieces(kind, name string, pieces []Piece) error {
	table := binary.LittleEndian.AppendUint64(make([]byte, 0, 8+len(pieces)*pieceSize), uint64(len(pieces)))
	parts := make([][]byte, 1, 1+len(pieces))
	for _, p := range pieces {
		table = binary.LittleEndian.AppendUint64(table, uint64(len(p.Bytes)))
		table = append(table, p.Sum[:]...)
		parts = append(parts, p.Bytes)
	}
	parts[0] = table
	return s.putSum(kind, name, s.sum(kind+inPieces, name, table), parts)
}

// Pieces is an entry of pieces, open for reading. One goroutine uses it at a time.
type Pieces struct {
	file  reader
	table []byte  // of the sizes and sums
	at    []int64 // where the pieces begin
}

// Pieces finds what [Store.PutPieces] put last under a kind and a name; false as [Store.Get].
// It must be closed.
func (s *Store) Pieces(kind, name string) (*Pieces, bool) {
	file := fileName(kind, name)
	s.open.RLock()
	defer s.open.RUnlock()
	info, ok := s.look(file)
	if !ok {
		return nil, false
	}
	opened, err := s.open.version.Open(file)
	if err != nil {
		return nil, false
	}
	p := &Pieces{file: opened}
	if !p.begin(info.Size(), func(table []byte) [sha256.Size]byte { return s.sum(kind+inPieces, name, table) }) {
		p.Close()
		return nil, false
	}
	s.touch(file, info)
	return p, true
}

// begin reads the table of an entry of a size; false where it is not as it was put.
func (p *Pieces) begin(size int64, sum func(table []byte) [sha256.Size]byte) bool {
	const most = sha256.Size + 8
	var head [most]byte
	if _, err := p.file.ReadAt(head[:], 0); err != nil {
		return false
	}
	n := binary.LittleEndian.Uint64(head[sha256.Size:])
	if n > uint64(size-most)/pieceSize {
		return false
	}
	whole := make([]byte, 8+n*pieceSize)
	if _, err := p.file.ReadAt(whole, sha256.Size); err != nil || sum(whole) != [sha256.Size]byte(head[:]) {
		return false
	}
	p.table = whole[8:]
	next := int64(sha256.Size + len(whole))
	p.at = make([]int64, n)
	for i := range p.at {
		p.at[i] = next
		next += p.size(i)
	}
	return next == size
}

// Len is how many pieces there are.
func (p *Pieces) Len() int { return len(p.at) }

// size is that of a piece, in bytes. The sum of the table vouches for it.
func (p *Pieces) size(i int) int64 {
	return int64(binary.LittleEndian.Uint64(p.table[i*pieceSize:]))
}

// Sum is the SHA-256 of a piece.
func (p *Pieces) Sum(i int) [sha256.Size]byte {
	return [sha256.Size]byte(p.table[i*pieceSize+8:])
}

// Read gives the bytes of a piece, in the buffer where that is large enough; false
// where they are not what was put.
func (p *Pieces) Read(i int, buffer []byte) ([]byte, bool) {
	size := int(p.size(i))
	if cap(buffer) < size {
		buffer = make([]byte, size)
	}
	buffer = buffer[:size]
	if _, err := p.file.ReadAt(buffer, p.at[i]); err != nil && !(size == 0 && errors.Is(err, io.EOF)) {
		return nil, false
	}
	return buffer, sha256.Sum256(buffer) == p.Sum(i)
}

// Close ends the reading.
func (p *Pieces) Close() {
	_ = p.file.Close() // nothing was written
}

// look finds an entry's file; false where there can be none. The store is kept open
// meanwhile.
func (s *Store) look(file string) (fs.FileInfo, bool) {
	if s.open.whole == nil {
		return nil, false
	}
	info, err := s.open.version.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() < sha256.Size || info.Size() > s.bound {
		return nil, false
	}
	return info, true
}

// touch notes that an entry was used.
func (s *Store) touch(file string, info fs.FileInfo) {
	s.use(file)
	if now := s.now(); info.ModTime().Before(now.Add(-fresh)) {
		_ = s.open.version.Touch(file, now) // at worst it is removed too early
	}
}

// putSum puts an entry that begins with a sum.
func (s *Store) putSum(kind, name string, sum [sha256.Size]byte, parts [][]byte) error {
	err := s.put(kind, name, sum, parts)
	if errors.Is(err, fs.ErrNotExist) && s.renew() == nil {
		err = s.put(kind, name, sum, parts)
	}
	if err != nil {
		return fmt.Errorf("write into the cache %s: %w", s.place, err)
	}
	return nil
}
