package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"bulletin/internal/mediatype"
)

//go:embed reload.js
var reloadScript string

const (
	scriptPath = "/.bulletin/reload.js"
	eventsPath = "/.bulletin/events"
)

// handler answers for the site as a static host does, and for the script that
// keeps its pages up to date.
type handler struct {
	files fs.FS
	board *board
	done  <-chan struct{} // closed when the server is to end
}

// ServeHTTP answers one request.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if !ownName(r.Host) {
		http.Error(w, "this server answers for localhost only", http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are answered", http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case scriptPath:
		send(w, r, "reload.js", http.StatusOK, []byte(reloadScript))
	case eventsPath:
		h.events(w, r)
	default:
		h.page(w, r)
	}
}

// ownName tells whether the host that a request names is this machine. A name
// of another site that leads here is refused (DNS rebinding).
func ownName(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return loopback(strings.Trim(host, "[]"))
}

// page sends a file of the site.
func (h *handler) page(w http.ResponseWriter, r *http.Request) {
	now := h.board.state()
	name, ok := strings.CutPrefix(r.URL.Path, now.base)
	if !ok {
		if strings.HasPrefix(now.base, strings.TrimSuffix(r.URL.Path, "/")+"/") {
			redirect(w, now.base, r.URL.RawQuery)
			return
		}
		h.missing(w, r, now)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.Contains(name, "\\") || hidden(name) {
		h.missing(w, r, now)
		return
	}
	info, err := fs.Stat(h.files, name)
	if err == nil && info.IsDir() {
		redirect(w, r.URL.Path+"/", r.URL.RawQuery)
		return
	}
	src, err := fs.ReadFile(h.files, name)
	if err != nil {
		if p := now.pictures.at(name); p != nil {
			h.picture(w, r, name, p)
			return
		}
		h.missing(w, r, now)
		return
	}
	send(w, r, name, http.StatusOK, h.live(name, src, now))
}

// picture sends a picture, drawn for the first who asks.
func (h *handler) picture(w http.ResponseWriter, r *http.Request, name string, p *picture) {
	switch err := p.wait(r.Context()); {
	case err != nil:
		http.Error(w, "not drawn in time", http.StatusServiceUnavailable)
	case p.fault != "":
		http.Error(w, p.fault, http.StatusInternalServerError)
	default:
		send(w, r, name, http.StatusOK, p.src)
	}
}

// missing sends the site's own page for an address that is not there; before
// there is a site, a page that waits for one.
func (h *handler) missing(w http.ResponseWriter, r *http.Request, now state) {
	if !now.site {
		const waiting = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>No site yet</title><body><p>The site is shown here as soon as it can be built.</p></body></html>\n"
		send(w, r, "index.html", http.StatusServiceUnavailable, h.live("index.html", []byte(waiting), now))
		return
	}
	src, err := fs.ReadFile(h.files, "404.html")
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	send(w, r, "404.html", http.StatusNotFound, h.live("404.html", src, now))
}

// live adds the script to a page.
func (h *handler) live(name string, src []byte, now state) []byte {
	if path.Ext(name) != ".html" {
		return src
	}
	tag := fmt.Appendf(nil, `<script src="%s" data-build="%s" defer></script>`, scriptPath, html.EscapeString(now.Build))
	at := bytes.LastIndex(src, []byte("</body>"))
	if at < 0 {
		at = len(src)
	}
	return bytes.Join([][]byte{src[:at], tag, src[at:]}, nil)
}

// hidden tells whether a path leads through a name that begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

func redirect(w http.ResponseWriter, to, query string) {
	u := url.URL{Path: to, RawQuery: query}
	w.Header().Set("Location", u.String())
	w.WriteHeader(http.StatusFound)
}

// send sends bytes, and parts of them where a request asks for parts.
func send(w http.ResponseWriter, r *http.Request, name string, status int, src []byte) {
	w.Header().Set("Content-Type", mediatype.Of(name))
	if status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(src))
		return
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(src) // a reader that went away
	}
}

// events sends the state, and each that follows it.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		now, changed := h.board.watch()
		message, err := json.Marshal(now)
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "event: state\ndata: %s\n\n", message); err != nil {
			return
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		case <-h.done:
			return
		}
	}
}
