package prose_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/content"
	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

// written gives figures words of their own, so that they can be told from what
// the author typed.
func written(e *content.Expression) string {
	if e.Claim {
		return e.ClaimText
	}
	return "<" + e.Source + ">"
}

// parse reads a page with a body.
func parse(t testing.TB, body string) (string, *content.Document) {
	t.Helper()
	file := "---\ntitle: A title\n---\n" + body
	d, _ := content.Parse("content/pages/a.md", []byte(file))
	return file, d
}

func passages(t testing.TB, body string) []prose.Passage {
	_, d := parse(t, body)
	return prose.Passages(d.Body, written)
}

func TestPassages(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"Plain words.", "0 Plain words."},
		{"One line,\nand the next.", "0 One line, and the next."},
		{"# Head\n\nText", "1 Head|0 Text"},
		{"- a\n- b\n\n1. c", "2 a|2 b|2 c"},
		{"| A | B |\n|--|--|\n| c | {{ x }} |", "3 A|3 B|3 c|3 <x>"},
		{"> Said.", "0 Said."},
		{"It *is* **so** ~~not~~.", "0 It is so not."},
		{"`code` here\n\n```\n12\n```", "0 code here"},
		{"A & B &amp; C \\* D", "0 A & B & C * D"},
		{"\"Quoted\" -- it's", "0 “Quoted” – it’s"},
		{"So it is [@key]. More[^1].\n\n[^1]: The *remark*.", "0 So it is. More.|6 The remark."},
		{"See [the\nlist](/a/) now", "0 See the list now"},
		{"![A map of 3](/uploads/a.png) shows", "0  shows|5 A map of 3"},
		{"[2,331]{{ x }} and {{ y | change }}", "0 2,331 and <y | change>"},
		{"Go to https://example.org/12 now", "0 Go to https://example.org/12 now"},
		{"```chart\ntype: bar\n```", ""},
	} {
		var got []string
		for _, p := range passages(t, c.body) {
			got = append(got, string(rune('0'+p.Kind))+" "+p.Text)
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.body, joined, c.want)
		}
	}
}

// TestPlaces looks for a word of a passage, and demands the place of what is
// marked in the file by ⟦ and ⟧.
// TestTodo puts marks of what is to be done into texts: what is read of those is the
// same, and everything has its place.
func TestTodo(t *testing.T) {
	const mark = `{{ TODO "12 people; in March 2024. Later" }}`
	for _, body := range []string{
		"@There were {{ arrivals }} people in May. @In March 2023, [12]{{ a }} of 400 came [@key]. @It *rose*.",
		"@A sentence\nover lines.\n@\nAnother. @3 people.",
		"- @One.\n- @Two of 3. @Then more.\n\n@[Linked](/a/) words. ![@A map of 3](/b.png)",
		"| @A | B |\n|--|--|\n| @c 12 | @{{ x }} |\n\n> @Said in 2022.\n\n## @Head 1\n\n*@Slanted 3.* (@So.)",
		"@So[^1].\n\n[^1]: @It was 3. @Then 4.\n",
	} {
		_, plain := parse(t, strings.NewReplacer("@[", "[", "@\n", "", "[@key]", "[@key]", "@", "").Replace(strings.ReplaceAll(body, "[@key]", "[KEY]")))
		file, marked := parse(t, strings.NewReplacer("@\n", mark+"\n", "@", mark+" ").Replace(strings.ReplaceAll(body, "[@key]", "[KEY]")))
		l, _ := locale.For("en")
		want := prose.NewReader(l, []string{"person", "people"}).Read(plain.Body, written)
		got := prose.NewReader(l, []string{"person", "people"}).Read(marked.Body, written)
		if len(got) != len(want) {
			t.Fatalf("%q: got %d passages, want %d", body, len(got), len(want))
		}
		for i := range got {
			if g, w := strings.TrimLeft(got[i].Text, " "), strings.TrimLeft(want[i].Text, " "); g != w || len(got[i].Numbers) != len(want[i].Numbers) || len(got[i].Whens) != len(want[i].Whens) || len(got[i].Pieces) != len(want[i].Pieces) {
				t.Errorf("%q:\n got %+v\nwant %+v", body, got[i], want[i])
			}
			for _, n := range got[i].Numbers {
				p := got[i].Pos(n.Start)
				line := strings.Split(file, "\n")[p.Line-1]
				if rest := line[p.Col-1:]; got[i].Pieces[n.Piece].Kind == prose.Words && !strings.HasPrefix(rest, got[i].Text[n.Start:n.Stop]) {
					t.Errorf("%q: %q stands at %q", body, got[i].Text[n.Start:n.Stop], rest)
				}
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ body, word string }{
		{"So ⟦much⟧.", "much"},
		{"So\n  ⟦much⟧.", "much"},
		{"> So\n> ⟦much⟧.", "much"},
		{"A \\* ⟦B⟧", "B"},
		{"A ⟦\\*⟧ B", "*"},
		{"A ⟦&amp;⟧ B", "&"},
		{"&lt;&amp;x⟦y⟧", "y"},
		{"\"Say\" it⟦'⟧s", "’s"[:3]},
		{"*a*⟦--⟧b", "–"},
		{"**2**⟦,⟧331", ","},
		{"[a'b](http://x/'y' \"t'u\")⟦'⟧s", "’s"[:3]},
		{"[a](<b c'd>) ⟦e⟧", "e"},
		{"![x'y](z) e⟦'⟧f", "’f"[:3]},
		{"{{ x | y }}⟦'⟧s", "’s"[:3]},
		{"So ⟦{{ x }}⟧ much", "<x>"},
		{"[a ⟦b⟧]{{ x }} c", "b"},
		{"[a b]{{ x }} ⟦c⟧", "c"},
		{"[@key] ⟦c⟧", "c"},
		{"<https://a.org> ⟦c⟧", "c"},
		{"⟦https://a.org⟧ c", "https://a.org"},
		{"| a | ⟦b⟧ |\n|--|--|\n| c | d |", "b"},
		{"| a | b |\n|--|--|\n| ⟦č⟧ | d |", "č"},
		{"x[^1]\n\n[^1]: A ⟦remark⟧", "remark"},
		{"é ⟦16,216⟧ ü", "16,216"},
		{"a\\\n⟦b⟧", "b"},
	} {
		body := strings.NewReplacer("⟦", "", "⟧", "").Replace(c.body)
		file, d := parse(t, body)
		at := strings.Index(file, body) + strings.Index(c.body, "⟦")
		length := utf8.RuneCountInString(c.body[strings.Index(c.body, "⟦")+len("⟦") : strings.Index(c.body, "⟧")])
		line := strings.Count(file[:at], "\n") + 1
		column := utf8.RuneCountInString(file[strings.LastIndexByte(file[:at], '\n')+1:at]) + 1
		found := false
		for _, p := range prose.Passages(d.Body, written) {
			i := strings.LastIndex(p.Text, c.word)
			if i < 0 {
				continue
			}
			found = true
			pos, n := p.Span(i, i+len(c.word))
			if pos.Line != line || pos.Col != column || n != length {
				t.Errorf("%q: %q stands at %d:%d, %d long; want %d:%d, %d", body, c.word, pos.Line, pos.Col, n, line, column, length)
			}
			break
		}
		if !found {
			t.Errorf("%q: %q is in no passage", body, c.word)
		}
	}
}

func TestPlaceInFrontMatter(t *testing.T) {
	d, _ := content.Parse("content/pages/a.md", []byte("---\ntitle: 'It\\* is ''so'' {{ x }} there'\nsummary: >-\n  Folded\n  to here.\n---\n"))
	title := prose.Passages(d.Title, written)[0]
	if got := title.Pos(strings.Index(title.Text, "there")).String(); got != "content/pages/a.md:2:32" {
		t.Errorf("there: %s in %q", got, title.Text)
	}
	if title.Kind != prose.Title {
		t.Errorf("a title is of kind %d", title.Kind)
	}
	summary := prose.Passages(d.Summary, written)[0]
	if got := summary.Pos(strings.Index(summary.Text, "here")).String(); got != "content/pages/a.md:5:6" {
		t.Errorf("here: %s in %q", got, summary.Text)
	}
}

func TestPieces(t *testing.T) {
	p := passages(t, "In **[2,331]{{ x }}** of [{{ y }} lists](/a/), `z` and [1244]{{ literal \"law\" }} [@k].")[0]
	kinds := []prose.PieceKind{}
	text := ""
	for _, piece := range p.Pieces {
		kinds = append(kinds, piece.Kind)
		text += p.Text[piece.Start:piece.Stop]
	}
	want := []prose.PieceKind{prose.Words, prose.Claim, prose.Words, prose.Figure, prose.Words, prose.Words, prose.Code, prose.Words, prose.Literal, prose.Words, prose.Note, prose.Words}
	if string(conv(kinds)) != string(conv(want)) || text != p.Text {
		t.Errorf("pieces %v make %q of %q", kinds, text, p.Text)
	}
	link := p.Pieces[4].Link
	if link == nil || p.Text[link.Start:link.Stop] != "<y> lists" || link.Destination != "/a/" {
		t.Errorf("the link is %+v", link)
	}
}

func conv(kinds []prose.PieceKind) []byte {
	var out []byte
	for _, k := range kinds {
		out = append(out, byte(k))
	}
	return out
}

// TestPiecesOfNumbers tells what the author typed from what the data wrote.
func TestPiecesOfNumbers(t *testing.T) {
	_, d := parse(t, "There were {{ 12 }}, [34]{{ x }}, [56]{{ literal \"so\" }} and 78 people, [90]{{ y }}%.")
	p := reader(t).Read(d.Body, func(e *content.Expression) string {
		if e.Claim {
			return e.ClaimText
		}
		return e.Source
	})[0]
	want := []prose.PieceKind{prose.Figure, prose.Claim, prose.Literal, prose.Words, prose.Claim}
	for i, n := range p.Numbers {
		if i >= len(want) || p.Pieces[n.Piece].Kind != want[i] {
			t.Errorf("number %d, %q, is of kind %d", i, p.Text[n.Start:n.Stop], p.Pieces[n.Piece].Kind)
		}
	}
	if len(p.Numbers) != len(want) {
		t.Errorf("got %d numbers", len(p.Numbers))
	}
}
