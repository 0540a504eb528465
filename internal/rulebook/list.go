package rulebook

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"bulletin/internal/check"
)

// Text writes a line for each rule: its name, its severity and its sentence.
func Text(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range check.Rules() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.Name, r.Severity, r.Doc)
	}
	return table.Flush()
}

// entry is a rule in JSON.
type entry struct {
	Name     string `json:"name"`
	Group    string `json:"group"`
	Severity string `json:"severity"`
	Doc      string `json:"doc"`
	Accepted string `json:"accepted"`
	Lowered  bool   `json:"lowered"`
	Fails    []file `json:"fails"`
	Passes   []file `json:"passes"`
}

// file is one of an example. It has a text or, of a chapter, only a body.
type file struct {
	Name string `json:"file"`
	Text string `json:"text,omitempty"`
	Body string `json:"body,omitempty"`
}

// JSON writes the rules as one array.
func JSON(w io.Writer) error {
	entries := []entry{}
	for _, g := range check.Groups() {
		for _, r := range g.Rules {
			entries = append(entries, entry{
				Name: r.Name, Group: g.Title, Severity: r.Severity.String(), Doc: r.Doc, Accepted: string(g.Accepted(r)), Lowered: r.Lowers(),
				Fails: files(r.Fails), Passes: files(r.Passes),
			})
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(entries)
}

func files(e check.Example) []file {
	var all []file
	for _, f := range e {
		if f.Name == "" {
			all = append(all, file{Name: check.Chapter, Body: plain(f.Text)})
		} else {
			all = append(all, file{Name: f.Name, Text: plain(f.Text)})
		}
	}
	return all
}

// plain is a text with the bytes that are no UTF-8 spelled out.
func plain(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, text[i])
		} else {
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}
