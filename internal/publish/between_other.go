//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"os"
	"path"
	"path/filepath"
)

// RenameTo renames a file into another folder.
func (r *rooted) RenameTo(name string, folder disk, newName string) error {
	return r.outermost.Rename(path.Join(r.path, name), path.Join(folder.real().path, newName))
}

// LinkTo gives a file a second name in another folder.
func (r *rooted) LinkTo(name string, folder disk, newName string) error {
	return r.outermost.Link(path.Join(r.path, name), path.Join(folder.real().path, newName))
}

// Glance looks at a file.
func (r *rooted) Glance(name string) (glimpse, error) {
	info, err := os.Lstat(r.Name() + string(filepath.Separator) + filepath.FromSlash(name))
	if err != nil {
		return glimpse{}, err
	}
	return glimpse{folder: info.IsDir(), plain: info.Mode().IsRegular(), size: info.Size(), modified: info.ModTime().UnixNano()}, nil
}
