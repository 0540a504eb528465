package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// BenchmarkRevision compares 20,000 values with how they were published; each
// hundredth was revised since.
func BenchmarkRevision(b *testing.B) {
	const areas, indicators, quarters = 50, 10, 40
	var areaList, indicatorList, observations, record, revised strings.Builder
	areaList.WriteString("areas:\n")
	for a := range areas {
		fmt.Fprintf(&areaList, "  - {id: area-%d, name: Area %d}\n", a, a)
	}
	observations.WriteString("observations:\n")
	record.WriteString("edition: 2023-q1\ncells:\n")
	for i := range indicators {
		fmt.Fprintf(&indicatorList, "- {id: indicator-%d, name: Indicator %d, unit: {one: person, other: people}, measure: flow}\n", i, i)
		for p := range quarters {
			quarter := fmt.Sprintf("%d-Q%d", 2010+p/4, p%4+1)
			fmt.Fprintf(&observations, "  - indicator: indicator-%d\n    period: %s\n    source: census\n    values:\n", i, quarter)
			for a := range areas {
				value := 1000 + i*p + a*a
				fmt.Fprintf(&observations, "      area-%d: %d\n", a, value)
				cell := fmt.Sprintf("indicator: indicator-%d, area: area-%d, period: %s", i, a, quarter)
				was := value
				if (p*areas+a)%100 == 0 {
					was = value - 1
					fmt.Fprintf(&revised, "- {%s, was: %d, now: %d, date: 2023-07-01, reason: Counted again.}\n", cell, was, value)
				}
				fmt.Fprintf(&record, "  - {%s, value: %d, date: 2023-06-01}\n", cell, was)
			}
		}
	}
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/site.yaml": "title: T\n", "data/areas.yaml": areaList.String(), "data/indicators.yaml": indicatorList.String(),
		"data/sources.yaml":        "census: {publisher: Office, title: Count, issued: 2020-04, URL: \"https://example.org/count.pdf\"}\n",
		"data/observations/a.yaml": observations.String(), "data/published/2023-q1.yaml": record.String(), "data/revisions.yaml": revised.String(),
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d, problems := content.Parse("content/reports/2023-q1/_index.md", []byte("---\ntitle: T\nperiod: 2023-Q1\nareas: [area-0]\n---\n\nWords.\n"))
	set, found := data.Load(files)
	s, more := site.Assemble(site.Config{}, set, []*content.Document{d})
	const cells = areas * indicators * quarters
	if problems = append(append(problems, found...), more...); problems.Errors() > 0 || len(s.Set.PublishedCells()) != cells || len(s.Revisions()) != cells/100 {
		b.Fatal(problems, len(s.Set.PublishedCells()), len(s.Revisions()))
	}
	b.ReportAllocs()
	for b.Loop() {
		r := &Reporter{inspection: inspect(s)}
		if revisions(s, r); len(r.problems) > 0 {
			b.Fatal(r.problems[0])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*cells), "ns/cell")
}

// BenchmarkTypedNotes looks for notes that were typed by hand in a page of some
// 1,200 words, which has each kind of words that look like one.
func BenchmarkTypedNotes(b *testing.B) {
	files := fstest.MapFS{}
	var documents []*content.Document
	for _, f := range ExampleSite() {
		files[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
		if strings.HasSuffix(f.Name, ".md") {
			d, _ := content.Parse(f.Name, []byte(f.Text))
			documents = append(documents, d)
		}
	}
	body := strings.Repeat("In {{ period }} the authorities counted {{ arrivals serbia }} people [@office-2023-q1], in rooms of forty m²,\n"+
		"close to the border [as before](https://example.org/a). Most of them (so the office) went on within days;\n"+
		"see the [list]{{ literal \"its name\" }} of 2023. Others stayed where the [roads] meet.\n\n## Where they stay\n\n"+
		"1. In centres.\n2. In the open.\n\n", 20)
	d, _ := content.Parse("content/reports/2023-q1/large.md", []byte("---\ntitle: Large\n---\n"+body))
	set, problems := data.Load(files)
	s, _ := site.Assemble(site.Config{}, set, append(documents, d))
	page, ok := s.Page("/reports/2023-q1/large/")
	if problems.Errors() > 0 || !ok {
		b.Fatal(problems)
	}
	read := newReader(s, namesOf(s)).read(s, page)
	b.ReportAllocs()
	for b.Loop() {
		r := &Reporter{inspection: inspect(s)}
		if typedNotes(read, r); len(r.problems) > 0 {
			b.Fatal(r.problems[0])
		}
	}
}
