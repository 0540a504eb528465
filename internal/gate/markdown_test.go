package gate

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// long is a checklist with so many things left in each of two chapters.
func long(n int) *List {
	l := &List{Period: "2023-Q2"}
	for _, title := range []string{"Serbia", "Albania"} {
		c := Chapter{Title: title, Cells: Share{1, 3}, Done: []Done{{Todo, "no TODO"}, {Link, "no dead link"}}}
		for i := range n {
			c.Left = append(c.Left, Left{Cell, diag.Problem{Pos: diag.Pos{File: "content/a.md", Line: i + 1, Col: 2}, Rule: "no-value", Message: "no @value <b>", Hint: "enter it"}})
		}
		l.Chapters = append(l.Chapters, c)
	}
	return l
}

func TestMarkdown(t *testing.T) {
	const want = `<!-- bulletin checklist -->
### Release of 2023-Q2

2023-Q2: 2 things are left to do, in 2 of 2 parts.

**Serbia**: 1 of 3 cells

- [ ] no &#64;&#8203;value &#60;b&#62; — <code>content/a.md:1:2</code><br>enter it
- [x] no TODO; no dead link

**Albania**: 1 of 3 cells

- [ ] no &#64;&#8203;value &#60;b&#62; — <code>content/a.md:1:2</code><br>enter it
- [x] no TODO; no dead link
`
	if got := markdown(long(1), mostMarkdown); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What does not fit is counted, none of it is lost, and nothing is cut in two.
func TestMarkdownCut(t *testing.T) {
	const each = 1000
	for _, most := range []int{500, 3_000, 20_000, 64_999} {
		got := markdown(long(each), most)
		if len(got) > most {
			t.Errorf("%d bytes, at most %d were asked for", len(got), most)
		}
		written := strings.Count(got, "\n- [")
		if want := fmt.Sprintf("and %d more lines, which", 2*(each+1)-written); !strings.Contains(got, want) {
			t.Errorf("at most %d: %d lines written, and it does not say %q", most, written, want)
		}
		if strings.Count(got, "<code>") != strings.Count(got, "</code>") {
			t.Error("an item was cut in two")
		}
	}
}

// Reasons are folded away, and never make the comment longer than it may be.
func TestMarkdownAccepted(t *testing.T) {
	l := long(0)
	for range 1000 {
		l.Accepted = append(l.Accepted, diag.Problem{Severity: diag.Accepted, Message: "few", Reason: "published so"})
	}
	got := markdown(l, 2_000)
	if len(got) > 2_000 || !strings.Contains(got, "- and ") || !strings.Contains(got, "</details>") {
		t.Errorf("%d bytes:\n%s", len(got), got)
	}
	l.Next = []string{"bulletin publish 2023-q2"}
	if got = markdown(l, mostMarkdown); !strings.HasSuffix(got, "\n**Then**\n\n- [ ] bulletin publish 2023-q2\n") || strings.Count(got, "published so") != 1000 {
		t.Errorf("the end: %s", got[len(got)-200:])
	}
}

// A list that could not look at everything is not ready, though nothing is left.
func TestUnsure(t *testing.T) {
	l := long(0)
	if !l.Ready() {
		t.Fatal("nothing is left, and it is not ready")
	}
	l.Unsure = true
	if l.Ready() || !strings.Contains(markdown(l, mostMarkdown), "**Note:**") {
		t.Error("it does not say that it cannot tell")
	}
}
