package chart

import (
	"encoding/binary"
	"image"
	"image/color"

	spans "github.com/golang/freetype/raster"
)

// painter puts the spans of go-chart's raster context into a picture without gaps in its ground: quicker than freetype's
// own where a span is opaque, which is most of a chart.
type painter struct {
	picture *image.RGBA
	colour  color.NRGBA
}

// SetColor takes a colour for what is painted next.
func (p *painter) SetColor(c color.Color) {
	p.colour = color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Paint lays the colour over what spans cover.
func (p *painter) Paint(all []spans.Span, _ bool) {
	const full = 0xffff
	size := p.picture.Rect.Size()
	solid := uint32(p.colour.R)<<24 | uint32(p.colour.G)<<16 | uint32(p.colour.B)<<8 | 0xff
	for _, s := range all {
		left, right := max(s.X0, 0), min(s.X1, size.X)
		if s.Y < 0 || s.Y >= size.Y || left >= right {
			continue
		}
		row := p.picture.Pix[s.Y*p.picture.Stride:][4*left : 4*right]
		over := int(s.Alpha) * int(p.colour.A) / 0xff
		if over == full {
			for i := 0; i < len(row); i += 4 {
				binary.BigEndian.PutUint32(row[i:], solid)
			}
			continue
		}
		mix := func(below, above uint8) uint8 {
			return uint8((int(below)*(full-over) + int(above)*over + full/2) / full)
		}
		for i := 0; i < len(row); i += 4 {
			row[i], row[i+1], row[i+2] = mix(row[i], p.colour.R), mix(row[i+1], p.colour.G), mix(row[i+2], p.colour.B)
		}
	}
}
