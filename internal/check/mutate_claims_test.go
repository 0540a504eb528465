package check_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// statement is a claim of the site with what this test reads in it.
type statement struct {
	page       string // its route
	expression *content.Expression
	words      said
	outside    string // the hedge before the brackets, which must be true as well
	exact      bool   // the number stands there as it is in the data
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
	hedged := c.words
	hedged.hedge = c.outside
	return bearsOut(c.words, w) && (c.outside == "" || bearsOut(hedged, w))
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
	for _, h := range hedges() {
		n := len(strings.Fields(h[0]))
		clear := n > 1 || h[1] == "nearly" // a single word may speak of a place: over
		if c.words.numbered && c.words.hedge == "" && clear && h[1] != "about" && n <= len(before) && strings.Join(before[len(before)-n:], " ") == h[0] {
			c.outside, before = h[1], before[:len(before)-n]
		}
	}
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
