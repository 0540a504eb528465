package render_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/templates"
)

// TestPrintNotesInRemarks: what the remarks of a print edition mark is marked in every
// part, whichever part has notes before it, and stands at the foot of its part. So it
// is in a theme that shows the parts in another order.
func TestPrintNotesInRemarks(t *testing.T) {
	const remark = "A remark.[^r]\n\n[^r]: It says {{ presence }} [@desk]."
	const office, desk = "Office, Count, April 2023", "Desk, <b>Of *stars* & [brackets]</b>, no date"
	const address, accessed = ", example.org/count/2023-q1.pdf.", " (accessed 2 May 2023)."
	own := turned(t)
	for _, c := range []struct {
		name, first, second string
		want                []string // of both parts: the marks, then each note
	}{
		{"in two parts", remark, remark, []string{
			"1 2 3", "It says 1,20023. ↩", office + address + " ↩", desk + accessed + " ↩",
			"4 5 6", "It says 80056. ↩", office + address + " ↩", desk + accessed + " ↩"}},
		{"in the second part", "Words.", remark, []string{
			"",
			"1 2 3", "It says 80023. ↩", office + address + " ↩", desk + accessed + " ↩"}},
		{"of another remark", "A.[^a]\n\n[^a]: One [@desk].[^b]\n\n[^b]: Two {{ presence }}.[^a]", "B.[^c]\n\n[^c]: Three {{ presence }}.[^d]\n\n[^d]: Four [@desk].[^c]", []string{
			"1 2 3 4 1", "One2.3 a b", desk + accessed + " ↩", "Two 1,2004.1 ↩", office + address + " ↩",
			"5 6 7 8 5", "Three 8006.7 a b", office + address + " ↩", "Four8.5 ↩", desk + accessed + " ↩"}},
		{"and then in the text of the next part", remark, "The source again [@desk, p. 4].\n\n" + remark, []string{
			"1 2 3", "It says 1,20023. ↩", office + address + " ↩", desk + accessed + " ↩",
			"4a 5 6 4", desk + ", p. 4 (a)" + accessed + " a b", "It says 80064. ↩", office + address + " ↩"}},
		{"and in the text of its part", "Words [@office, p. 2].", "The source before, {{ presence }}.\n\n" + remark + "\n\nAnd behind [@desk, p. 4].", []string{
			"1", office + ", p. 2" + address + " ↩",
			"2 3 4a 2 4", office + address + " a b", "It says 80024. ↩", desk + ", p. 4 (a)" + accessed + " a b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := two(map[string]string{
				"content/reports/2023-q1/_index.md":  "---\ntitle: First quarter of 2023\nperiod: 2023-Q1\nareas: [serbia, albania]\n---\nTwo countries are covered.\n",
				"content/reports/2023-q1/serbia.md":  "---\ntitle: Serbia\narea: serbia\n---\n" + c.first + "\n",
				"content/reports/2023-q1/albania.md": "---\ntitle: Albania\narea: albania\n---\n" + c.second + "\n",
			})
			files, problems := made(t, site, nil)
			fail(t, problems)
			p := read(t, printed, []byte(files[printed]))
			apparatusOf(p.root).check(t, printed)
			var got []string
			for _, part := range p.withClass("print-part")[1:] { // behind the opening page
				got = append(got, summed(apparatusOf(part))...)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}

			files, problems = made(t, site, own)
			fail(t, problems)
			a := apparatusOf(read(t, printed, []byte(files[printed])).root)
			a.check(t, printed+" turned")
			if marks, notes := countOf(c.want); len(a.marks) != marks || len(a.notes) != notes {
				t.Errorf("turned it has %d marks and %d notes, want %d and %d", len(a.marks), len(a.notes), marks, notes)
			}
		})
	}
}

// turned is a theme whose print edition shows the second part before the first.
func turned(t *testing.T) fs.FS {
	t.Helper()
	const inOrder = `{{range .Parts}}{{template "print-part" .}}
{{end}}`
	built, err := fs.ReadFile(templates.FS, "print.html")
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(built), inOrder)
	if !found {
		t.Fatal("print.html shows its parts in another way")
	}
	return fstest.MapFS{"print.html": {Data: []byte(before + `{{template "print-part" index .Parts 1}}{{template "print-part" index .Parts 0}}` + after)}}
}

// countOf counts the marks and the notes in lines that summed gives.
func countOf(lines []string) (marks, notes int) {
	for _, line := range lines {
		if strings.Trim(line, "0123456789abc ") == "" {
			marks += len(strings.Fields(line))
		} else {
			notes++
		}
	}
	return marks, notes
}
