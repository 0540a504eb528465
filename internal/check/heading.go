package check

import (
	"fmt"
	"strings"

	"bulletin/internal/site"
)

// headingLevels reports headings that leave out a level: a page's title is its
// only heading of the first.
func headingLevels(f *finished, r *Reporter) {
	var drawn strays // by templates
	for _, page := range f.facts {
		last := 1
		for _, h := range page.Levels {
			if h.Under > 0 {
				drawn.add(page, h.Pos, 0, fmt.Sprintf("<h%d", h.Level), fmt.Sprintf("a heading of level %d stands under one of level %d", h.Level, h.Under),
					fmt.Sprintf("write it with <h%d>", h.Under+1))
				continue
			}
			if h.New {
				last = 1
			}
			if repeats(page, h) {
				last = h.Level // said by repeated-title
				continue
			}
			if h.Level == 1 || h.Level > last+1 {
				r.Report(h.Pos, len([]rune(h.Text)), "write it with "+strings.Repeat("#", last+1),
					"heading %q of level %d stands under one of level %d", h.Text, h.Level, last)
			}
			last = max(h.Level, 1)
		}
	}
	drawn.report(r)
}

// repeatedTitles reports texts that begin with a heading that is the title of
// their page.
func repeatedTitles(f *finished, r *Reporter) {
	for _, page := range f.facts {
		for _, h := range page.Levels {
			if repeats(page, h) {
				r.Report(h.Pos, len([]rune(h.Text)), "take it away, or say what the part is about", "the heading %q repeats the title of its page, which stands above the text", h.Text)
			}
		}
	}
}

// repeats tells whether a heading opens its text with the title of the page.
func repeats(page *site.Facts, h site.LevelFact) bool {
	return h.New && h.Under == 0 && h.Text != "" && strings.EqualFold(bareArea(h.Text), bareArea(page.Page.Title))
}
