//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// RenameTo renames a file into another folder. Both are open, so that the
// system need not be led down to them, which an [os.Root] does by one call a
// folder.
func (r *rooted) RenameTo(name string, folder disk, newName string) error {
	return r.between("renameat", name, folder, newName, unix.Renameat)
}

// LinkTo gives a file a second name in another folder. A link is not followed.
func (r *rooted) LinkTo(name string, folder disk, newName string) error {
	return r.between("linkat", name, folder, newName, func(from int, name string, to int, newName string) error {
		return unix.Linkat(from, name, to, newName, 0)
	})
}

func (r *rooted) between(what, name string, folder disk, newName string, do func(from int, name string, to int, newName string) error) error {
	other := folder.real()
	err := errors.Join(r.open(), other.open())
	for err == nil {
		if err = do(int(r.opened.Fd()), name, int(other.opened.Fd()), newName); err != unix.EINTR {
			break
		}
		err = nil
	}
	if err != nil {
		return &os.LinkError{Op: what, Old: name, New: newName, Err: err}
	}
	return nil
}

// open opens the folder as a file, which has the number that the system wants.
func (r *rooted) open() error {
	r.opening.Do(func() { r.opened, r.openError = r.Root.Open(".") })
	return r.openError
}

// Glance looks at a file of the folder that is open.
func (r *rooted) Glance(name string) (glimpse, error) {
	if err := r.open(); err != nil {
		return glimpse{}, err
	}
	if name == "" {
		name = "."
	}
	var at unix.Stat_t
	for {
		err := unix.Fstatat(int(r.opened.Fd()), name, &at, unix.AT_SYMLINK_NOFOLLOW)
		if err == nil {
			break
		}
		if err != unix.EINTR {
			return glimpse{}, &os.PathError{Op: "fstatat", Path: name, Err: err}
		}
	}
	kind := uint32(at.Mode) & unix.S_IFMT
	return glimpse{folder: kind == unix.S_IFDIR, plain: kind == unix.S_IFREG, size: at.Size, modified: at.Mtim.Nano()}, nil
}
