package build_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"bulletin/internal/build"
)

// TestLiveGivenUp gives builds of a live site up at any point, as a save does that comes
// while one goes on. The one that ends makes what a clean build makes, though each was
// told of the last save alone.
func TestLiveGivenUp(t *testing.T) {
	dir := smallSite(t)
	dice := rand.New(rand.NewPCG(3, 5))
	const about, values, template = "content/pages/about.md", "data/observations/2023-Q1.yaml", "templates/partials/contacts.html"
	path := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		t.Helper()
		src, err := os.ReadFile(path(name))
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	write(template, `{{define "contacts"}}<p>Ask.</p>{{end}}`)
	words, figures := read(about), read(values)
	bulgaria := regexp.MustCompile(`bulgaria: 2331`)

	o := options(dir)
	o.Now = time.Now
	left, giveUp := -1, func() {}
	o.Jobs = 1 // so that progress is counted by one worker
	o.Progress = func(int, int) {
		if left--; left == 0 {
			giveUp()
		}
	}
	live := build.NewLive(o)
	defer live.Close()
	if result, err := live.Make(context.Background(), nil, nil); err != nil || result.Blocked {
		t.Fatal(err, result)
	}
	ended, given := 0, 0
	for step := range 60 {
		name := []string{about, values, template}[dice.IntN(3)]
		switch name {
		case about:
			write(name, words+fmt.Sprintf("\nWritten in step %c.\n", 'a'+rune(step%26)))
		case values:
			write(name, bulgaria.ReplaceAllString(figures, fmt.Sprintf("bulgaria: %d", 2300+dice.IntN(90))))
		case template:
			write(name, fmt.Sprintf(`{{define "contacts"}}<p>Ask %c.</p>{{end}}`, 'a'+rune(step%26)))
		}
		live.Told([]string{name})
		ctx, cancel := context.WithCancel(context.Background())
		giveUp, left = cancel, dice.IntN(60)
		if left == 0 {
			cancel() // before it has begun
		}
		if step%6 == 5 {
			left = -1
		}
		result, err := live.Make(ctx, nil, nil)
		cancel()
		if err != nil {
			given++
			continue
		}
		if ended++; result.Blocked {
			t.Fatalf("step %d: %v", step, result.Problems)
		}
		again := options(dir)
		again.Out = filepath.Join(t.TempDir(), "clean")
		run(t, again)
		want, got := tree(t, again.Out), tree(t, filepath.Join(dir, "public"))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("step %d: %s is not what a clean build makes", step, name)
			}
		}
		if len(want) != len(got) {
			t.Errorf("step %d: %d files, want %d", step, len(got), len(want))
		}
	}
	if ended < 5 || given < 15 {
		t.Errorf("%d builds ended, %d were given up: too few to tell", ended, given)
	}
}
