package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
	"time"
)

const (
	stagePath = own + "/stage"
	// treePath mirrors the output folder: what waits in it has the path there
	// that it will have in the site.
	treePath = stagePath + "/tree"
)

// Stage takes the files of one build, and publishes them all or none.
type Stage struct {
	disk    disk
	site    *manifest // what the last build published, and this one will
	begin   func() error
	out     *handles // folders of the output folder
	tree    *handles // the same of the stage
	buffers sync.Pool

	guard    sync.Mutex // of all that follows, and of site
	stale    int        // files whose bytes had to be read, as the manifest does not vouch for them
	altered  bool       // the manifest has another sum for a file
	dirs     []*dir     // all folders by their paths, once no more files come
	surveyed *survey    // once no more files come
}

// Stage begins a build. A folder takes one.
func (f *Folder) Stage() *Stage {
	s := &Stage{
		disk:    f.disk,
		site:    f.last,
		begin:   sync.OnceValue(func() error { return f.disk.MkdirAll(stagePath, dirMode) }),
		buffers: sync.Pool{New: func() any { return new([32 << 10]byte) }},
	}
	s.out = newHandles(s.openOut)
	s.tree = newHandles(s.openTree)
	return s
}

// openOut opens a folder of the site as it is published. A link is no folder of ours.
func (s *Stage) openOut(above disk, d *dir) (disk, error) {
	if above == nil {
		return s.disk.Folder(".")
	}
	info, err := above.Lstat(d.name())
	if err == nil && !info.IsDir() {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	return above.Folder(d.name())
}

// openTree opens a folder on the stage, and makes it where it is missing.
func (s *Stage) openTree(above disk, d *dir) (disk, error) {
	name := d.name()
	if above == nil {
		if err := s.begin(); err != nil {
			return nil, err
		}
		above, name = s.disk, treePath
	}
	if err := above.Mkdir(name, dirMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return above.Folder(name)
}

// Add takes the bytes of a file that is to be published at path; source names
// the file that it is made from, for messages. Where the same bytes are
// published already, it touches nothing. Several workers may call it at once.
func (s *Stage) Add(path, source string, data []byte) error {
	return s.AddSum(path, source, data, sha256.Sum256(data))
}

// AddSum is Add for a caller that knows the SHA-256 of the bytes.
func (s *Stage) AddSum(path, source string, data []byte, sum [32]byte) error {
	d := s.dir(path)
	s.lookAt(d)
	before, err := s.enter(d, path)
	if err != nil {
		return err
	}
	f := file{source: source, sum: sum, size: int64(len(data)), state: planned}
	_, f.name = split(path)
	same, err := s.same(d, before, &f, data)
	if err != nil {
		return fmt.Errorf("compare %s with what is published: %w", path, err)
	}
	if !same {
		info, err := s.put(d, f.name, data)
		if err != nil {
			return fmt.Errorf("stage %s: %w", path, err)
		}
		f.modified = info.ModTime().UnixNano()
		f.state |= staged
	}
	s.note(d, f)
	return nil
}

// Keep tells whether the file that is published at path is what the last build
// wrote there, with this SHA-256. If so it stays, and counts as unchanged; if
// not, the caller brings the bytes by Add. The size and the time of the last
// change tell, so that the file need not be read, unless they are not those
// in the manifest, or so young that a later change could have the same time.
// Several workers may call it at once.
func (s *Stage) Keep(path, source string, sum [32]byte) (bool, error) {
	d := s.dir(path)
	if len(d.files) == 0 {
		return false, nil
	}
	s.lookAt(d)
	_, name := split(path)
	f := d.find(name)
	if f == nil || f.sum != sum || f.state&there == 0 {
		return false, nil
	}
	if f.state&trusted == 0 {
		read, err := s.sumOf(d, name)
		if err != nil {
			return false, fmt.Errorf("compare %s with what is published: %w", path, err)
		}
		if read != sum {
			return false, nil
		}
	}
	if _, err := s.enter(d, path); err != nil {
		return false, err
	}
	kept := *f
	kept.source = source
	s.note(d, kept)
	return true, nil
}

// dir is the folder that path lies in.
func (s *Stage) dir(path string) *dir {
	s.guard.Lock()
	defer s.guard.Unlock()
	above, _ := split(path)
	return s.site.dir(above)
}

// earlier is what the last build published at a path that this one plans.
type earlier struct {
	file           // with no name where there was none
	respelled bool // it was published in another spelling
}

// enter plans a file.
func (s *Stage) enter(d *dir, path string) (earlier, error) {
	s.guard.Lock()
	defer s.guard.Unlock()
	_, name := split(path)
	f := d.find(name)
	if f == nil {
		return earlier{respelled: s.site.published(path)}, nil
	}
	if f.state&planned != 0 {
		return earlier{}, madeTwice(path)
	}
	before := *f
	f.state |= planned
	return earlier{file: before}, nil
}

// note enters what has become of a planned file.
func (s *Stage) note(d *dir, f file) {
	s.guard.Lock()
	defer s.guard.Unlock()
	d.raise(func(d *dir) *bool { return &d.needed })
	if f.state&staged != 0 {
		d.raise(func(d *dir) *bool { return &d.staged })
	} else {
		f.source = "" // nothing will be said about it
	}
	before := d.find(f.name)
	if before == nil {
		d.added = append(d.added, f)
		return
	}
	if f.state&staged == 0 && before.state&trusted == 0 {
		s.stale++
	}
	s.altered = s.altered || before.sum != f.sum
	f.name = before.name
	*before = f
}

// lookAt compares the files of a folder with what the last build left there.
func (s *Stage) lookAt(d *dir) {
	d.look.Do(func() {
		if d.parent != nil {
			if s.lookAt(d.parent); !d.parent.exists {
				return
			}
		}
		opened, err := s.out.take(d)
		if err != nil {
			return // whatever is there, it is no folder of ours
		}
		defer s.out.give(opened)
		d.exists = true
		for i := range d.files {
			f := &d.files[i]
			info, ok := regular(opened, f.name)
			if !ok {
				continue
			}
			modified := info.ModTime().UnixNano()
			switch f.size {
			case unknownSize:
				f.size = info.Size()
				f.state |= there
			case info.Size():
				f.state |= there
				if f.modified == modified && modified+grain(modified) <= s.site.written {
					f.state |= trusted
				}
			}
			f.modified = modified
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
func (s *Stage) same(d *dir, before earlier, f *file, data []byte) (bool, error) {
	known := before.state&there != 0
	if !d.exists || before.respelled || known && before.size != f.size {
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

// put writes a file to the stage.
func (s *Stage) put(d *dir, name string, data []byte) (fs.FileInfo, error) {
	opened, err := s.tree.take(d)
	if err != nil {
		return nil, err
	}
	defer s.tree.give(opened)
	return opened.Create(name, data)
}
