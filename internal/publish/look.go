package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"time"
)

// lookAt compares the files of a folder with what the last build left there.
func (s *Stage) lookAt(d *dir) {
	d.look.Do(func() {
		if d.parent != nil {
			if s.lookAt(d.parent); !d.parent.exists {
				return
			}
		}
		// A folder that is a link is no folder of ours.
		if at, err := s.disk.Glance(d.path); err != nil || !at.folder {
			return
		}
		d.exists = true
		for i := range d.files {
			f := &d.files[i]
			at, err := s.disk.Glance(join(d.path, f.name))
			if err != nil || !at.plain {
				continue
			}
			switch f.size {
			case unknownSize:
				f.size = at.size
				f.state |= there
			case at.size:
				f.state |= there
				if f.modified == at.modified && at.modified+grain(at.modified) <= s.site.written {
					f.state |= trusted
				}
			}
			f.modified = at.modified
		}
	})
}

// grain is by how much two changes of files must lie apart to be sure to have
// different times: two ticks of a clock of 100 Hz, or of a disk that keeps
// seconds (FAT: every other one), as the time itself tells.
func grain(modified int64) int64 {
	if modified%int64(time.Second) == 0 {
		return int64(2 * time.Second)
	}
	return int64(20 * time.Millisecond)
}

// same tells whether data is what stands where f is planned, and enters when
// that was changed last. A file that only changes the spelling of its path is
// not: the old spelling will be removed.
func (s *Stage) same(d *dir, before file, f *file, data []byte) (bool, error) {
	known := before.state&there != 0
	if !d.exists || known && before.size != f.size || before.name == "" && s.respelled(join(d.path, f.name)) {
		return false, nil
	}
	opened, err := s.out.take(d)
	if err != nil {
		return false, err
	}
	defer s.out.give(opened)
	if f.modified = before.modified; !known {
		info, ok := regular(opened, f.name)
		if !ok || info.Size() != f.size {
			return false, nil
		}
		f.modified = info.ModTime().UnixNano()
	}
	same := true
	err = s.read(opened, f.name, func(part []byte) bool {
		same = bytes.HasPrefix(data, part)
		data = data[min(len(part), len(data)):]
		return same
	})
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return same && len(data) == 0, err
}

// sumOf is the SHA-256 of a published file.
func (s *Stage) sumOf(d *dir, name string) (sum [32]byte, err error) {
	opened, err := s.out.take(d)
	if err != nil {
		return sum, err
	}
	defer s.out.give(opened)
	h := sha256.New()
	err = s.read(opened, name, func(part []byte) bool {
		_, _ = h.Write(part) // never fails
		return true
	})
	return [32]byte(h.Sum(nil)), err
}

// read gives the bytes of a file in parts, while they are wanted.
func (s *Stage) read(d disk, name string, want func([]byte) bool) (err error) {
	file, err := d.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	buffer := s.buffers.Get().(*[32 << 10]byte)
	defer s.buffers.Put(buffer)
	for {
		n, err := file.Read(buffer[:])
		if n > 0 && !want(buffer[:n]) || err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
