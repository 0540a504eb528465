package chart_test

import (
	"bytes"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

func pngOf(t testing.TB, s *chart.Spec) (image.Image, []byte) {
	t.Helper()
	b, err := chart.PNG(sheetOf(s))
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, b), b
}

// plain is a picture without its palette.
func plain(picture image.Image) *image.RGBA {
	out := image.NewRGBA(picture.Bounds())
	imagedraw.Draw(out, out.Rect, picture, image.Point{}, imagedraw.Src)
	return out
}

func decoded(t testing.TB, b []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// colours counts the dots of each colour.
func colours(picture image.Image) map[color.RGBA]int {
	out := map[color.RGBA]int{}
	flat := plain(picture)
	for i := 0; i < len(flat.Pix); i += 4 {
		out[color.RGBA{flat.Pix[i], flat.Pix[i+1], flat.Pix[i+2], flat.Pix[i+3]}]++
	}
	return out
}

func rgb(t testing.TB, hex string) color.RGBA {
	t.Helper()
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// TestPNGIsTheFileAtTwice: as large as the file at two dots to a pixel, and its colours are those of the file.
func TestPNGIsTheFileAtTwice(t *testing.T) {
	types := map[chart.Type]int{}
	for _, e := range examples(t) {
		if types[e.spec.Type]++; types[e.spec.Type] > 2 { // two of each type are enough, and quick
			continue
		}
		picture, b := pngOf(t, e.spec)
		svg := parsed(t, file(t, e.spec))
		for name, got := range map[string]int{"width": picture.Bounds().Dx(), "height": picture.Bounds().Dy()} {
			if want, err := strconv.Atoi(attribute(svg[0], name)); err != nil || got != 2*want {
				t.Errorf("%s: %s %d, the file has %s", e.name, name, got, attribute(svg[0], name))
			}
		}
		if p, ok := picture.(*image.Paletted); !ok || len(p.Palette) > 256 {
			t.Errorf("%s: no palette but %T", e.name, picture)
		}
		seen := colours(picture)
		if white := seen[rgb(t, "#ffffff")]; white < 100_000 {
			t.Errorf("%s: %d dots of ground", e.name, white)
		}
		for _, el := range svg {
			fill := attribute(el, "fill")
			if el.Name.Local == "circle" && attribute(el, "fill-opacity") == "" && fill != "" && fill != "none" && seen[rgb(t, fill)] < 30 {
				t.Errorf("%s: a circle of %s, of which there are %d dots", e.name, fill, seen[rgb(t, fill)])
			}
		}
		for _, ink := range []string{"#14202b", "#55626e"} { // title and subtitle or foot
			if seen[rgb(t, ink)] < 200 {
				t.Errorf("%s: %d dots of %s", e.name, seen[rgb(t, ink)], ink)
			}
		}
		if len(b) > 200_000 {
			t.Errorf("%s: %d bytes", e.name, len(b))
		}
	}
}

// TestPNGShowsBars: a bar is where the file has it, in its colour.
func TestPNGShowsBars(t *testing.T) {
	picture, _ := pngOf(t, simple(t, chart.Bar, 10))
	seen := colours(picture)
	blue, row, flat := rgb(t, "#1f5fa8"), 0, plain(picture)
	for y := range flat.Rect.Dy() {
		n := 0
		for x := range flat.Rect.Dx() {
			if flat.RGBAAt(x, y) == blue {
				n++
			}
		}
		row = max(row, n)
	}
	if row < 600 || seen[blue] < 600*20 {
		t.Errorf("a bar of %d dots, %d in its longest row", seen[blue], row)
	}
}

// TestPNGHasBounds: tall rows are drawn with fewer dots, too tall ones are refused.
func TestPNGHasBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	rows := func(words int) *chart.Spec {
		s := simple(t, chart.Bar, make([]float64, 100)...)
		for i := range s.Rows {
			s.Rows[i].Label = strings.Repeat("Authority ", words)
		}
		return s
	}
	picture, _ := pngOf(t, rows(15))
	if size := picture.Bounds().Size(); size.X != 784 || size.Y < 4000 {
		t.Errorf("rows of 15 words are %v", size)
	}
	if _, err := chart.PNG(sheetOf(rows(150))); err == nil || !strings.Contains(err.Error(), "show fewer rows") {
		t.Errorf("rows of 150 words: %v", err)
	}
}

// TestPNGLooksLikeItself: the palette costs nothing that can be seen. The colours of the most dots stay exact, and what
// stands for several is within 11 % of each.
func TestPNGLooksLikeItself(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	for i, e := range examples(t) {
		if i%8 != 0 { // an eighth of them is enough, and quick
			continue
		}
		full, err := chart.FullPicture(sheetOf(e.spec))
		if err != nil {
			t.Fatal(err)
		}
		small, _ := pngOf(t, e.spec)
		flat := plain(small)
		worst, sum := 0, 0
		for i, v := range full.Pix {
			d := int(v) - int(flat.Pix[i])
			worst, sum = max(worst, d, -d), sum+d*d
		}
		if mean := math.Sqrt(float64(sum) / float64(len(full.Pix))); worst > 28 || mean > 0.6 {
			t.Errorf("%s: a dot is off by %v, all by %.3f on average", e.name, worst, mean)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, e := range examples(b) {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := chart.PNG(sheetOf(e.spec)); err != nil {
					b.Fatal(err)
				}
			}
			_, png := pngOf(b, e.spec)
			b.ReportMetric(float64(len(png))/1000, "kB")
		})
	}
}
