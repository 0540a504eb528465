package build_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"bulletin/internal/build"
)

// TestContentsAndNotes builds sites of random sections, weights, drafts and
// notes. The contents of each edition, on its page and in its print edition,
// name every section once, in reading order, and lead to a page, or a part, with
// that heading; the notes of each page run from 1 to n as their marks first
// stand in it.
func TestContentsAndNotes(t *testing.T) {
	t.Parallel()
	sites := 24
	if testing.Short() {
		sites = 4
	}
	for seed := range sites {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			r := randomSite{Rand: rand.New(rand.NewPCG(9, uint64(seed))), files: map[string]string{}}
			want := r.make()
			dir := t.TempDir()
			for name, text := range r.files {
				file := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			result, err := build.Run(t.Context(), build.Options{Dir: dir, Out: "public", Jobs: 1, Version: "test", Now: func() time.Time { return time.Time{} }})
			if err != nil || result.Blocked {
				t.Fatalf("%v: %s", err, list(result.Problems))
			}
			pages := readPages(t, filepath.Join(dir, "public"))
			for edition, titles := range want {
				inOrder(t, pages, edition, titles)
			}
			marks := 0
			for route, page := range pages {
				marks += notesInOrder(t, route, page)
			}
			if marks == 0 {
				t.Error("the site has no note")
			}
		})
	}
}

// TestOwnContentsAndNotes looks at this repository's site in the same way.
func TestOwnContentsAndNotes(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "public")
	result, err := build.Run(t.Context(), build.Options{Dir: filepath.Join("..", ".."), Out: out, Jobs: 1, Version: "test", Now: func() time.Time { return time.Time{} }})
	if err != nil || result.Blocked {
		t.Fatalf("%v: %s", err, list(result.Problems))
	}
	pages := readPages(t, out)
	inOrder(t, pages, "/reports/2023-q1/", []string{
		"Key regional trends", "Greece", "Bulgaria", "North Macedonia", "Albania", "Montenegro", "Kosovo*", "Serbia", "Romania",
		"Bosnia and Herzegovina", "Croatia", "About the project",
	})
	for route, page := range pages {
		notesInOrder(t, route, page)
	}
}

// readPages parses every page of a site that was built, by its route.
func readPages(t *testing.T, out string) map[string]*html.Node {
	t.Helper()
	pages := map[string]*html.Node{}
	err := filepath.WalkDir(out, func(file string, e os.DirEntry, err error) error {
		if err != nil || path.Base(file) != "index.html" {
			return err
		}
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		route, err := filepath.Rel(out, filepath.Dir(file))
		if err != nil {
			return err
		}
		pages[path.Join("/", filepath.ToSlash(route))+"/"], err = html.Parse(f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if root, ok := pages["//"]; ok {
		pages["/"] = root
		delete(pages, "//")
	}
	return pages
}

// inOrder looks at the contents of an edition on its page and, where there is
// one, in its print edition.
func inOrder(t *testing.T, pages map[string]*html.Node, edition string, titles []string) {
	t.Helper()
	for _, route := range []string{edition, edition + "print/"} {
		page := pages[route]
		if page == nil {
			t.Errorf("there is no %s", route)
			continue
		}
		var got, leads []string
		for _, nav := range all(page, func(n *html.Node) bool {
			return n.Data == "nav" && (strings.Contains(attribute(n, "class"), "edition-contents") || strings.Contains(attribute(n, "class"), "print-contents"))
		}) {
			for item := range nav.Descendants() {
				if item.Data != "li" || item.Parent.Parent != nav {
					continue
				}
				links := all(item, func(n *html.Node) bool { return n.Data == "a" })
				got, leads = append(got, words(links[0])), append(leads, attribute(links[0], "href"))
			}
		}
		sections := got
		if route != edition && len(got) > len(titles) { // the words of the edition's page come before them, its revisions behind
			sections = got[1:min(len(got), 1+len(titles))]
		}
		if !slices.Equal(sections, titles) {
			t.Errorf("%s: the contents are\n%q, want\n%q", route, got, titles)
		}
		for i, to := range leads {
			heading := ""
			if id, ok := strings.CutPrefix(to, "#"); ok {
				for _, n := range all(page, func(n *html.Node) bool { return attribute(n, "id") == id }) {
					for h := range n.Descendants() {
						if heading == "" && (h.Data == "h1" || h.Data == "h2") {
							heading = words(h)
						}
					}
					if heading == "" {
						heading = words(n)
					}
				}
			} else if other := pages[path.Join(route, to)+"/"]; other != nil {
				headings := all(other, func(n *html.Node) bool { return n.Data == "h1" })
				if len(headings) != 1 {
					t.Errorf("%s has %d headings of the first level", to, len(headings))
				}
				heading = words(headings[0])
			}
			if heading != got[i] {
				t.Errorf("%s: %q leads to %s, whose heading is %q", route, got[i], to, heading)
			}
		}
	}
}

// notesInOrder looks at the notes of a page, and counts their marks. Marks that
// have the id of a note without one are those of a print edition's parts.
func notesInOrder(t *testing.T, route string, page *html.Node) int {
	t.Helper()
	ids := map[string]*html.Node{}
	for n := range page.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if ids[id] != nil {
				t.Errorf("%s: the id %s stands twice", route, id)
			}
			ids[id] = n
		}
	}
	highest, count := map[string]int{}, 0
	for n := range page.Descendants() {
		part, place, ok := strings.Cut(attribute(n, "id"), "mark-")
		if !ok || n.Data != "a" && n.Data != "sup" {
			continue
		}
		count++
		text, _, _ := strings.Cut(place, "-")
		number, err := strconv.Atoi(text)
		if err != nil {
			t.Errorf("%s: the mark %q has no number", route, place)
			continue
		}
		if note := ids[part+"note-"+text]; note == nil {
			t.Errorf("%s: the mark %s%s leads to no note", route, part, place)
		}
		switch key := ""; {
		case number > highest[key]+1:
			t.Errorf("%s: behind note %d comes %d", route, highest[key], number)
		case number == highest[key]+1:
			highest[key] = number
		}
	}
	notes := map[string]bool{}
	for id, n := range ids {
		if part, number, ok := strings.Cut(id, "note-"); ok && n.Data == "li" && (part == "" || strings.HasSuffix(part, "-")) {
			notes[number] = true
			back := 0
			for a := range n.Descendants() {
				if attribute(a, "role") == "doc-backlink" {
					back++
					if to := strings.TrimPrefix(attribute(a, "href"), "#"); ids[to] == nil {
						t.Errorf("%s: note %s leads back to %s, which is not there", route, id, to)
					}
				}
			}
			if back == 0 {
				t.Errorf("%s: note %s leads back to nothing", route, id)
			}
		}
	}
	for n := 1; n <= highest[""]; n++ {
		if !notes[strconv.Itoa(n)] {
			t.Errorf("%s: there is no note %d among %v", route, n, slices.Sorted(maps.Keys(notes)))
		}
	}
	if len(notes) != highest[""] {
		t.Errorf("%s: %d notes, and marks up to %d", route, len(notes), highest[""])
	}
	return count
}

// all is every node below n that is wanted.
func all(n *html.Node, want func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && want(d) {
			found = append(found, d)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words are the words in a node, without the marks of notes.
func words(n *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Data == "sup" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
	}
	write(n)
	return strings.Join(strings.Fields(b.String()), " ")
}
