package render_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// registered is a site of areas × indicators × quarters observations that come
// from so many sources in turn: of one file and quarter all have the same.
func registered(t testing.TB, areas, indicators, quarters, sources int) *site.Site {
	t.Helper()
	files := fstest.MapFS{"data/site.yaml": {Data: []byte("title: Large\n")}, "data/dimensions.yaml": {Data: []byte("age: {name: Age, categories: {children: Children}}\n")}}
	var areaList, indicatorList, sourceList strings.Builder
	areaList.WriteString("areas:\n")
	for a := range areas {
		fmt.Fprintf(&areaList, "  - {id: area-%d, name: Area %d}\n", a, a)
	}
	for s := range sources {
		fmt.Fprintf(&sourceList, "source-%d: {publisher: Publisher %d, title: Report %d, issued: %d, URL: \"https://example.org/%d\"}\n", s, s%20, s, 2010+s%10, s)
	}
	n := 0
	for i := range indicators {
		fmt.Fprintf(&indicatorList, "- {id: indicator-%d, name: Indicator %d, unit: {one: person, other: people}, measure: flow}\n", i, i)
		var f strings.Builder
		f.WriteString("observations:\n")
		for p := range quarters {
			fmt.Fprintf(&f, "  - indicator: indicator-%d\n    period: %d-Q%d\n    source: source-%d\n    values:\n", i, 2010+p/4, p%4+1, n%sources)
			n++
			for a := range areas {
				fmt.Fprintf(&f, "      area-%d: %d\n", a, i*p+a*a)
			}
		}
		files[fmt.Sprintf("data/observations/%d.yaml", i)] = &fstest.MapFile{Data: []byte(f.String())}
	}
	for name, list := range map[string]*strings.Builder{"areas": &areaList, "indicators": &indicatorList, "sources": &sourceList} {
		files["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(list.String())}
	}
	set, problems := data.Load(files)
	s, found := site.Assemble(site.Config{}, set, nil)
	if problems.Errors()+found.Errors() > 0 || len(set.Observations()) != areas*indicators*quarters {
		t.Fatal(problems, found, len(set.Observations()))
	}
	return s
}

// sourcesPage makes the page of sources of a site.
func sourcesPage(t testing.TB, s *site.Site) []byte {
	t.Helper()
	theme, problems := render.LoadTemplates(nil, templates.FS)
	outputs, found := render.Plan(s, theme, fstest.MapFS{}, nil)
	fail(t, append(problems, found...))
	for _, o := range outputs {
		if o.Path == sourcesFile {
			made, found := o.Make()
			fail(t, found)
			return made.Bytes
		}
	}
	t.Fatal("there is no page of sources")
	return nil
}

// TestSourcesBounded: the page of sources does not grow with the data: each of
// its sources has its share of the links, and leads at least to the pages of some
// of its indicators.
func TestSourcesBounded(t *testing.T) {
	const perSource, most = 1_200, 1_600_000 // bytes
	for _, c := range []struct{ areas, indicators, quarters, sources int }{
		{50, 10, 40, 3}, {50, 10, 40, 400}, {5, 400, 10, 4000}, {1, 400, 40, 3},
	} {
		s := registered(t, c.areas, c.indicators, c.quarters, c.sources)
		page := string(sourcesPage(t, s))
		if len(page) > c.sources*perSource+most {
			t.Errorf("%v: %d bytes", c, len(page))
		}
		entries := strings.Split(page, `<li id="source-`)[1:]
		if len(entries) != c.sources {
			t.Fatalf("%v: %d entries", c, len(entries))
		}
		for i, entry := range entries {
			if !strings.Contains(entry, `href="../data/indicator-`) || !strings.Contains(entry, " figures") && !strings.Contains(entry, "#area-") {
				t.Fatalf("%v: the entry of source %d leads to no figure: %s", c, i, entry)
			}
		}
		total := s.Locale.Number(decimal.FromInt(int64(len(s.Set.Observations()))))
		if !strings.Contains(page, "carry "+total+" figures") {
			t.Errorf("%v: the page does not count %s figures", c, total)
		}
	}
}

// BenchmarkSources makes the page of sources of 480,000 observations.
func BenchmarkSources(b *testing.B) {
	for _, sources := range []int{86, 2400} {
		b.Run(fmt.Sprint(sources), func(b *testing.B) {
			s := registered(b, 200, 60, 40, sources)
			size := 0
			b.ReportAllocs()
			start := time.Now()
			for b.Loop() {
				size = len(sourcesPage(b, s))
			}
			b.ReportMetric(float64(time.Since(start).Nanoseconds())/float64(b.N)/480_000, "ns/observation")
			b.ReportMetric(float64(size)/1e6, "MB-page")
		})
	}
}
