package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
)

// token is a word, a number or a sign of a passage.
type token struct {
	kind        tokenKind
	capital     bool // begins with a capital letter
	glued       bool // nothing stands between it and the token before
	start, stop int
	piece       int
	word        locale.Word // of a word, and of the word in a compound
	value       int         // of a numeral of digits alone, of an ordinal; -1 for others. Of a sign its character
}

type tokenKind uint8

const (
	nothing  tokenKind = iota // before the first token and behind the last
	word                      // number
	numeral                   // 16,216
	span                      // 98–99
	years                     // 2015–2017
	ordinal                   // 30th
	compound                  // 12-year-old
	quarter                   // Q1
	half                      // H1
	coded                     // 2023-Q1, 2023-06-04
	clock                     // 9:05
	name                      // A4, COVID-19, 1990s, 24/7
	sign                      // anything else
)

func (t *token) has(s locale.Sense) bool { return t.word.Sense&s != 0 }

func (t *token) is(c rune) bool { return t.kind == sign && t.value == int(c) }

// dash tells whether the token is a sign that may join the ends of a span.
func (t *token) dash() bool { return t.is('-') || t.is('–') || t.is('—') }

// tokens cuts a passage into tokens.
func (r *Reader) tokenize(p *Passage) {
	r.tokens = r.tokens[:0]
	for i, piece := range p.Pieces {
		switch piece.Kind {
		case Code, Address:
			if piece.Stop > piece.Start {
				r.add(p, token{kind: name, start: piece.Start, stop: piece.Stop, piece: i})
			}
		default:
			r.cut(p, i)
		}
	}
}

func (r *Reader) add(p *Passage, t token) {
	if n := len(r.tokens); n > 0 {
		t.glued = r.tokens[n-1].stop == t.start
	}
	if t.kind == word {
		first, _ := utf8.DecodeRuneInString(p.Text[t.start:])
		t.capital = unicode.IsUpper(first)
	}
	r.tokens = append(r.tokens, t)
}

// cut cuts one piece.
func (r *Reader) cut(p *Passage, piece int) {
	start, stop := p.Pieces[piece].Start, p.Pieces[piece].Stop
	for i := start; i < stop; {
		c, size := rune(p.Text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(p.Text[i:stop])
		}
		switch {
		case alphanumeric(c):
			end, shape := cluster(p.Text[:stop], i)
			r.classify(p, token{start: i, stop: end, piece: piece, value: -1}, shape)
			i = end
		case c == ' ' || unicode.IsSpace(c):
			i += size
		default:
			r.add(p, token{kind: sign, start: i, stop: i + size, piece: piece, value: int(c)})
			i += size
		}
	}
}

// classify adds the token, or the tokens, of a cluster.
func (r *Reader) classify(p *Passage, t token, s shape) {
	text := p.Text[t.start:t.stop]
	switch {
	case s.letters && !s.digits:
		r.letters(p, t, text, s)
	case s.letters:
		r.mixed(p, t, text)
	default:
		t.kind, t.value = digitKind(text, s)
		r.add(p, t)
	}
}

// letters adds a word, or the two of January-March.
func (r *Reader) letters(p *Passage, t token, text string, s shape) {
	t.kind = word
	t.word = r.locale.Word(text)
	if t.word.Sense == 0 && s.joined {
		if bare, ok := possessive(text); ok {
			t.word = r.locale.Word(bare)
			t.word.Sense &^= locale.IsCounted | locale.IsSomeone | locale.IsPlain | locale.IsCardinal
		} else if first, rest, dash := strings.Cut(text, "-"); dash {
			if r.months(p, t, first, rest) {
				return
			}
			t.word = r.hyphened(first, rest)
		}
	}
	if r.begins[text[0]] && r.units[text] {
		t.word.Sense |= locale.IsCounted
	}
	r.add(p, t)
}

func possessive(text string) (string, bool) {
	for _, end := range [...]string{"’s", "'s"} {
		if bare, ok := strings.CutSuffix(text, end); ok {
			return bare, true
		}
	}
	return text, false
}

// months adds the tokens of January-March; it is false for other words.
func (r *Reader) months(p *Passage, t token, first, rest string) bool {
	from, to := r.locale.Word(first), r.locale.Word(rest)
	if !from.Has(locale.IsMonth) || !to.Has(locale.IsMonth) || !unicode.IsUpper(rune(first[0])) {
		return false
	}
	middle := t.start + len(first)
	r.add(p, token{kind: word, start: t.start, stop: middle, piece: t.piece, word: from, value: -1})
	r.add(p, token{kind: sign, start: middle, stop: middle + 1, piece: t.piece, value: '-'})
	r.add(p, token{kind: word, start: middle + 1, stop: t.stop, piece: t.piece, word: to, value: -1})
	return true
}

// hyphened is the sense of twenty-one, two-thirds, ten-fold.
func (r *Reader) hyphened(first, rest string) locale.Word {
	a, b := r.locale.Word(first), r.locale.Word(rest)
	switch {
	case a.Has(locale.IsCardinal) && b.Has(locale.IsCardinal) && a.Value >= 20 && b.Value > 0 && b.Value < 10:
		return locale.Word{Sense: locale.IsCardinal, Value: a.Value + b.Value}
	case a.Has(locale.IsCardinal) && b.Has(locale.IsPart), a.Has(locale.IsCardinal) && rest == "fold":
		return locale.Word{Sense: locale.IsMultiple}
	}
	return locale.Word{}
}

// mixed adds a cluster of letters and digits.
func (r *Reader) mixed(p *Passage, t token, text string) {
	t.kind = name
	if !digit(text[0]) {
		if before, year, ok := strings.Cut(text, "-"); ok && len(year) == 4 && isYear(number(year)) && before != "" && before[0] >= 'a' {
			middle := t.start + len(before) // mid-2022
			r.add(p, token{kind: word, start: t.start, stop: middle, piece: t.piece, word: r.locale.Word(before), value: -1})
			r.add(p, token{kind: numeral, start: middle + 1, stop: t.stop, piece: t.piece, value: number(year)})
			return
		}
		if part, year, ok := strings.Cut(text, "/"); ok && len(part) == 2 && isYear(number(year)) {
			r.mixed(p, token{start: t.start, stop: t.start + 2, piece: t.piece}, part) // Q1/2022
			r.add(p, token{kind: numeral, start: t.start + 3, stop: t.stop, piece: t.piece, value: number(year)})
			return
		}
		if len(text) == 2 && (text[0] == 'Q' && text[1] >= '1' && text[1] <= '4') {
			t.kind, t.value = quarter, int(text[1]-'0')
		} else if text == "H1" || text == "H2" {
			t.kind, t.value = half, int(text[1]-'0')
		}
		r.add(p, t)
		return
	}
	digits := 1
	for digits < len(text) && !(text[digits]|0x20 >= 'a' && text[digits]|0x20 <= 'z') && text[digits] < utf8.RuneSelf {
		digits++
	}
	rest := text[digits:]
	head := strings.TrimRight(text[:digits], "-")
	n := number(head)
	switch {
	case len(text) == len("2023-Q1") && digits == 5 && rest[0] == 'Q':
		t.kind = coded
	case len(head) < digits:
		t.kind, t.value = compound, n
		first, _, _ := strings.Cut(rest, "-")
		t.word = r.locale.Word(first)
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		t.kind, t.value = ordinal, n
	case strings.EqualFold(rest, "am") || strings.EqualFold(rest, "pm"):
		t.kind = clock
	case rest == "k" || rest == "m" || rest == "bn" || rest == "mn" || rest == "km" || rest == "kg":
		r.add(p, token{kind: numeral, start: t.start, stop: t.start + digits, piece: t.piece, value: n})
		t.kind, t.start, t.word = word, t.start+digits, r.locale.Word(rest)
	}
	r.add(p, t)
}
