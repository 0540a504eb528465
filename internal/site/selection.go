package site

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// selection is what a block asks for, every name looked up.
type selection struct {
	block      *content.Block
	page       *Page
	indicators []*data.Indicator // nil entries never occur; empty under headline
	headline   bool
	areas      []*data.Area
	areasName  string     // of a group, or "" when the areas were listed
	group      *data.Area // the group that areas: names alone; may be nil
	periods    []period.Period
	base       period.Period      // what is compared with
	part       []data.CategoryRef // that is counted, instead of the whole
	by         *data.Dimension
	notYet     bool            // on a draft: the data has no periods as it asks for yet
	categories []data.Category // of by; all of its dimension unless they are named
}

// kind is the type of chart that a block asks for; "bar" for a table that names
// none, since its cells are arranged in that way.
func (s *selection) kind() string {
	if s.block.Type.Value == "" {
		return "bar"
	}
	return s.block.Type.Value
}

// is tells whether the block is of one of some types.
func (s *selection) is(types ...string) bool { return slices.Contains(types, s.kind()) }

// indicatorFor is the indicator that an area is shown with.
func (s *selection) indicatorFor(a *assembly, area *data.Area, n int) *data.Indicator {
	if !s.headline {
		return s.indicators[n]
	}
	if s.page.Edition == nil {
		return nil
	}
	indicator, _ := a.Set.Indicator(s.page.Edition.HeadlineOf(area.ID))
	return indicator
}

// where is the place of the first of some fields that the block has; where it
// has none of them, of its type, its indicator or its backticks.
func where(b *content.Block, fields ...[]content.Scalar) content.Scalar {
	for _, words := range append(fields, []content.Scalar{b.Type}, b.Indicators) {
		if len(words) > 0 && words[0].Value != "" {
			return words[0]
		}
	}
	return content.Scalar{Pos: b.Pos, Len: b.Len}
}

// refuse reports a problem at a field of a block.
func (a *assembly) refuse(at content.Scalar, hint, format string, args ...any) {
	a.problems.Errorf(at.Pos, at.Len, "chart", hint, format, args...)
}

// selectCells looks up every name in a block. It is false when the block asks
// for something that is not there: the problems are reported.
func (a *assembly) selectCells(p *Page, b *content.Block) (*selection, bool) {
	before := a.problems.Errors()
	s := &selection{block: b, page: p}
	if !a.selectType(b) {
		return s, false // what it may ask for is not known
	}
	a.selectIndicators(s)
	a.selectAreas(s)
	a.selectPart(s)
	a.selectCategories(s)
	a.selectPeriods(s)
	a.selectFields(s)
	if a.problems.Errors() == before {
		a.regroup(s)
		a.selectShape(s)
	}
	if len(s.areas) == 0 || len(s.periods) == 0 {
		known := len(s.areas) > 0 || p.Edition == nil || !p.Edition.unsure // which may have lost its areas
		switch at := where(b, b.Periods, b.Areas); {                       // else it follows from what was reported
		case !known || a.problems.Errors() > before || !a.Set.Complete():
		case a.draft && len(s.areas) > 0:
			a.awaitAt(b, at)
			s.notYet = true
		default:
			a.refuse(at, "name areas and periods for which data/observations/ has values",
				"the %s shows nothing: there are no areas or periods as it asks for", b.Kind)
		}
		return s, false
	}
	return s, a.problems.Errors() == before
}

// types are the kinds of chart that a block can ask for.
func types() []string {
	return []string{"change", "bar", "line", "dumbbell", "stacked", "donut", "multiples", "map"}
}

// selectType is false for a block whose type is unknown, or was refused.
func (a *assembly) selectType(b *content.Block) bool {
	if b.Type.Value == "spark" {
		a.refuse(b.Type, "write type: line, or leave the small line to the templates", "a spark stands in a line of text, and only templates draw it")
		return false
	}
	return a.oneOf(b.Type, "chart type", types()) && (b.Type.Value != "" || b.Kind == content.TableBlock)
}

func (a *assembly) selectIndicators(s *selection) {
	b := s.block
	for _, id := range b.Indicators {
		if id.Value == "headline" {
			s.headline = true
			if len(b.Indicators) > 1 || s.page.Edition == nil {
				a.refuse(id, "name the indicators themselves", "headline stands alone, and only in an edition: it is each country's own indicator")
			}
			continue
		}
		if i := a.indicator(id, "headline"); i != nil {
			s.indicators = append(s.indicators, i)
		}
	}
	if len(b.Indicators) == 0 {
		a.refuse(where(b), "add indicator: and an id of data/indicators.yaml, or headline", "the %s names no indicator", b.Kind)
	}
}

// selectPart reads part: the categories that all cells are of, as age=children.
func (a *assembly) selectPart(s *selection) {
	for _, word := range s.block.Part {
		dimension, id, ok := strings.Cut(word.Value, "=")
		if !ok {
			a.refuse(word, "write it as age=children", "%q is no part: it names a dimension and a category", word.Value)
			continue
		}
		named := word
		named.Value, named.Len = dimension, len([]rune(dimension))
		d := a.dimension(named)
		if d == nil {
			continue
		}
		if slices.ContainsFunc(s.part, func(c data.CategoryRef) bool { return c.Dimension == d.ID }) {
			a.refuse(word, "remove one", "two parts are of %s, and nothing is in both", d.ID)
			continue
		}
		if c, ok := a.category(d, word, id); ok {
			s.part = append(s.part, data.CategoryRef{Dimension: d.ID, ID: c.ID})
		}
	}
	if s.headline && len(s.block.Part) > 0 {
		a.refuse(s.block.Part[0], "name the indicator", "part: wants one indicator, and headline is another in each country")
	}
}

// selectCategories reads by: and categories:.
func (a *assembly) selectCategories(s *selection) {
	b := s.block
	if b.By.Value == "" {
		return
	}
	if s.by = a.dimension(b.By); s.by == nil {
		return
	}
	s.categories = s.by.Categories
	if len(b.Categories) == 0 {
		return
	}
	s.categories = nil
	for _, word := range b.Categories {
		if c, ok := a.category(s.by, word, word.Value); ok {
			s.categories = append(s.categories, c)
		}
	}
}

// category looks a category up that a word names.
func (a *assembly) category(d *data.Dimension, word content.Scalar, id string) (data.Category, bool) {
	c, ok := d.Category(id)
	if ok {
		return c, true
	}
	known := make([]string, 0, len(d.Categories))
	for _, c := range d.Categories {
		known = append(known, c.ID)
	}
	a.problems.Errorf(word.Pos, word.Len, "unknown-name", diag.DidYouMean(id, known, "look into data/dimensions.yaml for those there are"),
		"%s has no category %q", d.ID, id)
	return data.Category{}, false
}

// oneOf reports a word that is none of those a field knows.
func (a *assembly) oneOf(word content.Scalar, what string, known []string) bool {
	if word.Value == "" || slices.Contains(known, word.Value) {
		return true
	}
	a.refuse(word, diag.DidYouMean(word.Value, known, "it is one of "+a.Locale.List(known)), "unknown %s %q", what, word.Value)
	return false
}

// indicator looks an id up; also are the words that may stand in its place.
func (a *assembly) indicator(id content.Scalar, also ...string) *data.Indicator {
	if i, ok := a.Set.Indicator(id.Value); ok {
		return i
	}
	known := slices.Clone(also)
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
