package largesite

// dice is a source of numbers that is the same everywhere: SplitMix64, after
// Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014),
// with the constants of its published code.
type dice struct{ state uint64 }

// newDice begins a row of numbers for one place of a site.
func newDice(place ...uint64) *dice {
	d := &dice{}
	for _, p := range place {
		d.state = d.next() ^ p
	}
	return d
}

func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number from 0 to n-1. Its bias is far below what anyone could see.
func (d *dice) below(n int) int { return int(d.next() % uint64(n)) }

// pick is one of several.
func pick[T any](d *dice, all []T) T { return all[d.below(len(all))] }

// shuffled are the first n of several, in any order.
func shuffled[T any](d *dice, all []T, n int) []T {
	out := append([]T(nil), all...)
	for i := range n {
		j := i + d.below(len(out)-i)
		out[i], out[j] = out[j], out[i]
	}
	return out[:n]
}
