package data

import (
	"fmt"
	"strings"

	"bulletin/internal/decimal"
)

// Printed is the value of a cell as an edition publishes it: a number, a share
// in per cent where only that is known, or nothing.
type Printed struct {
	Number decimal.Decimal // zero where None
	Share  bool            // Number is in per cent of the total, and the count is not known
	None   bool            // there was, or is, no value
}

// PrintedOf is the value of an observation as pages show it. Nil has none.
func PrintedOf(o *Observation) Printed {
	switch {
	case o != nil && o.HasValue:
		return Printed{Number: o.Value}
	case o != nil && o.HasShare:
		return Printed{Number: o.Share, Share: true}
	}
	return Printed{None: true}
}

// ParsePrinted reads a value as the files of data/ write it: "868", "28.5%" or
// "none".
func ParsePrinted(text string) (Printed, error) {
	if text == "none" {
		return Printed{None: true}, nil
	}
	number, share := strings.CutSuffix(text, "%")
	value, err := decimal.Parse(number)
	if err != nil {
		return Printed{}, fmt.Errorf("%q is no value: %w", text, err)
	}
	return Printed{Number: value, Share: share}, nil
}

// String is the value as ParsePrinted reads it.
func (p Printed) String() string {
	switch {
	case p.None:
		return "none"
	case p.Share:
		return p.Number.String() + "%"
	}
	return p.Number.String()
}

// Same tells whether readers see the same: 868 and 868.0 are.
func (p Printed) Same(q Printed) bool {
	return p.None == q.None && p.Share == q.Share && p.Number.Cmp(q.Number) == 0
}

// possible tells whether the value can be: a share lies between 0 and 100. Whether
// a count may be negative, or have a fraction, is not asked of what was printed: the
// indicator may have changed since.
func (p Printed) possible() bool {
	return !p.Share || p.Number.Sign() >= 0 && p.Number.Cmp(decimal.FromInt(100)) <= 0
}
