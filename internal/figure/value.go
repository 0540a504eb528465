package figure

import (
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/period"
)

// Kind is what sort of number a value is; a claim must be of the same.
type Kind uint8

// The kinds of values.
const (
	Words  Kind = iota // no single number: a period, a list
	Count              // a number of things
	Share              // per cent of a whole
	Change             // per cent, signed
	Points             // percentage points, signed
	Times              // a multiple
)

// Value is what an expression comes to.
type Value struct {
	Kind       Kind
	Text       string              // as a reader sees it, with signs and no-break spaces
	Machine    string              // for <data value>: a plain number, a percentage without "%"; "" where there is none
	Number     decimal.Decimal     // as it is rounded in Text
	Now, Base  decimal.Decimal     // of a comparison: the two numbers that it compares, exact
	HasBase    bool                // it is a comparison, and Now and Base are known
	Subject    Subject             // what it is of, for messages
	Used       []*data.Observation // what it rests on, the main one first
	Unlike     []*data.Observation // of a comparison: those that keep it from being like with like; see unlike
	Estimated  bool                // one of them is not firm
	Definition bool                // not fully comparable: of a comparison, Unlike has some; else one has another definition or begins a new series
	Summed     bool                // it is, or compares, a sum of several
	Broken     bool                // one of them could not be read: reported where it stands
	Wants      []data.Cell         // on a draft: cells that the data does not have yet, so that there is no value

	exact ratio
}

// Subject is what a value is of. It is put into words where they are read, and
// most never are.
type Subject struct {
	cell     resolved
	base     period.Period // of a comparison
	share    bool
	by       string        // the dimension of a list
	onPeriod period.Period // of the words for a period
}

// String is the subject in words: "arrivals, Serbia, 2023-Q1, change from
// 2022-Q1".
func (s Subject) String() string {
	switch {
	case !s.onPeriod.IsZero():
		return "the period " + s.onPeriod.String()
	case !s.base.IsZero():
		return s.cell.String() + ", change from " + s.base.String()
	case s.share:
		return s.cell.String() + ", share"
	case s.by != "":
		return s.cell.String() + ", by " + s.by
	}
	return s.cell.String()
}

// ratio is a * factor / b, kept unrounded so that it can be rounded once to
// any number of decimals.
type ratio struct {
	a, b   decimal.Decimal
	factor int64
}

func whole(d decimal.Decimal) ratio { return ratio{d, decimal.FromInt(1), 1} }

// round is the ratio with the given number of decimals, half away from zero.
func (r ratio) round(scale int) (decimal.Decimal, bool) {
	return decimal.MulDiv(r.a, r.factor, r.b, scale)
}

// belowOne tells whether the exact number is less than one.
func (r ratio) belowOne() bool {
	product, ok := decimal.MulDiv(r.a, r.factor, decimal.FromInt(1), r.a.Scale()) // exact
	return ok && product.Cmp(r.b) < 0
}

// sign is that of the exact number; b is never negative.
func (r ratio) sign() int { return r.a.Sign() }

// rest enters the observations that a value rests on.
func (v *Value) rest(used ...*data.Observation) {
	for _, o := range used {
		v.Estimated = v.Estimated || o.Status.Estimated()
		v.Definition = v.Definition || o.Status == data.DefinitionDiffers || o.Status == data.Break
		v.Broken = v.Broken || o.Broken
	}
	v.Used = append(v.Used, used...)
}

// compare enters the two sides of a comparison.
func (v *Value) compare(set *data.Set, now, base amount) {
	v.Now, v.Base, v.HasBase = now.number, base.number, true
	v.Used = make([]*data.Observation, 0, len(now.used)+len(base.used))
	v.rest(now.used...)
	v.rest(base.used...)
	v.Summed = now.single == nil || base.single == nil
	v.Unlike = unlike(set, now.used, base.used)
	v.Definition = len(v.Unlike) > 0
}
