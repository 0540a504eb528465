package content

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// TestBareAddresses compares with goldmark's own parser, wherever an address stands.
func TestBareAddresses(t *testing.T) {
	parse := func(p parser.InlineParser, src string) string {
		reader := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(p, 999))...))
		var b strings.Builder
		_ = ast.Walk(reader.Parse(text.NewReader([]byte(src))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if link, ok := n.(*ast.AutoLink); ok && entering {
				b.WriteString(string(link.URL([]byte(src))) + " ")
			} else if entering {
				b.WriteString(n.Kind().String() + " ")
			}
			return ast.WalkContinue, nil
		})
		return b.String()
	}
	long := strings.Repeat("n", 63)
	links := 0
	for _, address := range []string{
		"http://a.example", "https://a.example/b", "ftp://a.example", "www.a.example", "HTTP://a.example", "Www.a.example", "a@b.example", "w@b.example",
		"a+b.c@d.example", "a@b", "@b.example", "word", "hotel", long + "@b.example", long + "n@b.example", long + "nn@b.example", "ü@b.example",
	} {
		for _, around := range []string{"%", "a %", "a % b", "(%)", "*%*", "_%_", "~%", "a\n%", "**%**", "[%](/x)", "a  %", "x%", "a@b.example %", "a %\nwww.b.example"} {
			src := strings.ReplaceAll(around, "%", address)
			want := parse(extension.NewLinkifyParser(), src)
			if got := parse(newBareParser(), src); got != want {
				t.Errorf("%q: got %s, want %s", src, got, want)
			}
			links += strings.Count(want, "://") + strings.Count(want, "@")
		}
	}
	if links < 50 {
		t.Errorf("%d addresses were found", links)
	}
}
