package check

import (
	"strings"
	"unicode/utf8"

	scan "bulletin/internal/prose"
)

// looseCitations are the stretches of a passage that were meant to cite, and are
// read as text: the key of a source in brackets that do not begin with it, [see
// @key], a key as Pandoc has it in a sentence, and a place without its source,
// [p. 4]. What was written with a backslash is meant as text.
func (d *reading) looseCitations(p *scan.Passage) []stretch {
	var all []stretch
	if strings.IndexByte(p.Text, '@') < 0 && strings.IndexByte(p.Text, '[') < 0 {
		return nil
	}
	open := -1 // the bracket that is not closed yet
	for i := 0; i < len(p.Text); i++ {
		switch p.Text[i] {
		case '[':
			open = i
			if escaped(p, i) {
				open = -1
			} else if end := strings.IndexByte(p.Text[i:min(len(p.Text), i+longPlace)], ']'); end > 0 && d.isPlace(p.Text[i+1:i+end]) {
				all = append(all, stretch{p, i, i + end + 1})
				open = -1
			}
		case ']':
			open = -1
		case '@':
			stop := i + 1 + keyLength(p.Text[i+1:])
			key := strings.TrimRight(p.Text[i+1:stop], ".:/")
			_, known := d.site.Set.Source(key)
			if before, _ := utf8.DecodeLastRuneInString(p.Text[:i]); !known || isLetter(before) || before == '[' || escaped(p, i) {
				continue // behind a bracket it was read, or could not be: said by citation
			}
			if open >= 0 || strings.ContainsAny(key, "-_0123456789") && (i == 0 || p.Text[i-1] == ' ') { // else a name elsewhere, @unhcr
				all = append(all, stretch{p, i, i + 1 + len(key)})
			}
		}
	}
	return all
}

// longPlace is how many bytes a place in a document has at most, with its
// brackets.
const longPlace = 80

// escaped tells whether a character was written with a backslash before it.
func escaped(p *scan.Passage, at int) bool {
	_, width := p.Span(at, at+1)
	return width > 1
}

// isPlace tells whether the words of a pair of brackets name a place in a
// document and nothing else: p. 4, pp. 7–9, page 12.
func (d *reading) isPlace(text string) bool {
	word := firstWord(text)
	if word == "" || !d.site.Locale.Page(word) {
		return false
	}
	_, rest, _ := strings.Cut(text, word)
	return strings.Trim(text[:strings.Index(text, word)], ", ") == "" && strings.ContainsAny(rest, "0123456789") && strings.Trim(rest, "0123456789.,;–- and") == ""
}

// keyLength is how many bytes the key of a source may have that a text begins
// with.
func keyLength(text string) int {
	n := 0
	for n < len(text) {
		c := text[n]
		if c|0x20 < 'a' || c|0x20 > 'z' {
			if (c < '0' || c > '9') && c != '-' && c != '_' && c != '.' && c != ':' && c != '/' {
				break
			}
		}
		n++
	}
	return n
}
