package build

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestList(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"content/_index.md", "content/pages/b.md", "content/pages/a.md", "content/.DS_Store", "content/.obsidian/x.md",
		"content/uploads/x.png", "content/uploads/deep/y.md", "content/uploads/.hidden", "content/notes.txt", "data/x.md",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("x")}
	}
	fsys["content/bad\xffname.md"] = &fstest.MapFile{}
	fsys["content/big.md"] = &fstest.MapFile{Data: make([]byte, maxText+1)}
	found, problems := list(fsys)
	want := listing{
		documents: []string{"content/_index.md", "content/pages/a.md", "content/pages/b.md"},
		uploads:   []string{"content/uploads/deep/y.md", "content/uploads/x.png"},
	}
	if d := cmp.Diff(want, found, cmp.AllowUnexported(listing{})); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
	problems.Sort()
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.File+": "+p.Message)
	}
	if d := cmp.Diff([]string{
		"content/bad\uFFFDname.md: the file's name is not UTF-8",
		"content/big.md: the file has 16.8 MB, and at most 16.8 are read",
		"content/notes.txt: the file is not part of the site",
	}, got); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
}
