package render_test

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"bulletin/internal/render"
	"bulletin/templates"
)

// TestPictures draws every picture of the small site: each is a PNG of its size,
// the same every time, and stands where the pages would link it.
func TestPictures(t *testing.T) {
	s, _ := load(t, "testdata/sites/small", os.DirFS("testdata/theme"))
	var paths []string
	for _, p := range render.Pictures(s, s.Pages...) {
		paths = append(paths, p.Path)
		src, problems := p.Draw()
		fail(t, problems)
		again, _ := p.Draw()
		if !bytes.Equal(src, again) {
			t.Errorf("%s: other bytes the second time", p.Path)
		}
		size, err := png.DecodeConfig(bytes.NewReader(src))
		if err != nil {
			t.Fatalf("%s: %v", p.Path, err)
		}
		if strings.HasSuffix(p.Path, "/card.png") {
			if size.Width != 1200 || size.Height != 630 {
				t.Errorf("%s: %d × %d pixels", p.Path, size.Width, size.Height)
			}
		} else if size.Width < 1440 {
			t.Errorf("%s: %d pixels wide", p.Path, size.Width)
		}
	}
	want := "data/arrivals/arrivals-chart.png data/rate/rate-chart.png reports/2023-q1/change-headline.png reports/2023-q1/card.png reports/2023-q1/kosovo/card.png reports/2023-q1/serbia/card.png snapshots/2023-03/card.png"
	if got := strings.Join(paths, " "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestPagesNamePictures: a page links and names pictures that there are, with
// their sizes, and no others.
func TestPagesNamePictures(t *testing.T) {
	s, _ := load(t, "testdata/sites/small", os.DirFS("testdata/theme"))
	theme, problems := render.LoadTemplates(nil, templates.FS)
	fail(t, problems)
	images := render.Images{}
	outputs, problems := render.Plan(s, theme, os.DirFS("testdata/sites/small"), images)
	fail(t, problems)
	pages := func() map[string]string {
		all := map[string]string{}
		for _, o := range outputs {
			made, problems := o.Make()
			fail(t, problems)
			all[o.Path] = string(made.Bytes)
		}
		return all
	}
	for name, page := range pages() {
		if strings.Contains(page, "headline.png") || strings.Contains(page, "card.png") {
			t.Errorf("%s names a picture that nobody made", name)
		}
	}
	images["reports/2023-q1/change-headline.png"] = 61_001
	images["reports/2023-q1/serbia/card.png"] = 30_000
	images["reports/2023-q1/card.png"] = 0
	images["snapshots/2023-03/card.png"] = 30_000
	with := pages()
	const at = "https://example.org/repo/reports/2023-q1/"
	for _, c := range []struct{ page, want string }{
		{"reports/2023-q1/index.html", `<a href="change-headline.png" download="reports-2023-q1-change-headline.png">PNG<span class="unseen"> picture of “Arrivals rose by 56% in Serbia”</span> <span class="size">62` + "\u00a0" + `kB</span></a>`},
		{"reports/2023-q1/index.html", `<meta property="og:image" content="` + at + `card.png">`},
		{"reports/2023-q1/index.html", `<meta property="og:image:width" content="1200">`},
		{"reports/2023-q1/index.html", `<meta property="og:type" content="article">`},
		{"reports/2023-q1/serbia/index.html", `<meta property="og:image" content="` + at + `serbia/card.png">`},
		{"reports/2023-q1/serbia/index.html", `<meta property="og:image:alt" content="Serbia · January to March 2023. 16,216 people came in the first quarter of 2023: +56% from 10,373 in the first quarter of 2022.">`},
		{"reports/2023-q1/serbia/index.html", `<meta property="og:url" content="` + at + `serbia/">`},
		{"reports/2023-q1/serbia/index.html", `<meta name="twitter:card" content="summary_large_image">`},
		{"snapshots/2023-03/index.html", `<meta property="og:image" content="https://example.org/repo/snapshots/2023-03/card.png">`},
		{"index.html", `<meta property="og:image" content="` + at + `card.png">`},
	} {
		if !strings.Contains(with[c.page], c.want) {
			t.Errorf("%s lacks %s", c.page, c.want)
		}
	}
	for _, name := range []string{"reports/2023-q1/kosovo/index.html", "about/index.html"} {
		if strings.Contains(with[name], "og:image") {
			t.Errorf("%s has a card that is not there", name)
		}
	}
}
