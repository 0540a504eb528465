package content_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"

	"bulletin/internal/content"
)

func TestPlain(t *testing.T) {
	text := func(e *content.Expression) string { return "<" + e.Source + ">" }
	for _, c := range []struct{ src, want string }{
		{"A *b* `c`\nd [e](/f/) {{ g }} [h]{{ i }}", "A b c d e <g> <i>"},
		{"a [@k]. b[^1], c\n\n[^1]: remark", "a. b, c"},
		{"# a\n\n- b\n- c\n\n| d | e |\n|--|--|\n| f | g |", "a b c d e f g"},
		{`\*a\* &amp; \&amp; &#352; &nope; AT&T`, "*a* & &amp; Š &nope; AT&T"},
		{`"a" 'b' it's -- c --- d...`, "“a” ‘b’ it’s – c — d…"},
		{"![alt {{ x }}](/y.png) https://example.org/", "alt <x> https://example.org/"},
		{"~~a~~ <https://example.org>", "a https://example.org"},
		{"```\ncode\n```\n\n```table\nindicator: a\n```\n\nb", "b"},
		{"a  \nb\\\nc", "a b c"},
	} {
		d, ps := page(c.src)
		if len(ps) > 0 {
			t.Errorf("%q: %v", c.src, told(ps))
		}
		if got := content.Plain(d.Body, text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
	if got := content.Plain(nil, text); got != "" {
		t.Errorf("nil: got %q", got)
	}
}

// TestTitles has titles that a body would read as a list, a heading and code.
func TestTitles(t *testing.T) {
	for title, want := range map[string]string{
		"'1. The route'": "1. The route", "'# One'": "# One", "'> a'": "> a", "'- a'": "- a", "'    a'": "a",
		"'*a* {{ b }}'": "a <b>", `'Kosovo\*'`: "Kosovo*", "Kosovo* and Kosovo*": "Kosovo* and Kosovo*", "2023": "2023", "'| a |'": "| a |",
	} {
		d, ps := content.Parse("content/pages/a.md", []byte("---\ntitle: "+title+"\n---\n"))
		if got := content.Plain(d.Title, func(e *content.Expression) string { return "<" + e.Source + ">" }); got != want || len(ps) > 0 {
			t.Errorf("%s: got %q, want %q; %v", title, got, want, told(ps))
		}
	}
}

func TestLinks(t *testing.T) {
	src := "a [b](/c/ \"t\\\"\") ![d](/uploads/e\\_f.png) <https://g.example/> www.h.example me@i.example [j]\n\n[j]: /k?a&amp;b\n\n## l\n"
	d, ps := page(src)
	if len(ps) > 0 {
		t.Errorf("problems: %v", told(ps))
	}
	var got []string
	for _, l := range d.Body.Links {
		got = append(got, fmt.Sprintf("%s %v %d:%d %s", l.Destination, l.Image, l.Pos.Line, l.Pos.Col, d.Body.LinkTitle(l.Node)))
	}
	want := []string{`/c/ false 4:3 t"`, "/uploads/e_f.png true 4:18 ", "https://g.example/ false 4:43 ", "http://www.h.example false 4:63 ", "mailto:me@i.example false 4:77 ", "/k?a&b false 4:90 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(d.Body.Headings) != 1 || d.Body.NodePos(d.Body.Headings[0]).Line != 8 {
		t.Errorf("headings: %v", d.Body.Headings)
	}
	if _, ok := d.Body.Headings[0].AttributeString("id"); ok {
		t.Error("the heading has an id of goldmark's")
	}
}

// TestNodes walks a tree the way a renderer does: nothing of goldmark's own
// bookkeeping is left in it.
func TestNodes(t *testing.T) {
	d, _ := page("a [1]{{ b }} [@c] d[^e] {{ f }} \"g\"\n\n[h]: /i/\n\n[^e]: j\n\n```chart\ntype: bar\nindicator: a\n```\n")
	var kinds []string
	_ = ast.Walk(d.Body.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() != ast.KindText {
			kinds = append(kinds, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	if got, want := strings.Join(kinds, " "), "Document Paragraph Claim Citation Remark Figure String String Block"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestConcurrent reads the same files in many goroutines with one parser.
func TestConcurrent(t *testing.T) {
	p := content.NewParser()
	read := func(i int) string {
		src := fmt.Sprintf("%s\na {{ x%d | y }} [%d]{{ z }} [@k%d] b[^1]\n\n[^1]: c {{ d }}\n\n| e |\n|--|\n| {{ f | g }} |\n\n```chart\ntype: bar\ntitle: '{{ h%d }}'\n```\n", front, i, i, i, i)
		d, ps := p.Parse("content/pages/a.md", []byte(src))
		return strings.Join(append(append(expressions(d.Body), expressions(d.Body.Blocks[0].Title)...), told(ps)...), "; ")
	}
	want := make([]string, 50)
	for i := range want {
		want[i] = read(i)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i := range want {
				if got := read(i); got != want[i] {
					t.Errorf("got %s, want %s", got, want[i])
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkParse(b *testing.B) {
	src := []byte(front + strings.Repeat("The number rose to [16,216]{{ arrivals }} in {{ period }}, which is {{ arrivals | increase }} [@key].\n\n| a | b |\n|--|--|\n| x | {{ y | share }} |\n\n", 12))
	p := content.NewParser()
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		p.Parse("content/pages/a.md", src)
	}
}
