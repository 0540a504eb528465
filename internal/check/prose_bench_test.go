package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// BenchmarkProse applies the rules over the site and the words of its pages to
// a report of a hundred sections, of some 800 words each.
func BenchmarkProse(b *testing.B) {
	const sections = 100
	fsys := fstest.MapFS{}
	files := check.ExampleSite()
	for i := range sections {
		files = append(files, check.File{Name: fmt.Sprintf("content/reports/2023-q1/section-%d.md", i), Text: fmt.Sprintf("---\ntitle: Section %d\n---\n", i) + strings.Repeat(`
In {{ period }} the authorities of the country recorded {{ arrivals serbia }} irregular arrivals, after
{{ arrivals serbia year-before }} in the same months a year earlier: [an increase of 50%]{{ arrivals serbia | change }}.
Most people come in from the *south*, and leave for the north within a few days [@office-2023-q1]; many of
them stay in "open" centres, where {{ presence serbia }} people were counted at the end of March 2023. In
Kosovo\* there were about {{ arrivals kosovo }} of them, by an estimate that is said to be careful.
`, 11)})
	}
	var documents []*content.Document
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
		if strings.HasSuffix(f.Name, ".md") {
			d, problems := content.Parse(f.Name, []byte(f.Text))
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			documents = append(documents, d)
		}
	}
	set, problems := data.Load(fsys)
	s, found := site.Assemble(site.Config{}, set, documents)
	if len(problems)+len(found) > 0 {
		b.Fatal(problems, found)
	}
	if found := check.Run(s); len(found) > 0 {
		b.Fatal(found)
	}
	b.ReportAllocs()
	for b.Loop() {
		check.Run(s)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*sections), "ns/page")
}
