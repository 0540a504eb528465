package check

import "bulletin/internal/diag"

// proseRules look at running text.
func proseRules() []Rule {
	return []Rule{
		{Name: "hedge", Rests: true, Severity: diag.Warning, Doc: "A number that was counted, and is given to its last digit, has no \"about\" around it.", prose: hedges,
			Fails:  prose("There were {{ arrivals }} people, and around {{ arrivals albania }} in Albania."),
			Passes: prose("There were {{ arrivals }} people, and {{ arrivals albania | about }} in Albania.")},
		{Name: "unbound", Rests: true, Severity: diag.Warning, Doc: "A number in a text comes from the data, is checked against it, or is marked as no figure, with a reason.", prose: unbound,
			Fails:  prose("There were {{ arrivals }} people, among them 17 children."),
			Passes: prose("There were {{ arrivals }} people, under Article 17 of the law of 2018 and [three]{{ literal \"a saying\" }} moons.")},
		{Name: "stale-period", Rests: true, Severity: diag.Warning, Doc: "The words for a period mean the page's own, or say that they speak of another; a figure is of the period that its sentence means.", prose: stalePeriods,
			Fails:  prose("There were {{ arrivals }} people in the fourth quarter."),
			Passes: prose("There were {{ arrivals }} people in the first quarter, compared with {{ arrivals 2022-Q1 }} in the first quarter of 2022.")},
		{Name: "other-area", Rests: true, Severity: diag.Warning, Doc: "A figure is of the area that its clause is about: beside \"in Albania\" stands no figure of Serbia.", prose: otherAreas,
			Fails:  prose("There were {{ arrivals }} people. In Albania, {{ arrivals }} people arrived."),
			Passes: prose("There were {{ arrivals }} people, more than in Albania. In Albania, {{ arrivals albania }} people arrived.")},
		{Name: "late-date", Rests: true, Severity: diag.Warning, Doc: "A date past the end of a page's period stands beside a figure of that date.", prose: lateDates,
			Fails:  prose("There were {{ arrivals }} people until the end of May 2023."),
			Passes: prose("There were {{ arrivals }} people until the end of March 2023.")},
		{Name: "wording", Rests: true, Severity: diag.Warning, Doc: "A word is the one that readers expect: quarter, not `trimester`.", prose: wording,
			Fails:  prose("There were {{ arrivals }} people in the first trimester of 2023."),
			Passes: prose("There were {{ arrivals }} people in the first quarter of 2023.")},
		{Name: "number-style", Rests: true, Severity: diag.Warning, Doc: "A page writes percentages in one way, and thousands as the data does.", prose: numberStyle,
			Fails:  prose("There were {{ arrivals }} people, [50%]{{ arrivals | change }} more, or [up 50 per cent]{{ arrivals | change }}."),
			Passes: prose("There were {{ arrivals }} people, [50%]{{ arrivals | change }} more, or [up 50%]{{ arrivals | change }}.")},
		{Name: "naming", Rests: true, Severity: diag.Warning, Doc: "An area whose name carries a mark is named with it.", prose: naming, site: namingInData,
			Fails:  prose("There were {{ arrivals }} people, some of whom had come through Kosovo."),
			Passes: prose("There were {{ arrivals }} people, some of whom had come through Kosovo\\*.")},
	}
}
