package render

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// Bounds of the sources page, which stays one page however much data there is.
const (
	mostPeriods   = 12     // of one indicator, area and category; more become a range
	mostLinks     = 12_000 // to cells; where there would be more, each source gets its share
	fewLines      = 4      // of figures, which stand open; more wait behind a disclosure
	fewIndicators = 3      // that the disclosure names
	mostPages     = 40     // that a source is used on
)

// resting are the figures of one indicator that come from one source.
type resting struct {
	indicator *data.Indicator
	lines     []restingLine
	areas     int // that its lines are about
	cut       int // figures that found no room on the page, of this indicator and the following
}

// restingLine are the figures of one area and category, from the earliest on;
// of a folded line those of all areas.
type restingLine struct {
	cells  []*data.Observation
	ranged bool // only the first and last are shown
	folded bool // it is about all areas
}

// links is how many links a line takes.
func (l restingLine) links() int {
	if l.ranged {
		return 2
	}
	return len(l.cells)
}

// links is how many links a source's figures take.
func links(all []resting) (n int) {
	for _, r := range all {
		for _, l := range r.lines {
			n += l.links()
		}
	}
	return n
}

// resting arranges the figures of each source. Where the page would have too
// many links, sources with more than their share of them are told in fewer.
func (d *drawing) resting(sources []*data.Source) map[*data.Source][]resting {
	all := make(map[*data.Source][]resting, len(sources))
	total := 0
	for _, s := range sources {
		all[s] = arrange(d.site.Citing(s).Figures)
		total += links(all[s])
	}
	if total > mostLinks {
		share := max(2, mostLinks/len(sources))
		for _, s := range sources {
			all[s] = condense(all[s], share)
		}
	}
	return all
}

// arrange groups figures, which come in the order of the set, by indicator, area
// and category.
func arrange(figures []*data.Observation) []resting {
	var all []resting
	for from := 0; from < len(figures); {
		first, to := figures[from], from+1
		for to < len(figures) && figures[to].Indicator == first.Indicator && figures[to].Area == first.Area {
			to++
		}
		if len(all) == 0 || all[len(all)-1].indicator != first.Indicator {
			all = append(all, resting{indicator: first.Indicator})
		}
		r := &all[len(all)-1]
		r.areas++
		r.lines = byCategory(r.lines, figures[from:to:to])
		from = to
	}
	for _, r := range all {
		for i := range r.lines {
			r.lines[i].ranged = len(r.lines[i].cells) > mostPeriods
		}
	}
	return all
}

// byCategory adds the lines of one area: its total's and those of its parts.
func byCategory(lines []restingLine, figures []*data.Observation) []restingLine {
	if !slices.ContainsFunc(figures, func(o *data.Observation) bool { return len(o.Path) > 0 }) {
		return append(lines, restingLine{cells: figures})
	}
	at := map[string]int{}
	for _, o := range figures {
		key := data.CategoriesKey(o.Path)
		n, known := at[key]
		if !known {
			n = len(lines)
			at[key] = n
			lines = append(lines, restingLine{})
		}
		lines[n].cells = append(lines[n].cells, o)
	}
	return lines
}

// condense tells figures in as many links as there is room for: a range for all
// periods of a line, then one line an indicator, then fewer indicators.
func condense(all []resting, room int) []resting {
	if links(all) <= room {
		return all
	}
	for _, r := range all {
		for i := range r.lines {
			r.lines[i].ranged = len(r.lines[i].cells) > 2
		}
	}
	if links(all) <= room {
		return all
	}
	for i, r := range all {
		if len(r.lines) > 1 {
			all[i].lines = []restingLine{fold(r.lines)}
		}
	}
	kept := len(all)
	for kept > 1 && links(all[:kept]) > room {
		kept--
	}
	for _, r := range all[kept:] {
		for _, l := range r.lines {
			all[kept-1].cut += len(l.cells)
		}
	}
	return all[:kept]
}

// fold makes one line of all of an indicator.
func fold(lines []restingLine) restingLine {
	one := restingLine{ranged: true, folded: true}
	for _, l := range lines {
		one.cells = append(one.cells, l.cells...)
	}
	return one
}

// fillFigures writes the figures that rest on a source.
func (d *drawing) fillFigures(row *SourceRow, all []resting) {
	figures, lines := 0, 0
	var names []string
	for _, r := range all {
		names = append(names, r.indicator.Name)
		v := RestingView{Indicator: Link{Text: r.indicator.Name, URL: d.link(site.IndicatorRoute(r.indicator))}}
		d.say(r.indicator.Name)
		for i, l := range r.lines {
			line := d.restingLine(l, r.areas)
			if o := l.cells[0]; i > 0 && len(o.Path) > 0 && r.lines[i-1].cells[0].Area == o.Area {
				line.Label, line.Part = pathWords(d.site, o.Path), true
			}
			v.Lines = append(v.Lines, line)
			figures += len(l.cells)
		}
		lines += len(v.Lines)
		row.Figures = append(row.Figures, v)
		if r.cut > 0 {
			figures += r.cut
			row.Rest, row.RestURL = d.count(r.cut, "more figure of other indicators", "more figures of other indicators"), d.link(dataRoute)
		}
	}
	if figures > 0 {
		if more := len(names) - fewIndicators; more > 0 {
			names = append(names[:fewIndicators], d.count(more, "more indicator", "more indicators"))
		}
		row.Count = d.count(figures, "figure", "figures") + ": " + strings.Join(names, ", ")
	}
	row.Long = lines > fewLines
}

// dataRoute is the page of all indicators.
const dataRoute = "/data/"

func (d *drawing) restingLine(l restingLine, areas int) RestingLine {
	first, last := l.cells[0], l.cells[len(l.cells)-1]
	line := RestingLine{Label: d.cellLabel(first)}
	if l.folded {
		line.Label = first.Area.Name
		if areas > 1 {
			line.Label = d.count(areas, "area", "areas")
		}
		for _, o := range l.cells {
			if o.Period.First() < first.Period.First() {
				first = o
			}
			if o.Period.Last() > last.Period.Last() {
				last = o
			}
		}
	}
	d.say(line.Label)
	cells := l.cells
	if l.ranged {
		line.Range = d.count(len(l.cells), "figure", "figures")
		cells = []*data.Observation{first, last}
	}
	for _, o := range cells {
		line.Cells = append(line.Cells, Link{Text: d.period(o.Period), URL: d.cell(o)})
	}
	return line
}

// cellLabel is an observation's area and category.
func (d *drawing) cellLabel(o *data.Observation) string {
	if len(o.Path) == 0 {
		return o.Area.Name
	}
	return o.Area.Name + ", " + pathWords(d.site, o.Path)
}
