package render

import (
	"fmt"
	"html/template"
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// readingFigure is a reading as a key figure, in the words of its indicator.
func (d *drawing) readingFigure(r *site.Reading) *KeyFigure {
	l := d.site.Locale
	when := l.Period(r.Now.Period)
	if r.Indicator.Measure == data.Stock {
		when = "end of " + l.PeriodInText(r.Now.Period)
	}
	k := &KeyFigure{
		Area: r.Area.Name, ValueURL: d.cell(r.Now),
		Words:   template.HTML(template.HTMLEscapeString(r.Indicator.Name + ", " + when)),
		Revised: d.revised(d.page, false, r.Now), Mark: d.mark(r.Now.Source, ""),
	}
	if n := len(r.Line.Values); n > 0 && r.Line.Values[n-1] == r.Now { // else the line does not lead to the figure
		k.Trend = d.readingLine(r)
	}
	d.say(r.Indicator.Name, r.Now.Note)
	k.Value, _ = figure.Written(r.Now, l)
	k.Machine = machine(r.Now)
	if r.Now.Status != data.Normal {
		k.Status, k.Remark = r.Now.Status.Name(), r.Now.Note
	}
	if r.Before == nil {
		if r.Indicator.Measure == data.Change {
			k.Base = "against the year before, as published"
		}
		return k
	}
	base, _ := figure.Written(r.Before, l)
	if d.revised(d.page, true, r.Before) != "" {
		base += site.RevisedMark
	}
	k.Base = "from " + base + " in " + l.PeriodInText(r.Before.Period)
	if !r.HasChange {
		return k
	}
	k.Change, k.ChangeURL, k.Direction = r.Change.Text, d.cell(r.Before), direction(r.Change.Number.Sign())
	k.Restated = d.revised(d.page, false, r.Change.Used...)
	for _, o := range r.Change.Unlike {
		if o != r.Now {
			k.Remark = joinRemarks(k.Remark, d.differs(o))
		}
	}
	k.Mark += d.mark(r.Before.Source, "")
	return k
}

// machine is an observation's number for machines.
func machine(o *data.Observation) string {
	if o.HasValue {
		return o.Value.String()
	}
	return o.Share.String()
}

// readingRow is a reading in a table, but for its head.
func (d *drawing) readingRow(r *site.Reading) ReadingRow {
	defer d.notes.box(d.notes.box(true))
	d.notes.paragraph()
	l := d.site.Locale
	row := ReadingRow{
		Line:   d.readingLine(r),
		Before: AreaEnd{Value: Cell{Text: "none earlier", Numeric: true, Missing: true}},
		Now:    AreaEnd{Value: Cell{Text: "no figure", Numeric: true, Missing: true}},
		Change: Cell{Text: "no comparison", Numeric: true, Missing: true},
	}
	if line := &r.Line; len(line.Points) > 0 {
		row.Span = d.spanWords(r)
	}
	if r.Before != nil {
		row.Before = d.areaEnd(r.Before)
	}
	if r.Now != nil {
		d.notes.paragraph() // each value shows its source, be it that of the one beside it
		row.Now = d.areaEnd(r.Now)
	}
	if r.Gap != nil {
		row.Gap = upperFirst(l.PeriodShort(r.Gap.Period)) + ": " + r.Gap.Status.Name()
		if r.Now == nil {
			row.Now.Value.URL = d.cell(r.Gap)
		}
	}
	switch {
	case r.HasChange:
		row.Change = Cell{
			Text: r.Change.Text, URL: d.cell(r.Before), Machine: r.Change.Machine, Numeric: true, Direction: direction(r.Change.Number.Sign()),
			Revised: d.revised(d.page, false, r.Change.Used...), Estimated: r.Change.Estimated,
		}
		for _, o := range r.Change.Unlike {
			row.Change.Mark += d.markUnlike(o)
		}
	case r.Indicator.Measure == data.Change:
		row.Change.Text = "is a change"
	case r.Now == nil && r.Gap == nil:
		row.Now.Value.Text = "only parts"
	}
	return row
}

// spanWords tell the time of a line, and of which periods it is where its last value is
// not the newest, which is of longer or shorter ones: "Jan 2019 – Apr 2025",
// "Monthly, Jun 2021 – Oct 2022".
func (d *drawing) spanWords(r *site.Reading) string {
	l, line := d.site.Locale, &r.Line
	last := len(line.Points) - 1
	span := upperFirst(l.PeriodShort(line.At(0))) + "\u2009–\u2009" + upperFirst(l.PeriodShort(line.At(last)))
	if line.Values[last] == r.Now {
		return span
	}
	how := "Daily"
	switch line.Unit {
	case period.Year:
		how = "Yearly"
	case period.Quarter:
		how = "Quarterly"
	case period.Month:
		how = "Monthly"
	}
	return how + ", " + span
}

// areaEnd is a value of a reading with its source's mark.
func (d *drawing) areaEnd(o *data.Observation) AreaEnd {
	l := d.site.Locale
	end := AreaEnd{Period: upperFirst(l.PeriodShort(o.Period))}
	if o.Indicator.Measure == data.Stock && o.Period.Unit() != period.UnitDay {
		end.Period = "End of " + l.PeriodShort(o.Period)
	}
	end.Value = Cell{
		URL: d.cell(o), Machine: machine(o), Numeric: true, Estimated: o.Status.Estimated(),
		Mark: d.mark(o.Source, ""), Revised: d.revised(d.page, false, o),
	}
	end.Value.Text, _ = figure.Written(o, l)
	if o.Status != data.Normal {
		end.Status = o.Status.Name()
	}
	return end
}

// readingLine draws the line of a reading; nothing where it has none.
func (d *drawing) readingLine(r *site.Reading) template.HTML {
	if len(r.Line.Points) == 0 {
		return ""
	}
	line, err := chart.Spark(r.Line.Points, d.lineLabel(r), d.uniqueID("chart-"+r.Indicator.ID+"-"+r.Area.ID+"_line"))
	if err != nil {
		d.fail(fmt.Errorf("drawing the line of %s in %s: %w", r.Indicator.ID, r.Area.ID, err))
	}
	return template.HTML(line)
}

// lineLabel says in words what the line of a reading shows: "New arrivals, Serbia, 24
// months, from 653 in Jan 2023 to 812 in Dec 2024; lowest: 90 in Apr 2024; highest:
// 2,516 in Jan 2024; 2 are missing; 3 are estimates".
func (d *drawing) lineLabel(r *site.Reading) string {
	line, l := &r.Line, d.site.Locale
	dated := func(n int) string { return line.Points[n].Label + " in " + l.PeriodShort(line.At(n)) }
	low, high, last, missing, estimated := 0, 0, len(line.Points)-1, 0, 0
	for n, p := range line.Points {
		switch {
		case p.Missing:
			missing++
			continue
		case p.Value < line.Points[low].Value:
			low = n
		case p.Value > line.Points[high].Value:
			high = n
		}
		if p.Estimated {
			estimated++
		}
	}
	label := r.Indicator.Name + ", " + r.Area.Name + ", " + d.count(last+1, line.Unit.String(), line.Unit.String()+"s") + ", from " + dated(0) + " to " + dated(last)
	if low != 0 && low != last {
		label += "; lowest: " + dated(low)
	}
	if high != 0 && high != last {
		label += "; highest: " + dated(high)
	}
	if missing > 0 {
		label += "; " + d.count(missing, "is missing", "are missing")
	}
	switch {
	case estimated > 0 && estimated+missing == last+1:
		label += "; all are estimates"
	case estimated > 0:
		label += "; " + d.count(estimated, "is an estimate", "are estimates")
	}
	return label
}

// dotted tells whether a line has estimates.
func dotted(l *site.Line) bool {
	return slices.ContainsFunc(l.Points, func(p chart.Point) bool { return p.Estimated })
}
