package internal_test

import (
	"fmt"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// packageMap is what the README of internal says.
type packageMap struct {
	packages map[string][]string // package → ours that it may import
	owners   map[string][]string // library → packages that may import it
}

// readMap reads the lists of the README.
func readMap(readme string) packageMap {
	m := packageMap{map[string][]string{}, map[string][]string{}}
	into := map[string][]string(nil)
	name := regexp.MustCompile("`([^`]+)`")
	for line := range strings.Lines(readme) {
		switch {
		case strings.HasPrefix(line, "## Packages"):
			into = m.packages
		case strings.HasPrefix(line, "## Libraries"):
			into = m.owners
		case strings.HasPrefix(line, "## "):
			into = nil
		case strings.HasPrefix(line, "- `") && into != nil:
			list, _, _ := strings.Cut(line, ": ")
			var names []string
			for _, match := range name.FindAllStringSubmatch(list, -1) {
				names = append(names, match[1])
			}
			into[names[0]] = names[1:]
		}
	}
	return m
}

// short is a package of the module as the map names it.
func short(dir string) string { return strings.TrimPrefix(dir, "internal/") }

// disagreements are the places where the code under fsys and the map differ.
func disagreements(fsys fs.FS, module string, m packageMap) ([]string, error) {
	var found []string
	seen := map[string]bool{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || base == "testdata") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if x, err := constraint.Parse(c.Text); err == nil && x.String() == "ignore" {
					return nil // a tool beside the package
				}
			}
		}
		pkg := short(path.Dir(name))
		seen[pkg] = true
		allowed, listed := m.packages[pkg]
		if !listed {
			found = append(found, fmt.Sprintf("%s: the package %s is not in the map", name, pkg))
			return nil
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
				if !slices.Contains(allowed, short(ours)) {
					found = append(found, fmt.Sprintf("%s: %s may not import %s", name, pkg, short(ours)))
				}
				continue
			}
			owners, owned := m.owner(imported)
			if owned && !slices.Contains(owners, pkg) {
				found = append(found, fmt.Sprintf("%s: %s may not use %s", name, pkg, imported))
			}
			if !owned && strings.Contains(strings.Split(imported, "/")[0], ".") {
				found = append(found, fmt.Sprintf("%s: the library %s is not in the map", name, imported))
			}
		}
		return nil
	})
	for pkg := range m.packages {
		if !seen[pkg] {
			found = append(found, fmt.Sprintf("the map names %s, which has no code", pkg))
		}
	}
	slices.Sort(found)
	return slices.Compact(found), err
}

// owner finds who may use an imported package: a library's packages belong to
// the library, those of the standard library stand alone.
func (m packageMap) owner(imported string) ([]string, bool) {
	if owners, ok := m.owners[imported]; ok {
		return owners, true
	}
	for library, owners := range m.owners {
		if strings.Contains(library, ".") && strings.HasPrefix(imported, library+"/") {
			return owners, true
		}
	}
	return nil, false
}

// cycles are the ways through the map that lead back to where they began.
func cycles(m packageMap) []string {
	var found []string
	var visit func(from string, trail []string)
	visit = func(from string, trail []string) {
		if slices.Contains(trail, from) {
			found = append(found, strings.Join(append(trail, from), " → "))
			return
		}
		for _, to := range m.packages[from] {
			visit(to, append(slices.Clone(trail), from))
		}
	}
	for pkg := range m.packages {
		visit(pkg, nil)
	}
	return found
}

func TestCodeAgreesWithTheMap(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	m := readMap(string(readme))
	if len(m.packages) < 10 || len(m.owners) < 5 {
		t.Fatalf("the map was not understood: %v", m)
	}
	found, err := disagreements(os.DirFS(root), "bulletin", m)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(found, cycles(m)...) {
		t.Error(f)
	}
	for pkg, allowed := range m.packages {
		for _, to := range allowed {
			if _, ok := m.packages[to]; !ok {
				t.Errorf("the map lets %s import %s, which it does not list", pkg, to)
			}
		}
	}
}

// TestDisagreementIsSeen shows that the test above can fail, once for each way
// in which code and map may disagree.
func TestDisagreementIsSeen(t *testing.T) {
	const readme = `# The packages
## Packages
- ` + "`cmd/tool` → `top`" + `: the command
- ` + "`top` → `low`" + `: above
- ` + "`low` →" + `: below
## Libraries
- ` + "`example.org/yaml` → `low`" + `: one door
- ` + "`os` → `cmd/tool`" + `: the disk
`
	good := map[string]string{
		"cmd/tool/main.go":       `package main; import ("os"; "m/internal/top")`,
		"internal/top/top.go":    `package top; import ("fmt"; "m/internal/low")`,
		"internal/low/low.go":    `package low; import "example.org/yaml/node"`,
		"internal/low/tool.go":   "//go:build ignore\n\npackage main\n\nimport \"os\"\n",
		"internal/low/a_test.go": `package low_test; import "m/internal/top"`,
	}
	for _, c := range []struct {
		name, file, src string
		want            string
	}{
		{"nothing", "internal/top/more.go", `package top; import "strings"`, ""},
		{"an import that points up", "internal/low/more.go", `package low; import "m/internal/top"`, "low may not import top"},
		{"an import past a neighbour", "cmd/tool/more.go", `package main; import "m/internal/low"`, "cmd/tool may not import low"},
		{"a package that is not listed", "internal/new/new.go", `package new`, "the package new is not in the map"},
		{"a second door", "internal/top/more.go", `package top; import "example.org/yaml"`, "top may not use example.org/yaml"},
		{"a part of it through a second door", "internal/top/more.go", `package top; import "example.org/yaml/x"`, "top may not use example.org/yaml/x"},
		{"a new library", "internal/low/more.go", `package low; import "example.org/other"`, "the library example.org/other is not in the map"},
		{"the disk", "internal/low/more.go", `package low; import "os"`, "low may not use os"},
		{"an entry without code", "internal/low/low.go", "", "the map names low, which has no code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, src := range good {
				fsys[name] = &fstest.MapFile{Data: []byte(src)}
			}
			fsys[c.file] = &fstest.MapFile{Data: []byte(c.src)}
			if c.src == "" {
				delete(fsys, c.file)
			}
			found, err := disagreements(fsys, "m", readMap(readme))
			if err != nil {
				t.Fatal(err)
			}
			if c.want == "" {
				if len(found) > 0 {
					t.Errorf("got %v, want nothing", found)
				}
				return
			}
			if !slices.ContainsFunc(found, func(f string) bool { return strings.HasSuffix(f, c.want) }) {
				t.Errorf("got %v, want %q", found, c.want)
			}
		})
	}
	if got := cycles(packageMap{packages: map[string][]string{"a": {"b"}, "b": {"a"}}}); len(got) == 0 {
		t.Error("a circle in the map is not seen")
	}
}
