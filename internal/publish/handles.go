package publish

import (
	"errors"
	"sync"
)

// handles keeps the folders open that were used last, so that a file in one is
// reached by its name alone. Several workers may use it at once.
type handles struct {
	open  func(above disk, d *dir) (disk, error) // above is nil for the outermost folder
	guard sync.Mutex
	kept  map[*dir]*handle
}

// handle is an open folder.
type handle struct {
	disk
	users int
	used  bool // since it was last looked over
}

// mostHandles is how many folders stay open. A process may have 256 files open
// on some systems, and has others.
const mostHandles = 64

func newHandles(open func(above disk, d *dir) (disk, error)) *handles {
	return &handles{open: open, kept: map[*dir]*handle{}}
}

// take gives the folder's handle, which must be given back.
func (h *handles) take(d *dir) (*handle, error) {
	if taken, ok := h.share(d, nil); ok {
		return taken, nil
	}
	var above disk
	if d.parent != nil {
		parent, err := h.take(d.parent)
		if err != nil {
			return nil, err
		}
		defer h.give(parent)
		above = parent
	}
	opened, err := h.open(above, d)
	if err != nil {
		return nil, err
	}
	taken, before := h.share(d, opened)
	if before { // another worker was faster
		err = opened.Close()
	}
	return taken, err
}

// share gives the handle that is kept of a folder, and whether it was there
// before; where there is none, it keeps the one that was opened, if any.
func (h *handles) share(d *dir, opened disk) (taken *handle, before bool) {
	h.guard.Lock()
	defer h.guard.Unlock()
	taken, before = h.kept[d]
	if !before {
		if opened == nil {
			return nil, false
		}
		if len(h.kept) >= mostHandles {
			h.shrink()
		}
		taken = &handle{disk: opened}
		h.kept[d] = taken
	}
	taken.users++
	taken.used = true
	return taken, before
}

// shrink closes the folders that nobody used since the last time.
func (h *handles) shrink() {
	for d, kept := range h.kept {
		if kept.users == 0 && !kept.used {
			_ = kept.Close() // nothing is written through it
			delete(h.kept, d)
		}
		kept.used = false
	}
}

func (h *handles) give(taken *handle) {
	h.guard.Lock()
	defer h.guard.Unlock()
	taken.users--
}

// close closes all folders. Some systems neither rename nor remove one that is
// open.
func (h *handles) close() error {
	h.guard.Lock()
	defer h.guard.Unlock()
	var errs []error
	for d, kept := range h.kept {
		errs = append(errs, kept.Close())
		delete(h.kept, d)
	}
	return errors.Join(errs...)
}
