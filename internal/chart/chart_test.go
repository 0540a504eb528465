package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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
		s.Title, s.Subtitle = hostile, hostile
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
	for _, e := range examples(t) {
		s := e.spec
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
	if got := attribute(es[0], "viewBox"); !strings.HasPrefix(got, "0 0 328 ") {
		t.Errorf("view box %q", got)
	}
	if got, want := attribute(es[0], "aria-labelledby"), attribute(es[1], "id")+" "+attribute(es[2], "id"); got != want || es[1].Name.Local != "title" || es[2].Name.Local != "desc" {
		t.Errorf("labelled by %q, want %q", got, want)
	}
	if !strings.HasPrefix(attribute(es[1], "id"), "serbia-1n-") {
		t.Error("an id without its prefix")
	}
	if !strings.Contains(string(b), ">Arrivals</title>") || !strings.Contains(string(b), ">The highest is Row 2 (2), the lowest Row 1 (1).</desc>") {
		t.Errorf("words missing in %s", b)
	}
	s.Subtitle = "New arrivals, first quarter of 2023"
	if svg := draw(t, s, chart.Wide); !strings.Contains(svg, ">New arrivals, first quarter of 2023. The highest is Row 2 (2)") {
		t.Error("the description does not begin with the subtitle")
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

func TestSameBytesFromManyWorkers(t *testing.T) {
	specs := examples(t)
	want := make([]string, len(specs))
	for i, e := range specs {
		want[i] = draw(t, e.spec, chart.Wide)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, e := range specs {
				b, err := chart.SVG(e.spec, chart.Wide, "c1")
				if err != nil || !bytes.Equal(b, []byte(want[i])) {
					t.Errorf("%s: another picture (%v)", e.name, err)
				}
			}
		})
	}
	wait.Wait()
}
