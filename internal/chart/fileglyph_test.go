package chart_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/typeface"
)

// TestOutlinePaths reads the path of every glyph as SVG 2 (9.3, Path data) says, and finds the contours of the typeface.
func TestOutlinePaths(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	mirrored := 0
	for w := typeface.Regular; w <= typeface.Bold; w++ {
		for id := range typeface.Count() {
			path := chart.OutlinePath(typeface.ID(id), w)
			mirrored += strings.Count(path, "t")
			got, want := contours(t, path), typeface.Outline(typeface.ID(id), w)
			for i := range want {
				if c := &want[i]; len(c.Segments) > 0 && !c.Segments[len(c.Segments)-1].Curved {
					c.Segments = c.Segments[:len(c.Segments)-1] // Z draws it
				}
			}
			if !slices.EqualFunc(got, want, func(a, b typeface.Contour) bool {
				return a.From == b.From && slices.Equal(a.Segments, b.Segments)
			}) {
				t.Fatalf("glyph %d in weight %d is %.200s", id, w, path)
			}
		}
	}
	if mirrored < 1000 {
		t.Errorf("%d control points are left out", mirrored)
	}
}

var pathToken = regexp.MustCompile(`[MlhvqtZ]|-?(\d+(\.\d+)?|\.\d+)`)

// contours reads a path.
func contours(t *testing.T, path string) (all []typeface.Contour) {
	t.Helper()
	tokens := pathToken.FindAllString(path, -1)
	if strings.ReplaceAll(path, " ", "") != strings.Join(tokens, "") {
		t.Fatalf("not understood: %.200s", path)
	}
	next := func() float32 {
		v, err := strconv.ParseFloat(tokens[0], 32)
		if err != nil {
			t.Fatal(err)
		}
		tokens = tokens[1:]
		return float32(v)
	}
	var at, control typeface.Point
	for command := byte('Z'); len(tokens) > 0; {
		before := command
		if c := tokens[0][0]; strings.IndexByte("MlhvqtZ", c) >= 0 {
			command, tokens = c, tokens[1:]
		}
		step := func() typeface.Point {
			x := next()
			return typeface.Point{X: at.X + x, Y: at.Y - next()}
		}
		s := typeface.Segment{}
		switch command {
		case 'Z':
			continue
		case 'M':
			at = typeface.Point{X: next(), Y: -next()}
			all = append(all, typeface.Contour{From: at})
			continue
		case 'l':
			s.To = step()
		case 'h':
			s.To = typeface.Point{X: at.X + next(), Y: at.Y}
		case 'v':
			s.To = typeface.Point{X: at.X, Y: at.Y - next()}
		case 'q':
			s = typeface.Segment{Control: step(), To: step(), Curved: true}
		case 't':
			if before != 'q' && before != 't' {
				t.Fatalf("nothing to mirror in %.200s", path)
			}
			s = typeface.Segment{Control: typeface.Point{X: 2*at.X - control.X, Y: 2*at.Y - control.Y}, To: step(), Curved: true}
		}
		if !s.Curved {
			s.Control = s.To
		}
		at, control = s.To, s.Control
		last := &all[len(all)-1]
		last.Segments = append(last.Segments, s)
	}
	return all
}
