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

// TestLiveTold changes a site in many ways, and tells the live one of the names alone
// that a watcher would: what is made is what a clean build makes. A file that nobody
// told of is not looked at, which shows that the others are.
func TestLiveTold(t *testing.T) {
	dir := smallSite(t)
	const (
		about, values = "content/pages/about.md", "data/observations/2023-Q1.yaml"
	)
	path := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	edit := func(name, old, new string) {
		t.Helper()
		src, err := os.ReadFile(path(name))
		if err != nil || !strings.Contains(string(src), old) {
			t.Fatalf("%s has no %q, %v", name, old, err)
		}
		if err := os.WriteFile(path(name), []byte(strings.Replace(string(src), old, new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	done := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	original, err := os.ReadFile(path(about))
	done(err)
	o := options(dir)
	o.Now, o.OnDemand, o.Images = time.Now, false, false
	live := build.NewLive(o)
	defer live.Close()
	makeIt := func(step string, blocked bool) {
		t.Helper()
		result, err := live.Make(context.Background(), nil, nil)
		if err != nil || result.Blocked != blocked {
			t.Fatalf("%s: %v, %+v", step, err, result)
		}
	}
	for _, step := range []struct {
		name string
		edit func()
		told []string // nil: anything
	}{
		{"at first", func() {}, nil},
		{"words", func() { edit(about, "Who", "Whoever") }, []string{about}},
		{"of the same length", func() { edit(about, "Whoever", "Whoeger") }, []string{about}},
		{"a value", func() { edit(values, "bulgaria: 2331", "bulgaria: 2442") }, []string{values}},
		{"both", func() {
			edit(values, "bulgaria: 2442", "bulgaria: 2553")
			edit(about, "Whoeger", "Who")
		}, []string{about, values}},
		{"a file beside that came and went", func() { edit(about, "Who", "Whosoever") }, []string{about, "content/pages/about.md.new"}},
		{"another that takes its place", func() {
			done(os.WriteFile(path(about+".new"), original, 0o644))
			done(os.Rename(path(about+".new"), path(about)))
		}, []string{about}},
		{"a template that comes", func() {
			done(os.MkdirAll(path("templates/partials"), 0o755))
			done(os.WriteFile(path("templates/partials/contacts.html"), []byte(`{{define "contacts"}}<p>Ask.</p>{{end}}`), 0o644))
		}, []string{"templates", "templates/partials", "templates/partials/contacts.html"}},
		{"and changes", func() { edit("templates/partials/contacts.html", "Ask", "Write") }, []string{"templates/partials/contacts.html"}},
		{"and goes with its folder", func() { done(os.RemoveAll(path("templates"))) }, []string{"templates"}},
		{"a page that goes", func() { done(os.Remove(path(about))) }, []string{about}},
		{"and comes", func() { done(os.WriteFile(path(about), original, 0o644)) }, []string{about}},
	} {
		step.edit()
		if step.told != nil {
			live.Told(step.told)
		}
		makeIt(step.name, false)
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
	}

	published := func() string { return tree(t, filepath.Join(dir, "public"))["about/index.html"] }
	edit(about, "Who", "Nobody tells who")
	live.Told([]string{values})
	makeIt("not told", false)
	if strings.Contains(published(), "Nobody tells") {
		t.Error("a file is looked at that nobody told of")
	}
	live.Told([]string{values})
	live.Told(nil)
	makeIt("anything", false)
	if !strings.Contains(published(), "Nobody tells") {
		t.Error("after an event was lost, not all files are looked at")
	}
	// After a mistake all files are looked at.
	edit(values, "bulgaria: 2553", "bulgarien: 2553")
	live.Told([]string{values})
	makeIt("a mistake", true)
	edit(about, "Nobody tells who", "Somebody tells who")
	edit(values, "bulgarien: 2553", "bulgaria: 2331")
	live.Told([]string{values})
	makeIt("mended", false)
	if !strings.Contains(published(), "Somebody tells") {
		t.Error("after a mistake, not all files are looked at")
	}
}
