package serve

import (
	"context"
	_ "embed"
	"io/fs"
	"net"
	"net/http"
	"strings"
	"time"
)

// What is sent beside the site. Nothing of it is inline in a page, so that a
// strict Content-Security-Policy of an author's own lets it stand.
var (
	//go:embed reload.js
	reloadScript []byte
	//go:embed overlay.css
	overlayStyle []byte
	//go:embed waiting.css
	waitingStyle []byte
	//go:embed waiting.html
	waitingPage []byte
)

const (
	scriptPath = "/.bulletin/reload.js"
	eventsPath = "/.bulletin/events"
	own        = "/.bulletin/"
)

// maker makes a site: [build.Live].
type maker interface {
	File(ctx context.Context, name string) ([]byte, bool)
	BasePath(ctx context.Context) string
}

// handler answers for the site as a static host does, and for the script that
// keeps its pages up to date.
type handler struct {
	files  fs.FS // what is published
	live   maker
	board  *board
	looked looked
	done   <-chan struct{} // closed when the server is to end
}

// ServeHTTP answers one request.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache") // it may be kept, and is asked for again
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
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
		answer{status: http.StatusOK, name: "reload.js", src: reloadScript}.send(w, r)
	case own + "overlay.css":
		answer{status: http.StatusOK, name: "overlay.css", src: overlayStyle}.send(w, r)
	case own + "waiting.css":
		answer{status: http.StatusOK, name: "waiting.css", src: waitingStyle}.send(w, r)
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

// How long who asks for a file may wait for it to be made. Before there is a site,
// a page that tells how far it is takes its place.
const (
	waitFirst = time.Second
	waitFile  = 20 * time.Second
)

// page sends a file of the site, which may have to be made before.
func (h *handler) page(w http.ResponseWriter, r *http.Request) {
	now := h.board.state()
	wait := waitFile
	if !now.site {
		wait = waitFirst
	}
	ctx, cancel := context.WithTimeout(r.Context(), wait)
	defer cancel()
	found := h.find(ctx, r.URL.Path)
	now = h.board.state()
	if p := found.picture; p != nil {
		switch err := p.wait(r.Context()); {
		case err != nil:
			http.Error(w, "not drawn in time", http.StatusServiceUnavailable)
			return
		case p.fault != "":
			http.Error(w, p.fault, http.StatusInternalServerError)
			return
		}
		found.src = p.src
	}
	found.live(now).send(w, r)
}
