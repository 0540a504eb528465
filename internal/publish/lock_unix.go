//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
)

// lock keeps other builds out of the output folder until it is closed, or the
// process ends in whatever way. The lock is on the folder itself, so that it
// leaves no file. A file system that knows no locks is used without.
func lock(place string) (io.Closer, error) {
	dir, err := os.Open(place)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errors.Join(fmt.Errorf("another build is publishing into %s: wait until it is done", place), dir.Close())
	}
	return dir, nil
}
