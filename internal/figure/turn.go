package figure

import (
	"strings"

	"bulletin/internal/locale"
)

// Lead is how the words before a number lead to it: "rose from", ", up from".
type Lead struct {
	Direction int    // 1, -1 or 0 for none
	Word      string // of direction
	From, To  bool
	Than      bool // "more than the"
	Against   bool // "after", or "up against"
}

// ReadLead reads the end of the words before a number.
func ReadLead(before string, l *locale.Locale) Lead {
	var few [reach]string
	words := dropArticle(lastWords(before, few[:0]), l)
	if n := len(words); n > 1 && strings.EqualFold(words[n-1], "than") {
		d, speech := l.Direction(words[n-2])
		return Lead{Direction: d, Word: words[n-2], Than: speech == locale.Adjective}
	}
	words, _, _ = bareWords(words, l)
	last := len(words) - 1
	if last < 0 {
		return Lead{}
	}
	role := l.Role(words[last])
	lead := Lead{From: role == locale.From, To: role == locale.To}
	if against := l.Against(words); against > 0 { // an increase compared with
		lead = Lead{Against: true}
		if i := last - against; i >= 0 {
			lead.Direction, _ = l.Direction(words[i])
			lead.Word = words[i]
		}
		return lead
	}
	if !lead.From && !lead.To {
		return Lead{}
	}
	if comma := strings.LastIndexByte(before, ','); last == 0 && lead.From && comma >= 0 { // fell, from
		words = lastWords(before[:comma], words[:0])
		last = len(words)
	}
	for i := last - 1; i >= 0; i-- {
		if d, speech := l.Direction(words[i]); d != 0 && speech != locale.Adjective {
			lead.Direction, lead.Word = d, words[i]
			break
		}
	}
	return lead
}

// Compares tells whether two values are plain numbers of one cell in two
// periods or in the same, so that "from" and "to" may lead from one to the
// other.
func (v *Value) Compares(other *Value) bool {
	a, b := v.Subject.cell, other.Subject.cell
	return !v.Broken && !other.Broken && (v.Kind == Count || v.Kind == Share) && v.Kind == other.Kind && !v.HasBase && !other.HasBase &&
		a.indicator != nil && b.indicator != nil && a.indicator.ID == b.indicator.ID && a.area.ID == b.area.ID && a.key == b.key
}

// Turn says what is wrong where a word of direction leads from one number to
// another: the first must be the earlier one, where they are told apart by from
// and to, and the direction theirs. It is empty where nothing is.
func Turn(lead Lead, from, to *Value) string {
	a, b := from.Subject.cell, to.Subject.cell
	between := quoted(lead.Word) + " leads from " + from.Text + " to " + to.Text
	switch sense := to.Number.Cmp(from.Number); {
	case !lead.Than && a.period != b.period && a.period.First() > b.period.First():
		return between + ", which is back in time, from " + a.period.String() + " to " + b.period.String()
	case sense == lead.Direction:
		return ""
	case sense > 0:
		return between + ", and the numbers go up"
	case sense < 0:
		return between + ", and the numbers go down"
	}
	return between + ", and the numbers are the same"
}
