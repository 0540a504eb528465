package roll

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/content"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

// word is a word of a sentence, or a sign between words.
type word struct {
	text        string // as typed
	lower       string
	start, stop int // in the passage
	sense       locale.Passing
	figure      *shownFigure // whose words it begins; its other words are left out
	typed       bool         // by the author, outside claims and literals
	sign        bool
	glued       bool // to the word before
}

// shownFigure is a figure or a claim of a sentence.
type shownFigure struct {
	content *content.Expression
	parsed  *figure.Expression // nil for one that cannot be read
	stays   bool               // it names a time of its own, which does not move
	claim   bool
	period  bool // {{ period }}
}

// sentence is a sentence of a passage, as its words.
type sentence struct {
	passage     *prose.Passage
	start, stop int
	words       []word
	figures     []*shownFigure
	history     bool // all of its figures, or of its paragraph's, are of times that stay
}

// reader takes passages apart.
type reader struct {
	locale  *locale.Locale
	step    Step
	judge   func(*sentence) []Reason // what is typed in a sentence
	figures map[*content.Expression]*shownFigure
}

// figureOf is what an expression asks for.
func (r *reader) figureOf(e *content.Expression, claim bool) *shownFigure {
	if f, ok := r.figures[e]; ok {
		return f
	}
	f := &shownFigure{content: e, claim: claim}
	if parsed, problems := figure.Parse(e.Source, e.PosAt); problems.Errors() == 0 {
		f.parsed = parsed
		indicator, _, _ := parsed.About()
		f.period = indicator == "period"
		for _, t := range parsed.Times() {
			if _, moves := r.step.Move(t.Period); !t.Base && !moves {
				f.stays = true
			}
		}
	}
	r.figures[e] = f
	return f
}

// sentences takes a passage apart.
func (r *reader) sentences(p *prose.Passage) []*sentence {
	var all []*sentence
	history, any := true, false
	for at := 0; at < len(p.Text); {
		start, stop := p.Sentence(at)
		if stop <= at {
			break
		}
		s := &sentence{passage: p, start: start, stop: stop}
		r.read(s)
		for _, f := range s.figures {
			any, history = true, history && f.stays
		}
		all = append(all, s)
		at = stop
	}
	for _, s := range all {
		s.history = any && history
		if !s.history && len(s.figures) > 0 {
			s.history = true
			for _, f := range s.figures {
				s.history = s.history && f.stays
			}
		}
	}
	return all
}

// read finds the words of a sentence.
func (r *reader) read(s *sentence) {
	for _, piece := range s.passage.Pieces {
		start, stop := max(piece.Start, s.start), min(piece.Stop, s.stop)
		if start >= stop {
			continue
		}
		switch piece.Kind {
		case prose.Figure, prose.Claim:
			f := r.figureOf(piece.Expression, piece.Kind == prose.Claim)
			if n := len(s.figures); n > 0 && s.figures[n-1] == f {
				continue // a claim of several pieces
			}
			s.figures = append(s.figures, f)
			s.words = append(s.words, word{start: start, stop: stop, figure: f})
		case prose.Words:
			r.cut(s, start, stop)
		case prose.Code, prose.Address, prose.Literal:
			s.words = append(s.words, word{start: start, stop: stop})
		}
	}
}

// cut adds the words of a stretch.
func (r *reader) cut(s *sentence, start, stop int) {
	for at := start; at < stop; {
		c, size := utf8.DecodeRuneInString(s.passage.Text[at:stop])
		if unicode.IsSpace(c) {
			at += size
			continue
		}
		end := at + size
		if part(c) {
			for end < stop {
				c, size := utf8.DecodeRuneInString(s.passage.Text[end:stop])
				next, _ := utf8.DecodeRuneInString(s.passage.Text[min(end+size, stop):stop])
				if !part(c) && !(strings.ContainsRune("'’-", c) && part(next)) {
					break
				}
				end += size
			}
		}
		w := word{text: s.passage.Text[at:end], start: at, stop: end, typed: true, sign: !part(c)}
		if n := len(s.words); n > 0 {
			w.glued = s.words[n-1].stop == at
		}
		w.lower = strings.ToLower(w.text)
		if !w.sign {
			w.sense = r.locale.Passing(w.text)
		}
		s.words = append(s.words, w)
		at = end
	}
}

func part(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// at is a word of the sentence; outside it is nothing.
func (s *sentence) at(i int) word {
	if i < 0 || i >= len(s.words) {
		return word{}
	}
	return s.words[i]
}

func (w word) has(p locale.Passing) bool { return w.sense&p != 0 }

func (w word) is(words ...string) bool {
	if !w.typed {
		return false
	}
	for _, t := range words {
		if w.lower == t {
			return true
		}
	}
	return false
}

// says tells whether some words stand at a place, one behind the other.
func (s *sentence) says(i int, words ...string) bool {
	for j, w := range words {
		if !s.at(i + j).is(w) {
			return false
		}
	}
	return true
}

// any tells whether one of the words has a sense.
func (s *sentence) any(p locale.Passing) bool {
	for _, w := range s.words {
		if w.has(p) {
			return true
		}
	}
	return false
}

// quote is the typed words from one to another, as a reason quotes them.
func (s *sentence) quote(from, to int) string {
	to = min(to, len(s.words)) - 1
	if from < 0 || from > to {
		return ""
	}
	return strings.Join(strings.Fields(s.passage.Text[s.words[from].start:s.words[to].stop]), " ")
}

// opensCode tells whether the sentence begins with a piece of code.
func (s *sentence) opensCode() bool {
	return s.passage.Pieces[s.passage.Piece(s.start)].Kind == prose.Code
}
