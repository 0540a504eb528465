package chart

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
)

// Kept is what drawings of one chart share, beside its [Spec] for as long as the chart is needed: a page, the print edition
// and a file show the same marks. Where all are asked for, the file first is best: the marks of the page are drawn with it.
// What is asked for has the same bytes as what the functions of the same names draw. The zero Kept holds nothing yet; it
// may be asked by several workers, and begins anew when asked for another Spec.
type Kept struct {
	mutex  sync.Mutex
	spec   *Spec
	wrong  []string // what Validate found
	words  string   // of Alternative
	said   bool     // they are known
	wide   []byte   // the marks of the wide drawing; nil until it is drawn
	height int      // of the wide drawing
}

// Captioned is [Captioned].
func (k *Kept) Captioned(s *Spec, width Width, id string) (string, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.turn(s)
	if err := unfitInline(k.wrong, width, id); err != nil {
		return "", err
	}
	r := newRenderer()
	defer r.free()
	p := newPlate(s, width, r)
	if width == Narrow {
		height := p.draw()
		return p.framed(r.out, height, id, true), nil
	}
	if k.wide == nil {
		k.height = p.draw()
		k.wide = bytes.Clone(r.out)
	}
	return p.framed(k.wide, k.height, id, true), nil
}

// Alternative is [Alternative].
func (k *Kept) Alternative(s *Spec) string {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.turn(s); len(k.wrong) > 0 {
		return ""
	}
	return k.alternative()
}

// File is [File], of a sheet with the same Spec.
func (k *Kept) File(s *Sheet) ([]byte, error) {
	if s.Spec == nil {
		return File(s)
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.turn(s.Spec); len(k.wrong) > 0 {
		return nil, fmt.Errorf("draw a chart as a file: %s", strings.Join(k.wrong, "; "))
	}
	if k.wide != nil {
		return s.file(nil, k.alternative())
	}
	d := &double{page: newRenderer()}
	defer d.page.free()
	b, err := s.file(d, k.alternative())
	k.wide, k.height = bytes.Clone(d.page.out), d.height
	return b, err
}

// turn begins anew for another chart.
func (k *Kept) turn(s *Spec) {
	if k.spec != s {
		k.spec, k.wrong, k.words, k.said, k.wide = s, s.Validate(), "", false, nil
	}
}

// alternative is the alternative of a chart that is valid.
func (k *Kept) alternative() string {
	if !k.said {
		k.words, k.said = k.spec.alternative(), true
	}
	return k.words
}

// double is the canvas of a file on which the marks of a page are drawn at the same time: both have the same pen and the
// same path.
type double struct {
	*fileCanvas
	page   *renderer
	height int // of what was drawn
}

var _ canvas = (*double)(nil)

func (d *double) Stroke()     { d.also((*renderer).Stroke); d.fileCanvas.Stroke() }
func (d *double) Fill()       { d.also((*renderer).Fill); d.fileCanvas.Fill() }
func (d *double) FillStroke() { d.also((*renderer).FillStroke); d.fileCanvas.FillStroke() }

func (d *double) Circle(radius float64, x, y int) {
	d.follow()
	d.page.Circle(radius, x, y)
	d.fileCanvas.Circle(radius, x, y)
}

func (d *double) Text(body string, x, y int) {
	d.follow()
	d.page.Text(body, x, y)
	d.fileCanvas.Text(body, x, y)
}

func (d *double) group(class string) {
	d.page.group(class)
	d.fileCanvas.group(class)
}

func (d *double) end() {
	d.page.end()
	d.fileCanvas.end()
}

// also draws the path on the page.
func (d *double) also(draw func(*renderer)) {
	d.follow()
	d.page.path = d.path
	draw(d.page)
	d.page.path = nil
}

// follow gives the page the pen of the file.
func (d *double) follow() {
	if d.page.class != d.class {
		d.page.class = d.class
	}
	d.page.font, d.page.theta = d.font, d.theta
}
