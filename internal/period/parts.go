package period

// Parts are the unit of p and the numbers of the first and the last that it
// spans: years, quarters and months are counted from the year 0, days from 1
// January 1970. [FromParts] puts them together; those of no period are zeros.
func (p Period) Parts() (unit Unit, first, last int32) { return p.unit(), p.from, p.to() }

// FromParts is the period that [Period.Parts] took apart; false where no period
// between the years 0 and 9999 has these parts.
func FromParts(unit Unit, first, last int32) (Period, bool) {
	low, high := int32(0), int32(0)
	switch unit {
	case 0:
	case Year:
		high = lastYear
	case Quarter:
		high = lastYear*4 + 3
	case Month:
		high = lastYear*12 + 11
	case UnitDay:
		low, high = int32(Date(0, 1, 1)), int32(Date(lastYear, 12, 31))
	default:
		return Period{}, false
	}
	if first < low || last > high || first > last {
		return Period{}, false
	}
	return of(unit, first, last), true
}

// lastYear is the last that four digits write.
const lastYear = 9999
