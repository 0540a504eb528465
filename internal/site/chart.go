package site

import (
	"slices"

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
	Page     *Page       // that it stands on
	Name     string      // on its page: a to z, 0 to 9 and "-"; it does not change with the data
	Spec     *chart.Spec // nil for a table block
	Drawn    chart.Kept  // what drawings of Spec share
	Title    *Text       // nil when the author gave none
	Note     *Text       // nil when the author gave none
	Subtitle string      // measure, areas, period
	Table    Table
	Used     []*data.Observation // every observation shown, in reading order
	Unlike   []*data.Observation // of a chart that compares two periods: what keeps a pair from like with like
	Lacking  []*data.Area        // the areas it asks for that it has no value, or no comparison, of
	Covers   int                 // how many areas it asks for, where its rows or series are areas
	Mixed    []*data.Indicator   // the indicators side by side in a chart of headlines, where they differ
	Remarks  []string            // what a reader must know of the cells: coverage, estimates, gaps, definitions
	Wants    []data.Cell         // on a draft: cells that it asks for and the data does not have yet
	NotYet   bool                // on a draft: so it shows nothing, and has but its words

	areas  []*data.Area // of the rows of Table, where they are areas
	notes  []string     // remarks of its own: what was folded, rounded
	totals bool         // the last column of Table is that of totals
}

// Table is the data of a chart in rows and columns.
type Table struct {
	Caption string   // what its numbers are: "New arrivals · Western Balkans · first quarter of 2023, in people"
	Head    []string // the first column names the rows
	Units   []string // of each column: "people", "%"; "" for words, and for counts of several kinds
	Rows    [][]Datum
}

// Datum is one cell of a chart's table.
type Datum struct {
	Text        string
	Observation *data.Observation // nil for a heading, or where the data has nothing
	Heading     bool
	Missing     bool
	Change      bool                // a change between two observations, not an observation
	Part        bool                // the share of the observation in its total, not the observation's own value
	Direction   int                 // of a change: -1, 0 or 1
	Revised     bool                // since publication: it is marked
	Used        []*data.Observation // what it rests on, where it is computed
}

// chooseCharts turns the chart and table blocks of a text into Charts.
func (a *assembly) chooseCharts(t *Text) {
	for _, b := range t.Markdown.Blocks {
		c := &Chart{Block: b, Page: t.Page, Title: t.Page.Text(b.Title), Note: t.Page.Text(b.Note)}
		t.Charts = append(t.Charts, c)
		a.choose(c, t.Page)
	}
}

// choose fills a chart with what its block asks for. Where it cannot, the
// problems are reported, and the chart has no Spec.
func (a *assembly) choose(c *Chart, p *Page) {
	if c.Block.Broken {
		return
	}
	a.draft = p.IsDraft()
	s, ok := a.selectCells(p, c.Block)
	if !ok {
		c.NotYet = s.notYet
		return
	}
	before := a.problems.Errors()
	switch s.kind() {
	case "change":
		a.chooseChange(c, s)
	case "dumbbell":
		a.chooseDumbbell(c, s)
	case "stacked", "donut":
		a.chooseParts(c, s)
	case "map":
		a.chooseMap(c, s)
	default:
		a.chooseGrid(c, s)
	}
	a.finish(c, s, a.problems.Errors() > before)
}

// finish checks a chosen chart and gives it its words.
func (a *assembly) finish(c *Chart, s *selection, refused bool) {
	b := c.Block
	if c.NotYet {
		return
	}
	if refused || (len(c.Used) == 0 || c.Spec == nil) && !a.Set.Complete() {
		c.Spec = nil
		return // said, or what it asks for may have been refused
	}
	if len(c.Used) == 0 || c.Spec == nil { // a total may be known, and none of the parts asked for
		a.leaveEmpty(c, s)
		return
	}
	c.Subtitle = a.subtitle(c, s)
	c.Table.Caption = c.Subtitle
	if unit := s.unit(); unit != "" && unit != "%" && !c.Spec.Axis.Percent {
		c.Table.Caption += ", in " + unit
	}
	if slices.Contains(c.areas, nil) {
		c.areas = nil // the rows are periods, categories or indicators
	}
	a.measureCoverage(c, s)
	c.Remarks = a.remarks(c, s)
	c.markRevised(s.page)
	if remark := a.revisedRemark(c, s.page); remark != "" {
		c.Remarks = append(c.Remarks, remark)
	}
	if b.Kind == content.TableBlock {
		a.warnOfWants(c, s)
		c.Spec = nil
		return
	}
	if c.Spec.Title = c.Title.Marked(); c.Title != nil && c.Spec.Title == "" {
		c.Spec.Title = c.Subtitle // a title whose figures failed: reported there
	}
	c.Spec.Subtitle = c.Subtitle
	c.Spec.Locale = a.Locale
	if c.nothingShown() {
		if a.Set.Complete() {
			a.leaveEmpty(c, s)
		}
		c.Spec = nil
		return
	}
	a.warnOfWants(c, s)
	a.validate(c, s)
}

// validate asks the drawing what it cannot show. The first thing is said, at
// the field that it comes from: what stands behind it often follows from it.
func (a *assembly) validate(c *Chart, s *selection) {
	if c.Spec.Title == "" {
		a.refuse(where(c.Block), "add title: and say in a sentence what the chart shows", "a chart needs a title")
		c.Spec = nil
		return
	}
	wrong := c.Spec.Validate()
	if len(wrong) == 0 {
		return
	}
	if a.Set.Complete() {
		b := c.Block
		at := where(b)
		switch { // what is left to refuse here
		case s.is("map"):
			at = where(b, b.Areas) // a code that no map knows
		case s.is("stacked"):
			at = where(b, []content.Scalar{b.Values}) // shares of nothing but zeros
		}
		if len(c.Spec.Rows) > 1 && len(c.Spec.Series) > 0 && len(oneRow(c.Spec).Validate()) == 0 { // there may be too many rows
			at = a.rowWord(c, s)
		}
		if one := *c.Spec; len(one.Series) > 1 { // it may be that there are too many
			if one.Series = one.Series[:1]; len(one.Validate()) == 0 {
				at = a.layout(s).maker
			}
		}
		a.refuse(at, "change the block, or the data it asks for", "%s", wrong[0])
	}
	c.Spec = nil
}

// oneRow is a spec with the first of its rows that has a value, alone.
func oneRow(spec *chart.Spec) *chart.Spec {
	at := max(0, slices.IndexFunc(spec.Series[0].Points, func(p chart.Point) bool { return !p.Missing }))
	one := *spec
	one.Rows, one.Series = one.Rows[at:at+1], slices.Clone(one.Series)
	for i := range one.Series {
		one.Series[i].Points = one.Series[i].Points[at : at+1]
	}
	return &one
}

// rowWord is the word of the field that makes the rows of a chart as many as
// they are.
func (a *assembly) rowWord(c *Chart, s *selection) content.Scalar {
	b := c.Block
	switch {
	case c.areas != nil:
		return where(b, b.Areas)
	case a.layout(s).overTime:
		return where(b, b.Periods)
	case s.by != nil:
		return where(b, b.Categories, []content.Scalar{b.By})
	}
	return where(b, b.Indicators)
}

// look finds an observation and enters it into the chart's list.
func (a *assembly) look(c *Chart, indicator *data.Indicator, area *data.Area, p period.Period, path []data.CategoryRef) *data.Observation {
	if indicator == nil {
		return nil
	}
	var o *data.Observation
	if len(path) == 0 {
		o = a.Set.Total(indicator, area, p)
	} else {
		o, _ = a.Set.Lookup(data.Cell{Indicator: indicator.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(path)})
	}
	if o == nil {
		c.want(indicator, area, p, path)
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
		return o.Value, perCent(o.Indicator), true
	case o.HasShare:
		return o.Share, true, true
	}
	return decimal.Decimal{}, false, false
}

// datum is an observation as a cell of a table.
func (a *assembly) datum(o *data.Observation) Datum {
	text, ok := figure.Written(o, a.Locale)
	if !ok {
		return Datum{Text: a.absence(o), Missing: true, Observation: o}
	}
	return Datum{Text: text, Observation: o}
}

// absence says that a value is missing: "no figure", or that it was suppressed, or, on a
// draft, that it is not there yet.
func (a *assembly) absence(o *data.Observation) string {
	switch {
	case o != nil && o.Status == data.Suppressed:
		return "suppressed"
	case o == nil && a.draft:
		return NoValueYet
	}
	return "no figure"
}

// point is an observation as a point of a series.
func (a *assembly) point(o *data.Observation) chart.Point {
	d, _, ok := amount(o)
	if !ok {
		return chart.Point{Missing: true, MissingText: a.absence(o)}
	}
	return chart.Point{Value: d.Float(), Label: a.datum(o).Text, Estimated: o.Status.Estimated(), Differs: o.Status == data.DefinitionDiffers}
}
