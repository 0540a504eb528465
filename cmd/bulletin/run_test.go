package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/build"
	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
)

// output is a stream that a test may look at while the command writes.
type output struct {
	guard sync.Mutex
	text  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.guard.Lock()
	defer o.guard.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.guard.Lock()
	defer o.guard.Unlock()
	return o.text.String()
}

func smallSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "internal", "build", "testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestServeEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	var stdout, stderr output
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "-C", smallSite(t), "--addr", "127.0.0.1:0"}, &stdout, &stderr)
	}()
	for deadline := time.Now().Add(patienceWithBrowser); !strings.Contains(stdout.String(), "serving http://127.0.0.1:"); {
		if time.Now().After(deadline) {
			t.Fatalf("does not start: %s%s", stdout.String(), stderr.String())
		}
		time.Sleep(10 * time.Millisecond)
	}
	cancel()
	if code := <-ended; code != done {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
	if !strings.Contains(stdout.String(), "/small/ (Ctrl-C ends it)") {
		t.Errorf("got %s", stdout.String())
	}
}

func TestInterruptedBuild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := smallSite(t)
	var stdout, stderr output
	if code := run(ctx, []string{"build", "-C", dir}, &stdout, &stderr); code != worldFail {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(stderr.String(), "interrupted: the published site is as it was") {
		t.Errorf("got %s", stderr.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("a folder is left behind")
	}
}

// TestInterruptedCommands: each says what it has left as it was.
func TestInterruptedCommands(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := smallSite(t)
	for line, want := range map[string]string{
		"build":                 "the published site is as it was",
		"check":                 "not every rule was applied",
		"publish 2023-Q1":       "nothing was recorded",
		"pdf 2023-Q1":           "nothing was written",
		"new report 2023-Q2":    "nothing was written",
		"new snapshot 2025-02":  "nothing was written",
		"new article Pushbacks": "nothing was written",
		"new page How-we-count": "nothing was written",
	} {
		before := filesUnder(t, dir)
		var stdout, stderr output
		code := run(ctx, append(strings.Fields(line), "-C", dir), &stdout, &stderr)
		if want := "bulletin: interrupted: " + want + "\n"; code != worldFail || stderr.String() != want || stdout.String() != "" {
			t.Errorf("%s: exit code %d: %s%s", line, code, stdout.String(), stderr.String())
		}
		if after := filesUnder(t, dir); !slices.Equal(after, before) {
			t.Errorf("%s: there is %q", line, after)
		}
	}
}

// filesUnder lists what is in a folder.
func filesUnder(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	if err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if entry.Name() == ".cache" {
			return fs.SkipDir // what a build keeps for the next one
		}
		names = append(names, name)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return names
}

func TestLines(t *testing.T) {
	r := &build.Result{Pages: 68, Charts: 12, Changes: publish.Changes{Written: 80, Unchanged: 3, Removed: 1}, Duration: 312 * time.Millisecond}
	for _, c := range []struct{ got, want string }{
		{published(r), "68 pages, 12 charts: 80 files written, 3 unchanged, 1 removed in 0.31 s"},
		{checked(&build.Result{Pages: 1, Charts: 1}), "1 page, 1 chart checked in 0.00 s"},
		{tally(nil, nil), "no problems"},
		{tally(nil, diag.Problems{{}}), "no problems; 1 warning accepted"},
		{tally(diag.Problems{{Severity: diag.Warning}}, diag.Problems{{}, {}}), "1 warning; 2 warnings accepted"},
		{boundShares(nil), ""},
		{boundShares([]check.BoundShare{{Edition: "2023-q1", Bound: 95, Literal: 4, Unbound: 1}, {Edition: "2023-q2"}, {Edition: "snapshots/2024-02", Bound: 1}}),
			"2023-q1: 95 of 100 numbers bound to the data (95%), 4 literal, 1 unbound\nsnapshots/2024-02: 1 of 1 number bound to the data (100%)\n"},
		{tally(diag.Problems{{}}, nil), "1 error"},
		{tally(diag.Problems{{}, {}, {Severity: diag.Warning}}, nil), "2 errors, 1 warning"},
		{tally(diag.Problems{{Severity: diag.Warning}, {Severity: diag.Warning}}, nil), "2 warnings"},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Error(d)
		}
	}
}

// TestUsageNamesEveryCommandAndFlag keeps the page that is written by hand
// true.
func TestUsageNamesEveryCommandAndFlag(t *testing.T) {
	for _, c := range rootCommand(time.Now).Commands() {
		if !strings.Contains(usage, "bulletin "+c.Name()) {
			t.Errorf("the usage lacks %s", c.Name())
		}
		if c.Long == "" && c.Name() != "version" || c.Example == "" {
			t.Errorf("%s has no help or no examples", c.Name())
		}
	}
	for _, flag := range []string{"-C", "-o", "--base-url", "--jobs", "--strict", "--drafts", "--images", "--cache", "--no-cache", "--timings", "--format", "--rules", "--addr", "--open"} {
		if !strings.Contains(usage, flag) {
			t.Errorf("the usage lacks %s", flag)
		}
	}
}

func TestBar(t *testing.T) {
	clock := time.Unix(0, 0)
	now := func() time.Time { return clock }
	var screen bytes.Buffer
	b := &bar{w: &screen, now: now, began: clock}
	b.show(1, 100)
	clock = clock.Add(patience - 1)
	b.show(2, 100)
	if screen.Len() > 0 {
		t.Errorf("a bar within a second: %q", screen.String())
	}
	clock = clock.Add(1)
	b.show(50, 100)
	if !strings.Contains(screen.String(), "making files") {
		t.Errorf("no bar after a second: %q", screen.String())
	}
	b.clear()

	screen.Reset()
	quiet := newBar(&screen, now)
	clock = clock.Add(time.Hour)
	quiet.show(1, 2)
	quiet.clear()
	if screen.Len() > 0 {
		t.Errorf("a bar where there is no terminal: %q", screen.String())
	}
}
