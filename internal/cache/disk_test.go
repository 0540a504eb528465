package cache

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// breaking counts the changes to a disk, and from one of them on fails: with an
// error, or by doing nothing more, as a killed process.
type breaking struct {
	disk
	count *int
	at    int
	kill  bool
	fault error
}

type killed struct{}

func (b breaking) step() error {
	*b.count++
	if *b.count < b.at {
		return nil
	}
	if b.kill {
		panic(killed{})
	}
	return b.fault
}

func (b breaking) Create(name string) (io.WriteCloser, error) {
	if err := b.step(); err != nil {
		return nil, err
	}
	file, err := b.disk.Create(name)
	return breakingFile{file, b}, err
}

func (b breaking) Mkdir(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Mkdir(name)
}

func (b breaking) Rename(from, to string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Rename(from, to)
}

func (b breaking) Remove(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Remove(name)
}

func (b breaking) Touch(name string, t time.Time) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Touch(name, t)
}

func (b breaking) Sub(name string) (disk, error) {
	sub, err := b.disk.Sub(name)
	if err != nil {
		return nil, err
	}
	b.disk = sub
	return b, nil
}

// breakingFile writes the first half of what does not fit.
type breakingFile struct {
	io.WriteCloser
	disk breaking
}

func (f breakingFile) Write(data []byte) (int, error) {
	if *f.disk.count+1 >= f.disk.at {
		n, err := f.WriteCloser.Write(data[:len(data)/2])
		return n, errors.Join(err, f.disk.step())
	}
	*f.disk.count++
	return f.WriteCloser.Write(data)
}

func (f breakingFile) Close() error {
	if *f.disk.count+1 >= f.disk.at {
		return errors.Join(f.WriteCloser.Close(), f.disk.step())
	}
	*f.disk.count++
	return f.WriteCloser.Close()
}

// broken is a store on a disk that breaks.
func broken(place string, b breaking) (*Store, error) {
	return open(&Store{place: place, version: "1", bound: bound, now: time.Now, wrap: func(d disk) disk {
		b.disk = d
		return b
	}})
}

// TestFailureAtEveryStep fills the disk, and kills the process, at each change
// in turn. What is found afterwards was put, by this run or before.
func TestFailureAtEveryStep(t *testing.T) {
	large := strings.Repeat("0123456789", 20_000)
	texts := []string{"before", "text", large}
	for _, kill := range []bool{false, true} {
		for _, fault := range []error{syscall.ENOSPC, syscall.EROFS, fs.ErrPermission} {
			for at := 1; ; at++ {
				place := filepath.Join(t.TempDir(), ".cache")
				if at%2 == 0 {
					put(t, opened(t, place, "1"), "unit", "a", "before")
				}
				count := 0
				run(place, breaking{count: &count, at: at, kill: kill, fault: fault}, large)
				if count < at {
					if at < 12 {
						t.Fatalf("only %d steps were tried", at-1)
					}
					break
				}
				s := opened(t, place, "1")
				for _, name := range []string{"a", "b"} {
					if got, ok := s.Get("unit", name); ok && !slices.Contains(texts, string(got)) {
						t.Errorf("step %d, killed %t: %s is %d bytes that nobody put", at, kill, name, len(got))
					}
				}
				if _, ok := s.Get("unit", "a"); at%2 == 0 && !ok {
					t.Errorf("step %d, killed %t: what was there before is lost", at, kill)
				}
				put(t, s, "unit", "a", "mended")
				hits(t, s, "unit", "a", "mended")
			}
		}
	}
}

// run does what a build does, on a disk that breaks.
func run(place string, b breaking, large string) {
	defer func() {
		if r := recover(); r != nil && r != (killed{}) {
			panic(r)
		}
	}()
	s, err := broken(place, b)
	if err != nil {
		return
	}
	_ = s.Put("unit", "a", []byte("text"))
	_ = s.Put("unit", "b", []byte(large[:len(large)/2]), []byte(large[len(large)/2:]))
	_ = s.Put("unit", "a", []byte(large))
	_ = s.Close()
}

// TestReadOnly reads a cache that nobody may write to; where there is none, the
// error says so.
func TestReadOnly(t *testing.T) {
	place := filepath.Join(t.TempDir(), ".cache")
	put(t, opened(t, place, "1"), "unit", "a", "text")
	count := 0
	readOnly := breaking{count: &count, fault: syscall.EROFS}
	s, err := broken(place, readOnly)
	if err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(file(s, "unit", "a"), old, old); err != nil {
		t.Fatal(err)
	}
	hits(t, s, "unit", "a", "text")
	if err := s.Put("unit", "a", []byte("new")); !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), "write into the cache "+place) {
		t.Errorf("putting gave %v", err)
	}
	hits(t, s, "unit", "a", "text")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := broken(filepath.Join(t.TempDir(), ".cache"), readOnly); !errors.Is(err, syscall.EROFS) {
		t.Errorf("a cache on a disk that nobody may write to: %v", err)
	}
}

// unreadable is a disk with a file that cannot be read.
type unreadable struct{ disk }

func (u unreadable) ReadFile(name string) ([]byte, error) {
	src, err := u.disk.ReadFile(name)
	return src[:len(src)/2], errors.Join(err, syscall.EIO)
}

func (u unreadable) Sub(name string) (disk, error) {
	sub, err := u.disk.Sub(name)
	return unreadable{sub}, err
}

func TestUnreadableIsAMiss(t *testing.T) {
	place := t.TempDir()
	put(t, opened(t, place, "1"), "unit", "a", "text")
	s, err := open(&Store{place: place, version: "1", bound: bound, now: time.Now, wrap: func(d disk) disk { return unreadable{d} }})
	if err != nil {
		t.Fatal(err)
	}
	misses(t, s, "unit", "a")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
