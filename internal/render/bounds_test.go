package render_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestBounds: what is cut off beyond a number is told as far as that, and counted
// from there on.
func TestBounds(t *testing.T) {
	const registry = "census: {publisher: Office, title: Count, issued: 2023-04}\nother: {publisher: Other, title: Second}\n"
	articles := func(n int) map[string]string {
		all := map[string]string{"data/sources.yaml": registry + "third: {publisher: Third, title: T}\n"}
		for i := range n {
			all[fmt.Sprintf("content/news/n%03d.md", i)] = fmt.Sprintf("---\ntitle: Number %d\ndate: 2024-%02d-%02d\nsource: third\n---\nWords.\n", i, 1+i/28, 1+i%28)
		}
		return all
	}
	publisher := func(n int) map[string]string {
		var all strings.Builder
		for i := range n {
			fmt.Fprintf(&all, "many-%d: {publisher: Many, title: \"%d\", issued: %d}\n", i, i, 2020+i%2)
		}
		return map[string]string{"data/sources.yaml": registry + all.String()}
	}
	revised := func(n int) map[string]string {
		areas, revisions := "areas:\n  - {id: serbia, name: Serbia}\n  - {id: kosovo, name: Kosovo}\n", ""
		for i := range n {
			areas += fmt.Sprintf("  - {id: a%d, name: Land %[1]d}\n", i)
			revisions += fmt.Sprintf("- {indicator: arrivals, area: a%d, period: 2023-Q1, was: 1, now: none, date: 2024-01-02, reason: Withdrawn.}\n", i)
		}
		return map[string]string{"data/areas.yaml": areas, "data/revisions.yaml": revisions}
	}
	for _, c := range []struct {
		name      string
		site      map[string]string
		file      string
		has, not  string
		mark      string // counted in the file
		wantMarks int
	}{
		{"pages of a source, all", articles(40), sourcesFile, "Number 39<", "more page", ">Number ", 40},
		{"pages of a source, and one more", articles(41), sourcesFile, "and 1 more page<", "", ">Number ", 40},
		{"entries of the feed", articles(101), "feed.xml", "<title>Number 100</title>", "<title>Number 0</title>", "<entry>", 100},
		{"sources of a publisher, together", publisher(12), sourcesFile, "12 sources", `id="publisher-many-2021"`, "", 0},
		{"sources of a publisher, by year", publisher(13), sourcesFile, `id="publisher-many-2021"`, "", "<h3 id=", 2},
		{"areas of a day, all", revised(4), "feed.xml", "<title>Revised: 4 values, Land 0, Land 1, Land 2 and Land 3</title>", "", "", 0},
		{"areas of a day, and one more", revised(5), "feed.xml", "<title>Revised: 5 values, Land 0, Land 1, Land 2, Land 3 and 1 more</title>", "", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := string(changed(t, c.site)[c.file])
			if !strings.Contains(src, c.has) || c.not != "" && strings.Contains(src, c.not) {
				t.Errorf("it lacks %q, or has %q:\n%s", c.has, c.not, src)
			}
			if got := strings.Count(src, c.mark); c.mark != "" && got != c.wantMarks {
				t.Errorf("%d times %q, not %d", got, c.mark, c.wantMarks)
			}
		})
	}
}
