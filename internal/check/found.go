package check

import (
	"crypto/sha256"
	"encoding/binary"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// Digest covers what the rules over words know of the data beside what they ask it:
// titles and publishers of sources, which words of a text may repeat.
func (in *Inspection) Digest() (d data.Digest) {
	sum := sha256.New()
	for _, list := range [][]string{in.known.titles, in.known.publishers} {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(list)))
		sum.Write(n[:])
		for _, word := range list {
			binary.LittleEndian.PutUint64(n[:], uint64(len(word)))
			sum.Write(n[:])
			sum.Write([]byte(word))
		}
	}
	copy(d[:], sum.Sum(nil))
	return d
}

// Write writes what was found for ReadFound.
func (f Found) Write(w *wire.Writer) {
	diag.WriteProblems(w, f.Problems)
	w.Len(len(f.Accepted))
	for _, a := range f.Accepted {
		diag.WritePos(w, a.Pos)
	}
	w.String(f.Bound.Edition)
	w.Uint(uint64(f.Bound.Bound))
	w.Uint(uint64(f.Bound.Literal))
	w.Uint(uint64(f.Bound.Unbound))
}

// ReadFound reads what Write wrote; false where it is not that, or where a reason that
// accepted something is not in its place any more.
func ReadFound(r *wire.Reader, reasons map[diag.Pos]*data.Acceptance) (f Found, ok bool) {
	ok = true
	f.Problems = diag.ReadProblems(r)
	for range r.Len(3) {
		a := reasons[diag.ReadPos(r)]
		ok = ok && a != nil
		f.Accepted = append(f.Accepted, a)
	}
	f.Bound = BoundShare{r.String(), int(r.Uint()), int(r.Uint()), int(r.Uint())}
	return f, ok && r.Err() == nil
}
