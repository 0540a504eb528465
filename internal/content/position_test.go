package content_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

const front = "---\ntitle: A page\n---\n"

// page parses text as the body of a standing page; its first line is line 4.
func page(text string) (*content.Document, diag.Problems) {
	return content.Parse("content/pages/a.md", []byte(front+text))
}

// told lists problems as "line:col rule message".
func told(ps diag.Problems) []string {
	ps.Sort()
	var list []string
	for _, p := range ps {
		list = append(list, fmt.Sprintf("%d:%d+%d %s: %s", p.Pos.Line, p.Pos.Col, p.Len, p.Rule, p.Message))
	}
	return list
}

// at is the text of a file from a position on; columns count characters.
func at(src string, p diag.Pos) (string, bool) {
	src = strings.ReplaceAll(strings.TrimPrefix(src, "\ufeff"), "\r\n", "\n")
	lines := strings.Split(src, "\n")
	if p.Line < 1 || p.Line > len(lines) {
		return "", false
	}
	runes := []rune(lines[p.Line-1])
	if p.Col < 1 || p.Col > len(runes)+1 {
		return "", false
	}
	return string(runes[p.Col-1:]), true
}

// all is every piece of Markdown of a document, those of blocks included.
func all(d *content.Document) []*content.Markdown {
	var list []*content.Markdown
	for _, m := range d.Texts() {
		list = append(list, m)
		for _, b := range m.Blocks {
			for _, inner := range []*content.Markdown{b.Title, b.Note} {
				if inner != nil {
					list = append(list, inner)
				}
			}
		}
	}
	return list
}

// checkPositions compares every position of a document with the file.
func checkPositions(t *testing.T, src string, d *content.Document, exact bool) {
	t.Helper()
	for _, m := range all(d) {
		checkMarkdown(t, src, m, exact)
	}
}

// checkMarkdown compares the positions of one piece of Markdown with the file.
// It is not exact for double-quoted YAML, where a character may be written in
// another way: then a position must only lie in the file.
func checkMarkdown(t *testing.T, src string, m *content.Markdown, exact bool) {
	t.Helper()
	begins := func(what string, p diag.Pos, prefix string) {
		t.Helper()
		text, ok := at(src, p)
		if !ok {
			t.Errorf("%s: %v is outside the file", what, p)
		} else if !strings.HasPrefix(text, prefix) && exact {
			t.Errorf("%s: at %v stands %q, want %q", what, p, text, prefix)
		}
	}
	for i, e := range m.Expressions {
		if e.Index != i {
			t.Errorf("expression %q has index %d, want %d", e.Source, e.Index, i)
		}
		begins("whole", e.Whole, "{{")
		if e.Pos != e.PosAt(0) {
			t.Errorf("%q: Pos %v, PosAt(0) %v", e.Source, e.Pos, e.PosAt(0))
		}
		for offset, r := range e.Source {
			if r != ' ' {
				begins(fmt.Sprintf("%q[%d]", e.Source, offset), e.PosAt(offset), string(r))
			}
		}
		if e.Claim && e.ClaimLen > 0 {
			before := e.ClaimPos
			before.Col--
			begins("claim", before, "[")
		}
	}
	for _, c := range m.Citations {
		begins("citation", c.Pos, "[@")
		for _, item := range c.Items {
			begins("cited key", item.Pos, "@"+item.Key)
		}
	}
	for _, l := range m.Links {
		if text, ok := at(src, l.Pos); !ok {
			t.Errorf("link %q: %v is outside the file", l.Destination, l.Pos)
		} else if l.Image && !strings.HasPrefix(text, "![") && exact {
			t.Errorf("image %q: at %v stands %q", l.Destination, l.Pos, text)
		}
	}
	for i, b := range m.Blocks {
		if b.Index != i {
			t.Errorf("block has index %d, want %d", b.Index, i)
		}
		for _, s := range append(append([]content.Scalar{b.Type, b.Period, b.Compare, b.By, b.Sort}, b.Indicators...), append(b.Areas, b.Periods...)...) {
			if s.Value == "" {
				continue
			}
			if _, ok := at(src, s.Pos); !ok {
				t.Errorf("scalar %q: %v is outside the file", s.Value, s.Pos)
			}
		}
	}
}
