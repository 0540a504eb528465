package content_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"

	"bulletin/internal/content"
)

// expressions lists the figures of a body: "source @line:col", and for a claim
// "words ← source @line:col".
func expressions(m *content.Markdown) []string {
	var list []string
	for _, e := range m.Expressions {
		s := fmt.Sprintf("%s @%d:%d", e.Source, e.Pos.Line, e.Pos.Col)
		if e.Claim {
			s = fmt.Sprintf("%s (%d:%d+%d) ← %s", e.ClaimText, e.ClaimPos.Line, e.ClaimPos.Col, e.ClaimLen, s)
		}
		list = append(list, s)
	}
	return list
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "In {{ period }}: {{arrivals}}.", []string{"period @4:7", "arrivals @4:20"}},
		{"after diacritics", "Šibenik, Đakovo: {{ arrivals }}", []string{"arrivals @4:21"}},
		{"over a line end", "{{ arrivals\nserbia | rose }} x", []string{"arrivals serbia | rose @4:4"}},
		{"over a line end in a quote", "> a {{ arrivals\n> serbia }} x", []string{"arrivals serbia @4:8"}},
		{"braces alone in their line", "a {{\narrivals\n}} b", []string{"arrivals @5:1"}},
		{"in a list", "- a\n  - {{ x }}\n\n    {{ y }}", []string{"x @5:8", "y @7:8"}},
		{"in a heading", "## {{ a }} and [2]{{ b }}\n\nx {{ c }}\n===", []string{"a @4:7", "2 (4:17+1) ← b @4:22", "c @6:6"}},
		{"pipe in a table", "| A | {{ a | rose }} |\n|--|--|\n| {{ b | top 3 x }} | [9]{{ c | share }} |\n", []string{"a | rose @4:10", "b | top 3 x @6:6", "9 (6:24+1) ← c | share @6:29"}},
		{"escaped pipe in a table", "|A|\n|--|\n| {{ a \\| rose }} |\n", []string{"a  | rose @6:6"}},
		{"in emphasis", "**{{ a }}** and *b {{ c }}*", []string{"a @4:6", "c @4:23"}},
		{"in a link", "[see {{ a }}](/x/) and [y [12]{{ b }}](/z/)", []string{"a @4:9", "12 (4:28+2) ← b @4:34"}},
		{"in an image", "![from {{ a }} to [2]{{ b }}](/uploads/m.png)", []string{"a @4:11", "2 (4:20+1) ← b @4:25"}},
		{"in a remark, after the text", "a[^1] {{ x }}\n\n[^1]: b {{ y }}\n\nc {{ z }}\n", []string{"x @4:10", "z @8:6", "y @6:12"}},
		{"in quotation marks", `"{{ a }}" and '{{ b }}', {{ c "d -- e" }}`, []string{"a @4:5", "b @4:19", `c "d -- e" @4:29`}},
		{"escaped", `\{{ a }} \\{{ b }} \{{{ c }}`, []string{"b @4:15", "c @4:25"}},
		{"three braces", "{{{ a }}}", []string{"{ a @4:3"}},
		{"code", "`{{ a }}` ``{{ b ` }}``\n\n```\n{{ c }}\n```\n\n    {{ d }}\n", nil},
		{"code in a table", "|A|B|\n|--|--|\n| `{{ a | b }}` | {{ c }} |\n", []string{"c @6:22"}},
		{"single braces", "{ a } {b}} x}}", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := page(c.text)
			if len(ps) > 0 {
				t.Errorf("problems: %v", told(ps))
			}
			if diff := cmp.Diff(c.want, expressions(d.Body)); diff != "" {
				t.Error(diff)
			}
			checkPositions(t, front+c.text, d, c.name != "escaped pipe in a table")
		})
	}
}

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "detaining [2,331]{{ detentions }} people", []string{"2,331 (4:12+5) ← detentions @4:21"}},
		{"emphasis", "[**2,331** *p*]{{ x }}", []string{"2,331 p (4:2+13) ← x @4:19"}},
		{"within emphasis", "**[2,331]{{ x }}** *a [b c]{{ y }} d*", []string{"2,331 (4:4+5) ← x @4:13", "b c (4:24+3) ← y @4:31"}},
		{"emphasis across the bracket is text", "*a [b* c]{{ x }}", []string{"b* c (4:5+4) ← x @4:13"}},
		{"over a line end", "x [a reduction\nof 36%]{{ y }}", []string{"a reduction of 36% (4:4+11) ← y @5:11"}},
		{"over a line end in a list", "- x [a\n  b]{{ y }}", []string{"a b (4:6+1) ← y @5:8"}},
		{"brackets within", "[a [b] c]{{ x }}", []string{"a [b] c (4:2+7) ← x @4:13"}},
		{"unclosed bracket before", "[x [12]{{ y }}", []string{"12 (4:5+2) ← y @4:11"}},
		{"two", "[1]{{ a }}[2]{{ b }}", []string{"1 (4:2+1) ← a @4:7", "2 (4:12+1) ← b @4:17"}},
		{"after an exclamation mark", "Stop![12]{{ x }}", []string{"12 (4:7+2) ← x @4:13"}},
		{"bracket in code is passed over", "[`a]{{ b }}` c]{{ x }}", []string{"a]{{ b }} c (4:2+13) ← x @4:19"}},
		{"escaped bracket", `[a \] b]{{ x }}`, []string{"a ] b (4:2+6) ← x @4:12"}},
		{"a space between: no claim", "[12] {{ x }}", []string{"x @4:9"}},
		{"typographic", `[the "half" -- 5]{{ x }}`, []string{"the “half” – 5 (4:2+15) ← x @4:21"}},
		{"after a link", "[a](/b/){{ x }} [c](/d/) [3]{{ y }}", []string{"x @4:12", "3 (4:27+1) ← y @4:32"}},
		{"code begins within and ends outside", "[a `b]{{ x }} c` d", nil},
		{"in a remark", "a[^n]\n\n[^n]: [7]{{ x }}", []string{"7 (6:8+1) ← x @6:13"}},
		{"a bracket in the reason", `[1244]{{ literal "see [1]" }}`, []string{`1244 (4:2+4) ← literal "see [1]" @4:10`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := page(c.text)
			if len(ps) > 0 {
				t.Errorf("problems: %v", told(ps))
			}
			if diff := cmp.Diff(c.want, expressions(d.Body)); diff != "" {
				t.Error(diff)
			}
			checkPositions(t, front+c.text, d, true)
		})
	}
}

func TestLiteral(t *testing.T) {
	d, ps := page(`[1244]{{ literal }} [2010/64]{{ literal "name of a law" }}`)
	if len(ps) > 0 {
		t.Errorf("problems: %v", told(ps))
	}
	es := d.Body.Expressions
	if len(es) != 2 || !es[0].Literal || es[0].LiteralReason != "" || !es[1].Literal || es[1].LiteralReason != "name of a law" {
		t.Errorf("got %+v", es)
	}
}

// TestMarkdownProblems has every way for braces, brackets, links and HTML to go
// wrong; each gives one problem, at its place.
func TestMarkdownProblems(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"a {{ b", []string{"4:3+2 markdown: {{ is not closed"}},
		{"a {{ b\n\nc }}", []string{"4:3+2 markdown: {{ is not closed"}},
		{"- a {{ b\n- c }}", []string{"4:5+2 markdown: {{ is not closed"}},
		{"a {{ b {{ c }}", []string{"4:3+2 markdown: {{ is not closed"}},
		{"[12]{{ x", []string{"4:5+2 markdown: {{ is not closed"}},
		{"a {{ }} {{}}", []string{"4:3+5 markdown: nothing stands between {{ and }}", "4:9+4 markdown: nothing stands between {{ and }}"}},
		{"[12]{{ }}", []string{"4:5+5 markdown: nothing stands between {{ and }}"}},
		{"[a](/x/{{b}}/)", []string{"4:8+2 markdown: {{ cannot stand here"}},
		{"[a](/x \"{{ b }}\")", []string{"4:9+2 markdown: {{ cannot stand here"}},
		{"[a]\n\n[a]: /x/{{b}}", []string{"6:9+2 markdown: {{ cannot stand here"}},
		{"https://example.org/{{b}}", []string{"4:21+2 markdown: {{ cannot stand here"}},
		{"<https://example.org/{{b}}>", []string{"4:22+2 markdown: {{ cannot stand here"}},
		{"```{{ a }}\n```", []string{"4:4+2 markdown: {{ cannot stand here"}},
		{"a <b>x</b>", []string{"4:3+3 raw-html: raw HTML is not rendered", "4:7+4 raw-html: raw HTML is not rendered"}},
		{"<div>\n{{ a }}\n</div>", []string{"4:1+5 raw-html: raw HTML is not rendered"}},
		{"a <!-- {{ b }} -->", []string{"4:3+16 raw-html: an HTML comment is not rendered"}},
		{"<!-- todo -->", []string{"4:1+13 raw-html: an HTML comment is not rendered"}},
		{"a<br>b", []string{"4:2+4 raw-html: raw HTML is not rendered"}},
		{"[a](javascript:x)", []string{"4:5+12 link: an address cannot begin with javascript:"}},
		{"[a](JaVa&#10;Script:x)", []string{"4:5+17 link: an address cannot begin with javascript:"}},
		{"[a](data:text/html,x) ![b](data:image/png,x)", []string{"4:5+16 link: an address cannot begin with data:", "4:28+16 link: this image would be loaded from another site"}},
		{"<vbscript:x>", []string{"4:2+10 link: an address cannot begin with vbscript:"}},
		{"[a]\n\n[a]: vbscript:x", []string{"4:1+1 link: an address cannot begin with vbscript:"}},
		{"![b](https://example.org/x.png)", []string{"4:6+25 link: this image would be loaded from another site"}},
		{"![b](//example.org/x.png)", []string{"4:6+19 link: this image would be loaded from another site"}},
		{"[a {{ b }}]{{ c }}", []string{"4:4+1 claim: a claim cannot hold a figure"}},
		{"[a [1]{{ b }}]{{ c }}", []string{"4:4+1 claim: a claim cannot hold another claim"}},
		{"[a [b](/x/)]{{ c }}", []string{"4:4+1 claim: a claim cannot hold a link"}},
		{"[a ~~1~~]{{ c }}", []string{"4:4+1 claim: a claim cannot hold words that are struck out"}},
		{"[a **[@b]**]{{ c }}", []string{"4:6+1 claim: a claim cannot hold a note"}},
		{"[]{{ c }}", []string{"4:1+2 claim: the brackets of this claim hold no words"}},
		{"{{ literal }}", []string{"4:1+13 figure: literal marks words in brackets, and there are none"}},
		{"[1]{{ literal why }}", []string{"4:7+11 figure: the reason of a literal stands in double quotes"}},
		{"[a [b](/c \"d]{{x}}\")", []string{"4:14+2 markdown: {{ cannot stand here"}},
		{"a [@b c", []string{"4:3+2 citation: this citation cannot be read"}},
		{"a [@b; c]", []string{"4:3+2 citation: this citation names a place without its source"}},
		{"a [@b; p. 5].", []string{"4:3+2 citation: this citation names a place without its source"}},
		{"a [@, p. 4].", []string{"4:3+2 citation: this citation names no source"}},
		{"a [@].", []string{"4:3+2 citation: this citation names no source"}},
		{"a [@b; @b].", []string{"4:8+2 citation: this source stands twice in one pair of brackets"}},
		{"a [@b, p. 4; @c, p. 4; @b,\n p.  4].", []string{"4:24+2 citation: this place in the source stands twice in one pair of brackets"}},
		{"a [@b, p. 4; @b, p. 5] [@b, p. 4].", nil},
		{"a [p. 4].", nil},
		{"a [@b, p. 4 \\] 5].", []string{"4:3+2 citation: this citation cannot be read"}},
		{"a[^b]\n\n[^b]:\n\nc", []string{"6:1+1 markdown: the remark [^b] is empty"}},
		{"a[^b]\n\n[^b]:\n    c", nil},
		{"# a [@b] c[^d]\n\n[^d]: e", []string{"4:5+4 citation: a heading carries no notes", "4:11+4 citation: a heading carries no notes"}},
		{"![a [@b]](/uploads/c.png)", []string{"4:5+4 citation: the description of an image carries no notes"}},
		{"a[^b]\n\n[^b]: c[^b]", []string{"6:8+4 markdown: the remark [^b] refers to itself"}},
		{"a[^b]\n\n[^b]: c[^d]\n\n[^d]: e[^b]", nil},
		{"a [@b{}]", []string{"4:3+2 citation: this citation cannot be read"}},
		{"a[^1] b", []string{"4:2+4 markdown: there is no remark [^1]"}},
		{"a[^2] b\n\n[^1]: c\n\n[^2]: d", []string{"6:1+1 markdown: no text refers to the remark [^1]"}},
		{"a[^1]\n\n[^1]: c\n\n[^1]: d", []string{"8:1+1 markdown: the remark [^1] is already defined in line 6"}},
		{"[^1]: {{ c }} `{{ d }}`", []string{"4:1+1 markdown: no text refers to the remark [^1]"}},
		{"|a|\n|--|\n|b|c|", []string{"6:1+1 markdown: this row has more cells than the table has columns (1)"}},
		{"## a {#b}", []string{"4:6+4 markdown: a heading takes no attributes"}},
		{"```chart wide\ntype: bar\n```", []string{"4:4+10 chart: nothing can stand after chart"}},
		{"```go\nx", []string{"4:1+3 markdown: this block is not closed"}},
		{"```Chart\nx\n```", []string{`4:4+5 chart: unknown block "Chart"`}},
	} {
		t.Run(c.text, func(t *testing.T) {
			d, ps := page(c.text)
			if diff := cmp.Diff(c.want, told(ps)); diff != "" {
				t.Error(diff)
			}
			for _, p := range ps {
				if p.Hint == "" {
					t.Errorf("no hint: %v", p)
				}
			}
			checkPositions(t, front+c.text, d, true)
		})
	}
}

func TestCitations(t *testing.T) {
	src := "A [@unhcr-wb, p. 4; @stc-2023,\nchapter 2] b [@x] [@y](/z/) [@ home]\n\n> [@q,\n> pp. 4–5]"
	d, ps := page(src)
	if len(ps) > 0 {
		t.Errorf("problems: %v", told(ps))
	}
	var got []string
	for _, c := range d.Body.Citations {
		var items []string
		for _, i := range c.Items {
			items = append(items, fmt.Sprintf("%s|%s %d:%d+%d", i.Key, i.Locator, i.Pos.Line, i.Pos.Col, i.Len))
		}
		got = append(got, fmt.Sprintf("%d:%d+%d %s", c.Pos.Line, c.Pos.Col, c.Len, strings.Join(items, " ")))
	}
	want := []string{"4:3+28 unhcr-wb|p. 4 4:4+9 stc-2023|chapter 2 4:21+9", "5:14+4 x| 5:15+2", "7:3+4 q|pp. 4–5 7:4+2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	checkPositions(t, front+src, d, true)
}

// TestNoPlace has citations whose place in the source was left out.
func TestNoPlace(t *testing.T) {
	for text, want := range map[string]string{
		"A [@a, ] b":           "4:6",
		"A [@a,] b":            "4:6",
		"A [@a, p. 4; @b, -]":  "4:16",
		"> A [@a,\n> ] b":      "4:8",
		"A [@a, 4], [@b p. 4]": "",
	} {
		d, ps := page(text)
		got := ""
		for _, p := range ps {
			if p.Rule != "citation" || !strings.Contains(p.Message, "no place") || p.Hint == "" {
				t.Errorf("%s: %v", text, p)
			}
			got += fmt.Sprintf("%d:%d", p.Pos.Line, p.Pos.Col)
		}
		if got != want || len(d.Body.Citations) == 0 {
			t.Errorf("%s: %q, want %q; citations %v", text, got, want, d.Body.Citations)
		}
	}
}

// TestVacated: the definition of a remark leaves no empty quote or item of a list
// where it stood; what is empty otherwise stays as far as it shows.
func TestVacated(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a[^b]\n\n> [^b]: c", "Paragraph"},
		{"a[^b]\n\n> d\n>\n> [^b]: c", "Paragraph Blockquote"},
		{"a[^b]\n\n>\n> > [^b]: c\n\ne", "Paragraph Paragraph"},
		{"a[^b]\n\n- [^b]: c", "Paragraph"},
		{"a[^b]\n\n- d\n- [^b]: c\n-\n", "Paragraph List(2)"},
		{"a[^b]\n\n> - [^b]: c\n\n1. d", "Paragraph List(1)"},
		{"a[^b][^c]\n\n> [^b]: c\n\n> [^c]: d", "Paragraph"},
	} {
		d, ps := page(c.text)
		if len(ps) > 0 {
			t.Errorf("%q: %v", c.text, told(ps))
		}
		var got []string
		for n := d.Body.Root.FirstChild(); n != nil; n = n.NextSibling() {
			name := n.Kind().String()
			if n.Kind() == ast.KindList {
				name += fmt.Sprintf("(%d)", n.ChildCount())
			}
			got = append(got, name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %v, want %s", c.text, got, c.want)
		}
		if len(d.Body.Remarks) == 0 {
			t.Errorf("%q: no remark", c.text)
		}
	}
}

// TestManyCitationsOnALine takes memory in proportion to their number.
func TestManyCitationsOnALine(t *testing.T) {
	read := func(n int) uint64 {
		src := strings.Repeat("so [@unhcr-wb] ", n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d, ps := page(src)
		runtime.ReadMemStats(&after)
		if len(ps) > 0 || len(d.Body.Citations) != n {
			t.Fatalf("%d citations: %d are read, problems: %v", n, len(d.Body.Citations), told(ps))
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	read(10)
	if few, many := read(2_000), read(8_000); many > 8*few {
		t.Errorf("4 times the citations take %d times the memory: %d and %d bytes", many/few, few, many)
	}
}

func TestRemarks(t *testing.T) {
	d, ps := page("a[^b] c[^a]\n\n[^a]: first [^c]\n[^b]: second\n[^c]: third\n")
	if len(ps) > 0 {
		t.Errorf("problems: %v", told(ps))
	}
	var got []string
	for i, r := range d.Body.Remarks {
		if r.Index != i {
			t.Errorf("remark %s has index %d, want %d", r.Label, r.Index, i)
		}
		got = append(got, r.Label+" "+content.PlainNode(d.Body, r.Node, nil)+fmt.Sprintf(" %d:%d", r.Pos.Line, r.Pos.Col))
	}
	if diff := cmp.Diff([]string{"b second 7:1", "a first 6:1", "c third 8:1"}, got); diff != "" {
		t.Error(diff)
	}
	if got := d.Body.Root.ChildCount(); got != 1 {
		t.Errorf("the definitions are left in the tree: %d children", got)
	}
}
