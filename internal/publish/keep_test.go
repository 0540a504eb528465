package publish

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

// watched counts how often a file is opened to be read.
type watched struct {
	disk
	reads *atomic.Int64
}

func (w watched) Folder(name string) (disk, error) {
	opened, err := w.disk.Folder(name)
	return watched{opened, w.reads}, err
}

func (w watched) Open(name string) (*os.File, error) {
	w.reads.Add(1)
	return w.disk.Open(name)
}

// keep asks for one published file, and publishes the site with it.
func keepOne(t *testing.T, place, path, bytes string) (kept bool, reads int64) {
	t.Helper()
	var count atomic.Int64
	folder, err := open(place, func(d disk) disk { return watched{d, &count} })
	if err != nil {
		t.Fatal(err)
	}
	stage := folder.Stage()
	kept, err = stage.Keep(path, "content/a.md", sha256.Sum256([]byte(bytes)))
	if err != nil {
		t.Fatal(err)
	}
	reads = count.Load()
	if !kept {
		if err := stage.Add(path, "content/a.md", []byte(bytes)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err = stage.Publish(); err != nil {
		t.Fatal(err)
	}
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "files", read(t, place), tree{path: bytes})
	return kept, reads
}

func TestKeep(t *testing.T) {
	past := time.Now().Add(-time.Hour)
	date := func(t *testing.T, place, name string, at time.Time) {
		t.Helper()
		if err := os.Chtimes(filepath.Join(place, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	modified := func(t *testing.T, place, name string) time.Time {
		t.Helper()
		info, err := os.Stat(filepath.Join(place, name))
		if err != nil {
			t.Fatal(err)
		}
		return info.ModTime()
	}
	// aged makes the manifest an hour younger than what it names.
	aged := func(t *testing.T, place string) { date(t, place, manifestPath, time.Now().Add(time.Hour)) }
	for _, c := range []struct {
		name      string
		meanwhile func(t *testing.T, place string)
		wanted    string
		kept      bool
		reads     int64
	}{
		{"as it was, and old", aged, "one", true, 0},
		{"as it was, and young", func(*testing.T, string) {}, "one", true, 1},
		{"other bytes are wanted", aged, "two", false, 0},
		{"it is gone", func(t *testing.T, place string) {
			if err := os.Remove(filepath.Join(place, "x/a")); err != nil {
				t.Fatal(err)
			}
		}, "one", false, 0},
		{"its folder is gone", func(t *testing.T, place string) {
			if err := os.RemoveAll(filepath.Join(place, "x")); err != nil {
				t.Fatal(err)
			}
		}, "one", false, 0},
		{"another size", func(t *testing.T, place string) { write(t, place, tree{"x/a": "longer"}); aged(t, place) }, "one", false, 0},
		{"another time", func(t *testing.T, place string) { date(t, place, "x/a", past); aged(t, place) }, "one", true, 1},
		{"other bytes and another time", func(t *testing.T, place string) {
			write(t, place, tree{"x/a": "two"})
			date(t, place, "x/a", past)
			aged(t, place)
		}, "one", false, 1},
		{"changed at the moment that the manifest was written", func(t *testing.T, place string) {
			then := modified(t, place, "x/a")
			write(t, place, tree{"x/a": "two"})
			date(t, place, "x/a", then)
			date(t, place, manifestPath, then)
		}, "one", false, 1},
		{"a disk that keeps seconds, and a second later", func(t *testing.T, place string) {
			then := past.Truncate(time.Second)
			rewriteManifest(t, place, func(f *file) { f.modified = then.UnixNano() })
			date(t, place, "x/a", then)
			date(t, place, manifestPath, then.Add(time.Second))
		}, "one", true, 1},
		{"a disk that keeps seconds, and long after", func(t *testing.T, place string) {
			then := past.Truncate(time.Second)
			rewriteManifest(t, place, func(f *file) { f.modified = then.UnixNano() })
			date(t, place, "x/a", then)
			date(t, place, manifestPath, then.Add(3*time.Second))
		}, "one", true, 0},
		{"an older Bulletin published it", func(t *testing.T, place string) { toLegacy(t, place, tree{"x/a": "one"}) }, "one", true, 1},
		{"an older Bulletin published it, and it was changed", func(t *testing.T, place string) {
			toLegacy(t, place, tree{"x/a": "one"})
			write(t, place, tree{"x/a": "two"})
		}, "one", false, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			place := t.TempDir()
			if _, err := build(place, tree{"x/a": "one"}, nil); err != nil {
				t.Fatal(err)
			}
			if c.name != "as it was, and young" {
				time.Sleep(25 * time.Millisecond)
			}
			c.meanwhile(t, place)
			kept, reads := keepOne(t, place, "x/a", c.wanted)
			if kept != c.kept || reads != c.reads {
				t.Errorf("kept %v after reading %d files, want %v after %d", kept, reads, c.kept, c.reads)
			}
		})
	}
}

// rewriteManifest changes what the manifest says of each file.
func rewriteManifest(t *testing.T, place string, change func(*file)) {
	t.Helper()
	m := newManifest()
	src, err := os.ReadFile(filepath.Join(place, manifestPath))
	if err != nil || !m.decode(src) {
		t.Fatal(err)
	}
	for _, d := range m.dirs {
		for i := range d.files {
			d.files[i].state = planned
			change(&d.files[i])
		}
	}
	if err := os.WriteFile(filepath.Join(place, manifestPath), m.encode(), fileMode); err != nil {
		t.Fatal(err)
	}
}

// toLegacy puts the manifest of an older Bulletin in the place of the newer.
func toLegacy(t *testing.T, place string, files tree) {
	t.Helper()
	sums := map[string]string{}
	for path, src := range files {
		sums[path] = hexSum(src)
	}
	src, err := json.MarshalIndent(map[string]any{"version": 1, "files": sums}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	write(t, place, tree{legacyPath: string(src)})
	if err := os.Remove(filepath.Join(place, manifestPath)); err != nil {
		t.Fatal(err)
	}
}

func TestOlderBulletinIsTakenOver(t *testing.T) {
	place := t.TempDir()
	first := tree{"index.html": "1", "x/same": "s", "x/gone": "g", "x/mine": "ours", "X2/a": "a"}
	if _, err := build(place, first, nil); err != nil {
		t.Fatal(err)
	}
	toLegacy(t, place, first)
	write(t, place, tree{"x/mine": "by hand"})
	c, err := build(place, tree{"index.html": "2", "x/same": "s", "x2/a": "a"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "changes", c, Changes{Written: 2, Unchanged: 1, Removed: 2})
	same(t, "files", read(t, place), tree{"index.html": "2", "x/same": "s", "x2/a": "a", "x/mine": "by hand"})

	// The older program comes once more, and knows nothing of the new manifest.
	src, err := json.Marshal(map[string]any{"version": 1, "files": map[string]string{"x/same": hexSum("t"), "y": hexSum("y")}})
	if err != nil {
		t.Fatal(err)
	}
	write(t, place, tree{legacyPath: string(src), "x/same": "t", "y": "y"})
	c, err = build(place, tree{"index.html": "3"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "changes", c, Changes{Written: 1, Removed: 3})
	same(t, "files", read(t, place), tree{"index.html": "3", "x/mine": "by hand"})
}

// TestManifestIsRenewed expects the manifest to vouch for files again once
// many had to be read, and nothing else to be written.
func TestManifestIsRenewed(t *testing.T) {
	place := t.TempDir()
	files := tree{}
	for i := range 2 * mostStale {
		files[fmt.Sprintf("%d/a", i)] = "a" // more folders than are kept open
	}
	if _, err := build(place, files, nil); err != nil {
		t.Fatal(err)
	}
	past := time.Now().Add(-time.Hour)
	for name := range files {
		if err := os.Chtimes(filepath.Join(place, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	for i, reads := range []int64{int64(len(files)), 0} {
		var count atomic.Int64
		folder, err := open(place, func(d disk) disk { return watched{d, &count} })
		if err != nil {
			t.Fatal(err)
		}
		stage := folder.Stage()
		for name, src := range files {
			if kept, err := stage.Keep(name, "", sha256.Sum256([]byte(src))); !kept || err != nil {
				t.Fatal(name, kept, err)
			}
		}
		c, err := stage.Publish()
		if err := errors.Join(err, folder.Close()); err != nil {
			t.Fatal(err)
		}
		same(t, "changes", c, Changes{Unchanged: len(files)})
		if count.Load() != reads {
			t.Errorf("build %d: read %d files, want %d", i, count.Load(), reads)
		}
	}
}

func TestMadeTwice(t *testing.T) {
	for _, published := range []tree{{"x/b": "b"}, {"x/a": "a"}} {
		for _, again := range []string{"a", "other"} {
			place := t.TempDir()
			if _, err := build(place, published, nil); err != nil {
				t.Fatal(err)
			}
			folder, err := Open(place)
			if err != nil {
				t.Fatal(err)
			}
			stage := folder.Stage()
			err = errors.Join(stage.Add("x/a", "", []byte("a")), stage.Add("x/a", "", []byte(again)))
			if err == nil {
				_, err = stage.Publish()
			}
			if err == nil {
				t.Errorf("%v: a file is made twice, with %q", published, again)
			}
			if err := errors.Join(stage.Discard(), folder.Close()); err != nil {
				t.Fatal(err)
			}
			same(t, "files", read(t, place), published)
		}
	}
}
