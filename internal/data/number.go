package data

import (
	"errors"
	"strings"

	"bulletin/internal/decimal"
	"bulletin/internal/strictyaml"
)

// number reads a value, or a share, into o.
func (f *observationFile) number(n *strictyaml.Node, o *Observation, share bool) {
	o.Pos, o.Len = n.Pos, n.Len
	d, err := decimal.Decimal{}, error(nil)
	switch {
	case n.Broken:
		o.Broken = true
		return
	case n.Kind != strictyaml.Scalar:
		if len(f.unsplit(n, "a number is expected")) == 0 {
			f.ps.Errorf(n.Pos, n.Len, rule, "", "a number is expected, but this is %s", n.Kind)
		}
	default:
		if d, err = decimal.Parse(n.Value); err == nil && !n.Quoted {
			f.inRange(n, d, o, share)
			return
		}
		switch {
		case err == nil:
			f.ps.Errorf(n.Pos, n.Len, rule, "remove the quotes", "a number must not be quoted: %q", n.Value)
		case errors.Is(err, decimal.ErrRange):
			f.ps.Errorf(n.Pos, n.Len, rule, "", "%s: %v", n.Value, err)
		default:
			f.ps.Errorf(n.Pos, n.Len, rule, numberHint(n.Value), "%q is no number", n.Value)
		}
	}
	o.Broken = true
}

// inRange keeps a number that its indicator can have.
func (f *observationFile) inRange(n *strictyaml.Node, d decimal.Decimal, o *Observation, share bool) {
	var measure Measure
	if o.Indicator != nil {
		measure = o.Indicator.Measure
	}
	switch {
	case (share || measure == Share) && (d.Sign() < 0 || d.Cmp(decimal.FromInt(100)) > 0):
		f.ps.Errorf(n.Pos, n.Len, rule, "", "a share lies between 0 and 100 per cent, not at %s", d)
		o.Broken = true
	case (measure == Flow || measure == Stock) && d.Sign() < 0:
		f.ps.Errorf(n.Pos, n.Len, rule, "a change has an indicator of its own, with measure: change", "a count cannot be negative: %s", d)
		o.Broken = true
	case !share && !whole(d) && (measure == Flow || measure == Stock) && !o.Indicator.Unit.divides():
		f.ps.Errorf(n.Pos, n.Len, rule, "give the number as it was counted; an average says so in its unit, such as {one: person a day, other: people a day}",
			"%s has a fraction, but %s are counted one by one", d, o.Indicator.Unit.Other)
		o.Broken = true
	case share:
		o.Share, o.HasShare = d, true
	default:
		o.Value, o.HasValue = d, true
	}
}

// numberHint helps an author who wrote a number as a text would.
func numberHint(s string) string {
	bare := strings.Map(func(r rune) rune {
		switch r {
		case ',', '\'', '’', ' ', '\u00a0', '\u2009', '\u202f', '_':
			return -1
		case '−', '–':
			return '-'
		}
		return r
	}, s)
	bare = strings.TrimSuffix(strings.TrimPrefix(bare, "+"), "%")
	if _, err := decimal.Parse(bare); err == nil {
		return "write " + bare
	}
	about := strings.TrimLeft(strings.TrimPrefix(bare, "about"), "~≈<>")
	if _, err := decimal.Parse(about); err == nil {
		return "write {value: " + about + ", status: E, note: how it was written}"
	}
	switch strings.ToLower(bare) {
	case "-", ".", "..", ":", "n/a", "na", "nodata", "none", "unknown", "missing":
		return absentHint
	}
	return "write digits, with a point before decimals: 2528, 5.5"
}
