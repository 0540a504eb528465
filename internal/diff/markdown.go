package diff

import (
	"fmt"
	"strings"

	"bulletin/internal/diag"
)

// GitHub takes comments of up to 65,536 characters; the one who posts may add a
// line. mostQuoted bounds each text that people wrote.
const (
	mostMarkdown = 65_000
	mostQuoted   = 400
)

// markdown is the result as a comment, of at most so many bytes. What matters
// most stands first and is cut last: claims that do not hold any more, then the
// observations, then the places that show them.
func markdown(r *Result, most int) string {
	m := &markdownWriter{most: most}
	switch same := "No observation of " + quote(r.After) + " differs from " + quote(r.Before) + "."; {
	case len(r.Changes) == 0 && len(r.Definitions) == 0 && ledger(r) != "":
		m.paragraph("### Figures: revisions and records", same)
	case len(r.Changes) == 0 && len(r.Definitions) == 0:
		m.paragraph("No figure changes.", same)
	case len(r.Changes) == 0:
		m.paragraph("### Figures: other definitions", same)
	default:
		m.paragraph("### Figures: "+counted(r), "Compared with "+quote(r.Before)+": "+consequences(r)+".")
	}
	if l := ledger(r); l != "" {
		m.paragraph(l + ".")
	}
	if c := caveat(r); c != "" {
		m.paragraph("Note: " + quote(c) + ".")
	}
	m.broken(r, most/3)
	m.observations(r, most*2/3)
	m.definitions(r.Definitions, most*3/4)
	m.revisions(r.Revisions, most*4/5)
	m.records(r.Records, most*4/5)
	m.places(r)
	return m.text.String()
}

type markdownWriter struct {
	text strings.Builder
	most int
}

// quote is what people wrote, short enough and without effect.
func quote(text string) string { return diag.Markdown(diag.Shortened(text, mostQuoted)) }

func (m *markdownWriter) paragraph(lines ...string) {
	for _, line := range lines {
		m.text.WriteString(line + "\n\n")
	}
}

// room is kept for what closes a list.
const room = 200

// list writes items until the text has so many bytes, and counts the rest.
func (m *markdownWriter) list(upTo int, items []string, more func(n int) string) {
	for i, item := range items {
		if m.text.Len()+len(item)+room > min(upTo, m.most) {
			m.text.WriteString(more(len(items) - i))
			break
		}
		m.text.WriteString(item)
	}
	m.text.WriteByte('\n')
}

// table writes rows under a head.
func (m *markdownWriter) table(upTo int, head []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	line := func(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }
	m.text.WriteString(line(head) + "|" + strings.Repeat(" --- |", len(head)) + "\n")
	var items []string
	for _, row := range rows {
		items = append(items, line(row))
	}
	m.list(upTo, items, func(n int) string {
		cells := make([]string, len(head))
		cells[0] = fmt.Sprintf("and %d more", n)
		return line(cells)
	})
}

// broken is the claims and figures that the change breaks, and the published values
// that it changes without a reason.
func (m *markdownWriter) broken(r *Result, upTo int) {
	var rows [][]string
	for _, b := range r.Broken() {
		rows = append(rows, []string{quote(b.Place.PageTitle), place(b.Pos), quote(b.Message)})
	}
	for _, f := range r.Missing() {
		rows = append(rows, []string{quote(f.Place.PageTitle), place(f.Pos), quote("{{ "+f.Source+" }}") + " has no value any more"})
	}
	for _, c := range r.Silent() {
		pos := c.Now().Pos
		rows = append(rows, []string{"Data", place(diag.Pos{File: pos.File, Line: pos.Line}), quote(c.Name + " was " + c.Published.words())})
	}
	if len(rows) > 0 {
		m.paragraph("**To be put right**")
		m.table(upTo, []string{"Page", "Place", "Problem"}, rows)
	}
}

// place is a place in a file.
func place(pos diag.Pos) string {
	name := quote(pos.File)
	return "<code>" + name + strings.TrimPrefix(pos.String(), pos.File) + "</code>"
}

// observations is the table of what was added, changed and withdrawn.
func (m *markdownWriter) observations(r *Result, upTo int) {
	var rows [][]string
	for _, c := range r.Changes {
		var also []string
		for _, d := range c.details() {
			also = append(also, d.what+": "+quote(d.before)+" → "+quote(d.after))
		}
		if c.Published != nil && !c.Published.Silent {
			also = append(also, quote(c.Published.words()))
		}
		if c.Kind != Changed {
			also = append(also, string(c.Kind))
		}
		rows = append(rows, []string{quote(c.Name), quote(c.Was), quote(c.Is), strings.Join(also, "; "), place(diag.Pos{File: c.Now().Pos.File, Line: c.Now().Pos.Line})})
	}
	m.table(upTo, []string{"Observation", "Before", "After", "What else", "Data"}, rows)
}

func (m *markdownWriter) definitions(all []Definition, upTo int) {
	var rows [][]string
	for _, d := range all {
		rows = append(rows, []string{quote(d.Indicator), d.Key, quote(d.Before), quote(d.After)})
	}
	if len(rows) > 0 {
		m.paragraph("**Indicators that read otherwise**")
		m.table(upTo, []string{"Indicator", "Key", "Before", "After"}, rows)
	}
}

func (m *markdownWriter) revisions(all []*RevisionChange, upTo int) {
	var rows [][]string
	for _, c := range all {
		row := []string{quote(c.Name), string(c.Kind), "", ""}
		if c.Before != nil {
			row[2] = quote(entered(c.Before))
		}
		if c.After != nil {
			row[3] = quote(entered(c.After))
		}
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		m.paragraph("**Revisions of published values**")
		m.table(upTo, []string{"Value", "Revision", "Before", "After"}, rows)
	}
}

func (m *markdownWriter) records(all []RecordChange, upTo int) {
	var rows [][]string
	for _, c := range all {
		rows = append(rows, []string{quote(c.Edition), c.counted("value")})
	}
	if len(rows) > 0 {
		m.paragraph("**Records of what editions have published**")
		m.table(upTo, []string{"Edition", "Record"}, rows)
	}
}

// places lists what shows the observations, folded away.
func (m *markdownWriter) places(r *Result) {
	var items []string
	for _, c := range r.Changes {
		for i, p := range c.Places {
			item := ""
			if i == 0 {
				item = "\n**" + quote(c.Name) + "**\n\n"
			}
			items = append(items, item+p.markdown())
		}
	}
	if len(items) == 0 {
		return
	}
	m.text.WriteString("<details><summary>The places that show them</summary>\n")
	m.list(m.most, items, func(n int) string { return fmt.Sprintf("- and %d more\n", n) })
	m.text.WriteString("</details>\n")
}

// markdown is a place as an item of a list. It begins with a word of ours, since
// a title such as "1. May" would begin another list.
func (p Place) markdown() string {
	item := fmt.Sprintf("- %s, %s, %s", p.Kind.called(), quote(p.PageTitle), place(p.Pos))
	switch {
	case p.Gone:
		item += "<br>before: " + quote(p.Before) + "<br>now gone"
	case p.New:
		item += "<br>new: " + quote(p.After)
	case p.Before == p.After:
		item += "<br>as before: " + quote(p.After)
	default:
		item += "<br>before: " + quote(p.Before) + "<br>after: " + quote(p.After)
	}
	for _, c := range p.Claims {
		if c.Fails() {
			item += "<br>" + verdict(c) + ": " + quote(c.Message)
		}
	}
	if p.Empty {
		item += "<br>shows nothing any more"
	}
	return item + "\n"
}
