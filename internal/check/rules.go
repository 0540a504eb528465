package check

import "bulletin/internal/diag"

// Rules is every rule, in the order of the road: reading, joining, the whole
// site, finished pages.
func Rules() []Rule {
	return []Rule{
		{Name: "encoding", Doc: "A file is UTF-8."},
		{Name: "yaml", Doc: "YAML is one plain document: no anchors, aliases, merge keys, tags or doubled keys."},
		{Name: "data", Doc: "The files of data/ have the keys, identifiers and values that their format names."},
		{Name: "cell", Doc: "Each cell (indicator, area, period, categories) is observed once."},
		{Name: "breakdown", Doc: "Parts stay within their total, add up where they are complete, and disclose nothing that is suppressed."},
		{Name: "content", Doc: "Every file under content/ is a page of some kind or an upload."},
		{Name: "front-matter", Doc: "A page's front matter has the keys of its kind, and no others."},
		{Name: "markdown", Doc: "Markdown has no raw HTML, and every {{ becomes a figure or a claim."},
		{Name: "unknown-name", Rests: true, Doc: "Every area, indicator, source, dimension and category that is named exists."},
		{Name: "period", Doc: "A period is written as 2023, 2023-Q1, 2023-01, 2023-06-04 or a span of them."},
		{Name: "figure", Rests: true, Doc: "A figure names a cell that the data has, in a format that suits it."},
		{Name: "chart", Rests: true, Doc: "A chart or table block names cells that the data has, and one picture can show."},
		{Name: "route", Doc: "Each address on the site belongs to one page."},
		{Name: "edition", Rests: true, Doc: "A section lies in an edition, and a chapter's area is one of the edition's."},
		{Name: "template", Doc: "A template of the theme can be read, and uses what a page has."},
		{Name: "upload", Doc: "A file of content/uploads/ can be read, and runs or loads nothing when it is opened."},
		{Name: "output", Doc: "Each file of the site is made once, and the output holds no file of somebody else in its place."},
		{Name: "claim", Rests: true, Doc: "The words in the brackets of a claim agree with the data.", site: claims},
		{Name: "missing-chapter", Rests: true, Doc: "An edition has a chapter for every area that it declares.", site: missingChapters},
		{Name: "citation", Rests: true, Doc: "A citation, and an article's source, name a source of data/sources.yaml.", site: citations},
		{Name: "unused-source", Rests: true, Severity: diag.Warning, Doc: "A source in data/sources.yaml is used by an observation or cited on a page.", site: unusedSources},
		{Name: "link", Rests: true, Doc: "A link to a page, a part of a page or a file of the site leads somewhere.", links: links},
		{Name: "missing-file", Doc: "An image or file that a page names is under content/uploads/.", page: missingFiles},
		{Name: "alt-text", Doc: "An image has a text alternative.", page: altTexts},
		{Name: "heading-level", Severity: diag.Warning, Doc: "Headings in a text begin at ## and go down one level at a time.", page: headingLevels},
	}
}
