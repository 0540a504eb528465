package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The guide shows what an author writes and, beside it, what comes of it. These
// tests keep it true: an example is live on its page, an excerpt stands in the
// file that it names, a problem is what the command says of the block before
// it, and the tables of keys and flags are whole.

// root is the repository, which is a site.
const root = "../.."

// guideBlock is a fenced block of a page: an example, or a chart or table.
type guideBlock struct {
	info, text string
	line       int
}

func (b guideBlock) live() bool { return b.info == "chart" || b.info == "table" }

// shownProblem tells whether the block is what the command says.
func (b guideBlock) shownProblem() bool {
	return b.info == "text" && strings.Contains(b.text, ": error: ")
}

// page tells whether the block is a whole page, with its front matter.
func (b guideBlock) page() bool { return b.info == "markdown" && strings.HasPrefix(b.text, "---\n") }

// guidePage is a page of the guide. live is what the build evaluates: the page
// without its examples, and without the signs of quotations.
type guidePage struct {
	name, live string
	lines      []string
	blocks     []guideBlock
}

func guidePages(t *testing.T) []guidePage {
	t.Helper()
	names := []string{filepath.Join(root, "content/pages/guide.md")}
	for _, pattern := range []string{"content/pages/guide/*.md", "content/pages/guide/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no pages of the guide: %v", err)
		}
		names = append(names, found...)
	}
	var pages []guidePage
	for _, name := range names {
		if filepath.Base(name) == "rules.md" {
			continue // made from the rules, with what a build says: see TestGuideOfRules
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, readGuidePage(filepath.Base(name), string(src)))
	}
	return pages
}

func readGuidePage(name, src string) guidePage {
	p := guidePage{name: name, lines: strings.Split(src, "\n")}
	var live, block []string
	fence := ""
	for i, line := range p.lines {
		ticks := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		switch {
		case fence == "" && len(ticks) >= 3:
			fence, block = ticks, nil
			p.blocks = append(p.blocks, guideBlock{info: strings.TrimPrefix(line, ticks), line: i + 1})
		case fence != "" && line == fence:
			last := &p.blocks[len(p.blocks)-1]
			last.text = strings.Join(block, "\n")
			if last.live() {
				live = append(live, fence+last.info, last.text, fence)
			}
			fence = ""
		case fence != "":
			block = append(block, line)
		default:
			live = append(live, strings.TrimPrefix(line, "> "))
		}
	}
	p.live = strings.Join(live, "\n")
	return p
}

func TestGuideExamplesAreLive(t *testing.T) {
	t.Parallel()
	row := regexp.MustCompile("^\\|.* `([^`]*\\{\\{[^`]*)` \\| (.*)$") // code, and what it reads
	shown := 0
	var refused []refusedClaim
	for _, p := range guidePages(t) {
		for i, b := range p.blocks {
			if b.info != "markdown" || i+1 < len(p.blocks) && p.blocks[i+1].shownProblem() || b.page() {
				continue // see the tests of problems and of mended pages
			}
			shown++
			if text := strings.ReplaceAll("\n"+b.text, "\n> ", "\n"); !strings.Contains("\n"+p.live, text+"\n") {
				t.Errorf("%s:%d: the example does not stand on the page as well:\n%s", p.name, b.line, b.text)
			}
		}
		for i, line := range p.lines {
			cells := row.FindStringSubmatch(line)
			if cells == nil {
				continue
			}
			shown++
			source, rest := cells[1], cells[2]
			if refusedRow(p.lines[:i]) {
				refused = append(refused, refusedClaim{fmt.Sprintf("%s:%d", p.name, i+1), source})
				continue
			}
			if rest != source+" |" {
				t.Errorf("%s:%d: the row shows %s, but has %s", p.name, i+1, source, rest)
			}
		}
	}
	if shown < 60 {
		t.Errorf("only %d examples were found", shown)
	}
	testRefused(t, refused)
}

// refusedClaim is a claim that the guide tells to be refused, and where it stands.
type refusedClaim struct{ at, source string }

// testRefused checks the site with a page more for each claim.
func testRefused(t *testing.T, claims []refusedClaim) {
	t.Helper()
	page := func(i int) string { return fmt.Sprintf("content/pages/example-%d.md", i+1) }
	pages := map[string]string{}
	for i, c := range claims {
		pages[page(i)] = fmt.Sprintf("---\ntitle: Example %d\n---\n\n%s\n", i+1, c.source)
	}
	said := checkedWith(t, pages)
	for i, c := range claims {
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(page(i)) + `:[\d:]+ error: .* \[(claim|around)\]$`).MatchString(said) {
			t.Errorf("%s: %s is not refused: %s", c.at, c.source, said)
		}
	}
}

// refusedRow tells whether the row below these lines is in a table of claims
// that are refused, which cannot be live.
func refusedRow(above []string) bool {
	for _, line := range slices.Backward(above) {
		if !strings.HasPrefix(line, "|") {
			return false
		}
		if strings.HasPrefix(line, "| Written |") {
			return true
		}
	}
	return false
}

// TestGuideExcerptsStandInTheirFiles takes each line of an excerpt for one of
// the file that its first line names, in the same order. A line that ends in
// three dots is the beginning of one. Values may be corrected without the guide:
// of observations, digits are not compared.
func TestGuideExcerptsStandInTheirFiles(t *testing.T) {
	shown := 0
	digits := regexp.MustCompile(`\d+`)
	for _, p := range guidePages(t) {
		for _, b := range p.blocks {
			first, rest, _ := strings.Cut(b.text, "\n")
			name, ok := strings.CutPrefix(first, "# ")
			if b.info != "yaml" || !ok {
				continue
			}
			shown++
			src, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Errorf("%s:%d: %v", p.name, b.line, err)
				continue
			}
			if strings.HasPrefix(name, "data/observations/") {
				src, rest = digits.ReplaceAll(src, []byte("0")), digits.ReplaceAllString(rest, "0")
			}
			file := strings.Split(string(src), "\n")
			for _, line := range strings.Split(rest, "\n") {
				begin, cut := strings.CutSuffix(line, "…")
				at := slices.IndexFunc(file, func(full string) bool { return full == line || cut && strings.HasPrefix(full, begin) })
				if at < 0 {
					t.Errorf("%s:%d: %s has no line, in this order,\n%s", p.name, b.line, name, line)
					break
				}
				file = file[at+1:]
			}
		}
	}
	if shown < 10 {
		t.Errorf("only %d excerpts were found", shown)
	}
}

// checkedWith is what the command says of the site with files more, which
// must be a problem.
func checkedWith(t *testing.T, files map[string]string) string {
	t.Helper()
	code, said, rest := checkWith(t, files)
	if code != problems {
		t.Errorf("with %v: exit code %d: %s", slices.Sorted(maps.Keys(files)), code, rest)
	}
	return said
}

// checkWith checks the site with files more.
func checkWith(t *testing.T, files map[string]string) (code int, said, rest string) {
	t.Helper()
	dir := t.TempDir()
	for _, part := range []string{"content", "data"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	for file, src := range files {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr output
	code = run(t.Context(), []string{"check", "-C", dir}, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// TestGuideProblemsAreReal puts the block before a shown problem into a copy of
// the site, and checks that.
func TestGuideProblemsAreReal(t *testing.T) {
	t.Parallel()
	lineNumber := regexp.MustCompile(`(observations/[\w-]+\.yaml):[\d:]+\d`) // moves with the data
	shown := 0
	for _, p := range guidePages(t) {
		for i, b := range p.blocks {
			if !b.shownProblem() || i == 0 {
				continue
			}
			shown++
			t.Run(fmt.Sprintf("%s:%d", p.name, b.line), func(t *testing.T) {
				t.Parallel()
				file, _, _ := strings.Cut(b.text, ":")
				said := checkedWith(t, map[string]string{file: p.blocks[i-1].text + "\n"})
				want := lineNumber.ReplaceAllString(b.text, "$1")
				if got := lineNumber.ReplaceAllString(said, "$1"); !strings.Contains(got, want) {
					t.Errorf("the command says\n%s\nand not\n%s", got, want)
				}
			})
		}
	}
	if shown < 4 {
		t.Errorf("only %d problems were found", shown)
	}
}
