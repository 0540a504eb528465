package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// figures is a site of so many areas and indicators, each with 40 quarters, and
// with two parts for every fourth of them: half as many observations again.
func figures(areas, indicators int) fstest.MapFS {
	const quarters = 40
	var areaList, indicatorList strings.Builder
	areaList.WriteString("areas:\n")
	for a := range areas {
		fmt.Fprintf(&areaList, "  - {id: area-%d, name: Area %d}\n", a, a)
	}
	files := fstest.MapFS{}
	add := func(name, text string) { files["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)} }
	for i := range indicators {
		of := ""
		if i%4 == 1 {
			of = fmt.Sprintf(", of: indicator-%d", i-1)
		}
		fmt.Fprintf(&indicatorList, "- {id: indicator-%d, name: Indicator %d, unit: {one: person, other: people}, measure: %s%s}\n", i, i, []string{"flow", "flow", "flow", "stock"}[i%4], of)
		var f strings.Builder
		f.WriteString("observations:\n")
		for p := range quarters {
			fmt.Fprintf(&f, "  - indicator: indicator-%d\n    period: %d-Q%d\n    source: census\n    values:\n", i, 2010+p/4, p%4+1)
			for a := range areas {
				value := 2000 - 100*(i%4) + (p*37+a*101)%400
				if a%4 > 0 {
					fmt.Fprintf(&f, "      area-%d: %d\n", a, value)
					continue
				}
				fmt.Fprintf(&f, "      area-%d: {value: %d, by: {age: {children: %d, adults: %d}}}\n", a, value, value/3, value/2)
			}
		}
		add(fmt.Sprintf("observations/%d", i), f.String())
	}
	add("site", "title: T\n")
	add("areas", areaList.String())
	add("indicators", indicatorList.String())
	add("dimensions", "age: {name: Age, categories: {children: Children, adults: Adults}}\n")
	add("sources", "census: {publisher: Office, title: Count, issued: 2020-04, URL: \"https://example.org/count.pdf\", covers: [2010-Q1..2014-Q4, 2015-Q1..2019-Q4]}\n")
	return files
}

// BenchmarkDataRules looks through 7,200 and 480,000 observations, a third of
// them parts. There are no texts, so the rules on those cost nothing.
func BenchmarkDataRules(b *testing.B) {
	for _, size := range []struct{ areas, indicators, observations int }{{20, 6, 7_200}, {200, 40, 480_000}} {
		b.Run(fmt.Sprint(size.observations), func(b *testing.B) {
			set, problems := data.Load(figures(size.areas, size.indicators))
			s, found := site.Assemble(site.Config{}, set, nil)
			if problems = append(problems, found...); len(problems) > 0 || len(set.Observations()) != size.observations {
				b.Fatalf("%d observations, %v", len(set.Observations()), problems)
			}
			b.ReportAllocs()
			for b.Loop() {
				if problems := check.Run(s); len(problems) > 0 {
					b.Fatal(problems[0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size.observations), "ns/observation")
		})
	}
}
