package locale

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"bulletin/internal/period"
)

// The forms in which tables name a period, beside those of period.Parse. All are in
// lower case, with single spaces.
var (
	quarterFirst = regexp.MustCompile(`^(?:q|qtr ?|quarter )([1-4])[ /-]?((?:19|20|21)\d\d)$`)
	quarterLast  = regexp.MustCompile(`^((?:19|20|21)\d\d)[ /-]?(?:q|qtr ?|quarter )([1-4])$`)
	quarterWords = regexp.MustCompile(`^(first|second|third|fourth|1st|2nd|3rd|4th) quarter (?:of )?((?:19|20|21)\d\d)$`)
	halfFirst    = regexp.MustCompile(`^[hs]([12])[ /-]?((?:19|20|21)\d\d)$`)
	halfLast     = regexp.MustCompile(`^((?:19|20|21)\d\d)[ /-]?[hs]([12])$`)
	monthCode    = regexp.MustCompile(`^((?:19|20|21)\d\d)[ -]?m(0?[1-9]|1[0-2])$`)
	monthSlash   = regexp.MustCompile(`^(0?[1-9]|1[0-2])/((?:19|20|21)\d\d)$`)
	monthFirst   = regexp.MustCompile(`^([a-z]+)\.?[ -]((?:19|20|21)\d\d)$`)
	monthLast    = regexp.MustCompile(`^((?:19|20|21)\d\d)[ -]([a-z]+)\.?$`)
	monthSpan    = regexp.MustCompile(`^([a-z]+)\.?(?: ?[-–—] ?| to )([a-z]+)\.? ((?:19|20|21)\d\d)$`)
	dayFirst     = regexp.MustCompile(`^([1-9]|0[1-9]|[12]\d|3[01])\.? ([a-z]+)\.? ((?:19|20|21)\d\d)$`)
)

// ReadPeriod reads a period as people write it in tables, in any case: "Q1 2023",
// "2023Q1", "first quarter of 2023", "Jan 2023", "January 2023", "2023M01", "01/2023",
// "Jan–Mar 2023", "H1 2023", "4 June 2023", and what period.Parse reads. It is false
// of anything that can be read in two ways, such as 01/02/2023 or Jan-23.
func (l *Locale) ReadPeriod(text string) (period.Period, bool) {
	if p, err := period.Parse(text); err == nil {
		return p, true
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if p, err := period.Parse(strings.ToUpper(text)); err == nil {
		return p, true
	}
	for _, form := range []struct {
		pattern *regexp.Regexp
		read    func(m []string) string
	}{
		{quarterFirst, func(m []string) string { return m[2] + "-Q" + m[1] }},
		{quarterLast, func(m []string) string { return m[1] + "-Q" + m[2] }},
		{quarterWords, func(m []string) string { return m[2] + "-Q" + ordinal(m[1]) }},
		{halfFirst, func(m []string) string { return half(m[2], m[1]) }},
		{halfLast, func(m []string) string { return half(m[1], m[2]) }},
		{monthCode, func(m []string) string { return month(m[1], m[2]) }},
		{monthSlash, func(m []string) string { return month(m[2], m[1]) }},
		{monthFirst, func(m []string) string { return month(m[2], monthNumber(m[1])) }},
		{monthLast, func(m []string) string { return month(m[1], monthNumber(m[2])) }},
		{monthSpan, func(m []string) string { return months(m[3], monthNumber(m[1]), monthNumber(m[2])) }},
		{dayFirst, func(m []string) string { return month(m[3], monthNumber(m[2])) + "-" + fmt.Sprintf("%02s", m[1]) }},
	} {
		if m := form.pattern.FindStringSubmatch(text); m != nil {
			p, err := period.Parse(form.read(m))
			return p, err == nil
		}
	}
	return period.Period{}, false
}

// ordinal is the number of a quarter.
func ordinal(word string) string {
	switch word[:2] {
	case "fi", "1s":
		return "1"
	case "se", "2n":
		return "2"
	case "th", "3r":
		return "3"
	}
	return "4"
}

// half is half a year as quarters.
func half(year, n string) string {
	if n == "1" {
		return year + "-Q1.." + year + "-Q2"
	}
	return year + "-Q3.." + year + "-Q4"
}

// month is a month in ISO 8601; nothing that is a period where there is none.
func month(year, number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s-%02d", year, n)
}

// months is the stretch between two months of a year, as the quarter or the year that
// it is, if it is one.
func months(year, first, last string) string {
	span := month(year, first) + ".." + month(year, last)
	p, err := period.Parse(span)
	if err != nil {
		return span
	}
	for _, unit := range []period.Unit{period.Quarter, period.Year} {
		if whole := period.Of(unit, p.First()); whole.Same(p) {
			return whole.String()
		}
	}
	return span
}

// monthNumber is the number of a month by its name or a short form of it: jan, sept.
func monthNumber(word string) string {
	for m := 1; m <= 12; m++ {
		name := strings.ToLower(monthName(m))
		if word == name || word == name[:3] || word == "sept" && m == 9 {
			return strconv.Itoa(m)
		}
	}
	return ""
}
