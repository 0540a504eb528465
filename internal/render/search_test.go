package render_test

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/site"
	"bulletin/templates"
)

// foundEntry is a page as the index of the search tells of it.
type foundEntry struct {
	Kind     int      `json:"k"`
	Title    string   `json:"t"`
	Address  string   `json:"u"`
	Detail   string   `json:"d"`
	Names    string   `json:"n"`
	Lead     string   `json:"l"`
	Headings []string `json:"h"`
}

// readIndex reads the index of the search by the address of its entries.
func readIndex(t *testing.T, files map[string][]byte) map[string]foundEntry {
	t.Helper()
	var index struct{ Entries []foundEntry }
	if err := json.Unmarshal(files["search.json"], &index); err != nil {
		t.Fatalf("search.json: %v", err)
	}
	all := map[string]foundEntry{}
	for _, e := range index.Entries {
		if _, twice := all[e.Address]; twice {
			t.Errorf("%s stands in the index twice", e.Address)
		}
		all[e.Address] = e
	}
	return all
}

// TestSearchIndex: the pages of this repository's site are found, those that search
// engines are told to leave out are not; every address and anchor is there; and all that
// a reader of the search loads for it stays under 60 kB.
func TestSearchIndex(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	index := readIndex(t, files)
	headings := 0
	for address, e := range index {
		name := strings.TrimPrefix(address, "./") + "index.html"
		page, ok := files[name]
		if !ok {
			t.Errorf("%s is found, and is no page", address)
			continue
		}
		if strings.Contains(string(page), `<meta name="robots" content="noindex">`) {
			t.Errorf("%s is found, and search engines are told to leave it out", address)
		}
		for i := 0; i+1 < len(e.Headings); i += 2 {
			headings++
			if id := e.Headings[i+1]; !strings.Contains(string(page), `id="`+id+`"`) {
				t.Errorf("%s has no place %q for %q", address, id, e.Headings[i])
			}
		}
	}
	if headings == 0 {
		t.Error("no heading is found")
	}
	for _, p := range s.Pages {
		_, found := index[cutRoute(p.Route)]
		left := p.Kind == site.Search || p.Kind == site.NotFound || p.Kind == site.Print || p.Indicator != nil && p.Indicator.Example
		if found == left {
			t.Errorf("%s, a page of kind %s, is found: %v", p.Route, p.Kind, found)
		}
	}
	size := len(files["search.json"])
	for name, src := range files {
		if strings.HasPrefix(name, "assets/search.") || strings.HasPrefix(name, "assets/keys.") {
			size += len(src)
		}
	}
	t.Logf("the index, its scripts and its styles: %d bytes", size)
	if size == len(files["search.json"]) || size >= 60_000 {
		t.Errorf("the index, its scripts and its styles take %d bytes, want less than 60,000", size)
	}
}

func cutRoute(route string) string {
	if route == "/" {
		return "./"
	}
	return strings.TrimPrefix(route, "/")
}

// TestSearchNames: areas are found by their code and id, editions and snapshots by their
// period as it is named and as it is written in addresses.
func TestSearchNames(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	index := readIndex(t, files)
	tried := 0
	for _, p := range s.Pages {
		e, found := index[cutRoute(p.Route)]
		if !found {
			continue
		}
		var want []string
		switch p.Kind {
		case site.Area:
			want = []string{p.Area.Code, p.Area.ID}
		case site.Indicator:
			want = []string{p.Indicator.ID}
		case site.Report, site.Chapter:
			want = []string{p.Edition.Period.String(), s.Locale.Period(p.Edition.Period), s.Locale.Months(p.Edition.Period)}
		case site.Snapshot:
			want = []string{p.Period.String(), s.Locale.Period(p.Period)}
		}
		for _, name := range want {
			tried++
			if !strings.Contains(strings.ToLower(strings.Join([]string{e.Title, e.Names, e.Detail}, "\n")), strings.ToLower(name)) {
				t.Errorf("%s is not found by %q", p.Route, name)
			}
		}
	}
	if tried == 0 {
		t.Error("nothing has a name")
	}
}

// TestKeysScript: every page that leads to the search loads the script that leads there
// by key, but the search itself, which has its own, and the editions to be printed.
func TestKeysScript(t *testing.T) {
	_, files := load(t, "../..", templates.FS)
	with := 0
	for name, src := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		page := string(src)
		link, loads := strings.Contains(page, `class="site-search"`), strings.Contains(page, "assets/keys.js?v=")
		if want := link && name != "search/index.html"; loads != want {
			t.Errorf("%s leads to the search: %v; loads its keys: %v", name, link, loads)
		}
		if loads {
			with++
		}
	}
	if with == 0 {
		t.Error("no page loads the keys of the search")
	}
}

// TestSearchLists: without a script the page leads to each page that is found.
func TestSearchLists(t *testing.T) {
	_, files := load(t, "../..", templates.FS)
	page := read(t, "search/index.html", files["search/index.html"])
	var listed []string
	for _, href := range page.links {
		if u, err := url.Parse(href); err == nil {
			listed = append(listed, strings.TrimPrefix(u.Path, "../"))
		}
	}
	for address := range readIndex(t, files) {
		if !slices.Contains(listed, strings.TrimPrefix(address, "./")) {
			t.Errorf("the list of all does not lead to %s", address)
		}
	}
}
