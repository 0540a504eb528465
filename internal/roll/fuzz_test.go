package roll

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"bulletin/internal/content"
	"bulletin/internal/period"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// FuzzEdition rolls chapters of any text by a quarter and a year's end. Whatever can be
// parsed can be rolled, and what comes of it can be parsed and says the same: its
// passages differ by marks alone, and each place of the old file that another text
// takes named a period, the old edition's address, or a key that is left out.
func FuzzEdition(f *testing.F) {
	for _, body := range []string{
		"In August {{ arrivals 2024-Q3 }} **guests [came](velin.md)**. *Now* they stay [@shelter-survey-2024-q3].\n\n> - In July\n>   they left.\n",
		"| In August | {{ beds 2024-09-30 }} |\n|:--|--:|\n| Few | [nine]{{ arrivals }} |\n\n![In *August*](a.png)\n",
		"```chart\ntype: bar\nindicator: arrivals\nperiods: [2023-Q3, 2024-Q3]\ntitle: \"In August {{ arrivals 2024-Q3 }}\"\nnote: >-\n  Few.\n  Now.\n```\n",
		"Words.[^1]\n\n[^1]: In August: [so](/reports/2024-q3/velin/) it fell.\n\n    Most came.\n",
		"1) `In August` they fell. [**In August**][a] \\*now\\* &amp; then\n\n[a]: /reports/2024-q3/\n",
		"In August\r\nthey {{ arrivals\r\n2024-Q3 | rose 2023-Q3 }} .\r\n",
	} {
		f.Add("In August", body)
	}
	base, files := small(f, "Words.\n", nil)
	old, err := fs.ReadFile(files, "content/reports/2024-q3/_index.md")
	if err != nil {
		f.Fatal(err)
	}
	opening, _ := content.Parse("content/reports/2024-q3/_index.md", old)
	f.Fuzz(func(t *testing.T, summary, body string) {
		const name = "content/reports/2024-q3/hardava.md"
		src := "---\ntitle: Hardava\narea: hardava\nsummary: " + summary + "\n---\n\n" + body
		d, problems := content.Parse(name, []byte(src))
		if problems.Errors() > 0 || strings.Contains(src, "TODO") {
			t.Skip()
		}
		s, problems := site.Assemble(site.Config{Drafts: true}, base.Set, []*content.Document{opening, d})
		for _, p := range problems {
			if p.Rule == "figure" && strings.Contains(p.Message, "is no ") || strings.Contains(p.Message, "understood") {
				t.Skip() // a site with errors is not rolled
			}
		}
		if len(s.Editions) != 1 || len(s.Editions[0].Sections) != 1 {
			t.Skip()
		}
		for _, to := range []string{"2024-Q4", "2025-Q1"} {
			next, _ := period.Parse(to)
			r := &roller{files: fstest.MapFS{name: {Data: []byte(src)}, opening.File: {Data: old}}, site: s}
			if to == "2025-Q1" { // every sentence
				r.judge = func(*sentence) []Reason { return []Reason{{Event, "all"}} }
			}
			plan, err := r.edition(s.Editions[0], next)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range plan.Files {
				if !strings.HasSuffix(f.Name, "hardava.md") {
					continue
				}
				again, problems := content.Parse(f.Name, f.Text)
				if problems.Errors() > 0 {
					t.Fatalf("%q\nbecomes\n%q\n%v", src, f.Text, problems)
				}
				if want, got := moved(name, src, plan.Moved), unmarked(string(f.Text)); got != want {
					t.Fatalf("%q\nwithout its marks is\n%q\nwant\n%q", f.Text, got, want)
				}
				if was, is := spoken(d), spoken(again); was != is {
					t.Fatalf("%q\nbecomes\n%q\nand says\n%q\ninstead of\n%q", src, f.Text, is, was)
				}
			}
		}
	})
}

// moved is a text in which the words of a plan were changed, and nothing else.
func moved(name, src string, changes []Change) string {
	s := newSheet([]byte(src))
	for _, c := range changes {
		if c.From.File == name {
			s.replace(c.From, c.Was, c.Is)
		}
	}
	return string(s.text())
}

// unmarked is a text without its marks.
func unmarked(text string) string {
	text = regexp.MustCompile(`\{\{ TODO "[^"]*" \}\} `).ReplaceAllString(text, "")
	return regexp.MustCompile(`(?m)^[ \t>]*# TODO: .*\n`).ReplaceAllString(text, "")
}

// spoken is all that a document says, without its marks, its white space and what
// stands in its figures.
func spoken(d *content.Document) string {
	var b strings.Builder
	texts := d.Texts()
	for i := 0; i < len(texts); i++ {
		m := texts[i]
		if m == nil {
			continue
		}
		for _, p := range prose.Passages(m, func(e *content.Expression) string {
			if strings.HasPrefix(e.Source, "TODO") {
				return ""
			}
			return "{}"
		}) {
			b.WriteString(p.Text)
			b.WriteString(string('0' + rune(p.Kind)))
		}
		for _, block := range m.Blocks {
			texts = append(texts, block.Title, block.Note)
		}
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, b.String())
}
