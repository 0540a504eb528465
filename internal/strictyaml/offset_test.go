package strictyaml

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// TestSource finds the bytes of every node of a file: with and without a
// byte-order mark, with both kinds of line ends.
func TestSource(t *testing.T) {
	const text = "šid: x\nname: \"quo\\\"ted\" # a note\nlist: [a, \"b]\"] # more\nmap:\n  inner: 'it''s'\nword: plain\n"
	want := map[string]string{"šid": "x", "name": `"quo\"ted"`, "list": `[a, "b]"]`, "inner": `'it''s'`, "word": "plain"}
	for _, mark := range []string{"", "\ufeff"} {
		for _, end := range []string{"\n", "\r\n"} {
			src := mark + strings.ReplaceAll(text, "\n", end)
			clean := strings.ReplaceAll(strings.TrimPrefix(src, mark), "\r\n", "\n")
			root, problems := Parse(diag.Pos{File: "a.yaml", Line: 1, Col: 1}, []byte(clean))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			s, seen := NewSource([]byte(src)), 0
			fields := append(root.Fields[:len(root.Fields):len(root.Fields)], root.Field("map").Fields...)
			for _, f := range fields {
				text, ok := want[f.Key.Value]
				if !ok {
					continue
				}
				seen++
				start := s.Offset(f.Value.Pos)
				stop, ok := s.End(f.Value)
				if !ok || s.Text()[start:stop] != text {
					t.Errorf("%q: %q of %q, want %q", f.Key.Value, s.Text()[start:max(start, stop)], src, text)
				}
			}
			if seen != len(want) {
				t.Errorf("%d of %d fields were found", seen, len(want))
			}
		}
	}
	if s := NewSource([]byte("a")); s.Offset(diag.Pos{Line: 7, Col: 1}) != 1 || s.Offset(diag.Pos{}) != 1 {
		t.Error("a place that is not there is not the end")
	}
}
