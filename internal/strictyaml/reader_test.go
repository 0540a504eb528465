package strictyaml_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

func read(t *testing.T, src string) (*strictyaml.Reader, *diag.Problems) {
	t.Helper()
	ps := &diag.Problems{}
	n, found := strictyaml.Parse(origin(), []byte(src))
	*ps = found
	return strictyaml.Read(n, "an area", ps), ps
}

func TestReader(t *testing.T) {
	r, ps := read(t, "id: kosovo\nn: -12\nyes: true\nlist: [a, b]\none: c\nin: {x: 1}\nempty:\n")
	if r.RequireString("id") != "kosovo" || r.Int("n", 0) != -12 || r.Int("m", 7) != 7 || !r.Bool("yes") || r.Bool("no") || r.String("gone") != "" {
		t.Error("wrong values")
	}
	if got := len(r.Strings("list")) + len(r.Strings("one")) + len(r.List("list")) + len(r.Strings("gone")); got != 5 {
		t.Errorf("lists: got %d items", got)
	}
	in := r.Read("in", "a box")
	if in.Int("x", 0) != 1 || in.Empty() || in.Pos().String() != "f.yaml:6:5" {
		t.Error("nested mapping")
	}
	in.Done()
	if !r.Has("empty") || r.Node("empty") != nil || r.Has("gone") {
		t.Error("an empty key is there, but has no node")
	}
	r.Done()
	if len(*ps) > 0 {
		t.Errorf("got %v", list(*ps))
	}
}

func TestReaderProblems(t *testing.T) {
	for _, c := range []struct {
		in   string
		ask  func(*strictyaml.Reader)
		want []string
	}{
		{"name: x\n", func(r *strictyaml.Reader) { r.Require("id"); r.String("name") }, []string{`f.yaml:1:1+1 an area needs "id" [add id]`}},
		{"id:\n", func(r *strictyaml.Reader) { r.RequireString("id") }, []string{`f.yaml:1:4+1 "id" is empty, but an area needs it [write a value after id:]`}},
		{"id: ''\n", func(r *strictyaml.Reader) { r.RequireString("id") }, []string{`f.yaml:1:5+2 "id" is empty, but an area needs it [write a value after id:]`}},
		{"id: [a]\n", func(r *strictyaml.Reader) { r.RequireString("id") }, []string{`f.yaml:1:5+1 "id" must be a single value, but this is a list [quote text that begins with []`}},
		{"id: {a: b}\n", func(r *strictyaml.Reader) { r.String("id") }, []string{`f.yaml:1:5+1 "id" must be a single value, but this is a mapping [quote text that begins with {]`}},
		{"n: 1.5\nm: '1'\no: 0x1\np: +1\nq: 99999999999999999999\n", func(r *strictyaml.Reader) {
			for _, k := range []string{"n", "m", "o", "p", "q"} {
				r.Int(k, 0)
			}
		}, []string{
			`f.yaml:1:4+3 "n" must be a whole number, not "1.5" [write digits only, without quotes]`,
			`f.yaml:2:4+3 "m" must be a whole number, not "1" [write digits only, without quotes]`,
			`f.yaml:3:4+3 "o" must be a whole number, not "0x1" [write digits only, without quotes]`,
			`f.yaml:4:4+2 "p" must be a whole number, not "+1" [write digits only, without quotes]`,
			`f.yaml:5:4+20 "q" must be a whole number, not "99999999999999999999" [write digits only, without quotes]`,
		}},
		{"b: yes\n", func(r *strictyaml.Reader) { r.Bool("b") }, []string{`f.yaml:1:4+3 "b" must be true or false, not "yes" [write true or false]`}},
		{"l: a\n", func(r *strictyaml.Reader) { r.List("l") }, []string{`f.yaml:1:4+1 "l" must be a list, but this is a single value [begin each item with - or put them in [ ]]`}},
		{"l: {a: b}\n", func(r *strictyaml.Reader) { r.Strings("l") }, []string{`f.yaml:1:4+1 "l" must be a list, but this is a mapping [begin each item with - or put them in [ ]]`}},
		{"l: [a, ~, [b]]\n", func(r *strictyaml.Reader) { r.Strings("l") }, []string{`f.yaml:1:8+1 an item of "l" is empty [write a value, or remove the item]`, `f.yaml:1:11+1 "l" must be a single value, but this is a list [quote text that begins with []`}},
		{"in: x\n", func(r *strictyaml.Reader) { r.Read("in", "a box").Require("y") }, []string{`f.yaml:1:5+1 a box must be a mapping, but this is a single value [write it as keys and values]`}},
		{"nmae: x\nweather: y\nid: z\n", func(r *strictyaml.Reader) { r.String("id"); r.String("name"); r.String("id") }, []string{
			`f.yaml:1:1+4 an area has no "nmae" [did you mean "name"?]`, `f.yaml:2:1+7 an area has no "weather" [known here: id, name]`}},
		{"- a\n", func(r *strictyaml.Reader) { r.Require("id") }, []string{`f.yaml:1:1+1 an area must be a mapping, but this is a list [write it as keys and values]`}},
		{"", func(r *strictyaml.Reader) { r.Require("id") }, []string{`f.yaml:1:1+1 an area must be a mapping, but this is empty [write it as keys and values]`}},
		{"id: &x a\nn: *x\nl: [*x]\n", func(r *strictyaml.Reader) { r.RequireString("id"); r.Int("n", 0); r.Strings("l") }, []string{
			`f.yaml:1:5+2 anchors are not allowed: &x [remove it, or quote text that begins with &]`,
			`f.yaml:2:4+2 aliases are not allowed: *x [write the value out, or quote text that begins with *]`,
			`f.yaml:3:5+2 aliases are not allowed: *x [write the value out, or quote text that begins with *]`}},
	} {
		r, ps := read(t, c.in)
		c.ask(r)
		r.Done()
		if diff := cmp.Diff(c.want, list(*ps)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.in, diff)
		}
	}
}

// TestNilReader: whatever is asked of nothing is answered with nothing.
func TestNilReader(t *testing.T) {
	var ps diag.Problems
	for _, r := range []*strictyaml.Reader{nil, strictyaml.Read(nil, "a box", &ps)} {
		if !r.Empty() || r.Has("a") || r.Node("a") != nil || r.Require("a") != nil || r.String("a") != "" || r.RequireString("a") != "" || r.Int("a", 3) != 3 ||
			r.Bool("a") || r.List("a") != nil || r.Strings("a") != nil || !r.Read("a", "b").Empty() || r.Pos().Line != 0 {
			t.Error("nothing answers something")
		}
		r.Done()
	}
	if len(ps) > 0 {
		t.Errorf("got %v", ps)
	}
}
