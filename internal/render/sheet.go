package render

import (
	"slices"
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/site"
)

// sheet is a chart as it stands alone, with what a reader must know who sees
// nothing else of the site: note, remarks, sources, and where it comes from.
func sheet(s *site.Site, p *site.Page, c *site.Chart) *chart.Sheet {
	var foot []string
	if note := c.Note.Marked(); note != "" {
		foot = append(foot, note)
	}
	foot = append(foot, c.Remarks...)
	if names := publishers(c); len(names) > 0 {
		foot = append(foot, sourceWord(len(names))+": "+strings.Join(names, "; "))
	}
	from := s.Set.Site.Title
	if address := shortAddress(s, p.Route); address != "" {
		from += " · " + address
	}
	return &chart.Sheet{Spec: c.Spec, Foot: append(foot, from)}
}

// publishers are those behind a chart, each once.
func publishers(c *site.Chart) []string {
	var names []string
	for _, o := range c.Used {
		if o.Source != nil && !slices.Contains(names, o.Source.Publisher) {
			names = append(names, o.Source.Publisher)
		}
	}
	return names
}

func sourceWord(n int) string {
	if n == 1 {
		return "Source"
	}
	return "Sources"
}

// shortAddress is the address of a route as people write it, or "" when the
// site has none: "example.org/report/2023-q1".
func shortAddress(s *site.Site, route string) string {
	_, address, _ := strings.Cut(s.Absolute(route), "://")
	return strings.TrimSuffix(address, "/")
}
