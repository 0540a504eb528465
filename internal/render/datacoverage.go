package render

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// coverageView is the grid of what there is of an indicator; nil without an
// observation.
func (d *drawing) coverageView(c *site.Coverage) *CoverageView {
	if len(c.Areas) == 0 {
		return nil
	}
	v := &CoverageView{Yearly: c.Yearly}
	v.heads(d, c)
	seen := map[CoverageMark]bool{}
	filled, all := 0, len(c.Areas)*len(c.Columns)
	for n, area := range c.Areas {
		row := CoverageRow{Area: d.areaLink(area), Cells: make([]CoverageMark, 0, len(c.Columns))}
		for at, cell := range c.Cells[n] {
			mark := d.coverageMark(cell, c.Yearly)
			if mark.Class != "" && mark.Class != "missing" {
				filled++
			}
			seen[legendOf(mark, cell, c.Yearly)] = true
			mark.Apart = apart(c, at)
			v.Skips = v.Skips || c.Columns[at].Skips
			row.Cells = append(row.Cells, mark)
		}
		v.Rows = append(v.Rows, row)
	}
	for _, entry := range legend(c.Yearly) {
		if seen[entry] {
			v.Legend = append(v.Legend, entry)
		}
	}
	what := "combinations of area and period"
	if c.Yearly {
		what = "combinations of area and year"
	}
	v.Words = fmt.Sprintf("%s of %s have a figure.", d.number(filled), d.count(all, strings.Replace(what, "combinations", "combination", 1), what))
	return v
}

// heads fills in the heads of the columns: quarters, months and days stand below
// their year.
func (v *CoverageView) heads(d *drawing, c *site.Coverage) {
	for at, column := range c.Columns {
		p := column.Period
		short := d.site.Locale.PeriodShort(p)
		year, _, _ := p.First().Civil()
		apart := apart(c, at)
		if p.Len() != 1 || p.Unit() == period.Year {
			v.Years = append(v.Years, CoverageHead{Text: upperFirst(short), Span: 1, Tall: true, Apart: apart})
			continue
		}
		text := strconv.Itoa(year)
		v.Periods = append(v.Periods, CoverageHead{Text: upperFirst(strings.TrimSpace(strings.TrimSuffix(short, text))), Span: 1, Apart: apart})
		if last := len(v.Years) - 1; at > 0 && last >= 0 && !v.Years[last].Tall && v.Years[last].Text == text && c.Columns[at-1].Period.Unit() == p.Unit() {
			v.Years[last].Span++
			continue
		}
		v.Years = append(v.Years, CoverageHead{Text: text, Span: 1, Apart: apart})
	}
}

// apart tells whether a column stands apart from the one to its left: since periods
// between them are left out, or are counted in another way.
func apart(c *site.Coverage, at int) bool {
	if at == 0 {
		return false
	}
	p, before := c.Columns[at].Period, c.Columns[at-1].Period
	return c.Columns[at].Skips || p.Unit() != before.Unit() || (p.Len() == 1) != (before.Len() == 1)
}

// coverageMark is a cell of the grid, and leads to the row of its first observation.
func (d *drawing) coverageMark(cell site.CoverageCell, yearly bool) CoverageMark {
	if len(cell) == 0 {
		return CoverageMark{}
	}
	first := cell[0]
	mark := CoverageMark{Class: classOf(first), URL: "#" + site.CellID(first)}
	if !yearly {
		written, known := figure.Written(first, d.site.Locale)
		if !known {
			written = "no figure"
		}
		if mark.Label = written; first.Status != data.Normal {
			mark.Label += ", " + first.Status.Name()
			mark.Letter = first.Status.String()
		}
		return mark
	}
	figures, soft := 0, 0
	for _, o := range cell {
		if o.HasValue || o.HasShare {
			figures++
		}
		if o.Status.Estimated() {
			soft++
		}
	}
	switch {
	case figures == 0:
		mark.Class = "missing"
	case soft == figures:
		mark.Class = "soft"
	default:
		mark.Class = "firm"
	}
	mark.Letter, mark.Label = strconv.Itoa(figures), d.count(figures, "figure", "figures")
	if soft > 0 {
		mark.Label += ", " + d.number(soft) + " not firm"
	}
	if missing := len(cell) - figures; missing > 0 {
		mark.Label += ", " + d.number(missing) + " missing"
	}
	return mark
}

// classOf is how a cell of one observation looks.
func classOf(o *data.Observation) string {
	switch {
	case !o.HasValue && !o.HasShare:
		return "missing"
	case o.Status.Estimated():
		return "soft"
	case o.Status == data.DefinitionDiffers || o.Status == data.Break:
		return "differs"
	}
	return "firm"
}

// legendOf is the entry of the legend that explains a mark.
func legendOf(m CoverageMark, cell site.CoverageCell, yearly bool) CoverageMark {
	switch {
	case m.Class == "":
		return CoverageMark{Label: "nothing entered"}
	case yearly && m.Class == "firm":
		return CoverageMark{Class: "firm", Letter: "12", Label: "figures in the year"}
	case yearly && m.Class == "soft":
		return CoverageMark{Class: "soft", Letter: "4", Label: "figures in the year, none of them firm"}
	case yearly:
		return CoverageMark{Class: "missing", Letter: "0", Label: "known to be missing"}
	case m.Letter == "":
		return CoverageMark{Class: "firm", Label: "a figure"}
	}
	return CoverageMark{Class: m.Class, Letter: m.Letter, Label: cell[0].Status.Name()}
}

// legend lists what marks can mean, in the order of the legend.
func legend(yearly bool) []CoverageMark {
	none := CoverageMark{Label: "nothing entered"}
	if yearly {
		return []CoverageMark{
			{Class: "firm", Letter: "12", Label: "figures in the year"}, {Class: "soft", Letter: "4", Label: "figures in the year, none of them firm"},
			{Class: "missing", Letter: "0", Label: "known to be missing"}, none,
		}
	}
	all := []CoverageMark{{Class: "firm", Label: "a figure"}}
	for _, s := range statuses() {
		class := "missing"
		switch {
		case s.Estimated():
			class = "soft"
		case !s.Missing():
			class = "differs"
		}
		all = append(all, CoverageMark{Class: class, Letter: s.String(), Label: s.Name()})
	}
	return append(all, none)
}

// statuses are those that are said, as SDMX lists them.
func statuses() []data.Status {
	return []data.Status{
		data.Break, data.DefinitionDiffers, data.Estimated, data.Forecast, data.Imputed, data.Provisional, data.LowReliability,
		data.NotCollected, data.CannotExist, data.Missing, data.Suppressed,
	}
}

// The picture of a coverage: squares and what is from one to the next, in pixels.
const (
	coverageSide, coverageStep = 6, 8
	mostCoverageRows           = 24
)

// coveragePicture is a coverage at a glance, for the list of all: a square for each
// area and period; hollow where a value is known to be missing, half where it is not
// firm, a dot where there is nothing.
func (d *drawing) coveragePicture(c *site.Coverage) template.HTML {
	rows := min(len(c.Areas), mostCoverageRows)
	if rows == 0 {
		return ""
	}
	var figures, soft, missing, gaps strings.Builder
	filled, x := 0, 0
	at := make([]int, len(c.Columns))
	for n := range c.Columns {
		if apart(c, n) {
			x += coverageSide / 2
		}
		at[n] = x
		x += coverageStep
	}
	for n := range rows {
		y := n * coverageStep
		for column, cell := range c.Cells[n] {
			mark := d.coverageMark(cell, c.Yearly)
			switch mark.Class {
			case "":
				fmt.Fprintf(&gaps, "M%d %dh2v2h-2z", at[column]+2, y+2)
				continue
			case "missing":
				fmt.Fprintf(&missing, "M%d.5 %d.5h5v5h-5z", at[column], y)
				continue
			case "soft":
				fmt.Fprintf(&soft, "M%d %dh6v6h-6z", at[column], y)
			default:
				fmt.Fprintf(&figures, "M%d %dh6v6h-6z", at[column], y)
			}
			filled++
		}
	}
	label := fmt.Sprintf("Coverage of %s by %s: %s of %s cells have a figure",
		d.count(len(c.Areas), "area", "areas"), d.count(len(c.Columns), "period", "periods"), d.number(filled), d.number(rows*len(c.Columns)))
	width, height := x-coverageStep+coverageSide, rows*coverageStep-coverageStep+coverageSide
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="coverage-picture" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">`, width, height, width, height, template.HTMLEscapeString(label))
	for _, p := range []struct {
		class string
		path  *strings.Builder
	}{{"firm", &figures}, {"soft", &soft}, {"missing", &missing}, {"gap", &gaps}} {
		if p.path.Len() > 0 {
			fmt.Fprintf(&b, `<path class="%s" d="%s"/>`, p.class, p.path)
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}
