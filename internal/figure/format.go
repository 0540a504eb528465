package figure

import (
	"strconv"
	"strings"

	"bulletin/internal/diag"
)

// The formats.
const (
	formatChange   = "change"
	formatIncrease = "increase"
	formatRose     = "rose"
	formatMore     = "more"
	formatTimes    = "times"
	formatShare    = "share"
	formatTop      = "top"
	formatAbout    = "about"
	formatWords    = "words"
	formatMonths   = "months"
)

// formats are the words that may stand behind the bar.
func formats() []string {
	return []string{formatChange, formatIncrease, formatRose, formatMore, formatTimes, formatShare, formatTop, formatAbout, formatWords, formatMonths}
}

// format reads what stands behind the bar, up to the offset end.
func (p *parser) format(words []word, end int) {
	formatsHint := "the formats are " + strings.Join(formats(), ", ")
	if len(words) == 0 {
		p.fail(word{"", end}, formatsHint, "there is no format behind the bar")
		return
	}
	p.e.format = words[0]
	name, arguments, most := words[0].text, words[1:], 0
	switch name {
	case formatChange, formatIncrease, formatRose, formatMore, formatTimes:
		most = 1
		if len(arguments) > 0 {
			p.base(arguments[0])
		}
	case formatTop:
		most = 2
		p.top(arguments, end)
	case formatShare, formatAbout, formatWords, formatMonths:
	default:
		p.fail(words[0], diag.DidYouMean(name, formats(), formatsHint), "unknown format %q", name)
		return
	}
	switch ofPeriod := p.e.subject.text == wordPeriod; {
	case ofPeriod && name != formatMonths:
		p.fail(words[0], "write {{ period }} or {{ period | months }}", "%s is no format of a period", name)
	case !ofPeriod && name == formatMonths:
		p.fail(words[0], "write {{ period | months }}", "months is a format of period alone")
	}
	if len(arguments) > most {
		p.fail(arguments[most], "remove it", "%q is one word too many for %s", arguments[most].text, name)
	}
}

// base reads what a change compares with.
func (p *parser) base(w word) {
	t, ok := p.time(w)
	if !ok {
		hint := "write previous, year-before or a period such as 2022-Q1"
		if near := nearPeriod(w.text); near != "" {
			hint = "write " + near
		}
		p.fail(w, diag.DidYouMean(w.text, []string{wordPrevious, wordYearBefore}, hint), "%q is nothing to compare with", w.text)
	}
	p.e.base = t
}

// mostTop bounds top: a longer list belongs into a chart or a table.
const mostTop = 10

func (p *parser) top(arguments []word, end int) {
	const hint = "write it as top 3 nationality"
	if len(arguments) < 2 {
		p.fail(word{"", end}, hint, "top wants a number and a dimension")
		return
	}
	n, err := strconv.Atoi(arguments[0].text)
	if err != nil || n < 1 || n > mostTop || strconv.Itoa(n) != arguments[0].text {
		p.fail(arguments[0], hint, "%q is no number from 1 to %d", arguments[0].text, mostTop)
	}
	if dimension := arguments[1]; !isID(dimension.text) {
		p.fail(dimension, lowerHint(dimension.text, "name a dimension of data/dimensions.yaml: top 3 nationality"), "%q is no name of a dimension", dimension.text)
	}
	p.e.count, p.e.dimension = n, arguments[1]
}
