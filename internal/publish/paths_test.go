package publish

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/diag"
)

func TestClashes(t *testing.T) {
	for _, c := range []struct {
		name  string
		paths []string
		want  []string
	}{
		{"none", []string{"index.html", "a/index.html", "a/b.html", "ab"}, nil},
		{"two at one path", []string{"a", "a"}, []string{"a is made twice"}},
		{"case", []string{"A/b", "a/B"}, []string{"a/B is made twice"}},
		{"composition", []string{"\u010d", "c\u030c"}, []string{"is made twice"}},
		{"file and folder", []string{"a", "a/b/c"}, []string{"a/b/c needs a folder where a from"}},
		{"folder and file", []string{"A/b", "a"}, []string{"A/b needs a folder where a from"}},
		{"no output may go there", []string{".gitignore", ".bulletin/x", "../x", "/x", "", ".", "a//b", `a\b`, ".git/hooks/x"},
			slices.Repeat([]string{"cannot be used"}, 9)},
	} {
		t.Run(c.name, func(t *testing.T) {
			var files []File
			for i, p := range c.paths {
				files = append(files, File{Path: p, Source: fmt.Sprintf("content/%d.md", i)})
			}
			got := Clashes(files)
			if len(got) != len(c.want) {
				t.Fatalf("got %d problems, want %d: %v", len(got), len(c.want), got)
			}
			for i, p := range got {
				if !strings.Contains(p.Message, c.want[i]) {
					t.Errorf("got %q, want %q", p.Message, c.want[i])
				}
			}
		})
	}
}

// TestClashIsPlaced: a clash stands where its file asks for the path, if that is known.
func TestClashIsPlaced(t *testing.T) {
	at := diag.Pos{File: "content/a.md", Line: 3, Col: 11}
	got := Clashes([]File{{Path: "feed.xml", Source: "feed.xml"}, {Path: "feed.xml/index.html", Source: "content/a.md", Pos: at, Len: 9}})
	if len(got) != 1 || got[0].Pos != at || got[0].Len != 9 {
		t.Errorf("got %+v", got)
	}
}
