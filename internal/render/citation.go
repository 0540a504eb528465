package render

import (
	"html/template"
	"strings"
	"sync"

	"bulletin/internal/data"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// cite writes a source in one consistent style: publisher, title (linked),
// date, day of access.
func cite(s *data.Source, l *locale.Locale) template.HTML { return citePlaces(s, "", "", l) }

// citePlaces is cite with the places in the source, which stand behind its date,
// and behind them its address, for paper. Both may be empty.
func citePlaces(s *data.Source, places, address template.HTML, l *locale.Locale) template.HTML {
	return sourceWordsOf(s, l).cite(places, address)
}

// sourceWords is what a citation of a source is made of. It holds for all pages.
type sourceWords struct {
	first    string        // publisher, title and date
	accessed string        // " (accessed 2 May 2023)"; may be empty
	address  template.HTML // for paper; empty without one
}

func sourceWordsOf(s *data.Source, l *locale.Locale) *sourceWords {
	esc := template.HTMLEscapeString
	title := `<cite>` + esc(s.Title) + `</cite>`
	if s.URL != "" {
		title = `<a href="` + esc(s.URL) + `" rel="external noopener">` + title + `</a>`
	}
	w := &sourceWords{first: esc(s.Publisher) + ", " + title + ", " + esc(issued(s, l))}
	if s.Accessed != "" {
		w.accessed = " (accessed " + esc(dateWords(s.Accessed, l)) + ")"
	}
	if s.URL != "" {
		w.address = printedAddress(s.URL)
	}
	return w
}

// cite puts the places in the source behind its date, and an address behind them.
func (w *sourceWords) cite(places, address template.HTML) template.HTML {
	var before [2]string // each of what stands behind the date
	last := w.first
	for i, more := range [...]string{string(places), string(address), w.accessed} {
		if more != "" {
			last = more
		}
		if more != "" && i < len(before) {
			before[i] = ", "
		}
	}
	end := "."
	if strings.HasSuffix(last, ".") {
		end = ""
	}
	return template.HTML(w.first + before[0] + string(places) + before[1] + string(address) + w.accessed + end)
}

// mostCitations is how many sources are remembered; beyond them they are forgotten,
// since a server that builds a site again and again reads its sources anew.
const mostCitations = 1 << 14

// citations are the words of sources, which many pages cite.
type citations struct {
	lock  sync.RWMutex
	words map[citedIn]*sourceWords
}

type citedIn struct {
	source *data.Source
	locale *locale.Locale
}

// of are the words of a source.
func (c *citations) of(s *data.Source, l *locale.Locale) *sourceWords {
	key := citedIn{s, l}
	c.lock.RLock()
	w := c.words[key]
	c.lock.RUnlock()
	if w != nil {
		return w
	}
	w = sourceWordsOf(s, l)
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.words == nil || len(c.words) >= mostCitations {
		c.words = map[citedIn]*sourceWords{}
	}
	c.words[key] = w
	return w
}

// citeShort is the source in a table: publisher and date.
func citeShort(s *data.Source, l *locale.Locale) string { return s.Publisher + ", " + issued(s, l) }

// issued is the date of a source in words, or that it has none.
func issued(s *data.Source, l *locale.Locale) string {
	if s.Issued == "" {
		return "no date"
	}
	return dateWords(s.Issued, l)
}

// dateWords writes a year, month or day in words; anything else stays as it
// is.
func dateWords(date string, l *locale.Locale) string {
	if p, err := period.Parse(date); err == nil {
		return l.Period(p)
	}
	return date
}
