package chart

// Sizes of the number in the middle of a donut, in pixels; the stylesheet says the same.
const (
	wideLarge, wideMedium     = 34, 24
	narrowLarge, narrowMedium = 26, 18
)

// plate is one drawing of a chart. The marks are drawn first, since only then the height is known.
type plate struct {
	*Spec
	canvas
	width       int // tenths of a pixel
	text, small int // sizes of text in pixels; the stylesheet knows the same
	narrow      bool
}

// newPlate is an empty drawing on a canvas.
func newPlate(s *Spec, width Width, on canvas) *plate {
	p := &plate{Spec: s, canvas: on, width: int(width) * unit, text: wideText, small: wideSmall}
	if width == Narrow {
		p.text, p.small, p.narrow = narrowText, narrowSmall, true
	}
	return p
}

// draw draws the marks of a chart and returns its height, in tenths of a pixel.
func (p *plate) draw() int {
	switch p.Type {
	case Line:
		return p.lines()
	case Dumbbell:
		return p.dumbbells()
	case Stacked:
		return p.stacks()
	case Donut:
		return p.donut()
	case Multiples:
		return p.multiples()
	case Map:
		return p.worldMap()
	}
	return p.bars()
}

func (p *plate) plain() font  { return font{p.text, false} }
func (p *plate) bold() font   { return font{p.text, true} }
func (p *plate) little() font { return font{p.small, false} }

// large and medium are for the number in the middle of a donut.
func (p *plate) large() font {
	if p.narrow {
		return font{narrowLarge, true}
	}
	return font{wideLarge, true}
}

func (p *plate) medium() font {
	if p.narrow {
		return font{narrowMedium, true}
	}
	return font{wideMedium, true}
}

// write draws a line of text; the class says its role and where x is: ch-end, ch-mid, or its start.
func (p *plate) write(body, class string, f font, x, y int) {
	switch f.size {
	case p.small:
		class = spaced(class, "ch-small")
	case p.large().size:
		class = spaced(class, "ch-large")
	case p.medium().size:
		class = spaced(class, "ch-medium")
	}
	p.SetClassName(class)
	p.setFont(f)
	p.Text(body, x, y)
}

// spaced are two lists of classes as one.
func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
