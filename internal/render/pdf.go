package render

import (
	"fmt"

	"bulletin/internal/decimal"
	"bulletin/internal/site"
)

// pdf is the link to the edition as a PDF, nil where there is none.
func (d *drawing) pdf(e *site.Edition) *Download {
	p := e.PDF()
	if p == nil {
		return nil
	}
	size := fileSize(d.site.Locale, p.Size)
	switch {
	case p.Pages == 1:
		size += ", 1\u00a0page"
	case p.Pages > 1:
		size += fmt.Sprintf(", %s\u00a0pages", d.site.Locale.Number(decimal.FromInt(int64(p.Pages))))
	}
	return &Download{Kind: "PDF", What: "of “" + e.Page.Title + "”", URL: d.link(p.Route), Name: e.ID + ".pdf", Size: size}
}
