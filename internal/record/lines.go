package record

import (
	"bytes"
	"regexp"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// file is the text of a record, line by line, with what goes before each line.
type file struct {
	lines  []string // with their line ends
	before []string // for each line, and the end: what is inserted before it
	starts []int    // of each entry: the line that what belongs before it goes before
	end    int      // the line that what comes last goes before
	dash   string   // what an entry's line begins with
	eol    string
}

// noCells is a record without entries.
var noCells = regexp.MustCompile(`^cells:[ \t]*\[[ \t]*\]([ \t]+#.*)?[ \t]*$`)

// open takes a record apart. It is a problem where an entry does not begin a line.
func open(name string, src []byte, old *data.Record) (*file, *diag.Problem) {
	f := &file{lines: strings.SplitAfter(string(src), "\n"), dash: "  - ", eol: "\n"}
	if bytes.Contains(src, []byte("\r\n")) {
		f.eol = "\r\n"
	}
	if last := len(f.lines) - 1; f.lines[last] == "" {
		f.lines = f.lines[:last]
	} else {
		f.lines[last] += f.eol
	}
	f.before = make([]string, len(f.lines)+1)
	f.end = f.behind(old)
	if len(old.Entries) == 0 {
		return f, f.openCells(name)
	}
	for i, e := range old.Entries {
		at := e.Start.Line - 1
		runes := []rune(f.lines[at])
		dash := string(runes[:e.Start.Col-1])
		if strings.TrimSpace(dash) != "-" {
			return nil, &diag.Problem{Pos: e.Start, Len: 1, Severity: diag.Error, Rule: "data", Message: "the entries of this record do not each begin a line of their own, so none can be added between them",
				Hint: "write each entry as a line: " + f.dash + "{" + e.Cell.YAML() + ", value: " + e.Value.String() + ", date: " + e.Date.String() + "}"}
		}
		if i == 0 {
			f.dash = dash
		}
		for at > 0 && remark(f.lines[at-1]) { // a comment goes with the entry below it
			at--
		}
		f.starts = append(f.starts, at)
	}
	return f, nil
}

// behind is the line behind the last entry: before one that is indented no
// deeper than the entry's dash, and before the remarks that lead to it.
func (f *file) behind(old *data.Record) int {
	end := len(f.lines)
	if n := len(old.Entries); n > 0 {
		dash := f.lines[old.Entries[n-1].Start.Line-1]
		for end = old.Entries[n-1].Start.Line; end < len(f.lines); end++ {
			if line := f.lines[end]; !remark(line) && indent(line) <= indent(dash) {
				break
			}
		}
	}
	for end > 0 && remark(f.lines[end-1]) {
		end--
	}
	return end
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// openCells makes room for the first entry.
func (f *file) openCells(name string) *diag.Problem {
	for i, line := range f.lines {
		bare := strings.TrimRight(line, "\r\n")
		switch {
		case bare == "cells:":
			return nil
		case noCells.MatchString(bare):
			f.lines[i] = "cells:" + noCells.FindStringSubmatch(bare)[1] + f.eol
			return nil
		}
	}
	return &diag.Problem{Pos: diag.Pos{File: name}, Severity: diag.Error, Rule: "data", Message: "nothing can be added to this record", Hint: "write cells: on a line of its own"}
}

// remark tells whether a line is blank, or a comment.
func remark(line string) bool {
	bare := strings.TrimSpace(line)
	return bare == "" || bare[0] == '#'
}

// insert puts an entry before the one at a place among the old; in the order of
// calls.
func (f *file) insert(place int, text string) {
	at := f.end
	if place < len(f.starts) {
		at = f.starts[place]
	}
	f.before[at] += f.dash + text + f.eol
}

func (f *file) text() []byte {
	var b bytes.Buffer
	for i, line := range f.lines {
		b.WriteString(f.before[i])
		b.WriteString(line)
	}
	b.WriteString(f.before[len(f.lines)])
	return b.Bytes()
}
