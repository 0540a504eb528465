package content_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

// FuzzParse reads any bytes as a page: no panic, a whole document, positions
// that lie in the file, and no braces left in the text without a problem.
func FuzzParse(f *testing.F) {
	lowlands, err := os.ReadFile("testdata/lowlands.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(lowlands))
	for _, seed := range []string{
		"", "---\n", "---\n---\n", front, "\ufeff---\r\ntitle: A\r\n---\r\n\r\nŠ {{ a }}\r\n", "text {{", "---\n- a\n---\n{{ b }}",
		front + "a [**2,331**]{{ x | y }} [@k, p. 4; @l] [^1]\n\n[^1]: {{ z }}\n\n|a|b|\n|--|--|\n|{{ c | d }}|`e|f`|\n",
		front + "> - ```chart\n>   type: bar\n>   title: \"{{ x }} [1]{{ y }}\"\n>   ```\n",
		front + "[a [b](/c \"d]{{x}}\")](e) ![f {{ g }}](/h.png) <b>{{ i }}</b> `{{ j }}` \\{{ k {{{ l }} {{ m\n",
		front + "*a [b* c]{{ d }} **[e _f]{{ g }}_**\n\n[h]: /i/{{j}}\n\n[^2]: k\n\n\t{{ l }}\n",
		"---\ntitle: \"a \\\"b\\\" {{ c }}\"\nsummary: >-\n  d {{ e\n  f }}\n\n  - ```table\n    indicator: g\n    ```\n---\n",
		front + "a [@k, p. 4 [@l; @k] [@] [@, p. 4] [@k; p. 5] [@k, {{ x }}] [@k\n, p.\n5] ^[b] [^c] [^d][^c]\n\n[^c]: e [@k][^d]\n\n[^d]: f[^c][^d]\n\n[^e]:\n",
		front + "## g [@k] [^h]\n\n![i [@k]](/j.png) [l [@k] m](n) [[@k]]{{ o }} `[@k]` \\[@k] | p [@k] |\n\n> [^h]: q\n",
		front + "{{ TODO \"x\" }} a *{{ TODO \"y\nz\" }}* b[{{TODO}} c]{{ d }} | {{ TODO \"e\" }}\n> {{ TODO \"f\" }}\n> g\n",
		front + "a\n===\n\n- b {{ c\n  d }}\n\t- e [f\n\tg]{{ h }}\n\n1. [x]{{ literal \"y\" }}\n",
	} {
		f.Add(seed)
	}
	p := content.NewParser()
	f.Fuzz(func(t *testing.T, src string) {
		for _, file := range []string{"content/pages/a.md", "content/pages/regions/a.md", "content/_index.md"} {
			d, ps := p.Parse(file, []byte(src))
			if d == nil || d.Body == nil || d.Title == nil && d.Kind != content.Home {
				t.Fatal("a hollow document")
			}
			reported := map[diag.Pos]bool{}
			for _, problem := range ps {
				reported[problem.Pos] = true
				if problem.Pos.Line == 0 {
					continue
				}
				if _, ok := at(src, problem.Pos); !ok || problem.Len < 0 {
					t.Errorf("a place outside the file: %+v", problem)
				}
			}
			for _, m := range all(d) {
				checkMarkdown(t, src, m, m == d.Body)
				checkBraces(t, m, reported)
			}
			_, again := p.Parse(file, []byte(src))
			if diff := cmp.Diff(ps, again); diff != "" {
				t.Errorf("a second reading differs: %s", diff)
			}
		}
	})
}

// checkBraces looks for braces in what a reader would see.
func checkBraces(t *testing.T, m *content.Markdown, reported map[diag.Pos]bool) {
	t.Helper()
	roots := []ast.Node{m.Root}
	for _, r := range m.Remarks {
		roots = append(roots, r.Node)
	}
	for _, root := range roots {
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			text, ok := n.(*ast.Text)
			if _, inside := n.Parent().(*ast.CodeSpan); !ok || !entering || inside {
				return ast.WalkContinue, nil
			}
			for i := text.Segment.Start; i < text.Segment.Stop; i++ {
				slashes := 0
				for i-slashes > 0 && m.Source[i-slashes-1] == '\\' {
					slashes++
				}
				if !strings.HasPrefix(string(m.Source[i:]), "{{") || slashes%2 == 1 {
					continue
				}
				if i > 0 && reported[m.Pos(i-1)] { // the second of three braces
					continue
				}
				if !reported[m.Pos(i)] {
					t.Errorf("{{ at %v is text, and nobody says so", m.Pos(i))
				}
			}
			return ast.WalkContinue, nil
		})
	}
}
