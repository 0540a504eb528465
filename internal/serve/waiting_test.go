package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/publish"
)

// workshop is a site that is being made by hand.
type workshop struct {
	guard sync.Mutex
	base  string
	files map[string]string
}

func (w *workshop) set(base string, files map[string]string) {
	w.guard.Lock()
	defer w.guard.Unlock()
	w.base, w.files = base, files
}

func (w *workshop) File(_ context.Context, name string) ([]byte, bool) {
	w.guard.Lock()
	defer w.guard.Unlock()
	src, ok := w.files[name]
	return []byte(src), ok
}

func (w *workshop) BasePath(context.Context) string {
	w.guard.Lock()
	defer w.guard.Unlock()
	return w.base
}

// TestWaiting: while there is no site, every page says how far the first build has
// come, and is another one as soon as there is something to show.
func TestWaiting(t *testing.T) {
	t.Parallel()
	live := &workshop{}
	b := newBoard(time.Unix(0, 0), 1)
	done := make(chan struct{})
	h := &handler{files: fstest.MapFS{}, live: live, board: b, done: done}
	server := httptest.NewServer(h)
	defer server.Close()
	defer close(done)

	get := func(path string) (int, string) {
		t.Helper()
		answer := httptest.NewRecorder()
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond) // else for waitFirst
		defer cancel()
		request := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
		request.Host = "localhost"
		h.ServeHTTP(answer, request)
		return answer.Code, answer.Body.String()
	}
	for _, path := range []string{"/", "/small/", "/small/reports/2023-q1/", "/small/x.png"} {
		if status, page := get(path); status != http.StatusServiceUnavailable || !strings.Contains(page, "<progress") || !strings.Contains(page, scriptPath) || !strings.Contains(page, `http-equiv="refresh"`) {
			t.Errorf("%s: %d\n%s", path, status, page)
		}
	}
	response, err := http.Get(server.URL + eventsPath + "?file=/small/&file=/")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewScanner(response.Body)
	next := func() state {
		t.Helper()
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var s state
				if err := json.Unmarshal([]byte(text), &s); err != nil {
					t.Fatal(err)
				}
				return s
			}
		}
		t.Fatal("the events have ended")
		return state{}
	}
	first := next()
	if first.Making == nil || first.Making.Total != 0 {
		t.Errorf("at first %+v", first.Making)
	}
	b.progress(300, 1149)
	if s := next(); s.Making == nil || *s.Making != (making{300, 1149}) || s.Files["/small/"] != first.Files["/small/"] {
		t.Errorf("on the way %+v", s)
	}
	b.progress(301, 1149) // too soon to be told

	// A page that somebody waits for is there before the others.
	live.set("/small/", map[string]string{"reports/2023-q1/index.html": "<h1>Early</h1>", "assets/site.css": "body{}"})
	b.ahead()
	if s := next(); s.Files["/small/"] != first.Files["/small/"] || s.Files["/"] == first.Files["/"] {
		t.Errorf("with a page ahead %+v", s)
	}
	for path, want := range map[string]string{"/small/reports/2023-q1/": "Early", "/small/assets/site.css": "body{}", "/small/reports/2023-q1": "", "/": ""} {
		status, text := get(path)
		if want == "" && status != http.StatusFound || want != "" && (status != http.StatusOK || !strings.Contains(text, want)) {
			t.Errorf("ahead %s: %d\n%s", path, status, text)
		}
	}
	if status, page := get("/small/about/"); status != http.StatusServiceUnavailable || !strings.Contains(page, "<progress") {
		t.Errorf("a page that is not made yet: %d\n%s", status, page)
	}

	b.post(nil, errors.New("no space"))
	if s := next(); s.Making != nil || s.Failure != "no space" || s.Files["/small/"] != first.Files["/small/"] {
		t.Errorf("after a failure %+v", s)
	}
	live.set("/small/", map[string]string{"index.html": "<h1>Home</h1>"})
	b.post(&build.Result{BasePath: "/small/", Changes: publish.Changes{Written: 1}}, nil)
	s := next()
	if s.Failure != "" || s.Build == first.Build || s.Files["/small/"] == first.Files["/small/"] {
		t.Errorf("with a site %+v", s)
	}
	if status, page := get("/small/"); status != http.StatusOK || !strings.Contains(page, `data-page="`+s.Files["/small/"]+`"`) {
		t.Errorf("%d\n%s", status, page)
	}
	b.progress(5, 10) // of a site that is there
	if b.state().Making != nil {
		t.Error("the progress of a later build is told")
	}
}
