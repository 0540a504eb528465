package publish

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// caseless is a disk that finds files whatever the case of their names, and
// keeps the case that they were made with, as those of macOS and Windows do.
type caseless struct{ disk }

// real is how a path is spelled on the disk, as far as there is such a path.
func (c caseless) real(name string) string {
	dir, base := path.Split(name)
	if dir = path.Clean(dir); dir != "." {
		dir = c.real(dir)
	}
	entries, err := fs.ReadDir(c.disk.FS(), dir)
	if err != nil {
		return path.Join(dir, base)
	}
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), base) {
			return path.Join(dir, entry.Name())
		}
	}
	return path.Join(dir, base)
}

func (c caseless) Folder(name string) (disk, error) {
	opened, err := c.disk.Folder(c.real(name))
	return caseless{opened}, err
}
func (c caseless) Lstat(name string) (fs.FileInfo, error) { return c.disk.Lstat(c.real(name)) }
func (c caseless) Open(name string) (*os.File, error)     { return c.disk.Open(c.real(name)) }
func (c caseless) ReadFile(name string) ([]byte, error)   { return c.disk.ReadFile(c.real(name)) }
func (c caseless) Create(name string, data []byte) (fs.FileInfo, error) {
	return c.disk.Create(c.real(name), data)
}
func (c caseless) WriteFile(name string, data []byte, mode fs.FileMode) error {
	return c.disk.WriteFile(c.real(name), data, mode)
}
func (c caseless) Mkdir(name string, mode fs.FileMode) error { return c.disk.Mkdir(c.real(name), mode) }
func (c caseless) MkdirAll(name string, mode fs.FileMode) error {
	if name == "." {
		return nil
	}
	if err := c.MkdirAll(path.Dir(name), mode); err != nil {
		return err
	}
	return c.disk.MkdirAll(c.real(name), mode)
}
func (c caseless) Rename(from, to string) error { return c.disk.Rename(c.real(from), c.real(to)) }
func (c caseless) Link(from, to string) error   { return c.disk.Link(c.real(from), c.real(to)) }
func (c caseless) Remove(name string) error     { return c.disk.Remove(c.real(name)) }
func (c caseless) RemoveAll(name string) error  { return c.disk.RemoveAll(c.real(name)) }

func (c caseless) FS() fs.FS { return caselessFS{c} }

type caselessFS struct{ c caseless }

func (f caselessFS) Open(name string) (fs.File, error) { return f.c.disk.FS().Open(f.c.real(name)) }
