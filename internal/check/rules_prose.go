package check

import (
	"strings"

	"bulletin/internal/diag"
)

// proseRules look at running text.
func proseRules() []Rule {
	return []Rule{
		{Name: "typed-note", Excused: true, Doc: "Notes are made from citations and remarks: no mark or list of them is typed, and no `ibid.` leads to another.", prose: typedNotes, data: typedNotesInData,
			Fails:  prose("There were {{ arrivals }} people. The office counts them at the border.⁴"),
			Passes: prose("There were {{ arrivals }} people. The office counts them at the border [@office-2023-q1, p. 4].")},
		{Name: "todo", Held: true, Excused: true, Doc: "What is marked `TODO` is done before a page is published. On a draft, and in data/, a mark is a warning.", prose: todos, data: todosInData,
			Fails:  prose("{{ TODO \"ask the office\" }} There were {{ arrivals }} people."),
			Passes: prose("There were {{ arrivals }} people. The word [TODO]{{ literal \"quoted\" }} stands on the sheet.")},
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
		{Name: "naming", Rests: true, Severity: diag.Warning, Doc: "An area whose name carries a mark is named with it.", prose: naming, data: namingInData,
			Fails:  prose("There were {{ arrivals }} people, some of whom had come through Kosovo."),
			Passes: prose("There were {{ arrivals }} people, some of whom had come through Kosovo\\*.")},
		{Name: "coverage", Rests: true, Severity: diag.Warning, Doc: "Words such as \"most countries\", in or beside a chart that lacks some of its areas, say which or how many it shows.", prose: overstated,
			Fails:  prose(chartOf("type: change", "serbia, albania, kosovo", "Arrivals rose in most countries", "")),
			Passes: prose(chartOf("type: change", "serbia, albania, kosovo", "Arrivals rose in most countries", "note: For Kosovo\\*, no figure of the year before is known.\n"))},
		{Name: "mixed-indicators", Rests: true, Severity: diag.Warning, Doc: "A chart of headlines, in which countries count different things, has a note that says how to read it.", prose: mixedIndicators,
			Fails:  mixed(""),
			Passes: mixed("note: Serbia counts arrivals, Albania those present; compare each with its own past.\n")},
		{Name: "contents", Rests: true, Excused: true, Doc: "A list of an edition's sections, or of its chapters, that was typed leaves none out, and leads to no page by its number. A literal with a reason around its first entry accepts it.", prose: contents,
			Fails:  contentsOf("Serbia", "Albania", "Method"),
			Passes: contentsOf("Serbia", "Albania", "Method", "Thanks")},
		{Name: "long-title", Rests: true, Severity: diag.Warning, Doc: "The title of a chart is a headline: fifteen words or fewer.", prose: longTitles,
			Fails:  prose(chartOf("type: bar", "serbia, albania", "In Serbia and in Albania, people arrived over the whole of the quarter, and more of them in Serbia", "")),
			Passes: prose(chartOf("type: bar", "serbia, albania", "More people arrived in Serbia than in Albania", ""))},
	}
}

// chartOf is a sentence with a chart of arrivals.
func chartOf(kind, areas, title, more string) string {
	return "There were {{ arrivals }} people.\n\n```chart\n" + kind + "\nindicator: arrivals\nareas: [" + areas + "]\ntitle: " + title + "\n" + more + "```"
}

// mixed is the example site with a second chapter, whose headline is another
// indicator, and a chart of both.
func mixed(more string) Example {
	const front = "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\n"
	return Example{
		{"content/reports/2023-q1/_index.md", front + "Two countries.\n\n```chart\ntype: bar\nindicator: headline\nareas: report\ntitle: What two countries count\n" + more + "```\n"},
		{"content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\nheadline: {indicator: presence, text: people were present}\n---\nAt the end of the quarter, {{ presence }} people were present.\n"},
	}
}

// contentsOf is the example site with two chapters and two other sections, and a
// list of some of them.
func contentsOf(titles ...string) Example {
	const front = "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\n"
	example := Example{
		{"content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nThe second of them.\n"},
		{"content/reports/2023-q1/method.md", "---\ntitle: Method\n---\nPeople are counted at the border.\n"},
		{"content/reports/2023-q1/thanks.md", "---\ntitle: Thanks\n---\nMany helped.\n"},
	}
	list := ""
	for _, t := range titles {
		list += "- [" + t + "](" + strings.ToLower(t) + ".md)\n"
	}
	return append(example, File{"content/reports/2023-q1/_index.md", front + list})
}
