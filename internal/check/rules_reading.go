package check

import "bulletin/internal/diag"

// readingRules are kept while files are read.
func readingRules() []Rule {
	return []Rule{
		{Name: "encoding", Doc: "A file is UTF-8, without invisible characters; isolates of direction end in their paragraph.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\n---\nThe caf\xe9 is open.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\n---\nThe café is open.\n")},
		{Name: "yaml", Doc: "YAML is one plain document: no anchors, aliases, merge keys or tags, and no key twice.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations: &all\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n")},
		{Name: "data", Doc: "The files of data/ have the keys, identifiers and values that their format names.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: about 120}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, status: E}\n")},
		{Name: "cell", Doc: "Each cell (indicator, area, period, categories) is observed once.",
			Fails:  file("data/observations/more.yaml", "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: office-2023-q1, value: 310}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n")},
		{Name: "no-source", Doc: "A value names the source that it comes from.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, value: 120}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n")},
		{Name: "parts", Doc: "Parts stand under their dimension, stay within their total, and add up to it where they are complete.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: 60, boys: 90}}}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: 30, boys: 90}}}\n")},
		{Name: "shares", Doc: "The shares of the parts do not exceed the whole, and come to it where they are complete, within rounding.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, complete: true, by: {sex: {girls: {share: 30}, boys: {share: 60}}}}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, complete: true, by: {sex: {girls: {share: 30}, boys: {share: 71}}}}\n")},
		{Name: "disclosure", Doc: "A suppressed value cannot be computed from what is published: the rest of a breakdown, of a group of areas, of a year.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: {status: Q}, boys: 90}}}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: {status: Q}, boys: {status: Q}}}}\n")},
		{Name: "content", Doc: "Every file under content/ is a page of some kind or an upload.",
			Fails:  file("content/pages/plan.docx", "PK"),
			Passes: file("content/uploads/plan.docx", "PK")},
		{Name: "front-matter", Doc: "A page's front matter has the keys of its kind, and no others.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\nauthor: Ana\n---\nWho we are.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\nparams: {author: Ana}\n---\nWho we are.\n")},
		{Name: "markdown", Doc: "Every `{{` becomes a figure or a claim, and marks of notes, blocks and tables are whole.",
			Fails:  prose("There were {{ arrivals }} people, and {{ presence were present."),
			Passes: prose("There were {{ arrivals }} people, and {{ presence }} were present.")},
		{Name: "raw-html", Doc: "A text is Markdown; raw HTML and HTML comments are not rendered.",
			Fails:  prose("There were {{ arrivals }} people.<br>More came later."),
			Passes: prose("There were {{ arrivals }} people.\\\nMore came later.")},
		{Name: "period", Doc: "A period is written as 2023, 2023-Q1, 2023-01, 2023-06-04 or a span of them.",
			Fails:  file("content/snapshots/2023-03.md", "---\ntitle: March\nperiod: March 2023\n---\nA month.\n"),
			Passes: file("content/snapshots/2023-03.md", "---\ntitle: March\nperiod: 2023-03\n---\nA month.\n")},
	}
}

// drafted is an example in the chapter about Serbia, in an edition that is a draft.
func drafted(text string) Example {
	return Example{{"", text}, {"content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\ndraft: true\nareas: [serbia]\n---\nOne country is covered.\n"}}
}

// joiningRules are kept while words and numbers are joined and drawn.
func joiningRules() []Rule {
	return []Rule{
		{Name: "unknown-name", Rests: true, Doc: "Every area, indicator, source, dimension and category that is named exists.",
			Fails:  prose("There were {{ arivals }} people."),
			Passes: prose("There were {{ arrivals }} people.")},
		{Name: "figure", Rests: true, Doc: "A figure names a cell that the data has, in a format that suits it.",
			Fails:  prose("There were {{ arrivals }} people, and {{ arrivals 2021-Q1 }} two years before."),
			Passes: prose("There were {{ arrivals }} people, and {{ arrivals 2022-Q1 }} a year before.")},
		{Name: "no-value", Rests: true, Severity: diag.Warning, Doc: "What a draft shows has a value in the data. Elsewhere it is an error of figure, chart or not-additive when it has none.",
			Fails:  drafted("There were {{ arrivals }} people, and {{ arrivals 2021-Q1 }} two years before."),
			Passes: drafted("There were {{ arrivals }} people, and {{ arrivals 2022-Q1 }} a year before.")},
		{Name: "not-additive", Rests: true, Doc: "A sum over areas or periods is made only where the indicator allows it.",
			Fails:  prose("There were {{ arrivals }} people, and {{ arrivals region }} in the region."),
			Passes: prose("There were {{ arrivals }} people, and {{ presence region }} were present in the region.")},
		{Name: "chart", Rests: true, Doc: "A chart or table block names cells that the data has, and one picture can show.",
			Fails:  prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2020-Q1]\ntitle: Arrivals\n```"),
			Passes: prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2023-Q1]\ntitle: Arrivals\n```")},
		{Name: "route", Doc: "Each address on the site belongs to one page.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\naliases: [/reports/]\n---\nWho we are.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\naliases: [/who/]\n---\nWho we are.\n")},
		{Name: "edition", Rests: true, Doc: "A section lies in an edition, a chapter's area is one of the edition's, and a record in data/published/ is of an edition.",
			Fails: file("content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nIt is not on the list.\n"),
			Passes: Example{{"content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nIt is on the list.\n"},
				{"content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nTwo countries.\n"}}},
		{Name: "template", Doc: "A template of the theme can be read, and uses what a page has.",
			Fails:  file("templates/partials/next.html", `{{define "next"}}{{with .}}{{ .URL }{{end}}{{end}}`+"\n"),
			Passes: file("templates/partials/next.html", `{{define "next"}}{{with .}}<a href="{{ .URL }}">Next: {{ .Text }}</a>{{end}}{{end}}`+"\n")},
		{Name: "upload", Doc: "A file of content/uploads/ can be read, and runs or loads nothing when it is opened.",
			Fails:  file("content/uploads/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`+"\n"),
			Passes: file("content/uploads/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>`+"\n")},
		{Name: "picture", Doc: "The words of a chart, and of a card, have characters that the typeface of pictures has.",
			Fails:  prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2023-Q1]\ntitle: Arrivals 東\n```"),
			Passes: prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2023-Q1]\ntitle: Arrivals\n```")},
		{Name: "output", Doc: "Each file of the site is made once, and the output holds no file of somebody else in its place.",
			Fails:  file("public/index.html", "<p>Somebody else's page\n"),
			Passes: file("public/robots-of-the-host.txt", "Somebody else's file\n")},
	}
}
