package largesite_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/largesite"
)

// TestSiteHasNoProblems builds a site and one with as many countries as there
// are: every figure, claim and link of theirs holds.
func TestSiteHasNoProblems(t *testing.T) {
	for _, shape := range []largesite.Shape{{Pages: 100}, {Pages: 98, Countries: 48, Seed: 7}, {Pages: 20, Countries: 9, Seed: 3}} {
		dir := t.TempDir()
		if err := largesite.Write(dir, shape); err != nil {
			t.Fatal(err)
		}
		result, err := build.Run(t.Context(), build.Options{Dir: dir, Out: "public", Strict: true, Jobs: 2, Version: "test", Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range result.Problems {
			t.Errorf("%+v: %v: %s", shape, p.Pos, p.Message)
		}
		if len(result.Accepted) > 0 || result.Blocked || result.Pages < shape.Pages || result.Charts < shape.Pages {
			t.Errorf("%+v: %d accepted, blocked: %v, %d pages, %d charts", shape, len(result.Accepted), result.Blocked, result.Pages, result.Charts)
		}
	}
}

// files are those of a shape, by path.
func files(t *testing.T, all func(func(largesite.File) bool) error) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := all(func(f largesite.File) bool {
		if _, twice := found[f.Path]; twice {
			t.Errorf("%s is there twice", f.Path)
		}
		found[f.Path] = string(f.Data)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func reportPages(all map[string]string) (names []string) {
	for name := range all {
		if ok, _ := filepath.Match("content/reports/*/*.md", name); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestThereAreAsManyPagesAsAskedFor(t *testing.T) {
	for _, pages := range []int{3, 41, 42, 100, 1000, 1001} {
		if got := len(reportPages(files(t, largesite.Shape{Pages: pages}.Files))); got != pages {
			t.Errorf("%d report pages, want %d", got, pages)
		}
	}
	for _, shape := range []largesite.Shape{{}, {Pages: 2}, {Pages: 100, Countries: 4}, {Pages: 100, Countries: 49}, {Pages: 200_000}} {
		if err := shape.Files(func(largesite.File) bool { return true }); err == nil {
			t.Errorf("%+v is no error", shape)
		}
	}
}

// TestSameShapeSameBytes holds a site to a hash: the words must not change
// between two measurements that are compared.
func TestSameShapeSameBytes(t *testing.T) {
	sum := func(all func(func(largesite.File) bool) error) string {
		h := sha256.New()
		if err := all(func(f largesite.File) bool {
			h.Write([]byte(f.Path + "\x00"))
			h.Write(f.Data)
			return true
		}); err != nil {
			t.Fatal(err)
		}
		return hex.EncodeToString(h.Sum(nil))[:16]
	}
	shape := largesite.Shape{Pages: 100}
	if got, want := sum(shape.Files), "154cf41d912f0792"; got != want {
		t.Errorf("the site for Bulletin has the sum %s, want %s", got, want)
	}
	if sum(shape.Files) == sum(largesite.Shape{Pages: 100, Seed: 1}.Files) {
		t.Error("another seed gives the same site")
	}
}

var (
	bulletinMarks = regexp.MustCompile(`\{\{[^}]*\}\}|\[@[^\]]*\]|\[\^\d+\]|[\[\]]`)
	chartBlock    = regexp.MustCompile("(?s)```chart\n.*?```\n")
	hugoMarks     = regexp.MustCompile(`\[\^\d+\]|[\[\]]`)
	values        = regexp.MustCompile(`(an increase of |a decrease of |rose by |fell by |about )?[+−]?\d[\d,]*%?|(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}`)
	chartTitle    = regexp.MustCompile(`(?m)^\*\*[^*\n]*\*\*\n`)
	noteText      = regexp.MustCompile(`(?m)^\[\^\d+\]: .*\n`)
	address       = regexp.MustCompile(`\(/[^)]*\)`)
)

// TestWordsAreTheSameForHugo takes figures, notes and charts out of both forms of
// every page, and compares what is left.
func TestWordsAreTheSameForHugo(t *testing.T) {
	shape := largesite.Shape{Pages: 100}
	ours, theirs := files(t, shape.Files), files(t, shape.HugoFiles)
	body := func(s string) string { return strings.SplitN(s, "---\n", 3)[2] }
	plain := func(s string, marks *regexp.Regexp) string {
		for _, cut := range []*regexp.Regexp{noteText, chartBlock, chartTitle, address, marks, values} {
			s = cut.ReplaceAllString(s, "")
		}
		return strings.Join(strings.Fields(s), " ")
	}
	for _, name := range reportPages(ours) {
		src, other := body(ours[name]), body(theirs[name])
		a, b := plain(src, bulletinMarks), plain(other, hugoMarks)
		a, b = strings.ReplaceAll(a, " .", "."), strings.ReplaceAll(b, " .", ".")
		if a != b {
			t.Fatalf("%s: the words differ:\n%s\n%s", name, a, b)
		}
		if filepath.Base(name) == "_index.md" {
			continue
		}
		running := noteText.ReplaceAllString(other, "")
		if n := len(strings.Fields(running)); n < 600 || n > 1000 { // the table among them
			t.Errorf("%s has %d words", name, n)
		}
		if n := len(noteText.FindAllString(other, -1)); n != 8 {
			t.Errorf("%s has %d notes", name, n)
		}
		if strings.Count(src, "```chart\n") != 1 || len(chartTitle.FindAllString(other, -1)) != 1 {
			t.Errorf("%s has not one chart", name)
		}
		if n := strings.Count(chartBlock.ReplaceAllString(src, ""), "{{") - strings.Count(src, "{{ period }}"); n != 6+8 { // and those of the table
			t.Errorf("%s has %d figures and claims", name, n)
		}
	}
	for name, text := range ours {
		if strings.HasPrefix(name, "data/") && theirs[name] != text {
			t.Errorf("%s differs", name)
		}
		if bytes.ContainsRune([]byte(text), '\r') {
			t.Errorf("%s has carriage returns", name)
		}
	}
	for _, layout := range []string{"hugo.yaml", "layouts/baseof.html", "layouts/_partials/head.html", "layouts/page.html"} {
		if theirs[layout] == "" {
			t.Errorf("%s is missing", layout)
		}
	}
}
