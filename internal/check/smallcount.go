package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/site"
)

// smallCounts reports parts that are a few children, who might be recognised.
// The site's threshold says how few.
func smallCounts(s *site.Site, r *Reporter) {
	limit := decimal.FromInt(int64(s.Set.Site.Thresholds.SmallCount))
	young := map[data.CategoryRef]bool{}
	for _, d := range s.Set.Dimensions() {
		for _, c := range d.Categories {
			young[data.CategoryRef{Dimension: d.ID, ID: c.ID}] = speaksOfChildren(c.ID) || speaksOfChildren(c.Name) || isAge(d) && isYoung(c.Name)
		}
	}
	for _, o := range s.Set.Observations() {
		if len(o.Path) == 0 || !o.HasValue || o.Value.Sign() <= 0 || o.Value.Cmp(limit) >= 0 {
			continue
		}
		i := o.Indicator
		if i.Measure != data.Flow && i.Measure != data.Stock {
			continue
		}
		if slices.ContainsFunc(o.Path, func(c data.CategoryRef) bool { return young[c] }) || speaksOfChildren(i.Name) || speaksOfChildren(i.Unit.Other) {
			r.Find(Finding{Pos: o.Pos, Len: o.Len, Accepts: reasonsFor(o, nil),
				Message: strings.Join([]string{i.ID, o.Area.ID, o.Period.String(), strings.ReplaceAll(o.Cell().Categories, " ", ", ")}, ", ") + " is " + o.Value.String() + ": so few children might be recognised",
				Hint:    "suppress it and a second part, {status: Q}; where others have published it, say so: accept: {small-count: published by …}"})
		}
	}
}

// speaksOfChildren tells whether a name has a word for children.
func speaksOfChildren(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.ContainsFunc(words, func(w string) bool {
		switch strings.TrimSuffix(w, "s") {
		case "child", "children", "boy", "girl", "uasc", "minor", "unaccompanied", "infant", "baby", "babie", "toddler", "teenager", "adolescent", "juvenile", "newborn", "pupil", "schoolchildren":
			return true
		}
		return false
	})
}

// isAge tells whether a dimension splits by age.
func isAge(d *data.Dimension) bool {
	return slices.ContainsFunc([]string{d.ID, d.Name}, func(name string) bool {
		return slices.Contains(strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) }), "age")
	})
}

// isYoung tells whether the name of a group of ages ends before adults begin: 0
// to 4, 14-17, under 18.
func isYoung(name string) bool {
	oldest := -1
	for _, digits := range strings.FieldsFunc(name, func(c rune) bool { return c < '0' || c > '9' }) {
		if n, err := strconv.Atoi(digits); err == nil {
			oldest = max(oldest, n)
		}
	}
	name = strings.ToLower(name)
	for _, open := range []string{"over", "and more", "and older", "or more", "or older", "+"} {
		if strings.Contains(name, open) {
			return false
		}
	}
	return oldest >= 0 && oldest < 18 || oldest == 18 && (strings.Contains(name, "under") || strings.Contains(name, "below") || strings.Contains(name, "<"))
}
