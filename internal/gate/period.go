package gate

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// period finds sources that are cited by hand on a page and are of an older period.
func (g *gathering) period(i int, p *site.Page) {
	for _, t := range p.Texts() {
		if len(t.Markdown.Citations) == 0 {
			continue
		}
		passages := g.reader.Read(t.Markdown, t.Words)
		for _, c := range t.Markdown.Citations {
			for _, item := range c.Items {
				source, ok := g.site.Set.Source(item.Key)
				if !ok || !g.older(source) || g.toldOf(t, passages, c.Pos, source) {
					continue
				}
				g.find(&g.left[i], Period, item.Pos, item.Len, "cite the document of "+g.edition.Period.String()+"; or say in the sentence which time it is about",
					"source %s is cited, and covers %s, not %s", item.Key, listed(source.Covers), g.edition.Period)
			}
		}
	}
	g.reader.Forget()
}

// older tells whether a source is of a time before the edition's: it covers such a time,
// and neither all of the edition's period nor a part of it alone. One that reaches into
// the period from before is of the older one.
func (g *gathering) older(s *data.Source) bool {
	own, before := g.edition.Period, false
	for _, p := range s.Covers {
		if p.Covers(own) || own.Covers(p) {
			return false
		}
		before = before || p.First() < own.First()
	}
	return before
}

// toldOf tells whether the sentence with a citation speaks of an older time that the
// source covers: it names that time, or shows a value of it.
func (g *gathering) toldOf(t *site.Text, passages []prose.Passage, at diag.Pos, source *data.Source) bool {
	p, start, stop := sentenceAt(passages, at)
	if p == nil {
		return false
	}
	inside := func(offset int) bool { return start <= offset && offset < stop }
	first := g.edition.Period.First()
	return slices.ContainsFunc(p.Whens, func(w prose.When) bool {
		return w.Dated && inside(w.Start) && w.Last < first && covered(source, w.First, w.Last)
	}) || slices.ContainsFunc(p.Pieces, func(piece prose.Piece) bool {
		e := piece.Expression
		return e != nil && inside(piece.Start) && slices.ContainsFunc(t.Value(e).Used, func(o *data.Observation) bool {
			return o.Source == source && o.Period.Last() < first
		})
	})
}

// sentenceAt is the sentence that a place in the file belongs to: the last that begins
// at or before it. The passage is nil where none does.
func sentenceAt(passages []prose.Passage, at diag.Pos) (found *prose.Passage, start, stop int) {
	var begins diag.Pos
	for i := range passages {
		p := &passages[i]
		for from := 0; from < len(p.Text); {
			_, to := p.Sentence(from)
			if pos := p.Pos(from); !at.Less(pos) && !pos.Less(begins) {
				found, start, stop, begins = p, from, to, pos
			}
			from = max(to, from+1)
		}
	}
	return found, start, stop
}

func covered(s *data.Source, first, last period.Day) bool {
	return slices.ContainsFunc(s.Covers, func(p period.Period) bool { return p.First() <= first && last <= p.Last() })
}

// sourcesOfCells finds cells of the edition's period whose source tells nothing of the
// time that it is of. What it tells and does not fit is found by a rule.
func (g *gathering) sourcesOfCells() {
	seen := map[*data.Source]bool{}
	for _, o := range g.edition.Shown() {
		s := o.Source
		if s == nil || seen[s] || !o.HasValue && !o.HasShare || o.Status == data.Forecast || !g.edition.Period.Covers(o.Period) || len(s.Covers) > 0 || s.Issued != "" {
			continue
		}
		_, last := o.Stretch()
		if read, err := period.Parse(s.Accessed); err == nil && read.Last() >= last {
			continue
		}
		seen[s] = true
		g.find(&g.data, Period, s.Pos, len(s.Key), "write covers: with the periods that it reports on, or issued:",
			"source %s does not say of which time it is, and figures of %s come from it", s.Key, o.Period)
	}
}

// listed names periods.
func listed(all []period.Period) string {
	text := ""
	for i, p := range all {
		if i > 0 {
			text += ", "
		}
		text += p.String()
	}
	return text
}
