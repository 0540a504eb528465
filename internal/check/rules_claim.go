package check

import "bulletin/internal/diag"

// claimRules look at figures and claims, and the words of their sentences.
func claimRules() []Rule {
	return []Rule{
		{Name: "claim", Rests: true, Held: true, Doc: "The words in the brackets of a claim agree with the data.", prose: claims,
			Fails:  prose("There were [301]{{ arrivals }} people."),
			Passes: prose("There were [300]{{ arrivals }} people, [50%]{{ arrivals | change }} more.")},
		{Name: "around", Rests: true, Held: true, Doc: "The words next to a figure or a claim do not make it say something else.", prose: arounds,
			Fails:  prose("There were {{ arrivals }} people. Arrivals in Albania rose by {{ arrivals albania | change }}."),
			Passes: prose("There were {{ arrivals }} people. Arrivals in Albania {{ arrivals albania | rose }}.")},
		{Name: "small-base", Rests: true, Severity: diag.Warning, Doc: "A rate over a small number, typed in a claim, stands beside the two counts.", prose: smallBases,
			Fails:  prose("There were {{ arrivals }} people, and [182%]{{ arrivals albania | change }} more than a year before in Albania."),
			Passes: prose("There were {{ arrivals }} people, and [182% (from 84 to 237)]{{ arrivals albania | change }} more than a year before in Albania.")},
		{Name: "estimate", Rests: true, Severity: diag.Warning, Doc: "A number that is estimated, forecast or provisional is not told as if it were counted and final.", prose: estimates,
			Fails:  prose("There were {{ arrivals }} people, and {{ arrivals kosovo }} were registered in Kosovo*."),
			Passes: prose("There were {{ arrivals }} people, and an estimated [150]{{ arrivals kosovo }} in Kosovo*.")},
		{Name: "key-figure", Rests: true, Severity: diag.Warning, Doc: "The key figure of a chapter stands in its text or summary too.", prose: keyFigures,
			Fails:  prose("There were {{ arrivals 2022-Q1 }} people in {{ period 2022-Q1 }}."),
			Passes: prose("There were {{ arrivals }} people in {{ period }}, after {{ arrivals 2022-Q1 }} a year before.")},
	}
}
