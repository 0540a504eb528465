package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diag"
)

// Citation is [@key], or several sources in one pair of brackets.
type Citation struct {
	Items []CitationItem
	Pos   diag.Pos // of the bracket
	Len   int      // characters, on the first line
}

// CitationItem is a source that is cited.
type CitationItem struct {
	Key     string
	Locator string   // the place in the source, "p. 4"; may be empty
	Pos     diag.Pos // of the key's @
	Len     int      // characters of the key, with its @
}

// citationParser reads citations as Pandoc writes them.
type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

func (citationParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '@' || line[2] == ' ' || line[2] == '\n' {
		return nil
	}
	s := pc.(*scan)
	number, _ := block.Position()
	lines := parent.Lines()
	f := flat{}
	for i := number; i < lines.Len(); i++ {
		start := lines.At(i).Start
		if i == number {
			start = segment.Start
		}
		// Only what ends here is copied: a line may hold thousands of them.
		rest, skip := s.m.Source[start:lines.At(i).Stop], 0
		if i == number {
			skip = 1
		}
		stop := bytes.IndexAny(rest[skip:], "[]") + skip
		found := stop >= skip
		if found {
			rest = rest[:min(len(rest), stop+2)]
		}
		f.starts = append(f.starts, part{len(f.text), start})
		end := len(f.text) + stop
		f.text = append(f.text, rest...)
		if !found {
			continue
		}
		if f.text[end] == '[' {
			break
		}
		if end+1 < len(f.text) && (f.text[end+1] == '(' || f.text[end+1] == '[') {
			return nil // a link whose text begins with @
		}
		c, ok := s.citation(f, end)
		if !ok {
			break
		}
		behind := f.source(end) + 1
		block.SetPosition(i, text.NewSegment(behind, lines.At(i).Stop))
		if behind >= lines.At(i).Stop {
			block.AdvanceLine()
		}
		return &CitationNode{Citation: c}
	}
	what, hint := "this citation cannot be read", `write [@key], [@key, p. 4] or [@key; @other]; for the characters themselves, \[@`
	inner, _, closed := strings.Cut(string(f.text), "]")
	switch list := strings.Split(inner, ";"); {
	case line[2] == ',' || line[2] == ']':
		what, hint = "this citation names no source", "write the key of the source before the place in it: [@key, p. 4]"
	case closed && slices.ContainsFunc(list, func(item string) bool { return !strings.Contains(item, "@") }):
		what, hint = "this citation names a place without its source", "write the key before each place, [@key, p. 4; @other, p. 5], or several places as one: [@key, pp. 4 and 5]"
	}
	s.problems.Errorf(s.m.at(segment.Start), 2, "citation", hint, "%s", what)
	block.Advance(2)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 2))
}

// citation reads the text up to its closing bracket.
func (s *scan) citation(f flat, end int) (*Citation, bool) {
	c := &Citation{Pos: s.m.at(f.source(0)), Len: s.m.chars(span{f.source(0), f.source(end) + 1})}
	for at := 1; at <= end; {
		stop := end
		if i := bytes.IndexByte(f.text[at:end], ';'); i >= 0 {
			stop = at + i
		}
		item := f.text[at:stop]
		trimmed := bytes.TrimLeft(item, " \t\n")
		at += len(item) - len(trimmed)
		key := len(trimmed)
		if i := bytes.IndexAny(trimmed, ", \t\n"); i >= 0 {
			key = i
		}
		if key < 2 || trimmed[0] != '@' || !isKey(trimmed[1:key]) || bytes.IndexByte(trimmed, '\\') >= 0 {
			return nil, false
		}
		locator := strings.Join(strings.Fields(string(trimmed[key:])), " ")
		if locator != "" && !strings.ContainsFunc(locator, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			comma := at + key + bytes.IndexByte(trimmed[key:], locator[0])
			s.problems.Errorf(s.m.at(f.source(comma)), 1, "citation", "write the place behind the comma, [@key, p. 4], or take the comma away", "this citation names no place behind its key")
		}
		c.Items = append(c.Items, CitationItem{
			Key:     string(trimmed[1:key]),
			Locator: strings.TrimSpace(strings.TrimPrefix(locator, ",")),
			Pos:     s.m.at(f.source(at)),
			Len:     utf8.RuneCount(trimmed[:key]),
		})
		at = stop + 1
	}
	return c, len(c.Items) > 0
}

// eachOnce reports a place in a source that one pair of brackets cites twice: it
// would carry two marks that say the same.
func (s *scan) eachOnce(c *Citation) {
	if len(c.Items) < 2 {
		return
	}
	type cited struct{ key, locator string }
	seen := make(map[cited]bool, len(c.Items))
	for _, item := range c.Items {
		this := cited{item.Key, item.Locator}
		if !seen[this] {
			seen[this] = true
			continue
		}
		what := "this source"
		if item.Locator != "" {
			what = "this place in the source"
		}
		s.problems.Errorf(item.Pos, item.Len, "citation", "write it once", "%s stands twice in one pair of brackets", what)
	}
}

// isKey tells whether text can be the key of a source.
func isKey(text []byte) bool {
	for _, c := range text {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.', c == ':', c == '/':
		default:
			return false
		}
	}
	return true
}
