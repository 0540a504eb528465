package gate

import (
	"fmt"
	"strings"

	"bulletin/internal/diag"
)

// GitHub takes comments of up to 65,536 characters; whoever posts it may add a line.
// mostQuoted bounds each text that people wrote.
const (
	mostMarkdown = 65_000
	mostQuoted   = 300
)

// Marker is the first line of the Markdown, which readers do not see: whoever posts it
// finds the comment again by it.
const Marker = "<!-- bulletin checklist -->"

// markdown is the checklist as a comment, of at most so many bytes. What is left comes
// before what is accepted, and each chapter before the next: what is cut is counted.
func markdown(l *List, most int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n### Release of %s\n\n%s.\n", Marker, quote(l.Period), quote(l.Verdict()))
	if l.Unsure {
		b.WriteString("\n**Note:** " + unsure + ".\n")
	}
	const room = 200 // for what counts what was cut
	cut := 0
	for i := range l.Chapters {
		c := &l.Chapters[i]
		head := "\n**" + quote(c.Title) + "**"
		if counts := c.counts(); counts != "" {
			head += ": " + counts
		}
		items := make([]string, 0, len(c.Left)+1)
		for j, left := range c.Left {
			items = append(items, item(left, c.hints(j)))
		}
		if done := c.done(); done != "" {
			items = append(items, "- [x] "+quote(done)+"\n")
		}
		for j, text := range items {
			if j == 0 {
				text = head + "\n\n" + text
			}
			if cut > 0 || b.Len()+len(text)+room > most {
				cut++
				continue
			}
			b.WriteString(text)
		}
	}
	if cut > 0 {
		fmt.Fprintf(&b, "\nand %s, which `bulletin check --release` tells.\n", plural(cut, "more line"))
		return b.String()
	}
	b.WriteString(accepted(l, most-b.Len()-room))
	if l.Ready() {
		for i, next := range l.Next {
			if i == 0 {
				b.WriteString("\n**Then**\n\n")
			}
			b.WriteString("- [ ] " + quote(next) + "\n")
		}
	}
	return b.String()
}

// item is one thing that is left, its place, and below it, where it is asked for, its hint.
func item(left Left, hint bool) string {
	text := "- [ ] " + quote(left.Message) + " — <code>" + quote(left.Pos.File) + strings.TrimPrefix(left.Pos.String(), left.Pos.File) + "</code>"
	if hint {
		text += "<br>" + quote(left.Hint)
	}
	return text + "\n"
}

// accepted is what was accepted, folded, of at most so many bytes.
func accepted(l *List, most int) string {
	if len(l.Accepted) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n<details><summary>%s accepted, with a reason</summary>\n\n", plural(len(l.Accepted), "warning"))
	for i, p := range l.Accepted {
		text := "- " + quote(p.Message) + ": " + quote(p.Reason) + "\n"
		if b.Len()+len(text)+len("\n</details>\n") > most {
			fmt.Fprintf(&b, "- and %d more\n", len(l.Accepted)-i)
			break
		}
		b.WriteString(text)
	}
	b.WriteString("\n</details>\n")
	return b.String()
}

// quote is what people wrote, short enough and without effect.
func quote(text string) string { return diag.Markdown(diag.Shortened(text, mostQuoted)) }
