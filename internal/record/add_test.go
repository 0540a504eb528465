package record_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/record"
	"bulletin/internal/site"
)

const name = "data/published/2023-q1.yaml"

// files is a site with an edition that shows five cells.
func files() map[string]string {
	return map[string]string{
		"data/site.yaml":       "title: T\n",
		"data/areas.yaml":      "areas:\n  - {id: serbia, name: Serbia}\n  - {id: albania, name: Albania}\n",
		"data/indicators.yaml": "- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, definition: D.}\n- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock, definition: P.}\n",
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children}}\nsex: {name: Sex, categories: {girls: Girls}}\n",
		"data/sources.yaml":    "office: {publisher: Office, title: Count}\n",
		"data/observations/a.yaml": `period: 2023-Q1
observations:
  - {indicator: arrivals, area: serbia, source: office, value: 300, by: {sex: {girls: {share: 28.5}}, age: {children: {value: 90, by: {sex: {girls: 40}}}}}}
  - {indicator: arrivals, area: albania, status: O, note: None was given.}
  - {indicator: presence, area: serbia, source: office, period: 2023-01..2023-03, value: 7}
  - {indicator: presence, area: albania, source: office, value: 8}
`,
		"content/reports/2023-q1/_index.md": "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\n---\nWords.\n",
		"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n---\nThere were {{ arrivals }}, {{ presence }}, {{ arrivals sex=girls }} and {{ arrivals age=children sex=girls }}.\n\n```table\nindicator: arrivals\nareas: [serbia, albania]\n```\n",
	}
}

func assemble(t testing.TB, files map[string]string) (*site.Site, *data.Set) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(fsys)
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "content/") {
			d, found := content.Parse(name, []byte(files[name]))
			problems = append(problems, found...)
			documents = append(documents, d)
		}
	}
	s, found := site.Assemble(site.Config{}, set, documents)
	if problems = append(problems, found...); problems.Errors() > 0 {
		t.Fatal(problems)
	}
	return s, set
}

// add records the edition of a site whose record is existing.
func add(t testing.TB, change map[string]string, existing, date string) (record.Added, diag.Problems) {
	t.Helper()
	all := files()
	maps.Copy(all, change)
	var src []byte
	if existing != "" {
		all[name] = existing
		src = []byte(existing)
	}
	s, set := assemble(t, all)
	day, err := period.Parse(date)
	if err != nil {
		t.Fatal(err)
	}
	added, ps := record.Add(s.Editions[0], set, src, day.First())
	if len(ps) == 0 {
		if err := record.Check(set, "2023-q1", added); err != nil {
			t.Errorf("%v:\n%s", err, added.Text)
		}
	}
	return added, ps
}

const (
	head = `# What the edition 2023-q1 has published. bulletin publish adds to it; nothing in it is
# ever changed. A value that changes later has its reason in data/revisions.yaml.
`
	serbia   = "  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 300, date: 2023-06-01}\n"
	girls    = "  - {indicator: arrivals, area: serbia, period: 2023-Q1, part: [sex=girls], value: 28.5%, date: 2023-06-01}\n"
	young    = "  - {indicator: arrivals, area: serbia, period: 2023-Q1, part: [age=children, sex=girls], value: 40, date: 2023-06-01}\n"
	albania  = "  - {indicator: arrivals, area: albania, period: 2023-Q1, value: none, date: 2023-06-01}\n"
	presence = "  - {indicator: presence, area: serbia, period: 2023-01..2023-03, value: 7, date: 2023-06-01}\n"
	whole    = "edition: 2023-q1\ncells:\n" + serbia + girls + young + albania + presence
)

// TestFirst records an edition for the first time, and then again.
func TestFirst(t *testing.T) {
	added, ps := add(t, nil, "", "2023-06-01")
	if d := cmp.Diff(head+whole, string(added.Text)); d != "" || len(ps) > 0 || added.Entries != 5 || added.Before != 0 {
		t.Errorf("%d entries, %v\n%s", added.Entries, ps, d)
	}
	again, ps := add(t, nil, string(added.Text), "2024-01-01")
	if d := cmp.Diff(string(added.Text), string(again.Text)); d != "" || len(ps) > 0 || again.Entries != 0 || again.Before != 5 {
		t.Errorf("%d entries, %v\n%s", again.Entries, ps, d)
	}
}

// TestAdd: new entries find their place among the old, which stay as they are.
func TestAdd(t *testing.T) {
	on := func(entry string) string { return strings.Replace(entry, "2023-06-01", "2023-07-01", 1) }
	const start = "edition: 2023-q1\ncells:\n"
	for _, c := range []struct{ name, existing, want string }{
		{"one missing at the end", start + serbia + girls + young + albania, start + serbia + girls + young + albania + on(presence)},
		{"one missing at the beginning", start + girls + young + albania + presence, start + on(serbia) + girls + young + albania + presence},
		{"several missing", start + girls + presence, start + on(serbia) + girls + on(young) + on(albania) + presence},
		{"in another order", start + presence + serbia, start + on(girls) + on(young) + on(albania) + presence + serbia},
		{"no line end", strings.TrimSuffix(start+serbia+girls+young+albania, "\n"), start + serbia + girls + young + albania + on(presence)},
		{"remarks", "# Ours.\n" + start + "\n  # Counted.\n" + girls + "  # Why?\n\n" + albania + presence + "\n# The end.\n",
			"# Ours.\n" + start + on(serbia) + "\n  # Counted.\n" + girls + on(young) + "  # Why?\n\n" + albania + presence + "\n# The end.\n"},
		{"remark behind an entry", start + strings.TrimSuffix(serbia, "\n") + " # twice asked\n" + girls + albania + presence,
			start + strings.TrimSuffix(serbia, "\n") + " # twice asked\n" + girls + on(young) + albania + presence},
		{"keys on lines", start + "- indicator: arrivals\n  area: serbia\n  period: 2023-Q1\n  value: 300\n  date: 2023-06-01\n- {date: 2023-06-02, value: none, period: 2023-01..2023-03, area: albania, indicator: arrivals}\n",
			start + "- indicator: arrivals\n  area: serbia\n  period: 2023-Q1\n  value: 300\n  date: 2023-06-01\n" + on(girls)[2:] + on(young)[2:] + "- {date: 2023-06-02, value: none, period: 2023-01..2023-03, area: albania, indicator: arrivals}\n" + on(presence)[2:]},
		{"another name for a stock's day", start + serbia + girls + young + albania + strings.Replace(presence, "2023-01..2023-03", "2023-Q1", 1),
			start + serbia + girls + young + albania + strings.Replace(presence, "2023-01..2023-03", "2023-Q1", 1)},
		{"what the edition does not show any more", start + serbia + girls + "  - {indicator: presence, area: albania, period: 2023-Q1, value: 8, date: 2023-06-01}\n" + albania + presence,
			start + serbia + girls + on(young) + "  - {indicator: presence, area: albania, period: 2023-Q1, value: 8, date: 2023-06-01}\n" + albania + presence},
		{"what is observed nowhere any more", start + serbia + "  - {indicator: presence, area: albania, period: 2020, value: none, date: 2023-06-01}\n" + presence,
			start + serbia + "  - {indicator: presence, area: albania, period: 2020, value: none, date: 2023-06-01}\n" + on(girls) + on(young) + on(albania) + presence},
		{"no cells", "edition: 2023-q1\ncells: [] # none yet\n", "edition: 2023-q1\ncells: # none yet\n" + on(serbia) + on(girls) + on(young) + on(albania) + on(presence)},
		{"the edition behind its cells", "cells:\n" + serbia + "\nedition: 2023-q1\n", "cells:\n" + serbia + on(girls) + on(young) + on(albania) + on(presence) + "\nedition: 2023-q1\n"},
		{"no indentation, and the edition behind", "cells:\n" + serbia[2:] + "# The edition.\nedition: 2023-q1\n", "cells:\n" + serbia[2:] + on(girls)[2:] + on(young)[2:] + on(albania)[2:] + on(presence)[2:] + "# The edition.\nedition: 2023-q1\n"},
		{"an end of the document", start + serbia + "...\n# Ours.\n", start + serbia + on(girls) + on(young) + on(albania) + on(presence) + "...\n# Ours.\n"},
		{"an entry on several lines at the end", start + "  - indicator: arrivals\n    area: serbia\n    period: 2023-Q1\n\n    value: 300\n    date: 2023-06-01\n\n",
			start + "  - indicator: arrivals\n    area: serbia\n    period: 2023-Q1\n\n    value: 300\n    date: 2023-06-01\n" + on(girls) + on(young) + on(albania) + on(presence) + "\n"},
		{"nothing but a remark without a line end", "# Ours.", "# Ours.\n" + head + start + on(serbia) + on(girls) + on(young) + on(albania) + on(presence)},
		{"nothing but a remark", "# Ours.\n", "# Ours.\n" + head + start + on(serbia) + on(girls) + on(young) + on(albania) + on(presence)},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			if eol == "\r\n" && strings.HasPrefix(c.name, "nothing but a remark") {
				continue // what is begun anew has our own line ends
			}
			added, ps := add(t, nil, strings.ReplaceAll(c.existing, "\n", eol), "2023-07-01")
			want := strings.ReplaceAll(c.want, "\n", eol)
			if d := cmp.Diff(want, string(added.Text)); d != "" || len(ps) > 0 {
				t.Errorf("%s: %v\n%s", c.name, ps, d)
			}
		}
	}
}

// TestCannotAdd: records that would have to be changed, and days that cannot be.
func TestCannotAdd(t *testing.T) {
	revised := map[string]string{"data/revisions.yaml": "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 250, now: 300, date: 2023-07-01, reason: Counted again.}\n"}
	other := map[string]string{"data/revisions.yaml": "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 250, now: 310, date: 2023-05-01, reason: Counted again.}\n"}
	for _, c := range []struct {
		name           string
		change         map[string]string
		existing, want string
	}{
		{"on one line", nil, "edition: 2023-q1\ncells: [{indicator: arrivals, area: serbia, period: 2023-Q1, value: 300, date: 2023-06-01}]\n",
			name + ":2:9: the entries of this record do not each begin a line of their own, so none can be added between them [write each entry as a line:   - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 300, date: 2023-06-01}]"},
		{"no line for cells", nil, "{edition: 2023-q1, cells: []}\n", name + ": nothing can be added to this record [write cells: on a line of its own]"},
		{"before a revision", revised, "", "data/revisions.yaml:1:82: arrivals, Serbia, 2023-Q1 was revised on 2023-07-01, so what it is now was not published on 2023-06-01 [publish with --date 2023-07-01 or later, or correct the date of the revision]"},
		{"after a revision to something else", other, "", "data/revisions.yaml:1:61: arrivals, Serbia, 2023-Q1 was revised on 2023-05-01 to 310, and is 300 now [correct the revision, or the value]"},
	} {
		added, ps := add(t, c.change, c.existing, "2023-06-01")
		var got []string
		for _, p := range ps {
			got = append(got, fmt.Sprintf("%s: %s [%s]", p.Pos, p.Message, p.Hint))
		}
		if d := cmp.Diff(c.want, strings.Join(got, "\n")); d != "" || added.Text != nil {
			t.Errorf("%s: %s\n%s", c.name, d, added.Text)
		}
	}
	if _, ps := add(t, revised, "", "2023-07-01"); len(ps) > 0 {
		t.Errorf("on the day of a revision: %v", ps)
	}
}

// TestCheck: a text that lost something is not written.
func TestCheck(t *testing.T) {
	all := files()
	all[name] = whole
	_, set := assemble(t, all)
	for _, c := range []struct {
		text    string
		entries int
		want    string
	}{
		{whole, 0, ""},
		{strings.Replace(whole, girls, "", 1), 0, "the record would have 4 entries, not 5"},
		{strings.Replace(whole, "28.5%", "28%", 1), 0, "the record would lose indicator: arrivals, area: serbia, period: 2023-Q1, part: [sex=girls]"},
		{strings.Replace(whole, "28.5%", "about", 1), 0, "the record would be wrong: " + name + `:4:84: "about" is no value`},
	} {
		err := record.Check(set, "2023-q1", record.Added{Text: []byte(c.text), Before: 5})
		if got := fmt.Sprint(err); got != c.want && !(err == nil && c.want == "") {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestInAnySteps: whichever entries there are already, the record ends in the order
// of the set.
func TestInAnySteps(t *testing.T) {
	all := []string{serbia, girls, young, albania, presence}
	for chosen := 1; chosen < 1<<len(all); chosen++ {
		existing, want := "edition: 2023-q1\ncells:\n", "edition: 2023-q1\ncells:\n"
		for i, entry := range all {
			if chosen&(1<<i) != 0 {
				existing += "  # " + entry[len("  - {"):len("  - {indicator: arrivals")] + "\n" + entry
				want += "  # " + entry[len("  - {"):len("  - {indicator: arrivals")] + "\n" + entry
			} else {
				want += strings.Replace(entry, "2023-06-01", "2023-07-01", 1)
			}
		}
		added, ps := add(t, nil, existing, "2023-07-01")
		if d := cmp.Diff(want, string(added.Text)); d != "" || len(ps) > 0 {
			t.Fatalf("%b: %v\n%s", chosen, ps, d)
		}
	}
}
