package render

import (
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// modified is the day on which a page was last changed, as front matter and data tell
// it: that of its words, or of the newest revision of a value that it shows. It is 0
// where nobody said: a build is no change. The page has been open.
func modified(s *site.Site, p *site.Page) period.Day {
	switch p.Kind {
	case site.Report, site.Section, site.Chapter, site.Print: // each tells of the edition's corrections
		if p.Edition == nil {
			return 0
		}
		day := max(p.Edition.Published(), p.Edition.Updated())
		if all := s.Corrected(p.Edition); len(all) > 0 {
			day = max(day, all[0].Date)
		}
		return day
	case site.Snapshot, site.Article, site.Region:
		return max(dated(p), p.LastRevised())
	case site.Indicator:
		return s.IndicatorDays(p.Indicator).Last
	case site.DataIndex:
		return s.DataDays().Last
	}
	return p.LastRevised()
}

// changed is the same for the list of all pages, where lists have the day of the newest
// page that they lead to.
func changed(s *site.Site, p *site.Page) period.Day {
	day := modified(s, p)
	newest := func(pages ...*site.Page) {
		for _, entry := range pages {
			day = max(day, modified(s, entry))
		}
	}
	newest(p.Entries...)
	switch p.Kind {
	case site.Home:
		for _, e := range s.Editions {
			newest(e.Page)
		}
		newest(s.Snapshots...)
		newest(s.Articles...)
	case site.Revisions:
		return max(day, s.DataDays().Last)
	}
	if p.Area != nil && p.Edition == nil { // a page about an area
		day = max(day, s.AreaDays(p.Area).Last)
		for _, e := range s.Editions {
			if chapter, ok := e.Chapter(p.Area.ID); ok {
				newest(chapter)
			}
		}
	}
	return day
}
