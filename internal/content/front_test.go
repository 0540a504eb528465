package content_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/content"
)

func TestFrontMatterProblems(t *testing.T) {
	const (
		home     = "content/_index.md"
		report   = "content/reports/2023-q1/_index.md"
		section  = "content/reports/2023-q1/serbia.md"
		snapshot = "content/snapshots/2024-02.md"
		article  = "content/news/a.md"
		standing = "content/pages/a.md"
		region   = "content/pages/regions/a.md"
	)
	for _, c := range []struct {
		name, file, src string
		want            []string
	}{
		{"empty file", standing, "", []string{"0:0+0 front-matter: the file is empty"}},
		{"blank file", standing, " \n\n", []string{"0:0+0 front-matter: the file is empty"}},
		{"empty home", home, "", []string{"0:0+0 front-matter: the file is empty"}},
		{"no front matter", section, "Text.\n", []string{"1:1+1 front-matter: a section needs front matter, and there is none"}},
		{"home without front matter", home, "Text.\n", nil},
		{"not closed", standing, "---\ntitle: A\n\nText.\n", []string{"1:1+3 front-matter: the front matter is not closed"}},
		{"only a fence", standing, "---", []string{"1:1+3 front-matter: the front matter is not closed"}},
		{"a line before", standing, "\n---\ntitle: A\n---\n", []string{"1:1+1 front-matter: the first line must be --- and nothing else"}},
		{"TOML", standing, "+++\ntitle = 1\n+++\n", []string{"1:1+1 front-matter: the front matter must be YAML between two lines ---"}},
		{"a list", standing, "---\n- a\n- b\n---\n", []string{"2:1+1 front-matter: the front matter must be a mapping, but this is a list"}},
		{"a word", standing, "---\ntitle\n---\n", []string{"2:1+5 front-matter: the front matter must be a mapping, but this is a single value"}},
		{"nothing in it", standing, "---\n---\n", []string{`1:1+3 front-matter: a page needs "title"`}},
		{"no title", section, "---\narea: serbia\n---\n", []string{`2:1+1 front-matter: a section needs "title"`}},
		{"empty title", standing, "---\ntitle: ''\n---\n", []string{`2:8+2 front-matter: "title" is empty, but a page needs it`}},
		{"title is a list", standing, "---\ntitle: [a]\n---\n", []string{`2:8+1 front-matter: "title" must be a single value, but this is a list`}},
		{"unknown key", standing, "---\ntitle: A\nwieght: 3\n---\n", []string{`3:1+6 front-matter: a page has no "wieght"`}},
		{"key of another kind", standing, "---\ntitle: A\narea: serbia\n---\n", []string{`3:1+4 front-matter: a page has no "area"`}},
		{"free keys", standing, "---\ntitle: A\nparams: {anything: [goes]}\n---\n", nil},
		{"params is a word", standing, "---\ntitle: A\nparams: x\n---\n", []string{"3:9+1 front-matter: params must be a mapping, but this is a single value"}},
		{"broken YAML", standing, "---\ntitle: A: b\n---\n", []string{`2:8+4 yaml:`}},
		{"doubled key", standing, "---\ntitle: A\ntitle: B\n---\n", []string{"3:1+5 yaml:"}},
		{"report", report, "---\ntitle: A\n---\n", []string{`2:1+1 front-matter: a report needs "areas"`, `2:1+1 front-matter: a report needs "period"`}},
		{"report's words", report, "---\ntitle: A\nperiod: 2023-Q5\nareas: [a]\ncompare: never\npublished: 2023-02-30\ncredits: {author: B}\n---\n", []string{
			`3:9+7 period: "2023-Q5" is no period`, `5:10+5 front-matter: compare: "never" is no period`,
			`6:12+10 front-matter: "2023-02-30" is no date`, `7:11+6 front-matter: credits has no "author"`}},
		{"chapter", section, "---\ntitle: A\narea:\nheadline: {text: b}\n---\n", []string{`3:6+1 front-matter: "area" is empty, but a section needs it`, `4:11+1 front-matter: a headline needs "indicator"`}},
		{"snapshot", snapshot, "---\ntitle: A\n---\n", []string{`2:1+1 front-matter: a snapshot needs "period"`}},
		{"article", article, "---\ntitle: A\ndate: yesterday\ncontacts: [{email: a@example.org}]\n---\n", []string{`3:7+9 front-matter: "yesterday" is no date`, `4:12+1 front-matter: a contact needs "name"`}},
		{"menu", standing, "---\ntitle: A\nmenu: top\n---\n", []string{`3:7+3 front-matter: there is no menu "top"`}},
		{"aliases", standing, "---\ntitle: A\naliases: [/a/, b, /../c]\n---\n", []string{`3:16+1 route: the alias "b" is no address on this site`, `3:19+5 route: the alias "/../c" is no address on this site`}},
		{"region", region, "---\nname: A\nsubregions: [b]\nmap: https://example.org/m.png\nnewsUpdates: {visibleCount: -1, updates: [{title: T}]}\nstayInformed: {links: [{label: L, url: 'javascript:x'}]}\n---\n", []string{
			`2:1+1 front-matter: a region page needs "overview"`, `3:14+1 front-matter: the subregion "b" is no Markdown file`,
			"4:6+25 link: this image would be loaded from another site", "5:29+2 front-matter: visibleCount cannot be negative",
			`5:43+1 front-matter: an update needs "date"`, "6:40+14 link: an address cannot begin with javascript:"}},
		{"problems in strings", standing, "---\ntitle: 'Š {{ a'\nsummary: |\n  x\n  <b> {{ }}\n---\n", []string{
			"2:11+2 markdown: {{ is not closed", "5:3+3 raw-html: raw HTML is not rendered", "5:7+5 markdown: nothing stands between {{ and }}"}},
		{"two paragraphs in a title", standing, "---\ntitle: |\n  a\n\n  b\n---\n", []string{"5:3+1 markdown: this text is a single paragraph, and here a second one begins"}},
		{"figures in words", region, "---\nname: A {{ a }}\noverview: o\nareas: ['{{ b }}']\nstayInformed: {links: [{label: 'L {{ c }}', url: '/{{d}}'}]}\nparams: {x: '{{'}\n---\n", []string{
			"4:10+2 markdown: {{ cannot stand here", "5:35+2 markdown: {{ cannot stand here", "5:52+2 markdown: {{ cannot stand here"}},
		{"report without areas", report, "---\ntitle: A\nperiod: 2023\nareas: []\n---\n", []string{"4:8+1 front-matter: areas is an empty list"}},
		{"not UTF-8", standing, "---\ntitle: A\n---\n\nb\xff\n", []string{"5:2+1 encoding: byte 0xFF is not UTF-8"}},
		{"control character", standing, "---\ntitle: A\n---\n\x1f\n", []string{"4:1+1 encoding: the invisible character U+001F stands here"}},
		{"fence with spaces, dots in the text", standing, "---  \ntitle: A\n--- \nb\n\n---\n\nc\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := content.Parse(c.file, []byte(c.src))
			got := told(ps)
			for i := range got { // the words of yaml's own problems are strictyaml's
				if at := strings.Index(got[i], " yaml:"); at >= 0 {
					got[i] = got[i][:at+len(" yaml:")]
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			for _, p := range ps {
				if p.Pos.File != c.file {
					t.Errorf("file: %v", p)
				}
			}
			if d == nil || d.Body == nil || d.Title == nil && d.Kind != content.Home {
				t.Fatalf("a hollow document: %+v", d)
			}
		})
	}
}

func TestReportFront(t *testing.T) {
	src := "---\ntitle: 'The route: {{ period }}'\nperiod: 2023-Q1\nareas: [serbia, bulgaria]\npublished: 2023-06-30\n" +
		"credits: {publisher: P, authors: [A, B], design: D, photo: '[E](https://example.org/) *f* [@g]'}\nsummary: >-\n  One {{ a }}\n  two.\n\n  Three.\nacknowledgements: |\n  - Thanks\ncitation: 1. [4]{{ b }}\n" +
		"description: d\naliases: /old/\ndraft: true\ncover: /uploads/c.jpg\n---\n\nText {{ c }}\n"
	d, ps := content.Parse("content/reports/2023-q1/_index.md", []byte(src))
	if len(ps) > 0 {
		t.Fatalf("problems: %v", told(ps))
	}
	r := d.Report
	if d.Kind != content.Report || d.Edition != "2023-q1" || d.Slug != "2023-q1" || !d.Draft || len(d.Aliases) != 1 ||
		r.Period.String() != "2023-Q1" || r.PeriodWord.Pos.Line != 3 || len(r.Areas) != 2 || r.Areas[1].Value != "bulgaria" || r.Areas[1].Pos.Col != 17 ||
		r.Compare.Value != "" || r.Published.String() != "2023-06-30" || r.Updated != 0 || r.Cover.Value != "/uploads/c.jpg" {
		t.Errorf("got %+v, %+v", d, r)
	}
	if diff := cmp.Diff([]string{"P", "A", "B"}, append([]string{r.Credits.Publisher}, r.Credits.Authors...)); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, m := range d.Texts() {
		got = append(got, content.Plain(m, func(e *content.Expression) string { return "<" + e.Source + ">" }))
	}
	want := []string{"The route: <period>", "One <a> two. Three.", "d", "D", "E f", "Thanks", "1. <b>", "Text <c>"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !d.Title.Inline || d.Summary.Inline || !r.Citation.Inline || d.Body.Inline {
		t.Error("inline and block strings are mixed up")
	}
	checkPositions(t, src, d, true)
}

// TestNames: the name of a publisher or an author is plain text, and what would be
// Markdown elsewhere is reported where it stands.
func TestNames(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Ana Ana", ""},
		{"Office for Kosovo* & *partners", ""},
		{"snake_case_name, www.example.org, 2 < 3 > 1", ""},
		{"Press [sic]", ""},
		{"A [Desk](https://example.org/)", "2+1 markdown: this is a name, and a link would show as its signs"},
		{"![A](/uploads/a.png)", "0+1 markdown: this is a name, and a link would show as its signs"},
		{"Desk [@office]", "5+1 markdown: this is a name, and a note would show as its signs"},
		{"Desk[^1]", "4+1 markdown: this is a name, and a note would show as its signs"},
		{"The *Desk*", "4+1 markdown: this is a name, and emphasis would show as its signs"},
		{"A <b>Desk</b>", "2+1 markdown: this is a name, and HTML would show as its signs"},
		{"A `Desk`", "2+1 markdown: this is a name, and code would show as its signs"},
		{"A {{ period }} desk", "2+2 markdown: {{ cannot stand here"},
		{"A [desk]{{ period }}", "8+2 markdown: {{ cannot stand here"},
	} {
		for _, front := range []string{"credits: {publisher: \"", "credits: {publisher: P, authors: [A, \""} {
			end := "\"}"
			if strings.Contains(front, "[") {
				end = "\"]}"
			}
			_, ps := content.Parse("content/reports/2023-q1/_index.md", []byte("---\ntitle: T\nperiod: 2023-Q1\nareas: [a]\n"+front+c.name+end+"\n---\n"))
			var want []string
			if at, rest, found := strings.Cut(c.want, "+"); found {
				offset, err := strconv.Atoi(at)
				if err != nil {
					t.Fatal(err)
				}
				want = []string{fmt.Sprintf("5:%d+%s", len(front)+offset+1, rest)}
			}
			if diff := cmp.Diff(want, told(ps)); diff != "" {
				t.Errorf("%s%s: %s", front, c.name, diff)
			}
			for _, p := range ps {
				if p.Hint == "" {
					t.Errorf("%s: no hint", p.Message)
				}
			}
		}
	}
}

func TestSectionAndArticle(t *testing.T) {
	d, ps := content.Parse("content/reports/2023-q1/serbia.md", []byte("---\ntitle: \"S \\\"q\\\" {{ a }}\"\narea: serbia\nweight: -3\nheadline:\n  indicator: arrivals\n  text: \"in the {{ period }}\"\n---\n"))
	if s := d.Section; len(ps) > 0 || d.Edition != "2023-q1" || d.Slug != "serbia" || s.Area.Value != "serbia" || s.Weight != -3 || s.Headline.Indicator.Value != "arrivals" ||
		s.Headline.Text.Expressions[0].Pos.String() != "content/reports/2023-q1/serbia.md:7:20" || d.Title.Expressions[0].Pos.String() != "content/reports/2023-q1/serbia.md:2:20" {
		t.Errorf("got %v, %+v", told(ps), d.Section)
	}
	d, ps = content.Parse("content/news/a.md", []byte("---\ntitle: A\ndate: 2017-01-24\nlocation: Belgrade\nsource: key\ncontacts:\n  - {name: N, email: n@example.org}\n---\n"))
	if a := d.Article; len(ps) > 0 || a.Date.String() != "2017-01-24" || a.Location != "Belgrade" || a.Source.Value != "key" || len(a.Contacts) != 1 || a.Contacts[0].Email != "n@example.org" {
		t.Errorf("got %v, %+v", told(ps), d.Article)
	}
	for word, want := range map[string]content.Menu{"main": content.MainMenu, "true": content.MainMenu, "footer": content.FooterMenu, "false": content.NoMenu} {
		if d, _ := content.Parse("content/pages/a.md", []byte("---\ntitle: A\nmenu: "+word+"\n---\n")); d.Page.Menu != want {
			t.Errorf("menu %s: got %v", word, d.Page.Menu)
		}
	}
}
