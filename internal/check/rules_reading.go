package check

// readingRules are kept while files are read.
func readingRules() []Rule {
	return []Rule{
		{Name: "encoding", Doc: "A file is UTF-8, without invisible characters.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\n---\nThe caf\xe9 is open.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\n---\nThe café is open.\n")},
		{Name: "yaml", Doc: "YAML is one plain document: no anchors, aliases, merge keys, tags or doubled keys.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations: &all\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n")},
		{Name: "data", Doc: "The files of data/ have the keys, identifiers and values that their format names.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: about 120}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, status: E}\n")},
		{Name: "cell", Doc: "Each cell (indicator, area, period, categories) is observed once.",
			Fails:  file("data/observations/more.yaml", "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: office-2023-q1, value: 310}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120}\n")},
		{Name: "breakdown", Doc: "Parts stay within their total, add up where they are complete, and disclose nothing that is suppressed.",
			Fails:  file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: 60, boys: 90}}}\n"),
			Passes: file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {sex: {girls: 30, boys: 90}}}\n")},
		{Name: "content", Doc: "Every file under content/ is a page of some kind or an upload.",
			Fails:  file("content/pages/plan.docx", "PK"),
			Passes: file("content/uploads/plan.docx", "PK")},
		{Name: "front-matter", Doc: "A page's front matter has the keys of its kind, and no others.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\nauthor: Ana\n---\nWho we are.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\nparams: {author: Ana}\n---\nWho we are.\n")},
		{Name: "markdown", Doc: "Markdown has no raw HTML, and every {{ becomes a figure or a claim.",
			Fails:  prose("There were {{ arrivals people."),
			Passes: prose("There were {{ arrivals }} people.")},
		{Name: "period", Doc: "A period is written as 2023, 2023-Q1, 2023-01, 2023-06-04 or a span of them.",
			Fails:  file("content/snapshots/2023-03.md", "---\ntitle: March\nperiod: March 2023\n---\nA month.\n"),
			Passes: file("content/snapshots/2023-03.md", "---\ntitle: March\nperiod: 2023-03\n---\nA month.\n")},
	}
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
		{Name: "not-additive", Rests: true, Doc: "A sum over areas or periods is made only where the indicator allows it.",
			Fails:  prose("There were {{ arrivals }} people, and {{ arrivals region }} in the region."),
			Passes: prose("There were {{ arrivals }} people, and {{ presence region }} were present in the region.")},
		{Name: "chart", Rests: true, Doc: "A chart or table block names cells that the data has, and one picture can show.",
			Fails:  prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2020-Q1]\ntitle: Arrivals\n```"),
			Passes: prose("There were {{ arrivals }} people.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nperiods: [2023-Q1]\ntitle: Arrivals\n```")},
		{Name: "route", Doc: "Each address on the site belongs to one page.",
			Fails:  file("content/pages/about.md", "---\ntitle: About\naliases: [/reports/]\n---\nWho we are.\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\naliases: [/who/]\n---\nWho we are.\n")},
		{Name: "edition", Rests: true, Doc: "A section lies in an edition, and a chapter's area is one of the edition's.",
			Fails: file("content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nIt is not on the list.\n"),
			Passes: Example{{"content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nIt is on the list.\n"},
				{"content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nTwo countries.\n"}}},
		{Name: "template", Doc: "A template of the theme can be read, and uses what a page has.",
			Fails:  file("templates/partials/next.html", `{{define "next"}}{{with .}}{{ .URL }{{end}}{{end}}`+"\n"),
			Passes: file("templates/partials/next.html", `{{define "next"}}{{with .}}<a href="{{ .URL }}">Next: {{ .Text }}</a>{{end}}{{end}}`+"\n")},
		{Name: "upload", Doc: "A file of content/uploads/ can be read, and runs or loads nothing when it is opened.",
			Fails:  file("content/uploads/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`+"\n"),
			Passes: file("content/uploads/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>`+"\n")},
		{Name: "output", Doc: "Each file of the site is made once, and the output holds no file of somebody else in its place.",
			Fails:  file("public/index.html", "<p>Somebody else's page\n"),
			Passes: file("public/robots-of-the-host.txt", "Somebody else's file\n")},
	}
}
