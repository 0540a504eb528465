package site

import (
	"fmt"
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// NoValueYet stands on a draft in place of a value that the data does not have yet.
const NoValueYet = "no value yet"

// NotYetMark is that where no style can set it apart: in titles, the texts of images,
// feeds.
const NotYetMark = "[" + NoValueYet + "]"

// want notes a cell that a chart asks for and the data does not have. A breakdown names
// the categories that there are, so that one that it does not name is not wanted.
func (c *Chart) want(indicator *data.Indicator, area *data.Area, p period.Period, path []data.CategoryRef) {
	if c.Page.IsDraft() && len(path) == len(c.Block.Part) {
		cell := data.Cell{Indicator: indicator.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(path)}
		if !slices.Contains(c.Wants, cell) {
			c.Wants = append(c.Wants, cell)
		}
	}
}

// leaveEmpty reports a chart that shows nothing. On a draft it may be that nothing was
// entered yet: that is a warning, and the chart's place is kept.
func (a *assembly) leaveEmpty(c *Chart, s *selection) {
	if a.draft && a.awaited(c, s) {
		b := s.block
		a.await(c, s, where(b, b.Periods, []content.Scalar{b.Period}, b.Indicators))
		return
	}
	a.refuseEmpty(s)
	c.Spec = nil
}

// awaited tells whether what a chart asks for may still be entered: the data does not
// have all of its totals, or not the parts of one that it has. What says why it has no
// value will not be.
func (a *assembly) awaited(c *Chart, s *selection) bool {
	found := false
	for n := range max(1, len(s.indicators)) {
		for _, area := range s.areas {
			i := s.indicatorFor(a, area, n)
			if i == nil {
				continue
			}
			for _, p := range s.periods {
				switch o, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(s.part)}); {
				case !ok:
					found = true
					c.want(i, area, p, s.part)
				case s.by != nil && (o.HasValue || o.HasShare):
					found = true
				case s.is("change", "dumbbell") && (o.HasValue || o.HasShare): // then it is the base that lacks
					_, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: s.base, Categories: data.CategoriesKey(s.part)})
					found = found || !ok
				}
			}
		}
	}
	return found
}

// await keeps the place of a chart that has no values yet.
func (a *assembly) await(c *Chart, s *selection, at content.Scalar) {
	a.awaitAt(s.block, at)
	if c.Spec == nil {
		c.Spec = &chart.Spec{}
	}
	*c = Chart{Block: c.Block, Page: c.Page, Title: c.Title, Note: c.Note, Subtitle: a.subtitle(c, s), Wants: c.Wants, NotYet: true}
}

func (a *assembly) awaitAt(b *content.Block, at content.Scalar) {
	a.problems.Warnf(at.Pos, at.Len, figure.RuleNoValue, figure.EnterHint, "the %s shows nothing yet: the data has no value for what it asks", b.Kind)
}

// warnOfWants reports the values that a chart lacks.
func (a *assembly) warnOfWants(c *Chart, s *selection) {
	if len(c.Wants) == 0 || !a.Set.Complete() {
		return
	}
	first := c.Wants[0]
	area, _ := a.Set.Area(first.Area)
	what := fmt.Sprintf("%s, %s, %s", first.Indicator, area.Name, first.Period)
	if more := len(c.Wants) - 1; more > 0 {
		what += fmt.Sprintf(", and %d more", more)
	}
	b := s.block
	at := where(b, b.Periods, []content.Scalar{b.Period}, b.Indicators)
	a.problems.Warnf(at.Pos, at.Len, figure.RuleNoValue, figure.EnterHint, "the %s lacks values that it asks for: the data has no %s", b.Kind, what)
}
