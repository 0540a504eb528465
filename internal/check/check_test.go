package check_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// base is a small site that keeps every rule.
func base() map[string]string {
	return map[string]string{
		"data/site.yaml":                    "title: Test bulletin\n",
		"data/areas.yaml":                   "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: albania, name: Albania, code: ALB}\n",
		"data/indicators.yaml":              "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}\n",
		"data/sources.yaml":                 "census: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count.pdf\"}\n",
		"data/observations/a.yaml":          "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: census, value: 300}\n  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: 200}\n",
		"content/reports/2023-q1/_index.md": "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\n---\nSee [Serbia](serbia.md).\n",
		"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n---\nThere were [300]{{ arrivals }} people, [50%]{{ arrivals | change }} more [@census].\n",
		"content/uploads/map.png":           "png",
	}
}

// pageFacts is what a page says of itself to the rules on pages, with the
// links and images of its Markdown, as render gathers it.
func pageFacts(s *site.Site) []*site.Facts {
	facts := []*site.Facts{nil}
	for _, p := range s.Pages {
		f := &site.Facts{Page: p, IDs: map[string]bool{}}
		for _, t := range p.Texts() {
			for i, h := range t.Headings {
				f.IDs[h.ID] = true
				f.Levels = append(f.Levels, site.LevelFact{Pos: t.Markdown.NodePos(h.Node), Level: h.Level, Text: h.Text, New: i == 0})
			}
			for _, l := range t.Markdown.Links {
				target, internal := s.Resolve(p, l.Destination)
				switch {
				case l.Image:
					alt := content.PlainNode(t.Markdown, l.Node, t.Words)
					f.Images = append(f.Images, site.ImageFact{Pos: l.Pos, Src: l.Destination, Route: target.Route, Alt: alt != ""})
				case internal:
					f.Links = append(f.Links, site.LinkFact{Pos: l.Pos, Len: len(l.Destination), Text: l.Destination, Target: target})
				}
			}
		}
		facts = append(facts, f)
	}
	return facts
}

func run(t *testing.T, files map[string]string) diag.Problems {
	t.Helper()
	s := assembled(t, files)
	problems := append(check.Run(s), check.Pages(s, pageFacts(s), nil)...)
	problems.Sort()
	return problems
}

// assembled is the site of the files, which has no problems so far.
func assembled(t *testing.T, files map[string]string) *site.Site {
	t.Helper()
	s, problems := assembling(t, files)
	if len(problems) > 0 {
		t.Fatalf("the site has other problems: %v", problems)
	}
	return s
}

// assembling is the site of the files, and its problems so far.
func assembling(t *testing.T, files map[string]string) (*site.Site, diag.Problems) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(fsys)
	var documents []*content.Document
	var uploads []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch {
		case strings.HasPrefix(name, "content/uploads/"):
			uploads = append(uploads, name)
		case strings.HasSuffix(name, ".md"):
			d, found := content.Parse(name, []byte(files[name]))
			problems = append(problems, found...)
			documents = append(documents, d)
		}
	}
	s, found := site.Assemble(site.Config{Files: uploads}, set, documents)
	return s, append(problems, found...)
}

func TestGoodSite(t *testing.T) {
	if problems := run(t, base()); len(problems) > 0 {
		t.Errorf("a site that keeps every rule has problems: %v", problems)
	}
}

// TestRules has examples that break one rule and nothing else. The base site
// keeps them all. Every rule has further ones of its own.
func TestRules(t *testing.T) {
	const report, serbia = "content/reports/2023-q1/_index.md", "content/reports/2023-q1/serbia.md"
	chapter := func(body string) string { return "---\ntitle: Serbia\narea: serbia\n---\n" + body + "\n" }
	for _, c := range []struct {
		rule, file, text string
		where, message   string
	}{
		{"claim", serbia, chapter("There were [301]{{ arrivals }} people."), serbia + ":5:13", `claim "301" does not agree with arrivals, Serbia, 2023-Q1: 300`},
		{"claim", serbia, "---\ntitle: Serbia\narea: serbia\nsummary: \"Came: [30]{{ arrivals }}.\"\n---\nPeople came.\n", serbia + ":4:18", "does not agree"},
		{"claim", serbia, chapter("It [fell by 50%]{{ arrivals | change }}."), serbia + ":5:5", "does not agree"},
		{"claim", serbia, chapter("There were [loads]{{ arrivals }}."), serbia + ":5:13", "cannot be checked"},
		{"missing-chapter", report, "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nSee [Serbia](serbia.md).\n", report + ":4:17", "no chapter about albania"},
		{"citation", serbia, chapter("So it is [@cencus]."), serbia + ":5:11", `unknown source "cencus"`},
		{"citation", "content/news/a.md", "---\ntitle: A\ndate: 2023-04-01\nsource: cencus\n---\nSo it was.\n", "content/news/a.md:4:9", `unknown source "cencus"`},
		{"unused-source", "data/sources.yaml", "census: {publisher: Office, title: Count, URL: \"https://example.org/count.pdf\"}\nspare: {publisher: Office, title: Other, URL: \"https://example.org/other.pdf\"}\n", "data/sources.yaml:2:1", "source spare is not used"},
		{"link", serbia, chapter("See [x](/nowhere/)."), serbia + ":5:5", "leads nowhere: the site has no /nowhere/"},
		{"link", serbia, chapter("See [x](albania.md)."), serbia + ":5:5", "leads nowhere"},
		{"link", serbia, chapter("See [x](#part)."), serbia + ":5:5", `no part "part"`},
		{"link", serbia, chapter("See [x](../#part)."), serbia + ":5:5", `no part "part"`},
		{"missing-file", serbia, chapter("![A map](/uploads/mpa.png)"), serbia + ":5:1", `image "/uploads/mpa.png" is not there`},
		{"alt-text", serbia, chapter("![](/uploads/map.png)"), serbia + ":5:1", "no text alternative"},
		{"repeated-title", serbia, chapter("## SERBIA\n\nPeople came."), serbia + ":5:1", `the heading "SERBIA" repeats the title`},
		{"repeated-title", serbia, chapter("# Serbia\n\n## Arrivals\n\nPeople came."), serbia + ":5:1", "repeats the title"},
		{"repeated-title", serbia, chapter("People came.\n\n### Serbia\n\nMore.\n\n### Others"), serbia + ":7:1", "repeats the title"},
		{"empty-page", serbia, chapter(""), serbia + ":1", `the page "Serbia" is empty`},
		{"empty-page", "content/snapshots/2023-03.md", "---\ntitle: March\nperiod: 2023-03\nsummary: A month.\n---\n\n", "content/snapshots/2023-03.md:1", "is empty"},
		{"heading-level", serbia, chapter("# One"), serbia + ":5:", `heading "One" of level 1`},
		{"heading-level", serbia, chapter("## Two\n\n#### Four"), serbia + ":7:", `heading "Four" of level 4`},
	} {
		files := base()
		files[c.file] = c.text
		problems := run(t, files)
		if len(problems) != 1 {
			t.Errorf("%s, %q: want one problem, got %v", c.rule, c.text, problems)
			continue
		}
		p := problems[0]
		if p.Rule != c.rule || !strings.HasPrefix(p.Pos.String(), c.where) || !strings.Contains(p.Message, c.message) {
			t.Errorf("%s: got %s: %s [%s]", c.rule, p.Pos, p.Message, p.Rule)
		}
		if p.Hint == "" && c.rule != "alt-text" {
			t.Errorf("%s: no hint", c.rule)
		}
	}
}

func TestPassing(t *testing.T) {
	const serbia = "content/reports/2023-q1/serbia.md"
	files := base()
	files[serbia] = `---
title: Serbia
area: serbia
---
## Two

### Three

Down to [two](#two), [report](../), [data](/data/arrivals/), [map](/uploads/map.png), [out](https://example.org/).

![A map of {{ arrivals }} places](/uploads/map.png)

## Four

It [rose by 50%]{{ arrivals | change }}; resolution [1244]{{ literal "a number" }} [@census, p. 4].
`
	if problems := run(t, files); len(problems) > 0 {
		t.Errorf("got %v", problems)
	}
}

func TestRuleDocs(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range check.Rules() {
		if r.Name == "" || !strings.HasSuffix(r.Doc, ".") || seen[r.Name] {
			t.Errorf("rule %+v: wants a name of its own and a sentence", r)
		}
		seen[r.Name] = true
	}
}
