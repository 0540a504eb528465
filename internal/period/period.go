package period

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Unit is what a period is counted in.
type Unit uint8

// The units, from the longest to the shortest.
const (
	Year Unit = iota + 1
	Quarter
	Month
	UnitDay
)

// String is the unit's name: "year", "quarter", "month" or "day".
func (u Unit) String() string {
	switch u {
	case Year:
		return "year"
	case Quarter:
		return "quarter"
	case Month:
		return "month"
	case UnitDay:
		return "day"
	}
	return "none"
}

// Period is a stretch of whole units. Its zero value is no period. It takes eight
// bytes, since a set of data holds one for each of its observations.
type Period struct {
	from int32  // ordinal of the unit: years, quarters and months since year 0, days since 1970
	rest uint32 // the unit in the lowest three bits; above them, how many units follow the first
}

// of is the period from one ordinal of a unit to another, which is not smaller.
func of(unit Unit, from, to int32) Period { return Period{from, uint32(to-from)<<3 | uint32(unit)} }

func (p Period) unit() Unit { return Unit(p.rest & 7) }

// to is the ordinal of the last unit.
func (p Period) to() int32 { return p.from + int32(p.rest>>3) }

// ErrSyntax is the error of Parse: what a period looks like.
var ErrSyntax = errors.New("want a year (2023), quarter (2023-Q1), month (2023-01), day (2023-06-04) or span (2024-01..2024-02)")

// Parse reads a period. Years run from 1900 to 2199, so that a mistyped year
// is noticed.
func Parse(s string) (Period, error) {
	first, last, span := strings.Cut(s, "..")
	unit, from, err := parseOne(first)
	if err != nil || !span {
		return of(unit, from, from), err
	}
	lastUnit, to, err := parseOne(last)
	switch {
	case err != nil:
		return Period{}, err
	case lastUnit != unit || unit == Year:
		return Period{}, errors.New("both ends of a span must be months, days or quarters alike")
	case to <= from:
		return Period{}, errors.New("a span must end after it begins")
	}
	return of(unit, from, to), nil
}

// parseOne reads a period that is no span as its unit and ordinal.
func parseOne(s string) (Unit, int32, error) {
	parts := strings.Split(s, "-")
	year, ok := number(parts[0], 4)
	if !ok || len(parts) > 3 {
		return 0, 0, ErrSyntax
	}
	if year < 1900 || year > 2199 {
		return 0, 0, fmt.Errorf("the year %d is outside 1900 to 2199", year)
	}
	if len(parts) == 1 {
		return Year, int32(year), nil
	}
	if q, isQuarter := strings.CutPrefix(parts[1], "Q"); isQuarter {
		n, ok := number(q, 1)
		if !ok || n < 1 || n > 4 || len(parts) > 2 {
			return 0, 0, errors.New("a quarter is Q1, Q2, Q3 or Q4")
		}
		return Quarter, int32(year*4 + n - 1), nil
	}
	month, ok := number(parts[1], 2)
	if !ok {
		return 0, 0, ErrSyntax
	}
	if month < 1 || month > 12 {
		return 0, 0, fmt.Errorf("there is no month %d", month)
	}
	if len(parts) == 2 {
		return Month, int32(year*12 + month - 1), nil
	}
	day, ok := number(parts[2], 2)
	if !ok {
		return 0, 0, ErrSyntax
	}
	d := Date(year, month, day)
	if y, m, dd := d.Civil(); y != year || m != month || dd != day {
		return 0, 0, fmt.Errorf("there is no day %s", s)
	}
	return UnitDay, int32(d), nil
}

// number reads exactly width digits.
func number(s string, width int) (int, bool) {
	if len(s) != width || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// Of is the single period of the unit that holds the day.
func Of(unit Unit, d Day) Period {
	year, month, _ := d.Civil()
	var n int32
	switch unit {
	case Year:
		n = int32(year)
	case Quarter:
		n = int32(year*4 + (month-1)/3)
	case Month:
		n = int32(year*12 + month - 1)
	case UnitDay:
		n = int32(d)
	default:
		return Period{}
	}
	return of(unit, n, n)
}

// IsZero tells whether p is no period.
func (p Period) IsZero() bool { return p.unit() == 0 }

// Unit is what p is counted in.
func (p Period) Unit() Unit { return p.unit() }

// Len is how many units p is long.
func (p Period) Len() int {
	if p.IsZero() {
		return 0
	}
	return int(p.to()-p.from) + 1
}

// String is p as Parse reads it.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	first := ordinalString(p.unit(), p.from)
	if p.from == p.to() {
		return first
	}
	return first + ".." + ordinalString(p.unit(), p.to())
}

func ordinalString(unit Unit, n int32) string {
	b := make([]byte, 0, len("2006-01"))
	switch unit {
	case Year:
		return string(digits(b, n, 4))
	case Quarter:
		return string(digits(append(digits(b, n/4, 4), "-Q"...), n%4+1, 1))
	case Month:
		return string(digits(append(digits(b, n/12, 4), '-'), n%12+1, 2))
	}
	return Day(n).String()
}

// digits appends a number that is not negative, with zeros before it up to a width.
func digits(b []byte, n int32, width int) []byte {
	for limit := int32(10); width > 1; width-- {
		if n < limit {
			b = append(b, '0')
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// First is the day on which p begins.
func (p Period) First() Day { return firstDay(p.unit(), p.from) }

// Last is the day on which p ends.
func (p Period) Last() Day { return firstDay(p.unit(), p.to()+1) - 1 }

func firstDay(unit Unit, n int32) Day {
	switch unit {
	case Year:
		return Date(int(n), 1, 1)
	case Quarter:
		return Date(int(n/4), int(n%4)*3+1, 1)
	case Month:
		return Date(int(n/12), int(n%12)+1, 1)
	}
	return Day(n)
}

// Same tells whether p and q are one stretch of time, however written.
func (p Period) Same(q Period) bool {
	return p.IsZero() == q.IsZero() && p.First() == q.First() && p.Last() == q.Last()
}

// Covers tells whether q lies within p.
func (p Period) Covers(q Period) bool {
	return !p.IsZero() && !q.IsZero() && p.First() <= q.First() && q.Last() <= p.Last()
}

// Compare orders periods by their first day, then their last, then as text.
func (p Period) Compare(q Period) int {
	switch {
	case p.First() != q.First():
		return int(p.First() - q.First())
	case p.Last() != q.Last():
		return int(p.Last() - q.Last())
	}
	return strings.Compare(p.String(), q.String())
}
