package render

import (
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// mostCorrected is how many corrected values a banner names: their list is elsewhere.
const mostCorrected = 2

// CorrectionView says on top of a page of an edition that values were revised since the
// edition was published, also where the page itself shows none of them.
type CorrectionView struct {
	Date, ISODate string      // of the newest
	Count         string      // "2 published values"
	One           bool        // there is only one
	Values        []Corrected // some of them, the newest first
	More          string      // "3 more"; empty where all are named
	All           Link        // to the list of all
}

// Corrected is a value that was revised, as the edition had it and as it is.
type Corrected struct {
	Cell     string // "Montenegro, first quarter of 2023, new arrivals"
	Was, Now string // "868"; "no figure" where there was, or is, none
	Back     bool   // it is again what it was, after it had been something else
}

// ReleaseView is the day of the next edition.
type ReleaseView struct{ Date, ISODate string }

// correction is the banner of the edition that the page is of, or nil.
func (d *drawing) correction() *CorrectionView {
	e := d.page.Edition
	if e == nil {
		return nil
	}
	cells := d.corrected(e)
	if len(cells) == 0 {
		return nil
	}
	day := cells[0].last.Date
	v := &CorrectionView{
		Date: d.site.Locale.Date(day), ISODate: day.String(), One: len(cells) == 1,
		Count: d.count(len(cells), "published value", "published values"),
	}
	for _, c := range cells[:min(len(cells), mostCorrected)] {
		of := c.of.Observation
		one := Corrected{
			Cell: cellWords(d.site, of), Was: d.site.Printed(of.Indicator, c.first.Was), Now: d.site.Printed(of.Indicator, c.last.Now),
			Back: c.first.Was.Same(c.last.Now),
		}
		d.say(one.Cell)
		v.Values = append(v.Values, one)
	}
	if more := len(cells) - len(v.Values); more > 0 {
		v.More = d.count(more, "more", "more")
	}
	if p, ok := d.site.Page(site.RevisionsRoute); ok {
		v.All = Link{Text: "What changed, and why", URL: d.link(p.Route)}
		if p.Kind == site.Revisions {
			v.All.URL += "#" + site.RevisionDayID(day)
		}
	}
	return v
}

// corrected is a cell of an edition with its first and its last correction.
type corrected struct {
	of          site.Revised
	first, last *data.Revision
}

// corrected lists the cells that were corrected, that of the newest correction first,
// each once, also where it was set right in several steps.
func (d *drawing) corrected(e *site.Edition) []corrected {
	var cells []corrected
	places := map[data.Cell]int{}
	for _, r := range d.site.Corrected(e) { // the newest first
		if at, ok := places[r.Cell]; ok {
			cells[at].first = r
			continue
		}
		if of, ok := d.site.RevisedBy(r); ok {
			places[r.Cell] = len(cells)
			cells = append(cells, corrected{of, r, r})
		}
	}
	return cells
}

// nextRelease is the day of the next edition, or nil.
func (d *drawing) nextRelease() *ReleaseView {
	day := d.site.NextRelease()
	if day == 0 {
		return nil
	}
	return &ReleaseView{Date: d.site.Locale.Date(day), ISODate: day.String()}
}
