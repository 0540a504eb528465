package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiffWithoutGit(t *testing.T) {
	t.Setenv("PATH", "")
	var stdout, stderr output
	if code := run(t.Context(), []string{"diff", "-C", smallSite(t), "main"}, &stdout, &stderr); code != worldFail || !strings.Contains(stderr.String(), "git is not installed: compare with a folder, or install git") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

func TestInterruptedDiff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := smallSite(t)
	for _, other := range []string{dir, "main"} {
		var stdout, stderr output
		if code := run(ctx, []string{"diff", "-C", dir, other}, &stdout, &stderr); code != worldFail || !strings.Contains(stderr.String(), "interrupted") || stdout.String() != "" {
			t.Errorf("%s: exit code %d: %s", other, code, stderr.String())
		}
	}
}

// TestGuideDiffIsReal makes the correction that the guide speaks of: what it
// shows is the beginning of the answer, but for lines in between.
func TestGuideDiffIsReal(t *testing.T) {
	shown := 0
	for _, p := range guidePages(t) {
		for _, b := range p.blocks {
			if b.info != "text" || !strings.Contains(b.text, " observation changed, ") {
				continue
			}
			shown++
			before, after := smallSite(t), smallSite(t)
			name := filepath.Join(after, "data", "observations", "2023-Q1.yaml")
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(strings.Replace(string(src), "16216", "17216", 1)), 0o644); err != nil {
				t.Fatal(err)
			}
			var stdout, stderr output
			if code := run(t.Context(), []string{"diff", "-C", after, before}, &stdout, &stderr); code != done {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			rest := "\n" + stdout.String()
			for _, line := range strings.Split(b.text, "\n") {
				_, after, found := strings.Cut(rest, "\n"+line+"\n")
				if !found {
					t.Fatalf("%s:%d: the command says\n%s\nand there is no line, in this order,\n%s", p.name, b.line, stdout.String(), line)
				}
				rest = "\n" + after
			}
		}
	}
	if shown != 1 {
		t.Errorf("%d answers are shown", shown)
	}
}
