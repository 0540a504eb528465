package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestReadmeSite builds the site that the README shows, file by file, so that
// it cannot rot.
func TestReadmeSite(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(src), "\n## A site of your own\n")
	if !ok {
		t.Fatal("the README shows no site of one's own")
	}
	section, _, _ = strings.Cut(section, "\n## ")
	dir := t.TempDir()
	files := regexp.MustCompile("(?m)^`((?:data|content)/[^`]+)`[^\n]*:\n\n```\\w+\n((?s:.*?))^```$").FindAllStringSubmatch(section, -1)
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f[1]))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f[2]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) != 7 {
		t.Errorf("the README shows %d files, want 7", len(files))
	}
	var stdout, stderr output
	if code := run(t.Context(), []string{"build", "--strict", "-C", dir}, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d:\n%s%s", code, stdout.String(), stderr.String())
	}
	page, err := os.ReadFile(filepath.Join(dir, "public", "reports", "2024-q1", "northland", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"905", "+10%", "an increase of 10%"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the chapter lacks %q", want)
		}
	}
}

// TestReadmeOpensWithARealProblem makes the mistake that the README opens with.
func TestReadmeOpensWithARealProblem(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)\n```\n(([\\w/.-]+):(\\d+):\\d+: error: .*?\n *\\d+ \\| ([^\n]*)\n.*?)\n```\n").FindStringSubmatch(string(readme))
	if m == nil {
		t.Fatal("the README shows no problem")
	}
	src, err := os.ReadFile(filepath.Join(root, m[2]))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	line, err := strconv.Atoi(m[3])
	if err != nil || line > len(lines) {
		t.Fatalf("%s has no line %s", m[2], m[3])
	}
	lines[line-1] = m[4]
	place := regexp.MustCompile(`(observations/[\w-]+\.yaml):\d+`) // moves with the data
	said := place.ReplaceAllString(checkedWith(t, map[string]string{m[2]: strings.Join(lines, "\n")}), "$1")
	if want := place.ReplaceAllString(m[1], "$1"); !strings.Contains(said, want) {
		t.Errorf("the command says\n%s\nand not\n%s", said, want)
	}
}
