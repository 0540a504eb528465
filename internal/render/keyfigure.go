package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// keyFigure is a chapter's headline for a call-out or a card.
func (d *drawing) keyFigure(p *site.Page, marked bool) *KeyFigure {
	h := p.Headline
	if h == nil || h.Now == nil && !p.IsDraft() {
		return nil
	}
	if h.Now == nil {
		return d.keyFigureYet(p, marked)
	}
	l := d.site.Locale
	k := &KeyFigure{
		Area: p.Area.Name, AreaURL: d.chapter(p), Value: "No figure", ValueURL: d.cell(h.Now),
	}
	if marked {
		k.Words = d.inline(h.Words) // its figures have their notes before the one below
	} else {
		k.Words = d.plainInline(h.Words)
	}
	d.say(k.Area)
	written, known := figure.Written(h.Now, l)
	if known {
		k.Value, k.Machine = written, h.Now.Value.String()
	}
	k.Revised = d.revised(p, false, h.Now)
	if h.Now.Status != 'A' {
		k.Status = h.Now.Status.Name()
		k.Remark = h.Now.Note
	}
	before := l.PeriodInText(h.BaseTime)
	base, compared := figure.Written(h.Base, l)
	if d.revised(p, true, h.Base) != "" {
		base += site.RevisedMark
	}
	switch {
	case h.Change != nil:
		k.Change, k.ChangeURL = h.Change.Text, d.cell(h.Base)
		k.Direction = direction(h.Change.Number.Sign())
		k.Restated = d.revised(p, false, h.Change.Used...)
		k.Base = "from " + base + " in " + before
		if begins := h.Base.Status == data.Break && !slices.Contains(h.Change.Unlike, h.Base); h.Base.Status != data.Normal && !begins {
			k.Base += " (" + h.Base.Status.Name() + ")"
			k.Remark = baseRemark(k.Remark, upperFirst(l.Period(h.BaseTime)), h.Base.Note)
		}
		for _, o := range h.Change.Unlike {
			if o != h.Now && o != h.Base {
				k.Remark = joinRemarks(k.Remark, d.differs(o))
			}
		}
	case h.Now.Indicator.Measure == data.Change:
		k.Base = "against the year before, as published"
	case !known:
		k.Base = "no comparison"
	case !compared:
		k.Base = "no comparison: there is no figure for " + before
	default:
		k.Base = "from " + base + " in " + before
	}
	if points, label := course(d.site, p); len(points) > 0 {
		line, err := chart.Spark(points, label, d.uniqueID("chart-"+h.Indicator.ID+"-"+p.Area.ID+"_line"))
		if err != nil {
			d.fail(fmt.Errorf("drawing the course of %s: %w", label, err))
		}
		k.Trend = template.HTML(line)
	}
	if marked {
		k.Mark = d.mark(h.Now.Source, "")
		if h.Base != nil {
			k.Mark += d.mark(h.Base.Source, "")
		}
	}
	return k
}

// keyFigureYet is the headline of a draft whose figure is not there yet.
func (d *drawing) keyFigureYet(p *site.Page, marked bool) *KeyFigure {
	h := p.Headline
	k := &KeyFigure{Area: p.Area.Name, AreaURL: d.chapter(p), Value: upperFirst(site.NoValueYet), NotYet: true}
	if marked {
		k.Words = d.inline(h.Words)
	} else {
		k.Words = d.plainInline(h.Words)
	}
	d.say(k.Area)
	if base, ok := figure.Written(h.Base, d.site.Locale); ok {
		k.Base = base + " in " + d.site.Locale.PeriodInText(h.BaseTime)
		if marked {
			k.Mark = d.mark(h.Base.Source, "")
		}
	}
	return k
}

// baseRemark joins the remark on a value with that on its base, which says what
// it is about where both are there and differ.
func baseRemark(now, when, base string) string {
	switch {
	case now == base:
		return now
	case now == "" || base == "":
		return now + base
	}
	return joinRemarks(now, when+": "+base)
}

// joinRemarks sets one remark behind another.
func joinRemarks(first, second string) string {
	if first == "" {
		return second
	}
	return strings.TrimSuffix(first, ".") + ". " + second
}

// differs says of an observation how it differs: "Third quarter of 2022: break
// in the series. Counted anew."
func (d *drawing) differs(o *data.Observation) string {
	says := upperFirst(d.site.Locale.Period(o.Period)) + ": " + o.Status.Name() + "."
	if o.Note != "" {
		says += " " + strings.TrimSuffix(o.Note, ".") + "."
	}
	return says
}

// overview is the table of an edition: each area's headline figure in both
// periods, and the change.
func (d *drawing) overview(e *site.Edition) *TableView {
	defer d.notes.box(d.notes.box(true))
	l := d.site.Locale
	v := &TableView{
		Caption: "Key figures by country",
		Head: []Cell{
			{Text: "Area", Header: true}, {Text: "Counted", Header: true},
			{Text: upperFirst(l.PeriodShort(e.Base)), Header: true, Numeric: true},
			{Text: upperFirst(l.PeriodShort(e.Period)), Header: true, Numeric: true},
			{Text: "Change", Header: true, Numeric: true},
		},
	}
	for _, area := range e.Areas {
		p, ok := e.Chapter(area.ID)
		if !ok || p.Headline == nil {
			continue
		}
		h := p.Headline
		d.notes.paragraph()
		d.say(area.Name)
		change := Cell{Text: "no comparison", Numeric: true, Missing: true}
		if h.Change != nil {
			change = Cell{Text: h.Change.Text, Machine: h.Change.Machine, URL: d.cell(h.Base), Numeric: true, Direction: direction(h.Change.Number.Sign()), Revised: d.revised(p, false, h.Change.Used...)}
		}
		v.Rows = append(v.Rows, []Cell{
			{Text: area.Name, URL: d.chapter(p), Header: true},
			{Text: h.Indicator.Name, URL: d.link(site.IndicatorRoute(h.Indicator))},
			d.observed(p, h.Base), d.observed(p, h.Now), change,
		})
		v.Remarks = append(v.Remarks, d.headlineRemarks(h)...)
	}
	if len(v.Rows) == 0 {
		return nil
	}
	return v
}

// headlineRemarks say what keeps a headline's change from like with like, and
// what has another definition on both sides.
func (d *drawing) headlineRemarks(h *site.Headline) []string {
	var differ []*data.Observation
	for _, o := range []*data.Observation{h.Base, h.Now} {
		if o != nil && o.Status == data.DefinitionDiffers {
			differ = append(differ, o)
		}
	}
	if h.Change != nil {
		for _, o := range h.Change.Unlike {
			if !slices.Contains(differ, o) {
				differ = append(differ, o)
			}
		}
	}
	var remarks []string
	for _, o := range differ {
		says := o.Note
		if says == "" {
			says = o.Status.Name()
		}
		remarks = append(remarks, o.Area.Name+", "+d.site.Locale.Period(o.Period)+": "+says)
	}
	return remarks
}

// observed is an observation of a page as a cell of a table, with its source's mark.
func (d *drawing) observed(p *site.Page, o *data.Observation) Cell {
	written, known := figure.Written(o, d.site.Locale)
	if !known {
		c := Cell{Text: "no figure", Numeric: true, Missing: true, Revised: d.revised(p, false, o)}
		if o != nil {
			c.URL = d.cell(o)
		} else if p.IsDraft() {
			c.Text, c.NotYet = site.NoValueYet, true
		}
		return c
	}
	c := Cell{
		Text: written, URL: d.cell(o), Machine: o.Value.String(), Numeric: true,
		Estimated: o.Status.Estimated(), Mark: d.mark(o.Source, ""), Revised: d.revised(p, false, o),
	}
	if o.Status != 'A' {
		c.Remark = o.Status.Name()
	}
	return c
}

// upperFirst is a text with its first letter in upper case.
func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
