package check

import "bulletin/internal/diag"

// publishedFront is the opening page of the example site's edition, once that is
// published.
const publishedFront = "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia]\npublished: 2023-06-01\n---\nOne country is covered.\n"

// siteRules look at the whole site.
func siteRules() []Rule {
	return []Rule{
		{Name: "missing-chapter", Rests: true, Doc: "An edition has a chapter for every area that it declares.", site: missingChapters,
			Fails: file("content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nTwo countries.\n"),
			Passes: Example{{"content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nTwo countries.\n"},
				{"content/reports/2023-q1/albania.md", "---\ntitle: Albania\narea: albania\n---\nThe second of them.\n"}}},
		{Name: "unrecorded", Rests: true, Severity: diag.Warning, Doc: "What a published edition shows stands in its record, which bulletin publish writes.", prose: unrecorded,
			Fails: file("content/reports/2023-q1/_index.md", publishedFront),
			Passes: Example{{"content/reports/2023-q1/_index.md", publishedFront},
				{"data/published/2023-q1.yaml", record("300") + "  - {indicator: arrivals, area: serbia, period: 2022-Q1, value: 200, date: 2023-06-01}\n"}}},
		{Name: "next-release", Severity: diag.Warning, Doc: "The day of the next edition, nextRelease, is after that of the newest one.", site: nextReleases,
			Fails:  file("data/site.yaml", "title: Example bulletin\nnextRelease: 2023-03-01\n"),
			Passes: file("data/site.yaml", "title: Example bulletin\nnextRelease: 2023-08-01\n")},
		{Name: "empty-page", Severity: diag.Warning, Doc: "A page says something below its front matter.", prose: emptyPages,
			Fails:  file("content/pages/about.md", "---\ntitle: About\n---\n"),
			Passes: file("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n")},
		{Name: "citation", Rests: true, Doc: "A citation, and an article's source, name a source of data/sources.yaml.", prose: citations,
			Fails:  prose("There were {{ arrivals }} people [@ofice-2023-q1]."),
			Passes: prose("There were {{ arrivals }} people [@office-2023-q1, p. 4].")},
		{Name: "acceptance", Rests: true, Held: true, Severity: diag.Warning, Doc: "A reason for leaving a warning names a rule that can be accepted there, and something to accept.", site: acceptances, prose: idleLiterals,
			Fails:  file("data/sources.yaml", sources+"  accept: {unused-source: we shall need it}\n"),
			Passes: file("data/sources.yaml", sources+spareSource+"  accept: {unused-source: we shall need it}\n")},
	}
}

// pageRules look at finished pages.
func pageRules() []Rule {
	return []Rule{
		{Name: "link", Rests: true, Doc: "A link to a page, a part of a page or a file of the site leads somewhere.", pages: links,
			Fails:  prose("There were {{ arrivals }} people; see [Albania](albania.md)."),
			Passes: prose("There were {{ arrivals }} people; see [the report](_index.md).")},
		{Name: "missing-file", Doc: "An image or file that a page names is under content/uploads/.", pages: missingFiles,
			Fails:  prose("There were {{ arrivals }} people.\n\n![A map of the country](/uploads/mpa.png)"),
			Passes: prose("There were {{ arrivals }} people.\n\n![A map of the country](/uploads/map.png)")},
		{Name: "alt-text", Doc: "An image has a text alternative.", pages: altTexts,
			Fails:  prose("There were {{ arrivals }} people.\n\n![](/uploads/map.png)"),
			Passes: prose("There were {{ arrivals }} people.\n\n![A map of the country](/uploads/map.png)")},
		{Name: "stale-pdf", Severity: diag.Warning, Doc: "A PDF of an edition in content/uploads/ was made by bulletin pdf from what the edition says now.", pages: stalePDFs,
			Fails:  file("content/uploads/2023-q1.pdf", tinyPDF+"%bulletin 5f0f8d4c1b0e4f1f9a0f3c7f6d2b8e7a5f0f8d4c1b0e4f1f9a0f3c7f6d2b8e7a\n"),
			Passes: file("content/uploads/method.pdf", tinyPDF)},
		{Name: "heading-level", Severity: diag.Warning, Doc: "Headings in a text begin at ## and go down one level at a time.", pages: headingLevels,
			Fails:  prose("There were {{ arrivals }} people.\n\n## Asylum\n\n#### Children\n\nNone is known."),
			Passes: prose("There were {{ arrivals }} people.\n\n## Asylum\n\n### Children\n\nNone is known.")},
		{Name: "repeated-title", Severity: diag.Warning, Doc: "A text does not begin with a heading that is the title of its page.", pages: repeatedTitles,
			Fails:  prose("## Serbia\n\nThere were {{ arrivals }} people."),
			Passes: prose("## In Serbia's centres\n\nThere were {{ arrivals }} people.")},
	}
}
