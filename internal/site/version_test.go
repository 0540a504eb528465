package site_test

import (
	"maps"
	"strings"
	"testing"

	"bulletin/internal/site"
)

// versionOf is the version of the only edition of base, after edits, and its day.
// An edit is a file, a text in it and what stands in its place.
func versionOf(t *testing.T, edits ...[3]string) (version, day string) {
	t.Helper()
	files := base()
	for _, e := range edits {
		if strings.Count(files[e[0]], e[1]) != 1 {
			t.Fatalf("%s: %q does not stand there once", e[0], e[1])
		}
		files[e[0]] = strings.Replace(files[e[0]], e[1], e[2], 1)
	}
	s, problems := assemble(t, files, site.Config{})
	if problems.Errors() > 0 || len(s.Editions) != 1 {
		t.Fatalf("%d editions, problems: %v", len(s.Editions), problems)
	}
	if d := s.Editions[0].Dated(); d != 0 {
		day = d.String()
	}
	return s.Editions[0].Version(), day
}

// TestVersion changes with what the edition shows of a cell, and with nothing else.
func TestVersion(t *testing.T) {
	const cells, front = "data/observations/a.yaml", "content/reports/2023-q1/_index.md"
	version, day := versionOf(t)
	if len(version) != 8 || strings.Trim(version, "0123456789abcdef") != "" {
		t.Fatalf("%q is no version", version)
	}
	if day != "" {
		t.Errorf("an edition without a date has the day %s", day)
	}
	for _, c := range []struct {
		name, file, old, new string
		changes              bool
	}{
		{"a value of a chapter", cells, "area: greece, source: census, value: 50", "area: greece, source: census, value: 51", true},
		{"a value that it is compared with", cells, "period: 2022-Q1, value: 200}", "period: 2022-Q1, value: 201}", true},
		{"its status", cells, "period: 2022-Q1, value: 200}", "period: 2022-Q1, value: 200, status: E}", true},
		{"a value that no page of it shows", cells, "indicator: tents, area: serbia, source: census, value: 7", "indicator: tents, area: serbia, source: census, value: 8", false},
		{"words", front, "## Summary", "## Sums", false},
		{"the order of the areas", front, "[serbia, greece]", "[greece, serbia]", false},
	} {
		got, _ := versionOf(t, [3]string{c.file, c.old, c.new})
		if (got != version) != c.changes {
			t.Errorf("%s: version %s, before %s", c.name, got, version)
		}
	}
	another := [3]string{"data/sources.yaml", "census: {", "other: {publisher: Other, title: Sums, issued: 2023-04}\ncensus: {"}
	if got, _ := versionOf(t, another); got != version {
		t.Error("a source that nothing rests on changes the version")
	}
	if got, _ := versionOf(t, another, [3]string{cells, "area: greece, source: census", "area: greece, source: other"}); got == version {
		t.Error("another source of a value leaves the version as it is")
	}
}

func TestDated(t *testing.T) {
	const front, title = "content/reports/2023-q1/_index.md", "title: \"Report, {{ period }}\"\n"
	for _, c := range []struct{ keys, want string }{
		{"published: 2023-05-01\n", "2023-05-01"},
		{"updated: 2023-06-01\n", "2023-06-01"},
		{"published: 2023-05-01\nupdated: 2023-06-01\n", "2023-06-01"},
	} {
		if _, day := versionOf(t, [3]string{front, title, title + c.keys}); day != c.want {
			t.Errorf("%q: dated %s", c.keys, day)
		}
	}
	files := base()
	maps.Copy(files, map[string]string{
		front: strings.Replace(files[front], title, title+"published: 2023-05-01\n", 1),
		"data/published/2023-q1.yaml": "edition: 2023-q1\ncells:\n" +
			"  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 290, date: 2023-05-01}\n",
		"data/revisions.yaml": "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 290, now: 300, date: 2023-07-09, reason: The office counted again.}\n",
	})
	s, problems := assemble(t, files, site.Config{})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	e := s.Editions[0]
	if day := e.Dated().String(); day != "2023-07-09" {
		t.Errorf("revised on 9 July, dated %s", day)
	}
	if all, recorded := e.Corrections(); len(all) != 1 || !recorded || all[0].Cell.Area != "serbia" {
		t.Errorf("the one correction is listed as %d", len(all))
	}
	delete(files, "data/published/2023-q1.yaml")
	s, _ = assemble(t, files, site.Config{})
	if all, recorded := s.Editions[0].Corrections(); len(all) != 0 || recorded {
		t.Errorf("an edition that has published nothing has %d corrections", len(all))
	}
}
