package render_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"bulletin/templates"
)

// TestCorrectionBanner: every page of a corrected edition says so, whether it shows the
// value or not, and leads to the list; no other page does.
func TestCorrectionBanner(t *testing.T) {
	_, files := load(t, "testdata/revised", templates.FS)
	for name, src := range files {
		if !strings.HasSuffix(name, ".html") || read(t, name, src).redirect {
			continue
		}
		page := string(src)
		of := strings.HasPrefix(name, "reports/2023-q1/")
		if banner := strings.Contains(page, `<aside class="correction`); banner != of {
			t.Errorf("%s has a banner: %v", name, banner)
		}
		if !of {
			continue
		}
		for _, want := range []string{
			`<time datetime="2026-12-01">1`, "A published value of this edition was revised: Montenegro, first quarter of 2023, New arrivals, from 868 to 871.",
			`revisions/#on-2026-12-01">What changed, and why</a>`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
}

// TestCorrectionOnPaper: the cover of the print edition says what was corrected, with a
// way to the list at its end, and so does the foot of each sheet; an edition without a
// correction says nothing.
func TestCorrectionOnPaper(t *testing.T) {
	const page, sheet = "reports/2023-q1/print/index.html", "reports/2023-q1/print/print.css"
	_, files := load(t, "testdata/revised", templates.FS)
	cover, _, _ := strings.Cut(string(files[page]), `class="print-imprint"`)
	_, said, _ := strings.Cut(cover, `class="print-corrected"`)
	for _, want := range []string{"Corrected on", `<time datetime="2026-12-01">`, "from 868 to 871.", `<a href="#revisions">Revised since publication</a>`} {
		if !strings.Contains(said, want) {
			t.Errorf("the cover lacks %q: %s", want, said)
		}
	}
	if !strings.Contains(string(files[sheet]), `· Corrected on 1\a0 December 2026`) {
		t.Errorf("the sheets say %s", files[sheet])
	}
	plain, _ := made(t, corrected(), nil)
	if strings.Contains(strings.ToLower(plain[page]), "corrected on") || strings.Contains(plain[sheet], "Corrected") || plain[page] == "" {
		t.Error("an edition without corrections has them on paper")
	}
}

// corrected is an edition of four areas, with a record and with revisions: a cell, what
// it was, what it is, and on which day that changed.
func corrected(revisions ...string) map[string]string {
	more := maps.Clone(editionWith("title: A report\npublished: 2023-05-01"))
	var areas, values, record strings.Builder
	now := map[string]string{}
	var list strings.Builder
	for _, r := range revisions {
		f := strings.Fields(r)
		now[f[0]] = f[2]
		fmt.Fprintf(&list, "- {indicator: arrivals, area: %s, period: 2023-Q1, was: %s, now: %s, date: %s, reason: It was wrong.}\n", f[0], f[1], f[2], f[3])
	}
	for i, id := range []string{"serbia", "one", "two", "three"} {
		fmt.Fprintf(&areas, "  - {id: %s, name: %s}\n", id, strings.ToUpper(id))
		value := fmt.Sprint(1000 + i)
		fmt.Fprintf(&record, "  - {indicator: arrivals, area: %s, period: 2023-Q1, value: %s, date: 2023-05-01}\n", id, value)
		if v, ok := now[id]; ok {
			value = v
		}
		fmt.Fprintf(&values, "%s: %s, ", id, value)
	}
	more["data/areas.yaml"] = "areas:\n" + areas.String()
	more["data/observations/a.yaml"] = "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, source: office, values: {" + strings.TrimSuffix(values.String(), ", ") + "}}\n"
	more["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n" + record.String()
	more["data/revisions.yaml"] = list.String()
	more[chapterFile] = "---\ntitle: Serbia\narea: serbia\n---\nWords.\n"
	return more
}

const chapterFile = "content/reports/2023-q1/serbia.md"

// TestCorrectionsInWords: how the banner tells of one and of many.
func TestCorrectionsInWords(t *testing.T) {
	for _, c := range []struct {
		name      string
		revisions []string
		want      string
	}{
		{"none", nil, ""},
		{"one", []string{"one 1001 2001 2023-06-01"}, "A published value of this edition was revised: ONE, first quarter of 2023, New arrivals, from 1,001 to 2,001."},
		{"in two steps", []string{"one 1001 2001 2023-06-01", "one 2001 3001 2023-07-01"}, "A published value of this edition was revised: ONE, first quarter of 2023, New arrivals, from 1,001 to 3,001."},
		{"there and back", []string{"one 1001 2001 2023-06-01", "one 2001 1001 2023-07-01"}, "A published value of this edition was revised: ONE, first quarter of 2023, New arrivals, back at 1,001."},
		{"three", []string{"one 1001 2001 2023-06-01", "two 1002 2002 2023-07-01", "three 1003 2003 2023-06-15"},
			"3 published values of this edition were revised: TWO, first quarter of 2023, New arrivals, from 1,002 to 2,002; THREE, first quarter of 2023, New arrivals, from 1,003 to 2,003; and 1 more."},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, problems := made(t, corrected(c.revisions...), nil)
			for _, p := range problems {
				t.Log(p)
			}
			page := files[serbiaPage]
			if c.want == "" {
				if strings.Contains(page, "correction") {
					t.Error("there is a banner")
				}
				return
			}
			if !strings.Contains(page, c.want) {
				_, banner, _ := strings.Cut(page, `<aside class="correction`)
				t.Errorf("got %s", banner[:min(len(banner), 600)])
			}
		})
	}
}
