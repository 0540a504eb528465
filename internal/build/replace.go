package build

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
)

// recordDisk is what replace does to the site's folder. An [os.Root] does it; tests
// break it on purpose.
type recordDisk interface {
	Stat(name string) (fs.FileInfo, error)
	MkdirAll(name string, mode fs.FileMode) error
	OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error)
	Rename(from, to string) error
	Remove(name string) error
}

// written is a file that is to be written.
type written struct {
	name string
	src  []byte
}

// replace writes a file beside the one that it takes the place of, and moves it in
// when all of it is on the disk. After a failure the file is as it was, and nothing
// is left beside it.
func replace(d recordDisk, name string, src []byte) error {
	return replaceAll(d, []written{{name, src}})
}

// replaceAll is replace for several files: all or none. All are on the disk before the
// first is moved in, and so is a copy of each that is there, which is moved back where a
// later one cannot be moved in: that takes no room on the disk.
func replaceAll(d recordDisk, all []written) (err error) {
	var beside []string // what is to be gone in the end
	defer func() {
		for _, name := range beside {
			if failed := d.Remove(name); failed != nil && !errors.Is(failed, fs.ErrNotExist) {
				err = errors.Join(err, failed)
			}
		}
	}()
	there := make([]bool, len(all))
	for i, f := range all {
		old, mode, err := readOld(d, f.name)
		if there[i] = err == nil; err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := d.MkdirAll(path.Dir(f.name), 0o755); err != nil {
			return err
		}
		beside = append(beside, partOf(f.name))
		if err := put(d, partOf(f.name), f.src, mode); err != nil {
			return err
		}
		if there[i] && i < len(all)-1 { // the move of the last is the last that can fail
			beside = append(beside, keptOf(f.name))
			if err := put(d, keptOf(f.name), old, mode); err != nil {
				return err
			}
		}
	}
	for i, f := range all {
		if err := d.Rename(partOf(f.name), f.name); err != nil {
			failed := takeBack(d, all[:i], there)
			if failed != nil { // then the copies are all there is of what was
				beside = []string{partOf(f.name)}
			}
			return errors.Join(err, failed)
		}
	}
	return nil
}

// takeBack puts files back that were replaced, and removes those that were not there.
func takeBack(d recordDisk, moved []written, there []bool) (err error) {
	for i, f := range moved {
		back := func() error { return d.Remove(f.name) }
		if there[i] {
			back = func() error { return d.Rename(keptOf(f.name), f.name) }
		}
		if failed := back(); failed != nil {
			err = errors.Join(err, fmt.Errorf("%s could not be taken back; what it was is in %s: %w", f.name, keptOf(f.name), failed))
		}
	}
	return err
}

// readOld reads a file that is to be replaced, and its mode; that of a new one, after an
// error.
func readOld(d recordDisk, name string) (src []byte, mode fs.FileMode, err error) {
	mode = 0o644
	info, err := d.Stat(name)
	if err != nil {
		return nil, mode, err
	}
	f, err := d.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return nil, mode, err
	}
	src, err = io.ReadAll(f)
	return src, info.Mode().Perm(), errors.Join(err, f.Close())
}

// put writes a file to the disk, anew.
func put(d recordDisk, name string, src []byte, mode fs.FileMode) error {
	if err := d.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// partOf is where a file is written before it is moved in, and keptOf where the one that
// it replaces is kept until all are; of such names a site takes no notice.
func partOf(name string) string { return beside(name, ".part") }
func keptOf(name string) string { return beside(name, ".kept") }

func beside(name, ending string) string {
	return path.Join(path.Dir(name), "."+path.Base(name)+ending)
}
