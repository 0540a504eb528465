package content_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

func TestRegion(t *testing.T) {
	src, err := os.ReadFile("testdata/lowlands.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		src  []byte
	}{
		{"as it is", src},
		{"CRLF", bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n"))},
		{"byte-order mark", append([]byte("\ufeff"), src...)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := content.Parse("content/pages/regions/the-lowlands.md", c.src)
			if len(ps) > 0 {
				t.Fatalf("problems: %v", told(ps))
			}
			checkRegion(t, d)
			checkPositions(t, string(c.src), d, true)
		})
	}
}

func checkRegion(t *testing.T, d *content.Document) {
	if d.Kind != content.Region || d.Slug != "the-lowlands" || content.Plain(d.Title, nil) != "The Lowlands" || !d.Body.Empty() {
		t.Errorf("got %v, %q, %q", d.Kind, d.Slug, content.Plain(d.Title, nil))
	}
	r := d.Region
	if r.Map.Value != "/uploads/the-lowlands.png" || r.MapAlt != nil || len(r.Subregions) != 2 || r.Subregions[1].Pos.Line != 41 {
		t.Errorf("map %v, subregions %v", r.Map, r.Subregions)
	}
	n := r.News
	if n.VisibleCount != 2 || len(n.Updates) != 2 || n.Updates[0].Pinned || !n.Updates[1].Pinned ||
		n.Updates[0].Date.String() != "2022-03-04" || n.Updates[1].Date.String() != "2022-03-01" {
		t.Errorf("news: %+v", n)
	}
	if got := content.Plain(n.Updates[0].Title, nil); got != "Ferry “Aurora” - Service Resumes" {
		t.Errorf("title: %q", got)
	}
	if got := content.Plain(n.Updates[1].Content, func(e *content.Expression) string { return "<" + e.Source + ">" }); got !=
		"The office counted <arrivals> travellers, in Eastmark, Westmark, and some 40 of them stayed." {
		t.Errorf("content: %q", got)
	}
	l := r.Links
	if len(l.Links) != 1 || l.Links[0].Label.Value != "Harbour Office - Timetable" || l.Links[0].Description != nil || l.Links[0].URL.Pos.Col != 12 {
		t.Errorf("links: %+v", l)
	}
	var links []string
	for _, l := range append(r.Overview.Links, r.GovernmentResponse.Links...) {
		links = append(links, l.Destination+" "+l.Pos.String())
	}
	want := []string{
		"https://harbour.example.org/travellers content/pages/regions/the-lowlands.md:31:3",
		"https://harbour.example.org/passing content/pages/regions/the-lowlands.md:32:7",
		"https://eastmark.example.org/2021/09/count_a.pdf content/pages/regions/the-lowlands.md:36:40",
	}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Error(diff)
	}
	if e := r.GovernmentResponse.Expressions[0]; e.Source != "detentions | change" ||
		e.Pos != (diag.Pos{File: d.File, Line: 37, Col: 64}) {
		t.Errorf("figure %q at %v", e.Source, e.Pos)
	}
	if got := len(d.Texts()); got != 10 { // name, overview, response, news title, 2 × 2, links title, body
		t.Errorf("texts: got %d, want 10", got)
	}
}
