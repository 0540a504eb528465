package render

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"bulletin/internal/site"
)

// printSheetPath is the file of a print edition's own style sheet.
func printSheetPath(p *site.Page) string { return strings.TrimPrefix(p.Route, "/") + "print.css" }

// printSheet is what the look of a print edition takes from its words: the running
// heads and feet. They lie in a file, since a strict Content-Security-Policy
// allows no style in a page, and since only a style sheet can name sheets of paper
// (CSS Paged Media Module Level 3, sections 3.4 and 5). How they look is said in
// assets/print.css.
func printSheet(s *site.Site, p *site.Page) Asset {
	e := p.Edition
	var b bytes.Buffer
	foot := upperFirst(s.Locale.Months(e.Period))
	if address := shortAddress(s, e.Page.Route); address != "" {
		foot = address
	}
	if all := s.Corrected(e); len(all) > 0 { // the newest first: each sheet says so, as each page does
		foot += " · Corrected on " + s.Locale.Date(all[0].Date)
	}
	fmt.Fprintf(&b, "@page{@top-left{content:%s}@bottom-left{content:%s}}\n", cssString(draftHead(e)+e.Page.Title), cssString(foot))
	name := func(n int, title string) {
		sheet := sheetName(n)
		fmt.Fprintf(&b, "@page %s{@top-right{content:%s}}\n@media print{.%[1]s{page:%[1]s}}\n", sheet, cssString(title))
	}
	name(0, openingTitle)
	for i, section := range e.Sections {
		name(i+1, section.Title)
	}
	return newAsset(printSheetPath(p), b.Bytes())
}

// forPaper tells whether print editions alone need an asset: their style sheet, and
// the cuts of the typeface that it loads.
func forPaper(a Asset) bool {
	return a.Path == "assets/print.css" || strings.HasPrefix(a.Path, "assets/fonts/print/")
}

// sheetName is the name of the sheets of paper of a part, and its class: CSS
// would have to escape what a file is called.
func sheetName(n int) string { return fmt.Sprintf("sheet-%d", n) }

// cssString is a text as a string of CSS: quotes, backslashes, angle brackets and
// what no line shows are written as their code (CSS Syntax Module Level 3, section
// 4.3.7).
func cssString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if strings.ContainsRune("\"\\<>", r) || !unicode.IsPrint(r) {
			fmt.Fprintf(&b, "\\%x ", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
