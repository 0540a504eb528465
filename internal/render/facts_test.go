package render

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/site"
)

// factsOf reads a page back that lies at a route of a site under /repo/.
func factsOf(route, html string) *site.Facts {
	base, _ := url.Parse("https://example.org/repo/")
	kind := site.Standing
	if route == "/404.html" {
		kind = site.NotFound
	}
	s, p := &site.Site{Base: base}, &site.Page{Route: route, Kind: kind}
	d := newDrawing(s, p, &Templates{}, nil)
	d.readBack([]byte(html))
	return d.facts
}

func TestReadBack(t *testing.T) {
	const inside, load = "links to ", "loads "
	for _, c := range []struct{ html, want string }{
		{`<a href="../about/#who">`, inside + "/about/ who"},
		{`<a href="../about/?q=1#who">`, inside + "/about/ who"},
		{`<A HREF='../a%20b/'>`, inside + "/a b/"},
		{`<a href=" ../about/ ">`, inside + "/about/"},
		{`<a href="index.html">`, inside + "/data/"},
		{`<a href=".">`, inside + "/data/"},
		{`<a href="..">`, inside + "/"},
		{`<a href="./..">`, inside + "/"},
		{`<a href="">`, inside + "/data/"},
		{`<a href="#x">`, inside + "/data/ x"},
		{`<a href="#x:~:text=y">`, inside + "/data/ x"},
		{`<a href="/repo/about/">`, inside + "/about/"},
		{`<a href="/repo">`, inside + "/"},
		{`<a href="/about/">`, "leads out of the site, which lies under /repo/"},
		{`<a href="../../other/">`, "leads out of the site, which lies under /repo/"},
		{`<a href="https://EXAMPLE.org/repo/about/">`, inside + "/about/"},
		{`<a href="//example.org/repo/about/">`, inside + "/about/"},
		{`<a href="https://example.org/other/">`, ""},
		{`<a href="https://example.com/repo/">`, ""},
		{`<a href="mailto:a@example.org">`, ""},
		{`<a href="mailto:?subject=x">`, "names nobody"},
		{`<a href="tel:">`, "names nobody"},
		{`<a href="tel:+381 11">`, ""},
		{`<a href="50%/">`, inside + "/data/50%/"},
		{`<area href="x/">`, inside + "/data/x/"},
		{`<link rel="canonical" href="https://example.org/repo/data/">`, inside + "/data/"},
		{`<link rel="stylesheet" href="../assets/site.css?v=1">`, load + "/assets/site.css"},
		{`<link rel="shortcut icon" href="i.png">`, load + "/data/i.png"},
		{`<img alt="" src="x.png">`, load + "/data/x.png"},
		{`<img alt="" src="x.png" srcset="x.png 1x, y.png 2x,z.png">`, load + "/data/x.png; " + load + "/data/y.png; " + load + "/data/z.png"},
		{`<source srcset="w.png">`, load + "/data/w.png"},
		{`<img alt="" src="data:image/png;base64,AAAA" srcset="data:image/png;base64,AAAA 2x">`, ""},
		{`<video src="v.mp4" poster="p.png">`, load + "/data/v.mp4; " + load + "/data/p.png"},
		{`<object data="o.pdf">`, load + "/data/o.pdf"},
		{`<data value="3" data="x">`, ""},
		{`<svg><use href="#i"/><image xlink:href="m.png"/></svg>`, load + "/data/ i; " + load + "/data/m.png"},
		{`<form action="find/"><button formaction="go/">`, inside + "/data/find/; " + inside + "/data/go/"},
		{`<blockquote cite="../q/">`, inside + "/q/"},
		{`<meta http-equiv="Refresh" content="0; URL='../there/'">`, inside + "/there/"},
		{`<meta property="og:url" content="https://example.org/repo/x/">`, inside + "/x/"},
		{`<meta property="og:image" content="https://example.org/repo/x.png">`, load + "/x.png"},
		{`<meta name="description" content="https://example.org/repo/x.png">`, ""},
		{`<pre><code>&lt;a href="x/"&gt;</code></pre><!-- <a href="y/"> --><textarea><a href="z/"></textarea>`, ""},
		{`<a href="x/">one</a><a href="x/">two</a>`, inside + "/data/x/"},
	} {
		var got []string
		for _, l := range factsOf("/data/", c.html).Links {
			kind := inside
			if l.Loads {
				kind = load
			}
			if l.Fault != "" {
				got = append(got, l.Fault)
				continue
			}
			got = append(got, strings.TrimSpace(kind+l.Target.Route+" "+l.Target.Fragment))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: got %q, want %q", c.html, text, c.want)
		}
	}
}

func TestReadBackNotFound(t *testing.T) {
	f := factsOf("/404.html", `<a href="about/"><a href="/repo/about/"><a href="#x">`)
	if len(f.Links) != 3 || f.Links[0].Fault == "" || f.Links[1].Target.Route != "/about/" || f.Links[2].Target.Fragment != "x" {
		t.Errorf("got %+v", f.Links)
	}
}

func TestReadBackNames(t *testing.T) {
	f := factsOf("/", `<p id="a"><p id=b><p id="a"><i aria-labelledby="a c" aria-describedby="b"><label for="d"><td headers="a"><g clip-path="url(#e)"><img src="x.png"><img src="y.png" alt=""><img src="z.png" alt><area>`)
	var names []string
	for _, n := range f.Names {
		names = append(names, n.Attribute+" "+n.ID)
	}
	if want := []string{"aria-labelledby c", "for d", "clip-path e"}; !slices.Equal(names, want) {
		t.Errorf("names: got %q", names)
	}
	if !f.IDs["a"] || !f.IDs["b"] || len(f.IDs) != 2 || !slices.Equal(f.Twice, []string{"a"}) {
		t.Errorf("ids: got %v, twice %v", f.IDs, f.Twice)
	}
	if len(f.Images) != 1 || f.Images[0].Src != "{{.Root}}x.png" || f.Images[0].Alt {
		t.Errorf("images: got %+v", f.Images)
	}
}

// bigPage is like the page of an indicator with 2,000 observations.
func bigPage() []byte {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, `<tr id="serbia-%d" class="depth-0"><th scope="row">Serbia</th><td class="period">First quarter</td><td class="num"><data value="%d">%d</data></td><td class="source"><a href="../../sources/#source-%d">Office, 2023</a></td></tr>`+"\n", i, i, i, i%9)
	}
	return []byte(b.String())
}

func BenchmarkReadBack(b *testing.B) {
	page := bigPage()
	base, _ := url.Parse("https://example.org/repo/")
	s, p := &site.Site{Base: base}, &site.Page{Route: "/data/arrivals/", Kind: site.Indicator}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		d := newDrawing(s, p, &Templates{}, nil)
		d.readBack(page)
		if len(d.facts.IDs) != 2000 {
			b.Fatal(len(d.facts.IDs))
		}
	}
}

func TestReadBackHeadings(t *testing.T) {
	for page, want := range map[string]string{
		`<h2>Menu</h2><h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>`: "",
		`<h1>A</h1><h3>C</h3><h5>E</h5><h1>F</h1>`:              "3 under 1; 5 under 3",
		`<h3>First</h3>`: "",
		`<h1>A</h1><pre>&lt;h5&gt;</pre><!-- <h6> -->`: "",
	} {
		var got []string
		for _, l := range factsOf("/data/", page).Levels {
			got = append(got, fmt.Sprintf("%d under %d", l.Level, l.Under))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}

func TestOrigin(t *testing.T) {
	own := []ownFile{{"templates/a.html", "<p>ä</p>\n<a href=\"{{.Root}}x/\"> <h4> <a href='/y/'>"}, {"templates/b.html", `<a href="../z/">`}}
	for _, c := range []struct{ written, want string }{
		{"{{.Root}}x/", "templates/a.html:2:10+11"},
		{"/y/", "templates/a.html:2:38+3"},
		{"{{.Root}}z/", "templates/b.html:1:10+5"},
		{"<h4", "templates/a.html:2:24+3"},
		{"{{.Root}}nowhere/", "templates/page.html+0"},
	} {
		pos, length := origin{own, "../", "page", "content/pages/a.md"}.find(c.written)
		if got := fmt.Sprintf("%s+%d", pos, length); got != c.want {
			t.Errorf("%s: got %s, want %s", c.written, got, c.want)
		}
	}
	if pos, _ := (origin{nil, "../", "page", "content/pages/a.md"}).find("x"); pos.String() != "content/pages/a.md" {
		t.Errorf("without a theme of its own: %s", pos)
	}
}
