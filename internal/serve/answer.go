package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"bulletin/internal/mediatype"
)

// answer is what is at an address of the site.
type answer struct {
	status  int
	name    string   // of the file
	src     []byte   // its bytes
	to      string   // where a redirection leads
	picture *picture // one that is drawn when it is asked for; its bytes are not here yet
}

// find finds what is at an address, as a static host does. It waits for a file that is
// about to be made, until ctx is done.
func (h *handler) find(ctx context.Context, address string) answer {
	for {
		now, changed := h.board.watch()
		found, ok := h.look(ctx, address, now)
		if ok || now.site || now.Making == nil {
			return found
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return found
		}
	}
}

// look finds what is at an address now; false where that is the page for addresses
// that are not there.
func (h *handler) look(ctx context.Context, address string, now state) (found answer, ok bool) {
	base := h.base(ctx, now)
	name, inside := strings.CutPrefix(address, base)
	switch {
	case base == "":
		return h.missing(now), false
	case inside:
	case strings.HasPrefix(base, strings.TrimSuffix(address, "/")+"/"):
		return answer{status: http.StatusFound, to: base}, true
	default:
		return h.missing(now), false
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.Contains(name, "\\") || hidden(name) {
		return h.missing(now), false
	}
	if src, ok := h.live.File(ctx, name); ok {
		return answer{status: http.StatusOK, name: name, src: src}, true
	}
	if src, err := fs.ReadFile(h.files, name); err == nil {
		return answer{status: http.StatusOK, name: name, src: src}, true
	}
	if p := now.pictures.at(name); p != nil {
		return answer{status: http.StatusOK, name: name, picture: p}, true
	}
	if h.isFolder(ctx, name) {
		return answer{status: http.StatusFound, to: address + "/"}, true
	}
	return h.missing(now), false
}

// base is the path that the site is made for; empty while nobody knows.
func (h *handler) base(ctx context.Context, now state) string {
	if now.site {
		return now.base
	}
	return h.live.BasePath(ctx)
}

// isFolder tells whether the site has, or is about to have, a folder of that name.
func (h *handler) isFolder(ctx context.Context, name string) bool {
	if info, err := fs.Stat(h.files, name); err == nil {
		return info.IsDir()
	}
	_, ok := h.live.File(ctx, name+"/index.html")
	return ok
}

// missing is the site's own page for an address that is not there; before there
// is a site, a page that waits for one.
func (h *handler) missing(now state) answer {
	if !now.site {
		return answer{status: http.StatusServiceUnavailable, name: "index.html", src: waitingPage}
	}
	src, err := fs.ReadFile(h.files, "404.html")
	if err != nil {
		return answer{status: http.StatusNotFound, name: "404.txt", src: []byte("not found\n")}
	}
	return answer{status: http.StatusNotFound, name: "404.html", src: src}
}

// versions are the versions of stylesheets in a page. They tell a browser that has
// kept a stylesheet of another one; open pages are told of stylesheets by themselves.
var versions = regexp.MustCompile(`(<link rel="stylesheet" href="[^"?]*)\?v=[0-9a-f]+"`)

// mark differs for answers that differ. It is the same in every run, so that a page
// that did not change stays where it is, and for pages that differ in the versions
// of their stylesheets alone. A picture that may have to be drawn has none.
func (a answer) mark() string {
	if a.picture != nil {
		return ""
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%d %s\n", a.status, a.to)
	if path.Ext(a.name) == ".html" {
		sum.Write(versions.ReplaceAll(a.src, []byte(`$1"`)))
	} else {
		sum.Write(a.src)
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

// live adds the script to a page.
func (a answer) live(now state) answer {
	if path.Ext(a.name) != ".html" {
		return a
	}
	tag := fmt.Appendf(nil, `<script src="%s" data-build="%s" data-page="%s" defer></script>`, scriptPath, html.EscapeString(now.Build), a.mark())
	at := bytes.LastIndex(a.src, []byte("</body>"))
	if at < 0 {
		at = len(a.src)
	}
	a.src = bytes.Join([][]byte{a.src[:at], tag, a.src[at:]}, nil)
	return a
}

// hidden tells whether a path leads through a name that begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// send sends the answer: parts of it where a request asks for parts, and nothing
// where the reader has it.
func (a answer) send(w http.ResponseWriter, r *http.Request) {
	if a.to != "" {
		u := url.URL{Path: a.to, RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", u.String())
		w.WriteHeader(a.status)
		return
	}
	w.Header().Set("Content-Type", mediatype.Of(a.name))
	if a.status == http.StatusOK {
		w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(a.src)))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.src))
		return
	}
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.src) // a reader that went away
	}
}
