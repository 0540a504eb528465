package chart_test

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// FuzzSVG draws whatever comes, as every type: what Validate accepts is a well-formed picture with finite numbers, in
// which no text overlaps another or lies outside; what it refuses is not drawn.
func FuzzSVG(f *testing.F) {
	f.Add(uint8(0), uint8(1), uint8(0), "Serbia", "16,216", []byte{0, 0, 0, 0, 0, 0, 240, 63, 1})
	f.Add(uint8(1), uint8(2), uint8(1), "Bosnia and Herzegovina", "", []byte{0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 240, 191, 2})
	f.Add(uint8(2), uint8(3), uint8(2), strings.Repeat("x", 200), "</svg>", []byte{0, 0, 0, 0, 0, 0, 240, 127, 0})
	rows := func(n int) (data []byte) {
		for i := range n {
			data = binary.LittleEndian.AppendUint64(data, uint64(i*i*7919+100*i))
			data = append(data, byte(i*i))
		}
		return data
	}
	for kind := range uint8(8) {
		f.Add(kind, uint8(3), uint8(2|16), "Bosnia and Herzegovina", "Afghanistan", rows(5))
		f.Add(kind, uint8(4), uint8(2|4|8), "Kosovo*", "not collected before 2022", rows(9))
		f.Add(kind, uint8(1), uint8(2|4|16), strings.Repeat("Authority ", 20), "1,000,000", rows(3))
	}
	l := english(f)
	f.Fuzz(func(t *testing.T, kind, series, flags uint8, label, value string, data []byte) {
		if len(label)+len(value) > 400 || len(data) > 9*60 {
			t.Skip()
		}
		s := &chart.Spec{Type: chart.Type(kind % 8), Title: label + ".", Locale: l, Axis: chart.Axis{Percent: flags&1 > 0}, Hundred: flags&4 > 0, Free: flags&4 > 0, Whole: value, WholeNote: label}
		n := int(series%12) + 1
		switch s.Type {
		case chart.Change, chart.Donut, chart.Map:
			n = 1
		case chart.Dumbbell:
			n = 2
		}
		s.Series = make([]chart.Series, n)
		for i := 0; i+9 <= len(data); i += 9 {
			v := math.Float64frombits(binary.LittleEndian.Uint64(data[i:]))
			if flags&2 > 0 {
				v = float64(int32(binary.LittleEndian.Uint32(data[i:])))
			}
			if flags&16 > 0 {
				v = math.Abs(v)
			}
			row := chart.Row{Label: label, Tick: strings.Repeat(value, int(data[i+8]>>7)), Note: value, Rest: data[i+8]&4 > 0}
			if flags&4 > 0 {
				row.X = float64(len(s.Rows)) * 1e-300
			}
			s.Rows = append(s.Rows, row)
			for j := range s.Series {
				p := chart.Point{Value: v / float64(j+1), Missing: data[i+8]&1 > 0, Estimated: data[i+8]&2 > 0, Break: data[i+8]&8 > 0, Differs: data[i+8]&16 > 0}
				p.Missing = p.Missing || data[i+8]&32 > 0 && j == 0
				if flags&8 > 0 {
					p.Label, p.MissingText = value, value
				}
				s.Series[j].Name, s.Series[j].Rest = value, j == 5
				s.Series[j].Points = append(s.Series[j].Points, p)
			}
		}
		drawnOrRefused(t, s)
	})
}

// drawnOrRefused: what passes Validate is drawn legibly at both widths, and nothing else is drawn.
func drawnOrRefused(t *testing.T, s *chart.Spec) {
	t.Helper()
	wrong := s.Validate()
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		b, err := chart.SVG(s, w, "f")
		if (err == nil) != (len(wrong) == 0) {
			t.Fatalf("%v, but %v", wrong, err)
		}
		if err == nil {
			parsed(t, string(b))
			legible(t, "it", string(b))
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	for _, e := range examples(b) {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := chart.SVG(e.spec, chart.Wide, "c1"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
