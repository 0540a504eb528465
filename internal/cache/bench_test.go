package cache

import (
	"bytes"
	"fmt"
	"testing"
)

// many is how many units a site of about 10,000 pages has.
const many = 1200

func BenchmarkStore(b *testing.B) {
	for _, size := range []int{5_000, 1_000_000} {
		part := bytes.Repeat([]byte("0123456789"), size/100)
		parts := [][]byte{part, part, part, part, part, part, part, part, part, part}
		s, err := Open(b.TempDir(), "1")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("put/%d", size), func(b *testing.B) {
			b.SetBytes(int64(many * size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range many {
					if err := s.Put("unit", fmt.Sprint(i), parts...); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run(fmt.Sprintf("get/%d", size), func(b *testing.B) {
			b.SetBytes(int64(many * size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range many {
					if _, ok := s.Get("unit", fmt.Sprint(i)); !ok {
						b.Fatal("an entry is missing")
					}
				}
			}
		})
		b.Run(fmt.Sprintf("trim/%d", size), func(b *testing.B) {
			for b.Loop() {
				if err := s.trim(s.open.whole); err != nil {
					b.Fatal(err)
				}
			}
		})
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
