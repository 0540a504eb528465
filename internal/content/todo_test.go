package content_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/content"
)

// marks lists what is to be done in a text: "why @line:col".
func marks(m *content.Markdown) []string {
	var list []string
	for _, e := range m.Expressions {
		if e.Todo {
			list = append(list, fmt.Sprintf("%s @%d:%d+%d", e.TodoReason, e.Whole.Line, e.Whole.Col, e.Len))
		}
	}
	return list
}

func TestTodo(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		plain      string
	}{
		{"at the beginning", `{{ TODO "look" }} Arrivals rose.`, []string{"look @4:1+17"}, "Arrivals rose."},
		{"before a later sentence", "They rose. {{ TODO \"a source; a date\" }} They fell.", []string{"a source; a date @4:12+29"}, "They rose. They fell."},
		{"close braces", `{{TODO "x"}}They fell.`, []string{"x @4:1+12"}, "They fell."},
		{"no space before the quotes", `{{ TODO"x" }} They fell.`, []string{"x @4:1+13"}, "They fell."},
		{"at the end of its line", "They rose.\n{{ TODO \"x\" }}\nThey fell.", []string{"x @5:1+14"}, "They rose. They fell."},
		{"over a line end", "{{ TODO \"a\n  b\" }} They fell.", []string{"a b @4:1+10"}, "They fell."},
		{"in a heading", "## {{ TODO \"x\" }} Arrivals", []string{"x @4:4+14"}, "Arrivals"},
		{"in items", "- {{ TODO \"x\" }} a\n- b\n  1. {{ TODO \"y\" }} c", []string{"x @4:3+14", "y @6:6+14"}, "a b c"},
		{"in a table", "| {{ TODO \"x | y\" }} A | B |\n|--|--|\n| a |{{ TODO \"z\" }} b |", []string{"x | y @4:3+18", "z @6:6+14"}, "A B a b"},
		{"in the words of an image", "![{{ TODO \"x\" }} A map](/uploads/m.png)", []string{"x @4:3+14"}, "A map"},
		{"in a remark", "a[^1]\n\n[^1]: {{ TODO \"x\" }} b", []string{"x @6:7+14"}, "a"},
		{"alone", "{{ TODO \"write it\" }}", []string{"write it @4:1+21"}, ""},
		{"before a claim", "{{ TODO \"x\" }} [12]{{ a }} came.", []string{"x @4:1+14"}, "12 came."},
		{"within a word", "a{{ TODO \"x\" }} b", []string{"x @4:2+14"}, "a b"},
		{"code is code", "`{{ TODO \"x\" }}` \\{{ TODO \"x\" }}", nil, "{{ TODO \"x\" }} {{ TODO “x” }}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := page(c.text)
			if len(ps) > 0 {
				t.Errorf("problems: %v", told(ps))
			}
			if diff := cmp.Diff(c.want, marks(d.Body)); diff != "" {
				t.Error(diff)
			}
			plain := content.Plain(d.Body, func(e *content.Expression) string { return e.ClaimText })
			if plain != c.plain {
				t.Errorf("plain: got %q, want %q", plain, c.plain)
			}
			checkPositions(t, front+c.text, d, true)
		})
	}
}

func TestTodoRefused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"{{ TODO }} a", "4:1+10 figure: TODO says what is to be done, and this one does not"},
		{`{{ TODO "" }} a`, "4:1+13 figure: TODO says what is to be done, and this one does not"},
		{`{{ TODO look again }} a`, "4:4+15 figure: what is to be done stands in double quotes"},
		{`{{ TODO "say "no"" }} a`, "4:4+15 figure: what is to be done stands in double quotes"},
		{`[12]{{ TODO "x" }} came`, "4:5+14 figure: TODO stands before words, and not behind brackets"},
		{`[{{ TODO "x" }} 12]{{ a }} came`, "4:2+1 claim: a claim cannot hold a mark of what is to be done"},
	} {
		_, ps := page(c.text)
		if diff := cmp.Diff([]string{c.want}, told(ps)); diff != "" {
			t.Errorf("%s: %s", c.text, diff)
		}
	}
}

func TestTodoInFrontMatterAndBlocks(t *testing.T) {
	src := "---\ntitle: \"{{ TODO \\\"x\\\" }} Arrivals\"\nsummary: >-\n  One. {{ TODO \"y\" }}\n  Two.\n---\n```chart\ntype: bar\nindicator: a\ntitle: '{{ TODO \"z\" }} A chart'\n```\n"
	d, ps := content.Parse("content/pages/a.md", []byte(src))
	if len(ps) > 0 {
		t.Fatal(told(ps))
	}
	var got []string
	for _, m := range all(d) {
		got = append(got, marks(m)...)
		got = append(got, content.Plain(m, nil))
	}
	want := []string{"x @2:9+14", "Arrivals", "y @4:8+14", "One. Two.", "", "z @10:9+14", "A chart"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
