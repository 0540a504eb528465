package check

import (
	"fmt"
	"strings"
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
			if h.Level == 1 || h.Level > last+1 {
				r.Report(h.Pos, len([]rune(h.Text)), "write it with "+strings.Repeat("#", last+1),
					"heading %q of level %d stands under one of level %d", h.Text, h.Level, last)
			}
			last = max(h.Level, 1)
		}
	}
	drawn.report(r)
}
