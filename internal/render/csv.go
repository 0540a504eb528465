package render

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"strings"
	"sync"
	"unicode/utf8"

	"bulletin/internal/data"
	sheets "bulletin/internal/sheet" // sheet is that of a chart here
	"bulletin/internal/site"
)

// byteOrderMark tells Excel that a file is UTF-8, which it else takes for the
// machine's own code page; other readers of CSV skip it.
const byteOrderMark = "\ufeff"

// figures are the observations that a chart or table shows, one a row, as a CSV
// file after RFC 4180: commas, CRLF, a head. Values are exact decimals as the
// data has them, periods and statuses its own codes. What the chart computes (a
// change, a remainder) is not in it, what it computes that from is; so are gaps,
// without a value. A value revised since publication has the day of its last
// revision behind it.
func figures(s *site.Site, c *site.Chart) []byte {
	t, ok := csvTexts.Get().(*csvText)
	if !ok {
		t = new(csvText)
		t.room = bufio.NewWriter(&t.out)
	}
	defer csvTexts.Put(t)
	t.out.Reset()
	t.out.WriteString(byteOrderMark)
	w := csv.NewWriter(t.room) // which it takes as it is
	w.UseCRLF = true
	row := []string{"indicator", "area", "code", "period", "category", "value", "unit", "status", "source", "note", "revised"}
	_ = w.Write(row) // a bytes.Buffer does not fail
	written := map[*data.Observation]bool{}
	var from *data.Source // that of the last row
	source := ""
	for o := range c.Observations() {
		if written[o] {
			continue
		}
		written[o] = true
		value, unit, revised := "", o.Indicator.Unit.Other, ""
		if all := c.Page.RevisionsOf(o); len(all) > 0 {
			revised = all[len(all)-1].Date.String()
		}
		switch {
		case o.HasValue:
			value = o.Value.String()
			if o.Indicator.Measure == data.Share || o.Indicator.Measure == data.Change {
				unit = "%"
			}
		case o.HasShare:
			value, unit = o.Share.String(), "% of the total"
		}
		var steps []string
		for _, step := range o.Path {
			steps = append(steps, categoryWords(s, step))
		}
		if o.Source != from {
			from, source = o.Source, cellText(sourceText(o.Source))
		}
		row = append(row[:0],
			cellText(o.Indicator.Name), cellText(o.Area.Name), cellText(o.Area.Code), o.Period.String(), cellText(strings.Join(steps, ", ")),
			value, cellText(unit), o.Status.String(), source, cellText(o.Note), revised,
		)
		_ = w.Write(row)
	}
	w.Flush()
	return bytes.Clone(t.out.Bytes())
}

// csvText is what a file is written in. There are many, and most are small.
type csvText struct {
	out  bytes.Buffer
	room *bufio.Writer
}

// csvTexts are those that nobody uses now.
var csvTexts sync.Pool

// sourceText is a source in one line: publisher, title, date, address.
func sourceText(s *data.Source) string {
	if s == nil {
		return ""
	}
	parts := []string{s.Publisher, s.Title}
	for _, more := range []string{s.Issued, s.URL} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return strings.Join(parts, ", ")
}

// cellText is a text on one line that no spreadsheet takes for a formula
// ([sheets.Guard]). Tabs and line ends become spaces.
func cellText(text string) string {
	if harmless(text) {
		return text
	}
	return mended(text)
}

// mended is cellText of any text.
func mended(text string) string { return sheets.Guard(strings.Join(strings.Fields(text), " ")) }

// harmless tells whether a text is on one line and begins no formula, as most are:
// plain letters, digits and marks, without two spaces in a row.
func harmless(text string) bool {
	if text != "" && strings.IndexByte("=+-@'\"", text[0]) >= 0 {
		return false
	}
	last := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c == ';' || c >= utf8.RuneSelf || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' ' || text == ""
}
