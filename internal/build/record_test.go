package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// brokenDisk fails in one operation, as a full or read-only disk does.
type brokenDisk struct {
	recordDisk
	fails string
	moves *int // that succeed before "move" fails once
}

func (d brokenDisk) OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error) {
	switch d.fails {
	case "open":
		if flag == os.O_RDONLY {
			break
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EROFS}
	case "write":
		if flag == os.O_RDONLY {
			break
		}
		f, err := d.recordDisk.OpenFile(name, flag, mode)
		if err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		return os.Open(os.DevNull) // which takes no writing
	}
	return d.recordDisk.OpenFile(name, flag, mode)
}

func (d brokenDisk) Rename(from, to string) error {
	if d.fails == "move" {
		*d.moves--
	}
	if d.fails == "rename" || d.fails == "move" && *d.moves == -1 {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.ENOSPC}
	}
	return d.recordDisk.Rename(from, to)
}

func (d brokenDisk) MkdirAll(name string, mode fs.FileMode) error {
	if d.fails == "mkdir" {
		return &fs.PathError{Op: "mkdir", Path: name, Err: syscall.EACCES}
	}
	return d.recordDisk.MkdirAll(name, mode)
}

// TestReplace: a record is written as a whole or not at all, and nothing is left
// beside it.
func TestReplace(t *testing.T) {
	const name = "data/published/2023-q1.yaml"
	for _, fails := range []string{"mkdir", "open", "write", "rename", ""} {
		dir := t.TempDir()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		err = replace(brokenDisk{root, fails, nil}, name, []byte("new"))
		src, readErr := os.ReadFile(path)
		info, statErr := os.Stat(path)
		entries, dirErr := os.ReadDir(filepath.Dir(path))
		if err := errors.Join(readErr, statErr, dirErr, root.Close()); err != nil {
			t.Fatal(err)
		}
		want := "old"
		if fails == "" {
			want = "new"
		}
		if (err == nil) != (fails == "") || string(src) != want || len(entries) != 1 || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %q, %s and %d files", fails, err, src, info.Mode(), len(entries))
		}
	}
}

// TestReplaceAfterAKill: what a killed run has left beside is in nobody's way.
func TestReplaceAfterAKill(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".a.yaml.part"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(replace(root, "a.yaml", []byte("new")), root.Close()); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "a.yaml" {
		t.Errorf("%v, %v", entries, err)
	}
}

// TestReplaceStaysInside: no link leads out of the site's folder.
func TestReplaceStaysInside(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "data", "published")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	if replace(root, "data/published/2023-q1.yaml", []byte("new")) == nil {
		t.Error("it was written")
	}
	entries, err := os.ReadDir(outside)
	if err := errors.Join(err, root.Close()); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}
