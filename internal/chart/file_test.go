package chart_test

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"bulletin/internal/chart"
)

// sheetOf is a chart as it is published, with a foot.
func sheetOf(s *chart.Spec) *chart.Sheet {
	return &chart.Sheet{Spec: s, Foot: []string{"Sources: UNHCR; Ministria e Punëve të Brendshme", " ", "example.org/reports/2023-q1"}}
}

func file(t testing.TB, s *chart.Spec) string {
	t.Helper()
	b, err := chart.File(sheetOf(s))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestFileStandsAlone: colours, widths and letters are in the file, and nothing is outside of it.
func TestFileStandsAlone(t *testing.T) {
	attributes := map[string][]string{
		"svg":    {"xmlns", "xlink", "width", "height", "viewBox", "stroke", "role", "aria-label"},
		"title":  {},
		"desc":   {},
		"defs":   {},
		"g":      {"transform", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin", "stroke-linecap"},
		"use":    {"href", "x", "y"},
		"path":   {"id", "d", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "shape-rendering"},
		"circle": {"cx", "cy", "r", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"},
	}
	paint := regexp.MustCompile(`^(none|#[0-9a-f]{6})$`)
	for _, e := range examples(t) {
		svg := file(t, e.spec)
		ids, used := map[string]bool{}, map[string]bool{}
		for _, el := range parsed(t, svg) {
			allowed, ok := attributes[el.Name.Local]
			if !ok {
				t.Errorf("%s: an element %s", e.name, el.Name.Local)
			}
			for _, a := range el.Attr {
				name := a.Name.Local
				if !slices.Contains(allowed, name) {
					t.Errorf("%s: %s has an attribute %s", e.name, el.Name.Local, name)
				}
				switch name {
				case "id":
					ids[a.Value] = true
				case "href":
					used[strings.TrimPrefix(a.Value, "#")] = true
				case "fill", "stroke":
					if !paint.MatchString(a.Value) {
						t.Errorf("%s: %s is %q", e.name, name, a.Value)
					}
				}
			}
		}
		for id := range used {
			if !ids[id] {
				t.Errorf("%s: nothing is called %q", e.name, id)
			}
		}
		if len(used) != len(ids) || len(ids) < 10 {
			t.Errorf("%s: %d outlines, %d of them used", e.name, len(ids), len(used))
		}
		if len(svg) > 150_000 && e.spec.Type != chart.Map {
			t.Errorf("%s: %d bytes", e.name, len(svg))
		}
	}
}

func TestFileSaysWhatItShows(t *testing.T) {
	s := quarter(t)
	s.Title, s.Subtitle = `Seven <of> "nine" & more`, "Change in per cent"
	es := parsed(t, file(t, s))
	if es[0].Name.Local != "svg" || attribute(es[0], "role") != "img" || attribute(es[0], "aria-label") != s.Title {
		t.Errorf("the picture is %v", es[0])
	}
	svg := file(t, s)
	for _, want := range []string{
		"<title>Seven &lt;of&gt; &#34;nine&#34; &amp; more</title>", "<desc>Change in per cent. ", "Sources: UNHCR; Ministria e Punëve të Brendshme. example.org/reports/2023-q1</desc>",
		`</defs><path fill="#ffffff" d="M0 0H784V`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %.900s", want, svg)
		}
	}
}

// TestFileGrowsWithItsWords: a long title and a long foot are wrapped, and the picture is higher for them.
func TestFileGrowsWithItsWords(t *testing.T) {
	height := func(title string, foot ...string) string {
		s := quarter(t)
		s.Title = title
		b, err := chart.File(&chart.Sheet{Spec: s, Foot: foot})
		if err != nil {
			t.Fatal(err)
		}
		return attribute(parsed(t, string(b))[0], "height")
	}
	long := strings.Repeat("a long word after a short one ", 7)
	plain, titled, footed := height("Short"), height(long), height("Short", long, long)
	if plain == titled || plain == footed || strings.Contains(plain+titled+footed, ".") {
		t.Errorf("heights %s, %s and %s", plain, titled, footed)
	}
}

func TestWhatCannotBeAPicture(t *testing.T) {
	draw := map[string]func(*chart.Sheet) ([]byte, error){"File": chart.File, "PNG": chart.PNG}
	for name, picture := range draw {
		s := quarter(t)
		s.Rows[2].Label = "科索沃 and 🙂"
		_, err := picture(sheetOf(s))
		if err == nil || !strings.Contains(err.Error(), `"科" (U+79D1), "索" (U+7D22), "沃" (U+6C83), "🙂" (U+1F642)`) {
			t.Errorf("%s of characters that Inter does not have: %v", name, err)
		}
		foot := quarter(t)
		if _, err := picture(&chart.Sheet{Spec: foot, Foot: []string{"☃"}}); err == nil || !strings.Contains(err.Error(), "☃") {
			t.Errorf("%s of a foot: %v", name, err)
		}
		if _, err := picture(&chart.Sheet{}); err == nil {
			t.Errorf("%s of nothing", name)
		}
		for _, wrong := range []*chart.Spec{simple(t, chart.Bar, math.NaN()), simple(t, chart.Line, 1, math.Inf(1)), simple(t, chart.Change)} {
			if _, err := picture(sheetOf(wrong)); err == nil || !strings.Contains(err.Error(), strings.Join(wrong.Validate(), "; ")) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestFileOfHostileText: what nobody should write is text all the same.
func TestFileOfHostileText(t *testing.T) {
	s := simple(t, chart.Bar, 1, 2)
	s.Title = "</svg><script>alert('1')</script>"
	s.Rows[0].Label, s.Subtitle = s.Title, s.Title+"\x00\x0b"
	svg := file(t, s)
	for _, e := range parsed(t, svg) {
		if e.Name.Local == "script" {
			t.Error("a script")
		}
	}
	if strings.Count(svg, "</svg>") != 1 {
		t.Error("the picture ends more than once")
	}
}

func TestPicturesAreTheSameFromManyWorkers(t *testing.T) {
	specs := []*chart.Spec{quarter(t), several(t), parts(t, 5, 4, 3)}
	draw := []func(*chart.Spec) ([]byte, error){
		func(s *chart.Spec) ([]byte, error) { return chart.File(sheetOf(s)) },
		func(s *chart.Spec) ([]byte, error) { return chart.PNG(sheetOf(s)) },
		func(s *chart.Spec) ([]byte, error) {
			return chart.CardPNG(&chart.Card{Value: "7", Words: "of nine", Trend: s})
		},
	}
	for _, picture := range draw {
		want := make([][]byte, len(specs))
		for i, s := range specs {
			var err error
			if want[i], err = picture(s); err != nil {
				t.Fatal(err)
			}
		}
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() {
				for i, s := range specs {
					if got, err := picture(s); err != nil || !bytes.Equal(got, want[i]) {
						t.Errorf("%s: another picture (%v)", s.Title, err)
					}
				}
			})
		}
		wait.Wait()
	}
}

// TestGoldenFiles compares two files with those in testdata/files; see TestGolden.
func TestGoldenFiles(t *testing.T) {
	for name, s := range map[string]*chart.Spec{"change": quarter(t), "line-four": several(t)} {
		compareGolden(t, "files/"+name+".svg", strings.ReplaceAll(file(t, s), "><", ">\n<"))
	}
}

func BenchmarkFile(b *testing.B) {
	for _, e := range examples(b) {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := chart.File(sheetOf(e.spec)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(file(b, e.spec)))/1000, "kB")
		})
	}
}

// TestTitlesAreBalanced: the last line of a title is no single word.
func TestTitlesAreBalanced(t *testing.T) {
	s := quarter(t)
	s.Title = "Croatia registered 7,884 intentions, Bosnia and Herzegovina 42 applications"
	es := parsed(t, file(t, s))
	var lines []int
	for _, e := range es {
		switch {
		case e.Name.Local == "g" && strings.Contains(attribute(e, "transform"), "scale(.009765625)"): // 20 px
			lines = append(lines, 0)
		case e.Name.Local == "g":
			if len(lines) == 2 {
				if lines[1] < lines[0]*2/3 {
					t.Errorf("lines of %v letters", lines)
				}
				return
			}
		case e.Name.Local == "use" && len(lines) > 0:
			lines[len(lines)-1]++
		}
	}
	t.Errorf("a title of lines of %v letters", lines)
}
