package check

import "bulletin/internal/diag"

// more is an example with a further file of observations.
func more(items string) Example {
	return file("data/observations/more.yaml", "period: 2022-Q1\nobservations:\n"+items)
}

// fourth is the registry of the example site with one more source, which the
// chapter cites. The words follow its first line.
func fourth(words string) Example {
	return Example{{"data/sources.yaml", sources + "spare:\n  publisher: Statistical office\n  title: Arrivals, preliminary\n" + words},
		{"", "There were {{ arrivals }} people. A second document agrees [@spare]."}}
}

// withIndicator is the example site with one more indicator.
func withIndicator(text string, change Example) Example {
	for _, f := range ExampleSite() {
		if f.Name == "data/indicators.yaml" {
			change = append(Example{{f.Name, f.Text + text}}, change...)
		}
	}
	return change
}

// record is what the example site's edition has published: so many arrivals in
// Serbia.
func record(value string) string {
	return "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: " + value + ", date: 2023-06-01}\n"
}

// decisions are an indicator whose cases are among the arrivals.
const decisions = `- id: decisions
  name: Decisions
  unit: {one: decision, other: decisions}
  measure: flow
  definition: Decisions on people who came.
  of: arrivals
`

// dataRules look at the figures of data/.
func dataRules() []Rule {
	return []Rule{
		{Name: "revision", Rests: true, Held: true, data: revisions,
			Doc:   "A value that an edition has published stays as it was, or data/revisions.yaml says when it changed, from what to what, and why.",
			Fails: file("data/published/2023-q1.yaml", record("250")),
			Passes: Example{{"data/published/2023-q1.yaml", record("250")},
				{"data/revisions.yaml", "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 250, now: 300, date: 2023-07-01, reason: The office counted again.}\n"}}},
		{Name: "source-period", Rests: true, Severity: diag.Warning, data: sourcePeriods,
			Doc:    "The source of a value covers its period, was published when that was over, and was read after that.",
			Fails:  more("  - {indicator: arrivals, area: kosovo, period: 2022-Q4, source: office-2023-q1, value: 120}\n"),
			Passes: more("  - {indicator: arrivals, area: kosovo, period: 2022-03, source: office-2023-q1, value: 40}\n")},
		{Name: "source-address", Rests: true, Severity: diag.Warning, data: sourceAddresses,
			Doc:    "A source has the address of the document itself, not of a home page, a search or a country's page.",
			Fails:  fourth("  URL: \"https://example.org/en/\"\n"),
			Passes: fourth("  URL: \"https://example.org/en/arrivals\"\n")},
		{Name: "same-address", Rests: true, Severity: diag.Warning, data: sameAddresses,
			Doc:    "A document is in the registry once: no two sources share an address, however it is written, or publisher, title and date.",
			Fails:  fourth("  URL: \"http://www.example.org/arrivals/2023-q1.pdf/?utm_source=news\"\n"),
			Passes: fourth("  URL: \"https://example.org/arrivals/2023-q1.pdf?page=2\"\n")},
		{Name: "outcomes", Rests: true, Severity: diag.Warning, data: outcomes,
			Doc:    "Values that are of another indicator's (key of) are not above it together, unless a note says why.",
			Fails:  withIndicator(decisions, more("  - {indicator: decisions, area: serbia, source: office-2023-q1, value: 240}\n")),
			Passes: withIndicator(decisions, more("  - {indicator: decisions, area: serbia, source: office-2023-q1, value: 240, note: Some are of the year before.}\n"))},
		{Name: "stock-span", Rests: true, Severity: diag.Warning, data: stockSpans,
			Doc:    "A stock is given for a day, or for a period that ends with it; a flow is given for a stretch of time.",
			Fails:  more("  - {indicator: presence, area: kosovo, period: 2022-01..2022-03, source: office-2023-q1, value: 120}\n"),
			Passes: more("  - {indicator: presence, area: kosovo, period: 2022-03-31, source: office-2023-q1, value: 120}\n")},
		{Name: "same-indicator", Rests: true, Severity: diag.Warning, data: sameIndicators,
			Doc:    "What is counted has one name: no two indicators share a name or a definition.",
			Fails:  withIndicator("- {id: newly-arrived, name: \"New arrivals:\", unit: {one: person, other: people}, measure: flow}\n", nil),
			Passes: withIndicator("- {id: newly-arrived, name: New arrivals by sea, unit: {one: person, other: people}, measure: flow}\n", nil)},
		{Name: "jump", Rests: true, Severity: diag.Warning, data: jumps,
			Doc:    "A count is not more than ten times, or less than a tenth of, the one before or a year before, unless a note says why.",
			Fails:  more("  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 1600}\n"),
			Passes: more("  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 1600, note: The border was closed a month later.}\n")},
		{Name: "totals", Rests: true, Severity: diag.Warning, data: totals,
			Doc:    "What adds up over time or areas is not above what it lies in: months within their year, members within their group; where sources differ, a note says how they count.",
			Fails:  more("  - {indicator: presence, source: office-2023-q1, values: {region: 1000, serbia: 600, albania: 500}}\n"),
			Passes: more("  - {indicator: presence, source: office-2023-q1, values: {region: 1000, serbia: 600, albania: 400}}\n")},
		{Name: "small-count", Rests: true, Severity: diag.Warning, data: smallCounts,
			Doc:    "A breakdown does not show so few children that they might be recognised: fewer than small_count in data/site.yaml.",
			Fails:  more("  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {age: {children: 3}}}\n"),
			Passes: more("  - {indicator: arrivals, area: kosovo, source: office-2023-q1, value: 120, by: {age: {children: {value: 3, accept: {small-count: the office has published it}}}}}\n")},
		{Name: unlikeRule, Rests: true, Severity: diag.Warning, prose: unlikes,
			Doc: "Where a page compares a value with one that was defined otherwise, or begins a new series, a note beside it says so.",
			Fails: Example{{"data/observations/more.yaml", "period: 2022-Q4\nobservations:\n  - {indicator: presence, area: serbia, period: 2022-03, source: office-2023-q1, value: 900, status: D}\n"},
				{"", "There were {{ arrivals }} people, and {{ presence | change }} in centres."}},
			Passes: Example{{"data/observations/more.yaml", "period: 2022-Q4\nobservations:\n  - {indicator: presence, area: serbia, period: 2022-03, source: office-2023-q1, value: 900, status: D, note: Without the capital.}\n"},
				{"", "There were {{ arrivals }} people, and {{ presence | change }} in centres."}}},
		{Name: "unused-source", Rests: true, Severity: diag.Warning, Doc: "A source in data/sources.yaml is used by an observation or cited on a page.", site: unusedSources,
			Fails: file("data/sources.yaml", sources+spareSource),
			Passes: Example{{"data/sources.yaml", sources + spareSource},
				{"", "There were {{ arrivals }} people. A second document agrees [@spare]."}}},
	}
}
