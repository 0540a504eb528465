package gate

import (
	"fmt"
	"io"
	"strings"

	"bulletin/internal/diag"
)

// writeText writes a checklist for people: what is left with its place, what holds in
// one line.
func writeText(w io.Writer, l *List) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Release of %s, %s\n", l.Period, diag.Visible(l.Title))
	for i := range l.Chapters {
		c := &l.Chapters[i]
		b.WriteString("\n" + diag.Visible(c.Title))
		if c.File != "" {
			b.WriteString(" (" + diag.Visible(c.File) + ")")
		}
		if counts := c.counts(); counts != "" {
			b.WriteString(": " + counts)
		}
		b.WriteByte('\n')
		for i, left := range c.Left {
			fmt.Fprintf(&b, "  [ ] %s [%s]\n      %s\n", diag.Visible(left.Message), left.Rule, diag.Visible(left.Pos.String()))
			if c.hints(i) {
				fmt.Fprintf(&b, "      hint: %s\n", diag.Visible(left.Hint))
			}
		}
		if done := c.done(); done != "" {
			fmt.Fprintf(&b, "  [x] %s\n", done)
		}
	}
	if len(l.Accepted) > 0 {
		b.WriteString("\nAccepted, with a reason\n")
		for _, p := range l.Accepted {
			fmt.Fprintf(&b, "  %s: %s [%s]\n      reason: %s\n", diag.Visible(p.Pos.String()), diag.Visible(p.Message), p.Rule, diag.Visible(p.Reason))
		}
	}
	if l.Unsure {
		b.WriteString("\n" + unsure + "\n")
	}
	if l.Ready() && len(l.Next) > 0 {
		b.WriteString("\nThen\n")
		for _, next := range l.Next {
			fmt.Fprintf(&b, "  %s\n", diag.Visible(next))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
