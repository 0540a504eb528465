package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// bounded is a store with a bound of its own.
func bounded(t *testing.T, place, version string, bytes int64) *Store {
	t.Helper()
	s, err := open(&Store{place: place, version: version, bound: bytes, now: time.Now, wrap: func(d disk) disk { return d }})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// age sets the time of the last use of entries.
func age(t *testing.T, s *Store, hours map[string]int) {
	t.Helper()
	for name, h := range hours {
		then := time.Now().Add(-time.Duration(h) * time.Hour)
		if err := os.Chtimes(file(s, "unit", name), then, then); err != nil {
			t.Fatal(err)
		}
	}
}

// left are the names of a store's entries that are there.
func left(s *Store, names ...string) string {
	var there []string
	for _, name := range names {
		if _, err := os.Lstat(file(s, "unit", name)); err == nil {
			there = append(there, name)
		}
	}
	return strings.Join(there, " ")
}

// closed closes a store.
func closed(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// TestBound fills a cache beyond its bound: what was used longest ago goes
// first, of whatever version, and what this run got or put stays.
func TestBound(t *testing.T) {
	const size = 1000
	entry := strings.Repeat("x", size-32)
	all := []string{"a", "b", "c", "d", "e", "f"}
	for _, c := range []struct {
		bound       int64
		left, left2 string
	}{
		{12 * size, "a b c d e f", "a b c"},
		{10 * size, "a b c d e f", "a b c"},
		{10*size - 1, "a b d e f", "a b c"},
		{9 * size, "a b d e f", "a b c"},
		{8 * size, "a b d e f", "b c"},
		{6 * size, "a e f", "b c"},
		{5 * size, "a e f", "b"},
		{4 * size, "a e f", ""},
		{3 * size, "a f", ""},
		{size, "a f", ""},
		{0, "a f", ""},
	} {
		t.Run(fmt.Sprint(c.bound), func(t *testing.T) {
			place := t.TempDir()
			one, two := opened(t, place, "1"), opened(t, place, "2")
			for _, name := range all {
				put(t, one, "unit", name, entry)
			}
			for _, name := range all[:3] {
				put(t, two, "unit", name, entry)
			}
			age(t, one, map[string]int{"a": 100, "b": 50, "c": 90, "d": 60, "e": 10, "f": 80})
			age(t, two, map[string]int{"a": 70, "b": 30, "c": 40})
			s := bounded(t, place, "1", max(c.bound, size))
			s.Get("unit", "a")
			s.Get("unit", "f")
			s.bound = c.bound
			put(t, s, "unit", "new", entry)
			closed(t, s)
			if got := left(one, all...); got != c.left {
				t.Errorf("of this version %s are left, want %s", got, c.left)
			}
			if got := left(two, all...); got != c.left2 {
				t.Errorf("of the other version %s are left, want %s", got, c.left2)
			}
			if left(one, "new") == "" {
				t.Error("what was put is not there")
			}
		})
	}
}

// TestStale leaves entries unused.
func TestStale(t *testing.T) {
	place := t.TempDir()
	one, two := opened(t, place, "1"), opened(t, place, "2")
	for _, name := range []string{"day", "week", "used"} {
		put(t, one, "unit", name, "text")
		put(t, two, "unit", name, "text")
	}
	const week = 7 * 24
	for _, s := range []*Store{one, two} {
		age(t, s, map[string]int{"day": 24, "week": week + 1, "used": week + 1})
	}

	// A run that changes nothing removes nothing.
	s := bounded(t, place, "1", bound)
	closed(t, s)
	if left(one, "week") == "" {
		t.Error("a run that put nothing removed something")
	}
	s = bounded(t, place, "1", bound)
	hits(t, s, "unit", "used", "text")
	put(t, s, "unit", "new", "text")
	closed(t, s)
	if got := left(one, "day", "week", "used", "new"); got != "day used new" {
		t.Errorf("of this version %s are left", got)
	}
	if got := left(two, "day", "week", "used"); got != "day" {
		t.Errorf("of the other version %s are left", got)
	}

	// The folder of a version goes with its last entry, a week later.
	later := bounded(t, place, "1", bound)
	later.now = func() time.Time { return time.Now().Add((week + 1) * time.Hour) }
	for range 2 {
		if _, err := os.Lstat(filepath.Join(place, two.name)); err != nil {
			t.Error("the folder of the other version went too early")
		}
		if err := os.Chtimes(filepath.Join(place, two.name), time.Now(), time.Now()); err != nil {
			t.Fatal(err)
		}
		put(t, later, "unit", "new", "text")
		if err := later.trim(later.open.whole); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Lstat(filepath.Join(place, two.name)); err == nil {
		t.Error("the folder of the other version stays for ever")
	}
	closed(t, later)
}

// TestUnfinishedFilesGo removes what killed processes left, and not what others
// are writing.
func TestUnfinishedFilesGo(t *testing.T) {
	s := bounded(t, t.TempDir(), "1", bound)
	old, young := file(s, "unit", "a")+".0123-1.tmp", file(s, "unit", "a")+".0123-2.tmp"
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, []byte("half"), fileMode); err != nil {
			t.Fatal(err)
		}
	}
	then := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, then, then); err != nil {
		t.Fatal(err)
	}
	s.bound = 0
	put(t, s, "unit", "b", "text")
	closed(t, s)
	if _, err := os.Lstat(old); err == nil {
		t.Error("an unfinished file stays for ever")
	}
	if _, err := os.Lstat(young); err != nil {
		t.Error("a file that somebody may be writing is gone")
	}
}

// TestNothingElseIsRemoved fills the folder with what is not the cache's, old
// and far too much, and looks whether it is all there when the store is closed.
func TestNothingElseIsRemoved(t *testing.T) {
	place, outside := t.TempDir(), t.TempDir()
	s := bounded(t, place, "1", bound)
	old := time.Now().Add(-1000 * time.Hour)
	theirs := []string{
		filepath.Join(outside, "v0123456789abcdef", fileName("unit", "a")),
		filepath.Join(outside, fileName("unit", "a")),
		filepath.Join(place, "thesis", fileName("unit", "a")),
		filepath.Join(place, "notes.txt"),
		filepath.Join(place, fileName("unit", "a")),
		filepath.Join(place, s.name, "notes.txt"),
		filepath.Join(place, s.name, "deeper", fileName("unit", "a")),
		filepath.Join(place, s.name, fileName("unit", "a")+".bak"),
		filepath.Join(place, s.name, strings.ToUpper(fileName("unit", "a"))),
		filepath.Join(place, "vffffffffffffffff", "notes.txt"),
	}
	for _, name := range theirs {
		if err := os.MkdirAll(filepath.Dir(name), dirMode); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("theirs"), fileMode); err != nil {
			t.Fatal(err)
		}
		for _, at := range []string{name, filepath.Dir(name)} {
			if err := os.Chtimes(at, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	links := map[string]string{
		filepath.Join(place, "v0123456789abcdef"):                filepath.Join(outside, "v0123456789abcdef"),
		filepath.Join(place, "link"):                             outside,
		filepath.Join(place, s.name, fileName("unit", "link")):   theirs[1],
		filepath.Join(place, s.name, fileName("unit", "folder")): outside,
	}
	for name, to := range links {
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
	}
	put(t, s, "unit", "b", "text")
	s.bound = 0
	s.now = func() time.Time { return time.Now().Add(2000 * time.Hour) }
	closed(t, s)
	for _, name := range theirs {
		if src, err := os.ReadFile(name); err != nil || string(src) != "theirs" {
			t.Errorf("%s: %q, %v", name, src, err)
		}
	}
	for name := range links {
		if _, err := os.Lstat(name); err != nil {
			t.Error(err)
		}
	}
	if want := 2; len(slices.DeleteFunc(names(t, place), func(name string) bool { return name != tagName && name != ignoreName })) != want {
		t.Error("the tag is gone")
	}
}

// TestUseIsNoted holds the time of an entry's file to that of its last use, to
// the hour.
func TestUseIsNoted(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	put(t, s, "unit", "a", "text")
	now := time.Now().Truncate(time.Second)
	s.now = func() time.Time { return now }
	for _, c := range []struct{ age, want time.Duration }{{10 * time.Hour, 0}, {61 * time.Minute, 0}, {59 * time.Minute, 59 * time.Minute}, {-time.Hour, -time.Hour}} {
		if err := os.Chtimes(file(s, "unit", "a"), now.Add(-c.age), now.Add(-c.age)); err != nil {
			t.Fatal(err)
		}
		hits(t, s, "unit", "a", "text")
		info, err := os.Stat(file(s, "unit", "a"))
		if err != nil {
			t.Fatal(err)
		}
		if got := now.Sub(info.ModTime()); got != c.want {
			t.Errorf("used after %v: noted as %v ago", c.age, got)
		}
	}
}
