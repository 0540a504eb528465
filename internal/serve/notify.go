package serve

import (
	"errors"
	"fmt"
	"runtime"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// notifier tells what happens in the folders it was given: the system's, or a
// test's. Folders in them are not part of it.
type notifier interface {
	Add(folder string) error
	Remove(folder string) error
	Close() error
	events() <-chan fsnotify.Event
	errors() <-chan error
}

// system is the notifier of the system.
type system struct{ *fsnotify.Watcher }

func (s system) events() <-chan fsnotify.Event { return s.Events }
func (s system) errors() <-chan error          { return s.Errors }

func openSystem() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return system{w}, nil
}

// blind says that the system tells of no changes, what is done about it, and what
// could be.
func blind(err error) string {
	remedy := ""
	switch {
	case errors.Is(err, syscall.ENOSPC) && runtime.GOOS == "linux":
		remedy = "; the system watches no more folders: allow more with sudo sysctl fs.inotify.max_user_watches=524288, and start again"
	case errors.Is(err, syscall.EMFILE) && runtime.GOOS == "linux":
		remedy = "; too many programs watch folders: allow more with sudo sysctl fs.inotify.max_user_instances=512, and start again"
	case errors.Is(err, syscall.EMFILE):
		remedy = "; too many files are open: allow more with ulimit -n 8192, and start again"
	}
	return fmt.Sprintf("changes are seen a moment later, by looking at all files, as they cannot be watched: %v%s", err, remedy)
}
