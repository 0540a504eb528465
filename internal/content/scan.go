package content

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diag"
)

// scan is the state of reading one piece of Markdown. goldmark passes it to the
// inline parsers as their context.
type scan struct {
	parser.Context
	parser   *Parser
	m        *Markdown
	problems *diag.Problems

	braces   map[int]braces // found, by the offset of their {{
	covered  []span         // stretches in which a {{ is accounted for
	reported map[int]bool   // offsets of {{ that were reported

	block  ast.Node    // the block that claims was made for
	claims map[int]int // offset of a claim's opening bracket → of its closing one
	open   []*claimOpener

	remarks map[int]*Remark // by goldmark's number of the footnote
	defined map[int]bool    // lines in which the definition of a remark begins
	within  *Remark         // that is gone through; nil in the text
}

// cover notes that each {{ in the stretch is accounted for.
func (s *scan) cover(c span) { s.covered = append(s.covered, c) }

// report adds a problem with the {{ at offset.
func (s *scan) report(offset, length int, hint, message string) {
	s.reported[offset] = true
	s.problems.Errorf(s.m.at(offset), s.m.chars(span{offset, offset + length}), "markdown", hint, "%s", message)
}

// chars counts the characters of a stretch up to the end of its first line.
func (m *Markdown) chars(c span) int {
	text := m.Source[c.start:min(c.stop, len(m.Source))]
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	return utf8.RuneCount(text)
}

// pipe stands for a pipe inside {{ … }} while goldmark reads, so that it ends
// no table cell. The byte does not occur in a file that gets this far.
const pipe = 0x1F

// hidePipes replaces the pipes inside the {{ … }} of each line, and returns
// their offsets.
func hidePipes(src []byte) []int {
	var hidden []int
	for i := 0; ; {
		open := bytes.Index(src[i:], []byte("{{"))
		if open < 0 {
			return hidden
		}
		start := i + open
		i = start + 2
		if escaped(src, start) {
			i = start + 1
			continue
		}
		end := bytes.IndexAny(src[i:], "}\n")
		if end < 0 || !bytes.HasPrefix(src[i+end:], []byte("}}")) {
			continue
		}
		for j := i; j < i+end; j++ {
			if src[j] == '|' && src[j-1] != '\\' {
				src[j] = pipe
				hidden = append(hidden, j)
			}
		}
		i += end
	}
}

// escaped tells whether an odd number of backslashes stands before offset.
func escaped(src []byte, offset int) bool {
	n := 0
	for offset-n > 0 && src[offset-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}

// markdown reads src, which it takes over, as blocks or as the inline text of
// one paragraph. at is the place in the file of each of its bytes.
func (p *Parser) markdown(src []byte, at func(int) diag.Pos, inline bool, problems *diag.Problems) *Markdown {
	m := new(Markdown)
	p.fill(m, src, at, inline, problems)
	return m
}

// fill is markdown for one that is there already.
func (p *Parser) fill(m *Markdown, src []byte, at func(int) diag.Pos, inline bool, problems *diag.Problems) {
	*m = Markdown{Source: src, Inline: inline, at: at}
	s := &scan{
		Context:  parser.NewContext(),
		parser:   p,
		m:        m,
		problems: problems,
		braces:   map[int]braces{},
		reported: map[int]bool{},
		remarks:  map[int]*Remark{},
	}
	hidden := hidePipes(src)
	reader := p.blocks
	if inline {
		reader = p.inline
	}
	s.m.Root = reader.Parse(text.NewReader(src), parser.WithContext(s)).(*ast.Document)
	for _, i := range hidden {
		src[i] = '|'
	}
	s.collect()
	s.strays()
}

// strays reports every {{ that nothing has accounted for: one in an address, in
// a title of a link, in the name of a block's language.
func (s *scan) strays() {
	sort.Slice(s.covered, func(i, j int) bool { return s.covered[i].start < s.covered[j].start })
	src, next := s.m.Source, 0
	for i := 0; ; {
		open := bytes.Index(src[i:], []byte("{{"))
		if open < 0 {
			return
		}
		i += open
		for next < len(s.covered) && s.covered[next].stop <= i {
			next++
		}
		switch {
		case next < len(s.covered) && s.covered[next].start <= i:
			i = s.covered[next].stop
		case escaped(src, i):
			i++
		case s.reported[i]:
			i += 2
		default:
			s.report(i, 2, `a figure works in running text only, not in an address, a link's title or a name; \{{ writes the characters themselves`, "{{ cannot stand here")
			i += 2
		}
	}
}
