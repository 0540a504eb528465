package data

import (
	"slices"
	"testing"
	"testing/fstest"

	"bulletin/internal/wire"
)

// keptSite is a site whose files use all that a file can hold.
func keptSite() fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"site":       "title: T\n",
		"areas":      "areas: [{id: serbia, name: Serbia}, {id: kosovo, name: Kosovo}]\n",
		"indicators": "- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, add: all}\n- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock}\n",
		"dimensions": "age: {name: Age, categories: {children: Children, adults: Adults}}\nsex: {name: Sex, categories: {girls: Girls, boys: Boys}}\n",
		"sources":    "unhcr: {publisher: UNHCR, title: Snapshot}\nigi: {publisher: IGI, title: Statistics}\n",
		"observations/a": `period: 2023-Q1
observations:
# TODO: ask again
- {indicator: arrivals, source: unhcr, note: counted, accept: {jump: known}, values: {serbia: 868, kosovo: {value: 237, status: E, accept: {small-count: known}}}}
- {indicator: presence, area: kosovo, source: unhcr, value: 90, by: {age: {children: {value: 30, by: {sex: {girls: 9}}}, adults: {status: Q}}, sex: {girls: {share: 40.5}}}}
- {indicator: presence, area: serbia, period: 2023-01..2023-02, status: X}
- {indicator: arrivals, area: serbia, period: 2022, source: unhcr, value: 5}
- {indicator: arrivals, area: serbia, period: 2022-01, source: igi, value: 9}
`,
		"published/2023-q1": `edition: 2023-q1
cells:
  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 868, date: 2023-06-01}
  - {indicator: presence, area: kosovo, period: 2023-Q1, part: [sex=girls], value: 40.5%, date: 2023-06-01}
  - {indicator: presence, area: serbia, period: 2023-02, value: none, date: 2023-06-02}
`,
	} {
		fsys["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// FuzzKept: no bytes in place of a kept file make a panic, an entry that is none of
// the registers, or more observations than they have bytes; and what they are read
// as is written and read again as the same.
func FuzzKept(f *testing.F) {
	const file, edition = "data/observations/a.yaml", "data/published/2023-q1.yaml"
	fsys := keptSite()
	s, _ := Load(fsys)
	kept := s.readFile(file, fsys[file].Data).keep(file).Data()
	if len(s.Excesses()) != 1 {
		f.Fatal(s.Excesses())
	}
	record, ps := s.ReadRecord(edition, fsys[edition].Data)
	f.Add(kept)
	f.Add(s.keepRecord(record, ps).Data())
	f.Add(s.judgement(ps).Data())
	for i := range kept {
		altered := slices.Clone(kept)
		altered[i] ^= 0x15
		f.Add(altered)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if got := s.recalled(file, wire.NewReader(src)); got != nil {
			if len(got.observations) > len(src) {
				t.Fatalf("%d observations of %d bytes", len(got.observations), len(src))
			}
			for _, o := range got.observations {
				if own, ok := s.Indicator(o.Indicator.ID); !ok || own != o.Indicator || o.Area == nil || o.Period.IsZero() || !o.Status.Valid() {
					t.Fatalf("%+v", o)
				}
			}
			again := got.keep(file)
			if again == nil || s.recalled(file, wire.NewReader(again.Data())) == nil {
				t.Fatalf("%x cannot be kept again", src)
			}
		}
		if ps, all, ok := s.judged(wire.NewReader(src)); ok {
			s.excesses = all
			if again := s.judgement(ps); len(all) > len(src) || again == nil {
				t.Fatalf("%x: %d excesses", src, len(all))
			}
		}
		if r, ps := s.recalledRecord(edition, wire.NewReader(src)); r != nil {
			if again := s.keepRecord(r, ps); again == nil || len(r.Entries) > len(src) {
				t.Fatalf("%x: %d entries", src, len(r.Entries))
			}
		}
	})
}
