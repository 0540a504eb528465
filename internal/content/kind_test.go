package content_test

import (
	"strings"
	"testing"

	"bulletin/internal/content"
)

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		file    string
		kind    content.Kind
		edition string
		slug    string
	}{
		{"content/_index.md", content.Home, "", ""},
		{"content/reports/2023-q1/_index.md", content.Report, "2023-q1", "2023-q1"},
		{"content/reports/2023-q1/serbia.md", content.Section, "2023-q1", "serbia"},
		{"content/snapshots/2024-02.md", content.Snapshot, "", "2024-02"},
		{"content/news/a-name.md", content.Article, "", "a-name"},
		{"content/pages/about.md", content.Page, "", "about"},
		{"content/pages/about/team.md", content.Page, "", "about/team"},
		{"content/pages/regions/the-balkans.md", content.Region, "", "the-balkans"},
		{"content/pages/regions/the-balkans/serbia.md", content.Region, "", "the-balkans/serbia"},
	} {
		d, ps := content.Parse(c.file, []byte("---\ntitle: A\n---\n"))
		for _, p := range ps {
			if p.Rule == "route" {
				t.Errorf("%s: %v", c.file, p)
			}
		}
		if d.Kind != c.kind || d.Edition != c.edition || d.Slug != c.slug {
			t.Errorf("%s: got %v, %q, %q", c.file, d.Kind, d.Edition, d.Slug)
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ file, hint string }{
		{"content/about.md", "content/pages/about.md"},
		{"content/reports/overview.md", "content/reports/overview/_index.md"},
		{"content/reports/2023-q1/annex/a.md", "content/reports/2023-q1/a.md"},
		{"content/news/_index.md", "only content/_index.md"},
		{"content/news/2017/a.md", "content/news/a.md"},
		{"content/uploads/a.md", "content/uploads/ is for images"},
		{"content/other/a.md", "content/pages/"},
		{"docs/a.md", "content/pages/"},
		{"content/pages/Über uns.md", "uber-uns.md"},
		{"content/pages/Šid & Đakovo – 2.md", "sid-dakovo-2.md"},
		{"content/pages/A.md", "rename it to a.md"},
		{"content/pages/a_b.md", "a-b.md"},
		{"content/pages/日本.md", "a-name.md"},
		{"content/reports/2023 Q1/serbia.md", "2023-q1"},
		{"content/pages/about/index.md", "rename it to content/pages/about.md"},
		{"content/pages/index.md", "content/_index.md"},
		{"content/reports/2023-q1/index.md", "content/reports/2023-q1/_index.md"},
	} {
		d, ps := content.Parse(c.file, []byte("---\ntitle: A\n---\n\n{{ a }}\n"))
		if len(ps) != 1 || ps[0].Rule != "route" || !strings.Contains(ps[0].Hint, c.hint) || ps[0].Pos.String() != c.file {
			t.Errorf("%s: got %+v", c.file, ps)
		}
		if len(d.Body.Expressions) != 1 || d.Title == nil {
			t.Errorf("%s: the body was not read", c.file)
		}
	}
}
