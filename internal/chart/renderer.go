package chart

import (
	"io"
	"math"
	"sync"
)

// renderer implements go-chart's Renderer for SVG in a page: colours, stroke widths, dashes and typefaces belong to the
// stylesheet. A path that is filled has the class ch-fill, one that is stroked ch-stroke.
type renderer struct {
	out []byte
	pen
	trail
	groups int
}

var _ canvas = (*renderer)(nil)

// renderers are those to use again, with their room.
var renderers = sync.Pool{New: func() any { return &renderer{} }}

func newRenderer() *renderer {
	r := renderers.Get().(*renderer)
	*r = renderer{out: r.out[:0], trail: trail{path: r.path[:0]}}
	return r
}

// free gives the renderer back; nothing of what it drew may be in use.
func (r *renderer) free() { renderers.Put(r) }

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
