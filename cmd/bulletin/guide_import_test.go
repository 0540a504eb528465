package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestGuideOfImporting imports the table that the guide shows, which must become the file
// that it shows, and one with the lines of its problems, which must be these.
func TestGuideOfImporting(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(root, "content/pages/guide/importing.md"))
	if err != nil {
		t.Fatal(err)
	}
	var table, file, wrong, office, command string
	for _, b := range readGuidePage("importing.md", string(src)).blocks {
		switch {
		case strings.HasPrefix(b.text, "indicator,area,"):
			table = b.text + "\n"
		case strings.HasPrefix(b.text, "# Imported from "):
			file = b.text + "\n"
		case strings.HasPrefix(b.text, "Table 3."):
			office = b.text + "\n"
		case strings.Contains(b.text, "--head 3-4"):
			command = b.text
		case b.info == "console":
			wrong = b.text + "\n"
		}
	}
	dir := t.TempDir()
	for _, part := range []string{"content", "data"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	bring := func(text string) (code int, said string) {
		if err := os.WriteFile("counts.csv", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr output
		code = run(t.Context(), []string{"import", "data", "counts.csv"}, &stdout, &stderr)
		return code, stdout.String() + stderr.String()
	}

	lines := strings.SplitAfter(table, "\n")
	for _, m := range regexp.MustCompile(`(?m)^ +(\d+) \| (.*)$`).FindAllStringSubmatch(wrong, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n > len(lines) {
			t.Fatalf("the table has no line %s", m[1])
		}
		lines[n-1] = m[2] + "\n"
	}
	if code, said := bring(strings.Join(lines, "")); code != problems || said != wrong {
		t.Errorf("exit code %d: the command says\n%s\nand not\n%s", code, said, wrong)
	}
	if code, said := bring(table); code != done {
		t.Fatalf("exit code %d:\n%s", code, said)
	}
	if got, err := os.ReadFile("data/observations/counts.yaml"); err != nil || string(got) != file {
		t.Errorf("%v: the file is\n%s\nand not\n%s", err, got, file)
	}

	if err := os.WriteFile("years.csv", []byte(office), 0o644); err != nil {
		t.Fatal(err)
	}
	args := regexp.MustCompile(`"([^"]*)"|([^\s\\]+)`).FindAllStringSubmatch(command, -1)
	if len(args) < 5 {
		t.Fatalf("no command for the table of an office: %q", command)
	}
	var words []string
	for _, m := range args[1:] {
		words = append(words, m[1]+m[2])
	}
	var stdout, stderr output
	if code := run(t.Context(), append(words, "--dry-run"), &stdout, &stderr); code != done || !strings.Contains(stdout.String(), ": 6 observations added; ") {
		t.Errorf("%v: exit code %d:\n%s%s", words, code, stdout.String(), stderr.String())
	}
}
