package data

import (
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// A file of observations is kept as its problems, reasons, texts and marks of what is to be done, then a row for
// each observation. A row says what is not as in the row before: mostly an area, a
// value and a place. Indicators, areas, sources, dimensions and categories are
// numbers in their registers.

// What a row says, as bits.
const (
	rowValued    = 1 << iota // HasValue
	rowValue                 // a value follows, if only of an observation that was refused
	rowSame                  // indicator, period, status, source, note and reasons are those of the row before
	rowPath                  // its path is not that of the row before
	rowPart                  // it has a total, which stands in an earlier row
	rowShared                // HasShare
	rowShare                 // a share follows
	rowComplete              // Complete
	rowBroken                // Broken
	rowGivenAway             // disclosed
	rowBits
)

// keeping writes a file of observations.
type keeping struct {
	wire.Writer
	set     *Set
	file    string
	sources map[*Source]int
	accepts map[*Acceptance]int
	paths   map[*CategoryRef]int
	rows    map[*Observation]int
	foreign bool // something in it is not of this file or the registers: it cannot be kept
}

// keep writes what was read from a file; nil where it cannot be kept.
func (f *observationFile) keep(name string) *wire.Writer {
	k := &keeping{set: f.set, file: name, sources: make(map[*Source]int, len(f.set.sources.list)), accepts: make(map[*Acceptance]int, len(f.accepts)),
		paths: map[*CategoryRef]int{}, rows: make(map[*Observation]int, len(f.observations))}
	for i, s := range f.set.sources.list {
		k.sources[s] = i + 1
	}
	k.Bool(f.lost)
	diag.WriteProblems(&k.Writer, f.ps)
	k.Len(len(f.accepts))
	for i, a := range f.accepts {
		k.accepts[a] = i
		k.String(a.Rule)
		k.String(a.Reason)
		k.place(a.Pos, a.Len)
	}
	k.Len(len(f.texts))
	for _, t := range f.texts {
		k.String(t.Words)
		k.place(t.Pos, t.Len)
		k.reasons(t.Accepts)
	}
	k.Len(len(f.todos))
	for _, t := range f.todos {
		k.String(t.Reason)
		k.place(t.Pos, t.Len)
	}
	k.steps(f.observations)
	k.Len(len(f.observations))
	before := &Observation{}
	for i, o := range f.observations {
		k.rows[o] = i
		k.row(i, o, before)
		before = o
	}
	if k.foreign {
		return nil
	}
	return &k.Writer
}

// place writes a place in the file.
func (k *keeping) place(p diag.Pos, length int) {
	k.foreign = k.foreign || p.File != k.file
	k.Int(int64(p.Line))
	k.Int(int64(p.Col))
	k.Int(int64(length))
}

func (k *keeping) reasons(all []*Acceptance) {
	k.Len(len(all))
	for _, a := range all {
		at, ok := k.accepts[a]
		k.foreign = k.foreign || !ok
		k.Uint(uint64(at))
	}
}

// steps writes the paths, each once, as numbers of dimensions and categories.
func (k *keeping) steps(all []*Observation) {
	var paths [][]CategoryRef
	for _, o := range all {
		if len(o.Path) == 0 {
			continue
		}
		if _, ok := k.paths[&o.Path[0]]; !ok {
			paths = append(paths, o.Path)
			k.paths[&o.Path[0]] = len(paths)
		}
	}
	k.Len(len(paths))
	for _, path := range paths {
		k.Len(len(path))
		for _, step := range path {
			d, ok := k.set.dimensions.get(step.Dimension)
			if !ok {
				k.foreign = true
				return
			}
			at, ok := d.index[step.ID]
			k.foreign = k.foreign || !ok
			k.Uint(uint64(d.order))
			k.Uint(uint64(at))
		}
	}
}

func (k *keeping) row(at int, o, before *Observation) {
	same := o.Indicator == before.Indicator && o.Period == before.Period && o.Status == before.Status && o.Source == before.Source && o.Note == before.Note &&
		sameReasons(o.Accepts, before.Accepts)
	path, last := 0, 0
	if len(o.Path) > 0 {
		path = k.paths[&o.Path[0]]
	}
	if len(before.Path) > 0 {
		last = k.paths[&before.Path[0]]
	}
	bits := uint64(0)
	for i, is := range [...]bool{o.HasValue, o.Value != decimal.Decimal{}, same, path != last, o.Parent != nil, o.HasShare, o.Share != decimal.Decimal{},
		o.Complete, o.Broken, o.disclosed} {
		if is {
			bits |= 1 << i
		}
	}
	value, scale := o.Value.Parts()
	k.Uint(bits | uint64(scale)*rowBits)
	if !same {
		source, known := k.sources[o.Source]
		k.foreign = k.foreign || o.Source != nil && !known
		k.Uint(uint64(o.Indicator.order))
		writePeriod(&k.Writer, o.Period)
		k.Uint(uint64(o.Status))
		k.Uint(uint64(source))
		k.String(o.Note)
		k.reasons(o.Accepts)
	}
	k.Uint(uint64(o.Area.order))
	if path != last {
		k.Uint(uint64(path))
	}
	if o.Parent != nil {
		total, ok := k.rows[o.Parent]
		k.foreign = k.foreign || !ok || total >= at
		k.Uint(uint64(at - total))
	}
	if bits&rowValue != 0 {
		k.Int(value)
	}
	if bits&rowShare != 0 {
		share, scale := o.Share.Parts()
		k.Int(share)
		k.Uint(uint64(scale))
	}
	k.foreign = k.foreign || o.Pos.File != k.file
	k.Int(int64(o.Pos.Line - before.Pos.Line))
	k.Uint(uint64(o.Pos.Col))
	k.Uint(uint64(o.Len))
}

func sameReasons(a, b []*Acceptance) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
