package site

import (
	"slices"
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
)

// mostBounds is how many bounds the five classes of a map in shades have.
const mostBounds = 4

// standardDisclaimer stands below a map where data/site.yaml has no other.
const standardDisclaimer = "The borders and names on this map follow its source, and are no opinion on the status of any territory."

// style is how a map shows its values: as it says, or counts as symbols and
// shares in shades.
func (s *selection) style() chart.MapStyle {
	switch s.block.Style.Value {
	case "symbols":
		return chart.Symbols
	case "shades":
		return chart.Shades
	}
	if !s.headline && len(s.indicators) > 0 && perCent(s.indicators[0]) {
		return chart.Shades
	}
	return chart.Symbols
}

// shapeMap refuses what a map cannot show, or would show misleadingly.
func (a *assembly) shapeMap(s *selection) {
	b := s.block
	if len(s.indicators) > 1 {
		a.refuse(b.Indicators[1], "make a map for each", "a map shows one indicator, not %d", len(s.indicators))
		return
	}
	if len(s.areas) > 0 && !coded(s.areas) && b.Kind == content.ChartBlock {
		a.refuse(where(b, b.Areas), "give the areas their code: in data/areas.yaml, or show them as bars", "a map finds areas by their ISO code, and none of these has one")
	}
	a.bounds(s)
	if s.headline {
		if s.style() == chart.Shades {
			a.refuse(b.Style, "write style: symbols", "shades are for shares, and headline figures are counts")
		}
		return
	}
	if len(s.indicators) == 0 {
		return
	}
	switch i := s.indicators[0]; {
	case perCent(i) && s.style() == chart.Symbols:
		a.refuse(b.Style, "write style: shades, or leave it out", "the area of a symbol is a count, and %s is in per cent", i.ID)
	case !perCent(i) && s.style() == chart.Shades:
		a.refuse(b.Style, "write style: symbols, or leave it out", "%s is a count: in shades a large country looks like a large number", i.ID)
	}
}

func coded(areas []*data.Area) bool {
	return slices.ContainsFunc(areas, func(area *data.Area) bool { return mapCode(area) != "" })
}

// mapCode is the code by which a map finds an area: not one that the site
// assigned itself, from XAA to XZZ, except that of Kosovo.
func mapCode(area *data.Area) string {
	if strings.HasPrefix(area.Code, "X") && area.Code != "XKX" {
		return ""
	}
	return area.Code
}

// bounds reads classes: rising numbers.
func (a *assembly) bounds(s *selection) []float64 {
	words := s.block.Classes
	if len(words) > 0 && s.style() != chart.Shades {
		a.idle(words[0], "classes", "symbols have no classes")
		return nil
	}
	if len(words) > mostBounds {
		a.refuse(words[mostBounds], "name four bounds at most, for five classes", "%d bounds make %d classes, more than the eye can tell apart", len(words), len(words)+1)
		return nil
	}
	var all []float64
	var last decimal.Decimal
	for n, word := range words {
		d, err := decimal.Parse(word.Value)
		switch {
		case err != nil:
			a.refuse(word, "write classes: [10, 20, 30]", "%q is no number", word.Value)
			return nil
		case n > 0 && d.Cmp(last) <= 0:
			a.refuse(word, "write the smallest first", "the bounds of classes rise, and %s does not come after %s", word.Value, words[n-1].Value)
			return nil
		}
		last = d
		all = append(all, d.Float())
	}
	return all
}

// chooseMap fills a map: a row an area.
func (a *assembly) chooseMap(c *Chart, s *selection) {
	a.chooseGrid(c, s)
	if c.Spec == nil {
		return
	}
	c.Spec.Map = chart.MapLook{Style: s.style(), Bounds: a.bounds(s), Disclaimer: a.disclaimer()}
	for _, area := range s.areas {
		if code := mapCode(area); area.Note != "" && code != "" {
			c.Spec.Map.Dashed = append(c.Spec.Map.Dashed, code)
		}
	}
	c.Spec.Map.Naming = a.namings(s.areas) // the others are among the remarks
}

// namings are the remarks on names of all areas but those that a map shows, which have theirs beside it: for maps on which
// they are neighbours. What is said of one that is shown needs no saying twice.
func (a *assembly) namings(shown []*data.Area) (all []chart.Naming) {
	for _, area := range a.Set.Areas() {
		said := slices.ContainsFunc(shown, func(one *data.Area) bool { return one.Note == area.Note })
		if code := mapCode(area); area.Note != "" && code != "" && !said {
			all = append(all, chart.Naming{Code: code, Note: area.Name + ": " + area.Note})
		}
	}
	return all
}

// disclaimer is what stands below every map.
func (a *assembly) disclaimer() string {
	switch text := a.Set.Site.Maps.Disclaimer; text {
	case "":
		return standardDisclaimer
	case "none":
		return ""
	default:
		return text
	}
}
