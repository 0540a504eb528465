package build

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTreeIsAFileSystem(t *testing.T) {
	tr := newTree()
	for _, name := range []string{"data/site.yaml", "content/b/c.md", "content/b/a.md", "content/a.md", "data/observations/x.yaml", "content/a.md"} {
		tr.add(&node{path: name, src: []byte(name), size: int64(len(name))})
	}
	if err := fstest.TestFS(tr, "data/site.yaml", "content/b/a.md", "content/b/c.md", "data/observations/x.yaml"); err != nil {
		t.Error(err)
	}
	tr.add(&node{path: "content/big.md", size: maxText + 1})
	tr.add(&node{path: "content/link.md", refused: errIrregular{}})
	tr.add(&node{path: "../out.md"})
	var large errTooLarge
	if _, err := tr.Open("content/big.md"); !errors.As(err, &large) {
		t.Errorf("a file past the limit: %v", err)
	}
	if _, err := tr.Stat("content/link.md"); !errors.Is(err, errIrregular{}) {
		t.Errorf("a link: %v", err)
	}
	if len(tr.nodes["."].entries) != 2 {
		t.Errorf("a file outside: %v", tr.nodes["."].entries)
	}
	found, problems := list(tr)
	if want := []string{"content/a.md", "content/b/a.md", "content/b/c.md"}; strings.Join(found.documents, " ") != strings.Join(want, " ") || len(problems) != 2 {
		t.Errorf("got %v, %v", found, problems)
	}
}

func TestReadEntry(t *testing.T) {
	b, err := readEntry("120000 blob 0123abcd       9\tcontent/a b\tc.md", "main")
	if err != nil || b.object != "0123abcd" || !b.link || b.node.path != "content/a b\tc.md" || b.node.size != 9 {
		t.Errorf("got %+v, %v", b, err)
	}
	for _, line := range []string{"", "100644 blob 0123\tx", "100644 blob 0123 many\tx", "100644 blob 0123 9 x"} {
		if _, err := readEntry(line, "main"); err == nil || errors.As(err, new(*UsageError)) {
			t.Errorf("%q: %v", line, err)
		}
	}
	if _, err := readEntry("160000 commit 0123       -\tdata", "main"); !errors.As(err, new(*UsageError)) {
		t.Errorf("a submodule: %v", err)
	}
}

func TestPlainlyFolder(t *testing.T) {
	for name, want := range map[string]bool{
		".": true, "..": true, "./a": true, "../a": true, "a/": true, "/a": true,
		"a": false, "a/b": false, "HEAD": false, "HEAD~1": false, "v1.0": false, ".a": false, "...": false, "": false, "@{-1}": false,
	} {
		if plainlyFolder(name) != want {
			t.Errorf("%q: %t", name, !want)
		}
	}
}

var _ fs.StatFS = (*tree)(nil)
