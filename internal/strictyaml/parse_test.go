package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

func origin() diag.Pos { return diag.Pos{File: "f.yaml", Line: 1, Col: 1} }

// dump writes a tree on one line, each node with its place and length.
func dump(n *strictyaml.Node) string {
	at := fmt.Sprintf("@%d:%d+%d", n.Pos.Line, n.Pos.Col, n.Len)
	switch n.Kind {
	case strictyaml.Scalar:
		if n.Quoted {
			return fmt.Sprintf("%q%s", n.Value, at)
		}
		return n.Value + at
	case strictyaml.List:
		var items []string
		for _, item := range n.Items {
			items = append(items, dump(item))
		}
		return "[" + strings.Join(items, " ") + "]" + at
	case strictyaml.Mapping:
		var fields []string
		for _, f := range n.Fields {
			fields = append(fields, dump(f.Key)+"="+dump(f.Value))
		}
		return "{" + strings.Join(fields, " ") + "}" + at
	}
	return "null" + at
}

func list(ps diag.Problems) []string {
	ps.Sort()
	var all []string
	for _, p := range ps {
		all = append(all, fmt.Sprintf("%s+%d %s [%s]", p.Pos, p.Len, p.Message, p.Hint))
	}
	return all
}

func TestTree(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "null@1:1+1"},
		{"comments only", "# nothing\n", "null@1:1+1"},
		{"scalars as written", "a: 5.0\nb: 010\nc: no\nd: 2023-01-02\ne: 0x1\n", "{a@1:1+1=5.0@1:4+3 b@2:1+1=010@2:4+3 c@3:1+1=no@3:4+2 d@4:1+1=2023-01-02@4:4+10 e@5:1+1=0x1@5:4+3}@1:1+1"},
		{"null", "a:\nb: ~\nc: null\nd: ''\n", "{a@1:1+1=null@1:3+1 b@2:1+1=null@2:4+1 c@3:1+1=null@3:4+4 d@4:1+1=\"\"@4:4+2}@1:1+1"},
		{"quoted", "a: \"x\\ty\"\nb: 'it''s'\n", "{a@1:1+1=\"x\\ty\"@1:4+6 b@2:1+1=\"it's\"@2:4+7}@1:1+1"},
		{"flow", "a: [1, {b: ü}, 2]\n", "{a@1:1+1=[1@1:5+1 {b@1:9+1=ü@1:12+1}@1:8+1 2@1:16+1]@1:4+1}@1:1+1"},
		{"columns count characters", "Šid: Krnjača\n", "{Šid@1:1+3=Krnjača@1:6+7}@1:1+1"},
		{"mark and CRLF", "\ufeffa: 1\r\nb: 2\r\n", "{a@1:1+1=1@1:4+1 b@2:1+1=2@2:4+1}@1:1+1"},
		{"one document", "---\na: 1\n...\n", "{a@2:1+1=1@2:4+1}@2:1+1"},
		{"comment", "a: 1 # one\nb: 2 ## two\nc: x#y\n", "{a@1:1+1=1@1:4+1 b@2:1+1=2@2:4+1 c@3:1+1=x#y@3:4+3}@1:1+1"},
		{"lines", "a: one\n  two\nb: \"one\n  two\"\n", "{a@1:1+1=one two@1:4+3 b@3:1+1=\"one two\"@3:4+4}@1:1+1"},
		{"list", "- a\n- - b\n", "[a@1:3+1 [b@2:5+1]@2:3+1]@1:1+1"},
		{"null as a key", "null: 1\n2: 3\n", "{null@1:1+4=1@1:7+1 2@2:1+1=3@2:4+1}@1:1+1"},
		{"numbers in a row", "{a: 1, 083: 2}\n", "{a@1:2+1=1@1:5+1 083@1:8+3=2@1:13+1}@1:1+1"},
	} {
		n, ps := strictyaml.Parse(origin(), []byte(c.in))
		if len(ps) > 0 || dump(n) != c.want {
			t.Errorf("%s: got  %s %v\nwant %s", c.name, dump(n), list(ps), c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"a: &x 1\n", []string{`f.yaml:1:4+2 anchors are not allowed: &x [remove it, or quote text that begins with &]`}},
		{"a: &x 1\nb: *x\n", []string{`f.yaml:1:4+2 anchors are not allowed: &x [remove it, or quote text that begins with &]`, `f.yaml:2:4+2 aliases are not allowed: *x [write the value out, or quote text that begins with *]`}},
		{"a: 1\nb: *bold* text\n", []string{`f.yaml:2:4+11 text must not begin with * [quote it]`}},
		{"b: *gone\n", []string{`f.yaml:1:4+5 aliases are not allowed: *gone [write the value out, or quote text that begins with *]`}},
		{"a: {<<: {b: 1}}\n", []string{`f.yaml:1:5+2 merge keys (<<) are not allowed [write the keys out]`}},
		{"a: !!str 5\n", []string{`f.yaml:1:4+5 tags are not allowed [remove it, or quote text that begins with !]`}},
		{"a: ! x\n", []string{`f.yaml:1:4+1 tags are not allowed [remove it, or quote text that begins with !]`}},
		{"a: 1\n---\nb: 2\n", []string{`f.yaml:2:1+3 a second document begins here [remove the line ---, and what follows it]`}},
		{"a: 1\nb: 2\na: 3\n", []string{`f.yaml:3:1+1 "a" stands twice: first on line 1 [remove one of the two]`}},
		{"a: {b: 1, b: 2, b: 3}\n", []string{`f.yaml:1:11+1 "b" stands twice: first on line 1 [remove one of the two]`, `f.yaml:1:17+1 "b" stands twice: first on line 1 [remove one of the two]`}},
		{"[a]: 1\n", []string{`f.yaml:1:1+1 a list stands where a key is expected [quote text that begins with []`}},
		{"title: {{ arrivals }}\n", []string{`f.yaml:1:9+1 a mapping stands where a key is expected [quote text that begins with {]`}},
		{"title: {{ arrivals }} came\n", []string{`f.yaml:1:8+19 text that begins with { must be quoted [put it in quotes, or write it as a block after >]`}},
		{"a: 1\ntitle: [5]{{ arrivals }} came\nb: 2\n", []string{`f.yaml:2:8+22 text that begins with [ must be quoted [put it in quotes, or write it as a block after >]`}},
		{"a: 1\ntitle: Report: first\n", []string{`f.yaml:2:8+13 text that holds ": " must be quoted [put it in quotes, or write it as a block after >]`}},
		{"x:\n  - {a: 1, note: he said: no}\n", []string{`f.yaml:2:18+9 text that holds ": " must be quoted [put it in quotes, or separate entries with commas]`}},
		{"title: Report #5\n", []string{`f.yaml:1:15+2 what follows # is dropped as a comment [quote the whole text, or put a space after # when it is a comment]`}},
		{"accent: #1f6feb\n", []string{`f.yaml:1:9+7 what follows # is dropped as a comment [quote the whole text, or put a space after # when it is a comment]`}},
		{"a:\n\tb: 1\n", []string{`f.yaml:2:1+1 a tab stands in the indentation [indent with spaces]`}},
		{"a:\n  b: 1\n\tc: 1\n", []string{`f.yaml:3:1+1 a tab stands in the indentation [indent with spaces]`}},
		{"a: b\xffc\n", []string{`f.yaml:1:5+1 byte 0xFF is not UTF-8 [save the file as UTF-8]`}},
		{"a: b\rc: d\n", []string{`f.yaml:1:5+1 the invisible character U+000D stands here [remove it]`}},
		{"é: \u2028\n", []string{`f.yaml:1:4+1 the invisible character U+2028 stands here [remove it, or write it as an escape in double quotes]`}},
		{"a: \x00\n", []string{`f.yaml:1:4+1 the invisible character U+0000 stands here [remove it]`}},
		{"n: {bangladesh: 1,083, syria: 346, pakistan: 2,239}\n", []string{`f.yaml:1:17+5 a number has no thousands separator: 1,083 [write 1083]`, `f.yaml:1:46+5 a number has no thousands separator: 2,239 [write 2239]`}},
		{"n: {a: 1,083,500, b: 1,083}\n", []string{`f.yaml:1:8+5 a number has no thousands separator: 1,083 [write 1083]`, `f.yaml:1:22+5 a number has no thousands separator: 1,083 [write 1083]`}},
		{"a: 1\nb: \"open\nc: 2\n", []string{`f.yaml:2:4+1 this quote is not closed [end the text with "]`}},
		{"a: 'x\n\nb: 2\n", []string{`f.yaml:1:4+1 this quote is not closed [end the text with ']`}},
		{"a:\n  - x\n  -y\n", []string{`f.yaml:3:3+1 a space is missing after the dash [write - and a space before each item]`}},
		{"a: 1\nb: \"he \"said\" so\"\n", []string{`f.yaml:2:8+10 text goes on after the closing quote [write \" for a quote inside double quotes]`}},
		{"a: 'it's'\n", []string{`f.yaml:1:7+3 text goes on after the closing quote [write '' for an apostrophe inside single quotes, or use double quotes]`}},
		{"a: 1\nb: \"C:\\dir\"\n", []string{`f.yaml:2:7+2 unknown escape \d in double quotes [use single quotes, or write \\ for a backslash]`}},
		{"a: [1, 2\nb: 3\n", []string{`f.yaml:1:4+1 this [ is not closed, or an entry inside is not followed by a comma [end the list with ]; quote text that begins with []`}},
		{"a: 1\nlist: [1,\n  2]\nb: [3\nc: 4\n", []string{`f.yaml:4:4+1 this [ is not closed, or an entry inside is not followed by a comma [end the list with ]; quote text that begins with []`}},
		{"a: 1\nno key here\nb: 2\n", []string{`f.yaml:2:1+11 this line has no key [write key: value, or indent it when it goes on with the text before]`}},
		{"a:\n    b: 1\n  c: 2\n", []string{`f.yaml:3:3+4 this line does not line up with those before it [give all keys, and all items, of one level the same indentation]`}},
		{"a: 1\n  b: 2\n", []string{`f.yaml:2:3+4 this line is indented as if it went on with the value before [line it up with the keys it belongs to]`}},
		{"a: @x\n", []string{`f.yaml:1:4+2 text must not begin with @ [quote it]`}},
		{"a: `x`\n", []string{"f.yaml:1:4+3 text must not begin with ` [quote it]"}},
		{"a: b\u202ec\n", []string{`f.yaml:1:5+1 the invisible character U+202E stands here [remove it]`}},
		{"a: \"b\\0c\"\n", []string{`f.yaml:1:6+1 the invisible character U+0000 stands here [remove it]`}},
		{"a: \"b\\u202ec\"\n", []string{`f.yaml:1:6+1 the invisible character U+202E stands here [remove it]`}},
		{"a: b\ufeffc\n", []string{`f.yaml:1:5+1 the invisible character U+FEFF stands here [remove it]`}},
		{"a: \"b\\ufeffc\"\n", []string{`f.yaml:1:6+1 the invisible character U+FEFF stands here [remove it]`}},
		{"a: b\u2067c\nd: e\u2069\n", []string{
			`f.yaml:1:5+1 the invisible character U+2067 turns the direction of what follows, and nothing ends it [remove it, or write U+2069 after the words whose direction it sets]`,
			`f.yaml:2:5+1 the invisible character U+2069 ends nothing here [remove it]`,
		}},
		{"a: |\n  b\n  \u2066c\n", []string{`f.yaml:3:3+1 the invisible character U+2066 turns the direction of what follows, and nothing ends it [remove it, or write U+2069 after the words whose direction it sets]`}},
		{"a: \"b\\u2068c\"\n", []string{`f.yaml:1:6+1 the invisible character U+2068 turns the direction of what follows, and nothing ends it [remove it, or write U+2069 after the words whose direction it sets]`}},
		{"a: b\u2067c\u2069\n", nil},
		{"a:\n  b:12\n  c: 2\n", []string{`f.yaml:2:3+4 a space is missing after the colon [write b: 12]`}},
		{"a: \"x\nb: y\nc: \"z\"\n", []string{`f.yaml:1:4+1 this quote is not closed [end the text with "]`}},
		{"a:\n  - \"x\n  - \"z\"\n", []string{`f.yaml:2:5+1 this quote is not closed [end the text with "]`}},
		{": 1\n", []string{`f.yaml:1:1+1 a key is missing before the colon []`}},
		{strings.Repeat("[", 40) + strings.Repeat("]", 40), []string{`f.yaml:1:33+1 nested deeper than 32 levels []`}},
	} {
		n, ps := strictyaml.Parse(origin(), []byte(c.in))
		if n == nil {
			t.Fatalf("%q: no node", c.in)
		}
		if diff := cmp.Diff(c.want, list(ps)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.in, diff)
		}
	}
}

func TestTooLarge(t *testing.T) {
	n, ps := strictyaml.Parse(origin(), make([]byte, 16<<20+1))
	if !n.Broken || len(ps) != 1 || ps[0].Pos.String() != "f.yaml" {
		t.Errorf("got %v", ps)
	}
}

func TestOrigin(t *testing.T) {
	at := diag.Pos{File: "x.md", Line: 10, Col: 5}
	n, ps := strictyaml.Parse(at, []byte("type: bar\nareas: [a, a b]\nareas: x\n"))
	if got := n.Field("areas").Items[1].Pos.String(); got != "x.md:11:16" {
		t.Errorf("item: got %s", got)
	}
	if len(ps) != 1 || ps[0].Pos.String() != "x.md:12:5" {
		t.Errorf("problem: got %v", ps)
	}
	if got := n.Field("areas").Items[1].PosAt(2).String(); got != "x.md:11:18" {
		t.Errorf("PosAt: got %s", got)
	}
}
