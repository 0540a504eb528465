package render_test

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/internal/site"
)

// load reads a site's folder as a build does, and makes every file of it. Any
// problem fails the test.
func load(t testing.TB, dir string, theme fs.FS) (*site.Site, map[string][]byte) {
	t.Helper()
	s, files, problems := judge(t, os.DirFS(dir), theme)
	fail(t, problems)
	return s, files
}

// judge makes every file of a site and finds whatever is wrong with it.
func judge(t testing.TB, fsys, theme fs.FS) (*site.Site, map[string][]byte, diag.Problems) {
	t.Helper()
	s, files, facts, problems := draft(t, fsys, theme)
	problems = append(problems, check.Run(s)...)
	problems = append(problems, check.Pages(s, facts, slices.Sorted(maps.Keys(files)))...)
	return s, files, problems
}

// draft makes every file of a site, without a look at its rules.
func draft(t testing.TB, fsys, theme fs.FS) (*site.Site, map[string][]byte, []*site.Facts, diag.Problems) {
	t.Helper()
	set, problems := data.Load(fsys)
	parser := content.NewParser()
	var documents []*content.Document
	var uploads []string
	err := fs.WalkDir(fsys, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if strings.HasPrefix(name, "content/uploads/") {
			uploads = append(uploads, name)
			return nil
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		d, found := parser.Parse(name, src)
		problems = append(problems, found...)
		documents = append(documents, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s, found := site.Assemble(site.Config{Files: uploads}, set, documents)
	problems = append(problems, found...)
	templates, found := render.LoadTemplates(nil, theme)
	problems = append(problems, found...)
	outputs, found := render.Plan(s, templates, fsys, nil)
	problems = append(problems, found...)
	files := map[string][]byte{}
	var facts []*site.Facts
	for _, o := range outputs {
		made, found := o.Make()
		problems = append(problems, found...)
		files[o.Path] = made.Bytes
		for n, path := range o.Along {
			files[path] = made.Along[n]
		}
		facts = append(facts, made.Facts)
	}
	return s, files, facts, problems
}

func fail(t testing.TB, problems diag.Problems) {
	t.Helper()
	problems, _ = problems.Split()                                                                      // what is accepted is no problem
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Rule == "unrecorded" }) // these editions are tried, not published
	problems.Sort()
	for _, p := range problems {
		t.Errorf("%s: %s: %s [%s]", p.Pos, p.Severity, p.Message, p.Rule)
	}
	if len(problems) > 0 {
		t.FailNow()
	}
}

var update = flag.Bool("update", false, "write what is made to testdata/sites/*/want")

// TestGoldenSites makes small sites with a theme that shows the views bare. A
// file that is missing, unexpected or different fails.
func TestGoldenSites(t *testing.T) {
	sites, err := filepath.Glob("testdata/sites/*")
	if err != nil || len(sites) == 0 {
		t.Fatalf("no golden sites: %v", err)
	}
	for _, dir := range sites {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			_, got := load(t, dir, os.DirFS("testdata/theme"))
			want := filepath.Join(dir, "want")
			if *update {
				write(t, want, got)
			}
			compare(t, want, got)
		})
	}
}

// shown is a file as it is kept: of a picture or a workbook only that it is one, since
// packages chart and sheet keep their own, and of a page all but the sizes of those.
func shown(src []byte) []byte {
	if bytes.HasPrefix(src, []byte("<svg ")) && bytes.HasSuffix(bytes.TrimSpace(src), []byte("</svg>")) {
		return []byte("a picture\n")
	}
	if bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return []byte("a workbook\n")
	}
	return pictureSize.ReplaceAll(src, []byte("$1 some kB"))
}

var pictureSize = regexp.MustCompile(`(\.(?:svg|xlsx)">[^<]*</a>) \d+\x{a0}kB`)

func write(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for name, src := range files {
		src := shown(src)
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, src, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func compare(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	var known []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		known = append(known, name)
		want, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		got, ok := files[name]
		switch {
		case !ok:
			t.Errorf("%s is missing", name)
		case string(shown(got)) != string(want):
			t.Errorf("%s differs:\n%s", name, cmp.Diff(string(want), string(shown(got))))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if !slices.Contains(known, name) {
			t.Errorf("%s is unexpected", name)
		}
	}
}

// TestSameBytes makes a site twice: maps and workers must leave no trace.
func TestSameBytes(t *testing.T) {
	_, first := load(t, "testdata/sites/small", os.DirFS("testdata/theme"))
	for range 5 {
		_, again := load(t, "testdata/sites/small", os.DirFS("testdata/theme"))
		if d := cmp.Diff(first, again); d != "" {
			t.Fatal(d)
		}
	}
}

// TestOneValue changes one value of the data: every page, table and chart that
// shows it changes, and nothing else.
func TestOneValue(t *testing.T) {
	theme := os.DirFS("testdata/theme")
	_, before := load(t, "testdata/sites/small", theme)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/sites/small")); err != nil {
		t.Fatal(err)
	}
	replace(t, filepath.Join(dir, "data/observations/a.yaml"), "value: 16216", "value: 16220")
	_, after := load(t, dir, theme)
	var changed []string
	for name, src := range after {
		if string(src) != string(before[name]) {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	want := []string{
		"areas/both/index.html",   // its members compared
		"areas/index.html",        // the key figure of each area
		"areas/serbia/index.html", // all figures of the area
		"areas/serbia/serbia.csv",
		"data/arrivals/arrivals-chart.csv", // its chart
		"data/arrivals/arrivals-chart.svg",
		"data/arrivals/arrivals.csv", // its open data
		"data/arrivals/arrivals.json",
		"data/arrivals/arrivals.xlsx",
		"data/arrivals/index.html", // the cell itself
		"data/datapackage.json",    // sizes and hashes of the CSV
		"data/index.html",          // its version
		"data/observations.csv",    // the open data of all
		"data/observations.json",
		"data/observations.xlsx",
		"index.html",               // the lead and the key figure
		"regions/north/index.html", // a figure in a Markdown string
		"reports/2023-q1/change-headline.csv",
		"reports/2023-q1/citation.bib",      // the version of its figures
		"reports/2023-q1/index.html",        // the chart, the table and the contents
		"reports/2023-q1/kosovo/index.html", // a table, and the way to the chapter before
		"reports/2023-q1/kosovo/table-arrivals.csv",
		"reports/2023-q1/print/index.html",  // all of that on one page
		"reports/2023-q1/serbia/index.html", // the chapter
		"search.json",                       // the lead of one
		"search/index.html",                 // which names it by its hash
	}
	if d := cmp.Diff(want, changed); d != "" {
		t.Error(d)
	}
	for _, name := range want {
		if strings.Contains(string(after[name]), "16,216") || strings.Contains(string(after[name]), "16216") {
			t.Errorf("%s still shows the old value", name)
		}
	}
}

func replace(t *testing.T, path, old, new string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(src), old) != 1 {
		t.Fatalf("%s: %q does not stand there once", path, old)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(src), old, new, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}
