package chart

import "fmt"

// maxRows is how many rows a chart with a line for each can have: more are a table.
const maxRows = 100

// unfitRows says that a chart has too many rows to read.
func (s *Spec) unfitRows() []string {
	if len(s.Rows) > maxRows {
		return []string{fmt.Sprintf("%d rows are too many to read: %d at most; choose some of them, or put the smaller ones together as one, \"Other\"", len(s.Rows), maxRows)}
	}
	return nil
}

// rowHead is the name of a row, laid out, and the place of the row.
type rowHead struct {
	label []string
	note  []string // under the label
	top   int
	high  int
}

// nameGap is the room between the names of rows and what stands beside them.
const nameGap = 10 * unit

// nameRoom is how wide the names of rows may get before they wrap.
func (p *plate) nameRoom() int {
	if p.narrow {
		return p.width * 34 / 100
	}
	return p.width * 30 / 100
}

// head lays out the name of a row.
func (p *plate) head(r Row) rowHead {
	return rowHead{label: wrap(r.Label, p.nameRoom(), p.plain())}
}

// words is the height of a name with its note.
func (h *rowHead) words(p *plate) int {
	return len(h.label)*p.plain().lineHeight() + len(h.note)*p.little().lineHeight()
}

func (h *rowHead) middle() int { return h.top + h.high/2 }

// writeHead writes the name of a row, right-aligned at right, with the note under it.
func (p *plate) writeHead(h *rowHead, right int) {
	plain, little := p.plain(), p.little()
	y := h.top + (h.high-h.words(p))/2
	for _, l := range h.label {
		if l != "" {
			p.write(l, "", plain, right, y+plain.lineHeight()/2+plain.drop())
		}
		y += plain.lineHeight()
	}
	for _, l := range h.note {
		p.write(l, "ch-muted", little, right, y+little.lineHeight()/2+little.drop())
		y += little.lineHeight()
	}
}
