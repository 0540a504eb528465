package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// typedList tells whether a passage begins a list of notes that was typed by
// hand, below a heading or without one, and what to underline of it.
func (d *reading) typedList(p *scan.Passage, under locale.Listing) (start, stop int, ok bool) {
	if p.Kind != scan.Paragraph && p.Kind != scan.Item && p.Kind != scan.Title && p.Kind != scan.Remark {
		return 0, 0, false
	}
	if head, rest, ok := strings.Cut(p.Text, ":"); ok && d.site.Locale.Listing(head) != locale.NoListing {
		if n := numbered1(rest); n > 0 { // Sources: 1. UNHCR, 2. IOM
			from := len(head) + len(":") + len(rest) - len(strings.TrimLeft(rest, " "))
			return from, from + n, p.Pieces[p.Piece(from)].Kind == scan.Words
		}
	}
	n := leadingNumber(p.Text)
	switch {
	case !p.Ordered && n == 0, n > 0 && p.Pieces[0].Kind != scan.Words:
		return 0, 0, false
	case under == locale.OfNotes:
	case n > 0 && len(p.Backs) > 0 && strings.Trim(p.Text[n:p.Backs[0].Start], " .)") == "": // 10 Ibid
	case n > 0 && d.site.Locale.AllAgain(p.Text[n:]): // 10 As above
	case d.cites(p) && (under == locale.OfWorks || n > 0 && d.site.Locale.Available(p.Text)):
	default:
		return 0, 0, false
	}
	if n == 0 {
		n = len(firstWord(p.Text))
	}
	return 0, max(n, 1), true
}

// leadingNumber is the length of the number that a note begins with, "9 Ibid",
// "12. UNHCR": up to three digits, and a capital letter behind them; 0 where
// there is none.
func leadingNumber(text string) int {
	rest := strings.TrimLeft(text, "0123456789")
	n := len(text) - len(rest)
	if n == 0 || n > 3 || text[0] == '0' {
		return 0
	}
	after := strings.TrimLeft(rest, ".) ")
	if first, _ := utf8.DecodeRuneInString(after); len(after) == len(rest) || !unicode.IsUpper(first) {
		return 0
	}
	return n
}

// numbered1 is the length of the number 1 that a list of notes begins with; 0
// where it does not.
func numbered1(text string) int {
	text = strings.TrimLeft(text, " ")
	if n := leadingNumber(text); n == 1 && text[0] == '1' {
		return n
	}
	return 0
}

// cites tells whether a passage names a document: it holds an address, or
// begins with a publisher of the site's sources.
func (d *reading) cites(p *scan.Passage) bool {
	for _, piece := range p.Pieces {
		if piece.Kind == scan.Address || piece.Link != nil && strings.Contains(piece.Link.Destination, "://") {
			return true
		}
	}
	text := strings.TrimLeft(p.Text, "0123456789.) ")
	for _, publisher := range d.known.publishers {
		if strings.HasPrefix(text, publisher) && strings.HasPrefix(text[len(publisher):], ",") {
			return true
		}
	}
	return false
}
