package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Format is a way to write problems down.
type Format string

// The formats of bulletin check --format.
const (
	Text   Format = "text"   // for people: place, message, source line, hint
	JSON   Format = "json"   // one array of objects
	GitHub Format = "github" // workflow commands, shown beside the changed lines
)

// Write writes the problems in the format. source gives the bytes of a file
// for the source line in text; it may return nil.
func Write(w io.Writer, format Format, problems Problems, source func(file string) []byte) error {
	switch format {
	case Text:
		return writeText(w, problems, source)
	case JSON:
		return writeJSON(w, problems)
	case GitHub:
		return writeGitHub(w, problems)
	}
	return fmt.Errorf("unknown format %q: want text, json or github", format)
}

func writeText(w io.Writer, problems Problems, source func(file string) []byte) error {
	from := excerpts{source: source}
	for _, p := range problems {
		if _, err := fmt.Fprintf(w, "%s: %s: %s [%s]\n", Visible(p.Pos.String()), p.Severity, Visible(p.Message), p.Rule); err != nil {
			return err
		}
		if line := from.line(p.Pos); line != nil && p.Severity != Accepted { // nobody has to find the words
			text, mark := excerpt(line, p.Pos.Col, p.Len)
			number := fmt.Sprintf("%5d", p.Pos.Line)
			fmt.Fprintf(w, "%s | %s\n", number, text)
			if mark != "" {
				fmt.Fprintf(w, "%s | %s\n", strings.Repeat(" ", len(number)), mark)
			}
		}
		if p.Hint != "" {
			fmt.Fprintf(w, "   hint: %s\n", Visible(p.Hint))
		}
		if p.Reason != "" {
			fmt.Fprintf(w, "   reason: %s\n", Visible(p.Reason))
		}
	}
	return nil
}

// excerpts finds lines of files. Problems come sorted, so that the file and the
// line before are often those asked for again.
type excerpts struct {
	source func(file string) []byte
	at     Pos // of runes
	lines  []string
	runes  []rune
}

// line is the line that pos stands in; nil where there is nothing to show.
func (e *excerpts) line(pos Pos) []rune {
	if e.source == nil || pos.Line == 0 {
		return nil
	}
	if pos.File != e.at.File || e.lines == nil {
		e.at, e.lines = Pos{File: pos.File}, strings.Split(string(e.source(pos.File)), "\n")
	}
	if pos.Line > len(e.lines) {
		return nil
	}
	if pos.Line != e.at.Line {
		line := strings.TrimRight(e.lines[pos.Line-1], "\r")
		if pos.Line == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		e.at.Line, e.runes = pos.Line, nil
		if strings.TrimSpace(line) != "" {
			e.runes = []rune(Visible(strings.ReplaceAll(strings.ToValidUTF8(line, "\uFFFD"), "\t", " ")))
		}
	}
	return e.runes
}

// Visible puts a sign in place of each character that would steer a terminal
// or turn the direction of the text around: what is quoted is not ours.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		if Steers(r) || r == 0x2028 || r == 0x2029 || isolates(r) || r == endIsolate {
			return '\uFFFD'
		}
		return r
	}, text)
}

// excerptWidth is how many characters of a source line are shown at most: a
// paragraph is often one long line.
const excerptWidth = 100

// excerpt cuts a line around its column and underlines length characters.
func excerpt(runes []rune, col, length int) (text, mark string) {
	start := 0
	if col > excerptWidth*3/4 {
		start = col - excerptWidth/2
	}
	start = min(start, len(runes))
	end := min(len(runes), start+excerptWidth)
	text = string(runes[start:end])
	if start > 0 {
		text = "…" + text
	}
	if end < len(runes) {
		text += "…"
	}
	if col < 1 || col > len(runes)+1 {
		return text, ""
	}
	indent := col - 1 - start
	if start > 0 {
		indent++
	}
	length = max(1, min(max(length, 1), end-(col-1)))
	return text, strings.Repeat(" ", indent) + strings.Repeat("^", length)
}

func writeJSON(w io.Writer, problems Problems) error {
	type object struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Length   int    `json:"length,omitempty"`
		Severity string `json:"severity"`
		Rule     string `json:"rule"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
		Reason   string `json:"reason,omitempty"`
	}
	list := make([]object, 0, len(problems))
	for _, p := range problems {
		list = append(list, object{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Len, p.Severity.String(), p.Rule, p.Message, p.Hint, p.Reason})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}

// writeGitHub writes workflow commands, as GitHub's documentation "Workflow
// commands for GitHub Actions" defines them.
func writeGitHub(w io.Writer, problems Problems) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, p := range problems {
		var b strings.Builder
		command := p.Severity.String()
		if p.Severity == Accepted {
			command = "notice"
		}
		fmt.Fprintf(&b, "::%s file=%s", command, property.Replace(p.Pos.File))
		if p.Pos.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", p.Pos.Line)
		}
		if p.Pos.Col > 0 {
			fmt.Fprintf(&b, ",col=%d", p.Pos.Col)
			if p.Len > 1 {
				fmt.Fprintf(&b, ",endColumn=%d", p.Pos.Col+p.Len)
			}
		}
		message := p.Message
		if p.Hint != "" {
			message += "\nhint: " + p.Hint
		}
		if p.Reason != "" {
			message += "\naccepted: " + p.Reason
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", property.Replace(p.Rule), data.Replace(message))
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// ValidUTF8 reports the first byte of src that is not UTF-8 as a problem.
func ValidUTF8(file string, src []byte) Problems {
	if utf8.Valid(src) {
		return nil
	}
	offset := 0
	for offset < len(src) {
		r, size := utf8.DecodeRune(src[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	var ps Problems
	ps.Errorf(NewLines(file, src).At(offset), 1, "encoding", "save the file as UTF-8", "byte 0x%02X is not UTF-8", src[offset])
	return ps
}
