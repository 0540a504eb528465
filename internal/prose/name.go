package prose

import (
	"strings"

	"bulletin/internal/locale"
)

// names tells whether a numeral names something instead of counting it.
func (r *Reader) names(p *Passage, i int) bool {
	if r.dialled(i) {
		return true
	}
	named := r.reference(i) || r.listed(i) || r.age(i) || r.time(i) || r.enumerates(p, i) || r.address(i) || r.licence(i) || r.word(i-1, "per")
	if named {
		r.named = i
	}
	return named
}

// reference tells whether the number of an article, a page, a standard stands
// at a token.
func (r *Reader) reference(i int) bool {
	before := r.at(i - 1)
	if before.is('(') && before.glued && r.named >= 0 && r.named == i-2 {
		return true // Article 31(3)
	}
	if before.is('#') || before.is('№') || before.is('§') || before.is(')') && r.at(i).glued {
		return true
	}
	if (before.is('.') || before.is('…')) && (r.at(i-2).is('.') || r.at(i-2).is('…')) {
		return true // the page in a list of contents
	}
	what := r.nounBehind(i + 1)
	if what == counted || what == someone || r.at(i+1).is('%') || strings.Contains(r.text[r.at(i).start:r.at(i).stop], ",") {
		return false
	}
	if before.is('.') && before.glued {
		return r.at(i-2).has(locale.IsReference) || r.word(i-2, "no", "No", "nos", "Nos")
	}
	if before.is(')') && r.at(i-2).kind == word && r.at(i-3).is('(') {
		before = r.at(i - 4) // Regulation (EU) 604
	}
	if r.word(i-1, "No", "Nos", "nos") {
		return true
	}
	if before.has(locale.IsDuration) && !before.capital {
		return false // in one day 100 came
	}
	return before.has(locale.IsReference | locale.IsDesignation)
}

// listed tells whether a token goes on with a list that a name began: Articles
// 3 and 5, aged 14 to 17.
func (r *Reader) listed(i int) bool {
	before := i - 2
	if r.at(before).is(',') && r.at(i-1).kind == word {
		before-- // 3, 4, and 5
	}
	if r.named < 0 || r.named != before {
		return false
	}
	join := r.at(i - 1)
	what := r.nounBehind(i + 1)
	return (join.is(',') || join.dash() || r.word(i-1, "and", "or", "to")) && what != counted && what != someone
}

// age tells whether a number is how old somebody is.
func (r *Reader) age(i int) bool {
	if r.word(i-1, "aged", "age", "ages", "Aged") || r.word(i-1, "of") && r.word(i-2, "age", "ages") {
		return true
	}
	if r.at(i+1).has(locale.IsDuration) && r.word(i+2, "old", "olds") {
		return true
	}
	if v := r.at(i).value; v < 1 || v > 99 || r.noun(i+1) || r.at(i+1).is('%') || r.unit(i+1) {
		return r.under(i, "under", "below") && r.at(i).value <= 30 && r.nounBehind(i+1) == unknown
	}
	who := r.at(i - 2)
	return who.has(locale.IsCounted) && r.word(i-1, "under", "below", "over", "above") || r.under(i, "under", "below")
}

// under tells whether a number stands behind a plural and one of the words:
// Moroccans under 30.
func (r *Reader) under(i int, words ...string) bool {
	who := r.at(i - 2)
	return r.word(i-1, words...) && who.kind == word && r.at(i).value > 0 && (who.has(locale.IsCounted) || r.text[who.stop-1] == 's' && !who.has(locale.IsEnds|locale.IsPlain))
}

// time tells whether a number is a time of day, or that of a service.
func (r *Reader) time(i int) bool {
	if r.word(i+1, "am", "pm", "a.m", "p.m", "AM", "PM", "o’clock", "o'clock", "noon") {
		return true
	}
	v := r.at(i).value
	return (v == 24 || v == 48 || v == 72) && r.word(i+1, "hour", "hours")
}

// enumerates tells whether a number only numbers a heading or a clause: 1.
// Introduction, (1) movements, [1].
func (r *Reader) enumerates(p *Passage, i int) bool {
	before, next := r.at(i-1), r.at(i+1)
	if before.is('[') && next.is(']') {
		return true
	}
	if before.is('(') && next.is(')') && r.at(i).value > 0 && r.at(i).value <= 20 {
		lead := r.at(i - 2)
		if r.at(i).value == 1 && lead.kind == word && !lead.capital && !lead.has(locale.IsCounted) && (r.noun(i+2) || r.goesOn(i+2)) {
			return true // either (1) stay or (2) leave
		}
		return lead.kind == nothing || lead.kind == sign && !lead.is(')') && !lead.is('”') && !lead.is('*') || r.word(i-2, "and", "or")
	}
	if i > 0 || p.Kind == Cell || r.at(i).value > 99 {
		return false
	}
	if next.is(')') || next.is('.') && len(r.tokens) > 2 {
		return true
	}
	return (p.Kind == Heading || p.Kind == Title) && r.at(i).value < 0 && next.kind == word && next.capital // 2.1 Methods
}

// goesOn tells whether an enumeration goes on behind a token: (2), and a word.
func (r *Reader) goesOn(i int) bool {
	for end := min(len(r.tokens), i+far); i < end; i++ {
		if t := r.at(i); t.kind == numeral && t.value == 2 && r.at(i-1).is('(') && r.at(i+1).is(')') {
			return r.at(i+2).kind == word
		}
	}
	return false
}

// address tells whether a number is that of a house with the code of its town
// behind it, or that code.
func (r *Reader) address(i int) bool {
	house, code := i, i+2
	if town := r.at(i + 1); r.at(i).stop-r.at(i).start == 5 && r.word(i-1, "to", "at", "in") && len4to6(r.at(i)) && town.kind == word && town.capital &&
		town.word.Sense == 0 && r.text[town.stop-1] != 's' && r.at(i+2).kind != word {
		return true // write to 11000 Belgrade
	}
	if r.at(i-1).is(',') && r.named == i-2 {
		return r.at(i+1).capital && len4to6(r.at(i))
	}
	return r.at(house-1).capital && r.at(house).value > 0 && r.at(house).value < 10000 && r.at(house+1).is(',') && len4to6(r.at(code)) && r.at(code+1).capital
}

// licence tells whether a number is the version of a licence of Creative Commons:
// CC BY 4.0, CC BY-SA 3.0 IGO, CC0 1.0.
func (r *Reader) licence(i int) bool {
	for i--; i >= 0; i-- {
		t := r.at(i)
		for part := range strings.SplitSeq(r.text[t.start:t.stop], "-") {
			switch part {
			case "CC", "CC0":
				return true
			case "BY", "SA", "NC", "ND", "": // a hyphen of its own
			default:
				return false
			}
		}
	}
	return false
}

func len4to6(t *token) bool { return t.kind == numeral && t.value >= 1000 && t.value < 1000000 }

// dialled passes over a telephone number that begins with a zero: 0800 123 456.
func (r *Reader) dialled(i int) bool {
	t := r.at(i)
	if t.stop-t.start < 2 || r.text[t.start] != '0' || !digit(r.text[t.start+1]) {
		return false
	}
	for i < len(r.tokens) && (r.tokens[i].kind == numeral || r.tokens[i].kind == span || r.tokens[i].is(')') || r.tokens[i].is('-')) {
		r.taken[i] = true
		i++
	}
	return true
}

// telephone passes over the digits of a telephone number that begins with a
// plus.
func (r *Reader) telephone(i int) {
	digits, j := 0, i+1
	for ; j < len(r.tokens); j++ {
		t := &r.tokens[j]
		if t.kind == numeral || t.kind == name && digit(r.text[t.start]) || t.kind == span {
			digits += t.stop - t.start
		} else if !t.is('(') && !t.is(')') && !t.is('-') {
			break
		}
	}
	if digits < 8 || r.at(j).is('%') {
		return
	}
	for ; i < j; i++ {
		r.taken[i] = true
	}
}
