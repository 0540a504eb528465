package figure

import (
	"bulletin/internal/data"
	"bulletin/internal/decimal"
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
	Subject    string              // what it is, for messages: "arrivals, Serbia, 2023-Q1"
	Used       []*data.Observation // what it rests on, the main one first
	Estimated  bool                // one of them is not firm
	Definition bool                // one of them has another definition, or begins a new series
	Summed     bool                // it is, or compares, a sum of several
	Broken     bool                // one of them could not be read: reported where it stands

	exact ratio
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
		v.Used = append(v.Used, o)
		v.Estimated = v.Estimated || o.Status.Estimated()
		v.Definition = v.Definition || o.Status == data.DefinitionDiffers || o.Status == data.Break
		v.Broken = v.Broken || o.Broken
	}
}
