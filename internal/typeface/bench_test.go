package typeface_test

import (
	"testing"

	"bulletin/internal/typeface"
)

// BenchmarkWidth measures a name and a span of years; per character is what matters, and that nothing is allocated.
func BenchmarkWidth(b *testing.B) {
	for name, text := range map[string]string{"letters": "Asylum applications of unaccompanied children", "signs": "1,234 (+12.5%), 2022–2023", "Cyrillic": "Северна Македонија и Србија"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				typeface.Width(text, typeface.SemiBold)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len([]rune(text))), "ns/char")
		})
	}
}

func BenchmarkGlyphs(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, g := range typeface.Glyphs("Push-backs into Serbia", typeface.Bold) {
			g.Outline()
		}
	}
}
