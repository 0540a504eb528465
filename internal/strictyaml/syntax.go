package strictyaml

import (
	"bytes"
	"errors"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// explain turns an error of yaml.v3 into a problem. The library gives a line
// at best, often that of the mapping around the mistake, and no column.
func (d *document) explain(err error, ps *diag.Problems) {
	var second errSecondDocument
	if errors.As(err, &second) {
		ps.Errorf(d.place(max(second.line-1, 0), 0), 3, rule, "remove the line ---, and what follows it", "a second document begins here")
		return
	}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if alias := regexp.MustCompile(`^unknown anchor '(.*)' referenced$`).FindStringSubmatch(message); alias != nil {
		at := max(bytes.Index(d.src, []byte("*"+alias[1])), 0)
		ps.Errorf(d.pos(at), 1+utf8.RuneCountInString(alias[1]), rule, "write the value out, or quote text that begins with *", "aliases are not allowed: *%s", alias[1])
		return
	}
	line := d.culprit()
	reason := regexp.MustCompile(`^line [0-9]+: `).ReplaceAllString(message, "")
	if i, m, ok := d.before(line, reason); ok {
		ps.Errorf(d.place(i, utf8.RuneCount(d.line(i)[:m.start])), utf8.RuneCount(d.line(i)[m.start:m.end]), rule, m.hint, "%s", m.message)
		return
	}
	for _, i := range []int{line, line - 1} {
		if i < 0 || i >= len(d.starts) {
			continue
		}
		if m, ok := diagnose(string(d.line(i)), reason); ok {
			ps.Errorf(d.place(i, utf8.RuneCount(d.line(i)[:m.start])), utf8.RuneCount(d.line(i)[m.start:m.end]), rule, m.hint, "%s", m.message)
			return
		}
	}
	text := d.line(line)
	start := len(text) - len(bytes.TrimLeft(text, " \t"))
	ps.Errorf(d.place(line, utf8.RuneCount(text[:start])), utf8.RuneCount(bytes.TrimSpace(text)), rule, "look at the indentation, the quotes and the brackets of this line and the one before", "this is no YAML: %s", reason)
}

// searchLimit is the size up to which the culprit is searched for: the search
// parses the file some ten times.
const searchLimit = 1 << 20

// culprit is the line, counted from 0, that brings the error about: the
// shortest beginning of the file that gives the very same error ends with it.
// An empty line goes before the file, because yaml.v3 does not tell where a
// construct of the first line began.
func (d *document) culprit() int {
	src := append([]byte("\n"), d.src...)
	_, err := decode(src)
	if err == nil {
		return 0
	}
	low := 0
	if m := regexp.MustCompile(`line ([0-9]+): `).FindStringSubmatch(err.Error()); m != nil {
		if n, convErr := strconv.Atoi(m[1]); convErr == nil {
			low = min(max(n-2, 0), len(d.starts)-1)
		}
	}
	if len(src) > searchLimit {
		return low
	}
	line := sort.Search(len(d.starts), func(i int) bool {
		end := len(src)
		if i+1 < len(d.starts) {
			end = 1 + int(d.starts[i+1])
		}
		_, found := decode(src[:end])
		return found != nil && found.Error() == err.Error()
	})
	return min(line, len(d.starts)-1)
}

// mistake is what an author did on a line: from byte start to byte end.
type mistake struct {
	start, end    int
	message, hint string
}

// diagnose finds a usual mistake on a line that yaml.v3 refused for the given
// reason.
func diagnose(line, reason string) (mistake, bool) {
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	if i := strings.IndexByte(line[:indent], '\t'); i >= 0 {
		return mistake{i, i + 1, "a tab stands in the indentation", "indent with spaces"}, true
	}
	if strings.TrimSpace(line) == "" || line[indent] == '#' {
		return mistake{}, false
	}
	if line[indent] == ':' && (indent+1 == len(line) || line[indent+1] == ' ') {
		return mistake{indent, indent + 1, "a key is missing before the colon", ""}, true
	}
	if line[indent] == '-' && indent+1 < len(line) && line[indent+1] != ' ' && line[indent+1] != '-' {
		return mistake{indent, indent + 1, "a space is missing after the dash", "write - and a space before each item"}, true
	}
	key, start := keyAndValue(line, indent)
	value := strings.TrimRight(line[start:], " \t")
	end := start + len(value)
	switch {
	case value == "":
	case strings.Contains(reason, "unknown escape character"):
		if m := regexp.MustCompile(`\\[^0abtnvfre "'\\N_LPxuU]`).FindStringIndex(line); m != nil {
			return mistake{m[0], m[1], "unknown escape " + line[m[0]:m[1]] + " in double quotes", `use single quotes, or write \\ for a backslash`}, true
		}
	case value[0] == '"' || value[0] == '\'':
		return quotes(value, start, reason)
	case value[0] == '{' || value[0] == '[':
		return brackets(value, start, reason)
	case strings.ContainsRune("@`%&*!|>", rune(value[0])):
		return mistake{start, end, "text must not begin with " + value[:1], "quote it"}, true
	case strings.Contains(reason, "mapping values are not allowed") && key && strings.Contains(value+" ", ": "):
		return mistake{start, end, `text that holds ": " must be quoted`, "put it in quotes, or write it as a block after >"}, true
	case strings.Contains(reason, "mapping values are not allowed"):
		return mistake{indent, end, "this line is indented as if it went on with the value before", "line it up with the keys it belongs to"}, true
	}
	switch {
	case strings.Contains(reason, "could not find expected ':'"):
		return mistake{indent, len(strings.TrimRight(line, " \t")), "this line has no key", "write key: value, or indent it when it goes on with the text before"}, true
	case strings.Contains(reason, "did not find expected key"), strings.Contains(reason, "expected '-' indicator"), strings.Contains(reason, "block sequence entries"):
		return mistake{indent, len(strings.TrimRight(line, " \t")), "this line does not line up with those before it", "give all keys, and all items, of one level the same indentation"}, true
	}
	return mistake{}, false
}

// keyAndValue is where the value begins on a line, behind dashes and a plain
// key; key tells whether there is one.
func keyAndValue(line string, at int) (key bool, start int) {
	for strings.HasPrefix(line[at:], "- ") {
		rest := strings.TrimLeft(line[at+2:], " ")
		at = len(line) - len(rest)
	}
	if at < len(line) && !strings.ContainsRune("\"'{[", rune(line[at])) {
		if i := strings.Index(line[at:]+" ", ": "); i > 0 {
			at += i + 1
			key = true
		}
	}
	at = min(at, len(line))
	return key, len(line) - len(strings.TrimLeft(line[at:], " \t"))
}

// quotes explains a value that begins with a quote.
func quotes(value string, start int, reason string) (mistake, bool) {
	if strings.Contains(reason, "end of stream") || strings.Contains(reason, "document indicator") {
		return mistake{start, start + 1, "this quote is not closed", "end the text with " + value[:1]}, true
	}
	for i := 1; i < len(value); i++ {
		switch {
		case value[i] == '\\' && value[0] == '"':
			i++
		case value[i] != value[0]:
		case i+1 < len(value) && value[i+1] == '\'' && value[0] == '\'':
			i++
		case i+1 == len(value):
			return mistake{}, false
		default:
			hint := `write \" for a quote inside double quotes`
			if value[0] == '\'' {
				hint = `write '' for an apostrophe inside single quotes, or use double quotes`
			}
			return mistake{start + i, start + len(value), "text goes on after the closing quote", hint}, true
		}
	}
	return mistake{}, false
}

// brackets explains a value that begins with { or [.
func brackets(value string, start int, reason string) (mistake, bool) {
	open, shut := value[0], value[0]+2 // in ASCII each closing bracket stands two after its opening one
	depth, quote := 0, byte(0)
	for i := range len(value) {
		switch c := value[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.ContainsRune(" {[,:", rune(value[max(i-1, 0)])):
			quote = c
		case c == open:
			depth++
		case c == shut:
			depth--
		}
		if depth > 0 || quote != 0 {
			continue
		}
		if rest := strings.TrimSpace(value[i+1:]); rest != "" && rest[0] != '#' {
			return mistake{start, start + len(value), "text that begins with " + value[:1] + " must be quoted", "put it in quotes, or write it as a block after >"}, true
		}
		if strings.HasPrefix(value, "{{") {
			return mistake{start, start + len(value), "text that begins with { must be quoted", "put it in quotes, or write it as a block after >"}, true
		}
		if m := regexp.MustCompile(`: [^,{}\[\]"']*: `).FindStringIndex(value); m != nil {
			return mistake{start + m[0] + 2, start + m[1], `text that holds ": " must be quoted`, "put it in quotes, or separate entries with commas"}, true
		}
		return mistake{start, start + i + 1, "these brackets cannot be read: " + reason, "separate entries with commas, quote text with brackets or colons in it"}, true
	}
	return mistake{start, start + 1, "this " + value[:1] + " is not closed, or an entry inside is not followed by a comma", "end the list with " + string(rune(shut)) + "; quote text that begins with " + value[:1]}, true
}
