package pdf

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"bulletin/internal/mediatype"
)

// Files gives the bytes of a file of the site by its path, as
// "reports/2023-q1/print/index.html"; fs.ErrNotExist where there is none. It may
// be called by several at once.
type Files func(path string) ([]byte, error)

// server serves the files of a site on this machine alone.
type server struct {
	origin string // "http://127.0.0.1:34521"
	base   string // path that the site lies under: "/" or "/repo/"
	files  Files
	faults *faults
	http   *http.Server
}

// serve begins to serve at a free port.
func serve(ctx context.Context, base string, files Files, f *faults) (*server, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for the browser: %w", err)
	}
	if plain, err := url.PathUnescape(base); err == nil {
		base = plain // as paths of requests are
	}
	s := &server{origin: "http://" + listener.Addr().String(), base: base, files: files, faults: f}
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			f.add("the files could not be served: %v", err)
		}
	}()
	return s, nil
}

// close ends the server and its connections.
func (s *server) close() error { return s.http.Close() }

// ServeHTTP answers with a file of the site. One that is asked for and is not
// there is a fault: it would be a hole on the page.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, below := strings.CutPrefix(r.URL.Path, s.base)
	switch {
	case "http://"+r.Host != s.origin, r.Method != http.MethodGet:
		http.Error(w, "not for you", http.StatusForbidden)
		return
	case r.URL.Path == "/favicon.ico": // browsers ask for it, whether it is linked or not
		http.NotFound(w, r)
		return
	case !below:
		s.faults.add("the page asks for %s, which lies outside of the site", r.URL.Path)
		http.NotFound(w, r)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	src, err := s.files(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.faults.add("the page asks for %s, which the site does not have", name)
		http.NotFound(w, r)
		return
	case err != nil:
		s.faults.add("%s could not be served: %v", name, err)
		http.Error(w, "it could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", mediatype.Of(name))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(src) // a browser that went away is noticed elsewhere
}
