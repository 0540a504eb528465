package pdf

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"strings"
	"testing"
)

// inMemory are files of a site by their paths.
func inMemory(files map[string]string) Files {
	return func(path string) ([]byte, error) {
		switch src, ok := files[path]; {
		case ok:
			return []byte(src), nil
		case strings.HasPrefix(path, "broken"):
			return nil, errors.New("it is broken")
		}
		return nil, fs.ErrNotExist
	}
}

// TestServer asks for files as a browser does, and as somebody else might.
func TestServer(t *testing.T) {
	const svg = "<svg/>"
	for _, c := range []struct {
		name, path, host string
		method           string
		code             int
		kind, body       string
		fault            string
	}{
		{name: "a page", path: "/my%20site/a/", code: 200, kind: "text/html; charset=utf-8", body: "page"},
		{name: "a file", path: "/my%20site/uploads/a%C3%A9.svg?v=1", code: 200, kind: "image/svg+xml", body: svg},
		{name: "a typeface", path: "/my%20site/Inter.WOFF2", code: 200, kind: "font/woff2", body: "x"},
		{name: "another kind", path: "/my%20site/x.bin", code: 200, kind: "application/octet-stream", body: "x"},
		{name: "the icon that all ask for", path: "/favicon.ico", code: 404},
		{name: "a file that is missing", path: "/my%20site/b.png", code: 404, fault: "the page asks for b.png, which the site does not have"},
		{name: "a page that is missing", path: "/my%20site/b/", code: 404, fault: "the page asks for b/index.html, which the site does not have"},
		{name: "outside of the site", path: "/b.png", code: 404, fault: "the page asks for /b.png, which lies outside of the site"},
		{name: "a file that cannot be made", path: "/my%20site/broken.svg", code: 500, fault: "broken.svg could not be served: it is broken"},
		{name: "another name of this machine", path: "/my%20site/a/", host: "evil.example", code: 403},
		{name: "something to be changed", path: "/my%20site/a/", method: http.MethodPost, code: 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			var found faults
			s, err := serve(t.Context(), "/my%20site/", inMemory(map[string]string{"a/index.html": "page", "uploads/aé.svg": svg, "Inter.WOFF2": "x", "x.bin": "x"}), &found)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(s.origin, "http://127.0.0.1:") {
				t.Errorf("it listens at %s", s.origin)
			}
			request, err := http.NewRequestWithContext(t.Context(), c.method, s.origin+c.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Host = c.host
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(answer.Body.Close(), s.close()); err != nil {
				t.Fatal(err)
			}
			if answer.StatusCode != c.code || c.code == 200 && (string(body) != c.body || answer.Header.Get("Content-Type") != c.kind) {
				t.Errorf("got %d, %s, %q", answer.StatusCode, answer.Header.Get("Content-Type"), body)
			}
			switch err := found.err(); {
			case c.fault == "" && err != nil, c.fault != "" && (err == nil || err.Error() != c.fault):
				t.Errorf("got the fault %v, want %q", err, c.fault)
			}
		})
	}
}

func TestFaultsDoNotDependOnTheirOrder(t *testing.T) {
	var f, g faults
	for _, what := range []string{"b", "a", "b"} {
		f.add("%s", what)
	}
	for _, what := range []string{"a", "b"} {
		g.add("%s", what)
	}
	if f.err().Error() != "a; b" || g.err().Error() != "a; b" || (&faults{}).err() != nil {
		t.Errorf("got %q and %q", f.err(), g.err())
	}
}
