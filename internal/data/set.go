package data

import (
	"crypto/sha256"
	"slices"
)

// Set is everything that data/ holds. It does not change once loaded, so many
// goroutines may ask it.
type Set struct {
	Site Site

	areas      register[Area]
	indicators register[Indicator]
	dimensions register[Dimension]
	sources    register[Source]

	observations []*Observation // in the order of compare
	accepts      []*Acceptance  // in the order of the files
	texts        []Text         // that readers see
	todos        []Todo         // in the order of the files
	excesses     []Excess       // that are not refused
	lost         bool           // an observation was refused, and its cell is not known
	ranks        map[string]int32
	cells        *table                 // by cell
	series       *table                 // the earliest of each series
	next         []int32                // of an observation, the next of its series; -1
	breaks       map[key][]*Observation // of a series, what has status B; nil where nothing has
	records      []*Record              // by file
	revisions    []*Revision            // by date
	published    map[place][]*Entry     // of all records, by date
	revised      map[place][]*Revision  // by date
	unrevised    unrevised              // entries that could not be read
	sums         map[string][sha256.Size]byte
	memo         *memo  // digests: see Digest
	trace        *Trace // where what is asked is entered: see Traced; mostly nil
}

// register keeps the entries of one kind, in file order and by id.
type register[T any] struct {
	list  []*T
	byID  map[string]*T
	whole bool // its file could be read: an id that it lacks is unknown
}

func (r *register[T]) get(id string) (*T, bool) {
	entry, ok := r.byID[id]
	return entry, ok
}

func (r *register[T]) add(id string, entry *T) {
	if r.byID == nil {
		r.byID = map[string]*T{}
	}
	r.list, r.byID[id] = append(r.list, entry), entry
}

// Whole tells whether areas, indicators, dimensions and sources could all be
// read. Where not, a name that the set lacks may stand in what was refused.
func (s *Set) Whole() bool {
	s.trace.all(OnCompleteness)
	return s.areas.whole && s.indicators.whole && s.dimensions.whole && s.sources.whole
}

// Complete tells whether every observation found its place, if only as a broken
// one. Where not, a cell that the set lacks may be one that was refused.
func (s *Set) Complete() bool { return s.Whole() && !s.lost }

// SumOf is the SHA-256 of a file that a set was read from, by its path in the site:
// "data/areas.yaml". It is false of one that was not read. No page asks for it.
func SumOf(s *Set, file string) (sum [sha256.Size]byte, read bool) {
	sum, read = s.sums[file]
	return sum, read
}

// Areas lists areas in file order, then groups.
func (s *Set) Areas() []*Area { return s.areas.list }

// Area is the area or group with the id.
func (s *Set) Area(id string) (*Area, bool) { return s.areas.get(id) }

// Indicators lists indicators in file order.
func (s *Set) Indicators() []*Indicator { return s.indicators.list }

// Indicator is the indicator with the id.
func (s *Set) Indicator(id string) (*Indicator, bool) { return s.indicators.get(id) }

// Dimensions lists dimensions in file order.
func (s *Set) Dimensions() []*Dimension { return s.dimensions.list }

// Dimension is the dimension with the id.
func (s *Set) Dimension(id string) (*Dimension, bool) { return s.dimensions.get(id) }

// Sources lists sources in file order.
func (s *Set) Sources() []*Source {
	s.trace.all(OnSources)
	return s.sources.list
}

// Source is the source with the key.
func (s *Set) Source(key string) (*Source, bool) {
	s.trace.named(OnSource, key)
	return s.sources.get(key)
}

// Publishes tells whether a source is of the publisher.
func (s *Set) Publishes(publisher string) bool {
	s.trace.named(OnPublisher, publisher)
	return slices.ContainsFunc(s.sources.list, func(source *Source) bool { return source.Publisher == publisher })
}

// Observations lists all observations by indicator, area, period and
// categories: in the order of their files, except periods, which run from the
// earliest on; a total stands before its parts.
func (s *Set) Observations() []*Observation {
	s.trace.all(OnObservations)
	return s.observations
}

// ObservationsOf lists the observations of an indicator, in the order of Observations:
// a piece of those, not to be changed.
func (s *Set) ObservationsOf(i *Indicator) []*Observation {
	d := Dep{Kind: OnIndicator, Cell: Cell{Indicator: i.ID}}
	if s.trace != nil {
		s.trace.Add(d)
	}
	return slices.Clip(s.those(d))
}

// ObservationsIn lists those of an indicator in an area.
func (s *Set) ObservationsIn(i *Indicator, a *Area) []*Observation {
	d := Dep{Kind: OnSeries, Cell: Cell{Indicator: i.ID, Area: a.ID}}
	if s.trace != nil {
		s.trace.Add(d)
	}
	return slices.Clip(s.those(d))
}

// Acceptances lists the reasons that are given beside sources, indicators and
// values for leaving a warning as it is.
func (s *Set) Acceptances() []*Acceptance {
	s.trace.all(OnAcceptances)
	return s.accepts
}
