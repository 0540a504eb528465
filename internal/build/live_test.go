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

// TestLive makes a site three times over: as it was, with another word, with a mistake.
// What somebody looks at comes ahead of the rest, and is not given where it is wrong.
func TestLive(t *testing.T) {
	dir := smallSite(t)
	o := options(dir)
	o.Now = time.Now
	live := build.NewLive(o)
	defer live.Close()
	makeIt := func(first ...string) (*build.Result, []string) {
		t.Helper()
		var ahead []string
		result, err := live.Make(context.Background(), first, func(paths []string) {
			ahead = append(ahead, paths...)
			for _, name := range paths {
				if src, ok := live.File(context.Background(), name); !ok || len(src) == 0 {
					t.Errorf("%s is told ahead, and not there", name)
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return result, ahead
	}
	clean := func() map[string]string {
		t.Helper()
		again := options(dir)
		again.Out = filepath.Join(t.TempDir(), "clean")
		run(t, again)
		return tree(t, again.Out)
	}
	same := func(when string) {
		t.Helper()
		want, got := clean(), tree(t, filepath.Join(dir, "public"))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%s: %s is not what a clean build makes", when, name)
			}
		}
		if len(want) != len(got) {
			t.Errorf("%s: %d files, want %d", when, len(got), len(want))
		}
	}
	if result, _ := makeIt(); result.Blocked || result.Written == 0 {
		t.Fatalf("%+v", result)
	}
	same("first")

	const page = "about/index.html"
	name := filepath.Join(dir, "content", "pages", "about.md")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write := func(more string) {
		t.Helper()
		if err := os.WriteFile(name, append(append([]byte{}, src...), more...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("\nA new word.\n")
	result, ahead := makeIt(page)
	if result.Blocked || !strings.Contains(strings.Join(ahead, " "), page) {
		t.Errorf("a new word: %v ahead, %+v", ahead, result)
	}
	same("a new word")
	if _, ok := live.File(context.Background(), page); ok {
		t.Error("what is published is given as if it were not")
	}

	write("\nIt is {{ nothing-known }}.\n")
	result, ahead = makeIt(page)
	if !result.Blocked || len(ahead) > 0 {
		t.Errorf("a mistake: %v ahead, blocked %v", ahead, result.Blocked)
	}
	if src, ok := live.File(context.Background(), page); ok {
		t.Errorf("a page with a mistake is shown: %s", src)
	}

	write("")
	if result, _ = makeIt(page); result.Blocked {
		t.Errorf("mended: %v", result.Problems)
	}
	same("mended")
}
