package chart

import "math"

// seating is the labels of a map while they look for places. Beside them stand the hulls of the places that they have, one
// after the other: they are asked for more often than anything else of a map.
type seating struct {
	labels     []mapLabel
	taken      []seatBox
	neighbours [][]int16 // of each label, the others that may be in its way
}

func newSeating(labels []mapLabel) *seating {
	t := &seating{labels, make([]seatBox, len(labels)), make([][]int16, len(labels))}
	t.empty()
	return t
}

// findNeighbours finds the labels that have places near those of each.
func (t *seating) findNeighbours() {
	around := make([]seatBox, len(t.labels)) // all places of a label
	for i := range t.labels {
		around[i] = nowhereTaken()
		for k := range t.labels[i].seats {
			around[i].include(&t.labels[i].seats[k].hull)
		}
	}
	for i := range t.labels {
		room := around[i].grown(labelGap)
		t.neighbours[i] = t.neighbours[i][:0]
		if len(t.labels[i].seats) == 0 {
			continue
		}
		for j := range t.labels {
			if j != i && !room.far(&around[j]) {
				t.neighbours[i] = append(t.neighbours[i], int16(j))
			}
		}
	}
}

// empty takes all places away.
func (t *seating) empty() {
	for i := range t.labels {
		t.move(i, -1)
	}
}

// move gives a label a place, or none.
func (t *seating) move(label, seat int) {
	l := &t.labels[label]
	if l.at = seat; seat < 0 {
		t.taken[label] = nowhereTaken()
		return
	}
	t.taken[label] = l.seats[seat].hull
}

// places are where the labels are.
func (t *seating) places() []int {
	places := make([]int, len(t.labels))
	for i := range places {
		places[i] = t.labels[i].at
	}
	return places
}

// cost is what all places cost.
func (t *seating) cost() int {
	sum := 0
	for i := range t.labels {
		sum += t.labels[i].cost()
	}
	return sum
}

// takeSeats lets labels take places in an order.
func (t *seating) takeSeats(order []int) {
	for _, i := range order {
		t.move(i, t.cheapest(i, math.MaxInt))
	}
}

// cheapest is the first place of a label that costs less than a limit and that no other is in the way of, -1 for none.
func (t *seating) cheapest(of, limit int) int {
	seats := t.labels[of].seats
	for k := range seats {
		if int(seats[k].cost) >= limit {
			break
		}
		if t.isFree(of, &seats[k]) {
			return k
		}
	}
	return -1
}

// improve moves each label to the cheapest place that is free, or that is free once one other label has moved, where
// both together then cost less. It says whether any moved.
func (t *seating) improve() bool {
	moved := false
	for i := range t.labels {
		l := &t.labels[i]
		for k := range l.seats {
			if int(l.seats[k].cost) >= l.cost() {
				break
			}
			other, several := t.inTheWay(i, &l.seats[k])
			if several {
				continue
			}
			if other < 0 {
				t.move(i, k)
				moved = true
				break
			}
			if t.push(i, k, other) {
				moved = true
				break
			}
		}
	}
	return moved
}

// push gives a label a place that one other is in the way of, which takes the next best, if both together then cost less.
func (t *seating) push(label, seat, other int) bool {
	l, o := &t.labels[label], &t.labels[other]
	before, was, its := l.cost()+o.cost(), l.at, o.at
	t.move(label, seat)
	t.move(other, -1)
	limit := before - l.cost() // from which on nothing is gained
	if limit > costUnseated {  // even if the other has no place any more
		limit = math.MaxInt
	}
	t.move(other, t.cheapest(other, limit))
	if l.cost()+o.cost() < before {
		return true
	}
	t.move(label, was)
	t.move(other, its)
	return false
}

// isFree says that no other label is in the way of a place.
func (t *seating) isFree(of int, s *mapSeat) bool {
	room := s.hull.grown(labelGap)
	if int(s.against) != of && t.isTaken(s.against, s, &room) {
		return false
	}
	for _, j := range t.neighbours[of] {
		if t.isTaken(j, s, &room) {
			s.against = j
			return false
		}
	}
	return true
}

// inTheWay is the label in the way of a place, -1 for none; several says that there is more than one.
func (t *seating) inTheWay(of int, s *mapSeat) (other int, several bool) {
	other = -1
	room := s.hull.grown(labelGap)
	for _, j := range t.neighbours[of] {
		if t.isTaken(j, s, &room) {
			if other >= 0 {
				return other, true
			}
			other = int(j)
		}
	}
	return other, false
}

// isTaken says that another label is in the way of a place, whose hull is given grown.
func (t *seating) isTaken(by int16, s *mapSeat, room *seatBox) bool {
	if room.far(&t.taken[by]) {
		return false
	}
	o := &t.labels[by]
	return s.clashes(&o.seats[o.at])
}
