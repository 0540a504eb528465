package render

import (
	"slices"

	"bulletin/internal/data"
)

func (d *drawing) areas() []byte {
	var v AreasView
	var coded, others []*data.Area
	for _, area := range d.site.Set.Areas() {
		p, ok := d.site.AreaPage(area)
		switch {
		case !ok || !slices.Contains(d.page.Entries, p):
		case area.Group:
			v.Groups = append(v.Groups, d.groupCard(area))
		case area.Code != "":
			coded = append(coded, area)
		default:
			others = append(others, area)
		}
	}
	title := "Areas by name"
	if len(coded) > 0 { // places on a map, before what else publishers count by
		v.Lists = append(v.Lists, d.areaTable("by-name", title, coded, &v))
		title = "Other areas"
	}
	if len(others) > 0 {
		v.Lists = append(v.Lists, d.areaTable("others", title, others, &v))
	}
	v.Locator = d.areaLocator(d.site.Set.Site.Title, coded)
	v.Frame = d.frame(nil)
	v.Description = "Every area that " + d.site.Set.Site.Title + " has figures or reports on."
	return d.execute("areas", v)
}

// areaTable is a list of areas by name with their most telling figures.
func (d *drawing) areaTable(id, title string, areas []*data.Area, v *AreasView) AreaList {
	list := AreaList{ID: id, Title: title}
	slices.SortStableFunc(areas, func(x, y *data.Area) int { return d.site.Locale.Compare(x.Name, y.Name) })
	for i, r := range d.site.Headlines(areas) {
		row := ReadingRow{
			Now:    AreaEnd{Value: Cell{Text: "no figure", Numeric: true, Missing: true}},
			Before: AreaEnd{Value: Cell{Text: "no figure", Numeric: true, Missing: true}},
			Change: Cell{Text: "no comparison", Numeric: true, Missing: true},
		}
		if r != nil {
			row = d.readingRow(r)
			row.Detail = r.Indicator.Name
			v.Dotted = v.Dotted || dotted(&r.Line)
		}
		row.Head = d.areaLink(areas[i])
		list.Rows = append(list.Rows, row)
	}
	return list
}

// groupCard is a group in the list.
func (d *drawing) groupCard(group *data.Area) GroupCard {
	card := GroupCard{Link: d.areaLink(group), Detail: d.count(len(group.Members), "area", "areas")}
	for _, id := range group.Members {
		if member, ok := d.site.Set.Area(id); ok {
			card.Members = append(card.Members, d.areaLink(member))
		}
	}
	shown, more := folded(card.Members, mostNamed)
	if card.Members = shown; len(more) > 0 {
		card.More = "and " + d.number(len(more)) + " more"
	}
	return card
}
