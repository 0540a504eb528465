package check

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/data"
)

// mention is where a text names an area, with the mark of its name.
type mention struct {
	start, stop int
	areas       []*data.Area // that are called so
}

// holds tells whether one of the observations is of the area, or of one that it
// is made up of.
func (m mention) holds(used []*data.Observation) bool {
	for _, o := range used {
		for _, a := range m.areas {
			if a == o.Area || slices.Contains(a.Members, o.Area.ID) || slices.Contains(a.Covers, o.Area.ID) {
				return true
			}
		}
	}
	return false
}

// areaNames are the names of areas without their marks by their first word, in
// small letters; of those, the longest first.
type areaNames map[string][]calledArea

type calledArea struct {
	bare  string
	areas []*data.Area
}

func areaNamesOf(areas []*data.Area) areaNames {
	all := areaNames{}
	for _, a := range areas {
		bare := bareArea(a.Name)
		word := strings.ToLower(firstWord(bare))
		if word == "" || !strings.HasPrefix(bare, firstWord(bare)) {
			continue
		}
		i := slices.IndexFunc(all[word], func(c calledArea) bool { return c.bare == bare })
		if i < 0 {
			all[word] = append(all[word], calledArea{bare, []*data.Area{a}})
			continue
		}
		all[word][i].areas = append(all[word][i].areas, a)
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b calledArea) int { return len(b.bare) - len(a.bare) })
	}
	return all
}

// bareArea is the name of an area without its mark.
func bareArea(name string) string {
	return strings.TrimRightFunc(name, func(r rune) bool { return !isLetter(r) && !unicode.IsDigit(r) && r != ')' })
}

// mentions are the areas that a stretch of a text names, in order.
func (n areaNames) mentions(text string, start, stop int) []mention {
	var all []mention
	for at := start; at < stop; {
		r, size := utf8.DecodeRuneInString(text[at:stop])
		if !isLetter(r) {
			at += size
			continue
		}
		word := firstWord(text[at:stop])
		m := mention{start: at, stop: at + len(word)}
		for _, c := range n[strings.ToLower(word)] {
			if end := at + len(c.bare); end <= stop && c.in(text[at:end]) && alone(text, at, end) {
				m.stop, m.areas = end, c.areas
				break
			}
		}
		if m.areas != nil {
			for strings.HasPrefix(text[m.stop:stop], "*") {
				m.stop++
			}
			all = append(all, m)
		}
		at = m.stop
	}
	return all
}

// in tells whether a text is the name, or the name at the beginning of a
// sentence, or in capitals.
func (c calledArea) in(text string) bool {
	if text == c.bare || text == strings.ToUpper(c.bare) {
		return true
	}
	first, size := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && strings.EqualFold(text[:size], c.bare[:min(size, len(c.bare))]) && text[size:] == c.bare[min(size, len(c.bare)):]
}

// firstWord is the first run of letters of a text.
func firstWord(text string) string {
	for word := range eachWord(text) {
		return word
	}
	return ""
}

// eachWord are the runs of letters of a text.
func eachWord(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return !isLetter(r) })
}
