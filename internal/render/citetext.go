package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/locale"
)

// text writes the citation in words, in the order of the notes: who, when, what,
// where, and the address.
//
//	Ana Author and Ben Author (2023), <cite>A report, January to March 2023</cite>. Desk. https://…
//	Ana Author and Ben Author (2023), “Serbia”, in <cite>A report, January to March 2023</cite>. Desk. https://…
//	Desk (24 January 2017), “A story”, <cite>Site</cite>. https://…
//	Desk (no date), “About”, <cite>Site</cite>. https://…
func (c citation) text(l *locale.Locale) template.HTML {
	esc := template.HTMLEscapeString
	out := esc(l.List(c.Authors)) + " (" + esc(c.when(l)) + "), "
	last := c.Title // before the full stop
	switch {
	case c.In == "":
		out += "<cite>" + esc(c.Title) + "</cite>"
	case c.Kind == part:
		out += "“" + esc(inner(c.Title)) + "”, in <cite>" + esc(c.In) + "</cite>"
		last = c.In
	default:
		out += "“" + esc(inner(c.Title)) + "”, <cite>" + esc(c.In) + "</cite>"
		last = c.In
	}
	out += behind(last, ".", "")
	if c.Publisher != "" && !slices.Contains(c.Authors, c.Publisher) {
		out += " " + esc(c.Publisher) + behind(c.Publisher, ".", "")
	}
	if c.Address != "" {
		out += ` <span class="address">` + esc(c.Address) + `</span>`
	}
	return template.HTML(out)
}

// addressBehind is what follows an author's own words: the address, unless they name
// it. A link to the page itself does not, since paper has no links.
func (c citation) addressBehind(own template.HTML, plain string) template.HTML {
	_, bare, _ := strings.Cut(c.Address, "://")
	bare = template.HTMLEscapeString(strings.TrimSuffix(bare, "/"))
	if bare == "" || strings.Contains(string(own), bare) {
		return ""
	}
	return template.HTML(behind(plain, ".", "") + ` <span class="address">` + template.HTMLEscapeString(c.Address) + `</span>`)
}

// when is the date of a citation: the year of a report and its parts, the day of
// other pages.
func (c citation) when(l *locale.Locale) string {
	if c.Date == 0 {
		return "no date"
	}
	if c.Kind == leaf {
		return l.Date(c.Date)
	}
	year, _, _ := c.Date.Civil()
	return strconv.Itoa(year)
}

// inner is a title as it stands within quotation marks: its own become single.
func inner(title string) string {
	return strings.ReplaceAll(strings.ReplaceAll(title, "“", "‘"), "”", "’")
}
