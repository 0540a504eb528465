package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	scan "bulletin/internal/prose"
)

// naming reports areas that are named without the mark that their name carries.
func naming(d *reading, r *Reporter) {
	if len(d.known.marked) == 0 {
		return
	}
	d.passages(func(_ readText, p *scan.Passage) {
		reported := -1 // the end of the last name, since one may end with another
		for _, a := range d.known.marked {
			for from := 0; ; {
				start, stop := a.find(p.Text, from)
				if start < 0 {
					break
				}
				from = stop
				if !alone(p.Text, start, stop) || strings.HasPrefix(p.Text[stop:], a.name[len(a.bare):]) || stop == reported {
					continue
				}
				piece := p.Pieces[p.Piece(start)]
				reason, ok := typed(piece)
				if !ok || d.titled(p, piece, start, stop) {
					continue
				}
				reported = stop
				r.find(p, start, stop, reason, "write "+markdown(a.name), fmt.Sprintf("%s is named without its mark: %s", a.bare, a.note))
			}
		}
	})
}

// find is where the name stands next in a text from an offset on, as it is
// written or in capitals; below 0 where it does not.
func (a areaName) find(text string, from int) (start, stop int) {
	start = strings.Index(text[from:], a.bare)
	stop = start + len(a.bare)
	if i := strings.Index(text[from:], a.capitals); i >= 0 && (start < 0 || i < start) {
		start, stop = i, i+len(a.capitals)
	}
	if start < 0 {
		return -1, -1
	}
	return from + start, from + stop
}

// markdown is a name as an author types it.
func markdown(name string) string { return strings.ReplaceAll(name, "*", `\*`) }

// alone tells whether a stretch of a text is no part of a longer word.
func alone(text string, start, stop int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[stop:])
	return (start == 0 || !isLetter(before)) && (stop == len(text) || !isLetter(after))
}
