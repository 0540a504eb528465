package diag_test

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// TestLinesAgreeWithCounting compares positions in random files, with long lines
// and bytes that are no UTF-8 among them, with what counting from the beginning gives.
func TestLinesAgreeWithCounting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var src []byte
		breaks := 10 + r.IntN(2000)
		for n := r.IntN(3000); len(src) < n; {
			switch r.IntN(breaks) {
			case 0:
				src = append(src, '\n')
			case 1, 2, 3:
				src = append(src, "é—𝔘"...)
			case 4:
				src = append(src, byte(r.IntN(256)))
			default:
				src = append(src, 'a')
			}
		}
		lines := diag.NewLines("a.md", src)
		for range 50 {
			at := r.IntN(len(src) + 1)
			want := diag.Pos{File: "a.md", Line: 1 + bytes.Count(src[:at], []byte("\n")), Col: 1}
			for _, b := range src[bytes.LastIndexByte(src[:at], '\n')+1 : at] {
				if utf8.RuneStart(b) {
					want.Col++
				}
			}
			if got := lines.At(at); got != want {
				t.Fatalf("byte %d of %q is at %v, want %v", at, src, got, want)
			}
		}
	}
}
