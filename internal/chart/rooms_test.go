package chart

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// TestEveryFileHasItsRoom holds the list of files in the package's doc to the files that there are.
func TestEveryFileHasItsRoom(t *testing.T) {
	src, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(src), "\n// # Which file belongs to what\n")
	section, _, _ = strings.Cut(section, "\n// # ")
	var listed []string
	for line := range strings.Lines(section) {
		if list, indented := strings.CutPrefix(line, "//\t"); indented {
			listed = append(listed, strings.FieldsFunc(list, func(r rune) bool { return !unicode.IsLetter(r) && r != '_' && r != '*' })...)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(listed) == 0 {
		t.Fatalf("%d words in the list of files: %v", len(listed), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".go")
		switch {
		case name == "doc", strings.HasSuffix(name, "_test"), strings.HasSuffix(name, "_gen"):
		case strings.HasPrefix(name, "rules_") && slices.Contains(listed, "rules_*"):
		case !slices.Contains(listed, name):
			t.Errorf("%s stands in no line of doc.go", file)
		}
	}
}
