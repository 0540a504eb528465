package intake

import (
	"strings"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// revisions is the file of reasons for values that change once they are published.
const revisions = "data/revisions.yaml"

// revisionsHead begins the file where there is none.
const revisionsHead = "# Values that an edition has published and that changed later, with the reason that readers\n# see. bulletin correct adds to it.\n"

// revision is an entry of the file as the rule revision asks for it, without its braces.
func revision(cell data.Cell, was, now data.Printed, day period.Day, reason string) string {
	return cell.YAML() + ", was: " + was.String() + ", now: " + now.String() + ", date: " + day.String() + ", reason: " + scalar(strings.TrimSpace(reason))
}

// appendedEntry is the file with an entry at its end, on one line or, where that is
// long, on two.
func appendedEntry(src []byte, entry string) []byte {
	text := strings.ReplaceAll(string(src), "\r\n", "\n")
	if strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) == "" {
		text += revisionsHead
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	indent := indentOf(text)
	line := indent + "- {" + entry + "}"
	if at := strings.Index(entry, ", date: "); utf8.RuneCountInString(line) > widest && at >= 0 {
		line = indent + "- {" + entry[:at+1] + "\n" + indent + "   " + entry[at+2:] + "}"
	}
	text += line + "\n"
	if strings.Contains(string(src), "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return []byte(text)
}

// indentOf is what the entries of a list have before their dashes.
func indentOf(text string) string {
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimLeft(line, " "); strings.HasPrefix(trimmed, "- ") {
			return line[:len(line)-len(trimmed)]
		}
	}
	return ""
}
