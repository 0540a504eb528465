package render

import (
	"strings"

	"bulletin/internal/diag"
)

// rooted is an address as a template writes it, the same on every page.
func (d *drawing) rooted(address string) string {
	rest, ok := strings.CutPrefix(address, d.root)
	if !ok || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, "/") || strings.Contains(rest, ":") {
		return address
	}
	return rootMark + rest
}

// rootMark is how templates begin an address.
const rootMark = "{{.Root}}"

// origin is where a page comes from. It is kept with the facts, and so holds
// nothing of the drawing.
type origin struct {
	own                  []ownFile
	root, template, file string // file: the page's own; empty without one
}

// find is where something that no author wrote most likely comes from: the
// template of the site's own theme that holds it, else the template that draws
// such pages; without a theme of its own, the page's file.
func (o origin) find(written string) (diag.Pos, int) {
	marks := []string{`"` + written, `'` + written}
	if tail, rooted := strings.CutPrefix(written, rootMark); rooted {
		marks = append(marks, "}}"+tail, `"`+o.root+tail, `'`+o.root+tail)
	}
	if strings.HasPrefix(written, "<") {
		marks = []string{written}
	}
	for _, mark := range marks {
		for _, own := range o.own {
			if i := strings.Index(own.text, mark); i >= 0 && len(mark) > 2 {
				skip := len(mark) - len(strings.TrimLeft(mark, `}"'`))
				return diag.NewLines(own.name, []byte(own.text)).At(i + skip), len([]rune(mark[skip:]))
			}
		}
	}
	if o.file != "" && len(o.own) == 0 {
		return diag.Pos{File: o.file}, 0
	}
	return diag.Pos{File: "templates/" + o.template + ".html"}, 0
}
