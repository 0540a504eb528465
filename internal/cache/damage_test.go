package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestDamage does to an entry what can happen to a file. It must be a miss, and
// putting it again must mend it.
func TestDamage(t *testing.T) {
	change := func(edit func(src []byte) []byte) func(t *testing.T, s *Store, entry string) error {
		return func(_ *testing.T, _ *Store, entry string) error {
			src, err := os.ReadFile(entry)
			if err != nil {
				return err
			}
			return os.WriteFile(entry, edit(src), fileMode)
		}
	}
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, s *Store, entry string) error
	}{
		{"removed", func(_ *testing.T, _ *Store, entry string) error { return os.Remove(entry) }},
		{"emptied", change(func([]byte) []byte { return nil })},
		{"more", change(func(src []byte) []byte { return append(src, 0) })},
		{"more before", change(func(src []byte) []byte { return append([]byte{0}, src...) })},
		{"zeros", change(func(src []byte) []byte { return make([]byte, len(src)) })},
		{"twice", change(func(src []byte) []byte { return append(src, src...) })},
		{"another of its size", change(func(src []byte) []byte { return bytes.Replace(src, []byte("text"), []byte("next"), 1) })},
		{"swapped with another", func(_ *testing.T, s *Store, entry string) error {
			if err := s.Put("unit", "b", []byte("text")); err != nil {
				return err
			}
			return os.Rename(file(s, "unit", "b"), entry)
		}},
		{"of another kind", func(_ *testing.T, s *Store, entry string) error {
			if err := s.Put("files", "a", []byte("text")); err != nil {
				return err
			}
			return os.Rename(file(s, "files", "a"), entry)
		}},
		{"a link to a good one", func(t *testing.T, _ *Store, entry string) error {
			aside := filepath.Join(t.TempDir(), "aside")
			if err := os.Rename(entry, aside); err != nil {
				return err
			}
			return os.Symlink(aside, entry)
		}},
		{"a link to a good one inside", func(_ *testing.T, _ *Store, entry string) error {
			if err := os.Rename(entry, entry+"x"); err != nil {
				return err
			}
			return os.Symlink(filepath.Base(entry)+"x", entry)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := opened(t, t.TempDir(), "1")
			put(t, s, "unit", "a", "text")
			hits(t, s, "unit", "a", "text")
			if err := c.damage(t, s, file(s, "unit", "a")); err != nil {
				t.Fatal(err)
			}
			misses(t, s, "unit", "a")
			put(t, s, "unit", "a", "mended")
			hits(t, s, "unit", "a", "mended")
		})
	}
}

// TestEveryByteCounts alters each bit of an entry, and cuts it at each place.
func TestEveryByteCounts(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	put(t, s, "unit", "a", "text of a page")
	entry := file(s, "unit", "a")
	src, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(src) {
		if err := os.WriteFile(entry, src[:i], fileMode); err != nil {
			t.Fatal(err)
		}
		misses(t, s, "unit", "a")
		for bit := range 8 {
			altered := bytes.Clone(src)
			altered[i] ^= 1 << bit
			if err := os.WriteFile(entry, altered, fileMode); err != nil {
				t.Fatal(err)
			}
			misses(t, s, "unit", "a")
		}
	}
	if err := os.WriteFile(entry, src, fileMode); err != nil {
		t.Fatal(err)
	}
	hits(t, s, "unit", "a", "text of a page")
}

// TestFolderInTheWay puts a folder where an entry should be.
func TestFolderInTheWay(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	if err := os.MkdirAll(filepath.Join(file(s, "unit", "a"), "x"), dirMode); err != nil {
		t.Fatal(err)
	}
	misses(t, s, "unit", "a")
	if err := s.Put("unit", "a", []byte("text")); err == nil {
		t.Error("an entry replaced a folder with something in it")
	}
	misses(t, s, "unit", "a")
	put(t, s, "unit", "b", "text")
	hits(t, s, "unit", "b", "text")
}

// TestLinkIsNotFollowed writes an entry where a link lies.
func TestLinkIsNotFollowed(t *testing.T) {
	s := opened(t, t.TempDir(), "1")
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("theirs"), fileMode); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, file(s, "unit", "a")); err != nil {
		t.Fatal(err)
	}
	misses(t, s, "unit", "a")
	put(t, s, "unit", "a", "text")
	hits(t, s, "unit", "a", "text")
	if src, err := os.ReadFile(outside); err != nil || string(src) != "theirs" {
		t.Errorf("what the link led to is %q, %v", src, err)
	}
}
