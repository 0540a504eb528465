package strictyaml_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// TestPosAt finds the word X of a value in the file, whatever the style: each
// source has its only X inside the value.
func TestPosAt(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"plain", "a: one X two\n"},
		{"plain, not ASCII", "a: Šid Преševo X two\n"},
		{"plain over lines", "a: one\n  two\n\n  three X\n"},
		{"plain over lines, on its own", "a:\n  one, Š\n    deeper X two\n"},
		{"plain in a list", "a:\n- one\n  two X\n"},
		{"plain with CRLF", "a: one\r\n  two\r\n\r\n  X\r\n"},
		{"plain before a comment", "a: one X # two\n"},
		{"single", "a: 'one X two'\n"},
		{"single with apostrophes", "a: 'it''s ''X'' two'\n"},
		{"single over lines", "a: 'one  \n\n   it''s X\n   two'\n"},
		{"double", "a: \"one X two\"\n"},
		{"double with escapes", "a: \"\\u0160id \\t\\x41\\U0001F600 \\\"X\\\" two\"\n"},
		{"double over lines", "a: \"one\n  two \\n\n\n  X\"\n"},
		{"double with escaped line ends", "a: \"one\\\n    two\\\n\n   \\  X\\\n  \"\n"},
		{"double with CRLF", "a: \"one\\\r\n   two\r\n\r\n X\"\r\n"},
		{"literal", "a: |\n  one\n  two X\n"},
		{"literal after blank lines", "a: |\n\n \n  one\n    two X\n"},
		{"literal, CRLF", "a: |\r\n  one\r\n\r\n  two X\r\n"},
		{"literal, indentation given", "a: |2-  # how\n    one\n   X\n"},
		{"literal, spaces on blank lines", "a: |+\n  one\n     \n \n  X\n\n"},
		{"literal with tabs", "a: |\n  one\n  \tX\n"},
		{"folded", "a: >\n  one\n  two\n\n  three X\n"},
		{"folded, deeper lines", "a: >-\n  one\n    deeper\n    still\n\n  back X\n"},
		{"folded, blank lines first", "a: >\n\n\n  one\n  X\n"},
		{"folded, not ASCII, in a list", "a:\n  - b: >\n      Š\n      š ž X\n"},
		{"folded, blank lines between", "a: >\n  one\n\n\n\n  two\n   deeper\n\n\n  X\n"},
	} {
		for _, origin := range []diag.Pos{{File: "f", Line: 1, Col: 1}, {File: "f", Line: 7, Col: 5}} {
			n, ps := strictyaml.Parse(origin, []byte(c.in))
			if len(ps) > 0 {
				t.Fatalf("%s: %v", c.name, list(ps))
			}
			for n.Kind != strictyaml.Scalar {
				if n.Kind == strictyaml.List {
					n = n.Items[len(n.Items)-1]
				} else {
					n = n.Fields[0].Value
				}
			}
			want := diag.NewLines("f", []byte(c.in)).At(strings.Index(c.in, "X"))
			want.Line, want.Col = want.Line+origin.Line-1, want.Col+origin.Col-1
			if got := n.PosAt(strings.Index(n.Value, "X")); got != want {
				t.Errorf("%s: X of %q is at %s, not %s", c.name, n.Value, want, got)
			}
		}
	}
}

func TestPosAtEdges(t *testing.T) {
	n, _ := strictyaml.Parse(origin(), []byte("a: \"x\\u00e4y\"\nb: >\n  one\n  two\n\n"))
	a, b := n.Field("a"), n.Field("b")
	for _, c := range []struct {
		node   *strictyaml.Node
		offset int
		want   string
	}{
		{a, -1, "f.yaml:1:4"}, {a, 0, "f.yaml:1:5"}, {a, 1, "f.yaml:1:6"}, {a, 2, "f.yaml:1:6"}, {a, 3, "f.yaml:1:12"}, {a, 4, "f.yaml:1:13"}, {a, 99, "f.yaml:1:13"},
		{b, 0, "f.yaml:3:3"}, {b, 3, "f.yaml:3:6"}, {b, 4, "f.yaml:4:3"}, {b, 7, "f.yaml:4:6"}, {b, 8, "f.yaml:5:1"},
		{n, 5, "f.yaml:1:1"},
	} {
		if got := c.node.PosAt(c.offset).String(); got != c.want {
			t.Errorf("%q at %d: got %s, want %s", c.node.Value, c.offset, got, c.want)
		}
	}
}
