package check

import (
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// sameIndicators reports an indicator that is another one under a second name:
// their names are alike but for case, plural and punctuation; or have the same
// words, where unit and measure are the same; or their definitions are one.
func sameIndicators(s *site.Site, r *Reporter) {
	names, sets, definitions := map[string]*data.Indicator{}, map[string]*data.Indicator{}, map[string]*data.Indicator{}
	for _, i := range s.Set.Indicators() {
		words := wordsOf(i.Name)
		meaning := slices.DeleteFunc(slices.Clone(words), isSmallWord)
		slices.Sort(meaning)
		set := strings.Join(append(slices.Compact(meaning), i.Unit.Other, i.Measure.String()), " ")
		first, why := seen(names, strings.Join(words, " "), i), "have the same name"
		if other := seen(sets, set, i); first == nil {
			first, why = other, "are named with the same words, and count the same"
		}
		if other := seen(definitions, strings.Join(wordsOf(i.Definition), " "), i); first == nil {
			first, why = other, "have the same definition"
		}
		if first != nil {
			r.Find(Finding{Pos: i.Pos, Len: len(i.ID), Accepts: slices.Concat(first.Accepts, i.Accepts),
				Message: "the indicators " + first.ID + ", at " + first.Pos.String() + ", and " + i.ID + " " + why,
				Hint:    "keep one of them for what they both count, or say in name and definition how they differ"})
		}
	}
}

// seen is the indicator that had the key before; nil when none had, and i is
// the first.
func seen(by map[string]*data.Indicator, key string, i *data.Indicator) *data.Indicator {
	if key == "" {
		return nil
	}
	first := by[key]
	if first == nil {
		by[key] = i
	}
	return first
}

// wordsOf are the words of a text in small letters, each in the singular as far
// as its ending tells.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	for i, w := range words {
		switch {
		case strings.HasSuffix(w, "ies") && len(w) > 4:
			words[i] = strings.TrimSuffix(w, "ies") + "y"
		case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return words
}

// isSmallWord tells whether a word says nothing of what is counted.
func isSmallWord(word string) bool {
	return slices.Contains([]string{"a", "an", "and", "by", "for", "from", "in", "number", "of", "on", "the", "to", "total", "with"}, word)
}
