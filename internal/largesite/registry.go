package largesite

import (
	"fmt"
	"strings"
)

const siteFile = `title: Large Bulletin
description: A site that was made to measure generators. All its values are invented.
language: en
baseURL: "https://example.org/"
publisher:
  name: Desk of invented figures
  address: Example Street 1, 10000 Example
  email: desk@example.org
  url: "https://example.org/"
accent: "#1f5fa8"
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
thresholds: {small_base: 100, small_count: 5}
`

const dimensionsFile = `age:
  name: Age
  categories:
    children: Children
    adults: Adults
`

// areasFile lists the countries and their groups.
func (w *world) areasFile() string {
	var b strings.Builder
	b.WriteString("areas:\n")
	for _, c := range countries[:w.Countries] {
		fmt.Fprintf(&b, "  - {id: %s, name: %s, code: %s}\n", c.id, c.name, c.code)
	}
	b.WriteString("groups:\n")
	for region := range w.regionCount() {
		var ids []string
		from, to := members(region, w.Countries)
		for _, c := range countries[from:to] {
			ids = append(ids, c.id)
		}
		fmt.Fprintf(&b, "  - {id: %s, name: %s, members: [%s]}\n", regions[region].id, regions[region].name, strings.Join(ids, ", "))
	}
	return b.String()
}

// indicatorsFile lists what the desks count.
func (w *world) indicatorsFile() string {
	var b strings.Builder
	for _, d := range desks[:w.deskCount()] {
		for _, i := range d.indicators {
			measure, add := "flow", "all"
			if i.stock {
				measure, add = "stock", "areas"
			}
			fmt.Fprintf(&b, "- id: %s\n  name: %s\n  unit: {one: %s, other: %s}\n  measure: %s\n  add: %s\n  definition: %s\n\n", i.id, i.name, i.one, i.other, measure, add, i.definition)
		}
	}
	return b.String()
}

// sourcesFile is the registry of sources.
func (w *world) sourcesFile() string {
	var b strings.Builder
	for _, s := range w.sources() {
		fmt.Fprintf(&b, "%s:\n  publisher: %s\n  title: %s\n  issued: %s\n  URL: %q\n", s.key, s.publisher, quoted(s.title), s.issued, s.url)
		if s.covers != "" {
			fmt.Fprintf(&b, "  covers: %s\n", s.covers)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// observationsFile has the values of a desk in a month.
func (w *world) observationsFile(d int, m month) string {
	var b strings.Builder
	fmt.Fprintf(&b, "period: %s\nobservations:\n", m.id())
	for i, ind := range desks[d].indicators {
		for region := range w.regionCount() {
			fmt.Fprintf(&b, "  - indicator: %s\n    source: %s\n    values:\n", ind.id, dataSource(d, region, m.year()).key)
			from, to := members(region, w.Countries)
			for c := from; c < to; c++ {
				if v := w.value(d, i, c, m); ind.ages {
					n := w.children(d, i, c, m)
					fmt.Fprintf(&b, "      %s: {value: %d, complete: true, by: {age: {children: %d, adults: %d}}}\n", countries[c].id, v, n, v-n)
				} else {
					fmt.Fprintf(&b, "      %s: %d\n", countries[c].id, v)
				}
			}
		}
	}
	return b.String()
}
