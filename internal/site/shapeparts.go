package site

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/data"
)

// pieces is what the parts of a whole are.
type pieces int

const (
	byCategory pieces = iota // of a breakdown
	byIndicator
	byArea
)

// pieces tells what a stacked chart or a donut is made of.
func (s *selection) pieces() pieces {
	switch {
	case s.by != nil:
		return byCategory
	case len(s.indicators) > 1:
		return byIndicator
	}
	return byArea
}

// shapeParts refuses parts that are no parts of one whole.
func (a *assembly) shapeParts(s *selection) {
	b := s.block
	switch {
	case s.headline:
		a.refuse(b.Indicators[0], "name the indicator", "the parts of a whole are of one indicator, and headline is another in each country")
		return
	case len(s.indicators) == 0 || len(s.areas) == 0:
		return
	case s.indicators[0].Measure == data.Change:
		a.refuse(b.Indicators[0], "show it as bars", "a %s chart shows the parts of a whole, and %s is a change, which may be negative", s.kind(), s.indicators[0].ID)
		return
	case s.kind() == "donut" && len(s.areas) > 1 && s.pieces() != byArea:
		a.refuse(where(b, b.Areas), "name one area, or write type: stacked", "a donut is of one area, not %d", len(s.areas))
		return
	case s.pieces() == byArea && len(s.areas) == 1:
		a.refuse(where(b), "add by: and a dimension, or name several indicators or areas", "a %s chart shows the parts of a whole, and the block names none", s.kind())
		return
	}
	switch s.pieces() {
	case byArea:
		a.partsOfAreas(s)
	case byIndicator:
		a.partsOfIndicators(s)
	}
	if b.Values.Value == "counts" && perCent(s.indicators[0]) {
		a.refuse(b.Values, "remove it", "%s is in per cent, and has no counts", s.indicators[0].ID)
	}
}

// partsOfAreas refuses areas whose values may not be added up: because of what
// is counted, or since one of them is within another.
func (a *assembly) partsOfAreas(s *selection) {
	i := s.indicators[0]
	if i.Add != data.AddAreas && i.Add != data.AddAll {
		a.refuse(s.block.Indicators[0], caveated("show it as bars", i), "%s may not be summed over areas, so that they are no parts of a whole", i.ID)
		return
	}
	for n, area := range s.areas {
		for _, other := range s.areas[:n] {
			if shared := a.shared(area, other); shared != "" {
				a.refuse(areaWord(s.block, area), "name either the whole or its parts", "%s and %s both hold %s, which would be counted twice", other.ID, area.ID, shared)
				return
			}
		}
	}
}

// shared is the name of a place that two areas both hold; "" where they have
// nothing in common.
func (a *assembly) shared(x, y *data.Area) string {
	held := a.held(x)
	for _, id := range a.held(y) {
		if slices.Contains(held, id) {
			if area, ok := a.Set.Area(id); ok {
				return area.Name
			}
		}
	}
	return ""
}

// held are the ids of an area and of all that it covers or has as members.
func (a *assembly) held(area *data.Area) []string {
	ids := []string{area.ID}
	for n := 0; n < len(ids); n++ { // grows as it goes
		one, ok := a.Set.Area(ids[n])
		if !ok {
			continue
		}
		for _, id := range slices.Concat(one.Members, one.Covers) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// areaWord is the word of areas: that brings an area: its own, or the first.
func areaWord(b *content.Block, area *data.Area) content.Scalar {
	for _, word := range b.Areas {
		if word.Value == area.ID {
			return word
		}
	}
	return where(b, b.Areas)
}

// partsOfIndicators refuses indicators that are no parts of one whole: that are
// never added up, of which one is among the cases of another, or which have no
// indicator in common that they are all of.
func (a *assembly) partsOfIndicators(s *selection) {
	words, first := s.block.Indicators, s.indicators[0]
	for n, i := range s.indicators {
		switch {
		case i.Add == data.AddNone || perCent(i):
			a.refuse(words[n], caveated("show them as bars", i), "%s may not be added up with others", i.ID)
			return
		case i.Unit != first.Unit:
			return // reported as a mix of units
		case i.Measure != first.Measure:
			a.refuse(words[n], caveated("show them as bars", i), "%s is a %s and %s is a %s, so that they may not be added up", i.ID, i.Measure, first.ID, first.Measure)
			return
		}
		for _, other := range s.indicators[:n] {
			if whole, part := nested(i, other); whole != nil {
				a.refuse(words[n], "name either the whole or its parts", "the cases of %s are among those of %s, and would be counted twice", part.ID, whole.ID)
				return
			}
			if !alike(i, other) {
				a.refuse(words[n], caveated("show them as bars; or, where both are parts of one indicator, say so with of: in data/indicators.yaml", i),
					"%s and %s are not known to be parts of one whole, so that they may not be added up", other.ID, i.ID)
				return
			}
		}
	}
}

// caveated is a hint with the caveat of an indicator behind it.
func caveated(hint string, i *data.Indicator) string {
	if i.Caveat == "" {
		return hint
	}
	return hint + "; the caveat of " + i.ID + ": “" + i.Caveat + "”"
}

// nested finds which of two indicators has the cases of the other among its own.
func nested(x, y *data.Indicator) (whole, part *data.Indicator) {
	for i := x.Of; i != nil; i = i.Of {
		if i == y {
			return y, x
		}
	}
	for i := y.Of; i != nil; i = i.Of {
		if i == x {
			return x, y
		}
	}
	return nil, nil
}

// alike tells whether two indicators are known to be parts of one whole. Stocks
// are not so by themselves: refugees may have temporary protection too.
func alike(x, y *data.Indicator) bool { return x.Of != nil && y.Of != nil && root(x) == root(y) }

// root is the indicator that all cases of i are among at the furthest remove.
func root(i *data.Indicator) *data.Indicator {
	for i.Of != nil {
		i = i.Of
	}
	return i
}
