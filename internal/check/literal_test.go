package check_test

import (
	"strings"
	"testing"
)

// TestIdleLiterals: a literal is for words that some rule would find.
func TestIdleLiterals(t *testing.T) {
	const marked = `areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: albania, name: Albania, code: ALB}
  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
naming: {kosovo: "Kosovo as in resolution 1244."}
`
	for text, want := range map[string]string{
		`[There were people]{{ literal "a reason" }} here.`:                   "There were people",
		`They follow the [Resolution]{{ literal "its name" }}.`:               "Resolution",
		`Codes of [ISO 3166-1]{{ literal "a standard" }} are used.`:           "",
		`Under [1244]{{ literal "a resolution" }} it is so.`:                  "",
		`It took [three]{{ literal "a saying" }} moons.`:                      "",
		`It took [١٧]{{ literal "a saying" }} moons.`:                         "",
		`It has a [half]{{ literal "a saying" }} a chance.`:                   "",
		`They came through [Kosovo]{{ literal "as the law has it" }}.`:        "",
		`They came [through Kosovo and\nAlbania]{{ literal "the law" }}.`:     "",
		`In the [first trimester]{{ literal "of a pregnancy" }} she came.`:    "",
		`In the [last quarter]{{ literal "of the moon" }} she came.`:          "",
		`There were [about]{{ literal "so printed" }} {{ arrivals }}.`:        "",
		`[No number]{{ literal }} needs a reason.`:                            "",
		`Kosovo [and Albania]{{ literal "two" }} are near.`:                   "and Albania",
		`[And Albania]{{ literal "two" }} Kosovo.`:                            "And Albania",
		`Of [Kosovo]{{ literal "a name" }} and [Albania]{{ literal "two" }}.`: "Albania",
	} {
		files := base()
		files["data/areas.yaml"] = marked
		files["content/reports/2023-q1/serbia.md"] = "---\ntitle: Serbia\narea: serbia\n---\n" + strings.ReplaceAll(text, `\n`, "\n") + " There were {{ arrivals }} people [@census].\n"
		got := ""
		for _, p := range run(t, files) {
			if p.Rule != "acceptance" {
				continue
			}
			got += p.Message
			if source := strings.Split(files[p.Pos.File], "\n")[p.Pos.Line-1]; want != "" && !strings.HasPrefix(string([]rune(source)[p.Pos.Col-1:]), want) {
				t.Errorf("%s: at column %d", text, p.Pos.Col)
			}
		}
		if want != "" {
			want = `the words of the literal "` + want + `" need no reason`
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}
