package render

import (
	"html/template"
	"strings"

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
	var b strings.Builder
	esc := template.HTMLEscapeString
	b.WriteString(esc(s.Publisher) + ", ")
	title := `<cite>` + esc(s.Title) + `</cite>`
	if s.URL != "" {
		title = `<a href="` + esc(s.URL) + `" rel="external noopener">` + title + `</a>`
	}
	b.WriteString(title + ", " + esc(issued(s, l)))
	for _, more := range []template.HTML{places, address} {
		if more != "" {
			b.WriteString(", " + string(more))
		}
	}
	if s.Accessed != "" {
		b.WriteString(" (accessed " + esc(dateWords(s.Accessed, l)) + ")")
	}
	if !strings.HasSuffix(b.String(), ".") {
		b.WriteString(".")
	}
	return template.HTML(b.String())
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
