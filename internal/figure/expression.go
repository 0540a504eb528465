package figure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Expression is a parsed expression. Its names are not looked up yet.
type Expression struct {
	subject    word // an indicator, "headline" or "period"
	area       word // empty: the page's
	time       *when
	categories []category
	format     word // empty: the value
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

// formats are the words that may stand behind the bar.
func formats() []string {
	return []string{"change", "increase", "rose", "more", "times", "share", "top", "about", "words", "months"}
}

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
		p.format(split(format, len(subject)+1), len(source))
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
		trimmed := strings.TrimLeft(text, " \t\r\n\u00a0")
		offset += len(text) - len(trimmed)
		text = trimmed
		end := strings.IndexAny(text, " \t\r\n\u00a0")
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

// subject reads the words before the bar.
func (p *parser) subject(words []word) {
	if len(words) == 0 {
		p.fail(word{"", 0}, "write an indicator of data/indicators.yaml, or period", "the braces name no figure")
		return
	}
	p.e.subject = words[0]
	if !isName(words[0].text) {
		p.fail(words[0], "begin with an indicator of data/indicators.yaml, or period", "%q is no name of an indicator", words[0].text)
	}
	for _, w := range words[1:] {
		p.qualifier(w)
	}
}

// qualifier reads an area, a time or a category.
func (p *parser) qualifier(w word) {
	if dimension, id, ok := strings.Cut(w.text, "="); ok {
		c := category{word{dimension, w.offset}, word{id, w.offset + len(dimension) + 1}}
		if !isName(dimension) || !isName(id) {
			p.fail(w, "write it as age=children", "%q is no category", w.text)
		}
		for _, other := range p.e.categories {
			if other.dimension.text == dimension {
				p.fail(w, "name one category of a dimension", "%s is given twice", dimension)
			}
		}
		p.e.categories = append(p.e.categories, c)
		return
	}
	if t, ok := p.time(w); ok {
		if p.e.time != nil {
			p.fail(w, "name one period", "%q is a second period, beside %q", w.text, p.e.time.word.text)
		}
		p.e.time = t
		return
	}
	if !isName(w.text) {
		p.fail(w, "after the indicator come an area, a period or dimension=category", "%q is not understood", w.text)
		return
	}
	if p.e.area.text != "" {
		p.fail(w, "name one area; a format comes after a bar: {{ … | "+w.text+" }}", "%q is a second area, beside %q", w.text, p.e.area.text)
		return
	}
	p.e.area = w
}

// time reads a period or a relative time. A word that begins like a period and
// is none is a problem.
func (p *parser) time(w word) (*when, bool) {
	if w.text == "year-before" || w.text == "previous" {
		return &when{word: w}, true
	}
	if w.text == "" || w.text[0] < '0' || w.text[0] > '9' {
		return nil, false
	}
	parsed, err := period.Parse(w.text)
	if err != nil {
		p.fail(w, "", "%q is no period: %v", w.text, err)
		return &when{word: w}, true
	}
	return &when{w, parsed}, true
}

// format reads what stands behind the bar, which ends at the offset end.
func (p *parser) format(words []word, end int) {
	if len(words) == 0 {
		p.fail(word{"", end}, "the formats are "+strings.Join(formats(), ", "), "there is no format behind the bar")
		return
	}
	p.e.format = words[0]
	arguments := words[1:]
	most := 0
	switch words[0].text {
	case "change", "increase", "rose", "more", "times":
		most = 1
		if len(arguments) > 0 {
			t, ok := p.time(arguments[0])
			if !ok {
				p.fail(arguments[0], "write previous, year-before or a period such as 2022-Q1", "%q is nothing to compare with", arguments[0].text)
			}
			p.e.base = t
		}
	case "top":
		most = 2
		p.top(arguments, end)
	case "share", "about", "words", "months":
	default:
		p.fail(words[0], diag.DidYouMean(words[0].text, formats(), "the formats are "+strings.Join(formats(), ", ")), "unknown format %q", words[0].text)
		return
	}
	if len(arguments) > most {
		p.fail(arguments[most], "remove it", "%q is one word too many for %s", arguments[most].text, words[0].text)
	}
}

// mostTop bounds top: a longer list belongs into a chart or a table.
const mostTop = 10

func (p *parser) top(arguments []word, end int) {
	if len(arguments) < 2 {
		p.fail(word{"", end}, "write it as top 3 nationality", "top wants a number and a dimension")
		return
	}
	n, err := strconv.Atoi(arguments[0].text)
	if err != nil || n < 1 || n > mostTop {
		p.fail(arguments[0], "write it as top 3 nationality", "%q is no number from 1 to %d", arguments[0].text, mostTop)
	}
	p.e.count, p.e.dimension = n, arguments[1]
}

// isName tells whether a word could be an id of the data.
func isName(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return s != ""
}
