package diag_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// TestExcerpt: the three parts are the line that Write shows, and the mark is
// under the same words.
func TestExcerpt(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ž", 200) + "[16]" + strings.Repeat("z", 200)
	for _, c := range []struct {
		line      string
		col, size int
		want      diag.Excerpt
	}{
		{"Ši [16] x\r", 4, 4, diag.Excerpt{Before: "Ši ", Marked: "[16]", After: " x"}},
		{"[16]", 1, 0, diag.Excerpt{Marked: "[", After: "16]"}},
		{"[16]", 5, 3, diag.Excerpt{Before: "[16]"}},
		{"[16]", 0, 3, diag.Excerpt{Before: "[16]"}},
		{"[16]", 9, 3, diag.Excerpt{Before: "[16]"}},
		{"  ", 1, 1, diag.Excerpt{}},
		{long, 201, 4, diag.Excerpt{Before: "…" + strings.Repeat("ž", 49), Marked: "[16]", After: strings.Repeat("z", 47) + "…"}},
		{"\ta\x1b[31m", 2, 2, diag.Excerpt{Before: " ", Marked: "a\uFFFD", After: "[31m"}},
	} {
		p := diag.Problem{Pos: diag.Pos{File: "a.md", Line: 1, Col: c.col}, Len: c.size}
		got := diag.ExcerptOf(p, func(string) []byte { return []byte(c.line + "\nsecond") })
		if got != c.want {
			t.Errorf("%q %d %d: got %q", c.line, c.col, c.size, got)
		}
	}
	if got := diag.ExcerptOf(diag.Problem{Pos: diag.Pos{File: "a.md"}}, func(string) []byte { return []byte("x") }); got != (diag.Excerpt{}) {
		t.Errorf("the whole file is meant, and %q is shown", got)
	}
	if got := diag.ExcerptOf(diag.Problem{Pos: diag.Pos{File: "a.md", Line: 1}}, func(string) []byte { return nil }); got != (diag.Excerpt{}) {
		t.Errorf("there is no file, and %q is shown", got)
	}
}
