package data

import (
	"crypto/sha256"
	"encoding/hex"

	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// judge applies the rules that look at several observations. What they found of the
// same files, read against the same registers, is taken from the memory.
func (l *loader) judge(files []filed) {
	s := l.set
	name := l.recall.judgement(s, files)
	if l.recall != nil {
		if ps, all, ok := s.judged(l.recall.get(name)); ok {
			l.ps, s.excesses = append(l.ps, ps...), all
			return
		}
	}
	before := len(l.ps)
	s.disclosures(&l.ps)
	s.overlaps(&l.ps)
	s.exceed(&l.ps)
	l.recall.put(name, s.judgement(l.ps[before:]))
}

// judgement is what is kept of a judgement under the names and bytes of all files of
// observations.
func (m *recall) judgement(s *Set, files []filed) string {
	if m == nil {
		return ""
	}
	st := stamp{}
	st.digest(m.names)
	st.flags(s.lost)
	for i := range files {
		st.text(files[i].name)
		st.flags(files[i].err == nil)
		st.bytes = append(st.bytes, files[i].sum[:]...)
	}
	sum := sha256.Sum256(st.bytes)
	return hex.EncodeToString(sum[:])
}

// judgement writes what the rules found.
func (s *Set) judgement(ps diag.Problems) *wire.Writer {
	k := &keeping{set: s}
	diag.WriteProblems(&k.Writer, ps)
	k.Len(len(s.excesses))
	for _, e := range s.excesses {
		k.Uint(uint64(s.position(e.Whole)))
		k.Len(len(e.Parts))
		for _, o := range e.Parts {
			k.Uint(uint64(s.position(o)))
		}
		digits, scale := e.Sum.Parts()
		k.Int(digits)
		k.Uint(uint64(scale))
	}
	return &k.Writer
}

// judged is what the rules found as it was kept; false where it was not.
func (s *Set) judged(r *wire.Reader) (ps diag.Problems, all []Excess, ok bool) {
	if r == nil {
		return nil, nil, false
	}
	k := &recalling{Reader: r, set: s}
	ps = diag.ReadProblems(k.Reader)
	for range k.Len(4) {
		e := Excess{Whole: oneOf(k, s.observations)}
		for range k.Len(1) {
			e.Parts = append(e.Parts, oneOf(k, s.observations))
		}
		digits := k.Int()
		e.Sum = k.decimalOf(digits, k.Uint())
		all = append(all, e)
	}
	return ps, all, !k.failed && k.Done() == nil
}
