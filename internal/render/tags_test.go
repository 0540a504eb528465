package render

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bulletin/internal/site"
)

// tagsOf are the start tags of a page, and whether the tokenizer had to help.
func tagsOf(page string, tokenizer bool) (all []string, helped bool) {
	var t tags
	if t.read(page); tokenizer {
		t.untidy()
	}
	for t.next() {
		all = append(all, fmt.Sprintf("%s %q", t.name, t.attrs))
	}
	return all, t.rest != nil
}

// TestTidyTags holds that the way pages are written is read without the tokenizer.
func TestTidyTags(t *testing.T) {
	for page, tidy := range map[string]bool{
		`<!doctype html><html lang="en"><br><br/><img src="a" alt="" />`: true,
		`<svg viewBox="0 0 1 1" hidden><path d='M0 0"'/></svg>a < b<c>d`: true,
		`<p id="a&amp;b&lt;&gt;&#34;&quot;&#39;&#43;" hidden class="x">`: true,
		`<title>a &amp; b</title><script type="x">{"a": 1}</script><p>`:  true,
		`<style>p{}</style><textarea></textarea><p id="x" id="y">`:       true,
		"<!-- a - b -- c --><!----><p\n\tid=\"x\"\n>":                    true,
		`<a href=x>`:                 false,
		`<A>`:                        false,
		`<a.b>`:                      false,
		`<aB>`:                       false,
		`<p hidden = "x">`:           false,
		`<p hidden /id="x">`:         false,
		`<p id="a&eacute;">`:         false,
		`<p id="a&amp">`:             false,
		`</p id="x"><p>`:             false,
		`</>`:                        false,
		`<?x?><p>`:                   false,
		`<!x><p>`:                    false,
		`<!--> --><p>`:               false,
		`<!---><p>-->`:               false,
		`<p id="x`:                   false,
		`<p id`:                      false,
		`<p`:                         false,
		`<title><p></title>`:         false,
		`<script>"<!--"<p></script>`: false,
		`<noscript><p></noscript>`:   false,
		"<p id=\"a\rb\">":            false,
		"<p id=\"a\x00b\">":          false,
	} {
		got, helped := tagsOf(page, false)
		want, _ := tagsOf(page, true)
		if fmt.Sprint(got) != fmt.Sprint(want) || helped == tidy {
			t.Errorf("%s\ngot  %s\nwant %s\nwith the tokenizer: %v", page, got, want, helped)
		}
	}
}

// FuzzTags holds the tags of any page to those of the tokenizer.
func FuzzTags(f *testing.F) {
	for _, page := range []string{
		`<!doctype html><p id="a" hidden>x</p><!-- c --><title>x</title><script>1</script><a href="x&amp;y">`,
		`<p id='a'b="c"/><br/></p ><x-y:z a_b=""><!----!-->`, `<p a/b="c" d/ e>`, `<plaintext><p>`, "<p\x00 a\r=b>", `<p a="&#39;&gt">`,
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		got, _ := tagsOf(page, false)
		if want, _ := tagsOf(page, true); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q\ngot  %s\nwant %s", page, got, want)
		}
	})
}

// TestTagsOfGoldenPages reads the pages that the theme makes, which must be tidy.
func TestTagsOfGoldenPages(t *testing.T) {
	var pages []string
	err := filepath.WalkDir("testdata/sites", func(name string, entry fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") && !strings.Contains(name, "/templates/") {
			pages = append(pages, name)
		}
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages: %v", len(pages), err)
	}
	for _, name := range pages {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, helped := tagsOf(string(src), false)
		if want, _ := tagsOf(string(src), true); helped || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %d tags, with the tokenizer: %v, which finds %d", name, len(got), helped, len(want))
		}
	}
}

// FuzzReach holds where addresses lead to what the site says.
func FuzzReach(f *testing.F) {
	for _, address := range []string{
		"../../about/#who", "../../", "../..", "../../../x", "../../.x/", "../../a//b", "../../a/./b", "../../index.html", "../../a/index.html", "../../aindex.html", "../../a.svg#",
		"../../a%20b/", "#x", "", "x/", "/repo/a/", "https://example.org/repo/a/", "https://example.org/", "https://example.com/%zz", "http://example.com", "https://example.org:80/", "https://EXAMPLE.org/repo/",
		"mailto:a@b", "../../a:b/", "../../a#b#c", "../../a?b", "../../a.css?v=1f", "../../a.css?v=%41#x", "../../a.css?v=1?v=2", "../../#:~:text=x",
	} {
		f.Add(address)
	}
	base, _ := url.Parse("https://example.org/repo/")
	f.Fuzz(func(t *testing.T, address string) {
		address = strings.TrimSpace(address)
		for _, s := range []*site.Site{{Base: base}, {}} {
			for _, p := range []*site.Page{{Route: "/data/arrivals/"}, {Route: "/"}, {Route: "/404.html", Kind: site.NotFound}} {
				d := newDrawing(s, p, &Templates{}, nil)
				got, reach := d.reach(address)
				if want, wanted := s.Locate(p, address); got != want || reach != wanted {
					t.Errorf("%q on %s: got %+v %d, want %+v %d", address, p.Route, got, reach, want, wanted)
				}
			}
		}
	})
}
