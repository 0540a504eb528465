package strictyaml_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/strictyaml"
)

func TestComments(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"none", "a: 1\n# note\n", nil},
		{"above a key", "a: 1\n# TODO: look\nb: 2\n", []string{"2:1+12 TODO: look"}},
		{"indented, above an item", "a:\n  # TODO: look  \n  - b\n", []string{"2:3+12 TODO: look"}},
		{"behind a value", "a: 1 # TODO: look\nb: x#y # TODO y\n", []string{"1:6+12 TODO: look", "2:8+8 TODO y"}},
		{"behind brackets", "é: [1, {b: ü}] # TODO: so\n", []string{"1:16+10 TODO: so"}},
		{"alone in the file", "# TODO: fill\n", []string{"1:1+12 TODO: fill"}},
		{"bare, and without a space", "#TODO\na: 1\n## TODO: b\n", []string{"1:1+5 TODO", "3:1+10 TODO: b"}},
		{"another word", "# TODOS: x\n# to do\n# see TODO: x\na: 1\n", nil},
		{"a text in a block", "a: >-\n  one\n  # TODO: text\n  two\n# TODO: comment\nb: |\n  # TODO: text\n", []string{"5:1+15 TODO: comment"}},
		{"behind the sign of a block", "a: >- # TODO: x\n  one # TODO: text\n", []string{"1:7+9 TODO: x"}},
		{"last line of a block", "a: |+\n  # TODO: text\n\n# TODO: c\n", []string{"4:1+9 TODO: c"}},
		{"a text in quotes", "a: \"x # TODO: text\"\nb: 'y\n  # TODO: text' # TODO: c\nc: 'it''s # TODO' # TODO: d\n", []string{"3:17+9 TODO: c", "4:19+9 TODO: d"}},
		{"an apostrophe in a plain text", "a: don't # TODO: x\n", []string{"1:10+9 TODO: x"}},
		{"a quoted key", "'a # TODO: k': 1 # TODO: x\n", []string{"1:18+9 TODO: x"}},
		{"line ends of Windows", "\ufeffa: 1 # TODO: x\r\n# TODO: y\r\n", []string{"1:6+9 TODO: x", "2:1+9 TODO: y"}},
		{"only the first # of a line", "a: 1 # see # TODO: x\n", nil},
		{"what cannot be read", "a: [1\n# TODO: x\n", nil},
	} {
		n, _ := strictyaml.Parse(origin(), []byte(c.in))
		var got []string
		for _, found := range n.Comments("TODO") {
			got = append(got, fmt.Sprintf("%d:%d+%d %s", found.Pos.Line, found.Pos.Col, found.Len, found.Text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
