package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	sheets "bulletin/internal/sheet"
)

// TestHostile builds a site of names and notes that nobody should write. Each format
// gives them back unchanged to readers that are not ours, and does nothing else with
// them.
//
// With BULLETIN_HOSTILE, the site is left in that folder, for the validators of
// .ci/validate.
func TestHostile(t *testing.T) {
	t.Parallel()
	public := filepath.Join(t.TempDir(), "public")
	if kept := os.Getenv("BULLETIN_HOSTILE"); kept != "" {
		public = kept
	}
	var stdout, stderr output
	args := []string{"build", "-C", hostileSite(t), "-o", public, "--base-url", "https://example.org/some/where/"}
	if code := run(t.Context(), args, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	t.Run("pages", func(t *testing.T) { hostilePages(t, public) })
	t.Run("drawings", func(t *testing.T) { hostileDrawings(t, public) })
	t.Run("tables", func(t *testing.T) { hostileTables(t, public) })
	t.Run("feed", func(t *testing.T) { hostileFeed(t, public) })
	t.Run("open data", func(t *testing.T) { hostileData(t, public) })
	t.Run("search index and manifest", func(t *testing.T) { hostileIndex(t, public) })
}

// hostilePages reads each page as a browser does: of what the texts say, nothing
// becomes an element, a handler or an address; and they stand there as they are.
func hostilePages(t *testing.T, public string) {
	for i, text := range hostileTexts() {
		id := strconv.Itoa(i)
		for page, where := range map[string]string{
			"reports/2024-q1/area-" + id: "h1",
			"news/item-" + id:            "h1",
			"data/ind-" + id:             "h1",
			"areas/area-" + id:           "h1",
		} {
			if got := words(first(readPage(t, public, page+"/index.html"), where)); got != oneLine(text) {
				t.Errorf("%s: %q is headed %q", page, text, got)
			}
		}
		definition := words(first(readPage(t, public, "data/ind-"+id+"/index.html"), "main"))
		if n := strings.Count(definition, oneLine(text)); n < 5 { // name, definition, caveat, category, note
			t.Errorf("data/ind-%s/: %q stands there %d times", id, text, n)
		}
	}
	for i := range hostileTexts() {
		leadsOn(t, public, hostileAlias(i), "news/item-"+strconv.Itoa(i)+"/")
	}
	if page := words(first(readPage(t, public, "data/ind-0/index.html"), "main")); !strings.Contains(page, oneLine(longNote())) {
		t.Error("the long note is not on the page of its indicator")
	}
	for _, path := range filesOf(t, public, ".html") {
		for node := range readPage(t, public, path).Descendants() {
			harmless(t, path, node)
		}
	}
}

// harmless reports what an element could do that none of ours does.
func harmless(t *testing.T, path string, node *html.Node) {
	if node.Type != html.ElementNode {
		return
	}
	at := map[string]string{}
	for _, a := range node.Attr {
		at[a.Key] = a.Val
		target := strings.ToLower(strings.TrimLeftFunc(a.Val, func(r rune) bool { return r <= ' ' }))
		switch {
		case strings.HasPrefix(a.Key, "on") || a.Key == "style":
			t.Errorf("%s: <%s %s=%q>", path, node.Data, a.Key, a.Val)
		case a.Key == "href" || a.Key == "src" || a.Key == "srcset" || a.Key == "action" || a.Key == "formaction":
			if strings.HasPrefix(target, "javascript:") || strings.HasPrefix(target, "data:") || strings.Contains(target, "//evil.example") {
				t.Errorf("%s: <%s %s=%q>", path, node.Data, a.Key, a.Val)
			}
		}
	}
	switch node.Data {
	case "script":
		if at["type"] == "application/ld+json" {
			var block any
			if err := json.Unmarshal([]byte(words(node)), &block); err != nil {
				t.Errorf("%s: JSON-LD: %v", path, err)
			}
			return
		}
		if at["src"] == "" || strings.Contains(at["src"], "//") || node.FirstChild != nil {
			t.Errorf("%s: a script of another: %v %s", path, node.Attr, words(node))
		}
	case "iframe", "object", "embed", "base", "textarea", "style":
		t.Errorf("%s: <%s>", path, node.Data)
	}
}

// hostileDrawings reads each drawing that stands alone as XML.
func hostileDrawings(t *testing.T, public string) {
	files := filesOf(t, public, ".svg")
	if len(files) < 20 {
		t.Errorf("only %d drawings", len(files))
	}
	for _, path := range files {
		d := xml.NewDecoder(bytes.NewReader(readFile(t, public, path)))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", path, err)
				break
			}
			element, is := token.(xml.StartElement)
			if !is {
				continue
			}
			for _, a := range element.Attr {
				if element.Name.Local == "script" || strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
					t.Errorf("%s: <%s %s=%q>", path, element.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}

// hostileTables reads each CSV file with the standard library. No cell of a text
// begins as a formula does. Those of charts have their texts on one line.
func hostileTables(t *testing.T, public string) {
	const formula = "=+-@\t\r\n＝＋－＠"
	said := map[string]bool{}
	for _, path := range filesOf(t, public, ".csv") {
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(readFile(t, public, path), []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				said[oneLine(sheets.Unguard(cell))] = true
				if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsRune(formula, []rune(cell)[0]) {
					t.Errorf("%s: a spreadsheet takes %q for a formula", path, cell)
				}
			}
		}
	}
	for _, text := range append(hostileTexts(), longNote()) {
		if drawable(text) && !said[oneLine(text)] { // what is not drawn has a table, which brings no file
			t.Errorf("%q is in no CSV file", text)
		}
	}
}

// hostileFeed reads the feed with the standard library.
func hostileFeed(t *testing.T, public string) {
	var feed struct {
		Title   string `xml:"title"`
		Entries []struct {
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(readFile(t, public, "feed.xml"), &feed); err != nil {
		t.Fatal(err)
	}
	said := map[string]int{}
	var content string
	for _, e := range feed.Entries {
		said[oneLine(e.Title)]++
		said[oneLine(e.Summary)]++
		content += e.Content
	}
	for _, text := range hostileTexts() {
		if said[oneLine(text)] < 2 {
			t.Errorf("the feed says %q %d times", text, said[oneLine(text)])
		}
	}
	revised, err := html.Parse(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for node := range revised.Descendants() {
		harmless(t, "feed.xml", node)
	}
	if got := words(revised); !strings.Contains(got, hostileTexts()[12]) {
		t.Errorf("the reason of the revision is not in %q", got)
	}
}

func filesOf(t *testing.T, public, ending string) (paths []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(public), ".", func(path string, entry fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ending) && !entry.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files of %s: %v", len(paths), ending, err)
	}
	return paths
}

func readFile(t *testing.T, public, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func readPage(t *testing.T, public, path string) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(readFile(t, public, path)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// first finds the first element of a name.
func first(root *html.Node, name string) *html.Node {
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && node.Data == name {
			return node
		}
	}
	return &html.Node{}
}

// words are the text of an element, on one line.
func words(node *html.Node) string {
	var b strings.Builder
	for child := range node.Descendants() {
		if child.Type == html.TextNode {
			b.WriteString(child.Data)
		}
	}
	return oneLine(b.String())
}

// oneLine is a text as HTML shows it: white space is a space. No-break spaces and
// separators of lines are white space here as well, for the marks that carry them.
func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ") }
