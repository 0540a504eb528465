package chart_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// textBox is where a line of text of a picture is, in pixels: from the top of its capitals to the foot of its descenders.
type textBox struct {
	text                     string
	left, right, top, bottom float64
}

func (b textBox) String() string {
	return fmt.Sprintf("%q at %.1f to %.1f, %.1f to %.1f", b.text, b.left, b.right, b.top, b.bottom)
}

// textBoxes are those of all texts of a picture, measured by the table of advances, with the size of the picture. A text
// takes its size, weight and anchor from its own class or from the groups around it.
func textBoxes(t testing.TB, svg string) (boxes []textBox, width, height float64) {
	t.Helper()
	var classes []string // of the elements that are open
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err != nil {
			return boxes, width, height
		}
		switch e := token.(type) {
		case xml.EndElement:
			classes = classes[:len(classes)-1]
		case xml.StartElement:
			classes = append(classes, attribute(e, "class"))
			switch e.Name.Local {
			case "svg":
				box := strings.Fields(attribute(e, "viewBox"))
				width, height = decimal(t, box[2]), decimal(t, box[3])
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
				boxes = append(boxes, boxOf(t, e, string(text), strings.Join(classes, " "), chart.Width(width)))
			}
		}
	}
}

// boxOf is the box of one text; of classes the last that says something holds.
func boxOf(t testing.TB, e xml.StartElement, text, classes string, w chart.Width) textBox {
	t.Helper()
	size, little := chart.TextSizes(w)
	large, medium := chart.HubSizes(w)
	anchor, strong := 0.0, false
	for _, class := range strings.Fields(classes) {
		switch class {
		case "ch-small":
			size = little
		case "ch-large":
			size = large
		case "ch-medium":
			size = medium
		case "ch-strong":
			strong = true
		case "ch-mid":
			anchor = 0.5
		case "ch-end":
			anchor = 1
		}
	}
	x, y := decimal(t, attribute(e, "x")), decimal(t, attribute(e, "y"))
	wide := chart.TextWidth(text, size, strong)
	return textBox{text, x - anchor*wide, x + (1-anchor)*wide, y - 0.74*float64(size), y + 0.2*float64(size)}
}

func decimal(t testing.TB, s string) float64 {
	t.Helper()
	var v float64
	if _, err := fmt.Sscan(s, &v); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return v
}

// legible fails where two texts of a picture overlap, or a part of one lies outside of it.
func legible(t testing.TB, name, svg string) {
	t.Helper()
	boxes, width, height := textBoxes(t, svg)
	for i, a := range boxes {
		if a.left < -0.5 || a.right > width+0.5 || a.top < -0.5 || a.bottom > height+0.5 {
			t.Errorf("%s: %v is outside of the %v × %v of the picture", name, a, width, height)
		}
		for _, b := range boxes[:i] {
			if math.Min(a.right, b.right)-math.Max(a.left, b.left) > 0.5 && math.Min(a.bottom, b.bottom)-math.Max(a.top, b.top) > 0.5 {
				t.Errorf("%s: %v overlaps %v", name, a, b)
			}
		}
	}
}

// TestTextIsLegible: no two texts overlap, and none is cut off, in any picture, wide or narrow.
func TestTextIsLegible(t *testing.T) {
	for _, e := range examples(t) {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			legible(t, fmt.Sprint(e.name, " ", w), draw(t, e.spec, w))
		}
	}
}

// TestLegibleTells: the law itself notices what it is for.
func TestLegibleTells(t *testing.T) {
	svg := func(texts string) string {
		return `<svg class="chart chart-narrow" viewBox="0 0 328 100">` + texts + `</svg>`
	}
	for _, c := range []struct {
		texts string
		fails bool
	}{
		{`<text x="10" y="20">Serbia</text><text x="10" y="40">Serbia</text>`, false},
		{`<text x="10" y="20">Serbia</text><text x="40" y="24">Serbia</text>`, true},
		{`<g class="ch-end"><text x="10" y="20">Serbia</text></g>`, true},
		{`<g class="ch-end"><text class="ch-mid" x="50" y="20">Serbia</text></g><text class="ch-small" x="80" y="20">56%</text>`, false},
		{`<text x="10" y="99">Serbia</text>`, true},
	} {
		var r recorder
		legible(&r, "", svg(c.texts))
		if r.failed != c.fails {
			t.Errorf("%s: failed %v, want %v", c.texts, r.failed, c.fails)
		}
	}
}

// recorder is a test that only notes that it failed.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Helper()               {}
func (r *recorder) Errorf(string, ...any) { r.failed = true }
