package site_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// draftSite is a site with a draft of the second quarter: its chapter about Serbia asks
// for what the data does not have yet.
func draftSite() map[string]string {
	files := base()
	files["content/reports/2023-q2/_index.md"] = "---\ntitle: \"{{ arrivals serbia }} came\"\ndraft: true\nperiod: 2023-Q2\nareas: [serbia]\n---\nWords.\n"
	files["content/reports/2023-q2/serbia.md"] = "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people}\nsummary: \"{{ arrivals | rose }}\"\n---\n" +
		"## Arrivals of {{ arrivals }}\n\nIn {{ period }}, [300]{{ arrivals }} people, after {{ arrivals 2023-Q1 }}.\n\n" +
		"```chart\nid: none\ntype: bar\nindicator: arrivals\nareas: [serbia, greece]\ntitle: \"{{ arrivals }} people\"\n```\n\n" +
		"```chart\nid: some\ntype: bar\nindicator: arrivals\nareas: serbia\nperiods: [2023-Q1, 2023-Q2]\ntitle: Two quarters\n```\n\n" +
		"```chart\nid: parts\ntype: donut\nindicator: arrivals\nby: age\ntitle: By age\n```\n\n" +
		"```table\nid: table\nindicator: tents\nareas: [serbia, greece]\ntitle: Tents\n```\n"
	return files
}

// TestNotYet: a draft is whole without its values, and says which it wants.
func TestNotYet(t *testing.T) {
	s, problems := assemble(t, draftSite(), site.Config{Drafts: true})
	for _, p := range problems {
		if p.Severity != diag.Warning || p.Rule != "no-value" || p.Hint == "" || !strings.HasPrefix(p.Pos.File, "content/reports/2023-q2/") || p.Pos.Line == 0 {
			t.Errorf("%+v", p)
		}
	}
	if got := len(problems); got != 10 {
		t.Errorf("%d problems, want 10: %v", got, problems)
	}
	report, p := page(t, s, "/reports/2023-q2/"), page(t, s, "/reports/2023-q2/serbia/")
	if !report.IsDraft() || !p.IsDraft() || page(t, s, "/reports/2023-q1/serbia/").IsDraft() || page(t, s, "/").IsDraft() {
		t.Error("other pages are drafts")
	}
	if report.Title != "[no value yet] came" || report.PlainTitle() != "came" {
		t.Errorf("title %q, %q", report.Title, report.PlainTitle())
	}
	if p.Headline == nil || p.Headline.Now != nil || p.Headline.Change != nil || p.Lead() != "[no value yet]" {
		t.Errorf("headline %+v, lead %q", p.Headline, p.Lead())
	}
	body := p.Text(p.Document.Body)
	if h := body.Headings[0]; h.ID != "arrivals-of" || h.Text != "Arrivals of [no value yet]" {
		t.Errorf("heading %+v", h)
	}
	for i, want := range []struct {
		notYet bool
		wants  int
		drawn  bool
	}{{true, 2, false}, {false, 1, true}, {true, 1, false}, {true, 2, false}} {
		c := body.Charts[i]
		if c.NotYet != want.notYet || len(c.Wants) != want.wants || (c.Spec != nil) != want.drawn || c.Subtitle == "" || c.Name == "" {
			t.Errorf("%s: not yet %v, wants %v, drawn %v, %q", c.Name, c.NotYet, c.Wants, c.Spec != nil, c.Subtitle)
		}
	}
	if rows := body.Charts[1].Table.Rows; rows[1][1].Text != site.NoValueYet || !rows[1][1].Missing {
		t.Errorf("the row of the second quarter says %+v", rows[1])
	}
	if shown := p.Shown(); len(shown) != 1 || shown[0].Period.String() != "2023-Q1" {
		t.Errorf("it shows %v", shown)
	}
}

// TestNotYetElsewhere: the same edition as no draft has errors, and a value that is known
// to be missing is one on drafts too.
func TestNotYetElsewhere(t *testing.T) {
	files := draftSite()
	files["content/reports/2023-q2/_index.md"] = strings.Replace(files["content/reports/2023-q2/_index.md"], "draft: true\n", "", 1)
	_, problems := assemble(t, files, site.Config{Drafts: true})
	for _, p := range problems {
		if p.Severity != diag.Error || p.Rule != "figure" && p.Rule != "chart" {
			t.Errorf("%+v", p)
		}
	}
	if len(problems) != 9 { // a chart that lacks one of its values is none
		t.Errorf("%d problems, want 9: %v", len(problems), problems)
	}

	files = draftSite()
	files["data/observations/b.yaml"] = "period: 2023-Q2\nobservations:\n  - {indicator: arrivals, area: serbia, status: O}\n  - {indicator: arrivals, area: greece, status: O}\n"
	_, problems = assemble(t, files, site.Config{Drafts: true})
	rules := map[string]int{}
	for _, p := range problems {
		rules[p.Severity.String()+" "+p.Rule]++
	}
	if rules["error figure"] != 5 || rules["error chart"] != 2 || rules["warning no-value"] != 1 || len(rules) != 3 {
		t.Errorf("%v", problems)
	}
	if _, problems := assemble(t, draftSite(), site.Config{}); len(problems) > 0 {
		t.Errorf("without drafts: %v", problems)
	}
}
