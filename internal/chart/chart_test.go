package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/locale"
)

func english(t testing.TB) *locale.Locale {
	t.Helper()
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// simple is a chart of one series with the rows "Row 1", "Row 2".
func simple(t testing.TB, kind chart.Type, values ...float64) *chart.Spec {
	t.Helper()
	s := &chart.Spec{Type: kind, Title: "Arrivals", Locale: english(t), Series: []chart.Series{{Name: "2023"}}}
	for i, v := range values {
		s.Rows = append(s.Rows, chart.Row{Label: fmt.Sprint("Row ", i+1)})
		s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: v})
	}
	return s
}

func draw(t testing.TB, s *chart.Spec, w chart.Width) string {
	t.Helper()
	b, err := chart.SVG(s, w, "c1")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// parsed walks an SVG and fails where it is not well-formed or a number in it is not finite.
func parsed(t testing.TB, svg string) []xml.StartElement {
	t.Helper()
	var out []xml.StartElement
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "x", "y", "cx", "cy", "r", "d", "viewBox":
				if strings.ContainsAny(a.Value, "NaIif") {
					t.Fatalf("%s=%q is not finite", a.Name.Local, a.Value)
				}
			}
		}
		out = append(out, e.Copy())
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestTextIsEscaped(t *testing.T) {
	const hostile = "</svg><script>alert('1')</script>&\"\x00\x0b\ufffe\xff"
	for _, kind := range []chart.Type{chart.Change, chart.Bar, chart.Line} {
		s := simple(t, kind, 1, 2, 3)
		s.Title, s.Subtitle, s.Description = hostile, hostile, hostile
		s.Rows[1] = chart.Row{Label: hostile, Short: hostile, Tick: hostile, Note: hostile}
		s.Series[0].Name = hostile
		s.Series[0].Points[1].Label = hostile
		s.Series[0].Points[2] = chart.Point{Missing: true, MissingText: hostile}
		if kind != chart.Change {
			s.Series = append(s.Series, s.Series[0])
		}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, s, w)
			for _, e := range parsed(t, svg) {
				if e.Name.Local == "script" {
					t.Errorf("type %d: a script in %s", kind, svg)
				}
			}
			if strings.Count(svg, "</svg>") != 1 {
				t.Errorf("type %d: the picture ends more than once", kind)
			}
		}
	}
}

func TestNoStyleButClasses(t *testing.T) {
	allowed := map[string]bool{"class": true, "d": true, "x": true, "y": true, "cx": true, "cy": true, "r": true, "id": true, "viewBox": true, "role": true, "aria-labelledby": true, "xmlns": true}
	for _, s := range examples(t) {
		for _, e := range parsed(t, draw(t, s, chart.Wide)) {
			if e.Name.Local == "style" {
				t.Errorf("%s: a style element", s.Title)
			}
			for _, a := range e.Attr {
				if !allowed[a.Name.Local] {
					t.Errorf("%s: attribute %s on %s", s.Title, a.Name.Local, e.Name.Local)
				}
			}
		}
	}
}

func TestRoleTitleAndDescription(t *testing.T) {
	s := simple(t, chart.Bar, 1, 2)
	b, err := chart.SVG(s, chart.Narrow, "serbia-1n")
	if err != nil {
		t.Fatal(err)
	}
	es := parsed(t, string(b))
	if got := attribute(es[0], "role"); got != "img" {
		t.Errorf("role %q", got)
	}
	if got := attribute(es[0], "viewBox"); !strings.HasPrefix(got, "0 0 358 ") {
		t.Errorf("view box %q", got)
	}
	if got, want := attribute(es[0], "aria-labelledby"), attribute(es[1], "id")+" "+attribute(es[2], "id"); got != want || es[1].Name.Local != "title" || es[2].Name.Local != "desc" {
		t.Errorf("labelled by %q, want %q", got, want)
	}
	if !strings.HasPrefix(attribute(es[1], "id"), "serbia-1n-") {
		t.Error("an id without its prefix")
	}
	if !strings.Contains(string(b), ">Arrivals</title>") || !strings.Contains(string(b), ">Highest Row 2 (2), lowest Row 1 (1).</desc>") {
		t.Errorf("words missing in %s", b)
	}
	for _, prefix := range []string{"", "1a", "a b", `a"`, "-a"} {
		if _, err := chart.SVG(s, chart.Wide, prefix); err == nil {
			t.Errorf("prefix %q taken", prefix)
		}
	}
	if _, err := chart.SVG(s, 500, "c"); err == nil {
		t.Error("a width of 500 taken")
	}
}

func TestValidate(t *testing.T) {
	series := func(n, points int) (out []chart.Series) {
		for i := range n {
			out = append(out, chart.Series{Name: fmt.Sprint(i), Points: make([]chart.Point, points)})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		change func(*chart.Spec)
		want   string
	}{
		{"NaN", func(s *chart.Spec) { s.Series[0].Points[1].Value = math.NaN() }, `the value of "Row 2" in the series "2023" is not a number`},
		{"Inf", func(s *chart.Spec) { s.Series[0].Points[0].Value = math.Inf(-1) }, `the value of "Row 1" in the series "2023" is not a number`},
		{"huge", func(s *chart.Spec) { s.Series[0].Points[0].Value = 1e300 }, `the value of "Row 1" in the series "2023" is too large to draw`},
		{"no rows", func(s *chart.Spec) { s.Rows, s.Series[0].Points = nil, nil }, "there is nothing to draw: the chart has no rows"},
		{"no series", func(s *chart.Spec) { s.Series = nil }, "there is nothing to draw: the chart has no series"},
		{"all missing", func(s *chart.Spec) {
			s.Series[0].Points = []chart.Point{{Missing: true}, {Missing: true, Value: math.NaN()}}
		}, "there is nothing to draw: every value is missing"},
		{"ragged", func(s *chart.Spec) { s.Series[0].Points = s.Series[0].Points[:1] }, `the series "2023" has 1 values for 2 rows`},
		{"title", func(s *chart.Spec) { s.Title = "" }, "a chart needs a title"},
		{"language", func(s *chart.Spec) { s.Locale = nil }, "the chart has no language"},
		{"two changes", func(s *chart.Spec) { s.Type, s.Series = chart.Change, series(2, 2) }, "a change chart shows one series, not 2"},
		{"five bars", func(s *chart.Spec) { s.Series = series(5, 2) }, "5 bars for each row are too many to compare: 4 at most"},
		{"thirteen lines", func(s *chart.Spec) { s.Type, s.Series = chart.Line, series(13, 2) }, "13 lines are too many to tell apart: 12 at most"},
		{"type", func(s *chart.Spec) { s.Type = 9 }, "there is no such type of chart"},
		{"order", func(s *chart.Spec) { s.Type, s.Rows[0].X, s.Rows[1].X = chart.Line, 2, 1 }, `the rows of a line must be in order: "Row 2" does not come after "Row 1"`},
		{"position", func(s *chart.Spec) { s.Type, s.Rows[0].X = chart.Line, math.NaN() }, `the position of "Row 1" is not a number`},
	} {
		s := simple(t, chart.Bar, 1, 2)
		c.change(s)
		if got := strings.Join(s.Validate(), "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if _, err := chart.SVG(s, chart.Wide, "c"); err == nil {
			t.Errorf("%s: drawn", c.name)
		}
		if got := chart.Alternative(s); got != "" {
			t.Errorf("%s: said %q", c.name, got)
		}
		chart.Table(s)
	}
	if wrong := simple(t, chart.Line, 1).Validate(); len(wrong) > 0 {
		t.Errorf("one point refused: %v", wrong)
	}
}

var moves = regexp.MustCompile(`[MHVLZ][^MHVLZ]*`)

// outline is the box around every piece of a path.
func outline(t testing.TB, d string) (boxes [][4]float64) {
	t.Helper()
	var x, y float64
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%q in %q", s, d)
		}
		return v
	}
	for _, m := range moves.FindAllString(d, -1) {
		a, b, _ := strings.Cut(m[1:], " ")
		switch m[0] {
		case 'M', 'L':
			x, y = number(a), number(b)
		case 'H':
			x = number(a)
		case 'V':
			y = number(a)
		}
		if m[0] == 'M' {
			boxes = append(boxes, [4]float64{x, y, x, y})
		}
		box := &boxes[len(boxes)-1]
		*box = [4]float64{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
	}
	return boxes
}

// bars are the boxes of the filled marks of a class.
func bars(t testing.TB, svg, class string) [][4]float64 {
	t.Helper()
	for _, e := range parsed(t, svg) {
		if e.Name.Local == "path" && attribute(e, "class") == class+" ch-fill" {
			return outline(t, attribute(e, "d"))
		}
	}
	return nil
}

func TestBarsStartAtZero(t *testing.T) {
	boxes := bars(t, draw(t, simple(t, chart.Bar, 100, 101, 50), chart.Wide), "ch-s1")
	if len(boxes) != 3 {
		t.Fatalf("%d bars", len(boxes))
	}
	length := func(i int) float64 { return boxes[i][2] - boxes[i][0] }
	if boxes[0][0] != boxes[1][0] || boxes[0][0] != boxes[2][0] {
		t.Errorf("bars start at %v, %v, %v", boxes[0][0], boxes[1][0], boxes[2][0])
	}
	if r := length(0) / length(2); math.Abs(r-2) > 0.01 {
		t.Errorf("100 is drawn %v times as long as 50", r)
	}
}

func TestNegativeBars(t *testing.T) {
	boxes := bars(t, draw(t, simple(t, chart.Bar, -12, 24), chart.Wide), "ch-s1")
	if boxes[0][2] != boxes[1][0] {
		t.Errorf("-12 ends at %v, 24 starts at %v", boxes[0][2], boxes[1][0])
	}
	if r := (boxes[1][2] - boxes[1][0]) / (boxes[0][2] - boxes[0][0]); math.Abs(r-2) > 0.01 {
		t.Errorf("24 is drawn %v times as long as -12", r)
	}
}

func TestOutlierIsCut(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, quarter(t), w)
		up, down := bars(t, svg, "ch-up"), bars(t, svg, "ch-down")
		if len(down) != 2 {
			t.Fatalf("%d bars fall", len(down))
		}
		if long := down[1][2] - down[1][0]; long < float64(w)/20 {
			t.Errorf("width %d: the bar of −57%% is %v px long", w, long)
		}
		if len(up) != 2*3+4 { // two cut into three pieces, four whole, one estimated and so apart
			t.Errorf("width %d: %d pieces rise", w, len(up))
		}
		if !strings.Contains(svg, ">79 to 868</text>") || !strings.Contains(svg, ">+999%</text>") || !strings.Contains(svg, "bar cut short") {
			t.Errorf("width %d: the words of the cut bar are missing", w)
		}
		if !strings.Contains(svg, ">no figure</text>") {
			t.Errorf("width %d: the missing value is not shown", w)
		}
		if !strings.Contains(svg, ">+32%\u00a0e</text>") || !strings.Contains(svg, "ch-hatch") {
			t.Errorf("width %d: the estimate is not shown as one", w)
		}
	}
	if svg := draw(t, simple(t, chart.Change, 100, 60, 30, 20, -10), chart.Wide); strings.Contains(svg, "bar cut short") {
		t.Error("100 is cut beside 60")
	}
}

func TestLabelsWrapWhole(t *testing.T) {
	s := simple(t, chart.Bar, 5, 7)
	s.Rows[0].Label = "Bosnia and Herzegovina"
	s.Rows[1].Label = strings.Repeat("Aufenthaltsbewilligung", 9)
	svg := draw(t, s, chart.Narrow)
	if !strings.Contains(svg, ">Bosnia and</text>") || !strings.Contains(svg, ">Herzegovina</text>") {
		t.Error("the label of Bosnia and Herzegovina does not wrap")
	}
	if got := strings.Count(strings.Join(texts(svg), ""), "ligung"); got != 9 {
		t.Errorf("%d of 9 parts of a long word are left", got)
	}
}

var textElement = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)

func texts(svg string) (out []string) {
	for _, m := range textElement.FindAllStringSubmatch(svg, -1) {
		out = append(out, m[1])
	}
	return out
}

func TestOddData(t *testing.T) {
	for _, c := range []struct {
		name string
		spec *chart.Spec
		want []string // texts that must be there
	}{
		{"flat line", simple(t, chart.Line, 5, 5, 5), []string{"0", "5"}},
		{"one point", simple(t, chart.Line, 5), []string{"0", "5", "Row 1"}},
		{"zero line", simple(t, chart.Line, 0, 0), []string{"0", "1"}},
		{"line below zero", simple(t, chart.Line, -5, 3), []string{"−6", "0", "4"}},
		{"one bar", simple(t, chart.Bar, 5), []string{"0", "5"}},
		{"zero bars", simple(t, chart.Bar, 0, 0), []string{"0", "1"}},
		{"equal bars", simple(t, chart.Bar, 7, 7, 7), []string{"0", "2", "4", "6", "7"}},
		{"tiny values", simple(t, chart.Bar, 1e-9, 0), []string{"0", "1"}},
		{"decimals", simple(t, chart.Bar, 0.1, 0.35), []string{"0", "0.1", "0.3", "0.35"}},
		{"no change", simple(t, chart.Change, 0, 0), []string{"0%"}},
		{"one fall", simple(t, chart.Change, -40), []string{"−40%", "0%"}},
	} {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, c.spec, w)
			parsed(t, svg)
			all := texts(svg)
			for _, want := range c.want {
				found := false
				for _, got := range all {
					found = found || got == want
				}
				if !found {
					t.Errorf("%s: no %q among %q", c.name, want, all)
				}
			}
		}
	}
}

func TestGapsBreakTheLine(t *testing.T) {
	s := simple(t, chart.Line, 1, 2, 3, 4, 5, 6)
	s.Series[0].Points[2].Missing = true
	s.Series[0].Points[4].Missing = true
	svg := draw(t, s, chart.Wide)
	if strings.Count(lines(t, svg)[0], "M") != 1 {
		t.Errorf("one run of two values is drawn as %q", lines(t, svg)[0])
	}
	if got := strings.Count(svg, "<circle"); got != 3 { // two that stand alone, and the end
		t.Errorf("%d dots", got)
	}
	s = simple(t, chart.Line, 1, 2, 3, 4)
	s.Series[0].Points[3].Estimated = true
	svg = draw(t, s, chart.Wide)
	if !strings.Contains(svg, `"ch-s1 ch-est ch-stroke"`) || !strings.Contains(svg, ">4\u00a0e</text>") {
		t.Error("the estimate is not shown as one")
	}
}

// lines are the paths of the group of lines.
func lines(t testing.TB, svg string) (out []string) {
	t.Helper()
	_, rest, _ := strings.Cut(svg, `<g class="ch-lines">`)
	group, _, _ := strings.Cut(rest, "</g>")
	for _, e := range parsed(t, "<g>"+group+"</g>") {
		if e.Name.Local == "path" {
			out = append(out, attribute(e, "d"))
		}
	}
	return out
}

func TestEndLabelsDoNotOverlap(t *testing.T) {
	s := simple(t, chart.Line, 5, 5)
	one := s.Series[0]
	s.Series = nil
	for i := range 12 {
		one.Name = fmt.Sprint("Country number ", i)
		s.Series = append(s.Series, one)
	}
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		_, rest, _ := strings.Cut(draw(t, s, w), `<g class="ch-ends">`)
		last := math.Inf(-1)
		for _, e := range parsed(t, "<g>"+strings.TrimSuffix(rest, "</svg>")) {
			if e.Name.Local != "text" {
				continue
			}
			y, err := strconv.ParseFloat(attribute(e, "y"), 64)
			if err != nil || y-last < 13 {
				t.Errorf("width %d: a label at %v below one at %v", w, y, last)
			}
			last = y
		}
	}
}

func TestSameBytesFromManyWorkers(t *testing.T) {
	specs := examples(t)
	want := make([]string, len(specs))
	for i, s := range specs {
		want[i] = draw(t, s, chart.Wide)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, s := range specs {
				b, err := chart.SVG(s, chart.Wide, "c1")
				if err != nil || !bytes.Equal(b, []byte(want[i])) {
					t.Errorf("%s: another picture (%v)", s.Title, err)
				}
			}
		})
	}
	wait.Wait()
}
