package opendata

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"sync"

	"bulletin/internal/data"
	"bulletin/internal/sheet"
)

// Maker makes the files of a set. What several of them have in common it makes once:
// the rows of an indicator are in its own files and in those of all. Many goroutines may
// use makers of one set.
type Maker struct {
	set *data.Set // that is asked
	*shared
}

// NewMaker is a maker of the files of a set.
func NewMaker(set *data.Set) *Maker {
	s := &shared{set: set, parts: map[*data.Indicator]*rows{}, done: map[*data.Indicator]int{}}
	s.entries = sync.OnceValue(func() entries { return shown(set) })
	s.days = sync.OnceValue(func() days { return revisionDays(set) })
	s.form = sync.OnceValues(func() (*sheet.Form, error) {
		return sheet.NewForm(workbookTables(observationTable(nil), entries{})...)
	})
	s.indicators = sync.OnceValue(func() []*data.Indicator { return indicatorsOf(set) })
	return &Maker{set, s}
}

// Asking is the maker, entering what it asks into the trace of a set: the same that it
// was made for (data.Set.Traced).
func (m *Maker) Asking(set *data.Set) *Maker { return &Maker{set, m.shared} }

// ask asks for what the files of a part show.
func (m *Maker) ask(of Part) {
	Observations(m.set, of)
	m.set.Revisions()
	if of == (Part{}) {
		m.set.Sources()
	}
}

// Done tells that the files of an indicator, or those of all, are made: rows that are in
// no other any more are let go.
func (m *Maker) Done(of Part) {
	all := m.indicators()
	if of.Indicator != nil {
		all = []*data.Indicator{of.Indicator}
	}
	m.guard.Lock()
	defer m.guard.Unlock()
	if of == (Part{}) {
		delete(m.parts, nil)
	}
	for _, i := range all {
		if m.done[i]++; m.done[i] == 2 {
			delete(m.parts, i)
		}
	}
}

// shared is what makers of a set have in common.
type shared struct {
	set        *data.Set // that nobody traces
	entries    func() entries
	days       func() days
	form       func() (*sheet.Form, error)
	indicators func() []*data.Indicator // that have observations, without examples

	guard sync.Mutex
	parts map[*data.Indicator]*rows
	done  map[*data.Indicator]int // how many of both that have its rows are made
}

// rows are those of an indicator, in each format once somebody asks.
type rows struct {
	table func() sheet.Table
	csv   func() (csvFile, error)
	json  func() ([]byte, error)
	xlsx  func() ([]byte, error) // a whole workbook: of all observations only
}

// csvFile is a file of observations with its SHA-256, and where its rows begin.
type csvFile struct {
	src  []byte
	head int
	sum  [sha256.Size]byte
}

// part are the rows of an indicator; without one, those of all, of which only the CSV
// and the workbook are kept together.
func (s *shared) part(i *data.Indicator) *rows {
	s.guard.Lock()
	defer s.guard.Unlock()
	r := s.parts[i]
	if r == nil {
		r = &rows{}
		r.table = sync.OnceValue(func() sheet.Table { return s.table(Observations(s.set, Part{Indicator: i})) })
		r.csv = sync.OnceValues(func() (csvFile, error) { return csvFileOf(r.table()) })
		if i == nil {
			r.csv = sync.OnceValues(s.wholeCSV)
			r.xlsx = sync.OnceValues(func() ([]byte, error) { return s.workbook(Part{}) })
		}
		r.json = sync.OnceValues(func() ([]byte, error) { return listed{"observations", r.table()}.rows() })
		s.parts[i] = r
	}
	return r
}

// indicatorsOf are the indicators of the observations of a set, in its order.
func indicatorsOf(set *data.Set) []*data.Indicator {
	var all []*data.Indicator
	for _, o := range Observations(set, Part{}) {
		if len(all) == 0 || all[len(all)-1] != o.Indicator {
			all = append(all, o.Indicator)
		}
	}
	return all
}

// tableOf is the observations of a part as a table.
func (s *shared) tableOf(of Part) sheet.Table {
	if of.Area != nil {
		return s.table(Observations(s.set, of))
	}
	if of.Indicator != nil {
		return s.part(of.Indicator).table()
	}
	var all [][][]sheet.Cell
	for _, i := range s.indicators() {
		all = append(all, s.part(i).table().Rows)
	}
	return observationTable(slices.Concat(all...))
}

// csvOf is the observations of a part as CSV.
func (s *shared) csvOf(of Part) (csvFile, error) {
	if of.Area != nil {
		return csvFileOf(s.tableOf(of))
	}
	return s.part(of.Indicator).csv()
}

// wholeCSV is all observations as CSV.
func (s *shared) wholeCSV() (csvFile, error) {
	head, err := csvFileOf(observationTable(nil))
	if err != nil {
		return head, err
	}
	pieces := [][]byte{head.src}
	for _, i := range s.indicators() {
		part, err := s.part(i).csv()
		if err != nil {
			return part, err
		}
		pieces = append(pieces, part.src[part.head:])
	}
	src := slices.Concat(pieces...)
	return csvFile{src, head.head, sha256.Sum256(src)}, nil
}

// jsonRows are the observations of a part as JSON objects, one a line.
func (s *shared) jsonRows(of Part) ([]byte, error) {
	if of.Area != nil {
		return listed{"observations", s.tableOf(of)}.rows()
	}
	if of.Indicator != nil {
		return s.part(of.Indicator).json()
	}
	var pieces [][]byte
	for _, i := range s.indicators() {
		part, err := s.part(i).json()
		if err != nil {
			return nil, err
		}
		if len(part) > 0 {
			pieces = append(pieces, part)
		}
	}
	return bytes.Join(pieces, []byte(",")), nil
}

// csvFileOf writes a table of observations.
func csvFileOf(t sheet.Table) (csvFile, error) {
	rows := t.Rows
	t.Rows = nil
	head, err := tableCSV(t)
	if err != nil {
		return csvFile{}, err
	}
	t.Rows = rows
	src, err := tableCSV(t)
	return csvFile{src, len(head), sha256.Sum256(src)}, err
}
