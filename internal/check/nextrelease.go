package check

import "bulletin/internal/site"

// nextReleases reports the day of a next edition that is not after the newest one:
// nobody has set it since that came out.
func nextReleases(s *site.Site, r *Reporter) {
	day := s.Set.Site.NextRelease
	if day == 0 || len(s.Editions) == 0 || s.NextRelease() != 0 {
		return
	}
	newest := s.Editions[0]
	told := "was published on "
	if newest.Published() == 0 {
		told = "is of a period that ends on "
	}
	r.Report(s.Set.Site.NextReleasePos, len(day.String()), "write the day of the edition after that one, or take nextRelease out; until then no page shows it",
		"the next edition is announced for %s, but the newest one, %s, %s%s", s.Locale.Date(day), newest.ID, told, s.Locale.Date(newest.Released()))
}
