//go:build unix

package publish

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPipes puts pipes where a build keeps its own files: reading one would
// wait for ever.
func TestPipes(t *testing.T) {
	for _, name := range []string{manifestPath, legacyPath, journalPath} {
		place := t.TempDir()
		if err := os.Mkdir(filepath.Join(place, own), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(filepath.Join(place, name), 0o644); err != nil {
			t.Skip(err)
		}
		if _, err := build(place, tree{"a.html": "a"}, nil); err == nil || !strings.HasSuffix(err.Error(), "is no plain file: remove .bulletin from the output folder") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestPipeForFolder puts a pipe where a folder of the site was: opening it would
// wait for ever.
func TestPipeForFolder(t *testing.T) {
	place := t.TempDir()
	if _, err := build(place, tree{"x/a.html": "a", "b.html": "b"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(place, "x")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(place, "x"), 0o644); err != nil {
		t.Skip(err)
	}
	for _, files := range []tree{{"x/a.html": "a"}, {"x/a.html": "new"}, {"x/c/d.html": "d"}} {
		_, err := build(place, files, nil)
		if err == nil || !strings.Contains(err.Error(), "the output folder holds x, which no build made") {
			t.Errorf("%v: got %v", files, err)
		}
	}
	if _, err := build(place, tree{"b.html": "b"}, nil); err != nil {
		t.Errorf("a pipe in nobody's way: %v", err)
	}
}
