package render

import (
	"net/url"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// mostDataLinks is how many indicators a chart links by their names.
const mostDataLinks = 3

// dataLinks lead from a chart to the rows that it shows, on the pages of its
// indicators: to the first of them, and, where table.js runs, to those of its area
// or its period alone. A chart of very many leads to the list of all.
func (d *drawing) dataLinks(c *site.Chart) []Link {
	if d.paper || d.page.Kind == site.Indicator {
		return nil
	}
	type shown struct {
		first *data.Observation
		query url.Values
	}
	var order []*shown
	of := map[*data.Indicator]*shown{}
	for _, o := range c.Used {
		s, ok := of[o.Indicator]
		if !ok {
			s = &shown{o, url.Values{"area": {o.Area.ID}, "period": {o.Period.String()}}}
			of[o.Indicator] = s
			order = append(order, s)
		}
		if s.first.Area != o.Area {
			s.query.Del("area")
		}
		if s.first.Period != o.Period {
			s.query.Del("period")
		}
	}
	if len(order) > mostDataLinks {
		return []Link{{Text: d.count(len(order), "indicator", "indicators"), URL: d.link("/data/")}}
	}
	var links []Link
	for _, s := range order {
		address := d.link(site.IndicatorRoute(s.first.Indicator))
		if query := s.query.Encode(); query != "" {
			address += "?" + query
		}
		links = append(links, Link{Text: s.first.Indicator.Name, URL: address + "#" + site.CellID(s.first)})
	}
	return links
}
