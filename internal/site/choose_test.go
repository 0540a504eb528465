package site_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// TestChooseChart chooses charts for templates: with the page's own area and
// period, a name that none of the page's charts has, and problems at the
// template's file.
func TestChooseChart(t *testing.T) {
	files := chartSite()
	files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: bar\nindicator: arrivals\ntitle: T\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	serbia, about := page(t, s, "/reports/2023-q1/serbia/"), page(t, s, "/about/")
	const file = "templates/partials/x.html"
	for _, c := range []struct {
		name, yaml, want string
		page             *site.Page
		at               diag.Pos
	}{
		{"a chart", "type: bar\nindicator: arrivals\ntitle: \"{{ arrivals }} people\"", "bar-arrivals-2: 300 people, 1 row", serbia, diag.Pos{File: file}},
		{"an id", "type: bar\nid: mine\nindicator: arrivals\ntitle: T", "mine: T, 1 row", serbia, diag.Pos{File: file}},
		{"an id that is taken", "type: bar\nid: bar-arrivals\nindicator: arrivals\ntitle: T", file + ": in a chart, line 2: the id \"bar-arrivals\" is taken by a chart in the text of /reports/2023-q1/serbia/", serbia, diag.Pos{File: file}},
		{"a page without a period", "type: bar\nindicator: arrivals\nareas: serbia\ntitle: T", file + ": in a chart, line 1: the chart names no period, and its page has none", about, diag.Pos{File: file}},
		{"a known line", "type: bra\nindicator: arrivals", file + ":40:7: unknown chart type \"bra\"", serbia, diag.Pos{File: file, Line: 40, Col: 1}},
		{"wrong YAML", "type: [", file + ": in a chart, line 1: ", serbia, diag.Pos{File: file}},
		{"no YAML", "", file + ": the chart block is empty", serbia, diag.Pos{File: file}},
		{"backticks", "type: bar\nindicator: arrivals\ntitle: \"```\\n```\"", "bar-arrivals-2: , 1 row", serbia, diag.Pos{File: file}},
		{"a claim that is wrong", "type: bar\nindicator: arrivals\ntitle: \"[400]{{ arrivals }} people\"", file + ": in a chart, line 3: claim \"400\" does not agree", serbia, diag.Pos{File: file}},
		{"a claim that is right", "type: bar\nindicator: arrivals\ntitle: \"[300]{{ arrivals }} people\"", "bar-arrivals-2: 300 people, 1 row", serbia, diag.Pos{File: file}},
		{"no text", "\xff", file + ":", serbia, diag.Pos{File: file}},
	} {
		chosen, problems := s.ChooseChart(c.page, content.ChartBlock, c.at, []byte(c.yaml))
		got := ""
		if chosen.Spec != nil {
			got = fmt.Sprintf("%s: %s, %d row", chosen.Name, chosen.Spec.Title, len(chosen.Spec.Rows))
		}
		for _, p := range problems {
			got += p.Pos.String() + ": " + p.Message
		}
		if c.name == "backticks" && chosen.Spec != nil {
			got = strings.Replace(got, chosen.Spec.Title, "", 1)
		}
		if len(problems) > 0 && chosen.Spec != nil || len(problems) > 1 || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	var together sync.WaitGroup
	for range 8 {
		together.Go(func() {
			if _, problems := s.ChooseChart(serbia, content.TableBlock, diag.Pos{File: file}, []byte("indicator: asked\nby: nationality")); len(problems) > 0 {
				t.Error(problems)
			}
		})
	}
	together.Wait()
}

func TestTrend(t *testing.T) {
	s, problems := assemble(t, chartSite(), site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	serbia, about := page(t, s, "/reports/2023-q1/serbia/"), page(t, s, "/about/")
	for _, c := range []struct {
		page            *site.Page
		indicator, area string
		n               int
		points, label   string
	}{
		{serbia, "arrivals", "serbia", 5, "200 210 250/ 260d 300", "New arrivals, Serbia, from 200 in Q1 2022 to 300 in Q1 2023"},
		{serbia, "arrivals", "serbia", 40, "200 210 250/ 260d 300", "New arrivals, Serbia, from 200 in Q1 2022 to 300 in Q1 2023"},
		{about, "arrivals", "serbia", 2, "260d 300", "New arrivals, Serbia, from 260 in Q4 2022 to 300 in Q1 2023"},
		{serbia, "rate", "serbia", 5, "40% - - - 50%", "Rate, Serbia, from 40% in Q1 2022 to 50% in Q1 2023"},
		{serbia, "arrivals", "greece", 5, "", ""},
		{serbia, "arrivals", "serbia", 1, "", ""},
		{serbia, "arrivals", "nowhere", 5, "", ""},
		{serbia, "nothing", "serbia", 5, "", ""},
		{about, "beds", "greece", 5, "", ""},
		{serbia, "arrivals", "serbia", 1 << 40, "200 210 250/ 260d 300", "New arrivals, Serbia, from 200 in Q1 2022 to 300 in Q1 2023"},
	} {
		points, label, ok := s.Trend(c.page, c.indicator, c.area, c.n)
		var got []string
		for _, p := range points {
			text := p.Label
			if p.Missing {
				text = "-"
			}
			if p.Break {
				text += "/"
			}
			if p.Differs {
				text += "d"
			}
			got = append(got, text)
		}
		if strings.Join(got, " ") != c.points || label != c.label || ok != (c.points != "") {
			t.Errorf("%s %s %d: got %q, %q, %v", c.indicator, c.area, c.n, got, label, ok)
		}
	}
}
