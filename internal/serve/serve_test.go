package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/serve"
)

// patience tells what never comes from what waits for its turn on a busy machine.
const patience = 2 * time.Minute

// server is a running server over a copy of the small site.
type server struct {
	t   *testing.T
	dir string
	url string // of the site: http://127.0.0.1:port/small/

	guard   sync.Mutex
	reports int
}

func (s *server) host() string {
	return strings.TrimSuffix(s.url, "/small/")
}

func start(t *testing.T, prepare func(dir string)) *server {
	t.Helper()
	return startAt(t, "127.0.0.1:0", prepare)
}

func startAt(t *testing.T, address string, prepare func(dir string)) *server {
	t.Helper()
	s := &server{t: t, dir: t.TempDir()}
	if err := os.CopyFS(s.dir, os.DirFS(filepath.Join("..", "build", "testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(s.dir)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, serve.Options{
			Dir: s.dir, Addr: address, Jobs: 2, Version: "test", Now: time.Now,
			Ready: func(url string) { ready <- url },
			Note:  func(text string) { t.Log(text) },
			Report: func(*build.Result, error) {
				s.guard.Lock()
				defer s.guard.Unlock()
				s.reports++
			},
		})
	}()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("ended with %v", err)
			}
		case <-time.After(patience):
			t.Error("does not end")
		}
	})
	select {
	case s.url = <-ready:
	case err := <-ended:
		ended <- nil
		t.Fatal(err)
	case <-time.After(patience):
		t.Fatal("does not start")
	}
	for deadline := time.Now().Add(patience); s.built() == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("does not build")
		}
	}
	return s
}

// built is how often the site was built.
func (s *server) built() int {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.reports
}

// get asks for an address without following redirects.
func (s *server) get(address, host string) (*http.Response, string) {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, address, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	if host != "" {
		request.Host = host
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response, string(body)
}

func (s *server) write(name, src string) {
	s.t.Helper()
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

type state struct {
	Build   string
	Failure string
	Making  *struct{ Done, Total int }
	Report  struct {
		Blocked          bool
		Errors, Warnings int
		Problems         []struct {
			Severity, Place, Before, Marked, After, Message, Rule, Hint string
			Line                                                        int
		}
	}
	Files map[string]string
}

// states listens to the events, for a page with the files.
func (s *server) states(files ...string) <-chan state {
	s.t.Helper()
	address := s.host() + "/.bulletin/events?" + url.Values{"file": files}.Encode()
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, address, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.t.Fatal(err)
	}
	if got := response.Header.Get("Content-Type"); got != "text/event-stream" {
		s.t.Errorf("events are %s", got)
	}
	found := make(chan state, 100)
	go func() {
		defer close(found)
		defer func() { _ = response.Body.Close() }()
		lines := bufio.NewScanner(response.Body)
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var next state
				if json.Unmarshal([]byte(text), &next) == nil {
					found <- next
				}
			}
		}
	}()
	return found
}

// until waits for a state.
func until(t *testing.T, states <-chan state, what string, is func(state) bool) state {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case next, ok := <-states:
			if !ok {
				t.Fatalf("the events ended before %s", what)
			}
			if is(next) {
				return next
			}
		case <-deadline:
			t.Fatalf("no %s", what)
		}
	}
}

const about = "---\ntitle: About\n---\n\n"

func TestChangeReloads(t *testing.T) {
	s := start(t, nil)
	_, page := s.get(s.url+"about/", "")
	if !strings.Contains(page, "Who makes this.") {
		t.Fatalf("not the page:\n%s", page)
	}
	states := s.states("/small/about/")
	first := until(t, states, "first state", func(state) bool { return true })
	if mark := first.Files["/small/about/"]; mark == "" || !strings.Contains(page, `<script src="/.bulletin/reload.js" data-build="`+first.Build+`" data-page="`+mark+`" defer></script></body>`) {
		t.Errorf("the page does not know its build %s and mark %q:\n%s", first.Build, mark, page)
	}

	s.write("content/pages/about.md", about+"Quite another text.\n")
	second := until(t, states, "new build", func(n state) bool { return n.Build != first.Build })
	if _, page := s.get(s.url+"about/", ""); !strings.Contains(page, "Quite another text.") || !strings.Contains(page, second.Build) {
		t.Errorf("not the new page:\n%s", page)
	}

	// As some editors save: a new file beside the old one, and a rename.
	s.write("content/pages/.about.md.swp", "x")
	s.write("content/pages/about.md.tmp", about+"Saved by renaming.\n")
	if err := os.Rename(filepath.Join(s.dir, "content/pages/about.md.tmp"), filepath.Join(s.dir, "content/pages/about.md")); err != nil {
		t.Fatal(err)
	}
	third := until(t, states, "build after a rename", func(n state) bool { return n.Build != second.Build })

	// A folder that was not there when watching began.
	s.write("content/pages/deep/er/new.md", "---\ntitle: New\n---\n\nIn a new folder.\n")
	fourth := until(t, states, "build with a new folder", func(n state) bool { return n.Build != third.Build })
	s.write("content/pages/deep/er/new.md", "---\ntitle: New\n---\n\nChanged in a new folder.\n")
	until(t, states, "build of a change in it", func(n state) bool { return n.Build != fourth.Build })
	if _, page := s.get(s.url+"deep/er/new/", ""); !strings.Contains(page, "Changed in a new folder.") {
		t.Errorf("not the changed page:\n%s", page)
	}

	// Nothing is written into the site's folder.
	if _, err := os.Stat(filepath.Join(s.dir, "public")); err == nil {
		t.Error("public/ was made")
	}
}

func TestProblemsKeepTheLastGoodPage(t *testing.T) {
	s := start(t, nil)
	states := s.states("/small/about/")
	first := until(t, states, "first state", func(state) bool { return true })
	s.write("content/pages/about.md", about+"Broken <script>alert(1)</script> {{ arivals serbia 2023-Q1 }}.\n")
	broken := until(t, states, "problem", func(n state) bool { return len(n.Report.Problems) > 0 })
	if broken.Build != first.Build {
		t.Error("a build that was not published makes pages reload")
	}
	if p := broken.Report.Problems[len(broken.Report.Problems)-1]; p.Severity != "error" || p.Place != "content/pages/about.md:5:37" || p.Line != 5 || !strings.HasPrefix(p.Before, "Broken <script>alert(1)</script> {{") ||
		!strings.HasPrefix(p.Marked+p.After, "arivals serbia") || p.Message == "" || p.Rule == "" || !strings.Contains(p.Hint, "arrivals") {
		t.Errorf("the problem is told as %+v", p)
	}
	if !broken.Report.Blocked || broken.Report.Errors != len(broken.Report.Problems) || broken.Files["/small/about/"] != first.Files["/small/about/"] {
		t.Errorf("the state is %+v, before %+v", broken, first)
	}
	if _, page := s.get(s.url+"about/", ""); !strings.Contains(page, "Who makes this.") {
		t.Errorf("not the last good page:\n%s", page)
	}
	s.write("content/pages/about.md", about+"Mended.\n")
	until(t, states, "build after the mending", func(n state) bool { return n.Build != first.Build && !n.Report.Blocked })
}

func TestBrokenFromTheStart(t *testing.T) {
	s := start(t, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, "content/pages/about.md"), []byte("nothing good"), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	response, page := s.get(s.url, "")
	if response.StatusCode != http.StatusServiceUnavailable || !strings.Contains(page, "/.bulletin/reload.js") {
		t.Errorf("got %d\n%s", response.StatusCode, page)
	}
	states := s.states()
	first := until(t, states, "problem", func(n state) bool { return len(n.Report.Problems) > 0 })
	s.write("content/pages/about.md", about+"Mended.\n")
	until(t, states, "site", func(n state) bool { return n.Build != first.Build })
	if response, page := s.get(s.url+"about/", ""); response.StatusCode != http.StatusOK || !strings.Contains(page, "Mended.") {
		t.Errorf("got %d\n%s", response.StatusCode, page)
	}
}
