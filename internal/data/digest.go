package data

import (
	"slices"
	"strings"
)

// Digest tells the answer to a question from other answers: the beginning of a
// SHA-256. It is the same in every process and on every machine.
type Digest [16]byte

// Digest is the digest of the answer to a question, with places or without: where
// the places of what is read are part of what is made of it, such as a problem that
// says where a value stands. Any number of goroutines may ask; what a digest
// needs is worked out when it is asked for first.
//
// An observation is covered with its totals and its source, whatever that is asked
// for, and a cell with its revisions. Of a cell without an observation the digest
// also says which of its names there are.
func (s *Set) Digest(d Dep, places bool) Digest {
	s, m := s.untraced()
	if !d.shared() {
		return m.taken(s, []Dep{d}, places)
	}
	if d.Kind == OnFiles {
		return m.files
	}
	which := variant(places)
	m.mu.RLock()
	known, ok := m.digests[which][d]
	m.mu.RUnlock()
	if ok {
		return known
	}
	known = m.taken(s, []Dep{d}, places)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.digests[which] == nil {
		m.digests[which] = map[Dep]Digest{}
	}
	m.digests[which][d] = known
	return known
}

// DigestAll is one digest of the answers to all questions, in the order given: in
// half the time that it takes to get each.
func (s *Set) DigestAll(all []Dep, places bool) Digest {
	s, m := s.untraced()
	return m.taken(s, all, places)
}

// untraced is the set for questions that are nobody's.
func (s *Set) untraced() (*Set, *memo) {
	m := s.memo
	if m == nil {
		m = &memo{} // of a set that was not loaded, and so is empty
	}
	if s.trace == nil {
		return s, m
	}
	own := *s
	own.trace = nil
	return &own, m
}

// shared tells whether the digest of an answer is kept: it is where many outputs
// ask the same, and where it takes long.
func (d Dep) shared() bool {
	return d.Kind != OnCell && d.Kind != OnParts && d.Kind != OnBreaks && d.Kind != OnPublished
}

// variant is the number of a memo: without or with places.
func variant(places bool) int {
	if places {
		return 1
	}
	return 0
}

// taken takes the digest of some answers: of a single one, of all that it says.
func (m *memo) taken(s *Set, all []Dep, places bool) Digest {
	st := m.stamp(s, variant(places))
	for _, d := range all {
		st.flush()
		if len(all) > 1 {
			st.number(int64(d.Kind))
		}
		if len(all) > 1 && d.shared() {
			st.digest(s.Digest(d, places))
		} else {
			st.answer(s, m, d)
		}
	}
	found := st.sum()
	m.stamps.Put(st)
	return found
}

// answer enters the answer to a question.
func (st *stamp) answer(s *Set, m *memo, d Dep) {
	switch d.Kind {
	case OnCell:
		st.answerCell(s, m, d.Cell)
	case OnParts, OnBreaks:
		st.answerOf(s, d)
	case OnHistory:
		st.observations(s.History(d.Cell.Indicator, d.Cell.Area, d.Cell.Categories))
	case OnSeries, OnIndicator:
		st.observations(s.those(d))
	case OnObservations:
		for _, i := range s.indicators.list {
			st.digest(s.Digest(Dep{Kind: OnIndicator, Cell: Cell{Indicator: i.ID}}, st.places))
		}
	case OnSource:
		source, ok := s.sources.get(d.Name)
		st.flags(ok)
		if ok {
			st.digest(st.sources[source])
		}
	case OnSources:
		for _, source := range s.sources.list {
			st.digest(st.sources[source])
		}
	case OnPublisher:
		st.flags(s.Publishes(d.Name))
	default:
		st.answerAll(s, d)
	}
}

// answerAll enters the answer to a question about records or all of a kind.
func (st *stamp) answerAll(s *Set, d Dep) {
	switch d.Kind {
	case OnPublished:
		all := s.Published(d.Cell)
		st.number(int64(len(all)))
		for _, e := range all {
			st.entry(e)
			st.flags(e.Record.Broken)
		}
	case OnRecord:
		r, ok := s.Record(d.Name)
		st.flags(ok)
		if ok {
			st.record(r)
		}
	case OnRecords:
		for _, r := range s.records {
			st.digest(s.Digest(Dep{Kind: OnRecord, Name: r.Edition}, st.places))
		}
	case OnRevisions:
		st.revisions(s.revisions)
	case OnExcesses:
		for _, e := range s.excesses {
			st.observation(e.Whole)
			st.observations(e.Parts)
			st.decimal(e.Sum)
		}
	case OnTexts:
		for _, t := range s.texts {
			st.flush()
			st.text(t.Words)
			st.accepts(t.Accepts)
			st.at(t.Pos, t.Len)
		}
		for _, t := range s.todos {
			st.flush()
			st.text(t.Reason)
			st.at(t.Pos, t.Len)
		}
	case OnAcceptances:
		st.accepts(s.accepts)
	case OnCompleteness:
		st.flags(s.Whole(), s.Complete())
	case OnRegisters:
		st.registers(s)
	}
}

// answerCell enters the observation and the revisions of a cell, or which of its
// names there are.
func (st *stamp) answerCell(s *Set, m *memo, c Cell) {
	at := s.find(c)
	st.flags(at >= 0, s.Unrevised(c))
	if at >= 0 {
		st.digest(m.observation(s, at, variant(st.places)))
	} else {
		_, indicator := s.indicators.get(c.Indicator)
		_, area := s.areas.get(c.Area)
		st.flags(indicator, area)
		for step := range strings.SplitSeq(c.Categories, " ") {
			dimension, id, _ := strings.Cut(step, "=")
			d, known := s.dimensions.get(dimension)
			there := false
			if known {
				_, there = d.Category(id)
			}
			st.flags(known, there)
		}
	}
	st.revisions(s.RevisionsIn(c))
}

// answerOf enters what is asked of an observation; where there is none, as where
// the answer is empty.
func (st *stamp) answerOf(s *Set, d Dep) {
	var all []*Observation
	if at := s.find(d.Cell); at >= 0 && d.Kind == OnBreaks {
		all = s.Breaks(s.observations[at])
	} else if at >= 0 {
		all = s.parts(s.observations[at])
	}
	st.observations(all)
	if d.Kind == OnParts && len(all) > 0 {
		st.observation(all[0].Parent) // what they leave of it is asked, too
	}
}

// those are the observations of an indicator, or of one in an area: a piece of
// the set.
func (s *Set) those(d Dep) []*Observation {
	i, known := s.indicators.get(d.Cell.Indicator)
	if !known {
		return nil
	}
	from, to := key{indicator: i.order}, key{indicator: i.order + 1}
	if d.Kind == OnSeries {
		a, there := s.areas.get(d.Cell.Area)
		if !there {
			return nil
		}
		from.area, to = a.order, key{indicator: i.order, area: a.order + 1}
	}
	before := func(o *Observation, k key) int {
		if o.Indicator.order != k.indicator {
			return int(o.Indicator.order - k.indicator)
		}
		if o.Area.order < k.area {
			return -1
		}
		return 1 // the first of those that are not before
	}
	start, _ := slices.BinarySearchFunc(s.observations, from, before)
	stop, _ := slices.BinarySearchFunc(s.observations, to, before)
	return s.observations[start:stop]
}
