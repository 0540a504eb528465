package data

import (
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/wire"
)

// recalling reads what a keeping wrote. It believes nothing: what names no entry of
// the registers, or no row before, fails.
type recalling struct {
	*wire.Reader
	set    *Set
	file   string
	kept   *observationFile
	paths  [][]CategoryRef // by number; that of a total is the first
	failed bool
}

// recalled is a file of observations as it was kept; nil where it was not.
func (s *Set) recalled(file string, r *wire.Reader) *observationFile {
	if r == nil {
		return nil
	}
	k := &recalling{Reader: r, set: s, file: file, kept: &observationFile{set: s}, paths: [][]CategoryRef{nil}}
	f := k.kept
	f.lost = k.Bool()
	f.ps = diag.ReadProblems(k.Reader)
	for range k.Len(5) {
		a := &Acceptance{Rule: k.String(), Reason: k.String()}
		a.Pos, a.Len = k.place()
		f.accepts = append(f.accepts, a)
	}
	for range k.Len(5) {
		t := Text{Words: k.String()}
		t.Pos, t.Len = k.place()
		t.Accepts = k.reasons()
		f.texts = append(f.texts, t)
	}
	for range k.Len(4) {
		t := Todo{Reason: k.String()}
		t.Pos, t.Len = k.place()
		f.todos = append(f.todos, t)
	}
	for range k.Len(1) {
		k.paths = append(k.paths, k.path())
	}
	k.rows()
	if k.failed || k.Done() != nil {
		return nil
	}
	return f
}

func (k *recalling) fail() { k.failed = true }

func (k *recalling) place() (diag.Pos, int) {
	return diag.Pos{File: k.file, Line: int(k.Int()), Col: int(k.Int())}, int(k.Int())
}

func (k *recalling) reasons() []*Acceptance {
	n := k.Len(1)
	if n == 0 {
		return nil
	}
	all := make([]*Acceptance, n)
	for i := range all {
		all[i] = oneOf(k, k.kept.accepts)
	}
	return all
}

// oneOf is the entry of a list whose number follows; nothing, and a failure, where
// there is none.
func oneOf[T any](k *recalling, list []T) (entry T) {
	n := k.Uint()
	if n >= uint64(len(list)) {
		k.fail()
		return entry
	}
	return list[n]
}

func (k *recalling) path() []CategoryRef {
	path := make([]CategoryRef, 0, k.Len(2))
	for range cap(path) {
		d := oneOf(k, k.set.dimensions.list)
		if k.failed {
			return nil
		}
		path = append(path, CategoryRef{d.ID, oneOf(k, d.Categories).ID})
	}
	if len(path) == 0 {
		k.fail()
	}
	return path
}

// head is what rows mostly share with the row before.
type head struct {
	indicator *Indicator
	period    period.Period
	status    Status
	source    *Source
	note      string
	accepts   []*Acceptance
}

func (k *recalling) head() (h head) {
	h.indicator = oneOf(k, k.set.indicators.list)
	var ok bool
	if h.period, ok = readPeriod(k.Reader); !ok || h.period.IsZero() || k.failed {
		k.fail()
		return h
	}
	h.status = Status(min(k.Uint(), 0xff))
	if !h.status.Valid() {
		k.fail()
	}
	if n := k.Uint(); n > uint64(len(k.set.sources.list)) {
		k.fail()
	} else if n > 0 {
		h.source = k.set.sources.list[n-1]
	}
	h.note = k.String()
	h.accepts = k.reasons()
	return h
}

// rows reads the observations, into one block of memory.
func (k *recalling) rows() {
	const least = 6 // bytes of a row
	block := make([]Observation, k.Len(least))
	if len(block) == 0 {
		return
	}
	all := make([]*Observation, len(block))
	var h head
	var path []CategoryRef
	line := 0
	for i := range block {
		o := &block[i]
		bits := k.Uint()
		if bits&rowSame == 0 {
			h = k.head()
		}
		if h.indicator == nil {
			k.fail()
		}
		o.Indicator, o.Period, o.Status, o.Source, o.Note, o.Accepts = h.indicator, h.period, h.status, h.source, h.note, h.accepts
		o.Area = oneOf(k, k.set.areas.list)
		if bits&rowPath != 0 {
			path = oneOf(k, k.paths)
		}
		o.Path = path
		if bits&rowPart != 0 {
			back := k.Uint()
			if back == 0 || back > uint64(i) {
				k.fail()
			} else {
				o.Parent = all[uint64(i)-back]
			}
		}
		o.HasValue, o.HasShare, o.Complete, o.Broken, o.disclosed = bits&rowValued != 0, bits&rowShared != 0, bits&rowComplete != 0, bits&rowBroken != 0, bits&rowGivenAway != 0
		if bits&rowValue != 0 {
			o.Value = k.decimal(bits / rowBits)
		}
		if bits&rowShare != 0 {
			digits := k.Int()
			o.Share = k.decimalOf(digits, k.Uint())
		}
		line += int(k.Int())
		o.Pos = diag.Pos{File: k.file, Line: line, Col: int(k.Uint())}
		o.Len = int(k.Uint())
		if k.failed || k.Err() != nil {
			k.fail()
			return
		}
		all[i] = o
	}
	k.kept.observations = all
}

func (k *recalling) decimal(scale uint64) decimal.Decimal { return k.decimalOf(k.Int(), scale) }

func (k *recalling) decimalOf(digits int64, scale uint64) decimal.Decimal {
	d, ok := decimal.FromParts(digits, int(min(scale, 0xff)))
	if !ok {
		k.fail()
	}
	return d
}
