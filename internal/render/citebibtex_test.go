package render_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/templates"
)

// entry is an entry of a .bib file as BibTeX reads it.
type entry struct {
	kind, key string
	fields    map[string]string // with the braces around their values
}

// readEntry reads a file of one entry, strictly: each field once, on a line of its
// own, its value a word or in braces. Braces are counted as BibTeX does, which does
// not know that a backslash escapes one.
func readEntry(src string) (*entry, error) {
	head := regexp.MustCompile(`^@([a-z]+)\{([a-z0-9-]+),\n`).FindStringSubmatch(src)
	if head == nil {
		return nil, fmt.Errorf("no entry begins %q", src)
	}
	e := &entry{kind: head[1], key: head[2], fields: map[string]string{}}
	rest := src[len(head[0]):]
	for rest != "}\n" {
		name := regexp.MustCompile(`^  ([a-z]+) = `).FindStringSubmatch(rest)
		if name == nil {
			return nil, fmt.Errorf("no field begins %q", rest)
		}
		rest = rest[len(name[0]):]
		depth, end := 0, 0
		for end < len(rest) && (depth > 0 || rest[end] != ',') {
			switch rest[end] {
			case '{':
				depth++
			case '}':
				depth--
			case '\n':
				return nil, fmt.Errorf("%s goes over the end of its line", name[1])
			}
			if end++; depth < 0 {
				return nil, fmt.Errorf("%s closes a brace that is not open", name[1])
			}
		}
		if !strings.HasPrefix(rest[end:], ",\n") {
			return nil, fmt.Errorf("%s does not end: %q", name[1], rest)
		}
		if _, twice := e.fields[name[1]]; twice {
			return nil, fmt.Errorf("%s stands twice", name[1])
		}
		e.fields[name[1]], rest = rest[:end], rest[end+2:]
	}
	return e, nil
}

// plain is a value as LaTeX sets it, without the n pairs of braces around it. What
// LaTeX would not set as it stands is an error.
func plain(value string, n int) (string, error) {
	value, opened := strings.CutPrefix(value, strings.Repeat("{", n))
	value, closed := strings.CutSuffix(value, strings.Repeat("}", n))
	if !opened || !closed {
		return "", fmt.Errorf("%q is not in %d pairs of braces", value, n)
	}
	commands := map[string]string{
		"textbraceleft{}": "{", "textbraceright{}": "}", "textasciitilde{}": "~", "textasciicircum{}": "^",
		"textbackslash{}": `\`, "textless{}": "<", "textgreater{}": ">", "textbar{}": "|",
	}
	var out strings.Builder
	for value != "" {
		switch {
		case value[0] == '\\':
			value = value[1:]
			if value != "" && strings.ContainsRune("&%$#_", rune(value[0])) {
				out.WriteByte(value[0])
				value = value[1:]
				continue
			}
			name, _, _ := strings.Cut(value, "}")
			sign, ok := commands[name+"}"]
			if !ok {
				return "", fmt.Errorf("LaTeX knows no \\%s", value)
			}
			out.WriteString(sign)
			value = value[len(name)+1:]
		case strings.ContainsRune("&%$#_{}~^", rune(value[0])):
			return "", fmt.Errorf("LaTeX reads more than a sign in %q", value)
		default:
			out.WriteByte(value[0])
			value = value[1:]
		}
	}
	return out.String(), nil
}

// names splits a field of names as BibTeX does: at "and" outside of braces.
func names(value string) []string {
	value = strings.TrimSuffix(strings.TrimPrefix(value, "{"), "}")
	var all []string
	depth, from := 0, 0
	for i := range len(value) {
		switch {
		case value[i] == '{':
			depth++
		case value[i] == '}':
			depth--
		case depth == 0 && i >= from && strings.HasPrefix(strings.ToLower(value[i:]), " and "):
			all = append(all, value[from:i])
			from = i + len(" and ")
		}
	}
	return append(all, value[from:])
}

func TestBibTeX(t *testing.T) {
	more := editionWith("title: Who counts & why?\npublished: 2023-05-01\ncredits: {authors: [Ana de la Peña, Hub of & for All, \"Roe, Jane\", Office]}")
	more["data/site.yaml"] += "# and an address\n"
	more["data/site.yaml"] = strings.Replace(more["data/site.yaml"], "{name: Desk}", "{name: Ministry of “Đ” & Statistics of the Republic, address: \"1 Road_A\\n10 Town\"}", 1)
	more["content/snapshots/2023-03.md"] = "---\ntitle: \"Region, {{ period }}\"\nperiod: 2023-03\n---\nWords.\n"
	files, _ := made(t, more, nil)
	const (
		desk  = `{{Ministry of “Đ” \& Statistics of the Republic}}`
		place = `{{1 Road\_A 10 Town}}`
		who   = `{Ana de la Peña and {Hub of \& for All} and {Roe, Jane} and {Office}}`
	)
	version := regexp.MustCompile(`version = (\{\{[0-9a-f]{8}\}\}),`).FindStringSubmatch(files["reports/2023-q1/citation.bib"])
	if version == nil {
		t.Fatal("the edition names no version")
	}
	for path, want := range map[string]entry{
		"reports/2023-q1/citation.bib": {"techreport", "ministry-of-statistics-of-the-2023-q1", map[string]string{
			"author": who, "title": `{{Who counts \& why? January to March 2023}}`, "institution": desk, "type": "{{Report}}", "address": place,
			"year": "{2023}", "month": "may", "version": version[1], "url": "{https://example.org/repo/reports/2023-q1/}",
		}},
		"snapshots/2023-03/citation.bib": {"techreport", "ministry-of-statistics-of-the-snapshot-2023-03", map[string]string{
			"author": "{" + desk[1:len(desk)-1] + "}", "title": "{{Region, March 2023}}", "institution": desk, "type": "{{Snapshot}}", "address": place,
			"url": "{https://example.org/repo/snapshots/2023-03/}",
		}},
		serbiaPage: {"incollection", "ministry-of-statistics-of-the-2023-q1-serbia", map[string]string{
			"author": who, "title": "{{Serbia: 3,000 people}}", "booktitle": `{{Who counts \& why? January to March 2023}}`, "publisher": desk, "address": place,
			"year": "{2023}", "month": "may", "url": "{https://example.org/repo/reports/2023-q1/serbia/}",
		}},
	} {
		src := files[path]
		if strings.HasSuffix(path, ".html") {
			src = words(read(t, path, []byte(src)).withClass("bibtex")[0])
		}
		got, err := readEntry(src)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if d := cmp.Diff(want, *got, cmp.AllowUnexported(entry{})); d != "" {
			t.Errorf("%s: %s", path, d)
		}
		if n := names(got.fields["author"]); path != "snapshots/2023-03/citation.bib" && len(n) != 4 {
			t.Errorf("%s: %d authors: %q", path, len(n), n)
		}
	}
	// the page shows what the file holds
	shown := words(read(t, editionPage, []byte(files[editionPage])).withClass("bibtex")[0])
	if shown != files["reports/2023-q1/citation.bib"] {
		t.Errorf("the imprint shows another entry than the file:\n%s", shown)
	}
}

// TestBibTeXRoundTrip gives titles and names that mean something to YAML, Markdown,
// HTML, BibTeX or LaTeX: a reader of the file gets them back unchanged.
func TestBibTeXRoundTrip(t *testing.T) {
	texts := []string{
		`{`, `}`, `}}`, `{{}`, `\`, `\\`, `\{`, `\}`, `\textbackslash{}`, `{\em x}`, `100% of $5 & #1_a ~ b^2`, `\input{/etc/passwd}`, `@techreport{x,`, `},\n}`,
		`a, b = {c},`, `"quoted"`, `</script><b>`, `x and y`, `others`, `Čačak, Ђурђевдан, Ελλάδα`, "a\u200fb\u200ec", "e\u0301", "𝔘", `|<>|`, "end\\",
		`%comment`, `a%b`, `--`, "''``", `?`, `...`,
	}
	signs := []rune(`{}\%$&#_~^"'@,=<>|()[]*-.: aZ0é` + "\u200f")
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		var b strings.Builder
		b.WriteRune('x')
		for range 1 + random.IntN(12) {
			b.WriteRune(signs[random.IntN(len(signs))])
		}
		b.WriteRune('x')
		texts = append(texts, b.String())
	}
	punctuation := regexp.MustCompile(`[!-/:-@\[-` + "`" + `{-~]`)
	quoted := func(s string) string { // YAML reads a string of JSON
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	more := map[string]string{"data/site.yaml": citeSite}
	for i, text := range texts {
		title := quoted("T " + punctuation.ReplaceAllString(text, `\$0`)) // T: no title begins as a list does
		more[fmt.Sprintf("content/reports/e%d/_index.md", i)] = "---\nperiod: 2023-Q1\nareas: [serbia]\ntitle: " + title +
			"\ncredits: {publisher: " + quoted(text) + ", authors: [" + quoted(text) + ", Ben Ben]}\n---\nWords.\n"
	}
	files, _ := made(t, more, nil)
	for i, text := range texts {
		want := strings.Join(strings.Fields(text), " ")
		e, err := readEntry(files[fmt.Sprintf("reports/e%d/citation.bib", i)])
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		author := names(e.fields["author"])
		if len(author) != 2 {
			t.Errorf("%q becomes %d authors: %q", text, len(author)-1, author)
			continue
		}
		title := "T " + want + ", January to March 2023"
		if strings.HasSuffix(e.fields["title"], want+" January to March 2023}}") { // it ends a sentence
			title = "T " + want + " January to March 2023"
		}
		for _, c := range []struct {
			what, value string
			braces      int
			want        string
		}{
			{"title", e.fields["title"], 2, title},
			{"institution", e.fields["institution"], 2, want},
			{"author", author[0], strings.Count(author[0][:1], "{"), want},
		} {
			if got, err := plain(c.value, c.braces); err != nil || got != c.want {
				t.Errorf("%s of %q comes back as %q: %v", c.what, text, got, err)
			}
		}
	}
}

// TestBibTeXOfOwnSite reads every entry of this repository's site: no two works
// have one key.
func TestBibTeXOfOwnSite(t *testing.T) {
	_, files := load(t, "../..", templates.FS)
	keys := map[string]string{}
	entries := 0
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(path, ".bib") {
			continue
		}
		entries++
		e, err := readEntry(string(files[path]))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if keys[e.key] != "" {
			t.Errorf("%s has the key of %s", path, keys[e.key])
		}
		keys[e.key] = path
		for name, value := range e.fields {
			if name == "url" || name == "month" || name == "year" || name == "author" {
				continue
			}
			if _, err := plain(value, 2); err != nil {
				t.Errorf("%s: %s: %v", path, name, err)
			}
		}
	}
	if entries < 3 {
		t.Errorf("only %d works have an entry", entries)
	}
}

// TestBibTeXOfAnotherPublisher: the address is that of the site's publisher, and of
// nobody else.
func TestBibTeXOfAnotherPublisher(t *testing.T) {
	files := editionWith("title: A report\ncredits: {publisher: Ministry}")
	files["data/site.yaml"] = strings.Replace(files["data/site.yaml"], "{name: Desk}", "{name: Desk, address: 1 Road}", 1)
	out, _ := made(t, files, nil)
	got := out["reports/2023-q1/citation.bib"]
	if !strings.Contains(got, "institution = {{Ministry}}") || strings.Contains(got, "Road") {
		t.Error(got)
	}
}
