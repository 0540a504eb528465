package chart_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFilesHaveAPlace holds the list of files in the package's doc and the files together: each is named once.
func TestFilesHaveAPlace(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(doc), "# Which file belongs to what")
	list, _, _ = strings.Cut(list, "\n// #")
	named := map[string]int{"doc": 1, "stylesheet_gen": 1} // the list and the generator are not in it
	for _, line := range regexp.MustCompile(`(?m)^//\t(.{22})(.*)$`).FindAllStringSubmatch(list, -1) {
		for _, name := range regexp.MustCompile(`[a-z_]+`).FindAllString(regexp.MustCompile(`\([^)]*\)?`).ReplaceAllString(line[2], ""), -1) {
			named[name]++
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".go")
		if !strings.HasSuffix(name, "_test") && named[name] != 1 {
			t.Errorf("doc.go names %s %d times among the files", file, named[name])
		}
		delete(named, name)
	}
	for name := range named {
		t.Errorf("doc.go names %s, and there is no such file", name)
	}
}
