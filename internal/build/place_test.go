package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOutPlace(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(base, "site")
	for _, dir := range []string{"site/content/a", "site/data", "other"} {
		if err := os.MkdirAll(filepath.Join(base, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(site, "content"), filepath.Join(base, "alias")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(base, "other"), filepath.Join(site, "leads-out")); err != nil {
		t.Skip(err)
	}
	for _, c := range []struct {
		out     string
		want    string // under base
		refused string
	}{
		{"public", "site/public", ""},
		{"a/b/../c", "site/a/c", ""},
		{"../other", "other", ""},
		{filepath.Join(base, "new", "deep"), "new/deep", ""},
		{"datasets", "site/datasets", ""},
		{"", "", "no name"},
		{"leads-out", "", "leads out of the site's folder"},
		{"leads-out/deeper", "", "leads out of the site's folder"},
		{filepath.Join(site, "leads-out"), "other", ""},
		{".", "", "holds the site's own folder"},
		{"..", "", "holds the site's own folder"},
		{"/", "", "holds the site's own folder"},
		{"content", "", "is inside content/"},
		{"content/a/b", "", "is inside content/"},
		{"DATA/x", "", "is inside data/"},
		{"templates", "", "is inside templates/"},
		{".git/x", "", "is inside .git/"},
		{"public/../data", "", "is inside data/"},
		{"../alias/new", "", "is inside content/"},
	} {
		got, err := outPlace(site, c.out)
		var usage *UsageError
		switch {
		case c.refused != "":
			if !errors.As(err, &usage) || !strings.Contains(usage.Message, c.refused) {
				t.Errorf("%q: got %q, %v, want %q", c.out, got, err, c.refused)
			}
		case err != nil || got != filepath.Join(base, c.want):
			t.Errorf("%q: got %q, %v, want %q", c.out, got, err, c.want)
		}
	}
}
