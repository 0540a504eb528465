package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diag"
)

type tree map[string]string

// build publishes files into place; problems and the world's errors are both
// errors here.
func build(place string, files tree, wrap func(disk) disk) (Changes, error) {
	if wrap == nil {
		wrap = func(d disk) disk { return d }
	}
	folder, err := open(place, wrap)
	if err != nil {
		return Changes{}, err
	}
	c, err := stageAll(folder, files)
	return c, errors.Join(err, folder.Close())
}

func stageAll(folder *Folder, files tree) (Changes, error) {
	stage := folder.Stage()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := stage.Add(path, "content/a.md", []byte(files[path])); err != nil {
			return Changes{}, errors.Join(err, stage.Discard())
		}
	}
	problems, err := stage.Obstacles()
	if err != nil {
		return Changes{}, errors.Join(err, stage.Discard())
	}
	if len(problems) > 0 {
		var text strings.Builder
		_ = diag.Write(&text, diag.Text, problems, nil)
		return Changes{}, errors.Join(errors.New(text.String()), stage.Discard())
	}
	c, err := stage.Publish()
	return c, errors.Join(err, stage.Discard())
}

// read is what stands in place, without the manifest.
func read(t *testing.T, place string) tree {
	t.Helper()
	files := tree{}
	err := filepath.WalkDir(place, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		src, err := os.ReadFile(name)
		relative, _ := filepath.Rel(place, name)
		files[filepath.ToSlash(relative)] = string(src)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	delete(files, manifestPath)
	return files
}

func write(t *testing.T, place string, files tree) {
	t.Helper()
	for name, src := range files {
		path := filepath.Join(place, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s: want -, got +\n%s", what, d)
	}
}

func TestPublish(t *testing.T) {
	for _, c := range []struct {
		name          string
		there         tree // put there by somebody else
		first, second tree
		changes       Changes // of the second build
		want          tree
		refused       string // part of the problem
	}{
		{
			name:    "nothing changed",
			first:   tree{"index.html": "a", "x/index.html": "b"},
			second:  tree{"index.html": "a", "x/index.html": "b"},
			changes: Changes{Unchanged: 2},
			want:    tree{"index.html": "a", "x/index.html": "b"},
		},
		{
			name:    "changed, added and removed, with the emptied folders",
			first:   tree{"index.html": "a", "x/y/index.html": "b", "z": "z"},
			second:  tree{"index.html": "A", "n/index.html": "c", "z": "z"},
			changes: Changes{Written: 2, Unchanged: 1, Removed: 1},
			want:    tree{"index.html": "A", "n/index.html": "c", "z": "z"},
		},
		{
			name:    "files of others stay, .gitignore too",
			there:   tree{".gitignore": "*", "CNAME": "example.org", "x/mine.txt": "m"},
			first:   tree{"index.html": "a", "x/index.html": "b"},
			second:  tree{"index.html": "a"},
			changes: Changes{Unchanged: 1, Removed: 1},
			want:    tree{".gitignore": "*", "CNAME": "example.org", "x/mine.txt": "m", "index.html": "a"},
		},
		{
			name:    "a file of somebody else is in the way",
			there:   tree{"x": "mine"},
			first:   tree{"index.html": "a"},
			second:  tree{"index.html": "b", "x": "ours"},
			refused: "the output folder holds x, which no build made",
			want:    tree{"index.html": "a", "x": "mine"},
		},
		{
			name:    "a file of somebody else is where a folder must be",
			there:   tree{"x": "mine"},
			first:   tree{"index.html": "a"},
			second:  tree{"x/y.html": "ours"},
			refused: "the output folder holds x, which no build made, where x/y.html must go",
			want:    tree{"index.html": "a", "x": "mine"},
		},
		{
			name:    "a folder of somebody else is where a file must be",
			there:   tree{"x/y": "mine"},
			first:   tree{"index.html": "a"},
			second:  tree{"x": "ours"},
			refused: "the output folder holds x, which no build made",
			want:    tree{"index.html": "a", "x/y": "mine"},
		},
		{
			name:    "the same bytes of somebody else are taken over",
			there:   tree{"x": "same"},
			first:   tree{"index.html": "a"},
			second:  tree{"index.html": "a", "x": "same"},
			changes: Changes{Unchanged: 2},
			want:    tree{"index.html": "a", "x": "same"},
		},
		{
			name:    "a file becomes a folder",
			first:   tree{"x": "a"},
			second:  tree{"x/y": "b"},
			changes: Changes{Written: 1, Removed: 1},
			want:    tree{"x/y": "b"},
		},
		{
			name:    "a folder becomes a file",
			first:   tree{"x/y/z": "a", "x/w": "b"},
			second:  tree{"x": "c"},
			changes: Changes{Written: 1, Removed: 2},
			want:    tree{"x": "c"},
		},
		{
			name:    "a path changes its case",
			first:   tree{"X/a": "a"},
			second:  tree{"x/a": "a"},
			changes: Changes{Written: 1, Removed: 1},
			want:    tree{"x/a": "a"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			place := filepath.Join(t.TempDir(), "out")
			write(t, place, c.there)
			if _, err := build(place, c.first, nil); err != nil {
				t.Fatal(err)
			}
			changes, err := build(place, c.second, nil)
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) {
					t.Errorf("not refused with %q: %v", c.refused, err)
				}
			} else if err != nil {
				t.Fatal(err)
			}
			same(t, "changes", changes, c.changes)
			same(t, "files", read(t, place), c.want)
			if _, err := os.Stat(filepath.Join(place, stagePath)); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the stage is left behind: %v", err)
			}
			if _, err := os.Stat(filepath.Join(place, "x/y")); c.name[:7] == "changed" && err == nil {
				t.Error("an emptied folder is left behind")
			}
		})
	}
}
