package render

import (
	"crypto/sha256"
	"html/template"
	"slices"
	"text/template/parse"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Digest is the SHA-256 of what a page of a kind is drawn with: of its template, of
// those that it uses, and of the addresses of the assets that it names. A page of
// another kind may change without it.
func (t *Templates) Digest(kind site.Kind) [sha256.Size]byte {
	sum := sha256.New()
	d := t.digests[templateOf(kind)]
	sum.Write(d[:])
	for _, name := range []string{"assets/site.css", "assets/chart.css", "assets/print.css", draftSheet, "assets/search.css", "assets/search.js", "assets/keys.js", "assets/table.js", "assets/icon.svg"} {
		sum.Write([]byte(t.asset(name) + "\n"))
	}
	return [sha256.Size]byte(sum.Sum(nil))
}

// templateOf is the name of the page template that draws pages of a kind.
func templateOf(kind site.Kind) string {
	switch kind {
	case site.Report:
		return "edition"
	case site.Chapter:
		return "section"
	case site.Standing, site.List:
		return "page"
	case site.DataIndex:
		return "data"
	}
	return string(kind)
}

// Finder finds the likeliest place of what a template of the theme wrote on a page:
// what [site.Facts.Find] is for.
func (t *Templates) Finder(s *site.Site, p *site.Page, name string) func(written string) (diag.Pos, int) {
	return origin{t.own, s.Root(p), name, p.Pos().File}.find
}

// digest is the SHA-256 of the files that hold what a page template may execute: from
// "base" on, and the figure of a chart, which functions ask for.
func (l *loader) digest(set *template.Template) [sha256.Size]byte {
	files := map[string]bool{}
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		t := set.Lookup(name)
		if seen[name] || t == nil || t.Tree == nil {
			return
		}
		seen[name] = true
		files[t.Tree.ParseName] = true
		executed(t.Tree.Root, visit)
	}
	visit("base")
	visit("chart")
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		sum.Write([]byte(name + "\n"))
		of := l.sums[name]
		sum.Write(of[:])
	}
	return [sha256.Size]byte(sum.Sum(nil))
}

// executed calls do with the name of each template that a part of a template executes.
func executed(n parse.Node, do func(name string)) {
	list := func(l *parse.ListNode) {
		if l == nil {
			return
		}
		for _, inner := range l.Nodes {
			executed(inner, do)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		list(n)
	case *parse.TemplateNode:
		do(n.Name)
	case *parse.IfNode:
		list(n.List)
		list(n.ElseList)
	case *parse.RangeNode:
		list(n.List)
		list(n.ElseList)
	case *parse.WithNode:
		list(n.List)
		list(n.ElseList)
	}
}
