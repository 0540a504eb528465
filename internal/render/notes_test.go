package render_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/templates"
)

// two adds a second source, and a value that rests on it.
func two(more map[string]string) map[string]string {
	all := map[string]string{
		"data/sources.yaml": places()["data/sources.yaml"] + "desk: {publisher: Desk, title: \"<b>Of *stars* & [brackets]</b>\", accessed: 2023-05-02, covers: [2023-Q1]}\n",
		"data/observations/b.yaml": "period: 2023-Q1\nobservations:\n" +
			"  - {indicator: presence, area: serbia, period: 2022-Q1, source: desk, value: 900}\n",
	}
	for name, text := range more {
		all[name] = text
	}
	return all
}

// chapterOf is a chapter with a body, and what stands in its front matter.
func chapterOf(front, body string) map[string]string {
	return two(map[string]string{"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n" + front + "---\n" + body + "\n"})
}

// summed is the apparatus of a page in lines: the marks, then each note.
func summed(a *apparatus) []string {
	var marks []string
	for _, m := range a.marks {
		marks = append(marks, wordsOf(m))
	}
	all := []string{strings.Join(marks, " ")}
	for _, n := range a.notes {
		all = append(all, wordsOf(n))
	}
	return all
}

func TestNotes(t *testing.T) {
	const office, desk = "Office, Count, April 2023", "Desk, <b>Of *stars* & [brackets]</b>, no date"
	const accessed, rests = " (accessed 2 May 2023).", " What rests on it"
	for _, c := range []struct {
		name, front, body string
		want              []string
	}{
		{"twice in a paragraph", "", "One {{ arrivals }} and {{ presence }}. Two [@office].\n\nThree {{ arrivals }}.",
			[]string{"1 1", office + "." + rests + " a b"}},
		{"everywhere", "summary: \"Summary {{ presence 2022-Q1 }}.\"\nheadline: {indicator: arrivals, text: people arrived}\n",
			"Text {{ arrivals }} and {{ presence 2022-Q1 }}.\n\n| Whom | Number |\n|:--|--:|\n| All | {{ arrivals }} |\n\n```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\nnote: As counted [@desk].\ntitle: \"{{ arrivals }} people\"\n```",
			[]string{"1 2 1 2 1 2 1", office + "." + rests + " a b c d", desk + accessed + rests + " a b c"}},
		{"a place", "", "Words [@desk, p. 4].", []string{"1", desk + ", p. 4" + accessed + rests + " ↩"}},
		{"places", "", "A [@office, p. 4]. B [@office]. C [@office, pp. 7–9]. D [@office, p. 4].",
			[]string{"1a 1b 1c", office + ", p. 4 (a, c), pp. 7–9 (b)." + rests + " a b c"}},
		{"the same place again", "", "A [@office, pp. 7-9]. B [@office, pp. 7–9]. C [@desk, p. 1]. D [@office, pp. 7-9].\n\nE [@office, pp. 7-9].",
			[]string{"1a 2 1b", office + ", pp. 7–9 (a, b)." + rests + " a b", desk + ", p. 1" + accessed + rests + " ↩"}},
		{"the place of a figure again", "", "There were {{ arrivals }} [@office, p. 4]; so {{ presence }} [@office, p. 4].",
			[]string{"1", office + ", p. 4." + rests + " ↩"}},
		{"a place of a figure", "", "There were {{ arrivals }} [@office, p. 4]; so [@desk; @office, table 2].",
			[]string{"1a 2 1b", office + ", p. 4 (a), table 2 (b)." + rests + " a b", desk + accessed + rests + " ↩"}},
		{"two places of a figure", "", "There were {{ arrivals }} [@office, p. 4] [@office, p. 5].",
			[]string{"1a 1b", office + ", p. 4 (a), p. 5 (b)." + rests + " a b"}},
		{"a place that ends in a full stop", "", "A [@office, n.].", []string{"1", office + ", n." + rests + " ↩"}},
		{"a place is text", "", "A [@office, <i>4</i> & 5]. B [p. 4].", []string{"1", office + ", <i>4</i> & 5." + rests + " ↩"}},
		{"a circle of remarks", "", "A.[^a]\n\n[^a]: One.[^b]\n\n[^b]: Two.[^a]", []string{"1 2 1", "One.2 a b", "Two.1 ↩"}},
		{"a note in a note", "", "A.[^a] B {{ arrivals }}.\n\n[^a]: One [@desk] and {{ arrivals }}.[^b]\n\n[^b]: Two [@desk].",
			[]string{"1 2 3 2 4 3", "One3 and 3,0002.4 ↩", office + "." + rests + " a b", desk + accessed + rests + " a b", "Two3. ↩"}},
		{"a remark twice", "", "A.[^a] B.[^a]\n\n[^a]: One.", []string{"1 1", "One. a b"}},
		{"a remark of blocks", "", "A.[^a]\n\n[^a]: One.\n\n    - *Two*\n    - Three\n\n    > Four {{ arrivals }}",
			[]string{"1 2", "One. Two Three Four 3,0002 ↩", office + "." + rests + " ↩"}},
		{"in a link", "", "[A [@office] b.[^a]](/reports/2023-q1/) C.\n\n[^a]: One.", []string{"1 2", office + "." + rests + " ↩", "One. ↩"}},
		{"in a list", "", "- A {{ arrivals }}\n- B {{ arrivals }}", []string{"1 1", office + "." + rests + " a b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, problems := made(t, chapterOf(c.front, c.body), nil)
			fail(t, problems)
			a := apparatusOf(read(t, chapter, []byte(files[chapter])).root)
			a.check(t, chapter)
			if got := summed(a); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestNotesBesideTheText: a note stands beside the line that marks it, and before
// a table or chart that has its mark.
func TestNotesBesideTheText(t *testing.T) {
	files, problems := made(t, chapterOf("", "A *b [@desk]* c.\n\n| Whom | Number |\n|:--|--:|\n| All | {{ arrivals }}[^r] |\n\n"+
		"```chart\ntype: bar\nindicator: presence\nareas: [serbia, albania]\nnote: Two.\ntitle: Present\n```\n\n[^r]: One.\n\n    - Two\n\n    | Three |\n    |--|\n    | 4 |"), nil)
	fail(t, problems)
	page := files[chapter]
	for _, want := range []string{
		`role="doc-noteref">1</a></sup><span class="beside" hidden aria-hidden="true"><span class="number">1</span> Desk, <cite>`,
		`</span><span class="beside" hidden aria-hidden="true"><span class="number">3</span> <span class="line">One.</span>`,
		`<span class="line item">Two</span>`,
		`…</span></span><div class="table-box"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, `class="beside"`); n != 3 {
		t.Errorf("%d notes beside the text, want 3", n)
	}
}

// TestLeftOutBesideTheText: charts and tables of a note are at the foot alone, and
// beside the text an ellipsis tells so, one for all in a row.
func TestLeftOutBesideTheText(t *testing.T) {
	const chart = "    ```chart\n    type: bar\n    indicator: arrivals\n    areas: [serbia, albania]\n    title: People\n    ```\n"
	const table = "    | Three |\n    |--|\n    | 4 |\n"
	for _, c := range []struct{ remark, want string }{
		{"R.\n\n" + chart, "1 R. …"},
		{"R.\n\n" + chart + "\n" + table + "\n" + chart, "1 R. …"},
		{"R.\n\n    ## H\n\n" + table + "\n    S.\n\n" + chart, "1 R. H … S. …"},
		{"R.\n\n    - One\n    - Two", "1 R. One Two"},
	} {
		files, problems := made(t, chapterOf("", "A.[^r]\n\n[^r]: "+c.remark), nil)
		fail(t, problems)
		a := apparatusOf(read(t, chapter, []byte(files[chapter])).root)
		a.check(t, chapter)
		if len(a.beside) == 0 {
			t.Fatalf("%q: nothing beside the text", c.remark)
		}
		if got := wordsOf(a.beside[0]); got != c.want {
			t.Errorf("%q: got %q, want %q", c.remark, got, c.want)
		}
	}
}

// TestSourceOfAnArticle: what an article reports leads to its document, and to its
// entry in the list of all sources, which names the article in turn.
func TestSourceOfAnArticle(t *testing.T) {
	files, problems := made(t, two(map[string]string{"content/news/a-story.md": "---\ntitle: A story\ndate: 2023-05-01\nsource: office\n---\nWords.\n"}), nil)
	fail(t, problems)
	const want = `<dd>Office, <a href="https://example.org/count/2023-q1.pdf" rel="external noopener"><cite>Count</cite></a>, April 2023. ` +
		`<a class="rests" href="../../sources/#source-office">What rests on it</a></dd>`
	if page := files["news/a-story/index.html"]; !strings.Contains(page, want) {
		t.Errorf("the article lacks %s", want)
	}
	_, entry, found := strings.Cut(files["sources/index.html"], `id="source-office"`)
	if !found || !strings.Contains(entry, `href="../news/a-story/`) {
		t.Error("the list of sources has no way to the article")
	}
}

// TestNotesOfAThemeOfOnesOwn: whatever a theme shows first has the first note;
// what it leaves out has none, and what it shows twice has each id once.
func TestNotesOfAThemeOfOnesOwn(t *testing.T) {
	const front = "summary: \"Summary {{ presence 2022-Q1 }}.\"\nheadline: {indicator: arrivals, text: people arrived}\n"
	const body = "Text {{ arrivals }}, [@desk, p. 4].[^a]\n\n[^a]: One.[^b]\n\n[^b]: Two [@office]."
	for _, c := range []struct{ name, main, want string }{
		{"as the built-in one", "{{template \"key-figure\" .Headline}}{{.Summary}}{{.Body}}", "1 2 1 2b 3 4 1"},
		{"the other way round", "{{.Body}}{{.Summary}}{{template \"key-figure\" .Headline}}", "1 2a 3 2 1 4 1"},
		{"without the summary", "{{.Body}}", "1 2 3 4 1"},
		{"the summary alone", "{{.Summary}}", "1"},
		{"twice", "{{.Summary}}{{.Body}}{{.Summary}}", "1 2 1b 3 1 4 2"},
		{"with a chart of its own", "{{.Summary}}{{chart . `type: bar\nindicator: arrivals\nareas: [serbia, albania]\nnote: From [@desk].\ntitle: People`}}{{.Body}}", "1 1 2 2 1c 3 4 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			own := fstest.MapFS{"section.html": {Data: []byte("{{define \"main\"}}<h1>{{.Title}}</h1>\n" + c.main + "{{end}}\n{{define \"after\"}}{{end}}")}}
			files, problems := made(t, chapterOf(front, body), own)
			fail(t, problems)
			a := apparatusOf(read(t, chapter, []byte(files[chapter])).root)
			a.check(t, chapter)
			if got := summed(a)[0]; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestNotesMovedInATheme: the notes may stand before the text, and in a theme's own
// words; where they are left out the template is what is wrong, once.
func TestNotesMovedInATheme(t *testing.T) {
	const front = "summary: \"Summary {{ presence 2022-Q1 }}.\"\n"
	const body = "Text {{ arrivals }}, [@desk, p. 4].[^a]\n\n| A | B |\n|--|--|\n| [@office] | c |\n\n[^a]: One.[^b]\n\n[^b]: Two [@office]."
	const main, partial = "{{template \"main\" .}}\n", "{{template \"notes\" .Frame}}\n"
	const list = "<ul>{{range .Notes}}<li value=%s{{.Number}}%[1]s id=%[1]s{{.ID}}%[1]s>{{.Body}}{{range .Back}} <a href=\"{{.URL}}\">{{.Text}}</a>{{end}}</li>{{end}}</ul>\n"
	base, err := fs.ReadFile(templates.FS, "base.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, before, behind, extra, at, want string }{
		{name: "before the text", before: partial, want: "4 2 1 2 1b 3 2"}, // those in the notes come first
		{name: "with a chart behind", before: partial, extra: "{{with chart . `type: bar\nindicator: presence\nareas: [serbia, albania]\nperiods: [2023-Q1]\nnote: From [@desk].\ntitle: People`}}{{.}}{{end}}", want: "4 2 1 2 1b 3 2 1 2"},
		{name: "in words of its own", before: fmt.Sprintf(list, `'`), want: "4 2 1 2 1b 3 2"},
		{name: "without quotation marks", behind: fmt.Sprintf(list, ""), want: "1 2 1b 3 2 4 2"},
		{name: "left out", at: "templates/base.html"},
		{name: "left out in part", behind: "<ul>{{range $i, $n := .Notes}}{{if eq $i 0}}<li value={{.Number}} id={{.ID}}>{{.Body}}</li>{{end}}{{end}}</ul>\n", at: "templates/base.html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			own := strings.ReplaceAll(string(base), partial, "")
			own = strings.Replace(own, main, c.before+main+c.behind+c.extra, 1)
			if !strings.Contains(own, c.before+main+c.behind) {
				t.Fatal("the theme is not what the test asks for")
			}
			files, problems := made(t, chapterOf(front, body), fstest.MapFS{"base.html": {Data: []byte(own)}})
			problems.Sort()
			switch {
			case c.at == "":
				fail(t, problems)
				a := apparatusOf(read(t, chapter, []byte(files[chapter])).root)
				if c.before == "" {
					a.check(t, chapter)
				}
				if got := summed(a)[0]; got != c.want {
					t.Errorf("the marks are %q, want %q", got, c.want)
				}
				if len(a.notes) != 4 {
					t.Errorf("%d notes, want 4", len(a.notes))
				}
			default:
				if len(problems) != 1 || problems[0].Pos.File != c.at || problems[0].Rule != "template" || problems[0].Hint == "" {
					t.Errorf("problems: %v", problems)
				}
				if strings.Contains(files[chapter], `href="#note-4"`) {
					t.Error("a mark leads to a note that is not there")
				}
			}
		})
	}
}

// manyNotes is a page with n remarks, each of which refers to the next.
func manyNotes(n int) map[string]string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Words {{ arrivals }} [@office, p. %d].[^r%d]\n\n", i, i)
	}
	for i := range n {
		fmt.Fprintf(&b, "[^r%d]: Words.[^r%d]\n\n", i, (i+1)%n)
	}
	return chapterOf("", b.String())
}

// TestManyNotes: 5,000 notes on a page, each referring to the next.
func TestManyNotes(t *testing.T) {
	files, problems := made(t, manyNotes(5000), nil)
	fail(t, problems)
	a := apparatusOf(read(t, chapter, []byte(files[chapter])).root)
	a.check(t, chapter)
	if len(a.notes) != 5001 || len(a.beside) != 5001 {
		t.Errorf("%d notes, %d beside the text", len(a.notes), len(a.beside))
	}
}

// BenchmarkNotes makes pages of more and more notes: twice the notes are to take
// twice the time.
func BenchmarkNotes(b *testing.B) {
	for _, n := range []int{1250, 2500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			files := manyNotes(n)
			b.ReportAllocs()
			for b.Loop() {
				made(b, files, nil)
			}
		})
	}
}

// BenchmarkMovedNotes makes a page that shows its notes as they are drawn, and one
// whose theme moves them, so that it goes through its template twice.
func BenchmarkMovedNotes(b *testing.B) {
	files := chapterOf("summary: \"Summary {{ presence 2022-Q1 }}.\"\n", strings.Repeat("Text {{ arrivals }}, [@desk, p. 4].\n\n", 200))
	for name, main := range map[string]string{"still": "{{.Summary}}{{.Body}}", "moved": "{{.Body}}{{.Summary}}"} {
		own := fstest.MapFS{"section.html": {Data: []byte("{{define \"main\"}}<h1>{{.Title}}</h1>\n" + main + "{{end}}\n{{define \"after\"}}{{end}}")}}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				made(b, files, own)
			}
		})
	}
}
