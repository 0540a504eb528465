package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// These tests keep the guide true where it tells of checks and comparisons,
// beside those that all of its pages share.

// brokenAndMended is the page that the guide shows with its problems, the file that
// these name; mended is the page after it.
func brokenAndMended(t *testing.T) (file, broken, mended, end string) {
	t.Helper()
	for _, p := range guidePages(t) {
		if p.name != "checks.md" {
			continue
		}
		for i, b := range p.blocks {
			switch {
			case b.shownProblem():
				file, _, _ = strings.Cut(b.text, ":")
				broken = p.blocks[i-1].text + "\n"
			case b.page() && broken != "":
				mended = b.text + "\n"
			case b.info == "text":
				end = b.text
			}
		}
	}
	if broken == "" || mended == "" || end == "" {
		t.Fatal("the page on checks shows no page with problems, none that is mended, or no end of a check")
	}
	return file, broken, mended, end
}

func TestGuideMendedPagePasses(t *testing.T) {
	t.Parallel()
	file, _, mended, _ := brokenAndMended(t)
	_, said, _ := checkWith(t, map[string]string{file: mended})
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, file+":") {
			t.Errorf("the mended page is not right: %s", line)
		}
	}
}

// TestGuideShowsTheEndOfACheck compares all but the numbers, which move with
// the site. Lines of further editions may be left out.
func TestGuideShowsTheEndOfACheck(t *testing.T) {
	t.Parallel()
	file, broken, _, end := brokenAndMended(t)
	_, _, rest := checkWith(t, map[string]string{file: broken})
	numbers := regexp.MustCompile(` \d+(\.\d+)?( error| warning)?s?|\(\d+%\)`)
	rest = numbers.ReplaceAllString(" "+strings.ReplaceAll(rest, "\n", "\n "), "#")
	for line := range strings.SplitSeq(end, "\n") {
		shown := numbers.ReplaceAllString(" "+line, "#")
		_, behind, ok := strings.Cut(rest, shown+"\n")
		if !ok {
			t.Errorf("a check does not end, in this order, with %q:\n%s", shown, rest)
		}
		rest = behind
	}
}

// TestGuideTellsWhichPeriodsAreStale puts the sentences of the table on a page
// about its period.
func TestGuideTellsWhichPeriodsAreStale(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile(filepath.Join(root, "content/pages/guide/checks.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(src), "| Sentence | What the check says |\n")
	rows := regexp.MustCompile("(?m)^\\| ([^|:]+) \\| (?:`([\\w-]+)`|nothing).*\\|$").FindAllStringSubmatch(table, -1)
	page := strings.Split("---\ntitle: An example\nperiod: 2023-Q1\nareas: [serbia]\n---\n", "\n")
	for _, row := range rows {
		page = append(page, row[1], "")
	}
	if len(rows) < 10 {
		t.Errorf("only %d sentences were found", len(rows))
	}
	_, said, _ := checkWith(t, map[string]string{"content/snapshots/2023-03.md": strings.Join(page, "\n")})
	problem := regexp.MustCompile(`(?m)^content/snapshots/2023-03\.md:(\d+):.* \[([\w-]+)\]$`).FindAllStringSubmatch(said, -1)
	got := map[string]string{}
	for _, p := range problem {
		got[p[1]] += p[2]
	}
	for i, row := range rows {
		if line := 7 + 2*i; got[strconv.Itoa(line)] != row[2] {
			t.Errorf("%q: the check says %q, and the guide %q", row[1], got[strconv.Itoa(line)], row[2])
		}
	}
}

// TestGuideShowsADiff compares the guide's example with that of the script of
// bulletin diff, which is what the command says.
func TestGuideShowsADiff(t *testing.T) {
	script, err := os.ReadFile("testdata/script/diff.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, said, found := strings.Cut(string(script), "\n-- text --\n")
	said, _, _ = strings.Cut(said, "\n-- ")
	guide, err := os.ReadFile(filepath.Join(root, "content/pages/guide/commands.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !found || !strings.Contains(string(guide), "```text\n"+strings.TrimSuffix(said, "\n")+"\n```\n") {
		t.Errorf("the guide does not show what bulletin diff says:\n%s", said)
	}
}

// TestGuideNamesEveryHedge compares the guide's table with that of the package
// documentation, which the tests of package figure hold to the code.
func TestGuideNamesEveryHedge(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join(root, "content/pages/guide/figures.md"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile(filepath.Join(root, "internal/figure/doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	_, table, _ := strings.Cut(string(guide), "\n| Hedge | The value |\n")
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 3 {
			break
		}
		for hedge := range strings.SplitSeq(cells[1], ",") {
			named[strings.TrimSpace(hedge)] = true
		}
	}
	_, table, _ = strings.Cut(string(doc), "# Hedges\n")
	table, _, _ = strings.Cut(table, "# Fractions")
	documented := 0
	for line := range strings.Lines(table) {
		left, isRow := strings.CutPrefix(line, "//\t")
		for hedge := range strings.SplitSeq(left[:min(36, len(left))], ",") {
			if hedge = strings.TrimSpace(hedge); !isRow || hedge == "" {
				continue
			}
			if documented++; !named[hedge] {
				t.Errorf("the guide's table lacks %q", hedge)
			}
		}
	}
	if documented < 25 {
		t.Errorf("only %d hedges are documented", documented)
	}
}

// TestGuideShowsASilentChange compares the guide's problem with that of the script of
// revisions.
func TestGuideShowsASilentChange(t *testing.T) {
	script, err := os.ReadFile("testdata/script/revision.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, said, found := strings.Cut(string(script), "\n-- silent --\n")
	said, _, _ = strings.Cut(said, "\n-- ")
	guide, err := os.ReadFile(filepath.Join(root, "content/pages/guide/publishing.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !found || !strings.Contains(string(guide), "```\n"+strings.TrimSuffix(said, "\n")+"\n```\n") {
		t.Errorf("the guide does not show what bulletin check says:\n%s", said)
	}
}

// TestGuideNamesEveryKeyOfRecordsAndRevisions asks the readers of both files.
func TestGuideNamesEveryKeyOfRecordsAndRevisions(t *testing.T) {
	for _, c := range []struct{ heading, file, head string }{
		{"Published values and revisions", "data/published/2023-q1.yaml", "edition: 2023-q1\ncells:\n  - {"},
		{"Revisions", "data/revisions.yaml", "- {"},
	} {
		keys, needed := keyTable(t, "data.md", c.heading)
		_, ps := data.Load(fstest.MapFS{c.file: {Data: []byte(c.head + unknownKey + ": 1}\n")}})
		ps = slices.DeleteFunc(ps, func(p diag.Problem) bool { return p.Pos.File != c.file })
		known, wantNeeded := accepted(ps, strings.Count(c.head, "\n")+1)
		for _, list := range [][]string{keys, needed, known, wantNeeded} {
			slices.Sort(list)
		}
		if d := cmp.Diff(known, keys) + cmp.Diff(wantNeeded, needed); d != "" || len(known) < 6 {
			t.Errorf("%s: keys (-accepted +in the guide)\n%s", c.heading, d)
		}
	}
}
