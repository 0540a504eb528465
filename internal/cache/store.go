package cache

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// bound is how many bytes a cache may hold, unless one run needs more.
	bound = 2 << 30
	// stale is how long ago an entry's last use must be for it to be removed.
	stale = 7 * 24 * time.Hour
	// fresh is how exactly the time of an entry's last use is kept.
	fresh = time.Hour
)

// format is a part of each version: it changes when the form of entries does.
const format = "bulletin cache 3\n"

// Store is a cache that is open. Any number of goroutines may use it at once.
type Store struct {
	place   string
	version string
	name    string // of the version's folder
	run     string // tells this store's unfinished files from those of others
	bound   int64
	now     func() time.Time
	wrap    func(disk) disk

	serial atomic.Uint64 // of unfinished files
	wrote  atomic.Bool   // something was put

	used struct {
		sync.Mutex
		names map[string]bool // entries that were got or put
	}
	open struct {
		sync.RWMutex
		whole   disk // the folder; nil when the store is closed
		version disk // the one of the version in it
	}
}

// Open opens the cache in a folder, making the folder where it is missing, for
// one version of the program: entries of others are not seen. The error says
// why there can be no cache, for somebody who should know; a build goes on
// without one.
func Open(dir, version string) (*Store, error) {
	return open(&Store{place: dir, version: version, bound: bound, now: time.Now, wrap: func(d disk) disk { return d }})
}

// open is Open for tests, which put something of their own in a store's place.
func open(s *Store) (*Store, error) {
	var run [8]byte
	_, _ = rand.Read(run[:]) // never fails
	s.run = hex.EncodeToString(run[:])
	s.name = versionFolder(s.version)
	s.used.names = map[string]bool{}
	if err := s.enter(os.MkdirAll); err != nil {
		return nil, fmt.Errorf("open the cache %s: %w", s.place, err)
	}
	return s, nil
}

// versionFolder is the name of the folder of a version's entries.
func versionFolder(version string) string {
	sum := sha256.Sum256(lengths(format, version))
	return "v" + hex.EncodeToString(sum[:8])
}

// enter opens the folders.
func (s *Store) enter(mkdir func(string, fs.FileMode) error) error {
	place, err := openPlace(s.place, mkdir)
	if err != nil {
		return err
	}
	whole := s.wrap(place)
	if err := furnish(whole); err != nil {
		return errors.Join(err, whole.Close())
	}
	version, err := openVersion(whole, s.name)
	if err != nil {
		return errors.Join(err, whole.Close())
	}
	s.open.whole, s.open.version = whole, version
	return nil
}

// renew opens the folders again, after somebody deleted them. What they were in
// is not made again.
func (s *Store) renew() error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.open.whole == nil {
		return fs.ErrClosed
	}
	whole, version := s.open.whole, s.open.version
	if err := s.enter(os.Mkdir); err != nil {
		return err
	}
	return errors.Join(version.Close(), whole.Close())
}

// Close ends the use of a cache. A store that put something removes what is too
// old or too much; the error tells what could not be removed, and matters to
// nobody but who wonders why a cache grows.
func (s *Store) Close() error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.open.whole == nil {
		return nil
	}
	var err error
	if s.wrote.Load() {
		err = s.trim(s.open.whole)
	}
	err = errors.Join(err, s.open.version.Close(), s.open.whole.Close())
	s.open.whole, s.open.version = nil, nil
	if err != nil {
		return fmt.Errorf("close the cache %s: %w", s.place, err)
	}
	return nil
}

// use notes that this run needs an entry.
func (s *Store) use(file string) {
	s.used.Lock()
	s.used.names[file] = true
	s.used.Unlock()
}
