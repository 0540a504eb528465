package chart_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// FuzzLines draws lines and panels of whatever comes: what Validate accepts is a well-formed picture with finite numbers
// whose texts neither overlap nor are cut off.
func FuzzLines(f *testing.F) {
	f.Add(uint8(0), uint8(1), "Serbia", "Q1 2023", "16,216", []byte{0, 0, 0, 0, 0, 0, 240, 63, 1})
	f.Add(uint8(1), uint8(12), "Bosnia and Herzegovina", "January 2023", "", []byte{0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 240, 191, 2})
	f.Add(uint8(3), uint8(3), strings.Repeat("x", 200), "2023", "</svg>", []byte{0, 0, 0, 0, 0, 0, 240, 127, 0})
	f.Add(uint8(5), uint8(4), "a b", "1\n2", "</svg><script>", []byte("00000000100000000200000000300000000400000000"))
	f.Add(uint8(8), uint8(1), "Intentions registered", "Bosnia and Herzegovina", "", []byte("000000000200000000\x80300000000")) // long words at the ends of the axis
	l := english(f)
	f.Fuzz(func(t *testing.T, flags, series uint8, name, label, value string, data []byte) {
		if len(name)+len(label)+len(value) > 400 || len(data) > 9*60 {
			t.Skip()
		}
		s := &chart.Spec{Type: chart.Line, Title: "Fuzz", Locale: l, Axis: chart.Axis{Percent: flags&1 > 0}}
		if flags&2 > 0 {
			s.Type, s.Free = chart.Multiples, flags&4 > 0
		}
		s.Series = make([]chart.Series, int(series%13)+1)
		for i := 0; i+9 <= len(data); i += 9 {
			v := math.Float64frombits(binary.LittleEndian.Uint64(data[i:]))
			if flags&8 > 0 {
				v = float64(int32(binary.LittleEndian.Uint32(data[i:])))
			}
			row := chart.Row{Label: fmt.Sprint(label, i), Tick: strings.Repeat(label, int(data[i+8]>>7))}
			if flags&16 > 0 {
				row.X = float64(len(s.Rows)) * 1e-300
			}
			s.Rows = append(s.Rows, row)
			for j := range s.Series {
				mark := data[i+8] >> (j % 4)
				p := chart.Point{Value: v / float64(j+1), Missing: mark&1 > 0, Estimated: mark&2 > 0, Break: mark&4 > 0, Differs: mark&8 > 0}
				if flags&32 > 0 {
					p.Label, p.MissingText = value, value
				}
				s.Series[j].Name = fmt.Sprint(name, j)
				s.Series[j].Points = append(s.Series[j].Points, p)
			}
		}
		drawnOrRefused(t, s)
	})
}

// FuzzSpark draws spark lines of whatever comes.
func FuzzSpark(f *testing.F) {
	f.Add("Trend", []byte{1, 2, 3, 0, 255})
	f.Add(`</svg><script>"`, []byte{0})
	f.Fuzz(func(t *testing.T, label string, data []byte) {
		var points []chart.Point
		for _, b := range data {
			points = append(points, chart.Point{Value: math.Pow(float64(b)-100, 7), Missing: b%5 == 0, Break: b%7 == 0, Estimated: b%11 == 0})
		}
		b, err := chart.Spark(points, label, "f")
		if err == nil {
			parsed(t, string(b))
		}
	})
}
