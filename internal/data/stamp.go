package data

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// stamp takes the digest of what is entered into it. Texts and lists are entered
// with their length, so that no two sequences of entries give the same bytes.
type stamp struct {
	places  bool // positions are entered too
	sources map[*Source]Digest
	bytes   []byte
	hash    hash.Hash // of the bytes that were let go; nil while there are none
}

// full is how many bytes are gathered before they are hashed.
const full = 16 << 10

// flush hashes what was gathered, where that is much.
func (st *stamp) flush() {
	if len(st.bytes) < full {
		return
	}
	if st.hash == nil {
		st.hash = sha256.New()
	}
	st.hash.Write(st.bytes) // never fails: see hash.Hash
	st.bytes = st.bytes[:0]
}

// sum is the digest of all that was entered.
func (st *stamp) sum() (d Digest) {
	if st.hash == nil {
		sum := sha256.Sum256(st.bytes)
		copy(d[:], sum[:])
		return d
	}
	st.hash.Write(st.bytes)
	copy(d[:], st.hash.Sum(nil))
	return d
}

func (st *stamp) number(n int64) { st.bytes = binary.AppendVarint(st.bytes, n) }

func (st *stamp) text(s string) {
	st.bytes = binary.AppendUvarint(st.bytes, uint64(len(s)))
	st.bytes = append(st.bytes, s...)
}

func (st *stamp) texts(all ...string) {
	st.number(int64(len(all)))
	for _, s := range all {
		st.text(s)
	}
}

func (st *stamp) digest(d Digest) { st.bytes = append(st.bytes, d[:]...) }

// flags enters up to eight truths.
func (st *stamp) flags(all ...bool) {
	var b byte
	for i, is := range all {
		if is {
			b |= 1 << i
		}
	}
	st.bytes = append(st.bytes, b)
}

func (st *stamp) decimal(d decimal.Decimal) {
	digits, scale := d.Parts()
	st.number(digits)
	st.number(int64(scale))
}

func (st *stamp) period(p period.Period) {
	unit, first, last := p.Parts()
	st.number(int64(unit))
	st.number(int64(first))
	st.number(int64(last))
}

// at enters a place, where places are entered; elsewhere, that there is one.
func (st *stamp) at(p diag.Pos, length int) {
	st.flags(p != diag.Pos{})
	if st.places {
		st.text(p.File)
		st.number(int64(p.Line))
		st.number(int64(p.Col))
		st.number(int64(length))
	}
}

func (st *stamp) cell(c Cell) {
	st.texts(c.Indicator, c.Area, c.Categories)
	st.period(c.Period)
}

func (st *stamp) path(path []CategoryRef) {
	st.number(int64(len(path)))
	for _, step := range path {
		st.text(step.Dimension)
		st.text(step.ID)
	}
}

func (st *stamp) accepts(all []*Acceptance) {
	st.number(int64(len(all)))
	for _, a := range all {
		st.text(a.Rule)
		st.text(a.Reason)
		st.at(a.Pos, a.Len)
	}
}

// observation enters an observation, its source and its totals.
func (st *stamp) observation(o *Observation) {
	st.flush()
	st.text(o.Indicator.ID)
	st.text(o.Area.ID)
	st.period(o.Period)
	for ; o != nil; o = o.Parent {
		st.flags(o.HasValue, o.HasShare, o.Complete, o.Broken, o.Source != nil, o.Parent != nil)
		st.bytes = append(st.bytes, byte(o.Status))
		st.path(o.Path)
		st.decimal(o.Value)
		st.decimal(o.Share)
		if o.Source != nil {
			st.digest(st.sources[o.Source])
		}
		st.text(o.Note)
		st.accepts(o.Accepts)
		st.at(o.Pos, o.Len)
	}
}

func (st *stamp) observations(all []*Observation) {
	st.number(int64(len(all)))
	for _, o := range all {
		st.observation(o)
	}
}

// source enters all of a source.
func (st *stamp) source(s *Source) {
	st.texts(s.Key, s.Publisher, s.Title, s.Issued, s.Accessed, s.URL, s.Note)
	st.number(int64(len(s.Covers)))
	for _, p := range s.Covers {
		st.period(p)
	}
	st.accepts(s.Accepts)
	st.at(s.Pos, 0)
	st.at(s.URLPos, s.URLLen)
	st.at(s.AccessedPos, 0)
}

func (st *stamp) printed(p Printed) {
	st.decimal(p.Number)
	st.flags(p.Share, p.None)
}

// entry enters an entry and whose it is.
func (st *stamp) entry(e *Entry) {
	st.flush()
	st.text(e.Record.Edition)
	st.cell(e.Cell)
	st.printed(e.Value)
	st.number(int64(e.Date))
	st.at(e.Pos, e.Len)
	st.at(e.Start, 0)
}

func (st *stamp) record(r *Record) {
	st.text(r.Edition)
	st.text(r.File)
	st.flags(r.Broken)
	st.at(r.Pos, r.Len)
	st.number(int64(len(r.Entries)))
	for _, e := range r.Entries {
		st.entry(e)
	}
}

func (st *stamp) revisions(all []*Revision) {
	st.number(int64(len(all)))
	for _, r := range all {
		st.flush()
		st.cell(r.Cell)
		st.path(r.Path)
		st.printed(r.Was)
		st.printed(r.Now)
		st.number(int64(r.Date))
		st.text(r.Reason)
		st.at(r.Pos, r.Len)
		st.at(r.DatePos, 0)
	}
}
