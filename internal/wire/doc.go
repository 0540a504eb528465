// Package wire is the small binary form in which caches keep what was worked
// out: numbers of variable length, strings that are written once, bytes.
//
// A [Writer] and a [Reader] have the same methods and are called in the same
// order; the form says nothing of itself, neither names nor types nor a
// version. Whoever keeps it beside a version and a hash, as the cache does,
// may change what is written whenever the version changes.
//
//	var w wire.Writer          r := wire.NewReader(data)
//	w.Len(len(names))          names := make([]string, 0, r.Len(1))
//	for _, n := range names {  for range cap(names) {
//	    w.String(n)                names = append(names, r.String())
//	}                          }
//	data := w.Data()           if err := r.Done(); err != nil { …
//
// # Form
//
//   - Uint: seven bits a byte, the least first, the highest bit set but in the
//     last byte: the varint of encoding/binary, at most ten bytes.
//   - Int: folded so that small numbers of both signs are short: 0, -1, 1, -2 …
//     are the Uints 0, 1, 2, 3 ….
//   - Bool: a byte, 0 or 1.
//   - String: a Uint; where it is even, half of it is the number of bytes that
//     follow; where it is odd, half of it (rounded down) is the number of an
//     earlier string, counted from 0. A string of 1 to 256 bytes that is written
//     out gets the next number; the empty one and long ones get none.
//   - Bytes: a Uint, their number, and they themselves.
//   - Sum: 32 bytes.
//   - Len: a Uint, the number of items that follow.
//
// # What a reader withstands
//
// Any input: it never panics, and never makes room for more than its input can
// hold. The first mistake sticks: from there on each method gives the zero value
// of its type, a Len of 0 among them, so that loops end; Err and Done tell of it.
package wire
