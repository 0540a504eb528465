package build

import (
	"os"
	"path/filepath"
	"testing"
)

// TestReplaceAll: where one of several files cannot be written, none is, and nothing is
// left beside them.
func TestReplaceAll(t *testing.T) {
	for _, fails := range []string{"mkdir", "open", "write", "rename", ""} {
		dir := t.TempDir()
		for _, name := range []string{"a.yaml", "b.yaml"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		failed := replaceAll(brokenDisk{root, fails}, []written{{"a.yaml", []byte("new")}, {"b.yaml", []byte("new")}})
		if err := root.Close(); err != nil {
			t.Fatal(err)
		}
		want := "old"
		if fails == "" {
			want = "new"
		}
		for _, name := range []string{"a.yaml", "b.yaml"} {
			if src, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(src) != want {
				t.Errorf("%s: %s is %q, %v", fails, name, src, err)
			}
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 || (failed == nil) != (fails == "") {
			t.Errorf("%s: %v, %d files", fails, failed, len(entries))
		}
	}
}
