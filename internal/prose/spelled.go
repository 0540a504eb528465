package prose

import "bulletin/internal/locale"

// spelled reads a quantity in words that begins with a token, and says where it
// ends: at the token itself where there is none.
func (r *Reader) spelled(p *Passage, i int) int {
	t := &r.tokens[i]
	switch {
	case t.has(locale.IsCardinal), t.has(locale.IsScale) && !t.has(locale.IsDoubtful):
		return r.cardinal(p, i)
	case t.has(locale.IsHeap):
		return r.heap(i)
	case t.has(locale.IsMultiple):
		if r.word(i-1, "a", "an", "the", "A", "An", "The", "no", "each", "from", "any") && !r.at(i+1).has(locale.IsEnds) {
			return i
		}
		if r.word(i-1, "from") {
			return i
		}
		return i + 1
	case t.has(locale.IsTimes):
		if r.at(i + 1).has(locale.IsConnects) {
			return i + 1
		}
	case t.has(locale.IsPart) && t.word.Value == 2:
		if r.halves(i) {
			return i + 1
		}
	case t.has(locale.IsPart):
		if r.parts(i) {
			return i + 1
		}
	}
	return i
}

// cardinal reads number words.
func (r *Reader) cardinal(p *Passage, i int) int {
	j, value, scaled := i, 0, false
	for ; j < len(r.tokens); j++ {
		t := &r.tokens[j]
		switch {
		case t.has(locale.IsCardinal) && (j == i || scaled):
			value += t.word.Value
			scaled = false
			continue
		case t.has(locale.IsScale) && !t.has(locale.IsDoubtful):
			value, scaled = max(value, 1)*12, true
			continue
		case scaled && r.word(j, "and") && r.at(j+1).has(locale.IsCardinal):
			continue
		}
		break
	}
	if r.ordinary(i, j, value) || p.Kind == Heading && i == 0 && j == len(r.tokens) {
		r.pass(i, j)
		return i
	}
	if r.fraction(j, value) {
		return j + 1
	}
	return max(j, r.outOf(j, value))
}

// outOf is where a proportion ends: one in five, nine out of ten. It is 0 where
// there is none.
func (r *Reader) outOf(j, value int) int {
	to := j
	switch {
	case r.word(j, "in"):
		to = j + 1
	case r.word(j, "out") && r.of(j+1):
		to = j + 2
	}
	whole := r.at(to)
	if to == j || value == 0 || whole.kind != numeral && !whole.has(locale.IsCardinal) || whole.word.Value == 1 {
		return 0
	}
	return to + 1
}

// fraction tells whether the parts of a fraction stand behind its number: two
// thirds, three quarters of them.
func (r *Reader) fraction(j, value int) bool {
	next := r.at(j)
	if !next.has(locale.IsPart) || next.word.Value < 3 || value == 0 {
		return false
	}
	return !next.has(locale.IsQuarter) || r.of(j+1) || r.word(j-2, "by", "than", "over", "under", "nearly", "almost", "least")
}

// pass takes the tokens of a number that is no quantity out of the running.
func (r *Reader) pass(from, to int) {
	for ; from < to; from++ {
		r.taken[from] = true
	}
}

// ordinary tells whether number words are ordinary speech.
func (r *Reader) ordinary(i, j, value int) bool {
	if percent, _ := r.percent(j); percent != NoPercent {
		return false
	}
	before, next := r.at(i-1), r.at(j)
	if before.has(locale.IsReference) && !before.has(locale.IsCounted|locale.IsDuration) || r.word(i-1, "aged", "age") || r.word(i-1, "of") && r.word(i-2, "age") {
		return true
	}
	if r.word(j, "o’clock", "o'clock") {
		return true
	}
	if r.fraction(j, value) || r.outOf(j, value) > 0 {
		return false
	}
	what := r.nounBehind(j)
	if (r.word(j, "and", "or", "to") || r.at(j).dash()) && (r.at(j+1).has(locale.IsCardinal) || r.at(j+1).kind == numeral) {
		what = r.nounBehind(j + 2)
	}
	switch {
	case r.word(i-1, "any", "every", "Any", "Every") || value == 2 && r.word(j, "or") && r.word(j+1, "more"):
		return true
	case value == 0:
		return what != counted && what != someone && !r.word(i-1, "was", "were")
	case value == 1:
		return !r.single(i, j, what)
	case r.word(j, "times"):
		return value <= 12 && !r.at(j+1).has(locale.IsConnects)
	case what == counted, what == someone:
		return false
	case what == duration:
		return !r.average(i)
	case what == plain:
		return value <= 12
	case before.has(locale.IsDefinite | locale.IsOrdinal | locale.IsLast | locale.IsRelative):
		return value <= 12
	case what == none && r.word(i-1, "in", "into", "by", "to", "than", "least", "most") && !next.has(locale.IsEnds):
		return value <= 12
	}
	return false
}

// single tells whether "one" counts: one girl, of whom one was.
func (r *Reader) single(i, j int, what noun) bool {
	before := r.at(i - 1)
	if before.has(locale.IsDefinite) || r.word(i-1, "no", "any", "every", "each", "which", "than") && !r.of(i-2) {
		return false
	}
	be := r.word(j, "was", "is", "were")
	if r.word(i-1, "which", "whom", "them") && (be || what == someone) {
		return true
	}
	if r.word(i-1, "and") && be && r.word(j+1, "a", "an") {
		return r.nounBehind(j+2) == someone
	}
	if r.word(i-1, "and") && r.word(j, "from", "by") && r.word(j+1, "a", "an") {
		return r.nounBehind(j+2) == someone
	}
	return what == someone && !r.word(j, "or")
}

// heap reads dozens of, hundreds of thousands of.
func (r *Reader) heap(i int) int {
	j := i + 1
	for r.of(j) && r.at(j+1).has(locale.IsHeap) {
		j += 2
	}
	what := r.nounBehind(j)
	if r.of(j) {
		if what = r.nounBehind(j + 1); what == duration || what == plain {
			return i
		}
		return j
	}
	if what == counted || r.word(j, "more") {
		return j
	}
	return i
}

// halves tells whether "half" is a quantity: half of them, more than half.
func (r *Reader) halves(i int) bool {
	before := r.at(i - 1)
	if r.word(i-2, "the", "The") && before.word.Sense == 0 {
		return false // the upper half
	}
	if before.has(locale.IsOrdinal|locale.IsRelative|locale.IsDefinite|locale.IsLast) || r.word(i-1, "in", "this", "that") || r.word(i+1, "a", "an") {
		return false
	}
	if what := r.nounBehind(i + 2); r.word(i+1, "of", "the") {
		return what != plain && what != duration && !r.at(i+2).has(locale.IsYear)
	}
	return before.has(locale.IsHedge|locale.IsCompares) || r.word(i-1, "by", "over", "under", "one", "least") || r.word(i+1, "were", "was", "are", "is", "as")
}

// parts tells whether "third" or "quarter" is a quantity: a third of them, by a
// quarter.
func (r *Reader) parts(i int) bool {
	if !r.word(i-1, "a", "A", "one", "One") {
		return false
	}
	if r.of(i + 1) {
		what := r.nounBehind(i + 2)
		return what != plain && what != duration
	}
	if i == 1 && len(r.tokens) == 2 {
		return true // alone in a cell
	}
	amount := r.at(i-2).has(locale.IsHedge|locale.IsCompares) || r.word(i-2, "by", "over", "under", "least")
	return amount && (!r.noun(i+1) || r.at(i+1).has(locale.IsConnects))
}
