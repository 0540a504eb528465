package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// disk is what publishing does to a folder: the output folder, or one opened
// in it. No name and no link leads out of it. An [os.Root] does it; tests
// break it on purpose.
type disk interface {
	// Folder opens a folder for many operations in it, each of which is then
	// spared the way down. Opening a pipe would wait without end: look first.
	Folder(name string) (disk, error)
	Close() error
	Lstat(name string) (fs.FileInfo, error)
	// Glance is Lstat in one step, which no link on the way down stops. It is
	// for folders of which each was looked at.
	Glance(name string) (glimpse, error)
	Open(name string) (*os.File, error)
	ReadFile(name string) ([]byte, error)
	// Create makes a file that is not there yet, and tells its size and time.
	Create(name string, data []byte) (fs.FileInfo, error)
	WriteFile(name string, data []byte, mode fs.FileMode) error
	Mkdir(name string, mode fs.FileMode) error
	MkdirAll(name string, mode fs.FileMode) error
	Rename(from, to string) error
	// RenameTo and LinkTo rename a file of this folder into another opened one,
	// and give it a second name there. Names have one element.
	RenameTo(name string, folder disk, newName string) error
	LinkTo(name string, folder disk, newName string) error
	Remove(name string) error
	RemoveAll(name string) error
	FS() fs.FS
	real() *rooted
}

// glimpse is what a glance at a file tells.
type glimpse struct {
	folder, plain bool
	size          int64 // in bytes
	modified      int64 // nanoseconds since 1970
}

const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// rooted is the disk itself.
type rooted struct {
	*os.Root
	outermost *os.Root
	path      string // below the outermost
	opening   sync.Once
	opened    *os.File // the folder once more, where the system wants its number
	openError error
}

func (r *rooted) Folder(name string) (disk, error) {
	root, err := r.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &rooted{Root: root, outermost: r.outermost, path: path.Join(r.path, name)}, nil
}

func (r *rooted) real() *rooted { return r }

func (r *rooted) Close() error {
	if r.opened != nil {
		return errors.Join(r.opened.Close(), r.Root.Close())
	}
	return r.Root.Close()
}

func (r *rooted) Create(name string, data []byte) (info fs.FileInfo, err error) {
	file, err := r.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	if _, err = file.Write(data); err == nil {
		info, err = file.Stat()
	}
	return info, errors.Join(err, file.Close())
}

// regular tells whether there is a plain file at path. A path that leads
// through a file, or through nothing, has none.
func regular(d disk, path string) (fs.FileInfo, bool) {
	info, err := d.Lstat(path)
	return info, err == nil && info.Mode().IsRegular()
}

// readOwn reads a file of the builds' own folder. Anything else that stands in
// its place is no build's: a pipe would be waited for without end.
func readOwn(d disk, path string) ([]byte, error) {
	if info, err := d.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no plain file: remove %s from the output folder", path, own)
	}
	return d.ReadFile(path)
}

// prune removes the folders above a file that hold nothing any more. A folder
// that cannot be removed is left: it may hold something after all.
func prune(d disk, file string) {
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		info, err := d.Lstat(dir)
		if err != nil {
			continue // it is gone already, or was never made
		}
		if !info.IsDir() || d.Remove(dir) != nil {
			return
		}
	}
}

// makeFolder makes a folder and its parents, and gives back those it had to
// make, the innermost first.
func makeFolder(place string) ([]string, error) {
	var missing []string
	for dir := place; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		missing = append(missing, dir)
	}
	return missing, os.MkdirAll(place, dirMode)
}
