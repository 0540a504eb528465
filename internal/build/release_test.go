package build_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/build"
	"bulletin/internal/check"
	"bulletin/internal/gate"
)

// released makes the checklist of the example site's edition, with a change to it.
func released(t *testing.T, change check.Example) *gate.List {
	t.Helper()
	dir := t.TempDir()
	for name, text := range change.Apply() {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list, result, err := build.Release(context.Background(), build.Options{Dir: dir, Jobs: 1, Version: "test", Now: time.Now}, "2023-Q1")
	if err != nil {
		t.Fatal(err)
	}
	if list == nil {
		t.Fatal(result.Problems)
	}
	return list
}

// left is what is left: "chapter: line: rule: message".
func left(l *gate.List) []string {
	var all []string
	for _, c := range l.Chapters {
		for _, left := range c.Left {
			all = append(all, c.Title+": "+string(left.Line)+": "+left.Rule+": "+left.Message)
		}
	}
	return all
}

const (
	opening  = "content/reports/2023-q1/_index.md"
	figures  = "data/observations/arrivals.yaml"
	register = "data/sources.yaml"
	head     = "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people arrived}\n---\n"
	came     = "There were {{ arrivals }} people.\n"
	compared = "```chart\ntype: bar\nindicator: presence\nareas: [serbia, albania, kosovo]\ntitle: Most were in Serbia\n```\n"
	office   = "office-2023-q1:\n  publisher: Statistical office\n  title: Arrivals in the first quarter of 2023\n  issued: 2023-04\n" +
		"  URL: \"https://example.org/arrivals/2023-q1.pdf\"\n  covers: [2022-Q1, 2023-Q1]\n"
	earlier = "office-2022-q4:\n  publisher: Statistical office\n  title: Arrivals, the year before\n  issued: 2023-01\n" +
		"  URL: \"https://example.org/arrivals/2022-q4.pdf\"\n  covers: [2022, 2022-Q4, 2022-12-01..2023-02-28]\n"
	observed = "period: 2023-Q1\nobservations:\n" +
		"  - {indicator: arrivals, source: office-2023-q1, values: {serbia: 300, albania: 237, kosovo: {value: 150, status: E}}}\n" +
		"  - {indicator: arrivals, source: office-2023-q1, period: 2022-Q1, values: {serbia: 200, albania: 84}}\n" +
		"  - {indicator: presence, source: office-2023-q1, values: {serbia: 1200, albania: 800"
)

func edition(keys string) check.File {
	return check.File{Name: opening, Text: "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia]\n" + keys + "---\nOne country is covered.\n"}
}

func chapter(text string) check.File { return check.File{Name: check.Chapter, Text: text} }

// TestReleaseLines has, for each line of the gate, a site that fails by it alone, and
// nearly the same one, which passes.
func TestReleaseLines(t *testing.T) {
	if list := released(t, nil); !list.Ready() {
		t.Fatalf("the example site: %v", left(list))
	}
	for _, c := range []struct {
		name          string
		fails, passes check.Example
		want          string
	}{
		{"a mark in words", check.Example{chapter(head + "{{ TODO \"ask\" }} " + came)}, check.Example{chapter(head + came)},
			"Serbia: todo: todo: to be done: ask"},
		{"a mark in front matter", check.Example{chapter(strings.Replace(head, "area:", "# TODO: another title\narea:", 1) + came)},
			check.Example{chapter(strings.Replace(head, "area:", "# done: another title\narea:", 1) + came)},
			"Serbia: todo: todo: to be done: another title"},
		{"a mark in the data", check.Example{{Name: figures, Text: observed + "}} # TODO: ask again\n"}}, check.Example{{Name: figures, Text: observed + "}} # asked\n"}},
			"Data: todo: todo: to be done: ask again"},
		{"the word", check.Example{chapter(head + "TODO. " + came)}, check.Example{chapter(head + "[TODO]{{ literal \"quoted\" }}. " + came)},
			"Serbia: todo: todo: the word TODO stands in the text"},
		{"a figure without a value", check.Example{chapter(head + came + "In {{ period 2021-Q1 }} there were {{ arrivals 2021-Q1 }}.\n")}, check.Example{chapter(head + came + "In {{ period 2022-Q1 }} there were {{ arrivals 2022-Q1 }}.\n")},
			"Serbia: cell: no-value: the data has no arrivals, Serbia, 2021-Q1"},
		{"a key figure without a value", check.Example{chapter(strings.Replace(head, "arrivals", "presence", 1) + came), {Name: figures, Text: strings.Replace(observed, "{serbia: 1200, albania: 800", "{albania: 800}}\n", 1)}},
			check.Example{chapter(strings.Replace(head, "arrivals", "presence", 1) + "There were {{ presence }} people.\n")}, "Serbia: cell: no-value: the data has no presence for Serbia in the first quarter of 2023"},
		{"a key figure without its base", check.Example{chapter(head + "There were {{ arrivals }} people.\n"), {Name: figures, Text: strings.Replace(observed, "serbia: 200, ", "", 1) + "}}\n"}},
			check.Example{chapter(head + "There were {{ arrivals }} people.\n"), {Name: figures, Text: strings.Replace(observed, "serbia: 200, ", "serbia: {status: O, note: Nobody counted.}, ", 1) + "}}\n"}},
			"Serbia: cell: release: the key figure has nothing to be compared with: the data has no arrivals, Serbia, 2022-Q1"},
		{"a chart that lacks a row", check.Example{chapter(head + came + "\n" + compared)}, check.Example{chapter(head + came + "\n" + compared), {Name: figures, Text: observed + ", kosovo: {status: O, note: No office counts them.}}}\n"}},
			"Serbia: cell: no-value: the chart lacks values that it asks for: the data has no presence, Kosovo*, 2023-Q1"},
		{"a source of another period", check.Example{{Name: register, Text: strings.Replace(office, "2022-Q1, 2023-Q1", "2022-Q1, 2023-03", 1)}}, check.Example{{Name: register, Text: office}},
			"Serbia: period: source-period: source office-2023-q1 covers 2022-Q1, 2023-03, not 2023-Q1 (so with 2 more values)"},
		{"an older source that is cited", check.Example{{Name: register, Text: office + earlier}, chapter(head + "People wait [@office-2022-q4]. " + came)},
			check.Example{{Name: register, Text: office + earlier}, chapter(head + "In 2022 people waited [@office-2022-q4]. " + came)},
			"Serbia: period: release: source office-2022-q4 is cited, and covers 2022, 2022-Q4, 2022-12-01..2023-02-28, not 2023-Q1"},
		{"a source that does not say of when it is", check.Example{{Name: register, Text: strings.NewReplacer("  issued: 2023-04\n", "", "  covers: [2022-Q1, 2023-Q1]\n", "").Replace(office)}},
			check.Example{{Name: register, Text: strings.Replace(office, "  issued: 2023-04\n", "", 1)}},
			"Data: period: release: source office-2023-q1 does not say of which time it is, and figures of 2023-Q1 come from it"},
		{"a figure without a source", check.Example{{Name: figures, Text: strings.Replace(observed, "presence, source: office-2023-q1,", "presence,", 1) + "}}\n"}}, check.Example{{Name: figures, Text: observed + "}}\n"}}, "Data: source: no-source: this value has no source"},
		{"a chapter without text", check.Example{chapter(head + strings.Replace(compared, ", kosovo", "", 1))}, check.Example{chapter(head + came + "\n" + strings.Replace(compared, ", kosovo", "", 1))},
			"Serbia: text: release: the chapter has no text"},
		{"an empty chapter", check.Example{chapter(head)}, check.Example{chapter(head + came)}, `Serbia: text: empty-page: the page "Serbia" is empty below its front matter`},
		{"a chart without text", check.Example{chapter(head + came + "\n## Who is there\n\n" + strings.Replace(compared, ", kosovo", "", 1))},
			check.Example{chapter(head + came + "\n## Who is there\n\n" + strings.Replace(compared, ", kosovo", "", 1) + "\nMore are in Serbia.\n")},
			"Serbia: text: release: the chart has no text beside it"},
		{"an unbound number", check.Example{chapter(head + "Of 12 offices all were open. " + came)}, check.Example{chapter(head + "Of [12]{{ literal \"offices, not people\" }} offices all were open. " + came)},
			`Serbia: number: unbound: the number "12" is bound to nothing`},
		{"a dead link", check.Example{chapter(head + "[More](/nowhere/). " + came)}, check.Example{chapter(head + "[More](/reports/2023-q1/). " + came)},
			`Serbia: link: link: the link "/nowhere/" leads nowhere: the site has no /nowhere/`},
		{"a link to a draft", check.Example{chapter(head + "[More](/about/). " + came), {Name: "content/pages/about.md", Text: "---\ntitle: About\ndraft: true\n---\nWords.\n"}},
			check.Example{chapter(head + "[More](/about/). " + came), {Name: "content/pages/about.md", Text: "---\ntitle: About\n---\nWords.\n"}},
			`Serbia: link: release: the link leads to "About", which is a draft`},
		{"another problem", check.Example{chapter(head + "There were [301]{{ arrivals }} people.\n")}, check.Example{chapter(head + "There were [300]{{ arrivals }} people.\n")}, `Serbia: other: claim: claim "301" does not agree with arrivals, Serbia, 2023-Q1: 300`},
		{"a warning", check.Example{{Name: figures, Text: strings.Replace(observed, "serbia: 200", "serbia: 20", 1) + "}}\n"}},
			check.Example{{Name: figures, Text: strings.NewReplacer("serbia: 200", "serbia: 20", "serbia: 300", "serbia: {value: 300, accept: {jump: both years are published so}}").Replace(observed) + "}}\n"}}, "Serbia: other: jump: arrivals, Serbia, 2023-Q1 is 300, more than ten times the 20 of 2022-Q1, at data/observations/arrivals.yaml:4:85"},
		{"older than its data", check.Example{edition("published: 2023-03-31\n")}, check.Example{edition("published: 2023-03-31\nupdated: 2023-04-20\n")},
			"At the end: age: release: the edition is of 2023-03-31, older than its data: source office-2023-q1 was issued 2023-04"},
		{"a draft", check.Example{edition("draft: true\n")}, check.Example{edition("draft: false\n")}, "At the end: draft: release: the edition is a draft"},
		{"a chapter that is a draft", check.Example{chapter(strings.Replace(head, "area:", "draft: true\narea:", 1) + came)}, check.Example{chapter(head + came)}, "Serbia: draft: release: the chapter is a draft"},
		{"an error elsewhere", check.Example{{Name: "content/pages/about.md", Text: "---\ntitle: About\n---\n[More](/nowhere/)\n"}}, check.Example{{Name: "content/pages/about.md", Text: "---\ntitle: About\ndraft: true\n---\n[More](/nowhere/)\n"}},
			`Elsewhere on the site: link: link: the link "/nowhere/" leads nowhere: the site has no /nowhere/`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.want}, left(released(t, c.fails))); diff != "" {
				t.Error(diff)
			}
			if list := released(t, c.passes); !list.Ready() {
				t.Errorf("what should pass: %v", left(list))
			}
		})
	}
}

// TestReleaseOfRolled rolls an edition forward, enters all figures, and takes the marks
// away: it passes. With any one cell, source or sentence left it does not.
func TestReleaseOfRolled(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	name := func(file string) string { return filepath.Join(dir, filepath.FromSlash(file)) }
	read := func(file string) string {
		t.Helper()
		src, err := os.ReadFile(name(file))
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	write := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(name(file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func() []string {
		t.Helper()
		list, result, err := build.Release(context.Background(), build.Options{Dir: dir, Jobs: 1, Version: "test", Now: time.Now}, "2023-Q2")
		if err != nil || list == nil {
			t.Fatal(err, result)
		}
		return left(list)
	}
	options := build.Options{Dir: dir, Jobs: 1, Version: "test", Now: time.Now}
	plan, state, err := build.NewReport(context.Background(), options, "2023-Q2", "", false)
	if err != nil || plan == nil {
		t.Fatal(err, state)
	}
	if len(check()) == 0 {
		t.Error("what was rolled just now passes")
	}

	// What a desk does: the source, the figures, the marks, the draft.
	const source, wanted = "data/sources.yaml", "data/observations/2023-Q2.yaml"
	registered := read(source) + "overview-2:\n  publisher: Test desk\n  title: Second overview\n  issued: 2023\n  URL: \"https://example.org/second\"\n  covers: [2022-Q2, 2023-Q2]\n"
	write(source, registered)
	const before = "  - {indicator: arrivals, source: overview-2, period: 2022-Q2, values: {serbia: 10373, bulgaria: 3647}}\n"
	const entered = "period: 2023-Q2\nobservations:\n  - {indicator: arrivals, source: overview-2, values: {serbia: 16216, bulgaria: 2331}}\n" + before
	write(wanted, entered)
	mark := regexp.MustCompile(`\{\{ TODO "[^"]*" \}\} |(?m:^ *# TODO.*\n)`)
	texts := map[string]string{} // with the marks
	for _, f := range plan.Files {
		if strings.HasSuffix(f.Name, ".md") {
			texts[f.Name] = strings.Replace(read(f.Name), "draft: true\n", "", 1)
			write(f.Name, mark.ReplaceAllString(texts[f.Name], ""))
		}
	}
	if all := check(); len(all) > 0 {
		t.Fatalf("all was done, and it does not pass: %q", all)
	}

	try := func(what, file, text string) {
		t.Helper()
		good := read(file)
		if text == good {
			t.Fatalf("%s: nothing was changed", what)
		}
		write(file, text)
		if len(check()) == 0 {
			t.Errorf("%s: it passes", what)
		}
		write(file, good)
	}
	for _, cell := range []string{"serbia: 16216, ", ", bulgaria: 2331", "serbia: 10373, ", ", bulgaria: 3647"} {
		try("without "+cell, wanted, strings.Replace(entered, cell, "", 1))
	}
	try("with the old source", wanted, strings.Replace(entered, "overview-2", "overview", 1))
	try("without a source", wanted, strings.Replace(entered, " source: overview-2,", "", 1))
	marks := 0
	for file, marked := range texts {
		for _, at := range mark.FindAllStringIndex(marked, -1) {
			marks++
			one := mark.ReplaceAllString(marked[:at[0]], "") + marked[at[0]:at[1]] + mark.ReplaceAllString(marked[at[1]:], "")
			try("with "+marked[at[0]:at[1]], file, one)
		}
	}
	if marks == 0 {
		t.Error("nothing was marked, so that nothing was tried")
	}
	try("as a draft", "content/reports/2023-q2/_index.md", strings.Replace(read("content/reports/2023-q2/_index.md"), "title:", "draft: true\ntitle:", 1))
}
