package render

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

func (d *drawing) dataIndex() []byte {
	v := DataView{Files: d.dataIndexFiles(), Columns: columnWords()}
	for _, status := range append([]data.Status{data.Normal}, statuses()...) {
		v.Statuses = append(v.Statuses, ImprintRow{Label: status.String(), Text: status.Name()})
	}
	var real []*data.Observation
	for _, i := range d.site.Set.Indicators() {
		all, coverage := d.observations(i), d.site.Coverage(i)
		card := IndicatorCard{
			Link: Link{Text: i.Name, URL: d.link(site.IndicatorRoute(i))}, Definition: i.Definition, Caveat: i.Caveat,
			Unit: upperFirst(i.Unit.Other), Facts: factWords(i), Coverage: d.coverage(all), Picture: d.coveragePicture(&coverage),
		}
		d.say(card.Definition, card.Caveat)
		if i.Example {
			v.Examples = append(v.Examples, card)
			continue
		}
		card.Files = d.partDownloads(i)
		v.Indicators = append(v.Indicators, card)
		real = append(real, all...)
	}
	v.Summary = d.count(len(v.Indicators), "indicator", "indicators") + ". " + d.coverage(real) + "."
	v.Frame = d.frame(nil)
	v.Description = "Every indicator of " + d.site.Set.Site.Title + ", with its definition and all its figures."
	return d.execute("data", v)
}

// observations are those of an indicator, in the order of the set.
func (d *drawing) observations(i *data.Indicator) []*data.Observation {
	return d.site.ByIndicator(i)
}

// coverage says how much there is: areas, years, observations.
func (d *drawing) coverage(all []*data.Observation) string {
	if len(all) == 0 {
		return "No observations yet"
	}
	areas := map[*data.Area]bool{}
	first, last := all[0].Period, all[0].Period
	for _, o := range all {
		areas[o.Area] = true
		if o.Period.First() < first.First() {
			first = o.Period
		}
		if o.Period.Last() > last.Last() {
			last = o.Period
		}
	}
	from, _, _ := first.First().Civil()
	to, _, _ := last.Last().Civil()
	years := fmt.Sprint(from)
	if to != from {
		years = fmt.Sprintf("%d to %d", from, to)
	}
	return fmt.Sprintf("%s, %s, %s", d.count(len(areas), "area", "areas"), years, d.count(len(all), "observation", "observations"))
}

// count is a number of things with their word.
func (d *drawing) count(n int, one, other string) string {
	number := decimal.FromInt(int64(n))
	return d.site.Locale.Number(number) + " " + d.site.Locale.Plural(number, one, other)
}

// number is a number of things.
func (d *drawing) number(n int) string { return d.site.Locale.Number(decimal.FromInt(int64(n))) }

func (d *drawing) indicator() []byte {
	i := d.page.Indicator
	v := IndicatorView{Example: i.Example, Definition: i.Definition, Caveat: i.Caveat, Files: d.partDownloads(i), Facts: []ImprintRow{
		{"Unit", upperFirst(i.Unit.Other)}, {"Measure", measureWords(i.Measure)}, {"May be summed", addWords(i.Add)},
	}}
	if c := d.indicatorChart(); c != nil {
		view, err := d.chartView(c)
		if err != nil {
			d.fail(err)
			return nil
		}
		v.Chart = view
	}
	coverage := d.site.Coverage(i)
	v.Coverage = d.coverageView(&coverage)
	d.courses(&v, i)
	all := d.observations(i)
	v.Rows = make([]ObservationRow, 0, len(all))
	for _, o := range all {
		v.Rows = append(v.Rows, d.observationRow(o))
	}
	v.Frame = d.frame(nil)
	v.Description = i.Definition
	if len(all) > 1 {
		v.Scripts = append(v.Scripts, d.scripts("assets/table.js")...)
	}
	return d.execute("indicator", v)
}

// indicatorChart is the chart of the page's indicator, with its files where it has
// some; nil where there is none.
func (d *drawing) indicatorChart() *site.Chart {
	if len(d.files) > 0 {
		return d.files[0].chart
	}
	return d.site.IndicatorChart(d.page)
}

// scripts are the addresses of scripts of the theme.
func (d *drawing) scripts(names ...string) (all []string) {
	for _, name := range names {
		if a := d.templates.asset(name); a != "" {
			all = append(all, d.root+a)
		}
	}
	return all
}

// factWords are the facts of an indicator in a line: "People, counted over a period;
// may be summed over periods".
func factWords(i *data.Indicator) string {
	words := measureWords(i.Measure)
	if unit := upperFirst(i.Unit.Other); unit != "" && i.Measure != data.Share && i.Measure != data.Change {
		words = unit + ", " + lowerFirst(words)
	}
	if i.Add == data.AddNone {
		return words + "; must not be summed"
	}
	return words + "; may be summed " + lowerFirst(addWords(i.Add))
}

func measureWords(m data.Measure) string {
	switch m {
	case data.Flow:
		return "Counted over a period"
	case data.Stock:
		return "Counted at the end of a period"
	case data.Share:
		return "A share, in per cent"
	}
	return "A change, in per cent, as published"
}

func addWords(a data.Add) string {
	switch a {
	case data.AddAreas:
		return "Over areas"
	case data.AddPeriods:
		return "Over periods"
	case data.AddAll:
		return "Over areas and periods"
	}
	return "No"
}

func (d *drawing) observationRow(o *data.Observation) ObservationRow {
	l := d.site.Locale
	row := ObservationRow{
		ID: site.CellID(o), Area: o.Area.Name, AreaID: o.Area.ID, Period: upperFirst(l.Period(o.Period)), PeriodID: o.Period.String(),
		End: o.Period.Last().String(), Depth: len(o.Path), Note: o.Note,
	}
	d.say(row.Area, row.Note)
	row.Category = pathWords(d.site, o.Path)
	written, known := figure.Written(o, l)
	switch {
	case !known:
		row.Value, row.Missing = "no figure", true
	case o.HasValue:
		row.Value, row.Machine = written, o.Value.String()
	default:
		row.Value, row.Machine = written, o.Share.String()
	}
	row.Revised = d.revisedOf(o)
	for _, r := range slices.Backward(d.page.RevisionsOf(o)) {
		row.Revisions = append(row.Revisions, d.revisionView(site.Revised{Observation: o, Revision: r}))
	}
	if o.Status != 'A' {
		row.Status = o.Status.Name()
	}
	if o.Source != nil {
		row.Source, row.SourceURL = citeShort(o.Source, l), d.link(site.SourceRoute(o.Source))
	}
	return row
}

// pathWords are the categories of an observation: "Age: Children, Sex: Girls".
func pathWords(s *site.Site, path []data.CategoryRef) string {
	var steps []string
	for _, c := range path {
		steps = append(steps, categoryWords(s, c))
	}
	return strings.Join(steps, ", ")
}

// categoryWords is a step of a breakdown in words: "Age: Children".
func categoryWords(s *site.Site, c data.CategoryRef) string {
	dimension, ok := s.Set.Dimension(c.Dimension)
	if !ok {
		return c.ID
	}
	at := slices.IndexFunc(dimension.Categories, func(known data.Category) bool { return known.ID == c.ID })
	if at < 0 {
		return c.ID
	}
	return dimension.Name + ": " + dimension.Categories[at].Name
}
