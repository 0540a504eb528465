package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestHostile builds a site of names and notes that nobody should write. Each format
// gives them back unchanged to its readers, and does nothing else with them.
//
// With BULLETIN_HOSTILE, the site is left in that folder, for the validators of
// .ci/validate.
func TestHostile(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	if kept := os.Getenv("BULLETIN_HOSTILE"); kept != "" {
		public = kept
	}
	var stdout, stderr output
	args := []string{"build", "-C", hostileSite(t), "-o", public, "--base-url", "https://example.org/some/where/"}
	if code := run(t.Context(), args, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
}
