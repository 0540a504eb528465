package site

import (
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// addDocuments makes a page for every document that is to be published.
func (a *assembly) addDocuments(documents []*content.Document) {
	drafts := map[string]bool{} // editions whose opening page is a draft: their sections are drafts too
	for _, d := range documents {
		if d.Kind == content.Report && d.Draft {
			drafts[d.Edition] = true
		}
	}
	a.drafts = map[draftOf]string{}
	for _, d := range documents {
		if (d.Draft || drafts[d.Edition]) && !a.config.Drafts {
			switch {
			case d.Kind == content.Report:
				a.drafts[draftOf{d.Edition, ""}] = d.File
			case d.Section != nil && d.Section.Area.Value != "":
				a.drafts[draftOf{d.Edition, d.Section.Area.Value}] = d.File
			}
			continue
		}
		p := &Page{Kind: kindOf(d), Route: routeOf(d.File), Document: d}
		switch {
		case d.Report != nil:
			p.Period = periodOr(d.Report.Period, d.Edition)
		case d.Snapshot != nil:
			p.Period = periodOr(d.Snapshot.Period, d.Slug)
			p.Area = a.onlyArea(d.Snapshot.Areas)
		case d.Region != nil:
			p.Area = a.onlyArea(d.Region.Areas)
		}
		a.add(p)
	}
	if _, ok := a.routes["/"]; !ok {
		a.add(&Page{Kind: Home, Route: "/"})
	}
	a.placeRecords(documents)
}

// IsDraft tells whether the page is a draft, or belongs to an edition that is one, or that
// is looked at as if it were: it
// is there only because drafts were asked for.
func (p *Page) IsDraft() bool {
	if p.Document != nil && p.Document.Draft {
		return true
	}
	return p.Edition != nil && (p.Edition.Pending || p.Edition.Page.Document.Draft)
}

// periodOr is the period of the front matter or, where that was refused, the
// one that the file or folder is named after, for the figures that need one.
func periodOr(p period.Period, name string) period.Period {
	if p.IsZero() {
		p, _ = period.Parse(strings.ToUpper(name))
	}
	return p
}

func kindOf(d *content.Document) Kind {
	switch d.Kind {
	case content.Home:
		return Home
	case content.Report:
		return Report
	case content.Section:
		if d.Section != nil && d.Section.Area.Value != "" {
			return Chapter
		}
		return Section
	case content.Snapshot:
		return Snapshot
	case content.Article:
		return Article
	case content.Region:
		return Region
	}
	return Standing
}

// add gives a page its route, unless another page has it.
func (a *assembly) add(p *Page) {
	other, taken := a.routes[p.Route]
	if taken {
		a.contested[p.Route] = true
	}
	if taken && p.Document == nil && other.Document != nil {
		a.problems.Errorf(other.Pos(), 0, "route", "rename the file", "the address %s is that of %s", p.Route, p.source())
		return
	}
	if taken {
		a.problems.Errorf(p.Pos(), 0, "route", "rename one of the two files",
			"the address %s is already that of %s", p.Route, other.source())
		return
	}
	a.routes[p.Route] = p
	a.Pages = append(a.Pages, p)
	if p.Document != nil {
		a.files[p.Document.File] = p
	}
}

// source says in words where a page comes from.
func (p *Page) source() string {
	if p.Document != nil {
		return p.Document.File
	}
	return "a page that Bulletin makes"
}

// onlyArea is the area of a page that is about exactly one; each unknown id is
// a problem.
func (a *assembly) onlyArea(ids []content.Scalar) (only *data.Area) {
	for _, id := range ids {
		area := a.area(id)
		if len(ids) == 1 {
			only = area
		}
	}
	return only
}

// area looks an id of the front matter up; an unknown one is a problem.
func (a *assembly) area(id content.Scalar) *data.Area {
	if area, ok := a.Set.Area(id.Value); ok {
		return area
	}
	known := make([]string, 0, len(a.Set.Areas()))
	for _, area := range a.Set.Areas() {
		known = append(known, area.ID)
	}
	if strings.Contains(id.Value, ",") {
		a.problems.Errorf(id.Pos, id.Len, "unknown-name", "a list stands in brackets: ["+id.Value+"]", "unknown area %q", id.Value)
		return nil
	}
	a.unknown("area", id, known, "data/areas.yaml")
	return nil
}

// unknown reports a name that stands for nothing, with the known one that is
// nearest, or the file that lists them.
func (a *assembly) unknown(what string, id content.Scalar, known []string, file string) {
	a.problems.Errorf(id.Pos, id.Len, "unknown-name", diag.DidYouMean(id.Value, known, "look into "+file+" for those there are"),
		"unknown %s %q", what, id.Value)
}

// base is the period that an edition compares itself with.
func (a *assembly) base(compare content.Scalar, now period.Period) period.Period {
	switch compare.Value {
	case "", "year-before":
		return now.YearBefore()
	case "previous":
		return now.Previous()
	}
	p, err := period.Parse(compare.Value)
	if err != nil {
		a.problems.Errorf(compare.Pos, compare.Len, "front-matter", "write year-before, previous or a period such as 2022-Q1",
			"compare: %q is no period: %v", compare.Value, err)
		return now.YearBefore()
	}
	return p
}

// parentRoute is the route of the folder that a route lies in.
func parentRoute(route string) string {
	trimmed := strings.TrimSuffix(route, "/")
	return trimmed[:strings.LastIndexByte(trimmed, '/')+1]
}
