package chart_test

import (
	"encoding/binary"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// FuzzSVG draws whatever comes: what Validate accepts is a well-formed picture with finite numbers and no text outside
// of it; what it refuses is not drawn.
func FuzzSVG(f *testing.F) {
	f.Add(uint8(0), uint8(1), uint8(0), "Serbia", "16,216", []byte{0, 0, 0, 0, 0, 0, 240, 63, 1})
	f.Add(uint8(1), uint8(2), uint8(1), "Bosnia and Herzegovina", "", []byte{0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 240, 191, 2})
	f.Add(uint8(2), uint8(3), uint8(2), strings.Repeat("x", 200), "</svg>", []byte{0, 0, 0, 0, 0, 0, 240, 127, 0})
	l := english(f)
	f.Fuzz(func(t *testing.T, kind, series, flags uint8, label, value string, data []byte) {
		if len(label)+len(value) > 400 || len(data) > 9*60 {
			t.Skip()
		}
		s := &chart.Spec{Type: chart.Type(kind % 3), Title: label + ".", Locale: l, Axis: chart.Axis{Percent: flags&1 > 0}}
		n := int(series%12) + 1
		s.Series = make([]chart.Series, n)
		for i := 0; i+9 <= len(data); i += 9 {
			v := math.Float64frombits(binary.LittleEndian.Uint64(data[i:]))
			if flags&2 > 0 {
				v = float64(int32(binary.LittleEndian.Uint32(data[i:])))
			}
			row := chart.Row{Label: label, Tick: strings.Repeat(value, int(data[i+8]>>7)), Note: value}
			if flags&4 > 0 {
				row.X = float64(len(s.Rows)) * 1e-300
			}
			s.Rows = append(s.Rows, row)
			for j := range s.Series {
				p := chart.Point{Value: v / float64(j+1), Missing: data[i+8]&1 > 0, Estimated: data[i+8]&2 > 0}
				if flags&8 > 0 {
					p.Label, p.MissingText = value, value
				}
				s.Series[j].Name = value
				s.Series[j].Points = append(s.Series[j].Points, p)
			}
		}
		wrong := s.Validate()
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			b, err := chart.SVG(s, w, "f")
			if (err == nil) != (len(wrong) == 0) {
				t.Fatalf("%v, but %v", wrong, err)
			}
			if err == nil {
				inside(t, string(b))
			}
		}
	})
}

// inside fails where a part of a text lies outside of the picture, as the advance table measures it.
func inside(t *testing.T, svg string) {
	t.Helper()
	parsed(t, svg)
	var width, height float64
	var classes []string // of the elements that are open
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.EndElement:
			classes = classes[:len(classes)-1]
		case xml.StartElement:
			classes = append(classes, attribute(e, "class"))
			switch e.Name.Local {
			case "svg":
				box := strings.Fields(attribute(e, "viewBox"))
				width, height = number(t, box[2]), number(t, box[3])
			case "text":
				body, err := d.Token()
				if err != nil {
					t.Fatal(err)
				}
				text, ok := body.(xml.CharData)
				if !ok { // no text: the end of the element
					classes = classes[:len(classes)-1]
					continue
				}
				all := " " + strings.Join(classes, " ") + " "
				small, strong := strings.Contains(all, " ch-small "), strings.Contains(all, " ch-strong ")
				size, little := chart.TextSizes(chart.Width(width))
				if small {
					size = little
				}
				left, y := number(t, attribute(e, "x")), number(t, attribute(e, "y"))
				wide := chart.TextWidth(string(text), size, strong)
				switch {
				case strings.Contains(all, " ch-end "):
					left -= wide
				case strings.Contains(all, " ch-mid "):
					left -= wide / 2
				}
				if left < -1 || left+wide > width+1 || y < 8 || y > height {
					t.Errorf("the text %q is at %.1f to %.1f, %.1f of %v, %v in\n%s", text, left, left+wide, y, width, height, svg)
				}
			}
		}
	}
}

func TestTextIsInside(t *testing.T) {
	for _, e := range examples(t) {
		s := e.spec
		inside(t, draw(t, s, chart.Wide))
		inside(t, draw(t, s, chart.Narrow))
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
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
