package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// way is the folders that lead down to the one that is worked in. They stay
// open while the next one shares them, so that one who goes through a tree in
// order opens each folder once.
type way struct {
	outermost disk
	names     []string
	folders   []disk
}

// to opens a folder. A link is none.
func (w *way) to(dir string) (disk, error) {
	var names []string
	if dir != "." {
		names = strings.Split(dir, "/")
	}
	shared := 0
	for shared < min(len(names), len(w.names)) && names[shared] == w.names[shared] {
		shared++
	}
	if err := w.backTo(shared); err != nil {
		return nil, err
	}
	at := w.outermost
	if shared > 0 {
		at = w.folders[shared-1]
	}
	for i, name := range names[shared:] {
		info, err := at.Lstat(name)
		if err == nil && !info.IsDir() {
			err = fmt.Errorf("there is no folder %s: %w", strings.Join(names[:shared+i+1], "/"), fs.ErrNotExist)
		}
		if err == nil {
			at, err = at.Folder(name)
		}
		if err != nil {
			return nil, err
		}
		w.names, w.folders = append(w.names, name), append(w.folders, at)
	}
	return at, nil
}

// backTo closes the folders below the first n.
func (w *way) backTo(n int) error {
	var errs []error
	for _, folder := range slices.Backward(w.folders[n:]) {
		errs = append(errs, folder.Close())
	}
	w.names, w.folders = w.names[:n], w.folders[:n]
	return errors.Join(errs...)
}
