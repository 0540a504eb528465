package gate

import (
	"fmt"
	"io"
	"strings"

	"bulletin/internal/diag"
)

// Format is a way to write a checklist down.
type Format string

// The formats.
const (
	AsText     Format = "text"     // for terminals
	AsJSON     Format = "json"     // one object
	AsMarkdown Format = "markdown" // a comment on a pull request
	AsGitHub   Format = "github"   // annotations of what is left
)

// Write writes the checklist in the format.
func Write(w io.Writer, format Format, l *List) error {
	switch format {
	case AsText:
		return writeText(w, l)
	case AsJSON:
		return writeJSON(w, l)
	case AsMarkdown:
		_, err := io.WriteString(w, markdown(l, mostMarkdown))
		return err
	case AsGitHub:
		return diag.Write(w, diag.GitHub, l.Problems(), nil)
	}
	return fmt.Errorf("unknown format %q: want text, json, markdown or github", format)
}

// Verdict is the checklist in one line: "2023-Q2: 14 things are left to do, in 3 of 13 parts".
func (l *List) Verdict() string {
	in := 0
	for _, c := range l.Chapters {
		if len(c.Left) > 0 {
			in++
		}
	}
	switch n := l.Left(); {
	case n == 1:
		return l.Period + ": 1 thing is left to do"
	case n > 1:
		return fmt.Sprintf("%s: %d things are left to do, in %d of %d parts", l.Period, n, in, len(l.Chapters))
	case l.Unsure:
		return l.Period + ": nothing is left that could be found, but not everything could be looked at"
	}
	return l.Period + ": nothing is left to do; the edition is ready"
}

// unsure says why a checklist may lack something.
const unsure = "data/ has errors: until they are mended, rules that rest on it say nothing, and more may be left"

// counts are the numbers beside the name of a chapter: "22 of 24 cells, 31 of 33 numbers";
// empty where all are as they are to be, which is told among what is done.
func (c *Chapter) counts() string {
	var all []string
	for _, share := range []struct {
		Share
		of string
	}{{c.Cells, "cells"}, {c.Numbers, "numbers"}} {
		if share.Have < share.Of {
			all = append(all, fmt.Sprintf("%d of %d %s", share.Have, share.Of, share.of))
		}
	}
	return strings.Join(all, ", ")
}

// hints tells whether the hint of what is left is written: not where it is that of the
// thing before.
func (c *Chapter) hints(i int) bool {
	return c.Left[i].Hint != "" && (i == 0 || c.Left[i-1].Hint != c.Left[i].Hint)
}

// done are the lines that hold, in one.
func (c *Chapter) done() string {
	var all []string
	for _, d := range c.Done {
		all = append(all, d.Words)
	}
	return strings.Join(all, "; ")
}
