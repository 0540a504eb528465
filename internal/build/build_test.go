package build_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// smallSite is a copy of testdata/site.
func smallSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func options(dir string) build.Options {
	return build.Options{Dir: dir, Out: "public", Jobs: 2, Version: "test", Now: time.Now}
}

func run(t *testing.T, o build.Options) *build.Result {
	t.Helper()
	result, err := build.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// tree is every file under a folder, the manifest aside.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(name, ".bulletin/") {
			return err
		}
		src, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func edit(t *testing.T, dir, file, before, after string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(file))
	src, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(src, []byte(before)) {
		t.Fatalf("%s does not hold %q: %v", file, before, err)
	}
	if err := os.WriteFile(path, bytes.Replace(src, []byte(before), []byte(after), 1), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOneValueChangesWhatShowsIt is the promise of the tool: a value is kept
// once, and every page that depends on it follows, and no other.
func TestOneValueChangesWhatShowsIt(t *testing.T) {
	dir := smallSite(t)
	run(t, options(dir))
	before := tree(t, filepath.Join(dir, "public"))
	edit(t, dir, "data/observations/2022-Q1.yaml", "serbia: 10373", "serbia: 8108")
	result := run(t, options(dir))
	after := tree(t, filepath.Join(dir, "public"))
	changed := 0
	for name, src := range after {
		if src == before[name] {
			if strings.Contains(src, "10,373") {
				t.Errorf("%s still shows the old value", name)
			}
			continue
		}
		changed++
		if strings.HasSuffix(name, "/citation.bib") || name == "data/index.html" { // name the version of the figures
			continue
		}
		if strings.HasSuffix(name, ".xlsx") || strings.HasSuffix(name, "datapackage.json") { // packed, and hashes of the others
			continue
		}
		if (strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "areas/")) && strings.Contains(src, "8108") { // an exact number, for programs
			continue
		}
		if !strings.Contains(src, "8,108") && !strings.Contains(src, "100%") {
			t.Errorf("%s changed, and shows neither the value nor its change", name)
		}
	}
	if changed == 0 || result.Written != changed || result.Unchanged != len(after)-changed {
		t.Errorf("%d files differ, and the result is %+v", changed, result.Changes)
	}
	if _, ok := after["about/index.html"]; !ok || after["about/index.html"] != before["about/index.html"] {
		t.Error("a page without figures changed")
	}
}

func TestResult(t *testing.T) {
	dir := smallSite(t)
	var steps []int
	o := options(dir)
	o.Progress = func(done, total int) {
		steps = append(steps, done)
		if done > total {
			t.Errorf("%d of %d", done, total)
		}
	}
	clock := time.Unix(0, 0)
	o.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
	result := run(t, o)
	// Files that are made with their page: the sheet of the print edition, a citation,
	// the index of the search, the open data of all, of the one indicator and of two areas, the chart of the indicator.
	const along = 3 + 8 + 3 + 2 + 2
	if result.Pages == 0 || result.Written != len(steps)+along || result.Blocked || result.BasePath != "/small/" || result.Duration != time.Second {
		t.Errorf("got %+v after %d steps", result, len(steps))
	}

	o.BaseURL = "https://example.net/else/where"
	if result := run(t, o); result.BasePath != "/else/where/" {
		t.Errorf("base path %s", result.BasePath)
	}
}

func TestCheckWritesNothing(t *testing.T) {
	dir := smallSite(t)
	edit(t, dir, "content/reports/2023-q1/serbia.md", "[16,216]", "[16,126]")
	before := tree(t, dir)
	o := options(dir)
	o.Check, o.Out = true, ""
	result := run(t, o)
	if !result.Blocked || len(result.Problems) != 1 || result.Problems[0].Rule != "claim" {
		t.Errorf("got %+v", result.Problems)
	}
	if src := result.Source(result.Problems[0].Pos.File); !bytes.Contains(src, []byte("[16,126]")) {
		t.Errorf("the source is %q", src)
	}
	if d := cmp.Diff(before, tree(t, dir)); d != "" {
		t.Error(d)
	}
}

// TestProblemsDoNotDependOnTheWorkers builds a site with many faults.
func TestProblemsDoNotDependOnTheWorkers(t *testing.T) {
	dir := smallSite(t)
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		src := "---\ntitle: X\ncolour: red\n---\n\n{{ arivals serbia 2023-Q1 }} [no](/where/)\n"
		if err := os.WriteFile(filepath.Join(dir, "content", "pages", name+".md"), []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var first diag.Problems
	for _, jobs := range []int{1, 2, 8} {
		o := options(dir)
		o.Jobs = jobs
		got := run(t, o).Problems
		if first == nil {
			first = got
		}
		if d := cmp.Diff(first, got); d != "" || len(got) < 18 {
			t.Errorf("jobs %d: %d problems\n%s", jobs, len(got), d)
		}
	}
}

func TestCancelled(t *testing.T) {
	dir := smallSite(t)
	ctx, cancel := context.WithCancel(t.Context())
	o := options(dir)
	o.Progress = func(int, int) { cancel() }
	result, err := build.Run(ctx, o)
	if !errors.Is(err, context.Canceled) || result.Written != 0 {
		t.Errorf("got %+v, %v", result, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something is left behind: %v", err)
	}
}

// TestFaultIsNoCrash makes the generator fail in the middle of a build.
func TestFaultIsNoCrash(t *testing.T) {
	dir := smallSite(t)
	run(t, options(dir))
	before := tree(t, dir)
	edit(t, dir, "content/pages/about.md", "Who makes", "Who made")
	o := options(dir)
	o.Progress = func(int, int) { panic("a mistake of ours") }
	_, err := build.Run(t.Context(), o)
	var fault *build.Fault
	if !errors.As(err, &fault) || !strings.Contains(err.Error(), "a mistake of ours") {
		t.Errorf("got %v", err)
	}
	edit(t, dir, "content/pages/about.md", "Who made", "Who makes")
	if d := cmp.Diff(before, tree(t, dir)); d != "" {
		t.Error(d)
	}
	run(t, options(dir)) // nothing is locked or half done
}

func TestOwnTemplateTakesThePlace(t *testing.T) {
	dir := smallSite(t)
	if err := os.MkdirAll(filepath.Join(dir, "templates"), 0o755); err != nil {
		t.Fatal(err)
	}
	own := `{{define "main"}}<h1>{{.Title}}, in our own words</h1>{{end}}`
	if err := os.WriteFile(filepath.Join(dir, "templates", "page.html"), []byte(own), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, options(dir))
	if got := tree(t, filepath.Join(dir, "public"))["about/index.html"]; !strings.Contains(got, "<h1>About, in our own words</h1>") {
		t.Errorf("got\n%s", got)
	}

	if err := os.WriteFile(filepath.Join(dir, "templates", "page.html"), []byte("{{define \"main\"}}\n{{.Nonsense}}{{end}}"), 0o644); err != nil {
		t.Fatal(err)
	}
	result := run(t, options(dir))
	if !result.Blocked || result.Problems[0].Pos.File != "templates/page.html" || result.Problems[0].Pos.Line != 2 {
		t.Errorf("got %v", result.Problems)
	}
}
