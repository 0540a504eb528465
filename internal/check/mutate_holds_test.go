package check_test

import (
	"math/big"
	"strings"
)

// bearsOut tells whether a value bears out the words of a claim.
func bearsOut(s said, w worth) bool {
	switch {
	case w.none:
		return false
	case s.from != nil && (w.base == nil || s.from.Cmp(w.base) != 0), s.to != nil && (w.now == nil || s.to.Cmp(w.now) != 0):
		return false
	case s.little:
		return w.number.Sign() != 0 && nearest(w.number, big.NewRat(1, 1)).Sign() == 0
	case !s.numbered && s.from == nil && s.to == nil: // a direction alone
		return s.sense == w.number.Sign() && (s.sense == 0 || nearest(w.number, big.NewRat(1, 1)).Sign() != 0)
	case !s.numbered:
		return !s.turned || s.sense == w.number.Sign()
	}
	size := new(big.Rat).Abs(w.number)
	hundred := big.NewRat(100, 1)
	switch {
	case s.unit == "times" && w.kind == "change": // how many times as many
		return holds(s, new(big.Rat).Quo(w.ofBase(), hundred))
	case s.unit == "as many":
		return holds(s, w.ofBase())
	case w.kind == "change" || w.kind == "points":
		sense := 1
		if s.turned {
			sense = s.sense
		}
		if s.minus {
			sense = -1
		}
		if s.number.Sign() == 0 {
			return holds(s, size)
		}
		return w.number.Sign() == sense && holds(s, size)
	}
	return holds(s, size)
}

// holds compares a size with a number in words: exactly at what is written, or
// within the bounds of its hedge.
func holds(s said, size *big.Rat) bool {
	n, step := new(big.Rat).Set(s.number), s.step
	part := s.unit == "part" || s.unit == "as many"
	switch {
	case part: // at the whole per cent
		n.Mul(n, big.NewRat(100, 1))
		step = big.NewRat(1, 1)
		if s.hedge == "" {
			n = nearest(n, step)
		}
	case s.unit == "times" && step.Cmp(big.NewRat(1, 10)) > 0:
		step = big.NewRat(1, 10)
	}
	times := func(a, b int64) *big.Rat { return new(big.Rat).Mul(n, big.NewRat(a, b)) }
	few := n.Cmp(big.NewRat(10, 1)) <= 0 && !part && s.unit != "times"
	near := times(1, 20)
	switch {
	case part:
		near = big.NewRat(3, 1)
	case s.unit == "" && n.Cmp(big.NewRat(20, 1)) <= 0:
		near = big.NewRat(1, 1)
	}
	switch s.hedge {
	case "":
		return nearest(size, step).Cmp(n) == 0
	case "exactly":
		return size.Cmp(n) == 0
	case "more", "least":
		above := size.Cmp(times(5, 4)) <= 0
		if whole := new(big.Rat).SetInt(new(big.Int).Quo(n.Num(), n.Denom())); s.unit == "times" && size.Cmp(whole.Add(whole, big.NewRat(1, 1))) < 0 {
			above = true // not yet the next multiple
		}
		return above && (size.Cmp(n) > 0 || size.Cmp(n) == 0 && s.hedge == "least")
	case "fewer":
		return size.Cmp(n) < 0 && size.Sign() > 0 && (few || size.Cmp(times(4, 5)) >= 0)
	case "most":
		return size.Cmp(n) <= 0 && size.Sign() > 0 && (few || size.Cmp(times(4, 5)) >= 0)
	case "nearly":
		return size.Cmp(n) < 0 && size.Sign() > 0 && new(big.Rat).Add(size, near).Cmp(n) >= 0
	case "just over":
		return size.Cmp(n) > 0 && new(big.Rat).Sub(size, near).Cmp(n) <= 0
	}
	// about: what rounds to it at its last digit that is not zero, within a tenth
	if part { // three points off
		return new(big.Rat).Abs(new(big.Rat).Sub(size, n)).Cmp(big.NewRat(3, 1)) <= 0
	}
	unit := new(big.Rat).Set(step)
	for ten := big.NewRat(10, 1); ; unit.Mul(unit, ten) {
		if next := new(big.Rat).Mul(unit, ten); n.Sign() == 0 || nearest(n, next).Cmp(n) != 0 {
			break
		}
	}
	if s.half {
		unit.Mul(unit, big.NewRat(5, 1))
	}
	return nearest(size, unit).Cmp(n) == 0 && new(big.Rat).Abs(new(big.Rat).Sub(size, n)).Cmp(times(1, 10)) <= 0
}

// nearest is the multiple of a step that is nearest to a number, the one
// further from zero where two are.
func nearest(n, step *big.Rat) *big.Rat {
	q := new(big.Rat).Quo(new(big.Rat).Abs(n), step)
	twice := new(big.Rat).Add(q, big.NewRat(1, 2))
	whole := new(big.Int).Quo(twice.Num(), twice.Denom())
	r := new(big.Rat).Mul(new(big.Rat).SetInt(whole), step)
	if n.Sign() < 0 {
		r.Neg(r)
	}
	return r
}

// colour is how many words only colour a number that follows them.
func colour(words []string) int {
	for _, c := range []string{"only", "just", "a mere", "as many as", "as few as"} {
		n := len(strings.Fields(c))
		if n < len(words) && strings.Join(words[:n], " ") == c {
			if _, took := readNumber(words[n:]); took > 0 {
				return n
			}
		}
	}
	return 0
}
