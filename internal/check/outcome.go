package check

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/site"
)

// outcomes reports values that are of another indicator's (see the key of), and
// together above it, where none of them has a note that says why. Decisions of
// a quarter may concern applications of an earlier one: then a reader is told.
func outcomes(s *site.Site, r *Reporter) {
	of := map[*data.Indicator][]*data.Indicator{}
	for _, i := range s.Set.Indicators() {
		if i.Of != nil {
			of[i.Of] = append(of[i.Of], i)
		}
	}
	if len(of) == 0 {
		return
	}
	sum := outcomeSum{set: s.Set, of: of}
	for _, whole := range s.Set.Observations() {
		if len(of[whole.Indicator]) == 0 || !whole.HasValue {
			continue
		}
		sum.total, sum.parts, sum.ok = decimal.Decimal{}, sum.parts[:0], true
		sum.add(whole.Indicator, whole.Cell())
		if !sum.ok || sum.total.Cmp(whole.Value) <= 0 || slices.ContainsFunc(sum.parts, noted) {
			continue
		}
		accepts := slices.Clone(reasonsFor(whole, nil))
		for _, part := range sum.parts {
			accepts = append(accepts, reasonsFor(part, nil)...)
		}
		first := sum.parts[0]
		r.Find(Finding{Pos: first.Pos, Len: first.Len, Accepts: accepts,
			Message: sum.words() + " " + s.Locale.Number(sum.total) + ", more than the " + s.Locale.Number(whole.Value) + " of " + whole.Indicator.ID + " in " + whole.Area.Name + " that they are of, at " + whole.Pos.String(),
			Hint:    "correct a number; or say in a note what they are of as well, such as earlier periods"})
	}
}

// outcomeSum adds up the values that are of a cell.
type outcomeSum struct {
	set   *data.Set
	of    map[*data.Indicator][]*data.Indicator
	total decimal.Decimal
	parts []*data.Observation
	ok    bool // they could be added
}

// add adds the values of the indicators that are of the whole, in its cell;
// where one has none, of those that are of it in turn.
func (s *outcomeSum) add(whole *data.Indicator, cell data.Cell) {
	for _, i := range s.of[whole] {
		cell.Indicator = i.ID
		part, found := s.set.Lookup(cell)
		if !found || !part.HasValue {
			s.add(i, cell)
			continue
		}
		var fits bool
		if s.total, fits = s.total.Add(part.Value); !fits {
			s.ok = false
		}
		s.parts = append(s.parts, part)
	}
}

// words are the indicators that are added, and that they are.
func (s *outcomeSum) words() string {
	var ids []string
	for _, part := range s.parts {
		ids = append(ids, part.Indicator.ID)
	}
	if len(ids) == 1 {
		return ids[0] + " is"
	}
	last := len(ids) - 1
	return strings.Join(ids[:last], ", ") + " and " + ids[last] + " add up to"
}
