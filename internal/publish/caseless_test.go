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

// spelled is how a path is spelled on the disk, as far as there is such a path.
func (c caseless) spelled(name string) string {
	dir, base := path.Split(name)
	if dir = path.Clean(dir); dir != "." {
		dir = c.spelled(dir)
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
	opened, err := c.disk.Folder(c.spelled(name))
	return caseless{opened}, err
}
func (c caseless) Lstat(name string) (fs.FileInfo, error) { return c.disk.Lstat(c.spelled(name)) }
func (c caseless) Glance(name string) (glimpse, error) {
	return c.disk.Glance(c.spelled(name))
}
func (c caseless) Open(name string) (*os.File, error)   { return c.disk.Open(c.spelled(name)) }
func (c caseless) ReadFile(name string) ([]byte, error) { return c.disk.ReadFile(c.spelled(name)) }
func (c caseless) Create(name string, data []byte) (fs.FileInfo, error) {
	return c.disk.Create(c.spelled(name), data)
}
func (c caseless) WriteFile(name string, data []byte, mode fs.FileMode) error {
	return c.disk.WriteFile(c.spelled(name), data, mode)
}
func (c caseless) Mkdir(name string, mode fs.FileMode) error {
	return c.disk.Mkdir(c.spelled(name), mode)
}
func (c caseless) MkdirAll(name string, mode fs.FileMode) error {
	if name == "." {
		return nil
	}
	if err := c.MkdirAll(path.Dir(name), mode); err != nil {
		return err
	}
	return c.disk.MkdirAll(c.spelled(name), mode)
}
func (c caseless) Rename(from, to string) error { return c.disk.Rename(c.spelled(from), c.spelled(to)) }
func (c caseless) RenameTo(name string, folder disk, newName string) error {
	return c.disk.RenameTo(c.spelled(name), folder, folder.(caseless).spelled(newName))
}
func (c caseless) LinkTo(name string, folder disk, newName string) error {
	return c.disk.LinkTo(c.spelled(name), folder, folder.(caseless).spelled(newName))
}
func (c caseless) Remove(name string) error    { return c.disk.Remove(c.spelled(name)) }
func (c caseless) RemoveAll(name string) error { return c.disk.RemoveAll(c.spelled(name)) }

func (c caseless) FS() fs.FS { return caselessFS{c} }

type caselessFS struct{ c caseless }

func (f caselessFS) Open(name string) (fs.File, error) { return f.c.disk.FS().Open(f.c.spelled(name)) }
