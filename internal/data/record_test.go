package data_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// published is a site with observations, a record and revisions of it.
func published(record, revisions string) fstest.MapFS {
	files := map[string]string{
		"observations/a": `period: 2023-Q1
observations:
- {indicator: arrivals, source: unhcr, values: {serbia: 871, kosovo: 237}}
- {indicator: asylum, area: romania, source: igi, value: 2528, by: {age: {children: {share: 28, by: {sex: {girls: 12}}}}}}
- {indicator: presence, area: serbia, source: igi, value: 5}
- {indicator: arrivals, area: romania, status: O}
`,
		"indicators": `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow}
- {id: asylum, name: Asylum, unit: {one: person, other: people}, measure: flow}
- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock}
`,
		"published/2023-q1": record,
	}
	if revisions != "" {
		files["revisions"] = revisions
	}
	return base(files)
}

const soundRecord = `# What the edition has published.
edition: 2023-q1
cells:
  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 868, date: 2023-06-01}

  # Counted again in 2024.
  - {indicator: arrivals, area: romania, period: 2023-Q1, value: none, date: 2023-06-01}
  - {indicator: asylum, area: romania, period: 2023-Q1, part: [age=children], value: 28%, date: 2023-06-02}
  - {indicator: asylum, area: romania, period: 2023-Q1, part: [sex=girls, age=children], value: 12, date: 2023-06-01}
  - {indicator: presence, area: serbia, period: 2023-03, value: 5.0, date: 2023-06-01}
`

// entries writes the entries of a record in short.
func entries(s *data.Set) []string {
	var all []string
	for _, r := range s.Records() {
		for _, e := range r.Entries {
			o, ok := s.Lookup(e.Cell)
			where := "not observed"
			if ok {
				where = show(o)
			}
			all = append(all, strings.Join([]string{r.Edition, e.Cell.Indicator, e.Cell.Area, e.Cell.Period.String(), e.Cell.Categories, e.Value.String(), e.Date.String(), e.Pos.String(), e.Start.String()}, " ")+" | "+where)
		}
	}
	return all
}

// TestRecord: a record is read, in the form that bulletin publish writes and in any other.
func TestRecord(t *testing.T) {
	want := []string{
		"2023-q1 arrivals serbia 2023-Q1  868 2023-06-01 data/published/2023-q1.yaml:4:65 data/published/2023-q1.yaml:4:5 | arrivals serbia 2023-Q1: 871 A unhcr",
		"2023-q1 arrivals romania 2023-Q1  none 2023-06-01 data/published/2023-q1.yaml:7:66 data/published/2023-q1.yaml:7:5 | arrivals romania 2023-Q1:  O",
		"2023-q1 asylum romania 2023-Q1 age=children 28% 2023-06-02 data/published/2023-q1.yaml:8:86 data/published/2023-q1.yaml:8:5 | asylum romania 2023-Q1 age=children: 28% A igi",
		"2023-q1 asylum romania 2023-Q1 age=children sex=girls 12 2023-06-01 data/published/2023-q1.yaml:9:97 data/published/2023-q1.yaml:9:5 | asylum romania 2023-Q1 age=children sex=girls: 12 A igi",
		"2023-q1 presence serbia 2023-03  5.0 2023-06-01 data/published/2023-q1.yaml:10:65 data/published/2023-q1.yaml:10:5 | presence serbia 2023-Q1: 5 A igi",
	}
	for _, record := range []string{soundRecord, soundRecord + "# Ü\n", strings.ReplaceAll(soundRecord, "\n", "\r\n"), strings.TrimSuffix(soundRecord, "\n")} {
		fsys := published(record, "")
		set, ps := data.Load(fsys)
		if len(ps) > 0 {
			t.Fatal(list(fsys, ps))
		}
		if d := cmp.Diff(want, entries(set)); d != "" {
			t.Errorf("%q\n%s", record[len(record)-5:], d)
		}
		r, _ := set.Record("2023-q1")
		if got := r.Pos.String(); got != "data/published/2023-q1.yaml:2:10" {
			t.Error(got)
		}
		for _, o := range set.Observations() {
			e, ok := r.Entry(set, o.Cell())
			if shown := o.Area.ID == "serbia" || o.Area.ID == "romania"; ok != (shown && (o.Indicator.ID != "asylum" || len(o.Path) > 0)) {
				t.Errorf("%s: %v %v", show(o), e, ok)
			}
		}
	}
}

// TestPublishedByTwo: the earliest entry of a cell leads, whichever file it is in.
func TestPublishedByTwo(t *testing.T) {
	fsys := published("edition: 2023-q1\ncells:\n  - {indicator: presence, area: serbia, period: 2023-03, value: 5, date: 2023-07-01}\n", "")
	fsys["data/published/2023-q2.yaml"] = &fstest.MapFile{Data: []byte("edition: 2023-q2\ncells:\n  - {indicator: presence, area: serbia, period: 2023-03-31, value: 4, date: 2023-06-01}\n")}
	set, ps := data.Load(fsys)
	if len(ps) > 0 {
		t.Fatal(list(fsys, ps))
	}
	first := set.PublishedCells()
	if len(first) != 1 || first[0].Value.String() != "4" || len(set.Published(first[0].Cell)) != 2 {
		t.Errorf("got %v", first)
	}
}

// TestRecordMistakes: what can be wrong in a record. The entry stands on line 3.
func TestRecordMistakes(t *testing.T) {
	const place = "published/2023-q1.yaml:3 "
	const rest = ", period: 2023-Q1, value: 5, date: 2023-06-01"
	for _, c := range []struct {
		name, entry string
		want        []string
	}{
		{"sound", "indicator: arrivals, area: serbia" + rest, nil},
		{"unknown key", "indicator: arrivals, area: serbia, status: E" + rest, []string{`«status» a cell of a record has no "status" [known here: indicator, area, period, part, value, date]`}},
		{"no value", "indicator: arrivals, area: serbia, period: 2023-Q1, date: 2023-06-01", []string{`«{» a cell of a record needs "value" [add value]`}},
		{"unknown indicator", "indicator: arivals, area: serbia" + rest, []string{`«arivals» there is no indicator "arivals" [did you mean "arrivals"?]`}},
		{"renamed area", "indicator: arrivals, area: macedonia" + rest,
			[]string{`«macedonia» there is no area "macedonia" [where it was renamed, write its new id here too; where it is gone, keep it in data/areas.yaml, and withdraw its values: a revision, now: none]`}},
		{"renamed indicator", "indicator: landings, area: serbia" + rest,
			[]string{`«landings» there is no indicator "landings" [where it was renamed, write its new id here too; where it is gone, keep it in data/indicators.yaml, and withdraw its values: a revision, now: none]`}},
		{"unknown dimension", "indicator: arrivals, area: serbia, part: [aeg=children]" + rest, []string{`«aeg=children» there is no dimension "aeg" [did you mean "age"?]`}},
		{"unknown category", "indicator: arrivals, area: serbia, part: [age=childern]" + rest, []string{`«age=childern» there is no category of age "childern" [did you mean "children"?]`}},
		{"category alone", "indicator: arrivals, area: serbia, part: children" + rest, []string{`«children» "children" is no category with its dimension [write dimension=category: part: [age=children]]`}},
		{"dimension twice", "indicator: arrivals, area: serbia, part: [age=children, age=adults]" + rest, []string{`«age=adults» age stands twice in one part [a cell has one category of a dimension]`}},
		{"empty category", "indicator: arrivals, area: serbia, part: [age=children, ]" + rest, nil},
		{"part that is a mapping", "indicator: arrivals, area: serbia, part: {age: children}" + rest, []string{`«{» "part" must be a list, but this is a mapping [begin each item with - or put them in [ ]]`}},
		{"bad period", "indicator: arrivals, area: serbia, period: 2023-Q5, value: 5, date: 2023-06-01", []string{`«2023-Q5» "2023-Q5" is no period: a quarter is Q1, Q2, Q3 or Q4 []`}},
		{"bad value", "indicator: arrivals, area: serbia, period: 2023-Q1, value: about 5, date: 2023-06-01", []string{`«about 5» "about 5" is no value [write digits, with a point before decimals; 28% where only the share is known; none where there is no value]`}},
		{"quoted value", `indicator: arrivals, area: serbia, period: 2023-Q1, value: "5", date: 2023-06-01`, []string{`«"5"» a value must not be quoted: "5" [remove the quotes]`}},
		{"thousands", "indicator: arrivals, area: serbia, period: 2023-Q1, value: 1,083, date: 2023-06-01", []string{`«1,083» a number has no thousands separator: 1,083 [write 1083]`}},
		{"share above 100", "indicator: arrivals, area: serbia, period: 2023-Q1, value: 101%, date: 2023-06-01", []string{`«101%» a share lies between 0 and 100 per cent, not at 101 []`}},
		{"bad date", "indicator: arrivals, area: serbia, period: 2023-Q1, value: 5, date: 2023-02-30", []string{`«2023-02-30» "2023-02-30" is no date [write the day: date: 2023-06-01]`}},
		{"month for a date", "indicator: arrivals, area: serbia, period: 2023-Q1, value: 5, date: 2023-06", []string{`«2023-06» "2023-06" is no date [write the day: date: 2023-06-01]`}},
	} {
		want := []string{}
		for _, w := range c.want {
			want = append(want, place+w)
		}
		fsys := published("edition: 2023-q1\ncells:\n  - {"+c.entry+"}\n", "")
		_, ps := data.Load(fsys)
		if d := cmp.Diff(want, append([]string{}, list(fsys, ps)...)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestRecordFiles: what can be wrong in and around a whole record.
func TestRecordFiles(t *testing.T) {
	const entry = "  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 5, date: 2023-06-01}\n"
	for _, c := range []struct {
		name, file, record string
		want               []string
	}{
		{"twice", "2023-q1.yaml", "edition: 2023-q1\ncells:\n" + entry + "  - {indicator: arrivals, area: serbia, period: 2023-01..2023-03, value: 6, date: 2023-06-02}\n",
			[]string{`published/2023-q1.yaml:4 «6» this cell stands twice in the record: first on line 3 [keep the first: a record says what was published first]`}},
		{"unknown area in many entries", "2023-q1.yaml", "edition: 2023-q1\ncells:\n" + strings.ReplaceAll(entry, "serbia", "atlantis") + strings.ReplaceAll(entry, "serbia", "atlantis"),
			[]string{`published/2023-q1.yaml:3 «atlantis» there is no area "atlantis" [where it was renamed, write its new id here too; where it is gone, keep it in data/areas.yaml, and withdraw its values: a revision, now: none]`}},
		{"edition in capitals", "2023-q1.yaml", "edition: 2023-Q1\ncells:\n" + entry, []string{`published/2023-q1.yaml:1 «2023-Q1» the file is named after the edition 2023-q1, not 2023-Q1 [write it as the edition's folder: edition: 2023-q1]`}},
		{"another edition", "2023-q2.yaml", "edition: 2023-q1\ncells:\n" + entry, []string{`published/2023-q2.yaml:1 «2023-q1» the file is named after the edition 2023-q2, not 2023-q1 [rename the file to data/published/2023-q1.yaml, or write edition: 2023-q2]`}},
		{"no edition", "2023-q1.yaml", "cells:\n" + entry, []string{`published/2023-q1.yaml:1 «c» a record needs "edition" [add edition]`}},
		{"no cells", "2023-q1.yaml", "edition: 2023-q1\n", []string{`published/2023-q1.yaml:1 «e» a record needs "cells" [add cells]`}},
		{"unknown key", "2023-q1.yaml", "edition: 2023-q1\ndate: 2023-06-01\ncells:\n" + entry, []string{`published/2023-q1.yaml:2 «date» a record has no "date" [known here: edition, cells]`}},
		{"a list", "2023-q1.yaml", entry, []string{`published/2023-q1.yaml:1 «-» a record must be a mapping, but this is a list [write it as keys and values]`}},
		{"an entry that is none", "2023-q1.yaml", "edition: 2023-q1\ncells: [serbia]\n", []string{`published/2023-q1.yaml:2 «serbia» a cell of a record must be a mapping, but this is a single value [write it as keys and values]`}},
		{"nothing yet", "2023-q1.yaml", "edition: 2023-q1\ncells: []\n", nil},
		{"empty", "2023-q1.yaml", "", []string{`published/2023-q1.yaml warning: the file is empty [fill it or remove it]`}},
		{"yml", "2023-q1.yml", "", []string{`published/2023-q1.yml nothing reads this file [rename it to 2023-q1.yaml]`}},
		{"another file", "notes.txt", "", []string{`published/notes.txt warning: nothing reads this file [bulletin publish writes what stands here; keep other files elsewhere]`}},
		{"hidden", ".2023-q1.yaml.tmp", "x", nil},
		{"folder", "old/2023-q1.yaml", "x", []string{`published/old warning: nothing reads this folder [the record of an edition is a file: data/published/2023-q1.yaml]`}},
	} {
		fsys := published("", "")
		fsys["data/published/"+c.file] = &fstest.MapFile{Data: []byte(c.record)}
		_, ps := data.Load(fsys)
		if d := cmp.Diff(c.want, list(fsys, ps)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}
