package chart

import (
	"image/color"
	"math"
	"testing"
	"time"
)

// paper is a white picture of 200 by 200 dots, a dot a pixel, with rules of its own.
func paper(t *testing.T, rules ...rule) *raster {
	t.Helper()
	return newRaster(200, 200, 1, colour{255, 255, 255, true}, ofRules(rules...))
}

// stroked is a rule for lines, in black.
func stroked(set ...setting) rule {
	return rule{"", "ch-stroke", mark, append([]setting{{"fill", "none"}, {"stroke", "#000000"}}, set...)}
}

// grey is how light a dot is, 0 to 255.
func (r *raster) grey(x, y int) int { return int(r.picture.RGBAAt(x, y).G) }

func (r *raster) line(points ...int) {
	for i := 0; i < len(points); i += 2 {
		if i == 0 {
			r.MoveTo(points[0]*unit, points[1]*unit)
		} else {
			r.LineTo(points[i]*unit, points[i+1]*unit)
		}
	}
}

// soon fails where something does not end.
func soon(t *testing.T, name string, do func()) {
	t.Helper()
	done := make(chan bool)
	go func() { do(); close(done) }()
	select {
	case <-done:
	case <-time.After(2 * time.Minute):
		t.Fatalf("%s does not end", name)
	}
}

// TestRasterEnds: go-chart's raster renderer hangs where a number is none or is very large.
func TestRasterEnds(t *testing.T) {
	r := paper(t, stroked(setting{"stroke-width", "3px"}, setting{"stroke-dasharray", "4 3"}))
	soon(t, "an arc without numbers", func() {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300} {
			r.ArcTo(1000, 1000, v, 100, 0, math.Pi)
			r.ArcTo(1000, 1000, 100, 100, v, math.Pi)
			r.ArcTo(1000, 1000, 100, 100, 0, v)
			r.Circle(v, 1000, 1000)
			r.FillStroke()
		}
	})
	if r.grey(100, 100) != 255 {
		t.Error("what is no number is drawn")
	}
	r = paper(t)
	soon(t, "a very large shape", func() {
		const far = 1 << 40
		r.MoveTo(-far, -far)
		r.LineTo(far, -far)
		r.LineTo(far, far)
		r.LineTo(-far, far)
		r.Close()
		r.Fill()
	})
	if r.grey(0, 0) != 0 || r.grey(199, 199) != 0 {
		t.Error("a shape around the picture does not fill it")
	}
}

// TestLettersHaveHoles: go-chart fills text even-odd, which makes holes where contours overlap, and none may be lost.
func TestLettersHaveHoles(t *testing.T) {
	r := paper(t)
	r.setFont(font{150, false})
	r.Text("o", 20*unit, 150*unit)
	width := textWidth("o", r.font) / unit
	middle := 20 + width/2
	if got := r.grey(middle, 150-150*27/100); got != 255 {
		t.Errorf("the middle of an o has %d", got)
	}
	if got := r.grey(20+width/8, 150-150*27/100); got != 0 {
		t.Errorf("the ring of an o has %d", got)
	}
	r = paper(t)
	for _, x := range []int{10, 40} { // two squares that overlap, as contours of letters do
		r.line(x, 10, x+60, 10, x+60, 60, x, 60)
		r.Close()
	}
	r.Fill()
	if got := r.grey(55, 30); got != 0 {
		t.Errorf("where two contours overlap stands %d", got)
	}
}

// TestTextHasItsSize: go-chart's text is 12.5 % too large unless the density matches.
func TestTextHasItsSize(t *testing.T) {
	for _, scale := range []int{1, 2} {
		r := newRaster(400, 200, scale, colour{255, 255, 255, true}, ofRules())
		r.setFont(font{40, false})
		r.Text("HHHH", 10*unit, 80*unit)
		left, right, top, bottom := 400, 0, 200, 0
		for y := range 200 {
			for x := range 400 {
				if r.grey(x, y) < 128 {
					left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
				}
			}
		}
		// A capital is 1490/2048 em high; the letters stand within their advances.
		if got, want := bottom-top+1, 40*scale*1490/2048; got < want-1 || got > want+1 || bottom != 80*scale-1 {
			t.Errorf("scale %d: capitals are %d dots high down to %d, want %d", scale, got, bottom, want)
		}
		if got, want := right-left+1, textWidth("HHHH", r.font)*scale/unit; got > want || got < want*90/100 {
			t.Errorf("scale %d: the text is %d dots wide, its advances %d", scale, got, want)
		}
	}
}

func TestTextStandsAtItsAnchor(t *testing.T) {
	edges := func(side string, theta float64) (left, right, top int) {
		r := paper(t, rule{"", "", words, []setting{{"text-anchor", side}}})
		r.setFont(font{20, true})
		r.SetTextRotation(theta)
		r.Text("HHHH", 100*unit, 100*unit)
		left, top = 200, 200
		for y := range 200 {
			for x := range 200 {
				if r.grey(x, y) < 128 {
					left, right, top = min(left, x), max(right, x), min(top, y)
				}
			}
		}
		return left, right, top
	}
	if left, _, _ := edges("start", 0); left < 100 || left > 103 {
		t.Errorf("text begins at %d", left)
	}
	if _, right, _ := edges("end", 0); right > 100 || right < 96 {
		t.Errorf("text ends at %d", right)
	}
	if left, right, _ := edges("middle", 0); left+right < 198 || left+right > 201 {
		t.Errorf("text from %d to %d is not in the middle", left, right)
	}
	if left, right, top := edges("start", -math.Pi/2); right >= 101 || left < 80 || top > 60 {
		t.Errorf("text that runs upwards reaches from %d to %d, up to %d", left, right, top)
	}
}

func TestHaloStandsBehindText(t *testing.T) {
	r := paper(t,
		rule{"", "ch-fill", mark, []setting{{"fill", "#808080"}}},
		rule{"", "", words, []setting{{"fill", "#000000"}, {"stroke", "#ffffff"}, {"stroke-width", "12px"}, {"stroke-linejoin", "round"}, {"paint-order", "stroke"}}},
	)
	r.line(0, 0, 200, 0, 200, 200, 0, 200)
	r.Fill()
	r.setFont(font{100, true})
	r.Text("l", 80*unit, 150*unit)
	x := 80
	for r.grey(x, 110) != 0 && x < 200 {
		x++
	}
	if x == 200 || r.grey(x-3, 110) != 255 || r.grey(x-12, 110) != 128 || r.grey(x+3, 110) != 0 {
		t.Errorf("left of a letter at %d: %d, %d, %d", x, r.grey(x+3, 110), r.grey(x-3, 110), r.grey(x-12, 110))
	}
}

func TestRasterStrokes(t *testing.T) {
	type at struct{ x, y, grey int }
	width := setting{"stroke-width", "20px"}
	level := func(r *raster) { r.line(50, 100, 150, 100) }
	corner := func(r *raster) { r.line(50, 150, 50, 50, 150, 50) }
	for _, c := range []struct {
		name string
		rule rule
		draw func(*raster)
		want []at
	}{
		{"width", stroked(width), level, []at{{100, 91, 0}, {100, 108, 0}, {100, 88, 255}, {100, 111, 255}}},
		{"butt", stroked(width), level, []at{{51, 100, 0}, {48, 100, 255}, {148, 100, 0}, {151, 100, 255}}},
		{"square", stroked(width, setting{"stroke-linecap", "square"}), level, []at{{41, 91, 0}, {38, 100, 255}, {158, 108, 0}, {161, 100, 255}}},
		{"round", stroked(width, setting{"stroke-linecap", "round"}), level, []at{{42, 100, 0}, {41, 91, 255}, {157, 100, 0}, {158, 108, 255}}},
		{"miter", stroked(width), corner, []at{{41, 41, 0}, {59, 61, 0}, {61, 61, 255}}},
		{"bevel", stroked(width, setting{"stroke-linejoin", "bevel"}), corner, []at{{41, 41, 255}, {47, 47, 0}}},
		{"round join", stroked(width, setting{"stroke-linejoin", "round"}), corner, []at{{41, 41, 255}, {44, 44, 0}}},
		{"a miter too long", stroked(width, setting{"stroke-miterlimit", "1"}), corner, []at{{41, 41, 255}, {47, 47, 0}}},
		{"dashes", stroked(width, setting{"stroke-dasharray", "20 10"}), level, []at{{51, 100, 0}, {68, 100, 0}, {72, 100, 255}, {78, 100, 255}, {82, 100, 0}, {138, 100, 255}, {142, 100, 0}}},
		{"round dashes", stroked(width, setting{"stroke-dasharray", "0.1 40"}, setting{"stroke-linecap", "round"}), level, []at{{50, 100, 0}, {57, 100, 0}, {62, 100, 255}, {90, 100, 0}, {110, 100, 255}}},
		{"dashes around a corner", stroked(width, setting{"stroke-dasharray", "120 40"}), corner, []at{{50, 148, 0}, {50, 52, 0}, {68, 50, 0}, {72, 50, 255}, {108, 50, 255}, {112, 50, 0}}},
		{"closed", stroked(width), func(r *raster) { r.line(50, 50, 150, 50, 150, 150, 50, 150); r.Close() }, []at{{41, 41, 0}, {41, 158, 0}, {50, 100, 0}, {100, 100, 255}}},
		{"opacity", stroked(width, setting{"stroke-opacity", "0.5"}, setting{"opacity", "0.5"}), level, []at{{100, 100, 191}}},
		{"one path that crosses itself", stroked(width, setting{"stroke-opacity", "0.5"}), func(r *raster) { r.line(50, 50, 150, 150, 150, 50, 50, 150) }, []at{{100, 100, 127}}},
		{"a point with round ends", stroked(width, setting{"stroke-linecap", "round"}), func(r *raster) { r.line(100, 100, 100, 100) }, []at{{100, 100, 0}, {107, 100, 0}, {112, 100, 255}}},
		{"nothing of a lone move", stroked(width, setting{"stroke-linecap", "round"}), func(r *raster) { r.line(100, 100) }, []at{{100, 100, 255}}},
		{"no width", stroked(setting{"stroke-width", "0"}), level, []at{{100, 100, 255}}},
		{"sharp", stroked(setting{"shape-rendering", "crispEdges"}), func(r *raster) { r.MoveTo(503, 1004); r.LineTo(1503, 1004) }, []at{{100, 99, 255}, {100, 100, 0}, {100, 101, 255}}},
		{"a line that goes on behind a closed one", stroked(width), func(r *raster) { r.line(50, 50, 150, 50); r.Close(); r.LineTo(500, 1500) }, []at{{50, 148, 0}}},
	} {
		r := paper(t, c.rule)
		c.draw(r)
		r.Stroke()
		for _, w := range c.want {
			if got := r.grey(w.x, w.y); got < w.grey-2 || got > w.grey+2 {
				t.Errorf("%s: %d, %d is %d, want %d", c.name, w.x, w.y, got, w.grey)
			}
		}
	}
}

func TestRasterFills(t *testing.T) {
	r := paper(t, rule{"", "ch-fill", mark, []setting{{"fill", "#ff0000"}, {"fill-opacity", "0.5"}}})
	r.line(10, 10, 60, 10, 60, 60, 10, 60)
	r.Close()
	r.Fill()
	if got := r.picture.RGBAAt(30, 30); got.R != 255 || got.G < 126 || got.G > 128 {
		t.Errorf("half of red is %v", got)
	}
	r.Circle(300, 1300, 400)
	for _, c := range []struct{ x, y, green int }{{130, 40, 127}, {130, 12, 127}, {107, 17, 255}, {130, 8, 255}} {
		if got := r.grey(c.x, c.y); got < c.green-1 || got > c.green+1 {
			t.Errorf("circle: %d, %d is %d", c.x, c.y, got)
		}
	}
	r.MoveTo(100, 1900)
	r.QuadCurveTo(1000, 100, 1900, 1900)
	r.Fill()
	if top, above := r.grey(100, 103), r.grey(100, 97); top == 255 || above != 255 {
		t.Errorf("a curve: %d under its top, %d above", top, above)
	}
	r = paper(t, rule{"", "ch-stroke", mark, []setting{{"stroke", "#0000ff"}, {"stroke-width", "6px"}}})
	r.line(10, 10, 60, 10, 60, 60, 10, 60)
	r.Close()
	r.FillStroke()
	if got := r.picture.RGBAAt(11, 30); got != (color.RGBA{0, 0, 255, 255}) {
		t.Errorf("the stroke is under the fill: %v", got)
	}
}

// TestRasterMoves: what stands elsewhere is drawn there.
func TestRasterMoves(t *testing.T) {
	r := paper(t)
	r.move(100*unit, 50*unit)
	r.line(0, 0, 10, 0, 10, 10, 0, 10)
	r.Fill()
	if r.grey(105, 55) != 0 || r.grey(5, 5) != 255 {
		t.Error("a square is not where it was moved to")
	}
}
