package main

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostileAlias is the strangest address that the i-th article may once have had: what is
// stranger is refused.
func hostileAlias(i int) string {
	forms := []string{
		"/old/+1+1,(x)/", "/-rf/", "/~user/", "/Šid-Ђурђевдан/", "/Ελλάδα.html/", "/漢字/", "/e\u0301/", "/con/", "/" + strings.Repeat("deep/", 40),
		"/" + strings.Repeat("ж", 100) + "/", "/news.html/", "/index/x/", "/javascript/", "/a..b/", "/İıßẞ/", "/search/+1/", "/reports/latest-",
	}
	return forms[i%len(forms)] + strconv.Itoa(i) + []string{"/", "", ".html", "/index.html"}[i%4]
}

// leadsOn tells whether an alias leads on to a page, by its refresh, its link and its
// canonical address, and is in no sitemap.
func leadsOn(t *testing.T, public, alias, to string) {
	t.Helper()
	path := strings.TrimPrefix(alias, "/")
	if !strings.HasSuffix(path, ".html") {
		path = strings.TrimSuffix(path, "/") + "/index.html"
	}
	at := url.URL{Scheme: "https", Host: "example.org", Path: "/some/where/" + path}
	root := readPage(t, public, path)
	var found []string
	for node := range root.Descendants() {
		if slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == "rel" && a.Val == "icon" }) {
			continue
		}
		for _, a := range node.Attr {
			address, is := a.Val, a.Key == "href"
			if a.Key == "content" && strings.Contains(a.Val, "url=") {
				_, address, _ = strings.Cut(a.Val, "url=")
				is = true
			}
			if !is {
				continue
			}
			u, err := at.Parse(address)
			if err != nil {
				t.Errorf("%s: %v", alias, err)
				continue
			}
			found = append(found, u.String())
		}
	}
	want := "https://example.org/some/where/" + to
	if !slices.Equal(found, []string{want, want, want}) {
		t.Errorf("%s leads to %q, want %s", alias, found, want)
	}
	if strings.Contains(string(readFile(t, public, "sitemap.xml")), strings.TrimSuffix(at.String(), "index.html")+"<") {
		t.Errorf("%s is in the sitemap", alias)
	}
}
