package prose_test

import (
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

// FuzzPassages reads any body, and demands what holds of all passages: pieces
// lie side by side and make the text, places come in the order of the text and
// are places of the file, and what is found lies in the text.
func FuzzPassages(f *testing.F) {
	for _, seed := range []string{
		"In the *first* quarter of 2023, [2,331]{{ x }} people[^1] -- \"so\" -- came.\n\n[^1]: A remark of 4 June.",
		"| A | B |\n|--|--|\n| 1 | [a'b](c 'd') |\n\n- one\n- two **three** `four`\n\n> 16 216 &amp; \\* five per cent",
		"January-March 2023, 30th of May, Q1 2023, 98–99%, +44(0)7831650409, Kralja Milana 21, 11000 Belgrade",
		"![a 'b'](c \"d\") https://a.b/'c' <https://d.e> '90s ... <<f>> {{ g }} [h]{{ literal }}",
		"two thirds of one in five, a third of a dozen, hundreds of thousands of, twice as many, half",
		"[a[b]{{ c }}](d 'e) f' g", "é’s ’s “’” \u202f1\u202f234 12-year-old 2023-13-45 99999999999 1.2.3",
	} {
		f.Add(seed)
	}
	l, err := locale.For("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		d, _ := content.Parse("content/pages/a.md", []byte("---\ntitle: A\n---\n"+body))
		for _, p := range prose.NewReader(l, nil).Read(d.Body, written) {
			text := strings.Builder{}
			at := 0
			for _, piece := range p.Pieces {
				if piece.Start != at || piece.Stop < piece.Start {
					t.Fatalf("%q: a piece from %d to %d behind %d", p.Text, piece.Start, piece.Stop, at)
				}
				text.WriteString(p.Text[piece.Start:piece.Stop])
				at = piece.Stop
			}
			if text.String() != p.Text {
				t.Fatalf("%q: its pieces make %q", p.Text, text.String())
			}
			last := p.Pos(0)
			for i := range p.Text {
				pos, length := p.Span(i, i+1)
				if pos.Less(last) || pos.Line < 1 || pos.Col < 1 || length < 1 {
					t.Fatalf("%q: byte %d is at %v, behind %v", p.Text, i, pos, last)
				}
				last = pos
			}
			for _, n := range p.Numbers {
				if n.Start >= n.Stop || n.Stop > len(p.Text) || n.Piece >= len(p.Pieces) {
					t.Fatalf("%q: %+v", p.Text, n)
				}
			}
			for _, w := range p.Whens {
				if w.Start >= w.Stop || w.Stop > len(p.Text) || w.Last < w.First {
					t.Fatalf("%q: %+v", p.Text, w)
				}
			}
			for i := range p.Text {
				if start, stop := p.Sentence(i); start > i || stop <= i {
					t.Fatalf("%q: the sentence of %d is %d to %d", p.Text, i, start, stop)
				}
			}
		}
	})
}
