package site

import (
	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// Chart is a chart or table block with its cells chosen from the data.
type Chart struct {
	Block    *content.Block
	Spec     *chart.Spec // nil for a table block
	Title    *Text       // nil when the author gave none
	Note     *Text       // nil when the author gave none
	Subtitle string      // measure, areas, period
	Table    Table
	Used     []*data.Observation // every observation shown, in reading order
	Unlike   []*data.Observation // of a chart of changes: what keeps one of them from like with like
	Remarks  []string            // what a reader must know of the cells: estimates, gaps, definitions
}

// Table is the data of a chart in rows and columns.
type Table struct {
	Head []string
	Rows [][]Datum // as many as Head in each
}

// Datum is one cell of a chart's table.
type Datum struct {
	Text        string
	Observation *data.Observation // nil for a heading, or where the data has nothing
	Heading     bool
	Missing     bool
	Change      bool // a change between two observations, not an observation
	Direction   int  // of a change: -1, 0 or 1
}

// selection is what a block asks for, every name looked up.
type selection struct {
	indicators []*data.Indicator // nil entries never occur; empty under headline
	headline   bool
	areas      []*data.Area
	areasName  string // of a group, or "" when the areas were listed
	periods    []period.Period
	base       period.Period // of a change
	by         *data.Dimension
}

// indicatorFor is the indicator that an area is shown with.
func (s *selection) indicatorFor(a *assembly, t *Text, area *data.Area, n int) *data.Indicator {
	if !s.headline {
		return s.indicators[n]
	}
	if t.Page.Edition == nil {
		return nil
	}
	indicator, _ := a.Set.Indicator(t.Page.Edition.HeadlineOf(area.ID))
	return indicator
}

// chooseCharts turns the chart and table blocks of a text into Charts.
func (a *assembly) chooseCharts(t *Text) {
	for _, b := range t.Markdown.Blocks {
		c := &Chart{Block: b, Title: t.Page.Text(b.Title), Note: t.Page.Text(b.Note)}
		t.Charts = append(t.Charts, c)
		if b.Broken {
			continue
		}
		s, ok := a.selectCells(t, b)
		if !ok {
			continue
		}
		switch {
		case b.Type.Value == "change":
			a.chooseChange(c, t, s)
		case b.Type.Value == "line":
			a.chooseSeries(c, t, s, seriesByArea)
		case s.by != nil:
			a.chooseSeries(c, t, s, categories)
		default:
			a.chooseSeries(c, t, s, seriesByPeriod)
		}
		a.finish(c, t, s)
	}
}

// finish checks a chosen chart and gives it its words.
func (a *assembly) finish(c *Chart, t *Text, s *selection) {
	b := c.Block
	if len(c.Used) == 0 && !a.Set.Complete() {
		c.Spec = nil
		return // what it asks for may have been refused
	}
	if len(c.Used) == 0 {
		a.problems.Errorf(b.Pos, b.Len, "chart", "name an indicator, areas and periods for which data/observations/ has values",
			"the %s shows nothing: the data has no value for what it asks", b.Kind)
		c.Spec = nil
		return
	}
	c.Subtitle = a.subtitle(t, c, s)
	c.Remarks = a.remarks(c, t, s)
	if b.Kind == content.TableBlock {
		c.Spec = nil
		return
	}
	if c.Spec.Title = c.Title.Plain(); c.Title != nil && c.Spec.Title == "" {
		c.Spec.Title = c.Subtitle // a title whose figures failed: reported there
	}
	c.Spec.Subtitle = c.Subtitle
	c.Spec.Locale = a.Locale
	wrong := c.Spec.Validate()
	if len(wrong) > 0 && !a.Set.Complete() {
		c.Spec = nil
		return
	}
	for _, w := range wrong {
		a.problems.Errorf(b.Pos, b.Len, "chart", "change the block, or the data it asks for", "%s", w)
	}
	if len(wrong) > 0 {
		c.Spec = nil
	}
}

// look finds an observation and enters it into the chart's list.
func (a *assembly) look(c *Chart, indicator *data.Indicator, area *data.Area, p period.Period, path []data.CategoryRef) *data.Observation {
	if indicator == nil {
		return nil
	}
	o, ok := a.Set.Lookup(data.Cell{Indicator: indicator.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(path)})
	if !ok {
		return nil
	}
	if o.HasValue || o.HasShare {
		c.Used = append(c.Used, o)
	}
	return o
}

// amount is what an observation measures: its value, or the share where only
// that is known.
func amount(o *data.Observation) (d decimal.Decimal, share, ok bool) {
	switch {
	case o == nil:
		return decimal.Decimal{}, false, false
	case o.HasValue:
		return o.Value, o.Indicator.Measure == data.Share || o.Indicator.Measure == data.Change, true
	case o.HasShare:
		return o.Share, true, true
	}
	return decimal.Decimal{}, false, false
}

// datum is an observation as a cell of a table.
func (a *assembly) datum(o *data.Observation) Datum {
	text, ok := figure.Written(o, a.Locale)
	if !ok {
		return Datum{Text: "no figure", Missing: true, Observation: o}
	}
	return Datum{Text: text, Observation: o}
}

// point is an observation as a point of a series.
func (a *assembly) point(o *data.Observation) chart.Point {
	d, _, ok := amount(o)
	if !ok {
		return chart.Point{Missing: true, MissingText: "no figure"}
	}
	return chart.Point{Value: d.Float(), Label: a.datum(o).Text, Estimated: o.Status.Estimated()}
}
