package chart

// lineLooks are those of lines: every one but the first has dashes of its own, an estimate is dotted.
func lineLooks() []rule {
	dash := func(class, dashes string) rule {
		return rule{"ch-lines", class, mark, []setting{{"stroke-dasharray", dashes}, {"stroke-linecap", "butt"}}}
	}
	all := []rule{
		{"ch-ends", "", words, halo("ground")},
		{"ch-lines", "ch-stroke", mark, []setting{{"stroke-width", "2.2px"}, {"stroke-linejoin", "round"}, {"stroke-linecap", "round"}}},
		{"ch-lines", "ch-minor", mark, []setting{{"stroke-width", "1.4px"}}},
		dash("ch-d2", "7 4"), dash("ch-d3", "3.5 3"), dash("ch-d4", "11 4 2 4"), dash("ch-d5", "14 5"),
		dash("ch-d6", "9 3 2 3 2 3"), dash("ch-d7", "2 5"),
		{"ch-lines", "ch-est", mark, []setting{{"stroke-dasharray", "0.1 4.5"}, {"stroke-linecap", "round"}, {"stroke-opacity", "0.75"}}},
		{"", "ch-hollow", mark, []setting{{"fill", "var(--chart-ground)"}, {"stroke-dasharray", "none"}, {"stroke-width", "1.4px"}}},
		{"", "ch-lead", mark, []setting{{"stroke-opacity", "0.7"}}},
		{"", "ch-break", mark, []setting{{"--mark", "var(--chart-zero)"}, {"stroke-dasharray", "3 3"}}},
		{"ch-context", "ch-stroke", mark, []setting{{"stroke-width", "1px"}, {"stroke-opacity", "0.4"}, {"stroke-dasharray", "none"}}},
		{"ch-spark", "ch-stroke", mark, []setting{{"stroke-width", "1.6px"}}},
		{"ch-spark", "ch-est", mark, []setting{{"stroke-dasharray", "0.1 3"}}},
		{"", "ch-area", mark, []setting{{"fill-opacity", "0.12"}}},
	}
	for _, n := range [...]string{"1", "2", "3", "4", "5"} {
		all = append(all, rule{"", "ch-t" + n, words, []setting{{"fill", "var(--chart-text-" + n + ")"}}})
	}
	return all
}
