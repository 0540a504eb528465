package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestPrintDate: a PDF carries the day of its edition's state; one of an edition
// without any, the last day of the period.
func TestPrintDate(t *testing.T) {
	for _, c := range []struct{ front, want string }{
		{"updated: 2023-06-01\n", "2023-06-01"},
		{"published: 2023-07-02\nupdated: 2023-06-01\n", "2023-07-02"},
		{"", "2023-03-31"},
	} {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS("testdata/site")); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, "content/reports/2023-q1/_index.md")
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(src), "updated: 2023-06-01\n", c.front, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		state, err := Read(t.Context(), Options{Dir: dir, Jobs: 1, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		if got := printDate(state.Site.Editions[0]); got.Format(time.DateOnly) != c.want || got.Location() != time.UTC {
			t.Errorf("%q: %v, not %s", c.front, got, c.want)
		}
	}
}
