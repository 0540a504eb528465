package site

import (
	"net/url"
	"strings"
	"testing"
)

// TestAbsolute holds addresses that are put together by hand to those that are joined.
func TestAbsolute(t *testing.T) {
	for _, base := range []string{"https://example.org/", "https://example.org:8080/a%20b/", "http://example.org/repo/sub/"} {
		u, err := url.Parse(base)
		if err != nil {
			t.Fatal(err)
		}
		s := &Site{Base: u}
		for _, route := range []string{"/about/", "/reports/2023-q1/serbia/", "/a_b", "/a//b/", "/a/../b/", "/404.html", "/ü/", "/a b/", "/%41/", "/a?b", "about/"} {
			if got, want := s.Absolute(route), u.JoinPath(strings.TrimPrefix(route, "/")).String(); got != want {
				t.Errorf("%s on %s: got %s, want %s", route, base, got, want)
			}
		}
	}
}
