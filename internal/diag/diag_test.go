package diag_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

func TestPositions(t *testing.T) {
	lines := diag.NewLines("a.md", []byte("äö\nŠid\n"))
	for _, c := range []struct {
		offset int
		want   string
	}{{0, "a.md:1:1"}, {2, "a.md:1:2"}, {5, "a.md:2:1"}, {7, "a.md:2:2"}, {99, "a.md:3:1"}, {-1, "a.md:1:1"}} {
		if got := lines.At(c.offset).String(); got != c.want {
			t.Errorf("offset %d: got %s, want %s", c.offset, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"arrivals", "detentions", "asylum-applications"}
	for _, c := range []struct{ word, want string }{
		{"arivals", "arrivals"}, {"Detentoins", "detentions"}, {"weather", ""}, {"asylum-aplication", "asylum-applications"}, {"", ""},
	} {
		if got := diag.Nearest(c.word, words); got != c.want {
			t.Errorf("%q: got %q, want %q", c.word, got, c.want)
		}
	}
}

func problems() diag.Problems {
	var ps diag.Problems
	ps.Warnf(diag.Pos{File: "b.md", Line: 2, Col: 1}, 0, "hedge", "", "second file")
	ps.Errorf(diag.Pos{File: "a.md", Line: 2, Col: 4}, 3, "claim", "change it", "50%% wrong")
	ps.Errorf(diag.Pos{File: "a.md", Line: 2, Col: 4}, 3, "claim", "change it", "50%% wrong")
	ps.Errorf(diag.Pos{File: "a.md"}, 0, "kind", "", "whole file")
	ps.Sort()
	return ps
}

func source(file string) []byte {
	if file == "a.md" {
		return []byte("first\r\nŠi [16] x\r\n")
	}
	return nil
}

func TestText(t *testing.T) {
	var b strings.Builder
	if err := diag.Write(&b, diag.Text, problems(), source); err != nil {
		t.Fatal(err)
	}
	want := `a.md: error: whole file [kind]
a.md:2:4: error: 50% wrong [claim]
    2 | Ši [16] x
      |    ^^^
   hint: change it
b.md:2:1: warning: second file [hedge]
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if got := problems().Errors(); got != 2 {
		t.Errorf("errors: got %d, want 2", got)
	}
}

func TestLongLine(t *testing.T) {
	var ps diag.Problems
	ps.Errorf(diag.Pos{File: "a", Line: 1, Col: 201}, 2, "r", "", "m")
	var b strings.Builder
	line := strings.Repeat("x", 200) + "YY" + strings.Repeat("z", 200)
	if err := diag.Write(&b, diag.Text, ps, func(string) []byte { return []byte(line) }); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(b.String(), "\n")
	at := strings.Index(rows[2], "^^")
	if at < 0 || []rune(rows[1])[at] != 'Y' || []rune(rows[1])[at+1] != 'Y' {
		t.Errorf("mark is not under the text:\n%s", b.String())
	}
}

func TestJSONAndGitHub(t *testing.T) {
	var b strings.Builder
	if err := diag.Write(&b, diag.GitHub, problems()[1:2], nil); err != nil {
		t.Fatal(err)
	}
	if want := "::error file=a.md,line=2,col=4,endColumn=7,title=claim::50%25 wrong%0Ahint: change it\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	b.Reset()
	if err := diag.Write(&b, diag.JSON, nil, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("no problems: got %q, %v", b.String(), err)
	}
	if err := diag.Write(&b, "xml", nil, nil); err == nil {
		t.Error("an unknown format is not refused")
	}
}

func TestValidUTF8(t *testing.T) {
	ps := diag.ValidUTF8("x", []byte("é\n\xffa"))
	if len(ps) != 1 || ps[0].Pos.String() != "x:2:1" {
		t.Errorf("got %v", ps)
	}
}

// TestTerminalIsNotSteered quotes a file that tries to.
func TestTerminalIsNotSteered(t *testing.T) {
	var ps diag.Problems
	ps.Errorf(diag.Pos{File: "a\n\x1b[31m.md", Line: 1, Col: 4}, 1, "r", "h\x07", "m\u202e\x9b")
	var b strings.Builder
	if err := diag.Write(&b, diag.Text, ps, func(string) []byte { return []byte("\tx \x1b]0;title\x07 y") }); err != nil {
		t.Fatal(err)
	}
	want := "a\uFFFD\uFFFD[31m.md:1:4: error: m\uFFFD\uFFFD [r]\n    1 |  x \uFFFD]0;title\uFFFD y\n      |    ^\n   hint: h\uFFFD\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// TestManyProblemsOnALongLine takes time in proportion to their number.
func TestManyProblemsOnALongLine(t *testing.T) {
	src := []byte(strings.Repeat("Šid ", 200_000))
	lines := diag.NewLines("a.md", src)
	var ps diag.Problems
	for i := 0; i < len(src); i += 5 {
		ps.Errorf(lines.At(i), 1, "r", "", "m")
	}
	if last := ps[len(ps)-1].Pos.Col; last != 4*200_000-3 {
		t.Errorf("last column: %d", last)
	}
	var b strings.Builder
	if err := diag.Write(&b, diag.Text, ps[:20_000], func(string) []byte { return src }); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "error: m [r]"); n != 20_000 {
		t.Errorf("%d problems written", n)
	}
}

// TestAccepted: what was accepted is written with its reason, and is neither an
// error nor a warning.
func TestAccepted(t *testing.T) {
	ps := diag.Problems{{Pos: diag.Pos{File: "a.md", Line: 2, Col: 4}, Len: 2, Severity: diag.Accepted, Rule: "jump", Message: "ten times", Reason: "a flood"}}
	ps.Warnf(diag.Pos{File: "b.md"}, 0, "hedge", "", "other")
	open, accepted := ps.Split()
	if ps.Errors() != 0 || ps.Warnings() != 1 || len(open) != 1 || len(accepted) != 1 || open[0].Rule != "hedge" {
		t.Errorf("split into %v and %v", open, accepted)
	}
	for format, want := range map[diag.Format]string{
		diag.Text:   "a.md:2:4: accepted: ten times [jump]\n   reason: a flood\n",
		diag.GitHub: "::notice file=a.md,line=2,col=4,endColumn=6,title=jump::ten times%0Aaccepted: a flood\n",
		diag.JSON:   "[\n  {\n    \"file\": \"a.md\",\n    \"line\": 2,\n    \"column\": 4,\n    \"length\": 2,\n    \"severity\": \"accepted\",\n    \"rule\": \"jump\",\n    \"message\": \"ten times\",\n    \"reason\": \"a flood\"\n  }\n]\n",
	} {
		var b strings.Builder
		if err := diag.Write(&b, format, accepted, source); err != nil || b.String() != want {
			t.Errorf("%s: got %s, %v", format, b.String(), err)
		}
	}
}
