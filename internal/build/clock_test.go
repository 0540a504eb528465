package build_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestNoClock: what is published is the same whenever it is built, whatever the dates of
// the files, and with a history of git or without.
func TestNoClock(t *testing.T) {
	var first map[string]string
	for _, c := range []struct {
		now time.Time
		git bool
	}{
		{time.Date(2001, 2, 3, 4, 5, 6, 7, time.UTC), false},
		{time.Date(2038, 12, 31, 23, 59, 59, 0, time.FixedZone("east", 13*3600)), true},
	} {
		dir := t.TempDir()
		for name, text := range newLawSite(rand.New(rand.NewPCG(1, 0))).files {
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if c.git {
			history(t, dir)
		}
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			return os.Chtimes(path, c.now, c.now.Add(time.Duration(len(path))*time.Hour))
		})
		if err != nil {
			t.Fatal(err)
		}
		o, now := options(dir), c.now
		o.Jobs, o.Now = 1, func() time.Time { now = now.Add(time.Hour); return now }
		if result := run(t, o); result.Blocked {
			t.Fatal(result.Problems)
		}
		published := tree(t, filepath.Join(dir, "public"))
		for _, name := range []string{"feed.xml", "sitemap.xml", "data/datapackage.json", "reports/2023-q1/print/index.html"} {
			if published[name] == "" {
				t.Fatalf("there is no %s", name)
			}
		}
		if first == nil {
			first = published
		}
		for name, text := range published {
			if text != first[name] {
				t.Errorf("%s %s", name, firstDifference(text, first[name]))
			}
		}
		if len(published) != len(first) {
			t.Errorf("%d files, and %d", len(first), len(published))
		}
	}
}

// history puts a site into a repository of git.
func history(t *testing.T, dir string) {
	t.Helper()
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "All"}} {
		if out, err := exec.Command("git", append([]string{"-C", dir}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}
