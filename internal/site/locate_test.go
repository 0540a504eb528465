package site_test

import (
	"net/url"
	"strings"
	"testing"

	"bulletin/internal/site"
)

// FuzzLocate: whatever stands in an attribute, an address on the site is one
// from its root, as a browser reckons it.
func FuzzLocate(f *testing.F) {
	for _, address := range []string{"", "#a", "../b/?c#d", "/repo/e/", "/repo", "//example.org/repo/f", "https://example.org/repo/../g", "mailto:h", "%zz/i", "./../..", "a:b", "http:j", "?k", `\\l`} {
		f.Add(address)
	}
	base, err := url.Parse("https://example.org/repo/")
	if err != nil {
		f.Fatal(err)
	}
	s, from := &site.Site{Base: base}, &site.Page{Route: "/data/arrivals/"}
	full := base.JoinPath("data", "arrivals/")
	f.Fuzz(func(t *testing.T, address string) {
		target, reach := s.Locate(from, address)
		if (reach == site.Inside) != strings.HasPrefix(target.Route, "/") {
			t.Fatalf("%q: %v, %q", address, reach, target.Route)
		}
		u, err := url.Parse(address)
		if err != nil || reach != site.Inside || u.Opaque != "" || strings.Contains(u.Path, "//") || strings.HasSuffix(u.Path, "index.html") {
			return
		}
		want := full.ResolveReference(u)
		if got := "/repo" + target.Route; got != want.Path && got != want.Path+"/" {
			t.Errorf("%q: got %q, a browser goes to %q", address, got, want.Path)
		}
	})
}
