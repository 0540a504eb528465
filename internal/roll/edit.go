package roll

import (
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// sheet is a file that is rolled: its text, and the few places where the new one
// differs. All else stays byte for byte, line ends and byte-order mark included.
type sheet struct {
	src   *strictyaml.Source
	edits []edit
}

// edit puts a text in the place of another.
type edit struct {
	start, stop int
	text        string
}

func newSheet(src []byte) *sheet { return &sheet{src: strictyaml.NewSource(src)} }

// replace puts a word in the place of another at a place of the file. It is false
// where the word does not stand there as it was read.
func (s *sheet) replace(pos diag.Pos, was, is string) bool {
	start := s.src.Offset(pos)
	if !strings.HasPrefix(s.src.Text()[start:], was) {
		return false
	}
	s.edits = append(s.edits, edit{start, start + len(was), is})
	return true
}

// insert puts a text at an offset. What is inserted at one offset stands in the
// order of the calls.
func (s *sheet) insert(at int, text string) { s.edits = append(s.edits, edit{at, at, text}) }

// lineStart is where the line of an offset begins.
func (s *sheet) lineStart(at int) int {
	start := strings.LastIndexByte(s.src.Text()[:at], '\n') + 1
	if start == 0 && strings.HasPrefix(s.src.Text(), "\ufeff") {
		start = len("\ufeff")
	}
	return min(start, at)
}

// lineStop is where the next line begins.
func (s *sheet) lineStop(at int) int {
	if i := strings.IndexByte(s.src.Text()[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(s.src.Text())
}

// lineEnd is how the lines of the file end.
func (s *sheet) lineEnd() string {
	if i := strings.IndexByte(s.src.Text(), '\n'); i > 0 && s.src.Text()[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// text is the file as it is rolled, and lines tells where a place of the old one
// stands in it.
func (s *sheet) text() []byte {
	slices.SortStableFunc(s.edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	at, old := 0, s.src.Text()
	for _, e := range s.edits {
		if e.start < at {
			continue // within one that is made already
		}
		b.WriteString(old[at:e.start])
		b.WriteString(e.text)
		at = e.stop
	}
	b.WriteString(old[at:])
	return []byte(b.String())
}

// line is the line of the new file in which a place of the old one stands: behind
// what is inserted there.
func (s *sheet) line(at int) int {
	line := strings.Count(s.src.Text()[:at], "\n") + 1
	for _, e := range s.edits {
		if e.start <= at {
			line += strings.Count(e.text, "\n") - strings.Count(s.src.Text()[e.start:min(e.stop, at)], "\n")
		}
	}
	return line
}
