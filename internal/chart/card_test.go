package chart_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// courseOf is a line of n months, the last of them the highest.
func courseOf(t testing.TB, n int) *chart.Spec {
	s := &chart.Spec{Type: chart.Line, Title: "By month", Locale: english(t), Series: []chart.Series{{Name: "Arrivals"}}}
	for i := range n {
		s.Rows = append(s.Rows, chart.Row{Label: fmt.Sprint("Month ", i+1)})
		s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: float64(10 + i)})
	}
	return s
}

func card(t testing.TB, c chart.Card) *image.RGBA {
	t.Helper()
	b, err := chart.CardPNG(&c)
	if err != nil {
		t.Fatal(err)
	}
	return plain(decoded(t, b))
}

// inked counts the dots of a box that are not as the ground is.
func inked(picture *image.RGBA, box image.Rectangle) (n int) {
	ground := picture.RGBAAt(1190, 10)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if picture.RGBAAt(x, y) != ground {
				n++
			}
		}
	}
	return n
}

var (
	cardFigure = image.Rect(60, 110, 640, 345)
	cardWords  = image.Rect(60, 345, 640, 550)
	cardTrend  = image.Rect(645, 110, 1200, 555)
)

func TestCard(t *testing.T) {
	picture := card(t, chart.Card{
		Site: "Balkans Quarterly", Kicker: "First quarter of 2023 · Serbia", Address: "example.org", Value: "+64%",
		Words: "Šibenik, Ђердап, Αθήνα, Țăndărei, Gjakovë, Žепче, Đakovo and İstanbul lead", Trend: courseOf(t, 24), Accent: "#F29552",
	})
	if picture.Bounds() != image.Rect(0, 0, 1200, 630) {
		t.Fatalf("the card is %v", picture.Bounds())
	}
	for name, at := range map[string]image.Point{"edge": {5, 300}, "last bar": {1118, 400}} {
		if got := picture.RGBAAt(at.X, at.Y); got != (color.RGBA{0xf2, 0x95, 0x52, 255}) {
			t.Errorf("the %s is %v", name, got)
		}
	}
	for name, box := range map[string]image.Rectangle{
		"kicker": image.Rect(70, 60, 600, 95), "address": image.Rect(950, 60, 1130, 95), "figure": cardFigure, "words": cardWords,
		"first label": image.Rect(700, 515, 800, 560), "last label": image.Rect(1030, 515, 1130, 560), "site": image.Rect(70, 570, 300, 600), "trend": cardTrend,
	} {
		if n := inked(picture, box); n < 300 {
			t.Errorf("%s: %d dots", name, n)
		}
	}
	for name, box := range map[string]image.Rectangle{"right": image.Rect(1140, 0, 1200, 630), "top": image.Rect(20, 0, 1200, 50), "bottom": image.Rect(20, 605, 1200, 630), "between": image.Rect(620, 110, 640, 550)} {
		if n := inked(picture, box); n > 0 {
			t.Errorf("%d dots %s of everything", n, name)
		}
	}
}

// TestCardKeepsItsMargins: whatever is written, nothing leaves its place.
func TestCardKeepsItsMargins(t *testing.T) {
	long := strings.Repeat("Word after word after word goes on; ", 30)
	for name, c := range map[string]chart.Card{
		"all long":  {Site: long, Kicker: long, Address: strings.Repeat("example.org/", 20), Value: "1,234,567,890,123", Words: long, Trend: courseOf(t, 24)},
		"unbroken":  {Site: strings.Repeat("x", 300), Kicker: strings.Repeat("x", 300), Value: strings.Repeat("8", 60), Words: strings.Repeat("x", 900), Trend: courseOf(t, 2)},
		"no figure": {Words: long},
		"nothing":   {},
		"rows":      {Value: "7 of 9", Words: long, Trend: quarter(t)},
		"sentence":  {Value: "+182% (from 84 to 237), which is a lot", Words: long, Trend: courseOf(t, 3)},
	} {
		picture := card(t, c)
		for edge, box := range map[string]image.Rectangle{"right": image.Rect(1140, 0, 1200, 630), "top": image.Rect(20, 0, 1200, 50), "bottom": image.Rect(20, 607, 1200, 630)} {
			if n := inked(picture, box); n > 0 {
				t.Errorf("%s: %d dots %s of everything", name, n, edge)
			}
		}
		if c.Trend != nil {
			if n := inked(picture, image.Rect(622, 110, 642, 550)); n > 0 {
				t.Errorf("%s: %d dots between words and trend", name, n)
			}
		}
	}
}

// TestCardOfEveryType: what has rows is shown as bars; what has no simple form leaves its place to the words.
func TestCardOfEveryType(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	for _, e := range examples(t) {
		picture := card(t, chart.Card{Value: "7", Words: "seven", Trend: e.spec})
		simple := e.spec.Type != chart.Stacked && e.spec.Type != chart.Multiples && (e.spec.Type != chart.Map || e.spec.Map.Style != chart.Locator) && len(e.spec.Rows) > 1
		if n := inked(picture, cardTrend); (n > 2000) != simple {
			t.Errorf("%s: %d dots of a trend", e.name, n)
		}
	}
	if n := inked(card(t, chart.Card{Value: "7", Words: "seven", Trend: courseOf(t, 1)}), cardTrend); n > 0 {
		t.Error("one value is drawn as a trend")
	}
}

// TestCardOfHugeData ends soon and stays a picture.
func TestCardOfHugeData(t *testing.T) {
	s := courseOf(t, 100_000)
	s.Series[0].Points[50_000] = chart.Point{Missing: true}
	if n := inked(card(t, chart.Card{Value: "7", Trend: s}), cardTrend); n < 20_000 {
		t.Errorf("%d dots", n)
	}
	falls := simple(t, chart.Line, -5, 3, -1e15, 1e15)
	if n := inked(card(t, chart.Card{Trend: falls}), cardTrend); n < 20_000 {
		t.Errorf("%d dots of values below zero", n)
	}
}

// TestCardAccent: an accent too dark for the card is made lighter, one that is light enough stays.
func TestCardAccent(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	for _, c := range []struct {
		accent string
		same   bool
	}{{"#f29552", true}, {"#1F5FA8", false}, {"#000000", false}, {"#7a1f1f", false}, {"#ffffff", true}, {"#0000ff", false}} {
		picture := card(t, chart.Card{Accent: c.accent})
		hex := func(x, y int) string {
			got := picture.RGBAAt(x, y)
			return fmt.Sprintf("#%02x%02x%02x", got.R, got.G, got.B)
		}
		edge := hex(5, 300)
		if ratio := contrast(t, edge, hex(600, 20)); ratio < 4.5 {
			t.Errorf("%s becomes %s with %.2f:1", c.accent, edge, ratio)
		}
		if same := strings.EqualFold(edge, c.accent); same != c.same {
			t.Errorf("%s becomes %s", c.accent, edge)
		}
	}
}

func TestWhatCannotBeACard(t *testing.T) {
	for _, c := range []struct {
		card chart.Card
		want string
	}{
		{chart.Card{Words: "Sofia 索 and 🙂"}, `"索" (U+7D22), "🙂" (U+1F642)`},
		{chart.Card{Site: "☃"}, "☃"},
		{chart.Card{Accent: "orange"}, `"orange" is no colour like #1f5fa8`},
		{chart.Card{Trend: simple(t, chart.Line)}, "there is nothing to draw"},
	} {
		if _, err := chart.CardPNG(&c.card); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.card, err)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	c := &chart.Card{Site: "Balkans Quarterly", Kicker: "First quarter of 2023", Address: "example.org", Value: "+64%", Words: "Arrivals rose in seven of nine countries of the region", Trend: courseOf(b, 24)}
	b.ReportAllocs()
	var size int
	for b.Loop() {
		png, err := chart.CardPNG(c)
		if err != nil {
			b.Fatal(err)
		}
		size = len(png)
	}
	b.ReportMetric(float64(size)/1000, "kB")
}
