package site

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// selectCells looks up every name in a block. It is false when the block asks
// for something that is not there: the problems are reported.
func (a *assembly) selectCells(t *Text, b *content.Block) (*selection, bool) {
	before := a.problems.Errors()
	s := &selection{}
	for _, id := range b.Indicators {
		if id.Value == "headline" {
			s.headline = true
			if len(b.Indicators) > 1 || t.Page.Edition == nil {
				a.problems.Errorf(id.Pos, id.Len, "chart", "name the indicators themselves",
					"headline stands alone, and only in an edition: it is each country's own indicator")
			}
			continue
		}
		if i := a.indicator(id); i != nil {
			s.indicators = append(s.indicators, i)
		}
	}
	if len(b.Indicators) == 0 {
		a.problems.Errorf(b.Pos, b.Len, "chart", "add indicator: and an id of data/indicators.yaml, or headline", "the %s names no indicator", b.Kind)
	}
	a.selectAreas(s, t, b)
	a.selectPeriods(s, t, b)
	if b.By.Value != "" {
		s.by = a.dimension(b.By)
	}
	a.selectShape(s, b)
	if len(s.areas) == 0 || len(s.periods) == 0 {
		known := len(s.areas) > 0 || a.problems.Errors() == 0           // the edition may have lost its areas
		if known && a.problems.Errors() == before && a.Set.Complete() { // else it follows from what was reported
			a.problems.Errorf(b.Pos, b.Len, "chart", "name areas and periods for which data/observations/ has values",
				"the %s shows nothing: there are no areas or periods as it asks for", b.Kind)
		}
		return s, false
	}
	return s, a.problems.Errors() == before
}

// selectShape refuses combinations that no one axis can show, and fields that
// would do nothing.
func (a *assembly) selectShape(s *selection, b *content.Block) {
	a.oneOf(b.Type, "chart type", []string{"change", "bar", "line"})
	a.oneOf(b.Sort, "order", []string{"value", "name", "given"})
	idle := func(word content.Scalar, field, why string) {
		if word.Value != "" {
			a.problems.Errorf(word.Pos, word.Len, "chart", "remove it", "%s: has no effect here: %s", field, why)
		}
	}
	switch b.Type.Value {
	case "change", "line":
		idle(b.By, "by", "a "+b.Type.Value+" chart is not split by categories")
	}
	if b.Type.Value == "line" {
		idle(b.Sort, "sort", "a line runs over time")
	}
	if b.Type.Value != "change" {
		idle(b.Compare, "compare", "only a chart of type change compares")
	} else if len(b.Periods) > 0 {
		idle(b.Compare, "compare", "periods: names both already")
	}
	if len(b.Periods) > 0 {
		idle(b.Period, "period", "periods: is there too")
	}
	for _, list := range [][]content.Scalar{b.Indicators, b.Areas, b.Periods} {
		a.noneTwice(list)
	}
	if b.Type.Value == "change" {
		for n, i := range s.indicators {
			if i.Measure == data.Share || i.Measure == data.Change {
				a.problems.Errorf(b.Indicators[n].Pos, b.Indicators[n].Len, "chart", "show it as bars or lines",
					"a change chart compares counts, and %s is in per cent", i.ID)
			}
		}
	}
	a.selectSplit(s, b, idle)
	for _, i := range s.indicators[min(1, len(s.indicators)):] {
		if b.Kind == content.ChartBlock && (i.Unit != s.indicators[0].Unit) {
			a.problems.Errorf(b.Pos, b.Len, "chart", "make two charts, or a table",
				"%s and %s are counted in different units, which one axis cannot show", s.indicators[0].ID, i.ID)
		}
	}
	if b.Type.Value == "change" && len(s.indicators) > 1 {
		a.problems.Errorf(b.Pos, b.Len, "chart", "make a chart for each, or use headline", "a change chart shows one indicator, not %d", len(s.indicators))
	}
}

// selectSplit refuses what leaves no room for categories, and an order where
// the rows run over time.
func (a *assembly) selectSplit(s *selection, b *content.Block, idle func(content.Scalar, string, string)) {
	how := seriesByPeriod
	if s.by != nil {
		how = categories
		several := 0
		for _, n := range []int{len(s.areas), len(s.periods), len(s.indicators)} {
			if n > 1 {
				several++
			}
		}
		switch {
		case s.headline:
			a.problems.Errorf(b.By.Pos, b.By.Len, "chart", "name the indicator", "by: wants one indicator, and headline is another in each country")
		case several > 1:
			a.problems.Errorf(b.By.Pos, b.By.Len, "chart", "make several charts", "by: leaves room for several areas, or several periods, or several indicators, and not for two of them")
		}
	}
	if b.Type.Value != "line" && b.Type.Value != "change" && rowsArePeriods(s, how) && len(s.periods) > 1 {
		idle(b.Sort, "sort", "the rows run over time")
	}
}

// oneOf reports a word that is none of those a field knows.
func (a *assembly) oneOf(word content.Scalar, what string, known []string) {
	if word.Value != "" && !slices.Contains(known, word.Value) {
		a.problems.Errorf(word.Pos, word.Len, "chart", diag.DidYouMean(word.Value, known, "it is one of "+a.Locale.List(known)),
			"unknown %s %q", what, word.Value)
	}
}

// noneTwice reports words that a list repeats.
func (a *assembly) noneTwice(list []content.Scalar) {
	seen := map[string]bool{}
	for _, word := range list {
		if seen[word.Value] {
			a.problems.Errorf(word.Pos, word.Len, "chart", "remove one", "%s is named twice", word.Value)
		}
		seen[word.Value] = true
	}
}

func (a *assembly) indicator(id content.Scalar) *data.Indicator {
	if i, ok := a.Set.Indicator(id.Value); ok {
		return i
	}
	known := make([]string, 0, len(a.Set.Indicators()))
	for _, i := range a.Set.Indicators() {
		known = append(known, i.ID)
	}
	a.unknown("indicator", id, known, "data/indicators.yaml")
	return nil
}

func (a *assembly) dimension(id content.Scalar) *data.Dimension {
	if d, ok := a.Set.Dimension(id.Value); ok {
		return d
	}
	known := make([]string, 0, len(a.Set.Dimensions()))
	for _, d := range a.Set.Dimensions() {
		known = append(known, d.ID)
	}
	a.unknown("dimension", id, known, "data/dimensions.yaml")
	return nil
}

// selectAreas reads areas: ids, one group, or report; without it, the page's
// own area, or all of the edition's.
func (a *assembly) selectAreas(s *selection, t *Text, b *content.Block) {
	for _, id := range b.Areas {
		if id.Value == "report" {
			if t.Page.Edition == nil {
				a.problems.Errorf(id.Pos, id.Len, "chart", "list the areas", "report means the areas of an edition, and this page is in none")
				continue
			}
			s.addAreas(t.Page.Edition.Areas...)
			continue
		}
		area := a.area(id)
		if area == nil {
			continue
		}
		if !area.Group || !a.membersHaveData(s, area) {
			s.addAreas(area)
			continue
		}
		if len(b.Areas) == 1 {
			s.areasName = area.Name
		}
		for _, member := range area.Members {
			if m, ok := a.Set.Area(member); ok {
				s.addAreas(m)
			}
		}
	}
	if len(b.Areas) > 0 {
		return
	}
	switch {
	case t.Page.Area != nil:
		s.areas = append(s.areas, t.Page.Area)
	case t.Page.Edition != nil:
		s.areas = t.Page.Edition.Areas
	default:
		a.problems.Errorf(b.Pos, b.Len, "chart", "add areas: with ids of data/areas.yaml", "the %s names no areas", b.Kind)
	}
}

// addAreas adds areas that are not there yet: groups may share members.
func (s *selection) addAreas(areas ...*data.Area) {
	for _, area := range areas {
		if !slices.Contains(s.areas, area) {
			s.areas = append(s.areas, area)
		}
	}
}

// membersHaveData tells whether a group stands for its members in a chart: it
// does where any of them has the indicator, else it is an area of its own.
func (a *assembly) membersHaveData(s *selection, group *data.Area) bool {
	if s.headline {
		return true
	}
	for _, member := range group.Members {
		for _, i := range s.indicators {
			if len(a.Set.History(i.ID, member, "")) > 0 {
				return true
			}
		}
	}
	return false
}
