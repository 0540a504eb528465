package strictyaml

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// alike fails where a document is read plainly and yaml.v3 tells anything else of
// it; it tells whether it is read plainly.
func alike(t *testing.T, src string) bool {
	t.Helper()
	d := newDocument(diag.Pos{File: "f", Line: 3, Col: 5}, []byte(strings.TrimPrefix(src, "\ufeff")))
	var ps diag.Problems
	if len(src) > maxBytes || !d.characters(&ps) {
		return false
	}
	got := d.plain()
	if got == nil {
		return false
	}
	want, ps := d.told()
	if len(ps) > 0 {
		t.Fatalf("%q is read, but %v", src, ps)
	}
	if !reflect.DeepEqual(outline(want), outline(got)) {
		t.Fatalf("%q: got\n%s\nwant\n%s", src, strings.Join(outline(got), "\n"), strings.Join(outline(want), "\n"))
	}
	return true
}

// outline writes all that a tree holds, a node a line.
func outline(n *Node) []string {
	all := []string{fmt.Sprintf("%s %v %v %s+%d %q style %d offset %d, %d items, %d fields", n.Kind, n.Quoted, n.Broken, n.Pos, n.Len, n.Value, n.style, n.offset, len(n.Items), len(n.Fields))}
	for _, item := range n.Items {
		all = append(all, outline(item)...)
	}
	for _, f := range n.Fields {
		all = append(append(all, outline(f.Key)...), outline(f.Value)...)
	}
	return all
}

// plainly are documents in the plain form; bent, those that look like it.
func plainly() []string {
	return []string{
		"a: 1\n", "a: 1", "a:\nb: ~\n", "# c\n\na: x # c\n  # d\nb:   'q'  # e\n", "a:\n  b:\n    c: x\n  d: y\ne: z\n", "a:\n- x\n- y: 1\n  z: 2\n-  w\nb: 1\n",
		"- {a: x, b-c: [1, 2, \"q\"], d: {e: f g}}\n- []\n- {}\n- {  a:   1  ,b: 2 }\n", "a: https://example.org/x?y=z#w\nb: [https://example.org/a, x:y]\n", "a: Šid – “x”\nb: {c: é, d: 'ö'}  # ü\n",
		"a: >-\n  one\n  two\nb: |\n    x: y\n    # z\n\nc: >\n one\n", "{a: 1}", "[a, b]\n", "  a: 1\n  b: 2\n", "a: -7\nb: -x y\n", "a: it's\nb: x\"y\"\nc: null\nnull: c\n2023: x\n",
		"values:\n      area-1: 12\n      area-2: 13.50\n", "a: \"\"\nb: ''\nc: [\"\", '']\n", "a: x#y\nb: a,b [c] {d}\nc: a:b\n", "- a: 1\n- a: 2\n\n", "a: # c\n  b: 1\n", "a: # c\nb: 1\n", "a: x\n\n\n",
	}
}

func bent() []string {
	return []string{
		"a: b: c\n", "a: b:\n", "a: x\n  y\n", "a: 'x\n  y'\n", "a: \"x\\n\"\n", "a: 'it''s'\n", "a: &x 1\n", "a: *x\n", "a: !t x\n", "a: x #y\n", "a:\n  b: 1\n c: 2\n", "a: 1\na: 2\n", "- \n- x\n", "- - x\n",
		"a: [1,\n 2]\n", "{a: 1,083}\n", "{a: 1,}\n", "{a:1}\n", "[a: b]\n", "{a: }\n", "a:\tb\n", "a: >\n  x\n\n  y\n", "a: >\n  x\n   y\n", "a: >\n  x\n\n  # y\n", "a: >+\n  x\n", "a: |2\n  x\n", "a: >\n  x",
		"---\na: 1\n", "a: 1\n...\n", "a: 1\n---\nb: 2\n", "%YAML 1.2\n---\na: 1\n", "? a\n: b\n", "<<: {a: b}\n", "a: {b: 1} x\n", "a: 'x' y\n", "x\n", "", "\n", "# c\n", "a: \u2067x\n", "a: @x\n", "a: {b: c?}\n", "a: x\r\nb: y\r\n",
		"a: [x #y]\n", "a: [-]\n", "a: -\n", "a:\n-\n", "a: [{b: c}: d]\n", "a: \"b\": c\n", "a: {b: c: d}\n", " a: 1\nb: 2\n", "a:\n  - x\n - y\n", "a: |\n\n  x\n", "a: [b]: c\n", "a: {x: :y}\n", "- a: 1\n b: 2\n", "a: >\n  x \n  y\n",
	}
}

// TestPlain: the plain form is read as yaml.v3 reads it, and nothing else is.
func TestPlain(t *testing.T) {
	for _, src := range plainly() {
		if !alike(t, src) {
			t.Errorf("%q is left to yaml.v3", src)
		}
	}
	for _, src := range bent() {
		if alike(t, src) {
			t.Errorf("%q is read plainly", src)
		}
	}
}

// TestPlainOwn: the repository's own data and front matter are read alike, and
// mostly plainly.
func TestPlainOwn(t *testing.T) {
	read, all := 0, 0
	for _, root := range []string{"../../data", "../../content"} {
		err := filepath.WalkDir(root, func(name string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			text := string(src)
			if strings.HasSuffix(name, ".md") {
				_, text, _ = strings.Cut(text, "---\n")
				text, _, _ = strings.Cut(text, "\n---\n")
				text += "\n"
			}
			if all++; alike(t, text) {
				read++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if 4*read < 3*all || all < 20 {
		t.Errorf("%d of %d files are read plainly", read, all)
	}
}

// TestPlainPieces puts documents together from pieces of YAML, at random: many are
// read plainly, and all of those as yaml.v3 reads them.
func TestPlainPieces(t *testing.T) {
	pieces := []string{"a", "b", "c", "key", ": ", ": ", ":\n", ": ", "\n", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "{", "}", "[", "]", ", ", ",", "#", " # ", " ", "'", "\"", " >\n  ",
		" |-\n    ", "-", "x y", "é", "null", ":", "?", "1,083", "~", "!", "&", "*", "\\", "''", "---", "%", "@", "<<", "\n\n", "a: 1\n", "b: {c: d}\n", "  e: 'f'\n"}
	r := rand.New(rand.NewPCG(1, 2))
	rounds := 60_000
	if testing.Short() {
		rounds /= 10
	}
	read := 0
	for range rounds {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if alike(t, b.String()) {
			read++
		}
	}
	if read < rounds/100 {
		t.Errorf("%d of %d documents are read plainly", read, rounds)
	}
}

// FuzzPlain: whatever is read plainly, yaml.v3 reads as the same.
func FuzzPlain(f *testing.F) {
	for _, src := range append(plainly(), bent()...) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { alike(t, src) })
}
