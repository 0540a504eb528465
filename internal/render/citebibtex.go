package render

import (
	"fmt"
	"strings"
)

// bibtex writes the citation of an edition, a part of one or a snapshot as an
// entry that BibTeX and biber read alike; "" for other pages, which have no type
// that both know.
//
// Reports are @techreport, which biblatex takes for its own @report and BibTeX's
// styles know; parts are @incollection. Dates are year and month, in the form
// that both accept, and one that is not known is left out: both say so by
// themselves. Values are UTF-8, in two pairs of braces, so that no style changes
// capitals and no "and" splits an organisation's name. Fields that BibTeX does
// not know (version, url) it passes over.
func (c citation) bibtex(isOrganisation func(string) bool) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			b.WriteString("  " + name + " = " + value + ",\n")
		}
	}
	names := make([]string, len(c.Authors))
	for i, a := range c.Authors {
		names[i] = latex(a)
		if isOrganisation(a) || strings.Contains(a, ",") { // "others" is one: a single word
			names[i] = "{" + names[i] + "}"
		}
	}
	switch c.Kind {
	case report, snapshot:
		b.WriteString("@techreport{" + c.Key + ",\n")
	case part:
		b.WriteString("@incollection{" + c.Key + ",\n")
	case leaf:
		return ""
	}
	field("author", "{"+strings.Join(names, " and ")+"}")
	field("title", braced(c.Title))
	switch c.Kind {
	case report:
		field("institution", braced(c.Publisher))
		field("type", braced("Report"))
	case snapshot:
		field("institution", braced(c.Publisher))
		field("type", braced("Snapshot"))
	default:
		field("booktitle", braced(c.In))
		field("publisher", braced(c.Publisher))
	}
	field("address", braced(c.Place))
	if c.Date != 0 {
		year, month, _ := c.Date.Civil()
		field("year", fmt.Sprintf("{%d}", year))
		field("month", [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}[month-1])
	}
	field("version", braced(c.Version))
	if c.Address != "" { // both leave it as it is; url.URL escapes braces
		field("url", "{"+c.Address+"}")
	}
	b.WriteString("}\n")
	return b.String()
}

func braced(value string) string {
	if value == "" {
		return ""
	}
	return "{{" + latex(value) + "}}"
}

// latex escapes what LaTeX or BibTeX read as more than a letter. Braces become
// commands: BibTeX counts them even behind a backslash.
func latex(text string) string {
	if !strings.ContainsAny(text, `&%$#_{}~^\<>|`) { // mostly: a replacer takes long to make
		return text
	}
	return strings.NewReplacer(
		`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`,
		`{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `\`, `\textbackslash{}`,
		`<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`,
	).Replace(text)
}
