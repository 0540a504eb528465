package check_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// ownSite is this repository's site: its data, which a test may change, and its
// documents, which are read once.
type ownSite struct {
	data      fstest.MapFS
	sources   map[string][]byte
	documents []*content.Document
}

func readOwnSite(t *testing.T) *ownSite {
	t.Helper()
	own := &ownSite{data: fstest.MapFS{}, sources: map[string][]byte{}}
	root := os.DirFS("../..")
	for _, folder := range []string{"data", "content"} {
		err := fs.WalkDir(root, folder, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			src, err := fs.ReadFile(root, name)
			switch {
			case folder == "data":
				own.data[name] = &fstest.MapFile{Data: src}
			case strings.HasSuffix(name, ".md"):
				d, problems := content.Parse(name, src)
				if problems.Errors() > 0 {
					t.Errorf("%s: %v", name, problems)
				}
				own.documents, own.sources[name] = append(own.documents, d), src
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return own
}

// checked is a site made from changed data, with the errors by their place.
type checked struct {
	set    *data.Set
	site   *site.Site
	cells  cells
	errors map[string]string
}

func (own *ownSite) check(changed fstest.MapFS) *checked {
	set, problems := data.Load(changed)
	s, found := site.Assemble(site.Config{}, set, own.documents)
	problems = append(append(problems, found...), check.Run(s)...)
	c := &checked{set: set, site: s, cells: cellsOf(set), errors: map[string]string{}}
	for _, p := range problems {
		if p.Severity == diag.Error {
			c.errors[p.Pos.String()] += p.Message + " [" + p.Rule + "] "
		}
	}
	return c
}

// TestChangeAnyDigit changes each digit of each observation that a claim of
// this site uses to each other digit, and looks whether check fails exactly
// where the claim no longer holds, as this test reckons it. Digits of
// observations that no claim has in common are changed at once.
func TestChangeAnyDigit(t *testing.T) {
	own := readOwnSite(t)
	base := own.check(own.data)
	claims, used := own.statements(t, base)
	if len(claims) < 20 {
		t.Fatalf("only %d claims", len(claims))
	}
	for _, c := range claims {
		if said := c.failure(base); said != "" || !c.bornOut(t, base) {
			t.Errorf("%s: unchanged, check says %q, and this test %v", c.name(), said, c.bornOut(t, base))
		}
	}
	counts := map[string]int{}
	for _, batch := range batches(t, own.data, claims, used) {
		after := own.check(batch.data)
		for _, c := range claims {
			changed, broken := false, false
			for _, o := range used[c] {
				if !batch.changed[o] {
					continue
				}
				changed = true
				if now := after.cells[cellName(o.Indicator, o.Area.ID, o.Period, o.Path)]; now == nil || now.Broken {
					broken = true
					if after.errors[o.Pos.String()] == "" {
						t.Errorf("%s: %s became unreadable without a word", c.name(), o.Pos)
					}
				}
			}
			said := c.failure(after)
			holds := !broken && c.bornOut(t, after)
			switch {
			case broken: // reported where it stands
				counts["unreadable"]++
			case holds != (said == ""):
				t.Errorf("%s after %s: check says %q, and this test %v", c.name(), batch.name(used[c]), said, holds)
			case !changed:
				counts["not touched"]++
			case c.exact && holds:
				t.Errorf("%s holds after %s", c.name(), batch.name(used[c]))
			case holds:
				counts["held"]++
			default:
				counts["failed"]++
			}
		}
	}
	t.Logf("%d claims; changed digits: %v", len(claims), counts)
	if counts["failed"] < 500 || counts["held"] < 10 || counts["unreadable"]*20 > counts["failed"] {
		t.Errorf("the changes say too little: %v", counts)
	}
}
