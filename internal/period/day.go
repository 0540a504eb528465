package period

import (
	"fmt"
	"time"
)

// Day is a calendar day: days since 1 January 1970.
type Day int32

// Date is the day of a date that must exist.
func Date(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

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
