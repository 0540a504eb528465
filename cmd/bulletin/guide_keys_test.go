package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// keyTable is the keys of the first table under a heading, and which of them
// are needed.
func keyTable(t *testing.T, page, heading string) (keys, needed []string) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(root, "content/pages/guide", page))
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(src), "\n## "+heading+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|").FindAllStringSubmatch(section, -1) {
		keys = append(keys, m[1])
		if m[2] == "yes" {
			needed = append(needed, m[1])
		}
	}
	if !found || len(keys) == 0 {
		t.Errorf("%s has no table of keys under %q", page, heading)
	}
	return keys, needed
}

// accepted is what the reader of a mapping says about one with nothing but an
// unknown key: the keys that it knows, and those that it needs. line is that of
// the mapping.
func accepted(ps diag.Problems, line int) (known, needed []string) {
	for _, p := range ps {
		if list, ok := strings.CutPrefix(p.Hint, "known here: "); ok && p.Pos.Line == line {
			known = strings.Split(list, ", ")
		}
		if key, ok := strings.CutPrefix(p.Hint, "add "); ok && p.Pos.Line == line {
			needed = append(needed, key)
		}
	}
	return known, needed
}

const unknownKey = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"

func TestGuideNamesEveryKeyOfFrontMatter(t *testing.T) {
	common, _ := keyTable(t, "pages.md", "Front matter of every page")
	for _, c := range []struct {
		heading, file string
		nested        []string // mappings within, each after those around it
	}{
		{"Home page", "content/_index.md", nil},
		{"Report", "content/reports/2023-q1/_index.md", []string{"credits"}},
		{"Section", "content/reports/2023-q1/serbia.md", []string{"headline"}},
		{"Snapshot", "content/snapshots/2024-02.md", nil},
		{"Article", "content/news/a-name.md", []string{"contacts[]"}},
		{"Page", "content/pages/a-name.md", nil},
		{"Region", "content/pages/regions/a-name.md", []string{"newsUpdates", "newsUpdates.updates[]", "stayInformed", "stayInformed.links[]"}},
	} {
		keys, needed := keyTable(t, "pages.md", c.heading)
		want := map[string][]string{"": slices.Clone(common)}
		wantNeeded := map[string][]string{}
		for _, key := range keys {
			group, name := "", key
			if i := strings.LastIndexByte(key, '.'); i >= 0 {
				group, name = key[:i], key[i+1:]
			}
			want[group] = append(want[group], name)
			if slices.Contains(needed, key) {
				wantNeeded[group] = append(wantNeeded[group], name)
			}
		}
		got, gotNeeded := map[string][]string{}, map[string][]string{}
		for _, path := range append([]string{""}, c.nested...) {
			front, line := nest(path)
			_, ps := content.Parse(c.file, []byte("---\n"+front+"---\n"))
			group := strings.ReplaceAll(path, "[]", "")
			known, needed := accepted(ps, line)
			got[group] = known
			if len(needed) > 0 {
				gotNeeded[group] = needed
			}
		}
		for _, m := range []map[string][]string{want, wantNeeded, got, gotNeeded} {
			for _, list := range m {
				slices.Sort(list)
			}
		}
		if d := cmp.Diff(got, want); d != "" {
			t.Errorf("%s: keys (-accepted +in the guide)\n%s", c.heading, d)
		}
		if d := cmp.Diff(gotNeeded, wantNeeded); d != "" {
			t.Errorf("%s: needed keys (-accepted +in the guide)\n%s", c.heading, d)
		}
	}
}

// nest writes front matter with an unknown key in the mapping at path, and
// tells its line in the file.
func nest(path string) (front string, line int) {
	indent := ""
	line = 2
	if path != "" {
		for _, step := range strings.Split(path, ".") {
			name, list := strings.CutSuffix(step, "[]")
			front += indent + name + ":\n"
			if indent = strings.ReplaceAll(indent, "-", " ") + "  "; list {
				indent += "- "
			}
			line++
		}
	}
	return front + indent + unknownKey + ": 1\n", line
}

func TestGuideNamesEveryFieldOfABlock(t *testing.T) {
	fields, _ := keyTable(t, "charts.md", "Fields")
	_, ps := content.Parse("content/pages/a-name.md", []byte("---\ntitle: T\n---\n```chart\n"+unknownKey+": 1\n```\n"))
	known, _ := accepted(ps, 5)
	slices.Sort(fields)
	slices.Sort(known)
	if d := cmp.Diff(known, fields); d != "" {
		t.Errorf("fields (-accepted +in the guide)\n%s", d)
	}
}

func TestGuideNamesEveryKeyOfTheSite(t *testing.T) {
	keys, needed := keyTable(t, "data.md", "The site")
	_, ps := data.Load(fstest.MapFS{"data/site.yaml": {Data: []byte(unknownKey + ": 1\n")}})
	ps = slices.DeleteFunc(ps, func(p diag.Problem) bool { return p.Pos.File != "data/site.yaml" })
	known, wantNeeded := accepted(ps, 1)
	slices.Sort(keys)
	slices.Sort(known)
	if d := cmp.Diff(known, keys) + cmp.Diff(wantNeeded, needed); d != "" {
		t.Errorf("keys (-accepted +in the guide)\n%s", d)
	}
}

func TestGuideNamesEveryCommandAndFlag(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(root, "content/pages/guide/commands.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := rootCommand(time.Now).Commands()
	for i := 0; i < len(commands); i++ {
		c := commands[i]
		commands = append(commands, c.Commands()...)
		if c.Parent() == c.Root() && !strings.Contains(string(src), "`bulletin "+c.Name()+"`") {
			t.Errorf("the guide lacks bulletin %s", c.Name())
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(string(src), "`--"+f.Name+"`") {
				t.Errorf("the guide lacks --%s of bulletin %s", f.Name, c.Name())
			}
		})
	}
}
