package serve_test

import (
	"bytes"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

const edition = `---
title: Two countries
period: 2023-Q1
areas: [serbia, bulgaria]
published: 2023-06-01
---

` + "```chart\ntype: bar\nindicator: arrivals\ntitle: Arrivals in two countries\n```\n"

func (s *server) read(name string) string {
	s.t.Helper()
	src, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(src)
}

// TestPicturesOnDemand: what a page of serve links is drawn when it is asked
// for, again after a change, and never written into the site's folder.
func TestPicturesOnDemand(t *testing.T) {
	s := start(t, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, "content/reports/2023-q1/_index.md"), []byte(edition), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	states := s.states()
	first := until(t, states, "first state", func(state) bool { return true })
	if _, page := s.get(s.url+"reports/2023-q1/", ""); !strings.Contains(page, `href="bar-arrivals.png"`) || !strings.Contains(page, `content="https://example.org/small/reports/2023-q1/card.png"`) {
		t.Fatalf("the page does not lead to its pictures:\n%s", page)
	}
	sized := func(path string, width int) string {
		t.Helper()
		response, body := s.get(s.url+path, "")
		if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "image/png" {
			t.Fatalf("%s: %d %s\n%s", path, response.StatusCode, response.Header.Get("Content-Type"), body)
		}
		size, err := png.DecodeConfig(strings.NewReader(body))
		if err != nil || size.Width < width {
			t.Errorf("%s: %v, %d pixels wide", path, err, size.Width)
		}
		return body
	}
	chart := sized("reports/2023-q1/bar-arrivals.png", 1440)
	sized("reports/2023-q1/card.png", 1200)
	sized("reports/2023-q1/serbia/card.png", 1200)

	// Many at once get the same bytes; HEAD gets none.
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			if _, body := s.get(s.url+"reports/2023-q1/bar-arrivals.png", ""); body != chart {
				t.Error("other bytes at the same time")
			}
		})
	}
	wait.Wait()
	response, err := http.Head(s.url + "reports/2023-q1/bulgaria/card.png")
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK || response.ContentLength < 1_000 || response.Header.Get("Content-Type") != "image/png" {
		t.Errorf("HEAD: %d, %d bytes, %s", response.StatusCode, response.ContentLength, response.Header.Get("Content-Type"))
	}
	for _, path := range []string{"card.png", "about/card.png", "reports/2023-q1/nothing.png", "reports/2023-q1/bar-arrivals.PNG"} {
		if response, _ := s.get(s.url+path, ""); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, response.StatusCode)
		}
	}
	if response, _ := s.get(s.host()+"/reports/2023-q1/card.png", ""); response.StatusCode != http.StatusNotFound {
		t.Errorf("outside the base path: %d", response.StatusCode)
	}

	// A change makes another picture; while there are problems, the last good one stays.
	s.write("data/observations/2023-Q1.yaml", strings.Replace(s.read("data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: 8331", 1))
	second := until(t, states, "build of the change", func(n state) bool { return n.Build != first.Build })
	changed := sized("reports/2023-q1/bar-arrivals.png", 1440)
	if changed == chart {
		t.Error("the picture did not change with the data")
	}
	s.write("content/pages/about.md", about+"{{ arivals }}\n")
	until(t, states, "problem", func(n state) bool { return len(n.Report.Problems) > 0 })
	if sized("reports/2023-q1/bar-arrivals.png", 1440) != changed {
		t.Error("the last good picture is gone")
	}

	// What cannot be drawn says why.
	s.write("content/pages/about.md", about)
	s.write("content/reports/2023-q1/serbia.md", strings.Replace(s.read("content/reports/2023-q1/serbia.md"), "people arrived in", "people 東 arrived in", 1))
	until(t, states, "build without problems", func(n state) bool { return n.Build != second.Build && !n.Report.Blocked })
	response, body := s.get(s.url+"reports/2023-q1/serbia/card.png", "")
	if response.StatusCode != http.StatusInternalServerError || !strings.Contains(body, "content/reports/2023-q1/serbia.md:7:17: error: ") || !strings.Contains(body, "東") {
		t.Errorf("%d\n%s", response.StatusCode, body)
	}
	if found, err := filepath.Glob(filepath.Join(s.dir, "content", "reports", "*", "*.png")); err != nil || len(found) > 0 {
		t.Errorf("pictures in the site's folder: %v, %v", found, err)
	}
	if !bytes.HasPrefix([]byte(chart), []byte("\x89PNG")) {
		t.Error("no PNG")
	}
}
