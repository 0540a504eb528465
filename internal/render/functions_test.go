package render_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// made is what becomes of a site of the files given beside those of places, with
// a theme of its own.
func made(t testing.TB, more map[string]string, own fs.FS) (map[string]string, diag.Problems) {
	t.Helper()
	texts := places()
	maps.Copy(texts, more)
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(fsys)
	parser := content.NewParser()
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if strings.HasSuffix(name, ".md") {
			d, found := parser.Parse(name, []byte(texts[name]))
			problems = append(problems, found...)
			documents = append(documents, d)
		}
	}
	s, found := site.Assemble(site.Config{Files: []string{"content/uploads/map.png"}}, set, documents)
	problems = append(problems, found...)
	theme, found := render.LoadTemplates(own, templates.FS)
	problems = append(problems, found...)
	outputs, found := render.Plan(s, theme, fsys, nil)
	problems = append(problems, found...)
	files := map[string]string{}
	for _, o := range outputs {
		if o.Page == nil {
			continue
		}
		out, found := o.Make()
		problems = append(problems, found...)
		files[o.Path] = string(out.Bytes)
		for n, path := range o.Along {
			files[path] = string(out.Along[n])
		}
	}
	return files, problems
}

// section is the template of sections with a call in it, on its third line.
func section(call string) fs.FS {
	return fstest.MapFS{"section.html": {Data: []byte("{{define \"main\"}}<h1>{{.Title}}</h1>\n{{.Body}}\n" + call + "{{end}}\n{{define \"after\"}}{{end}}")}}
}

const chapter = "reports/2023-q1/serbia/index.html"

func TestChartOfTemplate(t *testing.T) {
	files, problems := made(t, nil, section("{{chart . `type: bar\nindicator: arrivals\nareas: [serbia, albania]\nid: both\nnote: From [@office].\ntitle: \"{{ arrivals }} & people\"`}}"))
	fail(t, problems)
	page := files[chapter]
	for _, want := range []string{
		`id="chart-both"`, `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-wide"`, `aria-labelledby="chart-both_title"`,
		`<p class="chart-title" id="chart-both_title"><a class="figure" href="../../../data/arrivals/#serbia-2023-q1"><data value="3000">3,000</data></a> &amp; people</p>`,
		`Source: Office<sup class="mark">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "both.svg") || strings.Contains(page, "both.csv") {
		t.Error("the page links files that nobody makes")
	}
}

func TestSparkOfTemplate(t *testing.T) {
	course := map[string]string{"data/observations/more.yaml": "period: 2022-Q2\nobservations:\n" +
		"  - {indicator: arrivals, source: office, values: {serbia: 2100}}\n  - {indicator: arrivals, source: office, period: 2022-Q3, values: {serbia: 2500}}\n" +
		"  - {indicator: arrivals, source: office, period: 2022-Q4, values: {serbia: 2400}}\n"}
	files, problems := made(t, course, section(`<p>{{spark . "arrivals" "serbia"}}</p><p>{{spark .Frame "presence" "serbia"}}</p>`))
	fail(t, problems)
	if page := files[chapter]; strings.Count(page, `class="chart spark"`) != 1 ||
		!strings.Contains(page, "New arrivals, Serbia, from 2,000 in Q1 2022 to 3,000 in Q1 2023") || !strings.Contains(page, "<p></p>") {
		t.Errorf("not one line:\n%s", page)
	}

	// The theme shows the course of a key figure, where it has no gap.
	files, problems = made(t, course, nil)
	fail(t, problems)
	if !strings.Contains(files[chapter], `<p class="trend"><svg`) || !strings.Contains(files["index.html"], `<p class="trend"><svg`) {
		t.Error("the key figure has no course")
	}
	course["data/observations/more.yaml"] = strings.Replace(course["data/observations/more.yaml"], "period: 2022-Q3", "period: 2021-Q3", 1)
	if files, _ = made(t, course, nil); strings.Contains(files[chapter], `class="trend"`) {
		t.Error("the key figure has a course with a gap")
	}
}

func TestMistakesOfTemplates(t *testing.T) {
	for call, want := range map[string]string{
		`{{spark . "arivals" "serbia"}}`:                                                        `unknown indicator "arivals"`,
		`{{spark . "arrivals" "sarbia"}}`:                                                       `unknown area "sarbia"`,
		"{{chart . `type: bar\nindicator: arivals\ntitle: x`}}":                                 `in a chart, line 2: unknown indicator "arivals"`,
		"{{chart . `type: bar\nindicator: arrivals\ntitle: \"[4,000]{{ arrivals }} people\"`}}": `in a chart, line 3: claim "4,000" does not agree with arrivals, Serbia, 2023-Q1: 3,000`,
		"{{chart . `type: bar`}}":                                                               `names no indicator`,
		`{{chart .Title "type: bar"}}`:                                                          `wrong type for value`,
		`{{chart nil "type: bar"}}`:                                                             `chart is given no view of a page`,
		`{{spark "arrivals" "serbia"}}`:                                                         `wrong number of args for spark`,
	} {
		_, problems := made(t, nil, section(call))
		if len(problems) == 0 {
			t.Errorf("%s: no problem", call)
			continue
		}
		p := problems[0]
		if p.Pos.File != "templates/section.html" || p.Pos.Line != 3 || p.Rule != "template" || !strings.Contains(p.Message, want) || p.Hint == "" {
			t.Errorf("%s: %s: %s [%s], hint %q", call, p.Pos, p.Message, p.Rule, p.Hint)
		}
	}
}

// TestLocator: a region that brings no map shows where its areas are, and one
// whose areas are on no map shows none.
func TestLocator(t *testing.T) {
	const front = "---\nname: The region\noverview: Where it is.\n"
	more := map[string]string{
		"data/areas.yaml": "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: albania, name: Albania, code: ALB}\n  - {id: kosovo, name: \"Kosovo*\", code: XKX, naming: kosovo}\n" +
			"  - {id: route, name: A route}\n  - {id: sea, name: The sea, code: XAB}\ngroups:\n  - {id: region, name: the region, members: [serbia, albania]}\nnaming: {kosovo: A note on the name.}\n",
		"content/pages/regions/both.md":  front + "areas: [region, kosovo, sea, serbia]\n---\n",
		"content/pages/regions/route.md": front + "areas: [route, sea]\n---\n",
		"content/pages/regions/none.md":  front + "---\n",
		"content/pages/regions/alone.md": front + "areas: [serbia]\n---\n",
		"content/pages/regions/image.md": front + "areas: [serbia]\nmap: /uploads/map.png\n---\n",
	}
	files, problems := made(t, more, nil)
	fail(t, problems)
	page := files["regions/both/index.html"]
	for _, want := range []string{
		`<figure class="locator" id="chart-locator">`, `aria-labelledby="chart-locator_title"`, `id="chart-locator_title">Map of The region</figcaption>`,
		"Serbia, Albania and Kosovo*", "Not on the map: The sea.", "A note on the name.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the region lacks %s", want)
		}
	}
	if n := strings.Count(page, "A note on the name."); n != 1 {
		t.Errorf("the note on the name of an area that is shown stands there %d times", n)
	}
	if neighbour := files["regions/alone/index.html"]; strings.Count(neighbour, ">Kosovo*: A note on the name.</text>") != 2 {
		t.Error("the maps of Serbia, wide and narrow, lack the note on its neighbour's name")
	}
	for _, name := range []string{"route", "none", "image"} {
		if strings.Contains(files["regions/"+name+"/index.html"], `class="locator"`) {
			t.Errorf("the region %s has a map", name)
		}
	}
}
