package diff_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diff"
)

// TestMarkdownFits has more than a comment can hold.
func TestMarkdownFits(t *testing.T) {
	before := base()
	before["data/areas.yaml"] = "areas:\n"
	before["data/observations/a.yaml"] = "period: 2023-Q1\nobservations:\n"
	var body strings.Builder
	for n := range 900 {
		before["data/areas.yaml"] += fmt.Sprintf("  - {id: a%d, name: Area %d}\n", n, n)
		before["data/observations/a.yaml"] += fmt.Sprintf("  - {indicator: arrivals, area: a%d, source: census, value: 1000, note: \"%s\"}\n", n, strings.Repeat("|", 500))
		fmt.Fprintf(&body, "Here [1,000]{{ arrivals a%d 2023-Q1 }} %s.\n\n", n, strings.Repeat("@word ", 200))
	}
	before["content/pages/about.md"] = "---\ntitle: About\n---\n" + body.String()
	after := edits{}.apply(t, before)
	after[values] = strings.ReplaceAll(after[values], "value: 1000, note: \"|", "value: 1001, note: \"&")
	r := compare(t, before, after)
	got := write(t, diff.Markdown, r)
	if len(got) > 65_536-500 || len(got) < 40_000 {
		t.Errorf("%d bytes", len(got))
	}
	if len(r.Broken()) != 900 || strings.Count(got, " more |") != 2 || !strings.HasSuffix(got, " more\n\n</details>\n") {
		t.Errorf("%d claims; got %s\n…\n%s", len(r.Broken()), got[:600], got[len(got)-600:])
	}
	for _, part := range strings.Split(got, "\n") {
		if strings.HasPrefix(part, "| and ") && strings.Count(part, "|") < 4 {
			t.Errorf("a row of another length: %s", part)
		}
	}
}

// nasty are texts that would be something else in a comment.
func nasty() []string {
	return []string{
		"plain words, 16,216 → 17,216 (56%)", "a | b", "`code`", "``", "**bold** _it_ ~~no~~", "<b>x</b>", "<script>alert(1)</script>", "<!-- x", "</details>", "<details>",
		"[text](https://example.org)", "![image](x.png)", "https://example.org/x?y=1", "www.example.org", "WWW.example.org", "ftp://example.org", "mail someone@example.org", "@someone", "@@some-one", "@some/team", "a@b",
		"#12", "owner/repo#12", "GH-12", "gh-12", ":tada:", "&lt;b&gt;", "&#64;someone", "\\@someone", "\\|", "a\nb\n\n# c", "a\r\n- b", "\u202egnp", "\x00\x1b[2J", "$x^2$", "$$", "1. one", "- x", "# x", "> x", "^[x]", "[^1]", "| --- |", "a&#124;b", "\u00a0", "", " ", "\u200b@x", "—", "日本語", "\xff",
		"http:\u200b//x.org", "xmpp:a@b.c", "mailto:a@b.c", "a*b*c", "x_y_z", "{{ arrivals }}", "[16,216]{{ arrivals }}",
	}
}

// inert tells whether text, put into the cell of a table by Markdown, is read
// as that text and nothing else.
func inert(t *testing.T, wrote, escaped string) {
	t.Helper()
	if strings.ContainsAny(escaped, "\n|<>`") {
		t.Fatalf("%q is written %q", wrote, escaped)
	}
	src := []byte("| a | b |\n| --- | --- |\n| x " + escaped + " | y |\n")
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(src))
	var got strings.Builder
	cells := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Document, *east.Table, *east.TableHeader, *east.TableRow, *ast.String:
		case *east.TableCell:
			cells++
		case *ast.Text:
			if cells == 3 {
				got.Write(n.Segment.Value(src))
			}
		default:
			t.Fatalf("%q is written %q and becomes a %s", wrote, escaped, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if cells != 4 {
		t.Fatalf("%q is written %q and makes %d cells", wrote, escaped, cells)
	}
	var html strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(src, &html); err != nil {
		t.Fatal(err)
	}
	read := unescapeHTML(html.String())
	if !strings.Contains(read, "<td>"+strings.TrimSpace("x "+readable(wrote))+"</td>") {
		t.Fatalf("%q is written %q and read %q", wrote, escaped, read)
	}
}

// unescapeHTML is HTML of a table as a reader sees it.
func unescapeHTML(s string) string {
	s = strings.ReplaceAll(s, "\u200b", "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(s)
}

// readable is what is left of a text: one line, nothing that steers.
func readable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != ' ' && !unicode.IsSpace(r) && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			return '\uFFFD'
		}
		return r
	}, string([]rune(s)))
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "\u200b", "")
}
