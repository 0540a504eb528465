package site_test

import (
	"strings"
	"testing"

	"bulletin/internal/site"
)

// TestOneMistakeOneProblem has mistakes in the words that a whole page or
// edition rests on. None is told again at every figure.
func TestOneMistakeOneProblem(t *testing.T) {
	const report, serbia, about = "content/reports/2023-q1/_index.md", "content/reports/2023-q1/serbia.md", "content/pages/about.md"
	chapter := func(front string) string {
		return "---\n" + front + "---\nIn all {{ arrivals }}, {{ arrivals | rose }}.\n"
	}
	edition := func(front string) string {
		return "---\ntitle: Report\n" + front + "---\nHere {{ arrivals serbia }}.\n\n```chart\ntype: bar\nindicator: arrivals\nareas: report\ntitle: T\n```\n"
	}
	for _, c := range []struct{ name, file, text, where, message string }{
		{"no area", serbia, chapter("title: Serbia\n"), serbia + ":1", "named after the area serbia"},
		{"an unknown area", serbia, chapter("title: Serbia\narea: serbai\n"), serbia + ":3:7", `unknown area "serbai"`},
		{"a mistyped key", serbia, chapter("title: Serbia\naera: serbia\n"), serbia + ":3:1", "aera"},
		{"a tab", serbia, chapter("title: Serbia\narea:\n\tserbia\n"), serbia + ":4:1", "a tab"},
		{"no front matter", serbia, "In all {{ arrivals }}.\n", serbia + ":1:1", "needs front matter"},
		{"no end of the front matter", serbia, "---\ntitle: Serbia\narea: serbia\n", serbia + ":1:1", "not closed"},
		{"a wrong period", report, edition("period: 2023Q1\nareas: [serbia, greece]\n"), report + ":3:9", "no period"},
		{"an unknown area of the edition", report, edition("period: 2023-Q1\nareas: [serbia, grece]\n"), report + ":4:17", `unknown area "grece"`},
		{"areas without brackets", report, edition("period: 2023-Q1\nareas: serbia, greece\n"), report + ":4:8", `unknown area "serbia, greece"`},
		{"a wrong period of a snapshot", "content/snapshots/2023-03.md", "---\ntitle: S\nperiod: March\n---\n{{ period }}\n", "content/snapshots/2023-03.md:3:9", "no period"},
		{"a page at an address of Bulletin's", "content/pages/data.md", "---\ntitle: D\n---\n", "content/pages/data.md", "the address /data/"},
		{"an alias of another case", about, "---\ntitle: A\naliases: [/About/]\n---\n", about + ":3:11", "already an address"},
		{"an alias composed otherwise", about, "---\ntitle: A\naliases: [/\u0161id/, \"/s\u030cid/\"]\n---\n", about + ":3:18", "already an address"},
		{"an alias of a file and of its folder", about, "---\ntitle: A\naliases: [/old/, /OLD/index.html]\n---\n", about + ":3:18", "already an address"},
		{"the alias that needs none", about, "---\ntitle: A\naliases: [/reports/Latest]\n---\n", about + ":3:11", "always leads to the newest edition"},
		{"an alias among the files, of another case", about, "---\ntitle: A\naliases: [/Assets/x/]\n---\n", about + ":3:11", "among the files"},
		{"an alias among the files", about, "---\ntitle: A\naliases: [/uploads/map.png]\n---\n", about + ":3:11", "among the files"},
		{"an unknown language", "data/site.yaml", "title: T\nlanguage: klingon\n", "data/site.yaml:2:11", "klingon"},
	} {
		files := base()
		files[c.file] = c.text
		_, problems := assemble(t, files, site.Config{})
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Pos.String(), c.where) || !strings.Contains(problems[0].Message, c.message) {
			t.Errorf("%s: want one problem at %s, %q, got %v", c.name, c.where, c.message, problems)
		}
	}
}

func TestManyHeadingsOfOneName(t *testing.T) {
	files := base()
	files["content/pages/about.md"] = "---\ntitle: A\n---\n" + strings.Repeat("## A\n\n", 30_000)
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := page(t, s, "/about/")
	headings := p.Text(p.Document.Body).Headings
	if last := headings[len(headings)-1].ID; last != "a-30000" {
		t.Errorf("last id %q", last)
	}
}
