package render_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"bulletin/templates"
)

// places is a site with a figure in every kind of place.
func places() map[string]string {
	return map[string]string{
		"data/site.yaml": "title: Test bulletin\n",
		"data/areas.yaml": "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: albania, name: Albania, code: ALB}\n" +
			"groups:\n  - {id: region, name: the region, members: [serbia, albania]}\n",
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"data/indicators.yaml": "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}\n" +
			"- {id: presence, name: People present, unit: {one: person, other: people}, measure: stock, add: areas, definition: People who were there.}\n",
		"data/sources.yaml": "office: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count/2023-q1.pdf\", covers: [2022-Q1, 2023-Q1]}\n",
		"data/observations/a.yaml": `period: 2023-Q1
observations:
  - indicator: arrivals
    source: office
    values:
      serbia: {value: 3000, by: {age: {children: 1000, adults: 2000}}}
      albania: {value: 1237, status: E, note: A guess of the border guard.}
  - {indicator: arrivals, source: office, period: 2022-Q1, values: {serbia: 2000, albania: {value: 1100, status: D, note: With seasonal workers.}}}
  - {indicator: presence, source: office, values: {serbia: 1200, albania: 800}}
`,
		"content/reports/2023-q1/_index.md": "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia]\n---\nOne country is covered.\n",
		"content/reports/2023-q1/serbia.md": `---
title: "Serbia: {{ arrivals }} people"
area: serbia
headline: {indicator: arrivals, text: "people arrived, {{ arrivals age=children }} of them children"}
summary: "Summary {{ arrivals }}."
description: "Description {{ arrivals }}."
---
Body {{ arrivals }}.

Claim [50%]{{ arrivals | change }}.

Estimate {{ arrivals albania }}.

Guess [about 1,240]{{ arrivals albania }}.

Differs {{ arrivals albania 2022-Q1 }} a year before.

Category {{ arrivals age=children }}.

Share {{ arrivals age=children | share }}.

Sum {{ presence region }}.

Period {{ period }}.

Top {{ arrivals | top 2 age }}.

Literal [1244]{{ literal "of a resolution" }}.

Strong **{{ arrivals }}**.

A [link to {{ arrivals }}](_index.md) here.

A note[^1] here.

[^1]: Remark {{ arrivals }}.

- Item {{ arrivals }}.

> Quote {{ arrivals }}.

| Area | Value |
|:--|--:|
| Serbia | {{ arrivals }} |

## Heading {{ arrivals }}

![Picture {{ arrivals }}](/uploads/map.png)

` + "```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\ntitle: Chart {{ arrivals }}\nnote: Caption {{ arrivals }}\n```\n",
		"content/pages/regions/north.md": "---\nname: North\noverview: \"Overview {{ arrivals serbia 2023-Q1 }}.\"\n---\n",
		"content/uploads/map.png":        "png",
	}
}

// TestPlaces draws a figure in every kind of place: in running text a link to
// its cell with the number for machines, in a link no second one, and plain
// words where no element can stand.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	for name, text := range places() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, files := load(t, dir, templates.FS)
	const (
		cell  = `<a class="figure" href="../../../data/arrivals/#serbia-2023-q1"><data value="3000">3,000</data></a>`
		child = `<a class="figure" href="../../../data/arrivals/#serbia-2023-q1-age-children"><data value="1000">1,000</data></a>`
	)
	serbia := string(files["reports/2023-q1/serbia/index.html"])
	for _, want := range []string{
		"<p>Body " + cell + `<sup class="mark">`,
		`Claim <a class="figure claim" href="../../../data/arrivals/#serbia-2023-q1"><data value="50">50%</data></a>`,
		`Estimate <a class="figure estimated" href="../../../data/arrivals/#albania-2023-q1"><data value="1237">1,237</data><span class="status" title="estimated">e</span></a>`,
		`Guess <a class="figure claim estimated" href="../../../data/arrivals/#albania-2023-q1"><data value="1237">about 1,240</data><span class="status" title="estimated">e</span></a>`,
		`Differs <a class="figure differs" href="../../../data/arrivals/#albania-2022-q1"><data value="1100">1,100</data><span class="status" title="`,
		"Category " + child,
		`Share <a class="figure" href="../../../data/arrivals/#serbia-2023-q1-age-children"><data value="33">33%</data></a>`,
		`Sum <a class="figure" href="../../../data/presence/"><data value="2000">2,000</data></a>`,
		"<p>Period the first quarter of 2023.</p>",
		`Top <a class="figure" href="../../../data/arrivals/#serbia-2023-q1`,
		"<p>Literal 1244.</p>",
		"<strong>" + cell,
		`A <a href="../../../reports/2023-q1/">link to <data value="3000">3,000</data></a><sup class="mark">`,
		"Remark " + cell,
		"<li>Item " + cell,
		"Quote " + cell,
		`<td class="num">` + cell,
		`<h2 id="heading-3-000">Heading ` + cell + "</h2>",
		`alt="Picture 3,000"`,
		`_title">Chart ` + cell,
		`<p class="chart-note">Caption ` + cell,
		"Summary " + cell,
		"people arrived, " + child + `<sup class="mark">`,
		`<p class="value"><a href="../../../data/arrivals/#serbia-2023-q1"><data value="3000">3,000</data></a></p>`,
		"<h1>Serbia: 3,000 people</h1>",
		"<title>Serbia: 3,000 people",
		`content="Description 3,000."`,
	} {
		if !strings.Contains(serbia, want) {
			near := strings.Index(serbia, strings.SplitAfter(want, "<a")[0])
			t.Errorf("the chapter lacks\n%s\nbut has\n%s", want, serbia[max(0, near):min(len(serbia), max(0, near)+len(want)+60)])
		}
	}
	region := string(files["regions/north/index.html"])
	if want := "Overview " + strings.Replace(cell, "../../../", "../../", 1); !strings.Contains(region, want) {
		t.Errorf("the region lacks\n%s\n%s", want, region)
	}

	row := `<tr id="albania-2023-q1" class="depth-0"><th scope="row" data-id="albania">Albania</th><td class="period" data-id="2023-Q1" data-end="2023-03-31">First quarter of 2023</td><td class="category"><span class="total">Total</span></td>` +
		`<td class="num"><data value="1237">1,237</data></td><td class="note"><span class="state">estimated</span>: A guess of the border guard.</td>` +
		`<td class="source"><a href="../../sources/#source-office">Office, April 2023</a></td></tr>`
	if data := string(files["data/arrivals/index.html"]); !strings.Contains(data, row) {
		t.Errorf("the data page lacks\n%s\nin\n%s", row, data)
	}
	for name, src := range files {
		if strings.HasSuffix(name, ".html") {
			nested(t, name, string(src))
		}
	}
}

// nested reports a link that opens within a link, which a reader of HTML would
// close without a word.
func nested(t *testing.T, name, page string) {
	t.Helper()
	open := 0
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.EndTagToken:
			tag, _ := z.TagName()
			if string(tag) != "a" {
				continue
			}
			if kind == html.EndTagToken {
				open--
			} else if open++; open > 1 {
				t.Errorf("%s: a link in a link: %s", name, z.Raw())
			}
		}
	}
}
