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
	for _, name := range []string{manifestPath, journalPath} {
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
