package build_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
)

// TestLiveData changes values and words of a site in turn, while what was read of
// data/ is kept, and compares what is made with what a clean build makes.
func TestLiveData(t *testing.T) {
	dir := smallSite(t)
	const values, words = "data/observations/2023-Q1.yaml", "content/pages/about.md"
	path := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	edit := func(name, old, new string, age time.Duration) {
		t.Helper()
		src, err := os.ReadFile(path(name))
		if err != nil || !strings.Contains(string(src), old) {
			t.Fatalf("%s has no %q, %v", name, old, err)
		}
		if err := os.WriteFile(path(name), []byte(strings.Replace(string(src), old, new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		when := time.Now().Add(-age)
		if err := os.Chtimes(path(name), when, when); err != nil {
			t.Fatal(err)
		}
	}
	// As if nobody had touched data/ for a while, so that it is kept.
	for _, name := range []string{"data/areas.yaml", "data/indicators.yaml", "data/site.yaml", "data/sources.yaml", "data/observations/2022-Q1.yaml", values} {
		edit(name, "a", "a", time.Minute)
	}
	o := options(dir)
	o.Now = time.Now
	live := build.NewLive(o)
	defer live.Close()
	for _, step := range []struct {
		name string
		edit func()
		says string // the page of Bulgaria
	}{
		{"at first", func() {}, "2,331"},
		{"words", func() { edit(words, "Who", "Whoever", 0) }, "2,331"},
		{"a value of the same length", func() { edit(values, "bulgaria: 2331", "bulgaria: 2442", 30*time.Second) }, "2,442"},
		{"words again", func() { edit(words, "Whoever", "Who", 0) }, "2,442"},
		{"a value just now", func() { edit(values, "bulgaria: 2442", "bulgaria: 2553", 0) }, "2,553"},
		{"and another", func() { edit(values, "bulgaria: 2553", "bulgaria: 2664", 0) }, "2,664"},
		{"another file", func() { edit("data/indicators.yaml", "name: ", "name: Newly counted ", 20*time.Second) }, "2,664"},
	} {
		step.edit()
		result, err := live.Make(context.Background(), nil, nil)
		if err != nil || result.Blocked {
			t.Fatalf("%s: %v, %+v", step.name, err, result)
		}
		again := options(dir)
		again.Out = filepath.Join(t.TempDir(), "clean")
		run(t, again)
		want, got := tree(t, again.Out), tree(t, filepath.Join(dir, "public"))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%s: %s is not what a clean build makes", step.name, name)
			}
		}
		if len(want) != len(got) {
			t.Errorf("%s: %d files, want %d", step.name, len(got), len(want))
		}
		if page := got["reports/2023-q1/bulgaria/index.html"]; !strings.Contains(page, step.says) {
			t.Errorf("%s: the page does not say %s", step.name, step.says)
		}
	}
}
