package wire

import (
	"encoding/binary"
	"slices"
)

// longest is the length in bytes of the longest string that gets a number.
// Names, keys and words repeat; what is longer is text, and hardly ever does.
const longest = 256

// Writer writes values one after the other. The zero Writer is ready; one
// goroutine uses it at a time.
type Writer struct {
	data    []byte
	numbers map[string]uint64 // of the strings that were written out
}

// Grow makes room for so many bytes more.
func (w *Writer) Grow(bytes int) { w.data = slices.Grow(w.data, bytes) }

// Uint writes a number from 0.
func (w *Writer) Uint(n uint64) { w.data = binary.AppendUvarint(w.data, n) }

// Int writes a number of either sign.
func (w *Writer) Int(n int64) { w.data = binary.AppendVarint(w.data, n) }

// Len writes the number of items that follow, which is not negative.
func (w *Writer) Len(n int) { w.Uint(uint64(n)) }

// Bool writes a truth value.
func (w *Writer) Bool(b bool) {
	if b {
		w.data = append(w.data, 1)
	} else {
		w.data = append(w.data, 0)
	}
}

// String writes a string: its bytes where it is new, its number where it was
// written before.
func (w *Writer) String(s string) {
	named := len(s) > 0 && len(s) <= longest
	if named {
		if n, seen := w.numbers[s]; seen {
			w.Uint(n<<1 | 1)
			return
		}
		if w.numbers == nil {
			w.numbers = map[string]uint64{}
		}
		w.numbers[s] = uint64(len(w.numbers))
	}
	w.Uint(uint64(len(s)) << 1)
	w.data = append(w.data, s...)
}

// Bytes writes bytes with their number.
func (w *Writer) Bytes(b []byte) {
	w.Uint(uint64(len(b)))
	w.data = append(w.data, b...)
}

// Sum writes a SHA-256.
func (w *Writer) Sum(sum [32]byte) { w.data = append(w.data, sum[:]...) }

// Data is what was written so far. It is the Writer's own until it is reset.
func (w *Writer) Data() []byte { return w.data }

// Reset begins anew, in the same memory: what Data gave is written over.
func (w *Writer) Reset() {
	w.data = w.data[:0]
	clear(w.numbers)
}
