package serve_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnswers(t *testing.T) {
	s := start(t, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, "secret.txt"), []byte("secret"), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	port := s.host()[strings.LastIndex(s.host(), ":"):]
	for _, c := range []struct {
		path, host string
		status     int
		kind, to   string
		holds      string
	}{
		{"/small/", "", 200, "text/html; charset=utf-8", "", "<h1"},
		{"/small/reports/2023-q1/serbia/", "", 200, "text/html; charset=utf-8", "", "16,216"},
		{"/small/index.html", "", 200, "text/html; charset=utf-8", "", "<h1"},
		{"/small/about", "", 302, "", "/small/about/", ""},
		{"/small/about?a=b", "", 302, "", "/small/about/?a=b", ""},
		{"/", "", 302, "", "/small/", ""},
		{"/small", "", 302, "", "/small/", ""},
		{"/small/robots.txt", "", 200, "text/plain; charset=utf-8", "", ""},
		{"/small/sitemap.xml", "", 200, "application/xml", "", "https://example.org/small/about/"},
		{"/small/nothing/", "", 404, "text/html; charset=utf-8", "", "/.bulletin/reload.js"},
		{"/elsewhere", "", 404, "text/html; charset=utf-8", "", ""},
		{"/.bulletin/reload.js", "", 200, "text/javascript; charset=utf-8", "", "EventSource"},
		{"/small/.bulletin/manifest.json", "", 404, "", "", ""},
		{"/small/../secret.txt", "", 404, "", "", ""},
		{"/small/%2e%2e/%2e%2e/secret.txt", "", 404, "", "", ""},
		{"/small/..%2f..%2fsecret.txt", "", 404, "", "", ""},
		{"/small/about/..%5c..%5csecret.txt", "", 404, "", "", ""},
		{"/small//evil.example/", "", 404, "", "", ""},
		{"/small/%00", "", 404, "", "", ""},
		{"/small/", "localhost" + port, 200, "", "", ""},
		{"/small/", "[::1]" + port, 200, "", "", ""},
		{"/small/", "127.0.0.2", 200, "", "", ""},
		{"/small/", "evil.example" + port, 403, "", "", ""},
		{"/.bulletin/events", "evil.example" + port, 403, "", "", ""},
		{"/small/", "localhost.evil.example", 403, "", "", ""},
	} {
		response, body := s.get(s.host()+c.path, c.host)
		if response.StatusCode != c.status {
			t.Errorf("%s %s: status %d, want %d", c.path, c.host, response.StatusCode, c.status)
		}
		if kind := response.Header.Get("Content-Type"); c.kind != "" && kind != c.kind {
			t.Errorf("%s: type %s, want %s", c.path, kind, c.kind)
		}
		if to := response.Header.Get("Location"); to != c.to {
			t.Errorf("%s: location %q, want %q", c.path, to, c.to)
		}
		if !strings.Contains(body, c.holds) || strings.Contains(body, "secret") {
			t.Errorf("%s: body\n%s", c.path, body)
		}
	}
	response, err := http.Post(s.url, "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", response.StatusCode)
	}
}
