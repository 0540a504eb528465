package period

import (
	"fmt"
	"time"
)

// Day is a calendar day: days since 1 January 1970.
type Day int32

// Date is the day of a date that must exist.
func Date(year, month, day int) Day {
	// Years are taken from March to February, so that a leap day is the last of
	// its year, and the months before it have the same lengths in every year.
	month -= 3
	if month < 0 {
		month, year = month+12, year-1
	}
	leaps := year/4 - year/100 + year/400
	return Day(365*year + leaps + (153*month+2)/5 + day - 1 - beforeEpoch)
}

// beforeEpoch is the days from 1 March of the year 0 to 1 January 1970.
const beforeEpoch = 719_468

// Civil is the day's year, month (1 to 12) and day of the month.
func (d Day) Civil() (year, month, day int) {
	y, m, dd := time.Unix(int64(d)*86400, 0).UTC().Date()
	return y, int(m), dd
}

// String is the day in ISO 8601: 2023-06-04.
func (d Day) String() string {
	y, m, dd := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}
