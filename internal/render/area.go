package render

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

func (d *drawing) area() []byte {
	area := d.page.Area
	v := AreaView{Group: area.Group, Code: area.Code, Naming: area.Note, Facts: d.areaFacts(area), Data: Link{Text: "All data", URL: d.link("/data/")}}
	readings := d.site.Readings(area)
	if key := d.site.HeadlineOf(area, readings); key != nil {
		v.Key = d.readingFigure(key)
	}
	v.Locator = d.areaLocator(d.page.Title, d.outlined(area))
	for i := range readings {
		r := &readings[i]
		row := d.readingRow(r)
		row.Head = Link{Text: r.Indicator.Name, URL: d.cell(latest(r))}
		row.Detail = brokenDown(r, d.site)
		v.Rows, v.Dotted = append(v.Rows, row), v.Dotted || dotted(&r.Line)
	}
	if area.Group {
		v.Comparisons = d.comparisons(area)
	}
	about := d.site.About(area)
	for _, s := range []Shelf{
		{ID: "chapters", Title: "Chapters", Links: d.areaChapters(about.Chapters)},
		{ID: "snapshots", Title: "Monthly snapshots", Links: d.pageLinks(about.Snapshots)},
		{ID: "news", Title: "News", Links: d.pageLinks(about.Articles)},
		{ID: "regions", Title: "Regions", Links: d.pageLinks(about.Regions)},
	} {
		if len(s.Links) > 0 {
			s.Links, s.More = folded(s.Links, mostOnShelf)
			v.Shelves = append(v.Shelves, s)
		}
	}
	v.Files = d.areaFiles()
	v.Frame = d.frame(nil)
	v.NamingNotes = slices.DeleteFunc(v.NamingNotes, func(note string) bool { return area.Note != "" && note == area.Name+": "+area.Note }) // it stands above
	v.Description = d.areaDescription(area, readings)
	return d.execute("area", v)
}

// How many pages of a kind, and how many areas in a line, a page shows at once.
const (
	mostOnShelf = 6
	mostNamed   = 12
)

// folded parts a long list into what is shown and what stands in a disclosure; two
// more than most are not worth one.
func folded[T any](all []T, most int) (shown, more []T) {
	if len(all) <= most+2 {
		return all, nil
	}
	return all[:most], all[most:]
}

// latest is the observation of a reading that its row leads to.
func latest(r *site.Reading) *data.Observation {
	switch {
	case r.Now != nil:
		return r.Now
	case r.Gap != nil:
		return r.Gap
	}
	return r.First
}

// brokenDown names the dimensions of a reading: "also by age and sex".
func brokenDown(r *site.Reading, s *site.Site) string {
	var names []string
	for _, dimension := range r.By {
		names = append(names, lowerFirst(dimension.Name))
	}
	if len(names) == 0 {
		return ""
	}
	return "also by " + s.Locale.List(names)
}

// lowerFirst is a text with its first letter in lower case, unless it begins with
// capitals: "Age", but not "UN list".
func lowerFirst(s string) string {
	letters := []rune(s)
	if len(letters) == 0 || len(letters) > 1 && strings.ToLower(string(letters[1])) != string(letters[1]) {
		return s
	}
	return strings.ToLower(string(letters[0])) + string(letters[1:])
}

// areaFacts tell how an area belongs to others.
func (d *drawing) areaFacts(area *data.Area) []AreaFact {
	var all []AreaFact
	add := func(label string, ids []string) {
		fact := AreaFact{Label: label}
		for _, id := range ids {
			if other, ok := d.site.Set.Area(id); ok {
				fact.Areas = append(fact.Areas, d.areaLink(other))
			}
		}
		if len(fact.Areas) > 0 {
			fact.Areas, fact.More = folded(fact.Areas, mostNamed)
			all = append(all, fact)
		}
	}
	add("Members", area.Members)
	add("Covers", area.Covers)
	var groups, covering []string
	for _, other := range d.site.Set.Areas() {
		if slices.Contains(other.Members, area.ID) {
			groups = append(groups, other.ID)
		}
		if slices.Contains(other.Covers, area.ID) {
			covering = append(covering, other.ID)
		}
	}
	add("Groups", groups)
	add("Part of", covering)
	return all
}

// areaLink leads to the page of an area, if it has one.
func (d *drawing) areaLink(area *data.Area) Link {
	d.say(area.Name)
	l := Link{Text: area.Name}
	if p, ok := d.site.AreaPage(area); ok {
		l.URL = d.link(p.Route)
	}
	return l
}

// outlined are the areas whose outlines show where an area is: a group's members, what
// it covers, or itself.
func (d *drawing) outlined(area *data.Area) []*data.Area {
	if area.Code != "" {
		return []*data.Area{area}
	}
	var all []*data.Area
	for _, id := range slices.Concat(area.Members, area.Covers) {
		if other, ok := d.site.Set.Area(id); ok {
			all = append(all, other)
		}
	}
	return all
}

// areaLocator is the map of where some areas are; nil where none has an outline.
func (d *drawing) areaLocator(title string, areas []*data.Area) *LocatorView {
	return d.drawLocator(d.site.LocatorOf(title, areas))
}

// drawLocator draws a map of where areas are; nil gives nil.
func (d *drawing) drawLocator(spec *chart.Spec) *LocatorView {
	if spec == nil {
		return nil
	}
	var kept chart.Kept
	v := &LocatorView{ID: d.uniqueID("chart-locator"), Title: spec.Title, Alternative: kept.Alternative(spec)}
	var err error
	if v.Wide, v.Narrow, err = d.picture(spec, &kept, v.ID); err != nil {
		d.fail(fmt.Errorf("drawing the map of %s: %w", d.page.Route, err))
	}
	for _, row := range spec.Rows {
		d.say(row.Label)
	}
	return v
}

// areaChapters are links to chapters about the area, under the names of their editions.
func (d *drawing) areaChapters(pages []*site.Page) []Link {
	var all []Link
	for _, p := range pages {
		l := d.pageLink(p)
		d.site.Page(p.Edition.Page.Route) // its name is shown: a change of that is one of this page
		l.Text = d.partName(p.Edition.Page)
		if l.Detail = d.detail(p); p.Title != d.page.Area.Name {
			if l.Detail != "" {
				l.Detail = " · " + l.Detail
			}
			l.Detail = p.Title + l.Detail
		}
		d.say(l.Text, l.Detail)
		all = append(all, l)
	}
	return all
}

// areaDescription says in a sentence what the page holds.
func (d *drawing) areaDescription(area *data.Area, readings []site.Reading) string {
	what := "figures and reports"
	if len(readings) > 0 {
		what = d.count(len(readings), "indicator", "indicators") + " over all periods, reports and data"
	}
	return area.Name + ": " + what + "."
}
