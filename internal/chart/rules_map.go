package chart

// mapLooks are those of maps.
func mapLooks() []rule {
	stroke := func(width string, more ...setting) []setting {
		return append([]setting{{"stroke-width", width}, {"stroke-linejoin", "round"}, {"stroke-linecap", "round"}}, more...)
	}
	all := []rule{
		{"ch-lands", "ch-stroke", mark, []setting{{"stroke", "var(--chart-coast)"}, {"stroke-width", "0.5px"}, {"stroke-linejoin", "round"}}},
		{"ch-lands", "ch-land", mark, []setting{{"stroke", "var(--chart-border)"}, {"stroke-width", "0.8px"}}},
		{"", "ch-border", mark, append([]setting{{"--mark", "var(--chart-border)"}}, stroke("1.2px")...)},
		{"", "ch-dashed", mark, stroke("1.4px", setting{"stroke-dasharray", "4 3"}, setting{"stroke-linecap", "butt"})},
		{"", "ch-no-hatch", mark, []setting{{"--mark", "var(--chart-none-line)"}, {"stroke-width", "1px"}}},
		{"", "ch-est-hatch", mark, []setting{{"stroke-width", "1px"}, {"stroke-opacity", "0.35"}}},
		{"", "ch-swatch", mark, []setting{{"stroke", "var(--chart-zero)"}, {"stroke-width", "0.5px"}}},

		{"ch-symbols", "ch-symbol", mark, []setting{{"stroke", "var(--chart-border)"}, {"stroke-width", "1px"}}},
		{"ch-symbols", "ch-est", mark, []setting{{"fill-opacity", "0.2"}, {"stroke", "var(--chart-symbol)"}, {"stroke-width", "1.5px"}, {"stroke-dasharray", "3 2.5"}}},
		{"ch-symbols", "ch-nil", mark, []setting{{"fill", "var(--chart-focus)"}, {"stroke", "var(--chart-symbol)"}, {"stroke-width", "1.5px"}}},
		{"ch-symbols", "ch-ring", mark, []setting{{"stroke", "var(--chart-muted)"}, {"stroke-width", "1px"}}},
		{"", "ch-key-circle", mark, []setting{{"fill", "none"}, {"stroke", "var(--chart-muted)"}, {"stroke-width", "1px"}}},
		{"", "ch-key-line", mark, []setting{{"stroke", "var(--chart-muted)"}, {"stroke-width", "0.7px"}}},

		{"ch-leads", "ch-lead-edge", mark, []setting{{"--mark", "var(--chart-sea)"}, {"stroke-width", "3px"}, {"stroke-opacity", "0.7"}}},
		{"ch-leads", "ch-lead", mark, []setting{{"--mark", "var(--chart-ink)"}, {"stroke-width", "0.9px"}}},
		{"ch-leads", "ch-lead-dot", mark, []setting{{"--mark", "var(--chart-ink)"}, {"stroke", "var(--chart-sea)"}, {"stroke-width", "1px"}}},
		{"", "ch-on-symbol", words, []setting{{"fill", "var(--chart-on-symbol)"}, {"stroke", "none"}}},
	}
	edge := func(ground, ink string) []setting {
		return []setting{{"fill", "var(--chart-" + ink + ")"}, {"stroke", "var(--chart-" + ground + ")"}}
	}
	all = append(all, rule{"ch-names", "", words, halo("sea")})
	for _, ground := range [...]string{"sea", "land", "focus", "none"} {
		all = append(all, rule{"", "ch-on-" + ground, words, edge(ground, "ink")})
	}
	all = append(all, rule{"", "ch-on-located", words, edge("symbol", "on-symbol")})
	for _, name := range shadeNames() {
		all = append(all,
			rule{"", "ch-on-" + name, words, edge(name, "on-"+name)},
			rule{"", "ch-over-" + name, mark, []setting{{"--mark", "var(--chart-on-" + name + ")"}}},
		)
	}
	return all
}

// shadeNames are the shades of maps: those of values and of rises, of falls, and of no change.
func shadeNames() []string {
	return []string{"shade-1", "shade-2", "shade-3", "shade-4", "shade-5", "fall-2", "fall-3", "fall-4", "fall-5", "level"}
}
