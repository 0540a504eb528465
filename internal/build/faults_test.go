package build_test

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// TestFaults builds small sites that have the faults of the published overview,
// each an archive of testdata/faults whose files stand in the place of those of
// base.txtar, or are a site of their own when areas are among them. A line of
// its section "want" is a problem:
//
//	file:line:col: severity [rule] words of the message or the hint
//
// The site has these problems and no others. The files under "mended" take the
// place of the faulty ones; the mended site has only what its "want" lists as
// accepted, and is published even under --strict, and a line of its section
// "shows" is a file of it and words on that page.
func TestFaults(t *testing.T) {
	t.Parallel()
	base := archive(t, "base.txtar")
	if problems, _ := faulty(t, base); len(problems) > 0 {
		t.Fatalf("the site without a fault has problems:\n%s", list(problems))
	}
	for _, name := range faultNames(t) {
		t.Run(strings.TrimSuffix(name, ".txtar"), func(t *testing.T) {
			t.Parallel()
			files, site, mended := archive(t, name), map[string]string{}, map[string]string{}
			if files["data/areas.yaml"] == "" {
				site = maps.Clone(base)
			}
			for file, text := range files {
				if rest, ok := strings.CutPrefix(file, "mended/"); ok {
					mended[rest] = text
				} else {
					site[file] = text
				}
			}
			if site["want"] == "" || len(mended) == 0 {
				t.Fatal("a fault wants problems, and a mended version")
			}
			problems, _ := faulty(t, site)
			compare(t, "the fault", problems, site["want"])

			delete(site, "want")
			maps.Copy(site, mended)
			problems, out := faulty(t, site)
			compare(t, "the mended site", problems, site["want"])
			if strings.Contains(site["want"], ": warning ") || strings.Contains(site["want"], ": error ") {
				t.Error("a mended site may list what was accepted, nothing else")
			}
			for line := range strings.Lines(site["shows"]) {
				file, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
				page, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
				if err != nil || !strings.Contains(string(page), words) {
					t.Errorf("%s does not show %q (%v)", file, words, err)
				}
			}
		})
	}
}

// TestFaultsAreThere demands an archive for every fault that a rule must catch.

func TestFaultsAreThere(t *testing.T) {
	t.Parallel()
	var there []string
	for _, name := range faultNames(t) {
		there = append(there, name[:2])
	}
	want := strings.Fields("01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20")
	if got := slices.Compact(there); !slices.Equal(got, want) {
		t.Errorf("there are the faults %v, want %v", got, want)
	}
}

// faultNames are the archives of faults, sorted.
func faultNames(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "faults", "[0-9][0-9]-*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// archive reads the files of an archive. A name that comes twice, and words in
// the place of a file name, are mistakes of the archive.
func archive(t *testing.T, name string) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", "faults", name))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range a.Files {
		if _, twice := files[f.Name]; twice || !slices.Contains([]string{".md", ".yaml", ""}, path.Ext(f.Name)) {
			t.Fatalf("%s: section %q is there twice, or is no file of a site", name, f.Name)
		}
		files[f.Name] = string(f.Data)
	}
	return files
}

// faulty builds a site as --strict does, and gives what was found and where the
// site is.
func faulty(t *testing.T, site map[string]string) (problems diag.Problems, out string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range site {
		if path.Ext(name) == "" {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	options := build.Options{Dir: dir, Out: "public", Jobs: 1, Strict: true, Version: "test", Now: func() time.Time { return time.Time{} }}
	strict, err := build.Run(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	if stopped := len(strict.Problems) > 0; strict.Blocked != stopped || strict.Problems.Warnings() > 0 {
		t.Errorf("blocked: %v, with the problems\n%s", strict.Blocked, list(strict.Problems))
	}
	options.Strict, options.Check = false, true
	result, err := build.Run(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	return append(result.Problems, result.Accepted...), filepath.Join(dir, "public")
}

// compare finds each wanted problem among those there are, and leaves none.
func compare(t *testing.T, what string, problems diag.Problems, want string) {
	t.Helper()
	left := slices.Clone(problems)
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		head, words, ok := strings.Cut(line, "] ")
		i := slices.IndexFunc(left, func(p diag.Problem) bool {
			return ok && headOf(p) == head+"]" && (strings.Contains(p.Message, words) || strings.Contains(p.Hint, words))
		})
		if i < 0 {
			t.Errorf("%s lacks: %s", what, line)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	if len(left) > 0 {
		t.Errorf("%s has, and should not:\n%s", what, list(left))
	}
}

// headOf is what stands before the message in a section "want".
func headOf(p diag.Problem) string {
	return fmt.Sprintf("%s: %s [%s]", p.Pos, p.Severity, p.Rule)
}

// list writes problems as a section "want" has them.
func list(problems diag.Problems) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s (hint: %s)\n", headOf(p), p.Message, p.Hint)
	}
	return b.String()
}
