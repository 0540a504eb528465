package chart

// estimateLooks draw an estimate lighter, outlined and hatched.
func estimateLooks() []rule {
	return []rule{
		{"ch-values", "", words, halo("ground")},
		{"", "ch-est", mark, []setting{{"fill-opacity", "0.18"}}},
		{"", "ch-hatch", mark, []setting{{"stroke-width", "1.2px"}}},
	}
}

// pieceLooks are those of stacked bars, slices and dumbbells.
func pieceLooks() []rule {
	var all []rule
	for _, on := range [...]string{"1", "2", "3", "4", "5", "rest"} {
		all = append(all, rule{"", "ch-on-" + on, words, []setting{{"fill", "var(--chart-on-" + on + ")"}, {"stroke", "none"}}})
	}
	return append(all,
		rule{"", "ch-hair", mark, []setting{{"stroke", "var(--chart-ground)"}, {"stroke-width", "1.2px"}}},
		rule{"", "ch-gap", mark, []setting{{"stroke", "var(--chart-ground)"}, {"stroke-width", "2px"}}},
		rule{"", "ch-clear", mark, []setting{{"fill", "var(--chart-ground)"}}},
		rule{"ch-leaders", "", mark, []setting{{"--mark", "var(--chart-zero)"}}},
		rule{"", "ch-link", mark, []setting{{"stroke-width", "2.4px"}}},
		rule{"", "ch-hollow", mark, []setting{{"fill", "var(--chart-ground)"}, {"stroke", "var(--mark)"}, {"stroke-width", "2px"}}},
		rule{"", "ch-dotted", mark, []setting{{"stroke-dasharray", "2 2"}}},
	)
}
