package chart

import (
	"io"
	"math"
	"strconv"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// renderer implements go-chart's Renderer for SVG. Its unit is the tenth of a pixel, so that the integers of that
// interface are exact to a tenth: at 720 dots to the inch a point is a pixel.
//
// Colours, stroke widths, dashes and typefaces belong to the stylesheet: what is set of them is dropped, and the class
// decides. A path that is filled has the class ch-fill, one that is stroked ch-stroke.
type renderer struct {
	out    []byte
	path   []byte
	x, y   int // where the pen is
	class  string
	font   font
	theta  float64 // rotation of text, in radians
	groups int
}

var _ canvas = (*renderer)(nil)

func (r *renderer) ResetStyle()                     { r.class, r.theta, r.font.strong = "", 0, false }
func (r *renderer) GetDPI() float64                 { return 72 * unit }
func (r *renderer) SetDPI(float64)                  {}
func (r *renderer) SetClassName(name string)        { r.class = name }
func (r *renderer) SetStrokeColor(drawing.Color)    {}
func (r *renderer) SetFillColor(drawing.Color)      {}
func (r *renderer) SetStrokeWidth(float64)          {}
func (r *renderer) SetStrokeDashArray([]float64)    {}
func (r *renderer) SetFont(*truetype.Font)          {}
func (r *renderer) SetFontColor(drawing.Color)      {}
func (r *renderer) SetFontSize(size float64)        { r.font.size = int(size) }
func (r *renderer) setFont(f font)                  { r.font = f }
func (r *renderer) SetTextRotation(radians float64) { r.theta = radians }
func (r *renderer) ClearTextRotation()              { r.theta = 0 }

func (r *renderer) MoveTo(x, y int) {
	r.path = append(r.path, 'M')
	r.path = tenths(r.path, x)
	r.path = append(r.path, ' ')
	r.path = tenths(r.path, y)
	r.x, r.y = x, y
}

func (r *renderer) LineTo(x, y int) {
	switch {
	case len(r.path) == 0:
		r.MoveTo(x, y)
		return
	case y == r.y:
		r.path = tenths(append(r.path, 'H'), x)
	case x == r.x:
		r.path = tenths(append(r.path, 'V'), y)
	default:
		r.path = tenths(append(r.path, 'L'), x)
		r.path = tenths(append(r.path, ' '), y)
	}
	r.x, r.y = x, y
}

func (r *renderer) QuadCurveTo(cx, cy, x, y int) {
	r.path = append(r.path, 'Q')
	for i, v := range [4]int{cx, cy, x, y} {
		if i > 0 {
			r.path = append(r.path, ' ')
		}
		r.path = tenths(r.path, v)
	}
	r.x, r.y = x, y
}

// ArcTo draws in pieces of a third of a turn at most, since SVG cannot say a whole one.
func (r *renderer) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	at := func(a float64) (int, int) {
		return cx + int(math.Round(rx*math.Cos(a))), cy + int(math.Round(ry*math.Sin(a)))
	}
	r.LineTo(at(start))
	pieces := max(1, int(math.Ceil(math.Abs(delta)/(2*math.Pi/3)-1e-9)))
	for i := 1; i <= pieces; i++ {
		x, y := at(start + float64(delta*float64(i)/float64(pieces)))
		r.path = tenths(append(r.path, 'A'), int(math.Round(rx)))
		r.path = tenths(append(r.path, ' '), int(math.Round(ry)))
		if delta < 0 {
			r.path = append(r.path, " 0 0 0 "...)
		} else {
			r.path = append(r.path, " 0 0 1 "...)
		}
		r.path = tenths(r.path, x)
		r.path = tenths(append(r.path, ' '), y)
		r.x, r.y = x, y
	}
}

func (r *renderer) Close()      { r.path = append(r.path, 'Z') }
func (r *renderer) Stroke()     { r.draw("ch-stroke") }
func (r *renderer) Fill()       { r.draw("ch-fill") }
func (r *renderer) FillStroke() { r.draw("ch-fill ch-stroke") }

func (r *renderer) draw(how string) {
	if len(r.path) == 0 {
		return
	}
	r.out = append(r.out, "<path"...)
	r.classes(r.class, how)
	r.out = append(r.out, ` d="`...)
	r.out = append(r.out, r.path...)
	r.out = append(r.out, `"/>`...)
	r.path = r.path[:0]
}

func (r *renderer) Circle(radius float64, x, y int) {
	r.out = append(r.out, "<circle"...)
	r.classes(r.class, "ch-fill")
	r.number("cx", x)
	r.number("cy", y)
	r.number("r", int(math.Round(radius)))
	r.out = append(r.out, "/>"...)
}

func (r *renderer) Text(body string, x, y int) {
	r.out = append(r.out, "<text"...)
	strong := ""
	if r.font.strong {
		strong = "ch-strong"
	}
	r.classes(r.class, strong)
	r.number("x", x)
	r.number("y", y)
	if r.theta != 0 {
		r.out = append(r.out, ` transform="rotate(`...)
		r.out = tenths(r.out, int(math.Round(r.theta*180/math.Pi*unit)))
		r.out = tenths(append(r.out, ' '), x)
		r.out = tenths(append(r.out, ' '), y)
		r.out = append(r.out, `)"`...)
	}
	r.out = append(r.out, '>')
	r.out = escape(r.out, body)
	r.out = append(r.out, "</text>"...)
}

// MeasureText is the box of a line of text that is not rotated; of rotated text, the box around it.
func (r *renderer) MeasureText(body string) gochart.Box {
	box := gochart.Box{Right: textWidth(body, r.font), Bottom: r.font.size * unit}
	if r.theta != 0 {
		box = box.Corners().Rotate(gochart.RadiansToDegrees(r.theta)).Box()
	}
	return box
}

// Save ends what is open and writes the picture.
func (r *renderer) Save(w io.Writer) error {
	for r.groups > 0 {
		r.end()
	}
	_, err := w.Write(append(r.out, "</svg>"...))
	return err
}

// group opens a group of marks; what is drawn until the matching end inherits its class.
func (r *renderer) group(class string) {
	r.out = append(r.out, "<g"...)
	r.classes(class, "")
	r.out = append(r.out, '>')
	r.groups++
}

func (r *renderer) end() {
	r.out = append(r.out, "</g>"...)
	r.groups--
}

func (r *renderer) classes(a, b string) {
	if a == "" && b == "" {
		return
	}
	r.out = append(r.out, ` class="`...)
	r.out = escape(r.out, a)
	if a != "" && b != "" {
		r.out = append(r.out, ' ')
	}
	r.out = append(r.out, b...)
	r.out = append(r.out, '"')
}

func (r *renderer) number(name string, v int) {
	r.out = append(r.out, ' ')
	r.out = append(r.out, name...)
	r.out = append(r.out, `="`...)
	r.out = tenths(r.out, v)
	r.out = append(r.out, '"')
}

// tenths writes a number of tenths: 125 is 12.5, 120 is 12.
func tenths(b []byte, v int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	b = strconv.AppendInt(b, int64(v/unit), 10)
	if d := v % unit; d != 0 {
		b = append(b, '.', byte('0'+d))
	}
	return b
}
