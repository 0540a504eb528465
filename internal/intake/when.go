package intake

import (
	"fmt"
	"regexp"
	"strconv"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

var (
	slashed = regexp.MustCompile(`^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$`)
	moment  = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$`)
	serial  = regexp.MustCompile(`^[2-6]\d{4}$`)
)

// firstSerial is the day that Excel counts days from: its day 0. It holds from March
// 1900 on, since Excel takes 1900 for a leap year (ECMA-376 part 1, 18.17.4.1).
const firstSerial = -25569 // 30 December 1899

// period reads a period as people write it. Of an indicator that is counted over time,
// a date that begins or ends a month may be that month: whether it is, Options.Dates says.
func (im *importer) period(text string, of *data.Indicator) (p period.Period, message, hint string) {
	if m := moment.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	p, ok := im.words.ReadPeriod(text)
	switch {
	case !ok && serial.MatchString(text):
		n, _ := strconv.Atoi(text)
		return p, diag.Messagef("%q is no period", text), fmt.Sprintf("it may be a date, %s, that a spreadsheet keeps as a number: format the cells as dates, or as text", period.Day(firstSerial+n))
	case !ok && slashed.MatchString(text):
		return p, diag.Messagef("%q is no period", text), "day and month can be told apart in 2023-06-04; a month is 2023-06, a quarter 2023-Q2"
	case !ok:
		return p, diag.Messagef("%q is no period", text), "write a year (2023), quarter (2023-Q1, Q1 2023), month (2023-01, Jan 2023), day (2023-06-04) or span (2024-01..2024-02)"
	case p.Unit() != period.UnitDay || p.Len() != 1:
		return p, "", ""
	}
	switch im.o.Dates {
	case "month":
		return period.Of(period.Month, p.First()), "", ""
	case "quarter":
		return period.Of(period.Quarter, p.First()), "", ""
	case "year":
		return period.Of(period.Year, p.First()), "", ""
	case "day":
		return p, "", ""
	}
	if month := period.Of(period.Month, p.First()); of != nil && of.Measure != data.Stock && (month.First() == p.First() || month.Last() == p.Last()) {
		return p, diag.Messagef("%s may be the day or the month, and %s is counted over time", p, of.ID), "say what dates stand for with --dates month, or quarter, year, day"
	}
	return p, "", ""
}
