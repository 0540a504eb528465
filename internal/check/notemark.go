package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	scan "bulletin/internal/prose"
)

// typedMarks are the marks of notes that an author typed, in order: ¹, [4],
// (4), ^4^. What has a meaning of its own is
// none: an exponent (m², 10⁶), a count in brackets, "Morocco (4)", the number of
// an item, "(1) routes; (2) returns".
func (d *reading) typedMarks(p *scan.Passage) []stretch {
	if !mayMark(p.Text) {
		return nil
	}
	var all []stretch
	for i := 0; i < len(p.Text); {
		c, size := utf8.DecodeRuneInString(p.Text[i:])
		stop := 0
		switch {
		case raised(c):
			stop = i + len(p.Text[i:]) - len(strings.TrimLeftFunc(p.Text[i:], raisedList))
			if !d.raisedMark(p, i, stop) {
				i, stop = stop, 0
				continue
			}
		case c == '[':
			stop = enclosed(p.Text, i, ']')
			if stop > 0 && !bracketMark(p, i, stop) {
				stop = 0
			}
		case c == '(':
			stop = enclosed(p.Text, i, ')')
			if stop > 0 && !parenthesisMark(p, i, stop) {
				stop = 0
			}
		case c == '^':
			stop = enclosed(p.Text, i, '^')
			if strings.HasPrefix(p.Text[i:], "^[") { // Pandoc's note in its place
				stop = i + len("^[")
			}
			if i == 0 || p.Text[i-1] == ' ' {
				stop = 0
			}
		}
		if stop == 0 {
			i += size
			continue
		}
		all = append(all, stretch{p, i, stop})
		i = stop
	}
	return all
}

// mayMark tells whether a text has one of the signs that marks begin with. It
// is asked of every passage, so it looks for bytes: raised digits are C2 B2, C2
// B3, C2 B9 and E2 81 B0 to B9 in UTF-8.
func mayMark(text string) bool {
	return strings.IndexByte(text, '(') >= 0 || strings.IndexByte(text, '[') >= 0 || strings.IndexByte(text, '^') >= 0 ||
		strings.IndexByte(text, '\xc2') >= 0 || strings.Contains(text, "\xe2\x81")
}

// raised tells whether a character is a small raised digit.
func raised(c rune) bool {
	return c == '¹' || c == '²' || c == '³' || c == '⁰' || c >= '⁴' && c <= '⁹'
}

// raisedList tells whether a character can stand in a row of raised numbers.
func raisedList(c rune) bool { return raised(c) || c == '⁻' || c == '˒' || c == '⁾' }

// enclosed is the offset behind one to three digits in a pair of signs, or
// several such numbers with commas or dashes between them; 0 for anything else.
func enclosed(text string, start int, end rune) int {
	digits := 0
	for i, c := range text[start+1:] {
		switch {
		case c >= '0' && c <= '9':
			if digits++; digits > 3 || digits == 1 && c == '0' {
				return 0
			}
		case digits > 0 && c == end:
			return start + 1 + i + utf8.RuneLen(end)
		case digits > 0 && (c == ',' || c == ';' || c == '-' || c == '–'):
			digits = 0
		case c != ' ' || digits > 0:
			return 0
		}
	}
	return 0
}

// raisedMark tells whether raised digits mark a note: they stand behind a word,
// a sentence, a count or a figure, or begin the note itself.
func (d *reading) raisedMark(p *scan.Passage, start, stop int) bool {
	before := strings.TrimRight(p.Text[:start], " \u00a0")
	if before == "" {
		return strings.TrimSpace(p.Text[stop:]) != ""
	}
	if endsFigure(p, len(before)) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsDigit(last):
		number := before[len(strings.TrimRight(before, "0123456789,.")):]
		return len(number) >= len("100") && strings.Trim(number, "10") != ""
	case isLetter(last):
		return !d.site.Locale.Raised(lastWord(before))
	case last == ')':
		near := before[max(0, len(before)-farBack):]
		for word := range eachWord(near[max(0, strings.LastIndexByte(near, '(')):]) {
			if len(word) >= len("own") {
				return true
			}
		}
		return false
	}
	return strings.ContainsRune(`.,;:!?…*%‰]”’»"'`, last)
}

// farBack is how many bytes before a mark are looked at for words in parentheses.
const farBack = 200

// bracketMark tells whether a number in square brackets marks a note. Behind a
// single letter it is an index.
func bracketMark(p *scan.Passage, start, stop int) bool {
	before := p.Text[:start]
	if before == "" {
		return strings.TrimSpace(p.Text[stop:]) != ""
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return !isLetter(last) || len(lastWord(before)) > 1
}

// parenthesisMark tells whether a number in parentheses marks a note: it stands
// right behind a figure, a word or the end of a sentence, or closes a passage
// behind that. Elsewhere it is a count, or the number of an item.
func parenthesisMark(p *scan.Passage, start, stop int) bool {
	before := p.Text[:start]
	if endsFigure(p, start) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case isLetter(last):
		return len(lastWord(before)) > 3
	case last == ' ' || last == '\u00a0':
		before = strings.TrimRight(before, " \u00a0")
		end, _ := utf8.DecodeLastRuneInString(before)
		return strings.ContainsRune(".!?…”", end) && strings.TrimSpace(p.Text[stop:]) == ""
	}
	return strings.ContainsRune(".,!?…”’%", last)
}

// endsFigure tells whether a figure or a claim ends at an offset.
func endsFigure(p *scan.Passage, at int) bool {
	if at == 0 {
		return false
	}
	piece := p.Pieces[p.Piece(at-1)]
	return (piece.Kind == scan.Figure || piece.Kind == scan.Claim) && piece.Stop == at
}

// lastWord is the letters that a text ends with.
func lastWord(text string) string {
	return text[len(strings.TrimRightFunc(text, isLetter)):]
}
