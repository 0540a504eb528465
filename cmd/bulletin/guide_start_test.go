package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGuideOfBeginning makes the sites of which the guide tells: it lists the files that
// init writes, no more and no fewer, its excerpts stand in them, the change that it
// proposes is refused, and the list of countries says what it is told to say.
func TestGuideOfBeginning(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(root, "content/pages/guide/start.md"))
	if err != nil {
		t.Fatal(err)
	}
	guide := string(src)
	t.Chdir(t.TempDir())
	does := func(want int, args ...string) string {
		t.Helper()
		var stdout, stderr output
		if code := run(t.Context(), args, &stdout, &stderr); code != want {
			t.Fatalf("%v: exit code %d:\n%s%s", args, code, stdout.String(), stderr.String())
		}
		return stdout.String() + stderr.String()
	}

	does(done, "init", "report")
	_, listed, _ := strings.Cut(guide, "| File | What it holds |")
	listed, _, _ = strings.Cut(listed, "\n\n")
	var names []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(listed, -1) {
		names = append(names, row[1])
	}
	slices.Sort(names)
	if d := cmp.Diff(filesIn(t, "report"), names); d != "" {
		t.Errorf("files (-written +in the guide)\n%s", d)
	}
	excerpts := regexp.MustCompile("`((?:data|content)/[^`]+)`:\n\n```\\w+\n((?s:.*?))```\n").FindAllStringSubmatch(guide, -1)
	for _, e := range excerpts {
		if text, err := os.ReadFile(filepath.Join("report", e[1])); err != nil || !strings.Contains(string(text), e[2]) {
			t.Errorf("%s does not hold what the guide shows of it: %v\n%s", e[1], err, e[2])
		}
	}
	if len(excerpts) != 2 {
		t.Errorf("the guide has %d excerpts, want 2", len(excerpts))
	}

	change := regexp.MustCompile("Write `(\\d+)` in place of `(\\d+)`").FindStringSubmatch(guide)
	figures := filepath.Join("report", "data", "observations", "2026-Q1.yaml")
	text, err := os.ReadFile(figures)
	if err != nil || change == nil {
		t.Fatalf("%v: %q", err, change)
	}
	if err := os.WriteFile(figures, []byte(strings.Replace(string(text), change[2], change[1], 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := does(problems, "check", "-C", "report"); strings.Count(said, "[claim]") != 1 || !strings.Contains(said, "arlenia.md") {
		t.Errorf("the change is not refused as the guide says:\n%s", said)
	}

	var list, wrong, entry string
	for _, b := range readGuidePage("start.md", guide).blocks {
		switch {
		case strings.HasPrefix(b.text, "code,name"):
			list = b.text + "\n"
		case b.info == "console":
			wrong = b.text + "\n"
		case strings.Contains(b.text, "#   area: albania"):
			entry = b.text
		}
	}
	broken := strings.Replace(list, "GRC", regexp.MustCompile(`\| (\w+),Greece`).FindStringSubmatch(wrong)[1], 1)
	if err := os.WriteFile("areas.csv", []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := does(problems, "init", "countries", "--from", "areas.csv"); said != wrong {
		t.Errorf("the command says\n%s\nand not\n%s", said, wrong)
	}
	if err := os.WriteFile("areas.csv", []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	does(done, "init", "countries", "--from", "areas.csv", "--period", "2026-Q1")
	if text, err := os.ReadFile("countries/data/observations/2026-Q1.yaml"); err != nil || !strings.Contains(string(text), entry) || entry == "" {
		t.Errorf("%v: the observations do not hold\n%s", err, entry)
	}
}

// filesIn are the files of a folder, in order.
func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}
