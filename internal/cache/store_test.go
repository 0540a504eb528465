package cache

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// opened opens a cache and closes it when the test ends.
func opened(t testing.TB, place, version string) *Store {
	t.Helper()
	s, err := Open(place, version)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// put keeps a text.
func put(t testing.TB, s *Store, kind, name, text string) {
	t.Helper()
	if err := s.Put(kind, name, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

// hits and misses hold a store to what it has.
func hits(t testing.TB, s *Store, kind, name, want string) {
	t.Helper()
	if got, ok := s.Get(kind, name); !ok || string(got) != want {
		t.Errorf("%q %q: got %q, %t, want %q", kind, name, got, ok, want)
	}
}

func misses(t testing.TB, s *Store, kind, name string) {
	t.Helper()
	if got, ok := s.Get(kind, name); ok || got != nil {
		t.Errorf("%q %q: got %q, %t, want none", kind, name, got, ok)
	}
}

// file is where an entry lies.
func file(s *Store, kind, name string) string {
	return filepath.Join(s.place, s.name, fileName(kind, name))
}

// names are the files below a folder.
func names(t testing.TB, place string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(place), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestRoundTrip(t *testing.T) {
	place := filepath.Join(t.TempDir(), "site", ".cache")
	want := map[[2]string]string{}
	s := opened(t, place, "1")
	for i, name := range []string{"", "a", "A", "../../../etc/passwd", "/", ".", "..", "a\x00b", "CON", "ž ́", strings.Repeat("long/", 10_000)} {
		for _, kind := range []string{"", "unit", "a"} {
			misses(t, s, kind, name)
			want[[2]string{kind, name}] = fmt.Sprintf("%d of %q", i, kind)
			put(t, s, kind, name, want[[2]string{kind, name}])
		}
	}
	put(t, s, "unit", "a", "again")
	want[[2]string{"unit", "a"}] = "again"
	later := opened(t, place, "1")
	for _, s := range []*Store{s, later} {
		for at, text := range want {
			hits(t, s, at[0], at[1], text)
		}
		misses(t, s, "uni", "ta")
		misses(t, s, "unita", "")
	}
}

func TestParts(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	large := bytes.Repeat([]byte("0123456789"), 300_000)
	for i, parts := range [][][]byte{nil, {nil}, {{}, {}}, {[]byte("a"), nil, []byte("bc")}, {large}, {large[:5], large, large[5:100]}} {
		name := fmt.Sprint(i)
		if err := s.Put("unit", name, parts...); err != nil {
			t.Fatal(err)
		}
		hits(t, s, "unit", name, string(bytes.Join(parts, nil)))
	}
	got, _ := s.Get("unit", "3")
	got[0] = 'X'
	hits(t, s, "unit", "3", "abc")
}

func TestVersionsAreApart(t *testing.T) {
	place := t.TempDir()
	one, two := opened(t, place, "1"), opened(t, place, "2")
	put(t, one, "unit", "a", "by one")
	misses(t, two, "unit", "a")
	put(t, two, "unit", "a", "by two")
	hits(t, one, "unit", "a", "by one")

	// The entry itself knows its version, wherever it lies.
	src, err := os.ReadFile(file(one, "unit", "a"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file(two, "unit", "a"), src, fileMode); err != nil {
		t.Fatal(err)
	}
	misses(t, two, "unit", "a")
}

func TestFolderSaysWhatItIs(t *testing.T) {
	place := filepath.Join(t.TempDir(), ".cache")
	opened(t, place, "1")
	for name, begin := range map[string]string{tagName: "Signature: 8a477f597d28d172789f06886806bc55\n", ignoreName: "*\n"} {
		if src, err := os.ReadFile(filepath.Join(place, name)); err != nil || !strings.HasPrefix(string(src), begin) {
			t.Errorf("%s is %q, %v", name, src, err)
		}
	}
	for _, name := range []string{tagName, ignoreName} {
		if err := os.WriteFile(filepath.Join(place, name), []byte("mine"), fileMode); err != nil {
			t.Fatal(err)
		}
	}
	opened(t, place, "1")
	for _, name := range []string{tagName, ignoreName} {
		if src, err := os.ReadFile(filepath.Join(place, name)); err != nil || string(src) != "mine" {
			t.Errorf("%s was written over: %q, %v", name, src, err)
		}
	}
}

func TestPlacesThatAreNoCache(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, place string) error
		want    string // of the error; empty where a cache can be
	}{
		{"nothing", func(*testing.T, string) error { return nil }, ""},
		{"an empty folder", func(_ *testing.T, place string) error { return os.MkdirAll(place, dirMode) }, ""},
		{"a file", func(_ *testing.T, place string) error {
			return writeAll(filepath.Dir(place), map[string]string{"cache": ""})
		}, "not a directory"},
		{"below a file", func(_ *testing.T, place string) error { return os.WriteFile(filepath.Dir(place), nil, fileMode) }, "not a directory"},
		{"a link to a folder", func(t *testing.T, place string) error { return link(t.TempDir(), place) }, "it is a link"},
		{"a link to nothing", func(_ *testing.T, place string) error { return link("nowhere", place) }, "it is a link"},
		{"somebody's folder", func(_ *testing.T, place string) error { return os.MkdirAll(filepath.Join(place, "thesis"), dirMode) }, "it is not a cache, as thesis is in it"},
		{"somebody's folder that looks like ours", func(_ *testing.T, place string) error {
			return os.MkdirAll(filepath.Join(place, "v0123"), dirMode)
		}, "it is not a cache, as v0123 is in it"},
		{"another's cache", func(_ *testing.T, place string) error {
			return writeAll(place, map[string]string{tagName: tag, "theirs": ""})
		}, ""},
		{"a cache that was not finished", func(_ *testing.T, place string) error {
			return os.MkdirAll(filepath.Join(place, "v0123456789abcdef"), dirMode)
		}, ""},
		{"a version that is a file", func(_ *testing.T, place string) error {
			return writeAll(place, map[string]string{tagName: tag, versionFolder("1"): ""})
		}, "not a directory"},
		{"a version that is a link out", func(t *testing.T, place string) error {
			if err := writeAll(place, map[string]string{tagName: tag}); err != nil {
				return err
			}
			return link(t.TempDir(), filepath.Join(place, versionFolder("1")))
		}, "path escapes from parent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			top := t.TempDir()
			place := filepath.Join(top, "site", "cache")
			if err := c.prepare(t, place); err != nil {
				t.Fatal(err)
			}
			before := names(t, top)
			s, err := Open(place, "1")
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				put(t, s, "unit", "a", "text")
				hits(t, s, "unit", "a", "text")
				if err := s.Close(); err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "open the cache "+place) {
				t.Errorf("the error is %v, want %s", err, c.want)
			}
			after := slices.DeleteFunc(names(t, top), func(name string) bool { return strings.HasSuffix(name, ignoreName) })
			if !slices.Equal(before, after) {
				t.Errorf("it left %v where %v was", after, before)
			}
		})
	}
}

// writeAll writes files into a folder.
func writeAll(place string, files map[string]string) error {
	if err := os.MkdirAll(place, dirMode); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(filepath.Join(place, name), []byte(files[name]), fileMode); err != nil {
			return err
		}
	}
	return nil
}

// link makes a link, and the folders above it.
func link(to, name string) error {
	if err := os.MkdirAll(filepath.Dir(name), dirMode); err != nil {
		return err
	}
	return os.Symlink(to, name)
}

func TestClosedStore(t *testing.T) {
	place := t.TempDir()
	s := opened(t, place, "1")
	put(t, s, "unit", "a", "text")
	for range 2 {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	misses(t, s, "unit", "a")
	if err := s.Put("unit", "a", []byte("late")); err == nil {
		t.Error("a closed store takes entries")
	}
	hits(t, opened(t, place, "1"), "unit", "a", "text")
}

// TestDeletedWhileItRuns deletes the folder under a store.
func TestDeletedWhileItRuns(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	s := opened(t, filepath.Join(site, ".cache"), "1")
	for i, gone := range []string{s.place, filepath.Join(s.place, s.name), s.place} {
		text := fmt.Sprint("text ", i)
		put(t, s, "unit", "a", text)
		hits(t, s, "unit", "a", text)
		if err := os.RemoveAll(gone); err != nil {
			t.Fatal(err)
		}
		misses(t, s, "unit", "a")
	}
	put(t, s, "unit", "b", "text")
	hits(t, s, "unit", "b", "text")
	if want := []string{ignoreName, tagName, s.name + "/" + fileName("unit", "b")}; !slices.Equal(names(t, s.place), want) {
		t.Errorf("the new folder holds %v", names(t, s.place))
	}

	// Where the site itself is gone, it stays gone.
	if err := os.RemoveAll(site); err != nil {
		t.Fatal(err)
	}
	if err := s.Put("unit", "c", []byte("text")); err == nil {
		t.Error("an entry was put into nothing")
	}
	if _, err := os.Lstat(site); err == nil {
		t.Error("the site's folder was made again")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
