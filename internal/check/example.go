package check

// Example is a change to the site of [ExampleSite]: files that take the place
// of its files, or stand beside them.
type Example []File

// File is a file of a site. Without a name, its text is the body of the
// chapter about Serbia.
type File struct{ Name, Text string }

// prose is an example in the chapter about Serbia.
func prose(text string) Example { return Example{{"", text}} }

// file is an example in a file of its own.
func file(name, text string) Example { return Example{{name, text}} }

// Chapter is the file that the prose of examples stands in, behind a front
// matter.
const Chapter = "content/reports/2023-q1/serbia.md"

const chapterFront = "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people arrived}\n---\n"

// sources is the registry of the example site, spareSource one more entry.
const (
	sources = `office-2023-q1:
  publisher: Statistical office
  title: Arrivals in the first quarter of 2023
  issued: 2023-04
  URL: "https://example.org/arrivals/2023-q1.pdf"
  covers: [2022-Q1, 2023-Q1]
`
	spareSource = `spare:
  publisher: Statistical office
  title: Arrivals, preliminary
  issued: 2023-03
  URL: "https://example.org/arrivals/preliminary.pdf"
  covers: [2023-Q1]
`
)

// ExampleSite is the small site that the examples change. It keeps every rule.
func ExampleSite() []File {
	return []File{
		{"data/site.yaml", `title: Example bulletin
language: en
`},
		{"data/areas.yaml", `areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: albania, name: Albania, code: ALB}
  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
groups:
  - {id: region, name: the region, members: [serbia, albania]}
naming:
  kosovo: "References to Kosovo are to be read in line with resolution 1244 of the UN Security Council."
`},
		{"data/indicators.yaml", `- id: arrivals
  name: New arrivals
  unit: {one: person, other: people}
  measure: flow
  add: none
  definition: People who came to the country in the period.
  caveat: The same person may be counted in two countries.
- id: presence
  name: People present
  unit: {one: person, other: people}
  measure: stock
  add: areas
  definition: People in the country at the end of the period.
`},
		{"data/dimensions.yaml", `age: {name: Age, categories: {children: Children, adults: Adults}}
sex: {name: Sex, categories: {girls: Girls, boys: Boys}}
`},
		{"data/sources.yaml", sources},
		{"data/observations/arrivals.yaml", `period: 2023-Q1
observations:
  - {indicator: arrivals, source: office-2023-q1, values: {serbia: 300, albania: 237, kosovo: {value: 150, status: E}}}
  - {indicator: arrivals, source: office-2023-q1, period: 2022-Q1, values: {serbia: 200, albania: 84}}
  - {indicator: presence, source: office-2023-q1, values: {serbia: 1200, albania: 800}}
`},
		{"content/_index.md", "---\ntitle: Example bulletin\n---\nSee [the report](/reports/2023-q1/).\n"},
		{"content/reports/2023-q1/_index.md", "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia]\n---\nOne country is covered.\n"},
		{Chapter, chapterFront + "There were {{ arrivals }} people.\n"},
		{"content/uploads/map.png", "\x89PNG\r\n\x1a\n"},
	}
}

// Apply is the example site with the change made to it: the texts of its files
// by name.
func (e Example) Apply() map[string]string {
	files := map[string]string{}
	for _, f := range ExampleSite() {
		files[f.Name] = f.Text
	}
	for _, f := range e {
		if f.Name == "" {
			f.Name, f.Text = Chapter, chapterFront+f.Text+"\n"
		}
		files[f.Name] = f.Text
	}
	return files
}

// tinyPDF is a PDF of one empty page.
const tinyPDF = "%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n" +
	"3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
