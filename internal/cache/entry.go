package cache

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
)

// Get finds the bytes that were put last under a kind and a name, which are the
// caller's own. False stands for everything else: none were put, by this
// version, or they are not what they were.
func (s *Store) Get(kind, name string) ([]byte, bool) {
	file := fileName(kind, name)
	s.open.RLock()
	defer s.open.RUnlock()
	info, ok := s.look(file)
	if !ok {
		return nil, false
	}
	data, err := s.open.version.ReadFile(file)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	body := data[sha256.Size:]
	if s.sum(kind, name, body) != [sha256.Size]byte(data) {
		return nil, false
	}
	s.touch(file, info)
	return body, true
}

// Put keeps bytes, given in parts, under a kind and a name, in the place of what
// was kept there. After an error what was there before is still there.
func (s *Store) Put(kind, name string, parts ...[]byte) error {
	return s.putSum(kind, name, s.sum(kind, name, parts...), parts)
}

func (s *Store) put(kind, name string, sum [sha256.Size]byte, parts [][]byte) error {
	file := fileName(kind, name)
	s.open.RLock()
	defer s.open.RUnlock()
	if s.open.whole == nil {
		return fs.ErrClosed
	}
	d := s.open.version
	half := fmt.Sprintf("%s.%s-%d.tmp", file, s.run, s.serial.Add(1))
	err := fill(d, half, sum, parts)
	if err == nil {
		err = d.Rename(half, file)
	}
	if err != nil {
		_ = d.Remove(half) // it may not have been made; a later run removes it
		return err
	}
	s.use(file)
	s.wrote.Store(true)
	return nil
}

// fill writes a new file.
func fill(d disk, name string, sum [sha256.Size]byte, parts [][]byte) error {
	size := sha256.Size
	for _, part := range parts {
		size += len(part)
	}
	file, err := d.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, min(size, 64<<10))
	_, _ = w.Write(sum[:]) // a Writer keeps its first error
	for _, part := range parts {
		_, _ = w.Write(part)
	}
	return errors.Join(w.Flush(), file.Close())
}

// sum is what an entry begins with.
func (s *Store) sum(kind, name string, parts ...[]byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(lengths(format, s.version, kind, name))
	for _, part := range parts {
		h.Write(part)
	}
	h.Sum(sum[:0])
	return sum
}

// fileName is the name of an entry's file.
func fileName(kind, name string) string {
	sum := sha256.Sum256(lengths(kind, name))
	return hex.EncodeToString(sum[:16])
}

// lengths joins texts so that no two lists of them give the same bytes.
func lengths(texts ...string) []byte {
	var all []byte
	for _, text := range texts {
		all = binary.AppendUvarint(all, uint64(len(text)))
		all = append(all, text...)
	}
	return all
}
