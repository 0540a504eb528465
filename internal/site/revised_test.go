package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/site"
)

// revisedSite is a site of two editions: the first published values before they
// were revised, the second after.
func revisedSite() map[string]string {
	files := base()
	files["data/observations/revised.yaml"] = `period: 2020-Q1
observations:
  - {indicator: arrivals, source: census, values: {serbia: 110, greece: 220}}
`
	const record = `  - {indicator: arrivals, area: serbia, period: 2020-Q1, value: VALUE, date: DATE}
`
	entry := func(value, date string) string {
		return strings.NewReplacer("VALUE", value, "DATE", date).Replace(record)
	}
	files["data/published/2020-q1.yaml"] = "edition: 2020-q1\ncells:\n" + entry("100", "2020-06-01") +
		"  - {indicator: arrivals, area: greece, period: 2020-Q1, value: 200, date: 2020-06-01}\n" +
		"  - {indicator: arrivals, area: greece, period: 2019-Q1, value: 5, date: 2020-06-01}\n"
	files["data/published/2020-q2.yaml"] = "edition: 2020-q2\ncells:\n" + entry("110", "2020-09-01")
	files["data/revisions.yaml"] = `- {indicator: arrivals, area: greece, period: 2020-01..2020-03, was: 200, now: 220, date: 2020-10-01, reason: Late.}
- {indicator: arrivals, area: greece, period: 2019-Q1, was: 5, now: none, date: 2020-10-01, reason: Withdrawn.}
- {indicator: arrivals, area: serbia, period: 2020-Q1, was: 100, now: 105, date: 2020-07-01, reason: First.}
- {indicator: arrivals, area: serbia, period: 2020-Q1, was: 105, now: 110, date: 2020-08-01, reason: Second.}
`
	for _, q := range []string{"1", "2"} {
		dir := "content/reports/2020-q" + q + "/"
		files[dir+"_index.md"] = "---\ntitle: Report\nperiod: 2020-Q" + q + "\nareas: [serbia]\n---\nWords.\n"
		files[dir+"serbia.md"] = "---\ntitle: Serbia\narea: serbia\n---\nThere were {{ arrivals 2020-Q1 }} people, and {{ arrivals greece 2020-Q1 }}.\n"
	}
	files["content/pages/about.md"] = "---\ntitle: About\n---\nThere were {{ arrivals serbia 2020-Q1 }}.\n"
	return files
}

// told writes what a page tells of revisions.
func told(all []site.Revised) string {
	var words []string
	for _, r := range all {
		w := r.Observation.Area.ID + " " + r.Revision.Reason
		if r.Gone {
			w += " (gone)"
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

// TestRevised: a page of an edition tells what came after it had published a value,
// others all that ever was.
func TestRevised(t *testing.T) {
	s, problems := assemble(t, revisedSite(), site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if d := cmp.Diff("greece Late. greece Withdrawn. (gone) serbia Second. serbia First.", told(s.Revisions())); d != "" {
		t.Error(d)
	}
	for route, want := range map[string]string{
		"/reports/2020-q1/serbia/": "greece Late. serbia Second. serbia First.",
		"/reports/2020-q2/serbia/": "", // what it shows of Greece, it has not recorded
		"/reports/2020-q1/":        "",
		"/about/":                  "serbia Second. serbia First.",
		"/data/arrivals/":          "greece Late. serbia Second. serbia First.",
		"/data/":                   "",
	} {
		p := page(t, s, route)
		if d := cmp.Diff(want, told(p.Revisions())); d != "" {
			t.Errorf("%s: %s", route, d)
		}
		for _, o := range p.Shown() {
			if marked := p.Revised(o); marked != strings.Contains(want, o.Area.ID+" ") {
				t.Errorf("%s: %s is marked: %t", route, o.Area.ID, marked)
			}
		}
		if p.Revised(nil) {
			t.Errorf("%s: nothing is marked as revised", route)
		}
	}
}

// TestUnrecorded lists what an edition shows and has not recorded.
func TestUnrecorded(t *testing.T) {
	s, _ := assemble(t, revisedSite(), site.Config{})
	for _, e := range s.Editions {
		var got []string
		for _, o := range e.Unrecorded() {
			got = append(got, o.Area.ID+" "+o.Period.String())
		}
		want := map[string][]string{"2020-q2": {"greece 2020-Q1"}}[e.ID]
		if strings.HasPrefix(e.ID, "2020") {
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", e.ID, d)
			}
		}
	}
}

// TestRecordOfNoEdition: a record wants its edition, which may be a draft.
func TestRecordOfNoEdition(t *testing.T) {
	files := revisedSite()
	delete(files, "data/revisions.yaml")
	files["content/reports/2020-q1/_index.md"] = strings.Replace(files["content/reports/2020-q1/_index.md"], "title:", "draft: true\ntitle:", 1)
	files["data/published/2020-Q2.yaml"] = "edition: 2020-Q2\ncells: []\n"
	files["data/published/2019-q4.yaml"] = "edition: 2019-q4\ncells: []\n"
	_, problems := assemble(t, files, site.Config{})
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.String()+" "+p.Message+" ["+p.Hint+"]")
	}
	if d := cmp.Diff([]string{
		"data/published/2019-q4.yaml:1:10 there is no edition 2019-q4 [remove the file if the edition was withdrawn as a whole; else bring content/reports/2019-q4/ back]",
		"data/published/2020-Q2.yaml:1:10 there is no edition 2020-Q2 [name the file as the edition's folder: data/published/2020-q2.yaml, with edition: 2020-q2]",
	}, got); d != "" {
		t.Error(d)
	}
}
