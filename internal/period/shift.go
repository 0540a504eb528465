package period

import "errors"

// YearBefore is the same stretch a year earlier: both ends of a span move. The
// 29th of February becomes the 28th.
func (p Period) YearBefore() Period {
	return of(p.unit(), yearBefore(p.unit(), p.from), yearBefore(p.unit(), p.to()))
}

func yearBefore(unit Unit, n int32) int32 {
	switch unit {
	case Year:
		return n - 1
	case Quarter:
		return n - 4
	case Month:
		return n - 12
	case UnitDay:
		y, m, d := Day(n).Civil()
		if m == 2 && d == 29 {
			d = 28
		}
		return int32(Date(y-1, m, d))
	}
	return n
}

// Previous is the stretch of the same length that ends where p begins.
func (p Period) Previous() Period {
	n := int32(p.Len())
	return of(p.unit(), p.from-n, p.to()-n)
}

// Next is the stretch of the same length that begins where p ends.
func (p Period) Next() Period {
	n := int32(p.Len())
	return of(p.unit(), p.from+n, p.to()+n)
}

// Split is p as single periods of the unit, in order. It is false when the
// unit does not divide p: a day into months, a month into quarters.
func (p Period) Split(unit Unit) ([]Period, bool) {
	if p.IsZero() || unit < p.unit() {
		return nil, false
	}
	var parts []Period
	for q := Of(unit, p.First()); q.First() <= p.Last(); q = q.Next() {
		parts = append(parts, q)
	}
	return parts, true
}

// ErrRange is the error of Range.
var ErrRange = errors.New("a range must run from an earlier to a later period of one unit")

// Range lists the single periods from first to last, both included.
func Range(first, last Period) ([]Period, error) {
	if first.unit() != last.unit() || first.Len() != 1 || last.Len() != 1 || last.from < first.from {
		return nil, ErrRange
	}
	var all []Period
	for n := first.from; n <= last.from; n++ {
		all = append(all, of(first.unit(), n, n))
	}
	return all, nil
}
