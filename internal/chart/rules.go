package chart

// element is what a rule of the look is for.
type element uint8

const (
	anything element = iota // groups too: what they set is inherited
	mark                    // path and circle
	words                   // text
)

// rule gives marks a look by their class, as a rule of a stylesheet does. All rules weigh the same: of two that set the
// same property the later one holds. What a group sets, its marks inherit.
type rule struct {
	in    string // the class of a group around it, "" for none
	class string // its own class, "" for any
	on    element
	set   []setting
}

// setting is a property of SVG, which is one of CSS too, with its value. A value may be a token, var(--chart-up), or
// var(--mark), which other rules set.
type setting struct{ property, value string }

// colourRules are the classes that give a mark the colour of a token.
func colourRules() []rule {
	var all []rule
	for _, c := range [...][2]string{
		{"base", "base"}, {"up", "up"}, {"down", "down"}, {"rest", "rest"},
		{"s1", "1"}, {"s2", "2"}, {"s3", "3"}, {"s4", "4"}, {"s5", "5"},
		{"symbol", "symbol"}, {"land", "land"}, {"focus", "focus"}, {"no-value", "none"}, {"sea", "sea"},
	} {
		all = append(all, rule{"", "ch-" + c[0], mark, []setting{{"--mark", "var(--chart-" + c[1] + ")"}}})
	}
	for _, name := range shadeNames() {
		all = append(all, rule{"", "ch-" + name, mark, []setting{{"--mark", "var(--chart-" + name + ")"}}})
	}
	return all
}

// looks is the look of every mark and word, in order. Colours are tokens (palette.go); sizes of text are the drawing's.
func looks() []rule {
	all := []rule{
		{"", "", words, []setting{{"fill", "var(--chart-ink)"}}},
		{"", "ch-strong", words, []setting{{"font-weight", "600"}}},
		{"", "ch-muted", words, []setting{{"fill", "var(--chart-muted)"}}},
		{"ch-ticks", "", words, []setting{{"fill", "var(--chart-muted)"}}},
		{"", "ch-none", words, []setting{{"fill", "var(--chart-muted)"}, {"font-style", "italic"}}},
		{"", "ch-end", anything, []setting{{"text-anchor", "end"}}},
		{"", "ch-mid", anything, []setting{{"text-anchor", "middle"}}},

		{"", "", mark, []setting{{"--mark", "var(--chart-ink)"}, {"fill", "none"}, {"stroke", "none"}}},
	}
	all = append(all, colourRules()...)
	all = append(all,
		rule{"", "ch-fill", mark, []setting{{"fill", "var(--mark)"}}},
		rule{"", "ch-stroke", mark, []setting{{"stroke", "var(--mark)"}, {"stroke-width", "1px"}}},
		rule{"ch-grid", "", mark, []setting{{"--mark", "var(--chart-grid)"}, {"shape-rendering", "crispEdges"}}},
		rule{"ch-zero", "", mark, []setting{{"--mark", "var(--chart-zero)"}, {"shape-rendering", "crispEdges"}}},
	)
	for _, more := range [][]rule{estimateLooks(), lineLooks(), pieceLooks(), mapLooks()} {
		all = append(all, more...)
	}
	return all
}

// halo is an edge in the colour of the ground, which keeps words apart from the marks behind them.
func halo(ground string) []setting {
	return []setting{{"paint-order", "stroke"}, {"stroke", "var(--chart-" + ground + ")"}, {"stroke-width", "3px"}, {"stroke-linejoin", "round"}}
}
