package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// breaking counts the changes to a disk, and at one of them fails: with an
// error, as a full disk does, or by doing nothing more, as a killed process.
type breaking struct {
	disk
	count *int
	at    int
	kill  bool
	half  bool // a file that cannot be written whole is left half written
}

type killed struct{}

func (b breaking) step() error {
	*b.count++
	switch {
	case *b.count < b.at:
		return nil
	case b.kill:
		panic(killed{})
	case *b.count == b.at:
		return syscall.ENOSPC
	}
	return nil
}

func (b breaking) Folder(name string) (disk, error) {
	opened, err := b.disk.Folder(name)
	b.disk = opened
	return b, err
}

func (b breaking) Create(name string, data []byte) (fs.FileInfo, error) {
	if b.half && *b.count+1 == b.at {
		_, _ = b.disk.Create(name, data[:len(data)/2])
	}
	if err := b.step(); err != nil {
		return nil, err
	}
	return b.disk.Create(name, data)
}

func (b breaking) Mkdir(name string, mode fs.FileMode) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Mkdir(name, mode)
}

func (b breaking) WriteFile(name string, data []byte, mode fs.FileMode) error {
	if b.half && *b.count+1 == b.at {
		_ = b.disk.WriteFile(name, data[:len(data)/2], mode)
	}
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.WriteFile(name, data, mode)
}

func (b breaking) MkdirAll(name string, mode fs.FileMode) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.MkdirAll(name, mode)
}

func (b breaking) Rename(from, to string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Rename(from, to)
}

func (b breaking) Link(from, to string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Link(from, to)
}

func (b breaking) Remove(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Remove(name)
}

func (b breaking) RemoveAll(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.RemoveAll(name)
}

func sites() (before, after tree) {
	return tree{"index.html": "one", "same": "s", "old/deep/page": "o", "file": "f", "folder/x": "x"},
		tree{"index.html": "two", "same": "s", "new/deep/page": "n", "file/y": "y", "folder": "z"}
}

// TestFailureAtEveryStep breaks each change to the disk in turn. The published
// site must be the one before or, once it was moved in, the new one; never a
// mixture; and the next build must mend everything.
func TestFailureAtEveryStep(t *testing.T) {
	before, after := sites()
	for at := 1; ; at++ {
		place := t.TempDir()
		write(t, place, tree{".gitignore": "*"})
		if _, err := build(place, before, nil); err != nil {
			t.Fatal(err)
		}
		count := 0
		_, err := build(place, after, func(d disk) disk { return breaking{disk: d, count: &count, at: at, half: true} })
		if count < at {
			if at < 15 {
				t.Fatalf("only %d steps were tried", at-1)
			}
			return
		}
		got := read(t, place)
		maps.DeleteFunc(got, func(path, _ string) bool { return path == ".gitignore" || strings.HasPrefix(path, own) })
		if !maps.Equal(got, before) && !maps.Equal(got, after) {
			t.Errorf("step %d (%v): neither the old site nor the new one: %v", at, err, got)
		}
		if err == nil && !maps.Equal(got, after) {
			t.Errorf("step %d: no error, but not published", at)
		}
		mend(t, place, at, after)
	}
}

// TestKillAtEveryStep ends the process at each change to the disk in turn.
// Until the journal is there the old site must stand; after that the next
// build must finish the move, even if it publishes nothing itself.
func TestKillAtEveryStep(t *testing.T) {
	before, after := sites()
	for at := 1; ; at++ {
		place := t.TempDir()
		write(t, place, tree{".gitignore": "*"})
		if _, err := build(place, before, nil); err != nil {
			t.Fatal(err)
		}
		count := 0
		func() {
			defer func() {
				if v := recover(); v != nil {
					if _, ok := v.(killed); !ok {
						panic(v)
					}
				}
			}()
			var folder *Folder
			defer func() { // the kernel closes what a killed process held
				if folder != nil {
					_ = folder.root.Close()
					_ = folder.lock.Close()
				}
			}()
			var err error
			folder, err = open(place, func(d disk) disk { return breaking{disk: d, count: &count, at: at, kill: true, half: true} })
			if err == nil {
				_, err = stageAll(folder, after)
			}
			if err != nil {
				t.Fatal(err)
			}
		}()
		if count < at {
			if at < 15 {
				t.Fatalf("only %d steps were tried", at-1)
			}
			return
		}
		_, err := os.Stat(filepath.Join(place, journalPath))
		journal := err == nil
		got := read(t, place)
		maps.DeleteFunc(got, func(path, _ string) bool { return path == ".gitignore" || strings.HasPrefix(path, own) })
		if !journal && !maps.Equal(got, before) && !maps.Equal(got, after) {
			t.Errorf("step %d: a mixture without a journal: %v", at, got)
		}
		if journal {
			folder, err := Open(place)
			if err != nil {
				t.Fatalf("step %d: %v", at, err)
			}
			if err := folder.Close(); err != nil {
				t.Fatal(err)
			}
			got := read(t, place)
			delete(got, ".gitignore")
			same(t, fmt.Sprintf("step %d: recovered", at), got, after)
		}
		mend(t, place, at, after)
	}
}

// mend builds once more and expects the site, and nothing beside it.
func mend(t *testing.T, place string, at int, after tree) {
	t.Helper()
	if _, err := build(place, after, nil); err != nil {
		t.Errorf("step %d: the next build fails: %v", at, err)
	}
	got := read(t, place)
	want := maps.Clone(after)
	want[".gitignore"] = "*"
	same(t, fmt.Sprintf("step %d: mended", at), got, want)
}
