package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"bulletin/internal/period"
	"bulletin/internal/scaffold"
)

// entriesOf counts what is in a folder, at all depths.
func entriesOf(t *testing.T, dir string) int {
	t.Helper()
	n := -1 // itself
	if err := filepath.WalkDir(dir, func(string, fs.DirEntry, error) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestInitInterrupted: of a new site that was not finished nothing stays, not even the
// folders that were made for it.
func TestInitInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := Init(ctx, Options{Dir: filepath.Join(dir, "in", "new"), Version: "1.2.3"}, "", period.Period{})
	if !errors.Is(err, context.Canceled) || entriesOf(t, dir) != 0 {
		t.Errorf("%v, and %d entries stay", err, entriesOf(t, dir))
	}
	// An empty folder that was there stays there.
	if _, _, err := Init(ctx, Options{Dir: dir, Version: "1.2.3"}, "", period.Period{}); !errors.Is(err, context.Canceled) || entriesOf(t, dir) != 0 {
		t.Errorf("%v, and %d entries stay", err, entriesOf(t, dir))
	}
}

// TestInitAfterAKill: wherever a run was killed, the next makes the site.
func TestInitAfterAKill(t *testing.T) {
	t.Parallel()
	files := scaffold.Site("1.2.3")[:6]
	all := make([]written, len(files))
	for i, f := range files {
		all[i] = written{f.Name, f.Text}
	}
	whole := len(all) + len([]string{".github", "workflows", "content", "pages", "reports", "2026-q1"})
	finished := false
	for step := 1; !finished && step < 200; step++ {
		dir := t.TempDir()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		disk := &steps{placeDisk: hasty{siteDisk{root}}, ends: step, how: "killed", links: true}
		finished = placeOn(t.Context(), disk, all) == nil
		if err := root.Close(); err != nil {
			t.Fatal(err)
		}
		if finished {
			break
		}
		made, _, err := Init(t.Context(), Options{Dir: dir, Version: "1.2.3"}, "", period.Period{})
		var usage *UsageError
		if errors.As(err, &usage) && entriesOf(t, dir) == whole {
			continue // it was killed behind its last move: everything was there
		}
		if err != nil || len(made) != len(scaffold.Site("1.2.3")) {
			t.Errorf("killed at step %d: %v, %d files", step, err, len(made))
			continue
		}
		for _, f := range made {
			if text, err := os.ReadFile(filepath.Join(dir, f.Name)); err != nil || string(text) != string(f.Text) {
				t.Errorf("killed at step %d: %s is not what it should be: %v", step, f.Name, err)
			}
		}
	}
	if !finished {
		t.Error("the run is never finished")
	}
}

// TestInitFolders: a folder that is taken is left as it is.
func TestInitFolders(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"notes.txt", ".hidden", "content/_index.md"} {
		dir := t.TempDir()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, nil, 0o666)); err != nil {
			t.Fatal(err)
		}
		before := entriesOf(t, dir)
		var usage *UsageError
		if _, _, err := Init(t.Context(), Options{Dir: dir, Version: "1.2.3"}, "", period.Period{}); !errors.As(err, &usage) || entriesOf(t, dir) != before {
			t.Errorf("%s: %v, %s", name, err, fmt.Sprint(entriesOf(t, dir)))
		}
	}
}
