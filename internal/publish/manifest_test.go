package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"
)

// decoded is what a manifest says, a line a file.
func decoded(src []byte) ([]string, bool) {
	m := newManifest()
	ok := m.decode(src)
	var lines []string
	for _, d := range m.sorted() {
		for _, f := range d.files {
			lines = append(lines, fmt.Sprintf("%s %d %d %x", join(d.path, f.name), f.size, f.modified, f.sum[:2]))
		}
	}
	return lines, ok
}

// manifestOf is a manifest that names files in one folder.
func manifestOf(dir string, names ...string) []byte {
	m := newManifest()
	m.dirs[dir] = &dirOf(dir, names)[0]
	return m.encode()
}

func dirOf(path string, names []string) []dir {
	d := make([]dir, 1)
	d[0].path = path
	for i, name := range names {
		d[0].files = append(d[0].files, file{name: name, size: int64(i), modified: int64(-i), sum: [32]byte{byte(i), 1}, state: planned})
	}
	return d
}

func TestManifest(t *testing.T) {
	whole := manifestOf("x/y", "a", "b b", "c\nd", "č")
	lines, ok := decoded(whole)
	if want := []string{"x/y/a 0 0 0001", "x/y/b b 1 -1 0101", "x/y/c\nd 2 -2 0201", "x/y/č 3 -3 0301"}; !ok || !slices.Equal(lines, want) {
		t.Errorf("got %q, %v", lines, ok)
	}
	for i := range whole {
		if _, ok := decoded(whole[:i]); ok {
			t.Errorf("cut at byte %d it is believed", i)
		}
		altered := slices.Clone(whole)
		altered[i] ^= 1
		if _, ok := decoded(altered); ok {
			t.Errorf("altered at byte %d it is believed", i)
		}
	}
	for _, c := range []struct {
		dir, name string
		ok        bool
	}{
		{"", "a", true}, {"x", "a", true}, {"x", ".gitignore", true}, {"x/.bulletin", "a", true}, {"Č", "A", true},
		{"", ".gitignore", false}, {"", ".bulletin", false}, {"", ".GIT", false}, {".bulletin", "a", false}, {".Git/hooks", "a", false},
		{"..", "a", false}, {"x", "..", false}, {"", "..", false}, {"", ".", false}, {"", "", false}, {"x", "", false}, {"x/", "a", false}, {"/x", "a", false},
		{"x", "a/b", false}, {"", "a/b", false}, {"x", "\xff", false}, {"\xff", "a", false}, {"x//y", "a", false}, {"x/../..", "a", false},
	} {
		if _, ok := decoded(manifestOf(c.dir, c.name)); ok != c.ok {
			t.Errorf("%q in %q: believed: %v", c.name, c.dir, ok)
		}
	}
}

// FuzzManifest takes manifests apart that are whole but were written by nobody.
func FuzzManifest(f *testing.F) {
	body := func(src []byte) []byte { return bytes.TrimPrefix(src[:len(src)-sha256.Size], []byte(manifestHead)) }
	f.Add(body(manifestOf("x", "a", "b")))
	f.Add(binary.AppendUvarint(nil, 1<<63))
	f.Fuzz(func(t *testing.T, src []byte) {
		whole := append([]byte(manifestHead), src...)
		sum := sha256.Sum256(whole)
		m := newManifest()
		if !m.decode(append(whole, sum[:]...)) {
			return
		}
		for _, d := range m.dirs {
			for i := range d.files {
				d.files[i].state = planned
				if path := join(d.path, d.files[i].name); !usable(path) {
					t.Errorf("%q is believed", path)
				}
			}
		}
		before, _ := decoded(append(whole, sum[:]...))
		if after, ok := decoded(m.encode()); !ok || !slices.Equal(before, after) {
			t.Errorf("%q became %q", before, after)
		}
	})
}
