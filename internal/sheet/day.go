package sheet

import (
	"strconv"
	"strings"
	"time"
)

// day is the date of a number, 2023-03-31, with its time where it has one. It is false
// of what is no date: below zero, behind the year 9999.
func (e epoch) day(digits string) (string, bool) {
	whole, fraction, _ := strings.Cut(digits, ".")
	n, err := strconv.Atoi(whole)
	const last = 2958465 // 31 December 9999
	if err != nil || n < 0 || n > last || strings.HasPrefix(digits, "-") {
		return "", false
	}
	begin := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if e == from1904 {
		begin = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	} else if n < 60 {
		n++ // the 29th of February 1900, which there was not, is day 60
	}
	day := begin.AddDate(0, 0, n)
	if part, err := strconv.ParseFloat("0."+fraction, 64); err == nil && part > 0 {
		day = day.Add(time.Duration(part*86400+0.5) * time.Second)
		if day.Hour()+day.Minute()+day.Second() > 0 {
			return day.Format("2006-01-02 15:04:05"), true
		}
	}
	return day.Format("2006-01-02"), true
}

// isoDay is a date that a cell has as a text: its time goes where it is midnight.
func isoDay(text string) string {
	date, hour, found := strings.Cut(strings.TrimSuffix(text, "Z"), "T")
	if found && strings.Trim(hour, "0:.") == "" {
		return date
	}
	return text
}
