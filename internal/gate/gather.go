package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// ruleRelease is the rule of what the gate itself finds.
const ruleRelease = "release"

// ruleUnrecorded is the rule of values that were published and not recorded.
const ruleUnrecorded = "unrecorded"

// Of makes the checklist of an edition, whose pages are open. found are the problems of
// a check of the whole site with its drafts, for which the edition was Pending; bound
// counts the numbers of a page.
func Of(s *site.Site, e *site.Edition, found diag.Problems, bound func(*site.Page) check.BoundShare) *List {
	g := &gathering{site: s, edition: e, pages: append([]*site.Page{e.Page}, e.Sections...), reader: prose.NewReader(s.Locale, nil)}
	g.left = make([][]Left, len(g.pages))
	g.own()
	g.list = &List{Edition: e.ID, Period: e.Period.String(), Title: e.Page.Title, Unsure: !s.Set.Complete() || slices.ContainsFunc(found, inData)}
	for _, p := range found {
		g.place(p)
	}
	for i, p := range g.pages {
		g.base(i, p)
		g.period(i, p)
		g.words(i, p)
		g.links(i, p)
		if p.Document.Draft && p != e.Page {
			g.find(&g.left[i], Draft, diag.Pos{File: p.Document.File}, 0, "write it, and take draft: true out", "the chapter is a draft")
		}
		g.list.Chapters = append(g.list.Chapters, g.chapter(i, p, bound(p)))
	}
	g.sourcesOfCells()
	for _, part := range []Chapter{{Title: "Data", Left: g.data}, {Title: "Elsewhere on the site", Left: g.elsewhere}} {
		if len(part.Left) > 0 {
			g.list.Chapters = append(g.list.Chapters, part)
		}
	}
	g.list.Chapters = append(g.list.Chapters, g.last())
	for i := range g.list.Chapters {
		slices.SortStableFunc(g.list.Chapters[i].Left, byLine)
	}
	g.list.Next = g.next()
	return g.list
}

// gathering is a checklist in the making.
type gathering struct {
	site      *site.Site
	edition   *site.Edition
	pages     []*site.Page
	owned     ownership
	reader    *prose.Reader
	left      [][]Left // of each page
	data      []Left
	elsewhere []Left
	list      *List
}

// find adds what the gate itself finds.
func (g *gathering) find(to *[]Left, line Line, pos diag.Pos, length int, hint, format string, args ...any) {
	*to = append(*to, Left{line, diag.Problem{Pos: pos, Len: length, Rule: ruleRelease, Hint: hint, Message: diag.Messagef(format, args...)}})
}

// place puts a problem of the check where it belongs: to a page of the edition, to the
// data, elsewhere, or nowhere.
func (g *gathering) place(p diag.Problem) {
	if p.Rule == ruleUnrecorded {
		return // values are recorded once the edition is released: see next
	}
	at := g.pageOf(p.Pos)
	if p.Severity == diag.Accepted {
		if at >= 0 {
			g.list.Accepted = append(g.list.Accepted, p)
		}
		return
	}
	left := Left{lineOf(p.Rule), p}
	switch {
	case at >= 0:
		g.left[at] = append(g.left[at], left)
	case strings.HasPrefix(p.Pos.File, "data/"):
		if p.Severity == diag.Error || g.concerns(p.Pos) {
			g.data = append(g.data, left)
		}
	case p.Severity == diag.Error && !g.otherDraft(p.Pos.File):
		g.elsewhere = append(g.elsewhere, left)
	}
}

// otherDraft tells whether a file is a draft, which is not released now.
func (g *gathering) otherDraft(file string) bool {
	p, ok := g.site.File(file)
	return ok && p.Edition != g.edition && p.IsDraft()
}

// chapter is the part of a page.
func (g *gathering) chapter(i int, p *site.Page, numbers check.BoundShare) Chapter {
	c := Chapter{Title: p.Title, File: p.Document.File, Left: g.left[i]}
	gaps := 0
	for _, o := range p.Shown() {
		switch {
		case o.Broken:
			c.Cells.Have-- // what it is, nobody knows
		case !o.HasValue && !o.HasShare:
			gaps++
		}
	}
	c.Cells.Have += len(p.Shown())
	c.Cells.Of = len(p.Shown()) + wanted(p)
	if g.lacksBase(p) {
		c.Cells.Of++
	}
	c.Numbers = Share{numbers.Bound + numbers.Literal, numbers.Bound + numbers.Literal + numbers.Unbound}
	for _, line := range lines() {
		if words := g.holds(&c, line, gaps, numbers); words != "" && !slices.ContainsFunc(c.Left, func(l Left) bool { return l.Line == line }) {
			c.Done = append(c.Done, Done{line, words})
		}
	}
	return c
}

// holds says that a line holds on a page; it is empty where there is nothing that it
// could be about.
func (g *gathering) holds(c *Chapter, line Line, gaps int, numbers check.BoundShare) string {
	switch line {
	case Todo:
		return "no TODO"
	case Cell:
		switch {
		case c.Cells.Have < c.Cells.Of || c.Cells.Of == 0:
			return ""
		case gaps > 0:
			return fmt.Sprintf("%d of %d cells (%s known)", c.Cells.Have, c.Cells.Of, plural(gaps, "gap"))
		}
		return fmt.Sprintf("%d of %d cells", c.Cells.Have, c.Cells.Of)
	case Period:
		if c.Cells.Of > 0 {
			return "sources of the period"
		}
	case Source:
		if c.Cells.Of > 0 {
			return "a source for every figure"
		}
	case Text:
		return "text in place"
	case Number:
		switch {
		case c.Numbers.Of == 0 || c.Numbers.Have < c.Numbers.Of:
			return "" // what has no value yet is told by the cells
		case numbers.Literal > 0:
			return fmt.Sprintf("%d of %d numbers bound (%s)", c.Numbers.Have, c.Numbers.Of, plural(numbers.Literal, "literal"))
		}
		return fmt.Sprintf("%d of %d numbers bound", c.Numbers.Have, c.Numbers.Of)
	case Link:
		return "no dead link"
	case Other:
		return "no other problem"
	}
	return ""
}

// inData tells whether a problem is an error in data/.
func inData(p diag.Problem) bool {
	return p.Severity == diag.Error && strings.HasPrefix(p.Pos.File, "data/")
}

// byLine orders what is left by the lines, then by place.
func byLine(a, b Left) int {
	order := lines()
	if n := cmp.Compare(slices.Index(order, a.Line), slices.Index(order, b.Line)); n != 0 {
		return n
	}
	switch {
	case a.Pos.Less(b.Pos):
		return -1
	case b.Pos.Less(a.Pos):
		return 1
	}
	return 0
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
