//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import "path"

// RenameTo renames a file into another folder.
func (r *rooted) RenameTo(name string, folder disk, newName string) error {
	return r.outermost.Rename(path.Join(r.path, name), path.Join(folder.real().path, newName))
}

// LinkTo gives a file a second name in another folder.
func (r *rooted) LinkTo(name string, folder disk, newName string) error {
	return r.outermost.Link(path.Join(r.path, name), path.Join(folder.real().path, newName))
}
