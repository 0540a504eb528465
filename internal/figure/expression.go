package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Expression is a parsed expression. Its names are not looked up yet.
type Expression struct {
	subject    word // an indicator, "headline" or "period"
	area       word // empty: the page's
	time       *when
	categories []category
	path       []data.CategoryRef // the categories again, as the data has them
	key        string             // of path, as a data.Cell wants it
	format     word               // empty: the value
	base       *when
	count      int  // of top
	dimension  word // of top

	at func(offset int) diag.Pos
}

// word is a word of the source and its place.
type word struct {
	text   string
	offset int // in bytes
}

// when is a time as it is written.
type when struct {
	word   word
	period period.Period // zero for a relative one
}

// category is dimension=id.
type category struct{ dimension, id word }

// Words of the language that are no ids.
const (
	wordPeriod     = "period"
	wordHeadline   = "headline"
	wordYearBefore = "year-before"
	wordPrevious   = "previous"
)

// Parse reads an expression. at gives the place in the file of a byte of
// source. With problems the expression is nil.
func Parse(source string, at func(offset int) diag.Pos) (*Expression, diag.Problems) {
	p := &parser{e: &Expression{at: at}}
	subject, format, hasFormat := strings.Cut(source, "|")
	if i := strings.IndexByte(format, '|'); i >= 0 {
		p.fail(word{"|", len(subject) + 1 + i}, "write one format only", "a figure has one format, and here is a second")
		format = format[:i]
	}
	p.subject(split(subject, 0))
	if hasFormat {
		p.format(split(format, len(subject)+1), len(subject)+1+len(format))
	}
	if len(p.problems) > 0 {
		return nil, p.problems
	}
	return p.e, nil
}

// split cuts a text into words at spaces.
func split(text string, offset int) []word {
	var words []word
	for len(text) > 0 {
		trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
		offset += len(text) - len(trimmed)
		text = trimmed
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			words = append(words, word{text[:end], offset})
		}
		text, offset = text[end:], offset+end
	}
	return words
}

type parser struct {
	e        *Expression
	problems diag.Problems
}

func (p *parser) fail(w word, hint, format string, args ...any) {
	p.problems.Errorf(p.e.at(w.offset), max(1, utf8.RuneCountInString(w.text)), "figure", hint, format, args...)
}

// beginHint says what an expression begins with.
const beginHint = "begin with an indicator of data/indicators.yaml, or period"

// subject reads the words before the bar.
func (p *parser) subject(words []word) {
	if len(words) == 0 {
		p.fail(word{"", 0}, beginHint, "the braces name no figure")
		return
	}
	first := words[0]
	p.e.subject = first
	switch {
	case isTime(first.text):
		p.fail(first, "write it behind the indicator: {{ arrivals "+first.text+" }}", "%q is a time, and the indicator comes first", first.text)
	case strings.Contains(first.text, "="):
		p.fail(first, "write it behind the indicator: {{ arrivals "+first.text+" }}", "%q is a category, and the indicator comes first", first.text)
	case !isID(first.text):
		p.fail(first, lowerHint(first.text, beginHint), "%q is no name of an indicator", first.text)
	}
	for _, w := range words[1:] {
		p.qualifier(w)
	}
	if first.text == wordPeriod {
		p.aboutPeriod()
	}
	p.e.key = data.CategoriesKey(p.e.path)
}

// aboutPeriod refuses what a period does not have.
func (p *parser) aboutPeriod() {
	const hint = "write {{ period }} or {{ period 2022-Q1 }}"
	if p.e.area.text != "" {
		p.fail(p.e.area, hint, "a period has no area, and %q looks like one", p.e.area.text)
	}
	if len(p.e.categories) > 0 {
		c := p.e.categories[0]
		p.fail(word{c.dimension.text + "=" + c.id.text, c.dimension.offset}, hint, "a period has no categories")
	}
}

// qualifier reads an area, a time or a category.
func (p *parser) qualifier(w word) {
	if dimension, id, ok := strings.Cut(w.text, "="); ok {
		p.category(w, dimension, id)
		return
	}
	if t, ok := p.time(w); ok {
		if p.e.time != nil {
			p.fail(w, "name one period", "%q is a second period, beside %q", w.text, p.e.time.word.text)
		}
		p.e.time = t
		return
	}
	if !isID(w.text) {
		hint := "after the indicator come an area, a period or dimension=category"
		if near := nearPeriod(w.text); near != "" {
			hint = "write " + near
		}
		p.fail(w, lowerHint(w.text, hint), "%q is not understood", w.text)
		return
	}
	if p.e.area.text != "" {
		p.fail(w, diag.DidYouMean(w.text, []string{wordYearBefore, wordPrevious}, "name one area; a format comes after a bar: {{ … | "+w.text+" }}"),
			"%q is a second area, beside %q", w.text, p.e.area.text)
		return
	}
	p.e.area = w
}

func (p *parser) category(w word, dimension, id string) {
	if !isID(dimension) || !isID(id) {
		p.fail(w, "write it in one word, as age=children", "%q is no category", w.text)
		return
	}
	for _, other := range p.e.categories {
		if other.dimension.text == dimension {
			p.fail(w, "name one category of a dimension", "%s is given twice: %s and %s", dimension, other.id.text, id)
			return
		}
	}
	p.e.categories = append(p.e.categories, category{word{dimension, w.offset}, word{id, w.offset + len(dimension) + 1}})
	p.e.path = append(p.e.path, data.CategoryRef{Dimension: dimension, ID: id})
}

// time reads a period or a relative time. A word that begins like a period and
// is none is a problem, unless it could be an id.
func (p *parser) time(w word) (*when, bool) {
	if w.text == wordYearBefore || w.text == wordPrevious {
		return &when{word: w}, true
	}
	if w.text == "" || w.text[0] < '0' || w.text[0] > '9' {
		return nil, false
	}
	parsed, err := period.Parse(w.text)
	if err == nil {
		return &when{w, parsed}, true
	}
	hint := "a period is written as 2023, 2023-Q1, 2023-01, 2023-06-04 or 2024-01..2024-02"
	if near := nearPeriod(w.text); near != "" {
		hint = "write " + near
	} else if isID(w.text) && strings.ContainsAny(w.text, "abcdefghijklmnopqrstuvwxyz") {
		return nil, false
	}
	p.fail(w, hint, "%q is no period: %v", w.text, err)
	return &when{word: w}, true
}

// isTime tells whether a word is a period or a relative time.
func isTime(s string) bool {
	if s[0] < '0' || s[0] > '9' {
		return s == wordYearBefore || s == wordPrevious
	}
	_, err := period.Parse(s)
	return err == nil
}

// nearPeriod is the period that was meant by 2023-q1, 2023Q1, Q1-2023, 2023-1,
// 2023/01 or 2024-01–2024-02; "" where none is near.
func nearPeriod(s string) string {
	s = strings.NewReplacer("–", "..", "—", "..", "…", "..", "/", "-", "_", "-").Replace(strings.ToUpper(s))
	before, after, _ := strings.Cut(s, "-")
	tries := []string{s, after + "-" + before, before + "-0" + after}
	if i := strings.IndexByte(s, 'Q'); i > 0 {
		tries = append(tries, s[:i]+"-"+s[i:])
	}
	for _, t := range tries {
		if _, err := period.Parse(t); err == nil {
			return t
		}
	}
	return ""
}

// lowerHint says to write an id in lower case, where that is all that is wrong.
func lowerHint(s, otherwise string) string {
	if lower := strings.ToLower(s); lower != s && isID(lower) && nearPeriod(s) == "" {
		return "write " + lower + ": ids are in lower case"
	}
	return otherwise
}

// isID tells whether a word could be an id of the data.
func isID(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != ""
}
