package locale

import (
	"fmt"

	"bulletin/internal/period"
)

func monthName(m int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[m-1]
}

func monthShort(m int) string { return monthName(m)[:3] }

// quarterName is "first quarter" for the quarter that begins with a month.
func quarterName(month int) string {
	return [...]string{"first", "second", "third", "fourth"}[(month-1)/3] + " quarter"
}

// Date is a day in words: 18 February 2022.
func (l *Locale) Date(d period.Day) string {
	year, month, day := d.Civil()
	return fmt.Sprintf("%d%s%s %d", day, noBreak, monthName(month), year)
}

// Period is a period in words, for a heading or a table: "first quarter of
// 2023", "January 2023", "2023", "4 June 2023", "January to February 2024".
func (l *Locale) Period(p period.Period) string {
	if p.IsZero() {
		return ""
	}
	year, month, _ := p.First().Civil()
	lastYear, lastMonth, _ := p.Last().Civil()
	one := p.Len() == 1
	switch p.Unit() {
	case period.Year:
		return fmt.Sprint(year)
	case period.Quarter:
		first := quarterName(month)
		last := fmt.Sprintf("%s of %d", quarterName(lastMonth), lastYear)
		if one {
			return last
		}
		if year == lastYear {
			return first + " to " + last
		}
		return fmt.Sprintf("%s of %d to %s", first, year, last)
	case period.Month:
		if one {
			return fmt.Sprintf("%s %d", monthName(month), year)
		}
		return l.Months(p)
	}
	if one {
		return l.Date(p.First())
	}
	return l.Date(p.First()) + " to " + l.Date(p.Last())
}

// PeriodInText is a period within a sentence, with the article that English
// wants: "the first quarter of 2023".
func (l *Locale) PeriodInText(p period.Period) string {
	if p.Unit() != period.Quarter {
		return l.Period(p)
	}
	if p.Len() == 1 {
		return "the " + l.Period(p)
	}
	first, last := period.Of(period.Quarter, p.First()), period.Of(period.Quarter, p.Last())
	return "the " + l.Period(first) + " to the " + l.Period(last)
}

// Months is the months that a period runs over: "January to March 2023",
// "November 2022 to January 2023". Days are written out as dates.
func (l *Locale) Months(p period.Period) string {
	if p.Unit() == period.UnitDay || p.IsZero() {
		return l.Period(p)
	}
	year, month, _ := p.First().Civil()
	lastYear, lastMonth, _ := p.Last().Civil()
	last := fmt.Sprintf("%s %d", monthName(lastMonth), lastYear)
	switch {
	case year == lastYear && month == lastMonth:
		return last
	case year == lastYear:
		return monthName(month) + " to " + last
	}
	return fmt.Sprintf("%s %d to %s", monthName(month), year, last)
}

// PeriodShort is a period where space is short: "Q1 2023", "Jan 2023", "2023",
// "4 Jun 2023", "Jan–Feb 2024".
func (l *Locale) PeriodShort(p period.Period) string {
	if p.IsZero() {
		return ""
	}
	year, month, day := p.First().Civil()
	lastYear, lastMonth, lastDay := p.Last().Civil()
	var first, last string
	switch p.Unit() {
	case period.Year:
		first, last = "", fmt.Sprint(lastYear)
		if year == lastYear {
			return last
		}
		return fmt.Sprintf("%d–%d", year, lastYear)
	case period.Quarter:
		first, last = fmt.Sprintf("Q%d", (month-1)/3+1), fmt.Sprintf("Q%d", (lastMonth-1)/3+1)
	case period.Month:
		first, last = monthShort(month), monthShort(lastMonth)
	default:
		first, last = fmt.Sprintf("%d%s%s", day, noBreak, monthShort(month)), fmt.Sprintf("%d%s%s", lastDay, noBreak, monthShort(lastMonth))
	}
	switch {
	case p.Len() == 1:
		return fmt.Sprintf("%s %d", last, lastYear)
	case year == lastYear:
		return fmt.Sprintf("%s–%s %d", first, last, lastYear)
	}
	return fmt.Sprintf("%s %d–%s %d", first, year, last, lastYear)
}
