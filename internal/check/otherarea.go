package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// otherAreas reports figures whose clause is about one area, and that are of
// another. It keeps silent wherever the words can mean anything else: a wrong
// alarm costs more than one that is missing.
func otherAreas(d *reading, r *Reporter) {
	if d.page.Kind == site.Standing {
		return
	}
	for _, t := range d.texts {
		if t.chart != nil {
			continue
		}
		for i := range t.passages {
			if p := &t.passages[i]; p.Kind != scan.Heading && p.Kind != scan.Image {
				d.otherArea(t, p, r)
			}
		}
	}
}

// otherArea looks at the figures of a passage, a sentence at a time.
func (d *reading) otherArea(t readText, p *scan.Passage, r *Reporter) {
	var s areaSentence
	for _, piece := range p.Pieces {
		if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
			continue
		}
		v := t.Value(piece.Expression)
		if v.Failed || v.Broken || len(v.Used) == 0 {
			continue
		}
		if s.Passage == nil || piece.Start >= s.stop {
			d.elsewhere(s, r)
			s = areaSentence{Passage: p, locale: d.site.Locale}
			s.start, s.stop = p.Sentence(piece.Start)
		}
		s.figures = append(s.figures, sighted{piece, v.Used, v.HasBase})
	}
	d.elsewhere(s, r)
}

// areaSentence is a sentence with its figures and the areas that it names.
type areaSentence struct {
	*scan.Passage
	locale      *locale.Locale
	start, stop int
	figures     []sighted
	named       []mention
}

// elsewhere reports the figures of a sentence that are not of the area that
// their clause is about.
func (d *reading) elsewhere(s areaSentence, r *Reporter) {
	if len(s.figures) == 0 || len(s.figures) > enough {
		return
	}
	s.named = d.known.areas.mentions(s.Text, s.start, s.stop)
	for _, f := range s.figures {
		own := func(m mention) bool { return m.holds(f.used) }
		if len(s.named) == 0 || slices.ContainsFunc(s.named, own) || s.home(f) {
			continue
		}
		m, ok := s.place(f)
		if !ok || slices.ContainsFunc(s.figures, func(other sighted) bool { return m.holds(other.used) }) {
			continue
		}
		piece := s.Pieces[s.Piece(m.start)]
		reason, ok := typed(piece)
		if !ok || d.titled(s.Passage, piece, m.start, m.stop) {
			continue
		}
		of := f.used[0].Area
		r.find(s.Passage, m.start, m.stop, reason, "show the figure of "+m.areas[0].Name+", name it in the braces: "+m.areas[0].ID+"; or say where this one was counted",
			diag.Messagef("%q stands beside a figure of %s: %s", s.Text[m.start:m.stop], of.Name, diag.Quote(strings.TrimSpace(s.Text[f.Start:f.Stop]))))
	}
}

// home tells whether words before a figure speak of its area by another name:
// here, the country, Serbian.
func (s *areaSentence) home(f sighted) bool {
	of := bareArea(f.used[0].Area.Name)
	of = of[strings.LastIndexByte(of, ' ')+1:]
	before := ""
	for word := range eachWord(s.Text[s.start:s.stop]) {
		if len(word) > len(of) && strings.HasPrefix(word, of) && len(of) > 3 {
			return true
		}
	}
	for word := range eachWord(s.Text[s.start:f.Start]) {
		switch lower := strings.ToLower(word); {
		case lower == "here", lower == "nationwide", lower == "country" && (before == "the" || before == "this" || before == "our"):
			return true
		default:
			before = lower
		}
	}
	return false
}

// place is the area that the clause of a figure is about, or that the sentence
// begins with.
func (s *areaSentence) place(f sighted) (mention, bool) {
	start, stop := s.Clause(f.Start)
	if s.locale.Word(firstWord(s.Text[start:stop])).Has(locale.IsRegisters) && start > s.start {
		start, _ = s.Clause(start - 1) // Albania had …
	}
	for stop < s.stop && s.goesOn(s.Text[stop:s.stop]) {
		_, stop = s.Clause(stop)
	}
	var mine, earlier []mention
	for _, m := range s.named {
		switch {
		case m.start >= start && m.start < stop:
			mine = append(mine, m)
		case m.start < start:
			earlier = append(earlier, m)
		}
	}
	if s.aside(s.Text[start:f.Start]) {
		return mention{}, false
	}
	switch {
	case len(mine) == 1:
		return mine[0], s.about(mine[0], f, start)
	case len(mine) == 0 && len(earlier) == 1 && s.opens(earlier[0]):
		return earlier[0], true
	}
	return mention{}, false
}

// goesOn tells whether a clause only counts on: and migrants.
func (s *areaSentence) goesOn(clause string) bool {
	rest, joined := strings.CutPrefix(clause, "and ")
	return joined && s.locale.Word(firstWord(rest)).Has(locale.IsCounted|locale.IsSomeone)
}

// aside tells whether the words before a figure only compare with it.
func (s *areaSentence) aside(before string) bool {
	all := slices.Collect(eachWord(before))
	for _, w := range slices.Backward(all) {
		switch known := s.locale.Word(w); {
		case known.Has(locale.IsAside):
			return true
		case !known.Has(locale.IsDefinite):
			return false
		}
	}
	return false
}

// opens tells whether the sentence begins with the area and a comma: In
// Albania, …
func (s *areaSentence) opens(m mention) bool {
	if !s.inside(s.Text[s.start:m.start]) || s.lists(m) {
		return false
	}
	return strings.HasPrefix(s.Text[m.stop:], ",")
}

// about tells whether a clause that begins at start is about an area: as the
// place or as the subject of what was counted.
func (s *areaSentence) about(m mention, f sighted, start int) bool {
	after := s.Text[m.stop:s.stop]
	next, size := utf8.DecodeRuneInString(strings.TrimPrefix(after, " "))
	if s.lists(m) || next == '-' || next == '–' || next == '/' || unicode.IsUpper(next) && size > 0 {
		return false
	}
	if m.start > f.Start {
		return m.start > f.Stop && s.inside(s.Text[f.Stop:m.start])
	}
	owned, owns := cutOwner(after)
	if s.inside(s.Text[start:m.start]) {
		return !owns
	}
	for w := range eachWord(s.Text[start:m.start]) {
		if !s.locale.Word(w).Has(locale.IsFrames) {
			return false
		}
	}
	if owns {
		return !outward(firstWord(owned))
	}
	steps := 0
	for w := range eachWord(s.Text[m.stop:f.Start]) {
		known := s.locale.Word(w)
		if known.Has(locale.IsRegisters) {
			return true
		}
		if steps++; steps > 2 || !known.Has(locale.IsFrames) && !strings.HasSuffix(w, "ly") {
			break
		}
	}
	return false
}

// cutOwner is what stands behind the ’s of an owner.
func cutOwner(after string) (owned string, owns bool) {
	for _, sign := range []string{"’s ", "'s ", "’ ", "' "} {
		if owned, owns = strings.CutPrefix(after, sign); owns {
			return owned, true
		}
	}
	return "", false
}

// outward tells whether something that an area has is not within it.
func outward(word string) bool {
	switch word {
	case "border", "borders", "frontier", "frontiers", "neighbour", "neighbours", "embassy", "ambassador", "consulate", "side", "citizens", "nationals":
		return true
	}
	return false
}

// inside tells whether words lead to a place and say nothing else of it: people
// were registered in.
func (s *areaSentence) inside(lead string) bool {
	within := false
	for w := range eachWord(lead) {
		known := s.locale.Word(w)
		switch {
		case known.Has(locale.IsWithin):
			within = true
		case within && !known.Has(locale.IsFrames), !known.Has(locale.IsFrames|locale.IsRegisters|locale.IsCounted|locale.IsSomeone) && !strings.HasSuffix(w, "ly"):
			return false
		}
	}
	return within
}

// lists tells whether a list of places goes on behind an area: in Albania and
// Hungary, in Albania or elsewhere.
func (s *areaSentence) lists(m mention) bool {
	after := strings.TrimLeft(s.Text[m.stop:s.stop], " ,")
	comma := strings.HasPrefix(s.Text[m.stop:], ",")
	capital := func(text string) bool {
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsUpper(r)
	}
	switch first := firstWord(after); {
	case first == "and" || first == "or":
		rest := strings.TrimSpace(after[len(first):])
		switch firstWord(rest) {
		case "elsewhere", "abroad", "beyond", "other", "the", "its", "neighbouring", "in":
			return true
		}
		return capital(rest)
	case comma && first != "" && capital(after):
		rest := strings.TrimLeft(after[len(first):], " ")
		next := firstWord(rest)
		return strings.HasPrefix(rest, ",") || next == "and" || next == "or"
	}
	return false
}
