package largesite

import (
	"fmt"
	"strings"
)

// source is a document that values come from, or that texts cite.
type source struct {
	key, publisher, title, issued, url, covers string
}

// dataSource is the one of a desk, a region and a year, which has their values.
func dataSource(d, region, year int) source {
	desk, place := desks[d], regions[region]
	key := fmt.Sprintf("%s-%s-%d", desk.id, place.id, year)
	return source{
		key: key, publisher: desk.publisher, title: fmt.Sprintf("%s in %s: monthly figures %d", desk.name, place.name, year), issued: fmt.Sprint(year + 1),
		url: "https://figures.example.net/" + key + ".csv", covers: fmt.Sprintf("[%d-01..%d-12]", year, year),
	}
}

// reportSource is a report that texts cite, the nth of all.
func reportSource(n int) source {
	desk := desks[n%len(desks)]
	title := reports[n/len(desks)]
	key := fmt.Sprintf("%s-report-%d", desk.id, n/len(desks)+1)
	return source{key: key, publisher: desk.publisher, title: title + ": " + strings.ToLower(desk.name), issued: fmt.Sprint(2014 + n%9), url: "https://reports.example.net/" + key + ".pdf"}
}

// anySource is one that the page may cite: a report, or the data of its year.
func (a *author) anySource() source {
	if a.below(3) > 0 {
		return reportSource(a.below(len(desks) * len(reports)))
	}
	return dataSource(a.desk, a.below(a.regionCount()), a.month.year())
}

// regionCount is how many regions the countries of the site are in.
func (s Shape) regionCount() int { return (s.Countries + regionSize - 1) / regionSize }

// deskCount is how many desks have editions.
func (s Shape) deskCount() int { return min(len(desks), s.editionCount()) }

// sources are all, in the order of their registry.
func (w *world) sources() []source {
	var all []source
	for n := range len(desks) * len(reports) {
		all = append(all, reportSource(n))
	}
	for d := range w.deskCount() {
		for region := range w.regionCount() {
			for year := w.first.year(); year <= lastMonth.year(); year++ {
				all = append(all, dataSource(d, region, year))
			}
		}
	}
	return all
}
