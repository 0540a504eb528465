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
	for i := range labels {
		words := m.wordings(&m.areas[i])
		labels[i] = mapLabel{area: i, at: -1, words: words, seats: m.seatsOf(i, words, false)}
	}
	t := newSeating(labels)
	if len(labels) > crowd {
		t.takeSeats(m.ordered(labels, bySize))
		return labels
	}
	m.settle(t)
	poor := false
	for i := range labels {
		if labels[i].cost() > costPoor {
			labels[i].seats, poor = m.seatsOf(i, labels[i].words, true), true
		}
	}
	if poor {
		m.settle(t)
	}
	return labels
}

// settle finds places that together cost as little as possible: several orders are tried, in each of which a label takes the
// cheapest place that those before it leave; then labels move, one at a time, to a cheaper place that has become
// free, or push another aside.
func (m *chartMap) settle(t *seating) {
	var best []int
	least := 0
	for _, by := range [...]func(*chartMap, *mapLabel, *mapLabel) int{byChoice, fromTop, fromBottom} {
		t.empty()
		t.takeSeats(m.ordered(t.labels, by))
		for range 3 {
			if !t.improve() {
				break
			}
		}
		if cost := t.cost(); best == nil || cost < least {
			best, least = t.places(), cost
		}
	}
	for i, k := range best {
		t.move(i, k)
	}
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

// cost is what the place of a label costs.
func (l *mapLabel) cost() int {
	if l.at < 0 {
		return costUnseated
	}
	return int(l.seats[l.at].cost)
}
