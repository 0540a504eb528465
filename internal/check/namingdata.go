package check

import (
	"fmt"
	"strings"

	"bulletin/internal/site"
)

// namingInData reports areas that the names, definitions and notes of data/
// name without their mark: they stand on pages as well. The titles of sources
// are quoted as they are.
func namingInData(s *site.Site, r *Reporter) {
	known := namesOf(s)
	if len(known.marked) == 0 {
		return
	}
	for _, t := range s.Set.Texts() {
		reported := -1 // the end of the last name, since one may end with another
		for _, a := range known.marked {
			for from := 0; ; {
				start, stop := a.find(t.Words, from)
				if start < 0 {
					break
				}
				from = stop
				if !alone(t.Words, start, stop) || strings.HasPrefix(t.Words[stop:], a.name[len(a.bare):]) || stop == reported || known.quoted(t.Words, start, stop) {
					continue
				}
				reported = stop
				pos, length := t.Span(start, stop)
				r.Find(Finding{Pos: pos, Len: length, Accepts: t.Accepts, Hint: "write " + a.name,
					Message: fmt.Sprintf("%s is named without its mark: %s", t.Words[start:stop], a.note)})
			}
		}
	}
}

// quoted tells whether a stretch of a text stands in the title of a source.
func (n *names) quoted(text string, start, stop int) bool {
	for _, title := range n.titles {
		from, to := max(0, stop-len(title)), min(len(text), start+len(title))
		if to-from >= len(title) && strings.Contains(text[from:to], title) {
			return true
		}
	}
	return false
}
