package chart_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// TestGolden compares every type, wide and narrow, with the pictures in testdata; they are broken into lines so that a
// difference can be read. Write them anew with: go test ./internal/chart -run Golden -update
func TestGolden(t *testing.T) {
	known := map[string]bool{"fuzz": true, "files": true, "spark": true}
	for _, e := range examples(t) {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			name := fmt.Sprintf("%s-%d.svg", e.name, w)
			if known[name] {
				t.Fatalf("two examples are called %s", e.name)
			}
			known[name] = true
			compareGolden(t, name, strings.ReplaceAll(draw(t, e.spec, w), "><", ">\n<")+"\n")
		}
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !known[f.Name()] {
			t.Errorf("testdata/%s belongs to no example", f.Name())
		}
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs, first at %s", file, difference(got, string(want)))
	}
}

func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d: %s", i+1, a[i])
		}
	}
	return "the end"
}
