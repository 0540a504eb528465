package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/render"
	"bulletin/templates"
)

const (
	revisedLink  = `<a class="revised" href="#revisions"><span aria-hidden="true">[r]</span><span class="unseen"> revised</span></a>`
	revisedPlain = `<span class="revised"><span aria-hidden="true">[r]</span><span class="unseen"> revised</span></span>`
)

// TestRevised: a value that was revised since publication says so wherever it
// stands, and so does what rests on it.
func TestRevised(t *testing.T) {
	_, files := load(t, "testdata/revised", templates.FS)
	const (
		edition, chapter, serbia = "reports/2023-q1/index.html", "reports/2023-q1/montenegro/index.html", "reports/2023-q1/serbia/index.html"
		cell                     = `<a href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>`
		remark                   = "Revised: Montenegro, first quarter of 2023, from 868 to 871 on 1 December 2026."
	)
	for _, c := range []struct{ place, file, want string }{
		{"a figure", chapter, `A figure: <a class="figure" href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"a claim", chapter, `A claim: <a class="figure claim" href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"a figure in a link", chapter, `<a href="../../../about/">the <data value="871">871</data>` + revisedPlain + `</a>`},
		{"a share of a revised total", chapter, `A share: <a class="figure" href="../../../data/arrivals/#montenegro-2023-q1-age-children"><data value="23">23%</data></a>` + revisedLink},
		{"a sum", chapter, `A sum: <a class="figure" href="../../../data/arrivals/"><data value="3871">3,871</data></a>` + revisedLink},
		{"the text of an image", chapter, `alt="A picture of 871 [r]"`},
		{"a heading", chapter, `<h2 id="heading-of-871">Heading of <a class="figure" href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"a heading among the contents", chapter, `<a href="#heading-of-871">Heading of 871 [r]</a>`},
		{"a table", chapter, `<td class="num"><a class="figure" href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"the key figure", chapter, `<p class="value">` + cell + revisedLink + `</p>`},
		{"the change of the key figure", chapter, `<span class="amount"><a href="../../../data/arrivals/#montenegro-2022-q1">+45%</a></span>` + revisedLink},
		{"the summary of a chapter", chapter, `<data value="45">rose by 45%</data></a>` + revisedLink},
		{"the description of a chapter", chapter, `<meta name="description" content="The number rose by 45%.">`},
		{"the title of a chart", chapter, `>Montenegro: <a class="figure" href="../../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"the table of a chart", chapter, `<td class="num">` + cell + `<span class="marks">` + revisedLink + `</span></td>`},
		{"a share in the table of a chart", chapter, `<data value="200">23%</data></a><span class="marks">` + revisedLink},
		{"what the parts leave", chapter, `<td class="num">77%<span class="marks">` + revisedLink},
		{"below a chart", chapter, "<p>" + remark + "</p>"},
		{"a link to a file", chapter, `picture of “Montenegro: 871 [r]”`},
		{"the picture of a chart", "reports/2023-q1/montenegro/bars.svg", remark},
		{"the label in a picture", chapter, ">871 [r]</text>"},
		{"the key of a picture", chapter, ">[r]: revised since publication</text>"},
		{"a picture in words", chapter, "One value was revised since publication."},
		{"the title of a picture", "reports/2023-q1/montenegro/bars.svg", "<title>Montenegro: 871 [r]</title>"},
		{"the figures of a chart", "reports/2023-q1/montenegro/bars.csv", `Montenegro,MNE,2023-Q1,,871,people,A,"Office, Count, 2023-04, https://example.org/count",,2026-12-01`},
		{"the linked data of a chapter", chapter, `"datePublished":"2023-05-01","dateModified":"2026-12-01"`},
		{"the linked data of an edition", edition, `"datePublished":"2023-05-01","dateModified":"2026-12-01"`},
		{"the list of a chapter", chapter, `<section class="revised-values wrap" id="revisions" aria-labelledby="revisions-heading">`},
		{"the list: the cell", chapter, `<a href="../../../data/arrivals/#montenegro-2023-q1">Montenegro, first quarter of 2023</a> <span class="detail">New arrivals</span>`},
		{"the list: the values", chapter, `<span class="was">868</span><span class="unseen"> revised to </span><span class="to" aria-hidden="true">→</span><span class="now">871</span>`},
		{"the list: the day", chapter, `<time datetime="2026-12-01">1 December 2026</time>`},
		{"the list: the reason", chapter, `<p class="reason">The office corrected its count.</p>`},
		{"the date of a chapter", chapter, "Values last revised 1 December 2026."},
		{"the way from the neighbour", serbia, `<span class="detail">871 [r] · +45% [r]</span>`},
		{"the title of an edition", edition, `<h1>A count of 871 [r]</h1>`},
		{"the title of an edition in breadcrumbs", chapter, `<a href="../../../reports/2023-q1/">A count of 871 [r]</a>`},
		{"the summary of an edition", edition, `Montenegro saw <a class="figure" href="../../data/arrivals/#montenegro-2023-q1"><data value="45">rose by 45%</data></a>` + revisedLink},
		{"the description of an edition", edition, `content="Arrivals of 871."`},
		{"the contents of an edition", edition, `<span class="detail">871 [r] · +45% [r]</span>`},
		{"the overview", edition, `<a href="../../data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a><span class="marks">` + revisedLink},
		{"a change in the overview", edition, `<data value="45">+45%</data></a><span class="marks">` + revisedLink},
		{"a change in the table of a chart", edition, `+45%<span class="marks">` + revisedLink},
		{"a chart of changes", edition, "<p>" + remark + "</p>"},
		{"the list of an edition", edition, `id="revisions"`},
		{"the lead of the home page", "index.html", `In Montenegro there were <a class="figure" href="data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"the card on the home page", "index.html", `<p class="value"><a href="data/arrivals/#montenegro-2023-q1"><data value="871">871</data></a>` + revisedLink},
		{"the list of the home page", "index.html", `id="revisions"`},
		{"a snapshot", "snapshots/2023-03/index.html", `<data value="871">871</data></a>` + revisedLink},
		{"the list of a snapshot", "snapshots/2023-03/index.html", `id="revisions"`},
		{"a region", "regions/north/index.html", `<data value="871">871</data></a>` + revisedLink},
		{"the text of a map", "regions/north/index.html", `alt="A map with 871 [r]"`},
		{"the list of a region", "regions/north/index.html", `id="revisions"`},
		{"an article", "news/a-story/index.html", `<data value="871">871</data></a>` + revisedLink},
		{"a list of articles", "news/index.html", `A story of 871 [r]</a>`},
		{"the print edition", "reports/2023-q1/print/index.html", `<data value="871">871</data></a>` + revisedLink},
		{"the list of the print edition", "reports/2023-q1/print/index.html", `id="revisions"`},
		{"the row of the cell", "data/arrivals/index.html", `<data value="871">871</data><span class="marks"><a class="revised" href="../../revisions/#arrivals-montenegro-2023-q1-2026-12-01"><span aria-hidden="true">[r]</span><span class="unseen"> revised</span></a></span>`},
		{"the row of the cell: why", "data/arrivals/index.html", `<span class="now">871</span>, <time datetime="2026-12-01">1 December 2026</time>: The office corrected its count.</span>`},
		{"the course of an indicator", "data/arrivals/index.html", `<a href="#montenegro-2023-q1"><data value="871">871</data></a><span class="marks"><a class="revised" href="../../revisions/`},
		{"all revisions", "revisions/index.html", `<li id="arrivals-montenegro-2023-q1-2026-12-01">`},
		{"all revisions: the day", "revisions/index.html", `<h2 id="on-2026-12-01"><time datetime="2026-12-01">1 December 2026</time></h2>`},
		{"all revisions: where it was published", "revisions/index.html", `Published in <a href="../reports/2023-q1/">A count of 871 [r], January to March 2023</a>: <a href="../reports/2023-q1/">opening page</a>, <a href="../reports/2023-q1/montenegro/">Montenegro</a>`},
		{"all revisions: where it is shown", "revisions/index.html", `<a href="../snapshots/2023-03/">March</a>`},
		{"the way to all revisions", "about/index.html", `<a href="../revisions/">Revisions</a>`},
		{"the map of the site", "sitemap.xml", `<loc>https://example.org/repo/revisions/</loc>`},
		{"the feed", "feed.xml", `<title>Revised: Montenegro, first quarter of 2023, New arrivals</title>`},
		{"a title in the feed", "feed.xml", `<title>A count of 871 [r]</title>`},
	} {
		if !strings.Contains(spaced(files[c.file]), c.want) {
			t.Errorf("%s: %s lacks %s", c.place, c.file, c.want)
		}
	}
	if want := `"datePublished":"2023-05-01","temporalCoverage"`; !strings.Contains(string(files[serbia]), want) {
		t.Errorf("%s lacks %s: nothing there was revised", serbia, want)
	}
	if strings.Contains(string(files[serbia]), `class="revised"`) || strings.Contains(string(files[serbia]), `id="revisions"`) {
		t.Errorf("%s shows no revised value of its own, and has a mark or a list", serbia)
	}
	if strings.Contains(string(files[chapter]), `2,500</data></a>`+revisedLink) || strings.Contains(string(files[chapter]), `600</data></a>`+revisedLink) {
		t.Errorf("%s marks a value that nobody revised", chapter)
	}
}

// TestRevisedInMetadata: what machines read has no marks, which are for readers of
// the page: no description, no title of a tab, no linked data and no citation.
func TestRevisedInMetadata(t *testing.T) {
	s, _ := load(t, "testdata/revised", templates.FS)
	theme, problems := render.LoadTemplates(nil, templates.FS)
	fail(t, problems)
	outputs, problems := render.Plan(s, theme, os.DirFS("testdata/revised"), render.Images{"reports/2023-q1/card.png": 1, "reports/2023-q1/montenegro/card.png": 1})
	fail(t, problems)
	looked := map[string]bool{}
	for _, o := range outputs {
		made, problems := o.Make()
		fail(t, problems)
		for i, path := range o.Along {
			if !strings.HasSuffix(path, ".bib") {
				continue
			}
			looked["bib"] = true
			if entry := spaced(made.Along[i]); strings.Contains(entry, "[r]") {
				t.Errorf("%s: the entry has a mark:\n%s", path, entry)
			}
		}
		if page := spaced(made.Bytes); strings.HasSuffix(o.Path, ".html") {
			head, body, _ := strings.Cut(page, "</head>")
			if strings.Contains(head, "[r]") {
				t.Errorf("%s: the head has a mark:\n%s", o.Path, head)
			}
			if _, cite, found := strings.Cut(body, `class="cite-text"`); found {
				cite, _, _ = strings.Cut(cite, "</p>")
				if looked["cite"] = true; strings.Contains(cite, "[r]") {
					t.Errorf("%s: the citation has a mark:\n%s", o.Path, cite)
				}
			}
			for _, want := range []string{"<title>A count of 871, ", `og:title" content="A count of 871, January to March 2023"`, `og:description" content="Arrivals of 871."`,
				`"description":"The number rose by 45%."`, `"name":"A count of 871"`, `og:image:alt" content="January to March 2023. 2 of 2 countries recorded higher numbers than in the first quarter of 2022. A count of 871.`, `<h1>A count of 871 [r]</h1>`} {
				looked[want] = looked[want] || strings.Contains(page, want)
			}
		}
	}
	for what, found := range looked {
		if !found {
			t.Errorf("nothing has %s", what)
		}
	}
	if !looked["cite"] || !looked["bib"] {
		t.Error("nothing is cited")
	}
}

// TestRevisedCard: a card that is shared says so in words.
func TestRevisedCard(t *testing.T) {
	s, _ := load(t, "testdata/revised", templates.FS)
	theme, problems := render.LoadTemplates(nil, templates.FS)
	fail(t, problems)
	outputs, problems := render.Plan(s, theme, os.DirFS("testdata/revised"), render.Images{"reports/2023-q1/montenegro/card.png": 1})
	fail(t, problems)
	for _, o := range outputs {
		if o.Path != "reports/2023-q1/montenegro/index.html" {
			continue
		}
		made, problems := o.Make()
		fail(t, problems)
		if want := "871 people came (revised): +45% from 600 in the first quarter of 2022."; !strings.Contains(string(made.Bytes), want) {
			t.Errorf("the card does not say %q", want)
		}
		return
	}
	t.Error("there is no such page")
}

// TestRevisedInTemplate: a chart of a template is drawn when the list of the page is
// made, so its marks lead nowhere.
func TestRevisedInTemplate(t *testing.T) {
	s, _ := load(t, "testdata/revised", templates.FS)
	own := fstest.MapFS{"page.html": {Data: []byte(`{{define "main"}}{{chart . "type: bar\nindicator: arrivals\nareas: [montenegro, serbia]\nperiods: [2023-Q1]\ntitle: Both"}}{{end}}`)}}
	theme, problems := render.LoadTemplates(own, templates.FS)
	fail(t, problems)
	outputs, problems := render.Plan(s, theme, os.DirFS("testdata/revised"), nil)
	fail(t, problems)
	for _, o := range outputs {
		if o.Path != "about/index.html" {
			continue
		}
		made, problems := o.Make()
		fail(t, problems)
		if page := string(made.Bytes); !strings.Contains(page, `<span class="marks">`+revisedPlain) || strings.Contains(page, "#revisions") {
			t.Errorf("the chart has no plain mark, or one that leads nowhere:\n%s", page)
		}
		return
	}
	t.Error("there is no such page")
}

// TestNotRevised: the same site before the revision has no mark, no list, and a
// page that says that there is none.
func TestNotRevised(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/revised")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "data/revisions.yaml")); err != nil {
		t.Fatal(err)
	}
	replace(t, filepath.Join(dir, "data/observations/a.yaml"), "value: 871", "value: 868")
	replace(t, filepath.Join(dir, "content/reports/2023-q1/montenegro.md"), "[871]", "[868]")
	_, files := load(t, dir, templates.FS)
	for name, src := range files {
		for _, trace := range []string{"[r]", `class="revised`, `id="revisions"`, "Revised", "revised ", "2026-12-01"} {
			told := strings.HasPrefix(name, "assets/") || name == "data/datapackage.json" // which describes a column of that name
			if !told && strings.Contains(string(src), trace) {
				t.Errorf("%s has %s", name, trace)
			}
		}
	}
	if want := "There is none: every value stands as it was published."; !strings.Contains(string(files["revisions/index.html"]), want) {
		t.Errorf("the page of revisions does not say: %s", want)
	}
	if err := os.RemoveAll(filepath.Join(dir, "data/published")); err != nil {
		t.Fatal(err)
	}
	_, files = load(t, dir, templates.FS)
	if _, there := files["revisions/index.html"]; there {
		t.Error("a site that keeps no record has a page of revisions")
	}
}

// TestRevisedOften: of a value that was revised twice, and is withdrawn now, the
// page tells both times, the newest first.
func TestRevisedOften(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/revised")); err != nil {
		t.Fatal(err)
	}
	observations := filepath.Join(dir, "data/observations/a.yaml")
	replace(t, observations, "{indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: 2500}", "{indicator: arrivals, area: serbia, period: 2022-Q1, status: O}")
	appendTo(t, filepath.Join(dir, "data/published/2023-q1.yaml"), "  - {indicator: arrivals, area: serbia, period: 2022-Q1, value: 2400, date: 2023-05-02}\n")
	appendTo(t, filepath.Join(dir, "data/revisions.yaml"), `- {indicator: arrivals, area: serbia, period: 2022-Q1, was: 2400, now: 2500, date: 2026-12-02, reason: "Counted <b>anew</b>."}
- {indicator: arrivals, area: serbia, period: 2022-Q1, was: 2500, now: none, date: 2027-01-05, reason: "It was withdrawn ]]>."}
`)
	_, files := load(t, dir, templates.FS)
	page := string(files["reports/2023-q1/serbia/index.html"])
	later, earlier := strings.Index(page, `<span class="now">no figure</span>`), strings.Index(page, `<span class="now">2,500</span>`)
	if later < 0 || earlier < later {
		t.Errorf("the list does not tell both, the newest first: %d, %d", later, earlier)
	}
	for _, c := range []struct{ file, want string }{
		{"reports/2023-q1/serbia/index.html", "no comparison: there is no figure for the first quarter of 2022"},
		{"reports/2023-q1/serbia/index.html", "Counted &lt;b&gt;anew&lt;/b&gt;."},
		{"reports/2023-q1/index.html", "no figure</a><span class=\"marks\">" + revisedLink},
		{"reports/2023-q1/montenegro/index.html", "Serbia, first quarter of 2022, from 2,400 to no figure, last on 5 January 2027"},
		{"reports/2023-q1/montenegro/both-years.csv", "Serbia,SRB,2022-Q1,,,people,O,,,2027-01-05"},
		{"data/arrivals/index.html", `no figure<span class="marks"><a class="revised" href="../../revisions/#arrivals-serbia-2022-q1-2027-01-05"`},
	} {
		if !strings.Contains(spaced(files[c.file]), c.want) {
			t.Errorf("%s lacks %s", c.file, c.want)
		}
	}
}

// spaced is a file with its no-break spaces as plain ones.
func spaced(src []byte) string { return strings.ReplaceAll(string(src), "\u00a0", " ") }

// TestRevisedMany: of many revised values a chart tells how many they are.
func TestRevisedMany(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/revised")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ area, period, value string }{
		{"montenegro", "2022-Q1", "600"}, {"montenegro", "2022-Q2", "700"}, {"serbia", "2022-Q1", "2500"}, {"serbia", "2023-Q1", "3000"},
	} {
		cell := "{indicator: arrivals, area: " + c.area + ", period: " + c.period
		appendTo(t, filepath.Join(dir, "data/published/2023-q1.yaml"), "  - "+cell+", value: 10, date: 2023-05-02}\n")
		appendTo(t, filepath.Join(dir, "data/revisions.yaml"), "- "+cell+", was: 10, now: "+c.value+", date: 2026-12-01, reason: Counted again.}\n")
	}
	replace(t, filepath.Join(dir, "content/reports/2023-q1/montenegro.md"), "periods: [2022-Q1, 2023-Q1]\n", "periods: [2022-Q1, 2022-Q2, 2023-Q1]\n")
	_, files := load(t, dir, templates.FS)
	page := string(files["reports/2023-q1/montenegro/index.html"])
	if want := "<p>Revised since publication: 5 of the values. The page lists them.</p>"; !strings.Contains(page, want) {
		t.Errorf("the table does not say %s", want)
	}
	if want, got := 5, strings.Count(page, "<p class=\"when\">"); got != want {
		t.Errorf("the page lists %d, want %d", got, want)
	}
	if want := "<title>Revised: 5 values, Montenegro and Serbia</title>"; !strings.Contains(string(files["feed.xml"]), want) {
		t.Errorf("the feed has no entry %s", want)
	}
}

func appendTo(t *testing.T, path, more string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(src, more...), fs.FileMode(0o666)); err != nil {
		t.Fatal(err)
	}
}
