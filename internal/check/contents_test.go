package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// tenChapters is an edition of ten countries, with two more sections, and a
// body for its page.
func tenChapters(body string) map[string]string {
	ids := strings.Fields("albania bulgaria croatia greece kosovo montenegro romania serbia slovenia hungary")
	files := base()
	delete(files, "content/reports/2023-q1/serbia.md")
	areas := "areas:\n"
	for _, id := range ids {
		name := strings.ToUpper(id[:1]) + id[1:]
		if id == "kosovo" {
			name += `*", naming: n, code: "XKX`
		}
		areas += "  - {id: " + id + ", name: \"" + name + "\"}\n"
		files["content/reports/2023-q1/"+id+".md"] = "---\ntitle: '" + strings.ToUpper(id[:1]) + id[1:] + map[bool]string{true: `\*`}[id == "kosovo"] + "'\narea: " + id + "\n---\nWords [@census].\n"
	}
	areas += "groups:\n  - {id: union, name: the Union, members: [bulgaria, croatia, greece, hungary, romania, serbia, slovenia]}\nnaming: {n: A note.}\n"
	files["data/areas.yaml"] = areas
	files["content/reports/2023-q1/key-trends.md"] = "---\ntitle: Key regional trends\nweight: 1\n---\nWords.\n"
	files["content/reports/2023-q1/about.md"] = "---\ntitle: About the project\nweight: 99\n---\nWords.\n"
	files["content/reports/2023-q1/_index.md"] = "---\ntitle: Report\nperiod: 2023-Q1\nareas: [" + strings.Join(ids, ", ") + "]\n---\n" + body + "\n"
	return files
}

// TestContents has bodies of an edition's page, with what is said of a list of
// its sections.
func TestContents(t *testing.T) {
	links := func(ids string) string {
		list := ""
		for id := range strings.FieldsSeq(ids) {
			list += "- [" + strings.Replace(strings.ToUpper(id[:1])+id[1:], "Kosovo", `Kosovo\*`, 1) + "](" + id + ".md)\n"
		}
		return list
	}
	const all = "albania bulgaria croatia greece kosovo montenegro romania serbia slovenia hungary"
	for _, c := range []struct{ body, want string }{
		// That of the published overview: it leaves out the first section.
		{strings.NewReplacer(" ", " ..... 4\n\n- ").Replace("- Greece Bulgaria Albania Montenegro Kosovo\\* Serbia Romania Croatia Slovenia Hungary") + "\n- About the project ... 15", "11 of the edition's 12 sections leaves out Key regional trends"},
		{"| Greece | 4 | Serbia | 10 |\n|:--|:--|:--|:--|\n| Bulgaria | 5 | Romania | 11 |\n| Albania | 6 | Croatia | 12 |\n| Kosovo\\* | 7 | Slovenia | 13 |\n| Hungary | 8 | | |", "9 of the edition's 10 chapters leaves out Montenegro"},
		{strings.ReplaceAll(links("albania bulgaria croatia greece montenegro romania serbia"), ")\n", ")\u00a0…\u00a04\n"), "7 of the edition's 10 chapters leaves out Kosovo*, Slovenia, Hungary"},
		{links("albania bulgaria croatia greece montenegro romania serbia"), "7 of the edition's 10 chapters leaves out Kosovo*, Slovenia, Hungary"},
		{links("albania bulgaria croatia greece montenegro romania kosovo about"), "8 of the edition's 12 sections leaves out Serbia, Slovenia, Hungary, 1 more"},
		{"1. [Albania](/reports/2023-q1/albania/)\n2. [Bulgaria](bulgaria.md)\n3. [Croatia](croatia.md)\n4. [Greece](greece.md)\n5. [Hungary](hungary.md)\n6. [Romania](romania.md)\n7. [Kosovo\\*](kosovo.md)", "7 of the edition's 10"},
		{links(all), ""},
		{links(all+" about") + "- [Key regional trends](key-trends.md)", ""},
		{links("albania bulgaria croatia greece"), ""},                                                                            // a choice
		{links("bulgaria croatia greece hungary romania serbia slovenia"), ""},                                                    // a group
		{strings.ReplaceAll(links("albania bulgaria croatia greece montenegro romania serbia"), "\n", " counts arrivals.\n"), ""}, // no contents
		{"Read about [Albania](albania.md), [Bulgaria](bulgaria.md), [Croatia](croatia.md), [Greece](greece.md), [Romania](romania.md), [Serbia](serbia.md) and [Hungary](hungary.md).", ""},
	} {
		var got []string
		for _, p := range run(t, tenChapters(c.body)) {
			if p.Rule == "unbound" {
				continue // the page numbers
			}
			if p.Rule != "contents" || p.Hint == "" || p.Pos.Line < 6 {
				t.Errorf("%s: %v", c.body, p)
			}
			got = append(got, p.Message)
		}
		if joined := strings.Join(got, "|"); (joined == "") != (c.want == "") || !strings.Contains(joined, c.want) || len(got) > 1 {
			t.Errorf("%s\n got %q\nwant %q", c.body, joined, c.want)
		}
	}
}

// TestContentsExcused: a literal with a reason accepts a list that its first entry
// stands in, with a link in it or without.
func TestContentsExcused(t *testing.T) {
	const rest = "\n- Albania\n- Bulgaria\n- Croatia\n- Montenegro\n- Romania\n- Serbia\n- Slovenia\n- Hungary"
	for body, want := range map[string]diag.Severity{
		"- Greece" + rest: diag.Error,
		"- [Greece]{{ literal \"those of the first phase\" }}" + rest:              diag.Accepted,
		"- [[Greece]{{ literal \"those of the first phase\" }}](greece.md)" + rest: diag.Accepted,
	} {
		ps := run(t, tenChapters(body))
		if len(ps) != 1 || ps[0].Rule != "contents" || ps[0].Severity != want {
			t.Errorf("%s: %v", body, ps)
		}
	}
}

// TestPageNumbers has bodies with what is said of lists of contents.
func TestPageNumbers(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"## Contents\n\n1. One ……… 3\n2. Two ……… 5", "contents One ……… 3"},
		{"**Table of contents**\n\n- One 3\n- Two 3\n- Three 12", "contents One 3"},
		{"## Contents\n\nOne ..... 3\nTwo . . . . 5", "contents One ..... 3"},
		{"## Contents\n\n1. [One ……… 3]{{ literal \"as the law is printed\" }}\n2. Two ……… 5", "accepted contents One ……… 3"},
		{"## Contents\n\n- [One](/about/) 3\n- [Two](/about/) 5", ""},
		{"## Contents\n\n- Arrivals, of whom 30\n- Departures, of whom 12", ""},
		{"## Contents\n\n- One\n- Two", ""},
		{"## Contents of a parcel\n\n- Blankets: 3\n- Cups, 5", ""},
		{"## Contents\n\nIt goes on ... 3 times.", ""},
		{"## Contents", ""},
		{"The chapters are these: Routes 3, Returns 4.", ""},
	} {
		var got []string
		for said := range strings.SplitSeq(saidOf(t, c.body), "|") {
			if strings.Contains(said, "contents ") {
				got = append(got, said)
			}
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.body, joined, c.want)
		}
	}
}
