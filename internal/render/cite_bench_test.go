package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// large is the opening page of an edition of 20 chapters, which rests on 800
// observations from 100 sources.
func large(b *testing.B) *drawing {
	const areas, quarters, sources = 20, 40, 100
	var areaList, sourceList, observations, front strings.Builder
	for s := range sources {
		fmt.Fprintf(&sourceList, "source-%d: {publisher: Office %d, title: Count %d, issued: 2024, URL: \"https://example.org/%d\"}\n", s, s%10, s, s)
	}
	areaList.WriteString("areas:\n")
	files := fstest.MapFS{}
	for a := range areas {
		fmt.Fprintf(&areaList, "  - {id: area-%d, name: Area %d}\n", a, a)
		fmt.Fprintf(&front, "  - area-%d\n", a)
		var body strings.Builder
		for p := range quarters {
			fmt.Fprintf(&body, "In {{ arrivals %d-Q%d }} and [@source-%d, p. 4].\n\n", 2010+p/4, p%4+1, (a*quarters+p)%sources)
		}
		files[fmt.Sprintf("content/reports/2019-q4/area-%d.md", a)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("---\ntitle: Area %d\narea: area-%d\n---\n\n", a, a) + body.String())}
	}
	observations.WriteString("observations:\n")
	for p := range quarters {
		fmt.Fprintf(&observations, "  - indicator: arrivals\n    period: %d-Q%d\n    source: source-%d\n    values:\n", 2010+p/4, p%4+1, p)
		for a := range areas {
			fmt.Fprintf(&observations, "      area-%d: %d\n", a, 100+a*p)
		}
	}
	for name, text := range map[string]string{
		"data/site.yaml":                    "title: Large\nbaseURL: https://example.org/large/\npublisher: {name: Desk, address: Street 1}\n",
		"data/areas.yaml":                   areaList.String(),
		"data/sources.yaml":                 sourceList.String(),
		"data/indicators.yaml":              "- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow}\n",
		"data/observations/a.yaml":          observations.String(),
		"content/reports/2019-q4/_index.md": "---\ntitle: The year\nperiod: 2019-Q4\npublished: 2020-02-01\nareas:\n" + front.String() + "---\n\nWords.\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".md") {
			d, problems := content.Parse(name, files[name].Data)
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			documents = append(documents, d)
		}
	}
	set, problems := data.Load(files)
	s, found := site.Assemble(site.Config{}, set, documents)
	if problems.Errors()+found.Errors() > 0 || len(s.Editions) != 1 || len(s.Editions[0].Shown()) != areas*quarters {
		b.Fatal(problems, found, len(s.Editions))
	}
	return newDrawing(s, s.Editions[0].Page, nil, nil)
}

// BenchmarkLinked describes an edition in the words of schema.org, with its 100
// sources and what its 800 observations are based on.
func BenchmarkLinked(b *testing.B) {
	d := large(b)
	c, _ := d.pageCitation(d.page)
	b.ReportAllocs()
	for b.Loop() {
		if out := d.linked(c, "Words."); !strings.Contains(string(out), `"version"`) {
			b.Fatal(out)
		}
	}
}

// BenchmarkCiting says how an edition is cited, in words and for BibTeX.
func BenchmarkCiting(b *testing.B) {
	d := large(b)
	b.ReportAllocs()
	for b.Loop() {
		c, ok := d.pageCitation(d.page)
		if !ok || c.text(d.site.Locale) == "" || c.bibtex(d.isOrganisation) == "" {
			b.Fatal("the edition is not cited")
		}
	}
}
