package serve_test

import (
	"io"
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
		{"/.bulletin/overlay.css", "", 200, "text/css; charset=utf-8", "", "dialog"},
		{"/.bulletin/waiting.css", "", 200, "text/css; charset=utf-8", "", "progress"},
		{"/.bulletin/other", "", 404, "text/html; charset=utf-8", "", ""},
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

// TestParts: a reader gets what it asks for: the head alone, a part, or nothing when
// it has the bytes; and no page of another site gets anything.
func TestParts(t *testing.T) {
	s := start(t, nil)
	ask := func(method, path string, headers ...string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, s.host()+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(headers); i += 2 {
			request.Header.Set(headers[i], headers[i+1])
		}
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = response.Body.Close() }()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response, string(body)
	}
	const robots = "/small/robots.txt"
	whole, text := ask(http.MethodGet, robots)
	tag := whole.Header.Get("ETag")
	if whole.StatusCode != http.StatusOK || len(text) < 20 || len(tag) < 10 {
		t.Fatalf("%d, tag %s\n%s", whole.StatusCode, tag, text)
	}
	if r, body := ask(http.MethodHead, robots); r.StatusCode != http.StatusOK || body != "" || r.ContentLength != int64(len(text)) {
		t.Errorf("HEAD: %d, %d bytes", r.StatusCode, r.ContentLength)
	}
	if r, body := ask(http.MethodGet, robots, "Range", "bytes=3-8"); r.StatusCode != http.StatusPartialContent || body != text[3:9] {
		t.Errorf("a part: %d, %q", r.StatusCode, body)
	}
	if r, _ := ask(http.MethodGet, robots, "Range", "bytes=99999-"); r.StatusCode != http.StatusRequestedRangeNotSatisfiable {
		t.Errorf("a part beyond the end: %d", r.StatusCode)
	}
	if r, body := ask(http.MethodGet, robots, "If-None-Match", tag); r.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("what the reader has: %d, %q", r.StatusCode, body)
	}
	if r, body := ask(http.MethodHead, "/small/nothing/"); r.StatusCode != http.StatusNotFound || body != "" {
		t.Errorf("HEAD of nothing: %d, %q", r.StatusCode, body)
	}
	if r, _ := ask(http.MethodHead, "/.bulletin/events"); r.StatusCode != http.StatusOK {
		t.Errorf("HEAD of the events: %d", r.StatusCode)
	}
	for header, want := range map[string]string{
		"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Access-Control-Allow-Origin": "",
	} {
		if got := whole.Header.Get(header); got != want {
			t.Errorf("%s is %q", header, got)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodOptions} {
		if r, _ := ask(method, robots); r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, r.StatusCode)
		}
	}
}
