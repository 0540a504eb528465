package wire

import (
	"encoding/binary"
	"fmt"
)

// Reader reads what a Writer wrote, in the same order. One goroutine uses it at
// a time.
type Reader struct {
	data    []byte
	at      int
	strings []string // that have a number
	err     error
}

// NewReader reads data, which must stay as it is as long as what
// [Reader.Bytes] gave is used.
func NewReader(data []byte) *Reader { return &Reader{data: data} }

// Err is the first mistake, or nil.
func (r *Reader) Err() error { return r.err }

// Done is the first mistake; bytes that nobody read are one.
func (r *Reader) Done() error {
	if left := len(r.data) - r.at; left > 0 {
		r.fail("the end was expected, and %d bytes follow", left)
	}
	return r.err
}

// fail notes a mistake at the place where the reader stands, the first only,
// and leaves nothing to read.
func (r *Reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("wire: byte %d: %s", r.at, fmt.Sprintf(format, args...))
	}
	r.at = len(r.data)
}

// Uint reads a number from 0.
func (r *Reader) Uint() uint64 {
	if r.at < len(r.data) && r.data[r.at] < 0x80 {
		r.at++
		return uint64(r.data[r.at-1])
	}
	n, size := binary.Uvarint(r.data[r.at:])
	if size <= 0 {
		r.fail("no number")
		return 0
	}
	r.at += size
	return n
}

// Int reads a number of either sign.
func (r *Reader) Int() int64 {
	n := r.Uint()
	return int64(n>>1) ^ -int64(n&1)
}

// Len reads the number of items that follow, each of which takes at least so
// many bytes (at least one is counted): a number that the rest of the input
// cannot hold is a mistake, so that room may be made for what it gives.
func (r *Reader) Len(least int) int {
	n := r.Uint()
	left := uint64(len(r.data) - r.at)
	if n > left/uint64(max(least, 1)) {
		r.fail("%d items, and %d bytes are left", n, left)
		return 0
	}
	return int(n)
}

// Bool reads a truth value.
func (r *Reader) Bool() bool {
	b := r.take(1)
	if b == nil {
		return false
	}
	if b[0] > 1 {
		r.at--
		r.fail("no truth value: %d", b[0])
		return false
	}
	return b[0] == 1
}

// String reads a string. Equal strings that have a number share their memory.
func (r *Reader) String() string {
	n := r.Uint()
	if n&1 == 1 {
		if n>>1 >= uint64(len(r.strings)) {
			r.fail("string %d, and %d are known", n>>1, len(r.strings))
			return ""
		}
		return r.strings[n>>1]
	}
	s := string(r.take(n >> 1))
	if len(s) > 0 && len(s) <= longest {
		r.strings = append(r.strings, s)
	}
	return s
}

// Bytes reads bytes: a part of the input, not a copy. None are nil.
func (r *Reader) Bytes() []byte {
	b := r.take(r.Uint())
	if len(b) == 0 {
		return nil
	}
	return b
}

// Sum reads a SHA-256.
func (r *Reader) Sum() (sum [32]byte) {
	copy(sum[:], r.take(uint64(len(sum))))
	return sum
}

// take reads n bytes, all or none.
func (r *Reader) take(n uint64) []byte {
	if left := uint64(len(r.data) - r.at); n > left {
		r.fail("%d bytes, and %d are left", n, left)
		return nil
	}
	at := r.at
	r.at += int(n)
	return r.data[at:r.at:r.at]
}
