package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestReplaceAll: where one of several files cannot be written or moved in, none is
// replaced, those that were not there are not, and nothing is left beside them.
func TestReplaceAll(t *testing.T) {
	before := map[string]string{"a.yaml": "old a", "c.yaml": "old c", "d.yaml": "old d"}
	all := []written{{"a.yaml", []byte("new a")}, {"b.yaml", []byte("new b")}, {"c.yaml", []byte("new c")}, {"d.yaml", []byte("new d")}}
	after := map[string]string{}
	for _, f := range all {
		after[f.name] = string(f.src)
	}
	type failure struct {
		of    string
		moves int
	}
	failures := []failure{{"mkdir", 0}, {"open", 0}, {"write", 0}, {"rename", 0}, {"", 0}}
	for moves := range len(all) {
		failures = append(failures, failure{"move", moves})
	}
	for _, f := range failures {
		dir := t.TempDir()
		for name, text := range before {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		moves := f.moves
		failed := replaceAll(brokenDisk{root, f.of, &moves}, all)
		if err := root.Close(); err != nil {
			t.Fatal(err)
		}
		want := before
		if f.of == "" {
			want = after
		}
		if got := filesIn(t, dir); (failed == nil) != (f.of == "") || !slices.Equal(got, lines(want)) {
			t.Errorf("%v: %v, and the folder has %q", f, failed, got)
		}
	}
}

// TestReplaceAllKeepsWhatWas: where what was moved in cannot be taken back either, the
// copies of what was are left.
func TestReplaceAllKeepsWhatWas(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.yaml", "b.yaml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	failed := replaceAll(onlyMoves{root, new(int)}, []written{{"a.yaml", []byte("new")}, {"b.yaml", []byte("new")}})
	if err := root.Close(); err != nil {
		t.Fatal(err)
	}
	if got := filesIn(t, dir); failed == nil || !slices.Equal(got, []string{".a.yaml.kept: old", "a.yaml: new", "b.yaml: old"}) {
		t.Errorf("%v, and the folder has %q", failed, got)
	}
}

// onlyMoves is a disk that moves one file, and then none.
type onlyMoves struct {
	recordDisk
	moved *int
}

func (d onlyMoves) Rename(from, to string) error {
	if *d.moved++; *d.moved > 1 {
		return os.ErrPermission
	}
	return d.recordDisk.Rename(from, to)
}

// filesIn are the files of a folder with what they hold, by their names.
func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, e := range entries {
		src, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		held[e.Name()] = string(src)
	}
	return lines(held)
}

func lines(held map[string]string) (all []string) {
	for name, text := range held {
		all = append(all, fmt.Sprintf("%s: %s", name, text))
	}
	slices.Sort(all)
	return all
}
