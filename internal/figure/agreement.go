package figure

import (
	"bulletin/internal/decimal"
)

// suits tells whether what was read can be compared with the value at all.
func (r reading) suits(v Value) error {
	q := r.quantity
	switch {
	case !r.numbered && !r.directed && r.from == nil && r.to == nil:
		return unclearf("", "there is no number in it")
	case r.directed && v.Kind != Change && v.Kind != Points && v.Kind != Times && !(q.sign < 0 && r.worded == "" && v.Kind == Count):
		return unclearf("put | change into the braces", "it speaks of a change")
	case r.directed && v.Kind == Times && r.sense < 1:
		return unclearf("put | change into the braces", "the value is how many times as many")
	case r.counts() && r.directed && r.sense == 0 || r.numbered && r.directed && r.sense == 0:
		return unclearf("", "a number and no change contradict each other")
	}
	if err := r.suitEnds(v); err != nil || !r.numbered {
		return err
	}
	switch {
	case q.unit == multiple && r.sense < 0:
		return unclearf("write the percentage, or half as many", "a fall and a multiple can be read in two ways")
	case q.unit == multiple && !q.folded && q.sense == 0 && r.directed:
		return unclearf("write elevenfold, or eleven times as many without a word of direction", "a rise by so many times can be read in two ways")
	case q.unit == fraction && !r.directed && v.Kind == Change:
		return unclearf("say rose by, or more, or as many", "a fraction without a word of direction can be read in two ways")
	case q.unit == ofBase && r.directed:
		return unclearf("leave the word of direction out", "a direction and \"as many\" can be read in two ways")
	}
	return q.suits(v.Kind)
}

// counts tells whether the number of one of the two periods is given.
func (r reading) counts() bool { return r.from != nil || r.to != nil }

// suitEnds tells whether the numbers of the two periods are of the sort of
// those that the value compares: a sign behind the second is that of both.
func (r reading) suitEnds(v Value) error {
	shares := v.Kind == Points || v.Kind == Times && len(v.Used) > 0 && kindOf(v.Used[0].Indicator) == Share
	for _, end := range [...]*quantity{r.from, r.to} {
		isShare := end != nil && (end.unit == percent || r.to != nil && r.to.unit == percent)
		if end != nil && isShare != shares {
			if shares {
				return unclearf("write % behind the numbers", "the value compares shares")
			}
			return unclearf("write by before the percentage", "the value compares counts, and no percentages lead from one to the other")
		}
	}
	return nil
}

// suits tells whether a number is of the sort of the value.
func (q quantity) suits(kind Kind) error {
	switch kind {
	case Count:
		switch q.unit {
		case bare:
			return nil
		case fraction, ofBase:
			return unclearf("put | share into the braces", "the value is a count, not a part of one")
		case multiple:
			return unclearf("take times out of the brackets, or put | times into the braces", "the value is a count, not a multiple")
		}
		return unclearf("", "the value is a count, not a percentage")
	case Share:
		if q.unit == percent || q.unit == fraction {
			return nil
		}
	case Points:
		if q.unit == points {
			return nil
		}
		return unclearf("", "the value is in percentage points")
	case Times:
		if q.unit == multiple {
			return nil
		}
		return unclearf("write times behind the number, or tenfold and the like", "the value is a multiple")
	case Change:
		if q.unit != bare && q.unit != points {
			return nil
		}
	}
	return unclearf("", "the value is a percentage: write %% or per cent behind the number")
}

// agrees compares what is written with a value that it suits.
func (r reading) agrees(v Value) bool {
	switch {
	case v.Kind == Words:
		return false // only the same words would do
	case r.little:
		whole, fits := v.exact.round(0)
		return v.exact.sign() != 0 && fits && whole.IsZero()
	case r.from != nil && !r.from.allows().holds(sizeOf(v.Base)),
		r.to != nil && !r.to.allows().holds(sizeOf(v.Now)):
		return false
	case !r.numbered:
		return r.headed(v)
	}
	q := r.quantity
	switch kind := v.Kind; {
	case kind == Change && (q.unit == multiple || q.unit == ofBase):
	case kind == Change || kind == Points:
		if q.num == 0 && r.directed || q.num != 0 && v.exact.sign() != r.upward() {
			return false
		}
	case q.num == 0 && q.sign != 0, q.num != 0 && v.exact.sign() != 0 && (v.exact.sign() < 0) != (q.sign < 0):
		return false
	}
	return q.allows().holds(q.measure(v))
}

// measure is the size of a value that the number speaks of.
func (q quantity) measure(v Value) size {
	switch {
	case v.Kind == Change && q.unit == multiple:
		return v.now(1)
	case v.Kind == Change && q.unit == ofBase:
		return v.now(100)
	}
	return size{v.exact.a.Abs(), v.exact.b, v.exact.factor}
}

// upward is the direction of a change: unsigned and wordless means up.
func (r reading) upward() int {
	if r.directed {
		return r.sense
	}
	return 1
}

// headed compares a direction without a size. A change that rounds to none is
// none to speak of, unless both numbers are given.
func (r reading) headed(v Value) bool {
	switch {
	case !r.directed:
		return true // the numbers of the two periods alone
	case r.sense == 0 || r.counts():
		return r.sense == v.exact.sign()
	case v.Kind == Times:
		return r.sense > 0
	}
	return r.sense == v.exact.sign() && !v.Number.IsZero()
}

// now is what a changed value has become, in parts of its base.
func (v Value) now(parts int64) size {
	if v.HasBase {
		return size{v.Now.Abs(), v.Base, parts}
	}
	hundred := decimal.FromInt(100) // of a published change only the percentage is known
	sum, ok := hundred.Add(v.exact.a)
	if !ok {
		return size{decimal.FromInt(0), hundred, 1}
	}
	return size{sum.Abs(), hundred, parts}
}
