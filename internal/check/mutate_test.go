package check_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

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

// statement is a claim of the site with what this test reads in it.
type statement struct {
	page       string // its route
	expression *content.Expression
	words      said
	exact      bool // the number stands there as it is in the data
}

// name is where the claim stands, and its words.
func (c *statement) name() string {
	return fmt.Sprintf("%s: [%s]{{ %s }}", c.expression.ClaimPos, c.expression.ClaimText, c.expression.Source)
}

// failure is what check says of the claim; "" when it passes.
func (c *statement) failure(site *checked) string {
	e := c.expression
	all := site.errors[e.ClaimPos.String()]
	for i := range len(e.Source) {
		all += site.errors[e.PosAt(i).String()]
	}
	return all
}

// bornOut works out anew whether the claim holds.
func (c *statement) bornOut(t *testing.T, site *checked) bool {
	t.Helper()
	p, ok := site.site.Page(c.page)
	if !ok {
		t.Fatalf("%s is gone", c.page)
	}
	w, err := evaluateAgain(site.set, site.cells, p, c.expression.Source)
	if err != nil {
		t.Fatalf("%s: %v", c.name(), err)
	}
	return bearsOut(c.words, w)
}

// statements are all claims of the site, and the observations that each uses.
func (own *ownSite) statements(t *testing.T, base *checked) ([]*statement, map[*statement][]*data.Observation) {
	t.Helper()
	var all []*statement
	used := map[*statement][]*data.Observation{}
	for _, p := range base.site.Pages {
		for _, text := range p.Texts() {
			for _, e := range text.Markdown.Expressions {
				if !e.Claim || e.Literal {
					continue
				}
				v := text.Value(e)
				words, err := readWords(e.ClaimText, nounsOf(base.set, v.Used))
				if err != nil {
					t.Fatalf("%s: %v", e.ClaimPos, err)
				}
				c := &statement{page: p.Route, expression: e, words: words}
				own.lookAround(c)
				w, err := evaluateAgain(base.set, base.cells, p, e.Source)
				if err != nil {
					t.Fatalf("%s: %v", c.name(), err)
				}
				c.exact = words.numbered && words.hedge == "" && !w.none && w.now == nil && w.kind != "times" && len(v.Used) == 1 && words.number.Cmp(w.number.Abs(w.number)) == 0
				all, used[c] = append(all, c), v.Used
			}
		}
	}
	return all, used
}

// nounsOf are the names of what is counted.
func nounsOf(set *data.Set, used []*data.Observation) map[string]bool {
	nouns := map[string]bool{}
	add := func(texts ...string) {
		for _, w := range strings.Fields(strings.ToLower(strings.Join(texts, " "))) {
			nouns[w] = true
		}
	}
	for _, o := range used {
		add(o.Indicator.Unit.One, o.Indicator.Unit.Other, o.Indicator.Name)
		for _, c := range o.Path {
			if d, ok := set.Dimension(c.Dimension); ok {
				for _, category := range d.Categories {
					add(category.Name)
				}
			}
		}
	}
	return nouns
}

// lookAround takes a direction from the words next to the brackets: "fell by
// [36%]", "[36%] fewer".
func (own *ownSite) lookAround(c *statement) {
	e := c.expression
	src, _ := own.sources[e.ClaimPos.File]
	at := offset(src, e.ClaimPos)
	before := strings.Fields(strings.TrimSuffix(string(src[max(0, at-80):at]), "["))
	_, after, _ := bytes.Cut(src[at:], []byte("}}"))
	behind := strings.Fields(string(after[:min(len(after), 40)]))
	if !c.words.numbered || c.words.unit == "" || c.words.turned {
		return
	}
	sense := func(w string) int {
		switch {
		case in(upWords, w):
			return 1
		case in(downWords, w):
			return -1
		}
		return 0
	}
	found := 0
	if n := len(before); n > 1 && in("by of was", before[n-1]) {
		found = sense(before[n-2])
	}
	if found == 0 && len(behind) > 0 {
		found = sense(strings.Trim(behind[0], ".,;:"))
	}
	if found != 0 {
		c.words.sense, c.words.turned = found, true
	}
}

// offset is the byte of a source at a place.
func offset(src []byte, pos diag.Pos) int {
	at := 0
	for range pos.Line - 1 {
		at += bytes.IndexByte(src[at:], '\n') + 1
	}
	for range pos.Col - 1 {
		_, size := utf8.DecodeRune(src[at:])
		at += size
	}
	return at
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

// batch is one change of the data: a digit in each of some observations.
type batch struct {
	data    fstest.MapFS
	changed map[*data.Observation]bool
	digits  map[*data.Observation]string
}

func (b *batch) name(used []*data.Observation) string {
	var all []string
	for _, o := range used {
		if b.changed[o] {
			all = append(all, b.digits[o])
		}
	}
	return strings.Join(all, ", ")
}

// batches are all changes of one digit, as many at once as no claim notices.
func batches(t *testing.T, files fstest.MapFS, claims []*statement, used map[*statement][]*data.Observation) []*batch {
	t.Helper()
	colours := map[*data.Observation]int{}
	var order []*data.Observation
	for _, c := range claims {
		for _, o := range used[c] {
			if _, ok := colours[o]; !ok {
				order = append(order, o)
				colours[o] = free(o, claims, used, colours)
			}
		}
	}
	var all []*batch
	for colour := 0; ; colour++ {
		var group []*data.Observation
		for _, o := range order {
			if colours[o] == colour {
				group = append(group, o)
			}
		}
		if len(group) == 0 {
			return all
		}
		for k := 0; ; k++ {
			b := &batch{data: fstest.MapFS{}, changed: map[*data.Observation]bool{}, digits: map[*data.Observation]string{}}
			for name, f := range files {
				b.data[name] = &fstest.MapFile{Data: f.Data}
			}
			for _, o := range group {
				b.change(t, o, k)
			}
			if len(b.changed) == 0 {
				break
			}
			all = append(all, b)
		}
	}
}

// free is the first colour that no observation of a claim with o has.
func free(o *data.Observation, claims []*statement, used map[*statement][]*data.Observation, colours map[*data.Observation]int) int {
	taken := map[int]bool{}
	for _, c := range claims {
		if !slices.Contains(used[c], o) {
			continue
		}
		for _, other := range used[c] {
			if colour, ok := colours[other]; ok && other != o {
				taken[colour] = true
			}
		}
	}
	colour := 0
	for taken[colour] {
		colour++
	}
	return colour
}

// change makes the k-th change of an observation: its k/9-th digit becomes one
// of the nine others.
func (b *batch) change(t *testing.T, o *data.Observation, k int) {
	t.Helper()
	src := slices.Clone(b.data[o.Pos.File].Data)
	start := offset(src, o.Pos)
	number := src[start : start+o.Len]
	at := -1
	for i, digit := 0, 0; i < len(number); i++ {
		switch {
		case number[i] >= '0' && number[i] <= '9':
			if digit == k/9 {
				at = i
			}
			digit++
		case number[i] != '.' && number[i] != '-':
			t.Fatalf("%s: %q is no number", o.Pos, number)
		}
	}
	if at < 0 {
		return // it has no more digits
	}
	was := string(number)
	number[at] = '0' + (number[at]-'0'+1+byte(k%9))%10
	b.data[o.Pos.File].Data = src
	b.changed[o], b.digits[o] = true, fmt.Sprintf("%s: %s for %s", o.Pos, number, was)
}
