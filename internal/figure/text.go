package figure

import (
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
)

// text is a number of a kind as every page writes it: in prose, in a table, on
// a chart.
func text(kind Kind, d decimal.Decimal, l *locale.Locale) string {
	switch kind {
	case Share:
		return l.Share(d)
	case Change:
		return l.SignedPercent(d)
	}
	return l.Number(d)
}

// numberOf is the number of an observation and its kind; false where it has
// none.
func numberOf(o *data.Observation) (decimal.Decimal, Kind, bool) {
	switch {
	case o.HasValue:
		return o.Value, kindOf(o.Indicator), true
	case o.HasShare:
		return o.Share, Share, true
	}
	return decimal.Decimal{}, kindOf(o.Indicator), false
}

func kindOf(i *data.Indicator) Kind {
	switch i.Measure {
	case data.Share:
		return Share
	case data.Change:
		return Change
	}
	return Count
}

// WrittenNumber is a number of an indicator as every page writes it: what the
// parts leave of a total.
func WrittenNumber(i *data.Indicator, d decimal.Decimal, l *locale.Locale) string {
	return text(kindOf(i), d, l)
}

// Written is an observation's number as every page writes it: 16,216; 25.5%;
// +6% for a published change. It is false where there is no number.
func Written(o *data.Observation, l *locale.Locale) (string, bool) {
	if o == nil {
		return "", false
	}
	number, kind, ok := numberOf(o)
	if !ok {
		return "", false
	}
	return text(kind, number, l), true
}
