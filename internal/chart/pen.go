package chart

import (
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// pen is what all canvases know of go-chart's Renderer. Its unit is the tenth of a pixel, so that the integers of that
// interface are exact to a tenth: at 720 dots to the inch a point is a pixel.
//
// Colours, stroke widths, dashes and typefaces belong to the rules (rules.go): what is set of them is dropped, and the
// class decides.
type pen struct {
	class string
	font  font
	theta float64 // rotation of text, in radians
}

func (p *pen) ResetStyle()                     { p.class, p.theta, p.font.strong = "", 0, false }
func (p *pen) GetDPI() float64                 { return 72 * unit }
func (p *pen) SetDPI(float64)                  {}
func (p *pen) SetClassName(name string)        { p.class = name }
func (p *pen) SetStrokeColor(drawing.Color)    {}
func (p *pen) SetFillColor(drawing.Color)      {}
func (p *pen) SetStrokeWidth(float64)          {}
func (p *pen) SetStrokeDashArray([]float64)    {}
func (p *pen) SetFont(*truetype.Font)          {}
func (p *pen) SetFontColor(drawing.Color)      {}
func (p *pen) SetFontSize(size float64)        { p.font.size = int(size) }
func (p *pen) setFont(f font)                  { p.font = f }
func (p *pen) SetTextRotation(radians float64) { p.theta = radians }
func (p *pen) ClearTextRotation()              { p.theta = 0 }

// MeasureText is the box of a line of text that is not rotated; of rotated text, the box around it.
func (p *pen) MeasureText(body string) gochart.Box {
	box := gochart.Box{Right: textWidth(body, p.font), Bottom: p.font.size * unit}
	if p.theta != 0 {
		box = box.Corners().Rotate(gochart.RadiansToDegrees(p.theta)).Box()
	}
	return box
}
