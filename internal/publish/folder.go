package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Folder is an output folder, locked for one build.
type Folder struct {
	disk disk
	last *manifest // what the build before published
	lock io.Closer
	made []string // folders that were made for it, the innermost first
}

// Open locks the output folder, making it where it is missing, and finishes
// what a killed build left behind.
func Open(place string) (*Folder, error) {
	return open(place, func(d disk) disk { return d })
}

// open is Open for tests, which wrap the disk into one that breaks.
func open(place string, wrap func(disk) disk) (_ *Folder, err error) {
	f := &Folder{}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("open the output folder: %w", err), f.Close())
		}
	}()
	if f.made, err = makeFolder(place); err != nil {
		return nil, err
	}
	if f.lock, err = lock(place); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(place)
	if err != nil {
		return nil, err
	}
	f.disk = wrap(&rooted{Root: root, outermost: root, path: "."})
	if err = recoverMove(f.disk); err != nil {
		return nil, err
	}
	if f.last, err = readManifest(f.disk); err != nil {
		return nil, err
	}
	return f, err
}

// Close gives the folder free, and removes it again if it was made for this
// build and nothing was published.
func (f *Folder) Close() error {
	var errs []error
	if f.disk != nil {
		errs = append(errs, f.disk.Close())
	}
	if f.lock != nil {
		errs = append(errs, f.lock.Close())
	}
	for _, dir := range f.made {
		if os.Remove(dir) != nil {
			break // something is in it: it stays
		}
	}
	return errors.Join(errs...)
}
