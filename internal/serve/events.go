package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

// mostFiles is how many files a page may ask to be told of.
const mostFiles = 500

// waitMarks is how long a page waits to be told of its own files while they are being
// made. It is told of them when they are.
const waitMarks = 100 * time.Millisecond

// marks are the marks of files as they are now.
func (h *handler) marks(ctx context.Context, files []string, now state) fileMarks {
	ctx, cancel := context.WithTimeout(ctx, waitMarks)
	defer cancel()
	all := fileMarks{}
	for _, address := range files {
		found, _ := h.look(ctx, address, now)
		all[address] = found.mark()
	}
	return all
}

// names are files by their paths below the output folder.
func (h *handler) names(ctx context.Context, files []string) []string {
	ctx, cancel := context.WithTimeout(ctx, waitMarks)
	defer cancel()
	base := h.base(ctx, h.board.state())
	var names []string
	for _, address := range files {
		name, ok := strings.CutPrefix(address, base)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if ok && fs.ValidPath(name) {
			names = append(names, name)
		}
	}
	return names
}

// events sends the state, and each that follows it, with the marks of the files
// that the page names. A server that is started again is found within a second.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	files := r.URL.Query()["file"]
	files = files[:min(len(files), mostFiles)]
	defer h.looked.add(h.names(r.Context(), files))()
	out := http.NewResponseController(w)
	if _, err := fmt.Fprint(w, "retry: 1000\n\n"); err != nil {
		return
	}
	for {
		now, changed := h.board.watch()
		now.Files = h.marks(r.Context(), files, now)
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
