package diag

import "bulletin/internal/wire"

// WritePos writes a place for ReadPos.
func WritePos(w *wire.Writer, p Pos) {
	w.String(p.File)
	w.Uint(uint64(p.Line))
	w.Uint(uint64(p.Col))
}

// ReadPos reads what WritePos wrote.
func ReadPos(r *wire.Reader) Pos {
	return Pos{File: r.String(), Line: int(r.Uint()), Col: int(r.Uint())}
}

// WriteProblems writes problems for ReadProblems, in their order.
func WriteProblems(w *wire.Writer, ps Problems) {
	w.Len(len(ps))
	for _, p := range ps {
		WritePos(w, p.Pos)
		w.Uint(uint64(p.Len))
		w.Uint(uint64(p.Severity))
		w.String(p.Rule)
		w.String(p.Message)
		w.String(p.Hint)
		w.String(p.Reason)
	}
}

// ReadProblems reads what WriteProblems wrote; none are nil.
func ReadProblems(r *wire.Reader) Problems {
	n := r.Len(9)
	if n == 0 {
		return nil
	}
	ps := make(Problems, 0, n)
	for range n {
		ps = append(ps, Problem{
			Pos: ReadPos(r), Len: int(r.Uint()), Severity: Severity(r.Uint()), Rule: r.String(), Message: r.String(), Hint: r.String(), Reason: r.String(),
		})
	}
	return ps
}
