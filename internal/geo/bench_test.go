package geo_test

import (
	"testing"

	"bulletin/internal/geo"
)

func benchmark(b *testing.B, focus []string, width, height int) {
	if _, err := geo.Fit(focus, width, height, 100); err != nil { // decodes the data
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := geo.Fit(focus, width, height, 100); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFit(b *testing.B)   { benchmark(b, balkans, 7200, 6000) }
func BenchmarkWorld(b *testing.B) { benchmark(b, geo.Codes(), 7200, 3600) }

func BenchmarkLocate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := geo.Locate(balkans, 7200, 5000); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzFit draws any countries in any frame.
func FuzzFit(f *testing.F) {
	codes := geo.Codes()
	f.Add([]byte{1, 2, 3}, uint16(7200), uint16(6000), uint8(100), false)
	f.Add([]byte{9, 80, 190, 240}, uint16(110), uint16(9000), uint8(0), true)
	f.Add([]byte{6}, uint16(100), uint16(100), uint8(0), false)
	f.Fuzz(func(t *testing.T, picks []byte, width, height uint16, margin uint8, wider bool) {
		if len(picks) == 0 || len(picks) > 20 || int(min(width, height)) < 100+2*int(margin) {
			return
		}
		var focus []string
		for _, p := range picks {
			focus = append(focus, codes[int(p)%len(codes)])
		}
		if wider {
			check(t, locate(t, focus, int(width), int(height)))
			return
		}
		view := fit(t, focus, int(width), int(height), int(margin))
		check(t, view)
		for _, code := range focus {
			find(t, view, code)
		}
	})
}
