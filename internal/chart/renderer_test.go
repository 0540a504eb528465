package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// TestRendererDraws speaks to the renderer as go-chart's own code would, in tenths of a pixel.
func TestRendererDraws(t *testing.T) {
	for _, c := range []struct {
		name string
		draw func(gochart.Renderer)
		want string
	}{
		{"path", func(r gochart.Renderer) {
			r.SetClassName("a")
			r.MoveTo(10, 25)
			r.LineTo(110, 25)
			r.LineTo(110, -5)
			r.LineTo(0, 0)
			r.Close()
			r.FillStroke()
		}, `<path class="a ch-fill ch-stroke" d="M1 2.5H11V-0.5L0 0Z"/>`},
		{"a path begins where its first line ends", func(r gochart.Renderer) { r.LineTo(10, 10); r.LineTo(20, 30); r.Stroke() }, `<path class="ch-stroke" d="M1 1L2 3"/>`},
		{"nothing", func(r gochart.Renderer) { r.Stroke() }, ``},
		{"curve", func(r gochart.Renderer) { r.MoveTo(0, 0); r.QuadCurveTo(5, 10, 20, 30); r.Fill() }, `<path class="ch-fill" d="M0 0Q0.5 1 2 3"/>`},
		{"quarter", func(r gochart.Renderer) { r.ArcTo(0, 0, 100, 100, 0, math.Pi/2); r.Stroke() }, `<path class="ch-stroke" d="M10 0A10 10 0 0 1 0 10"/>`},
		{"full turn", func(r gochart.Renderer) { r.ArcTo(0, 0, 100, 100, 0, 2*math.Pi); r.Stroke() },
			`<path class="ch-stroke" d="M10 0A10 10 0 0 1 -5 8.7A10 10 0 0 1 -5 -8.7A10 10 0 0 1 10 0"/>`},
		{"circle", func(r gochart.Renderer) { r.SetClassName("b"); r.Circle(35, 10, 20) }, `<circle class="b ch-fill" cx="1" cy="2" r="3.5"/>`},
		{"text", func(r gochart.Renderer) { r.SetClassName("b"); r.Text("a<b", 10, 20) }, `<text class="b" x="1" y="2">a&lt;b</text>`},
		{"turned text", func(r gochart.Renderer) {
			r.SetTextRotation(math.Pi / 2)
			r.Text("a", 10, 20)
			r.ClearTextRotation()
			r.Text("a", 0, 0)
		}, `<text x="1" y="2" transform="rotate(90 1 2)">a</text><text x="0" y="0">a</text>`},
		{"class of a hostile name", func(r gochart.Renderer) { r.SetClassName(`"><b`); r.Text("", 0, 0) }, `<text class="&#34;&gt;&lt;b" x="0" y="0"></text>`},
		{"no style", func(r gochart.Renderer) {
			gochart.Style{StrokeWidth: 3, StrokeColor: gochart.ColorBlue, FillColor: gochart.ColorRed, StrokeDashArray: []float64{1, 2}, FontSize: 9}.WriteToRenderer(r)
			r.MoveTo(0, 0)
			r.LineTo(10, 0)
			r.Stroke()
		}, `<path class="ch-stroke" d="M0 0H1"/>`},
	} {
		r := &renderer{}
		c.draw(r)
		if got := string(r.out); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestRendererSaves(t *testing.T) {
	r := &renderer{out: []byte("<svg>")}
	r.group("a")
	r.group("")
	r.Text("x", 0, 0)
	var b bytes.Buffer
	if err := r.Save(&b); err != nil {
		t.Fatal(err)
	}
	if want := `<svg><g class="a"><g><text x="0" y="0">x</text></g></g></svg>`; b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}

func TestMeasure(t *testing.T) {
	r := &renderer{}
	r.SetFontSize(14)
	if r.GetDPI() != 720 {
		t.Errorf("%v dots to the inch", r.GetDPI())
	}
	// Ten tabular figures of 1328/2048 em at 14 px: 90.8 px.
	if box := r.MeasureText("0123456789"); box.Width() != 908 || box.Height() != 140 {
		t.Errorf("ten figures are %d by %d", box.Width(), box.Height())
	}
	if a, b := r.MeasureText("1,111"), r.MeasureText("8,088"); a != b {
		t.Error("figures are not tabular")
	}
	if !raceDetector {
		if n := testing.AllocsPerRun(100, func() { r.MeasureText("Bosnia and Herzegovina, Şid, Türkiye") }); n != 0 {
			t.Errorf("measuring allocates %v times", n)
		}
	}
	if textWidth("e\u0301", font{14, false}) != textWidth("e", font{14, false}) {
		t.Error("an accent has a width of its own")
	}
	if textWidth("中", font{10, false}) != 100 {
		t.Error("a wide character is not one em")
	}
}

func TestWrap(t *testing.T) {
	f := font{12, false}
	for _, c := range []struct {
		text  string
		width int // pixels
		want  string
	}{
		{"Serbia", 100, "Serbia"},
		{"Bosnia and Herzegovina", 100, "Bosnia and|Herzegovina"},
		{"", 10, ""},
		{"  ", 1, ""},
		{"a\nb", 100, "a b"},
		{"no\u00a0break here", 60, "no\u00a0break|here"},
		{"Herzegovina-Podrinje", 90, "Herzegovina-|Podrinje"},
		{"mmmmmm", 25, "mm|mm|mm"},
		{"mm", 1, "m|m"},
		{"a\xff\xfeb", 12, "a|\xff|\xfe|b"},
	} {
		if got := strings.Join(wrap(c.text, c.width*unit, f), "|"); got != c.want {
			t.Errorf("%q in %d px: got %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		length float64
		parts  int
		whole  bool
		step   float64
	}{
		{16216, 5, true, 5000}, {1, 5, true, 1}, {1, 5, false, 0.2}, {0.35, 5, false, 0.1}, {239, 7, true, 50}, {1e15, 5, true, 2e14}, {0.5, 5, false, 0.1},
	} {
		if got := newAxis(c.length, c.parts, c.whole).at(1); got != c.step {
			t.Errorf("%v in %d parts: step %v, want %v", c.length, c.parts, got, c.step)
		}
	}
	if got := (axis{1, -1}).at(3); got != 0.3 {
		t.Errorf("three tenths are %v", got)
	}
}
