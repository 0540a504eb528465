package site

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// Version names the state of the figures that the edition shows: the first 8 hex
// digits of the SHA-256 of its cells, one a line, each with its value, status and
// the key of its source. Another value gives another version; words do not, and
// neither do cells that the edition does not show. It is "" where none is shown.
func (e *Edition) Version() string {
	shown := e.Shown()
	if len(shown) == 0 {
		return ""
	}
	var lines strings.Builder
	for _, o := range shown {
		c, source := o.Cell(), ""
		if o.Source != nil {
			source = o.Source.Key
		}
		// No part can hold a line end or a tab: ids, periods, numbers and keys have none.
		for _, part := range []string{c.Indicator, c.Area, c.Period.String(), c.Categories, data.PrintedOf(o).String(), o.Status.String()} {
			lines.WriteString(part)
			lines.WriteByte('\t')
		}
		lines.WriteString(source)
		lines.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(lines.String()))
	return hex.EncodeToString(sum[:4])
}

// Dated is the day of that state: the latest of the days on which the edition was
// published and updated, and of the revisions of what it shows; 0 without any.
func (e *Edition) Dated() period.Day {
	day := max(e.Published(), e.Updated())
	for _, r := range e.Revisions() {
		day = max(day, r.Revision.Date)
	}
	return day
}

// Revisions lists the revisions that the pages of the edition tell of, each once,
// the newest first.
func (e *Edition) Revisions() []Revised {
	all := e.Page.Revisions()
	for _, section := range e.Sections {
		for _, r := range section.Revisions() {
			if !slices.ContainsFunc(all, func(known Revised) bool { return known.Revision == r.Revision }) {
				all = append(all, r)
			}
		}
	}
	newestFirst(all)
	return all
}

// Published is the day on which the edition was published; 0 without one.
func (e *Edition) Published() period.Day {
	if e.Page.Document.Report == nil {
		return 0
	}
	return e.Page.Document.Report.Published
}

// Updated is the day of the last change of the edition's words; 0 without one.
func (e *Edition) Updated() period.Day {
	if e.Page.Document.Report == nil {
		return 0
	}
	return e.Page.Document.Report.Updated
}
