package diag

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"unicode/utf8"
)

// Pos is a place in a source file.
type Pos struct {
	File string // slash-separated, relative to the site's folder
	Line int    // from 1; 0 when the whole file is meant
	Col  int    // from 1, in characters; 0 when the whole line is meant
}

// String is "file:line:col", leaving out what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Less orders positions by file, line and column.
func (p Pos) Less(q Pos) bool {
	if p.File != q.File {
		return p.File < q.File
	}
	if p.Line != q.Line {
		return p.Line < q.Line
	}
	return p.Col < q.Col
}

// Lines finds the position of a byte offset in a file. It is made once a file.
type Lines struct {
	file   string
	src    []byte
	starts []int // byte offset at which each line starts
	counts []int // characters before every stride-th byte, so that a long line is not counted through each time
}

const stride = 512

// NewLines indexes the lines of src.
func NewLines(file string, src []byte) *Lines {
	l := &Lines{file: file, src: src, starts: []int{0}}
	for at := 0; ; {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		l.starts = append(l.starts, at)
	}
	count := 0
	for i := 0; i <= len(src); i += stride {
		l.counts = append(l.counts, count)
		count += characters(src[i:min(i+stride, len(src))])
	}
	return l
}

// before counts the characters before a byte.
func (l *Lines) before(offset int) int {
	i := offset / stride
	return l.counts[i] + characters(l.src[i*stride:offset])
}

// characters counts the bytes that begin one, so that a stretch may end
// anywhere. All others are 10xxxxxx; eight are looked at together.
func characters(src []byte) int {
	const lowest = 0x0101010101010101
	n := 0
	for ; len(src) >= 8; src = src[8:] {
		word := binary.LittleEndian.Uint64(src)
		n += 8 - bits.OnesCount64(word>>7&^(word>>6)&lowest)
	}
	for _, b := range src {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// At is the position of the byte at offset; an offset outside the file gives
// its nearest end.
func (l *Lines) At(offset int) Pos {
	offset = min(max(offset, 0), len(l.src))
	low, high := 0, len(l.starts)
	for high-low > 1 {
		mid := (low + high) / 2
		if l.starts[mid] <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	start := l.starts[low]
	if offset-start < stride {
		return Pos{File: l.file, Line: low + 1, Col: characters(l.src[start:offset]) + 1}
	}
	return Pos{File: l.file, Line: low + 1, Col: l.before(offset) - l.before(start) + 1}
}
