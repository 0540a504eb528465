package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diag"
)

// Expression is what stands in the braces of a figure or a claim.
type Expression struct {
	Index         int      // in Markdown.Expressions
	Source        string   // inside the braces, trimmed; a line end in it is a space
	Pos           diag.Pos // of Source's first character
	Whole         diag.Pos // of the opening braces
	Len           int      // characters from Whole to the closing braces, on its first line
	Claim         bool     // words in brackets stand before it
	ClaimText     string   // those words, plain; a line end is a space
	ClaimPos      diag.Pos // of their first character
	ClaimLen      int      // their characters, on their first line
	Literal       bool     // the words are marked as no figure
	LiteralReason string   // why; may be empty
	Todo          bool     // it is no figure, but a mark of what is still to be done
	TodoReason    string   // what; empty only where that was reported
	Broken        bool     // of a claim: its brackets hold what no data can check, which was reported

	whole span
	parts []part
	at    func(int) diag.Pos
}

// span is a stretch of source, from start up to stop.
type span struct{ start, stop int }

// part is a run of Source that stands in one line of the file: from byte text
// of Source on, the offset in Markdown.Source is source.
type part struct{ text, source int }

// PosAt is the place in the file of the byte of Source at offset.
func (e *Expression) PosAt(offset int) diag.Pos {
	offset = min(max(offset, 0), len(e.Source))
	for i := len(e.parts) - 1; i >= 0; i-- {
		if p := e.parts[i]; p.text <= offset {
			return e.at(p.source + offset - p.text)
		}
	}
	return e.Pos
}

// braces is a {{ … }} found in a block: where it stands, line by line, without
// the braces.
type braces struct {
	whole span
	lines []span
	last  int // number of the line in the block that it ends in
}

// readBraces reads the {{ at source offset start, in the numbered line of a
// block, up to its }}. It is false when the block ends, or other braces open,
// before.
func readBraces(src []byte, lines *text.Segments, line, start int) (braces, bool) {
	b := braces{whole: span{start: start}}
	for i := start + 2; line < lines.Len(); line++ {
		stop := lines.At(line).Stop
		if len(b.lines) > 0 {
			i = lines.At(line).Start
		}
		rest := src[min(i, stop):stop]
		end := bytes.Index(rest, []byte("}}"))
		if open := bytes.Index(rest, []byte("{{")); open >= 0 && (end < 0 || open < end) {
			return b, false
		}
		if end >= 0 {
			b.lines = append(b.lines, span{i, i + end})
			b.whole.stop, b.last = i+end+2, line
			return b, true
		}
		b.lines = append(b.lines, span{i, stop})
	}
	return b, false
}

// blank tells whether there is nothing in the braces.
func (b braces) blank(src []byte) bool {
	for _, l := range b.lines {
		if len(bytes.TrimSpace(src[l.start:l.stop])) > 0 {
			return false
		}
	}
	return true
}

// figureParser reads {{ … }} in running text.
type figureParser struct{}

func (figureParser) Trigger() []byte { return []byte{'{'} }

func (figureParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[1] != '{' {
		return nil
	}
	s := pc.(*scan)
	if b, ok := s.take(parent, block); ok {
		if s.isTodo(b) {
			return s.todo(b, parent, block)
		}
		return &FigureNode{Expression: &Expression{whole: b.whole, parts: nil, at: s.m.at}}
	}
	block.Advance(2)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 2))
}

// take reads the braces that the reader stands before, and moves it behind
// them. Braces that hold nothing or are not closed are reported.
func (s *scan) take(parent ast.Node, block text.Reader) (braces, bool) {
	number, at := block.Position()
	b, ok := readBraces(s.m.Source, parent.Lines(), number, at.Start)
	switch {
	case !ok:
		s.report(at.Start, 2, `close it with }} in the same paragraph, or write \{{ for the characters themselves`, "{{ is not closed")
		return b, false
	case b.blank(s.m.Source):
		s.report(at.Start, b.whole.stop-b.whole.start, `name an indicator, as in {{ arrivals }}, or write \{{ for the characters themselves`, "nothing stands between {{ and }}")
		return b, false
	}
	s.braces[b.whole.start] = b
	s.cover(b.whole)
	stop := parent.Lines().At(b.last).Stop
	block.SetPosition(b.last, text.NewSegment(b.whole.stop, stop))
	if b.whole.stop >= stop {
		block.AdvanceLine()
	}
	return b, true
}

// finish fills the expression in, once the source is as the author wrote it.
func (s *scan) finish(e *Expression) {
	m := s.m
	e.Index = len(m.Expressions)
	m.Expressions = append(m.Expressions, e)
	e.Whole, e.Len = m.at(e.whole.start), m.chars(e.whole)
	var b strings.Builder
	for i, l := range s.braces[e.whole.start].lines {
		line := m.Source[l.start:l.stop]
		if i == 0 {
			trimmed := bytes.TrimLeft(line, " \t\n")
			l.start += len(line) - len(trimmed)
			line = trimmed
		}
		e.parts = append(e.parts, part{b.Len(), l.start})
		b.Write(line)
	}
	// Tables elsewhere want a pipe escaped; here it means the same.
	e.Source = strings.ReplaceAll(b.String(), "\n", " ")
	e.Source = strings.TrimRight(strings.ReplaceAll(e.Source, `\|`, " |"), " \t")
	// A first line with nothing but the braces leaves its space behind.
	if lead := len(e.Source) - len(strings.TrimLeft(e.Source, " \t")); lead > 0 {
		e.Source = e.Source[lead:]
		for i := range e.parts {
			e.parts[i].text -= lead
		}
	}
	e.Pos = e.PosAt(0)
	s.literal(e)
	s.reason(e)
}

// literal reads {{ literal }} and {{ literal "reason" }}.
func (s *scan) literal(e *Expression) {
	word, rest, _ := strings.Cut(e.Source, " ")
	if word != "literal" {
		return
	}
	e.Literal = true
	rest = strings.TrimSpace(rest)
	quoted := strings.Trim(rest, `"`)
	e.LiteralReason = strings.TrimSpace(quoted)
	const hint = `write [1244]{{ literal }} or [1244]{{ literal "reason" }}`
	switch {
	case !e.Claim:
		s.problems.Errorf(e.Whole, e.Len, "figure", hint, "literal marks words in brackets, and there are none")
	case rest != "" && (len(rest) < 2 || rest[0] != '"' || rest[len(rest)-1] != '"' || strings.Contains(quoted, `"`)):
		s.problems.Errorf(e.Pos, len([]rune(e.Source)), "figure", hint, "the reason of a literal stands in double quotes")
	}
}
