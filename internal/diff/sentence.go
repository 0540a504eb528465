package diff

import (
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// sentence is a sentence with a figure or a claim in it.
type sentence struct {
	text   string // plain, its figures written out
	shape  string // the same, but for what stands in the place of figures and claims: their sources
	inside []within
}

// within is a figure or claim of a sentence, with the words around it.
type within struct {
	expression    *content.Expression
	before, after string
}

// sentences are those of a text that hold figures or claims, in reading order.
func (f *spotter) sentences(t *site.Text) []sentence {
	if len(t.Markdown.Expressions) == 0 {
		return nil
	}
	var all []sentence
	passages := f.reader.Read(t.Markdown, func(e *content.Expression) string { return words(t, e) })
	for i := range passages {
		p := &passages[i]
		for n := 0; n < len(p.Pieces); n++ {
			if p.Pieces[n].Expression == nil {
				continue
			}
			start, stop := p.Sentence(p.Pieces[n].Start)
			last := n
			for last+1 < len(p.Pieces) && p.Pieces[last+1].Start < stop {
				last++
			}
			if p.Pieces[last].Expression != nil {
				stop = max(stop, p.Pieces[last].Stop) // it may hold what looks like the end of a sentence
			}
			all = append(all, sentenceOf(p.Text, start, stop, p.Pieces[n:last+1]))
			n = last
		}
	}
	return all
}

// sentenceOf is a stretch of a text, with the figures and claims in it. A claim
// may have several pieces.
func sentenceOf(text string, start, stop int, pieces []prose.Piece) sentence {
	s := sentence{text: spaced(text[start:stop])}
	end := start // of the last figure
	for _, p := range pieces {
		e := p.Expression
		if e == nil {
			continue
		}
		if n := len(s.inside); n > 0 && s.inside[n-1].expression == e {
			s.inside[n-1].after = text[p.Stop:stop]
		} else {
			s.shape += text[end:max(end, p.Start)] + "{{" + e.Source + "}}"
			s.inside = append(s.inside, within{e, text[start:max(start, p.Start)], text[p.Stop:stop]})
		}
		end = p.Stop
	}
	s.shape = spaced(s.shape + text[end:stop])
	return s
}

// plain is a whole text as its sentences are: plain, its figures written out.
func plain(t *site.Text) string {
	if t == nil {
		return ""
	}
	return content.Plain(t.Markdown, func(e *content.Expression) string { return words(t, e) })
}

// words is what a figure reads: one that failed shows its source.
func words(t *site.Text, e *content.Expression) string {
	if text := t.Words(e); text != "" {
		return text
	}
	return "{{ " + e.Source + " }}"
}

// spaced is a text in one line.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
