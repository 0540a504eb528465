package strictyaml

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// FuzzParse: no input panics, no position leaves the file, positions grow
// through a scalar, and the text of every scalar is found in its source.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"a: 1\nb: [x, {y: z}]\n", "a: &x 1\nb: *x", "a: \"q\\u0160\\\n  b\n\n c\"", "a: >\n one\n  two\n\n three\n", "a: |2-\n   x\n", "- - 'it''s\n\n  so'",
		"{a: 1,083}", "a:\n\tb", "a: 1\n---\nb: 2", "a: b: c", "title: {{ x }} y", "a: [1", "\"", "a: !!binary x", "? a\n: b", "a: |+\n\n\n", "%YAML 1.2\n---\na", "\ufeffa: 1\r\nb: 2\r\n",
		"a: >+\n\n  x\n   \n  y\n", "a: x #y", "<<: {a: b}", "a: >\n  \n  x", "'a\n b': c", "- |\n x\n-\n - y\n", "a: >- # TODO a\n  b # TODO\n# TODO c\nd: \"e # TODO\" # TODO: f\n", "- 'a\n  # TODO' # TODO\n- b\n  # TODO\n- |2\n    c\n   # TODO\n  # TODO\n # TODO\n", "a: |\n  x\n   ", "&a : b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		root, ps := Parse(diag.Pos{File: "f", Line: 1, Col: 1}, []byte(s))
		lines := strings.Split(strings.TrimPrefix(s, "\ufeff"), "\n")
		inside := func(p diag.Pos) bool {
			return p.File == "f" && p.Line == 0 || p.Line >= 1 && p.Line <= len(lines) && p.Col >= 1 && p.Col <= utf8.RuneCountInString(lines[p.Line-1])+1
		}
		for _, p := range ps {
			if !inside(p.Pos) {
				t.Fatalf("%q: problem outside the file: %v", s, p)
			}
		}
		var walk func(n *Node)
		walk = func(n *Node) {
			if !inside(n.Pos) || n.Len < 1 {
				t.Fatalf("%q: node outside the file: %v", s, n)
			}
			if n.Kind == Scalar && !n.Broken {
				if _, ok := n.straight(); !ok {
					if _, ok := n.layout(); !ok {
						t.Fatalf("%q: %q is not found in its source", s, n.Value)
					}
				}
				last := n.Pos
				for i := 0; i <= len(n.Value); i++ {
					at := n.PosAt(i)
					if !inside(at) || at.Less(last) {
						t.Fatalf("%q: byte %d of %q at %s, the one before at %s", s, i, n.Value, at, last)
					}
					last = at
				}
			}
			for _, item := range n.Items {
				walk(item)
			}
			for _, field := range n.Fields {
				walk(field.Key)
				walk(field.Value)
			}
		}
		walk(root)
		without(t, s, root, len(ps) == 0)
	})
}

// without takes the comments out of a document, which is then read as before.
func without(t *testing.T, src string, root *Node, sound bool) {
	comments := root.Comments("TODO")
	if !sound || len(comments) == 0 {
		return
	}
	lines := strings.Split(strings.TrimPrefix(src, "\ufeff"), "\n")
	for _, c := range comments {
		line := []rune(lines[c.Pos.Line-1])
		if string(line[c.Pos.Col-1]) != "#" {
			t.Fatalf("%q: no comment at %s", src, c.Pos)
		}
		lines[c.Pos.Line-1] = string(line[:c.Pos.Col-1])
	}
	again, ps := Parse(diag.Pos{File: "f", Line: 1, Col: 1}, []byte(strings.Join(lines, "\n")))
	if len(ps) > 0 || !sameTree(root, again) {
		t.Fatalf("%q: another tree without the comments %v: %v", src, comments, ps)
	}
}

func sameTree(x, y *Node) bool {
	if x.Kind != y.Kind || x.Value != y.Value || len(x.Items) != len(y.Items) || len(x.Fields) != len(y.Fields) {
		return false
	}
	for i := range x.Items {
		if !sameTree(x.Items[i], y.Items[i]) {
			return false
		}
	}
	for i := range x.Fields {
		if !sameTree(x.Fields[i].Key, y.Fields[i].Key) || !sameTree(x.Fields[i].Value, y.Fields[i].Value) {
			return false
		}
	}
	return true
}
