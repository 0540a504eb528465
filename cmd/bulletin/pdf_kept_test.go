package main

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
)

// TestPDFIsKept builds a small site with the PDF of its edition: a change elsewhere
// does not print it again, one of its words or of its style sheet does, and what comes
// out is what a build without a cache makes.
func TestPDFIsKept(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "internal", "build", "testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	made := func(cache string) (printed bool, sum [sha256.Size]byte) {
		t.Helper()
		say := func(step string) { printed = printed || strings.HasPrefix(step, "2023-q1: ") }
		result, err := build.Run(context.Background(), build.Options{
			Dir: dir, Out: "public", Cache: cache, Version: "test", Jobs: 2, Now: time.Now, PDFs: build.PDFs{Make: true, Say: say},
		})
		if err != nil || result.Blocked {
			t.Fatal(err, result)
		}
		src, err := os.ReadFile(filepath.Join(dir, "public", "reports", "2023-q1", "2023-q1.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		return printed, sha256.Sum256(src)
	}
	add := func(name, text string) {
		t.Helper()
		f, err := os.OpenFile(filepath.Join(dir, filepath.FromSlash(name)), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
		if err == nil {
			_, err = f.WriteString(text)
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}

	printed, first := made(".cache")
	if !printed {
		t.Fatal("the first build did not print")
	}
	add("content/pages/about.md", "\n\nOne more sentence elsewhere.\n")
	if printed, sum := made(".cache"); printed || sum != first {
		t.Errorf("a change elsewhere: printed %v, the same %v", printed, sum == first)
	}
	add("content/reports/2023-q1/serbia.md", "\n\nOne more sentence in the edition.\n")
	printed, second := made(".cache")
	if !printed || second == first {
		t.Errorf("a change in the edition: printed %v, the same %v", printed, second == first)
	}
	if _, clean := made(""); clean != second {
		t.Error("without a cache it is another")
	}
	sheet, err := os.ReadFile(filepath.Join("..", "..", "templates", "assets", "print.css"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "templates", "assets"), 0o755); err != nil {
		t.Fatal(err)
	}
	add("templates/assets/print.css", string(sheet)+"\n@media print { main p { letter-spacing: 0.2em; } }\n")
	if printed, sum := made(".cache"); !printed || sum == second {
		t.Errorf("another style sheet: printed %v, the same %v", printed, sum == second)
	}
}
