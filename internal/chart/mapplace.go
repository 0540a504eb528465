package chart

import (
	"cmp"
	"slices"
)

const (
	costUnseated = 400 // an area without a label
	costPoor     = 26  // a label that might better stand off
)

// seatLabels gives every label that has room a place: first close by, then those that found none, or a poor one, may stand
// off with a line.
func (m *chartMap) seatLabels() []mapLabel {
	labels := make([]mapLabel, len(m.areas))
	words := make([][]mapWording, len(m.areas))
	for i := range labels {
		words[i] = m.wordings(&m.areas[i])
		labels[i] = mapLabel{area: i, at: -1, seats: m.seatsOf(i, words[i], false)}
	}
	if len(labels) > crowd {
		m.takeSeats(labels, m.ordered(labels, bySize))
		return labels
	}
	labels = m.settle(labels)
	poor := false
	for i := range labels {
		if labels[i].cost() > costPoor {
			labels[i].seats, poor = m.seatsOf(i, words[i], true), true
		}
	}
	if !poor {
		return labels
	}
	for i := range labels {
		labels[i].at = -1
	}
	return m.settle(labels)
}

// settle finds places that together cost as little as possible: several orders are tried, in each of which a label takes the
// cheapest place that those before it leave; then labels move, one at a time, to a cheaper place that has become
// free, or push another aside.
func (m *chartMap) settle(labels []mapLabel) []mapLabel {
	best, least := []mapLabel(nil), 0
	for _, by := range [...]func(*chartMap, *mapLabel, *mapLabel) int{byChoice, fromTop, fromBottom} {
		try := slices.Clone(labels)
		m.takeSeats(try, m.ordered(try, by))
		for range 3 {
			if !improve(try) {
				break
			}
		}
		if cost := costs(try); best == nil || cost < least {
			best, least = try, cost
		}
	}
	return best
}

// byChoice puts the label with the fewest good places first.
func byChoice(_ *chartMap, a, b *mapLabel) int { return cmp.Compare(a.choice(), b.choice()) }

func fromTop(m *chartMap, a, b *mapLabel) int {
	return cmp.Compare(m.areas[a.area].y, m.areas[b.area].y)
}

func fromBottom(m *chartMap, a, b *mapLabel) int { return fromTop(m, b, a) }

// bySize puts the largest value, or else the largest land, first.
func bySize(m *chartMap, a, b *mapLabel) int {
	x, y := &m.areas[a.area], &m.areas[b.area]
	return cmp.Or(cmp.Compare(y.r, x.r), cmp.Compare(boxArea(y.land.Main), boxArea(x.land.Main)))
}

// choice is how many places a label has that cost little more than its best.
func (l *mapLabel) choice() int {
	n := 0
	for n < len(l.seats) && l.seats[n].cost < l.seats[0].cost+12 {
		n++
	}
	return n
}

func (m *chartMap) ordered(labels []mapLabel, by func(*chartMap, *mapLabel, *mapLabel) int) []int {
	order := make([]int, len(labels))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return by(m, &labels[a], &labels[b]) })
	return order
}

// takeSeats lets labels take places in an order.
func (m *chartMap) takeSeats(labels []mapLabel, order []int) {
	for _, i := range order {
		labels[i].at = cheapest(labels, i)
	}
}

// cheapest is the first place of a label that no other is in the way of.
func cheapest(labels []mapLabel, of int) int {
	for k := range labels[of].seats {
		if other, _ := inTheWay(labels, of, k); other < 0 {
			return k
		}
	}
	return -1
}

// cost is what the place of a label costs.
func (l *mapLabel) cost() int {
	if l.at < 0 {
		return costUnseated
	}
	return l.seats[l.at].cost
}

func costs(labels []mapLabel) int {
	sum := 0
	for i := range labels {
		sum += labels[i].cost()
	}
	return sum
}

// improve moves each label to the cheapest place that is free, or that is free once one other label has moved, where
// both together then cost less. It says whether any moved.
func improve(labels []mapLabel) bool {
	moved := false
	for i := range labels {
		l := &labels[i]
		for k := range l.seats {
			if l.seats[k].cost >= l.cost() {
				break
			}
			other, several := inTheWay(labels, i, k)
			if several {
				continue
			}
			if other < 0 {
				l.at, moved = k, true
				break
			}
			before, was, its := l.cost()+labels[other].cost(), l.at, labels[other].at
			l.at, labels[other].at = k, -1
			labels[other].at = cheapest(labels, other)
			if l.cost()+labels[other].cost() < before {
				moved = true
				break
			}
			l.at, labels[other].at = was, its
		}
	}
	return moved
}

// inTheWay is the label in the way of a place, -1 for none; several says that there is more than one.
func inTheWay(labels []mapLabel, of, seat int) (other int, several bool) {
	other = -1
	s := &labels[of].seats[seat]
	for j := range labels {
		if o := &labels[j]; j != of && o.at >= 0 && s.clashes(&o.seats[o.at]) {
			if other >= 0 {
				return other, true
			}
			other = j
		}
	}
	return other, false
}
