package data

import (
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/wire"
)

// A record is kept as its problems, then a row for each entry, which says what is
// not as in the row before: see keptfile.go.

// What a row of a record says, as bits.
const (
	entrySame  = 1 << iota // categories, period and date are those of the row before
	entryShare             // the value is a share
	entryNone              // there is no value
	entryBits
)

// keepRecord writes what was read of a record; nil where it cannot be kept.
func (s *Set) keepRecord(r *Record, ps diag.Problems) *wire.Writer {
	k := &keeping{set: s, file: r.File}
	diag.WriteProblems(&k.Writer, ps)
	k.Bool(r.Broken)
	k.place(r.Pos, r.Len)
	k.Bool(r.Entries != nil)
	k.Len(len(r.Entries))
	before := &Entry{}
	for _, e := range r.Entries {
		k.entry(e, before)
		before = e
	}
	if k.foreign {
		return nil
	}
	return &k.Writer
}

func (k *keeping) entry(e, before *Entry) {
	indicator, known := k.set.indicators.get(e.Cell.Indicator)
	area, there := k.set.areas.get(e.Cell.Area)
	if !known || !there || e.Pos.File != k.file || e.Start.File != k.file {
		k.foreign = true
		return
	}
	same := e.Cell.Categories == before.Cell.Categories && e.Cell.Period == before.Cell.Period && e.Date == before.Date
	digits, scale := e.Value.Number.Parts()
	bits := uint64(scale) * entryBits
	for i, is := range [...]bool{same, e.Value.Share, e.Value.None} {
		if is {
			bits |= 1 << i
		}
	}
	k.Uint(bits)
	k.Uint(uint64(indicator.order))
	k.Uint(uint64(area.order))
	if !same {
		k.String(e.Cell.Categories)
		writePeriod(&k.Writer, e.Cell.Period)
		k.Int(int64(e.Date))
	}
	k.Int(digits)
	k.Int(int64(e.Start.Line - before.Start.Line))
	k.Uint(uint64(e.Start.Col))
	k.Int(int64(e.Pos.Line - e.Start.Line))
	k.Uint(uint64(e.Pos.Col))
	k.Uint(uint64(e.Len))
}

// recalledRecord is a record as it was kept, and its problems; nil where it was
// not.
func (s *Set) recalledRecord(file string, r *wire.Reader) (*Record, diag.Problems) {
	if r == nil {
		return nil, nil
	}
	k := &recalling{Reader: r, set: s, file: file}
	ps := diag.ReadProblems(k.Reader)
	record := newRecord(file)
	record.Broken = k.Bool()
	record.Pos, record.Len = k.place()
	there := k.Bool()
	const least = 8 // bytes of a row
	block := make([]Entry, k.Len(least))
	if there {
		record.Entries = make([]*Entry, len(block))
	} else if len(block) > 0 {
		return nil, nil
	}
	before := &Entry{}
	for i := range block {
		block[i].Record, record.Entries[i] = record, &block[i]
		if k.entry(&block[i], before); k.failed || k.Err() != nil {
			return nil, nil
		}
		before = &block[i]
	}
	if k.failed || k.Done() != nil {
		return nil, nil
	}
	return record, ps
}

func (k *recalling) entry(e, before *Entry) {
	bits := k.Uint()
	indicator, area := oneOf(k, k.set.indicators.list), oneOf(k, k.set.areas.list)
	if k.failed {
		return
	}
	e.Cell, e.Date = before.Cell, before.Date
	e.Cell.Indicator, e.Cell.Area = indicator.ID, area.ID
	if bits&entrySame == 0 {
		var ok bool
		e.Cell.Categories = k.String()
		if e.Cell.Period, ok = readPeriod(k.Reader); !ok {
			k.fail()
		}
		e.Date = period.Day(k.Int())
	}
	e.Value = Printed{Number: k.decimal(bits / entryBits), Share: bits&entryShare != 0, None: bits&entryNone != 0}
	e.Start = diag.Pos{File: k.file, Line: before.Start.Line + int(k.Int()), Col: int(k.Uint())}
	e.Pos = diag.Pos{File: k.file, Line: e.Start.Line + int(k.Int()), Col: int(k.Uint())}
	e.Len = int(k.Uint())
	if e.Cell.Period.IsZero() || e.Value.None && e.Value.Number != (decimal.Decimal{}) {
		k.fail()
	}
}
