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
		t.findNeighbours()
		t.takeSeats(ordered(labels, m.sizeFirst))
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
	t.findNeighbours()
	var best []int
	least := 0
	for _, by := range [...]func(*mapLabel) int{(*mapLabel).choice, m.fromTop, m.fromBottom} {
		t.empty()
		t.takeSeats(ordered(t.labels, by))
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

// choice is how many places a label has that cost little more than its best: the label with the fewest comes first.
func (l *mapLabel) choice() int {
	n := 0
	for n < len(l.seats) && l.seats[n].cost < l.seats[0].cost+12 {
		n++
	}
	return n
}

func (m *chartMap) fromTop(l *mapLabel) int    { return m.areas[l.area].y }
func (m *chartMap) fromBottom(l *mapLabel) int { return -m.areas[l.area].y }

// sizeFirst puts the largest value, or else the largest land, first. No land is as large as 2³² square tenths of a pixel.
func (m *chartMap) sizeFirst(l *mapLabel) int {
	a := &m.areas[l.area]
	return -(a.r<<32 + boxArea(a.land.Main))
}

// ordered are the numbers of labels by a key, the lowest first.
func ordered(labels []mapLabel, key func(*mapLabel) int) []int {
	keys, order := make([]int, len(labels)), make([]int, len(labels))
	for i := range order {
		keys[i], order[i] = key(&labels[i]), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	return order
}

// cost is what the place of a label costs.
func (l *mapLabel) cost() int {
	if l.at < 0 {
		return costUnseated
	}
	return int(l.seats[l.at].cost)
}
