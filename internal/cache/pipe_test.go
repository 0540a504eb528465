//go:build unix

package cache

import (
	"syscall"
	"testing"
)

// TestPipe puts a pipe in the place of an entry: reading it would wait for ever.
func TestPipe(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	if err := syscall.Mkfifo(file(s, "unit", "a"), 0o644); err != nil {
		t.Fatal(err)
	}
	misses(t, s, "unit", "a")
	put(t, s, "unit", "a", "text")
	hits(t, s, "unit", "a", "text")
}
