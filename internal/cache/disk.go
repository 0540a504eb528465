package cache

import (
	"io"
	"io/fs"
	"os"
	"time"
)

// disk is what a store does to one folder. An [os.Root] does it; tests break it
// on purpose.
type disk interface {
	Lstat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
	Open(name string) (reader, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Create(name string) (io.WriteCloser, error) // that is not there yet
	Mkdir(name string) error
	Rename(from, to string) error
	Remove(name string) error
	Touch(name string, t time.Time) error
	Sub(name string) (disk, error) // a folder in it
	Close() error
}

// reader is a file that is open for reading anywhere in it.
type reader interface {
	io.ReaderAt
	io.Closer
}

const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// folder is a disk.
type folder struct{ *os.Root }

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS(), name) }
func (f folder) Open(name string) (reader, error)           { return f.Root.Open(name) }
func (f folder) Mkdir(name string) error                    { return f.Root.Mkdir(name, dirMode) }
func (f folder) Touch(name string, t time.Time) error       { return f.Chtimes(name, t, t) }

func (f folder) Create(name string) (io.WriteCloser, error) {
	return f.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

func (f folder) Sub(name string) (disk, error) {
	root, err := f.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return folder{root}, nil
}
