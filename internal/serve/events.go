package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// mostFiles is how many files a page may ask to be told of.
const mostFiles = 500

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
	out := http.NewResponseController(w)
	if _, err := fmt.Fprint(w, "retry: 1000\n\n"); err != nil {
		return
	}
	for {
		now, changed := h.board.watch()
		now.Files = fileMarks{}
		for _, address := range files {
			now.Files[address] = h.find(address, now).mark()
		}
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
