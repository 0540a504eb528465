package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"syscall"
)

const (
	stagePath = own + "/stage"
	// treePath mirrors the output folder: what waits in it has the path there
	// that it will have in the site.
	treePath = stagePath + "/tree"
)

// Staged is where a file of the site waits, below the output folder, until it is
// published.
func Staged(path string) string { return treePath + "/" + path }

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
	folder, err := above.Folder(name)
	if err != nil {
		if info, e := above.Lstat(name); e == nil && !info.IsDir() {
			err = &fs.PathError{Op: "stage in", Path: name, Err: syscall.ENOTDIR} // see InTheWay: os.Root has no name for it
		}
	}
	return folder, err
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
	f := file{source: source, sum: sum, size: int64(len(data)), state: planned}
	_, f.name = split(path)
	before := s.earlier(d, f.name)
	if before.state&planned != 0 {
		return madeTwice(path)
	}
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
	f := s.earlier(d, name)
	if f.name == "" || f.sum != sum || f.state&there == 0 {
		return false, nil
	}
	if f.state&trusted == 0 {
		read, err := s.sumOf(d, name)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("compare %s with what is published: %w", path, err)
		}
		if read != sum {
			return false, nil
		}
	}
	if f.state&planned != 0 {
		return false, madeTwice(path)
	}
	f.state |= planned
	s.note(d, f)
	return true, nil
}

// dir is the folder that path lies in.
func (s *Stage) dir(path string) *dir {
	s.guard.Lock()
	defer s.guard.Unlock()
	above, _ := split(path)
	return s.site.dir(above)
}

// earlier is what the last build published in a folder that was looked at; a
// file without a name where there was none.
func (s *Stage) earlier(d *dir, name string) file {
	s.guard.Lock()
	defer s.guard.Unlock()
	if f := d.find(name); f != nil {
		return *f
	}
	return file{}
}

// respelled tells whether the last build published path in another spelling only.
func (s *Stage) respelled(path string) bool {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.site.find(path) == nil && s.site.published(path)
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
	before.source, before.sum, before.size, before.modified, before.state = f.source, f.sum, f.size, f.modified, f.state
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
