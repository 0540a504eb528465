package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html/atom"
)

// imprintOf is the rows of the imprint on a page, in words.
func imprintOf(t *testing.T, files map[string]string, path string) []string {
	t.Helper()
	all := read(t, path, []byte(files[path])).withClass("imprint")
	if len(all) != 1 {
		t.Fatalf("%s has %d imprints", path, len(all))
	}
	var rows []string
	label := ""
	for n := range all[0].Descendants() {
		switch n.DataAtom {
		case atom.Dt:
			label = words(n)
		case atom.Dd:
			var lines []string
			for line := n.FirstChild; line != nil; line = line.NextSibling {
				lines = append(lines, words(line))
			}
			rows = append(rows, label+": "+strings.Join(lines, " | "))
		}
	}
	return rows
}

func TestImprint(t *testing.T) {
	const all = "title: A report\npublished: 2023-05-01\nupdated: 2023-06-01\ncredits: {authors: [Ana Ana, Ben Ben], design: Cem, photo: Dee}\nacknowledgements: Thanks."
	full := editionWith(all)
	full["data/site.yaml"] = "title: Test bulletin\nbaseURL: https://example.org/repo/\npublisher: {name: Desk, address: 1 Road, email: desk@example.org, url: \"https://desk.example.org/\"}\n" +
		"license: {name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\"}\nnextRelease: 2023-08-01\n"
	other := editionWith("title: A report\ncredits: {publisher: Ministry}")
	other["data/site.yaml"] = full["data/site.yaml"]
	late := editionWith("title: A report\npublished: 2023-09-01")
	late["data/site.yaml"] = full["data/site.yaml"]
	bare := editionWith("title: A report")
	bare["data/site.yaml"] = "title: Test bulletin\n"
	older := editionWith("title: A report")
	older["data/site.yaml"] = full["data/site.yaml"]
	older["content/reports/2024-q1/_index.md"] = "---\ntitle: Newer\nperiod: 2024-Q1\nareas: [serbia]\n---\nWords.\n"
	recorded := editionWith("title: A report\npublished: 2023-05-01")
	recorded["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 3000, date: 2023-05-01}\n"
	revised := editionWith("title: A report\npublished: 2023-05-01")
	revised["data/published/2023-q1.yaml"] = strings.Replace(recorded["data/published/2023-q1.yaml"], "3000", "2900", 1)
	revised["data/revisions.yaml"] = "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 2900, now: 3000, date: 2023-07-09, reason: The office counted again.}\n"
	const address, made0 = "Web address: https://example.org/repo/reports/2023-q1/", "Made with: Bulletin"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"everything", full, []string{
			"Published by: Desk | 1 Road | desk@example.org", "Authors: Ana Ana and Ben Ben", "Design: Cem", "Photo: Dee",
			"Published: 1\u00a0May 2023", "Updated: 1\u00a0June 2023", "Next edition: 1\u00a0August 2023",
			"Figures: Version XXXXXXXX of 1\u00a0June 2023 Changes whenever a figure of this edition changes.", "Licence: CC BY 4.0", address, made0,
		}},
		{"a publisher of its own", other, []string{
			"Published by: Ministry", "Next edition: 1\u00a0August 2023", "Figures: Version XXXXXXXX Changes whenever a figure of this edition changes.", "Licence: CC BY 4.0", address, made0,
		}},
		{"published after the next release", late, []string{
			"Published by: Desk | 1 Road | desk@example.org", "Published: 1\u00a0September 2023",
			"Figures: Version XXXXXXXX of 1\u00a0September 2023 Changes whenever a figure of this edition changes.", "Licence: CC BY 4.0", address, made0,
		}},
		{"nothing", bare, []string{"Figures: Version XXXXXXXX Changes whenever a figure of this edition changes.", made0}},
		{"not the newest", older, []string{
			"Published by: Desk | 1 Road | desk@example.org", "Figures: Version XXXXXXXX Changes whenever a figure of this edition changes.", "Licence: CC BY 4.0", address, made0,
		}},
		{"recorded", recorded, []string{
			"Published by: Desk", "Published: 1\u00a0May 2023", "Figures: Version XXXXXXXX of 1\u00a0May 2023 Changes whenever a figure of this edition changes.",
			"Corrections: None so far", address, made0,
		}},
		{"revised", revised, []string{
			"Published by: Desk", "Published: 1\u00a0May 2023", "Figures: Version XXXXXXXX of 9\u00a0July 2023 Changes whenever a figure of this edition changes.",
			"Corrections: 1 revision of published values The latest is of 9\u00a0July 2023.", address, made0,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, _ := made(t, c.files, nil)
			got := imprintOf(t, files, editionPage)
			for i := range got {
				got[i] = regexp.MustCompile(`Version [0-9a-f]{8}`).ReplaceAllString(got[i], "Version XXXXXXXX")
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestCredits: what an author credits for design and photo is Markdown, with links
// and notes, on the opening page and in print; nothing of it is a figure without
// data.
func TestCredits(t *testing.T) {
	files, problems := made(t, editionWith("title: A report\ncredits:\n  design: \"*Cem* [@office, p. 4]\"\n"+
		"  photo: \"Dee / [Agency](https://agency.example/), [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)\""), nil)
	fail(t, problems)
	for _, page := range []string{editionPage, "reports/2023-q1/print/index.html"} {
		doc := read(t, page, []byte(files[page]))
		apparatusOf(doc.root).check(t, page)
		rows := imprintOf(t, files, page)
		if !slices.Contains(rows, "Photo: Dee / Agency, CC BY-SA 4.0") {
			t.Errorf("%s: %q", page, rows)
		}
		for _, want := range []string{
			`<em>Cem</em><sup class="mark"><a href="#`,
			`Dee / <a href="https://agency.example/" rel="external noopener">Agency</a>`, `, p. 4`,
		} {
			if !strings.Contains(files[page], want) {
				t.Errorf("%s lacks %s", page, want)
			}
		}
	}
}
