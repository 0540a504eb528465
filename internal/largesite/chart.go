package largesite

import (
	"fmt"
	"strings"
)

// drawing is a chart: the fields of its block, and its title in the form of the
// page's generator.
type drawing struct {
	kind   string
	fields string
	title  string
}

// chartKinds are as often as reports have them.
var chartKinds = []string{
	"line", "line", "line", "line", "line", "line", "line", "line", "line", "line",
	"bar", "bar", "bar", "bar", "bar", "bar", "bar", "bar", "bar",
	"dumbbell", "dumbbell", "change", "change", "stacked", "stacked", "multiples", "multiples", "donut", "donut", "map",
}

// chart draws an indicator of the page's country, among others.
func (a *author) chart() string {
	i := a.below(len(desks[a.desk].indicators))
	kind := pick(a.dice, chartKinds)
	if kind == "stacked" || kind == "donut" {
		i = 0 // which is split by age
	}
	region := a.area / regionSize
	from, to := members(region, a.Countries)
	ind, area := desks[a.desk].indicators[i], countries[a.area]
	d := drawing{kind: kind, fields: "indicator: " + ind.id + "\n"}
	span := fmt.Sprintf("periods: %s..%s\n", (a.month - 12).id(), a.month.id())
	switch kind {
	case "line":
		others := []string{area.id}
		for range 2 {
			if o := countries[from+a.below(to-from)].id; !strings.Contains(strings.Join(others, " "), o) {
				others = append(others, o)
			}
		}
		d.fields += "areas: [" + strings.Join(others, ", ") + "]\n" + span
	case "multiples":
		d.fields += "areas: " + regions[region].id + "\n" + span
	case "stacked":
		d.fields += "areas: " + regions[region].id + "\nby: age\n"
	case "donut":
		d.fields += "by: age\n"
	default:
		d.fields += "areas: " + regions[region].id + "\n"
	}
	switch kind {
	case "change", "dumbbell":
		d.title = fmt.Sprintf("%s: %s %s, after %s a year earlier", area.name, a.now(i, a.area), ind.other, a.before(i, a.area))
	case "stacked", "donut":
		d.title = fmt.Sprintf("%s: %s of %s %s concern children", area.name, a.childCount(a.area), a.now(0, a.area), ind.other)
	default:
		d.title = fmt.Sprintf("%s: %s %s", area.name, a.now(i, a.area), ind.other)
	}
	return a.drawn(d)
}

// childCount is the part of the key figure that is about children.
func (a *author) childCount(c int) string {
	return a.either("{{ "+a.about(0, c, " age=children")+" }}", number(a.children(a.desk, 0, c, a.month)))
}

// drawn is the chart as the page has it: a block, or its title alone.
func (a *author) drawn(d drawing) string {
	if a.hugo {
		return "**" + d.title + "**\n\n"
	}
	return "```chart\nid: " + d.kind + "\ntype: " + d.kind + "\n" + d.fields + "title: " + quoted(d.title) + "\n```\n\n"
}
