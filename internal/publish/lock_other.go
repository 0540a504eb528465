//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// lock keeps other builds out of the output folder by a file that only one of
// them can create. It stays behind when the process is killed.
func lock(place string) (io.Closer, error) {
	name := filepath.Join(place, own+".lock")
	file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("another build is publishing into %s: wait until it is done, or remove %s if it was killed", place, name)
	}
	if err != nil {
		return nil, err
	}
	return lockFile{file}, nil
}

type lockFile struct{ *os.File }

// Close gives the folder free.
func (l lockFile) Close() error {
	return errors.Join(l.File.Close(), os.Remove(l.Name()))
}
