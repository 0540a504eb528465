package data_test

import (
	"bytes"
	"encoding/hex"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// rich is a site that has something of everything.
func rich() fstest.MapFS {
	return base(map[string]string{
		"site": "title: T\nlanguage: en\npublisher: {name: P, social: [{name: M, url: \"https://s.example.org\"}]}\nrules: {jump: {severity: warning, reason: known}}\n",
		"sources": `unhcr: {publisher: UNHCR, title: Snapshot, issued: 2023-04, URL: "https://example.org/a", accessed: 2023-06-01, covers: [2022-Q1, 2023-Q1], note: N}
igi: {publisher: IGI, title: Statistics, accept: {address: none}}
iom: {publisher: IOM, title: Flows, URL: "https://example.org/a"}
`,
		"observations/a": `period: 2023-Q1
observations:
- {indicator: arrivals, source: unhcr, note: counted, values: {serbia: 868, kosovo: {value: 237, status: E, accept: {small-count: known}}}}
- indicator: presence
  area: romania
  source: igi
  value: 90
  by:
    age: {children: 30, adults: {value: 50, note: most, by: {sex: {girls: 20}}}}
    sex: {girls: {share: 40}}
- {indicator: arrivals, area: serbia, period: 2023-01, source: iom, value: 900}
- {indicator: arrivals, area: romania, status: O}
- {indicator: arrivals-change, area: serbia, source: unhcr, value: -7}
`,
		"observations/b": `observations:
- {indicator: arrivals, area: serbia, period: 2022-Q1, source: unhcr, value: 700, by: {age: {children: 20}}}
- {indicator: arrivals, area: serbia, period: 2022-Q2, source: unhcr, value: 710, status: B, note: new method, by: {age: {children: 21}}}
- {indicator: arrivals, area: serbia, period: 2022-Q3, source: unhcr, value: 720, by: {age: {children: 21}, nationality: {syria: 3}}}
- {indicator: presence, area: romania, period: 2022-12, source: igi, value: 80, status: B}
- {indicator: presence-share, area: serbia, period: 2022, source: igi, value: 10.5}
`,
		"published/2022-q4": "edition: 2022-q4\ncells:\n  - {indicator: arrivals, area: serbia, period: 2022-Q3, value: 719, date: 2023-01-01}\n",
		"published/2023-q1": "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2022-Q3, value: 720, date: 2023-06-01}\n  - {indicator: presence, area: romania, period: 2023-Q1, part: [sex=girls], value: 40%, date: 2023-06-01}\n",
		"revisions":         "- {indicator: arrivals, area: serbia, period: 2022-Q3, was: 719, now: 720, date: 2023-03-01, reason: Counted again.}\n",
	})
}

// questions are all that a set can answer, some that it cannot, and one of each
// kind that names nothing.
func questions(s *data.Set) map[data.Dep]bool {
	all := map[data.Dep]bool{}
	for kind := data.OnObservations; kind <= data.OnFiles; kind++ {
		if kind != data.OnSource && kind != data.OnPublisher && kind != data.OnRecord && kind != data.OnPublished {
			all[data.Dep{Kind: kind}] = true
		}
	}
	for _, o := range s.Observations() {
		c := o.Cell()
		earlier := c
		earlier.Period = c.Period.Previous()
		for _, kind := range []data.DepKind{data.OnCell, data.OnParts, data.OnBreaks, data.OnPublished} {
			all[data.Dep{Kind: kind, Cell: c}] = true
			all[data.Dep{Kind: kind, Cell: earlier}] = true
		}
		all[data.Dep{Kind: data.OnHistory, Cell: data.Cell{Indicator: c.Indicator, Area: c.Area, Categories: c.Categories}}] = true
		all[data.Dep{Kind: data.OnSeries, Cell: data.Cell{Indicator: c.Indicator, Area: c.Area}}] = true
		all[data.Dep{Kind: data.OnIndicator, Cell: data.Cell{Indicator: c.Indicator}}] = true
	}
	for _, source := range s.Sources() {
		all[data.Dep{Kind: data.OnSource, Name: source.Key}] = true
		all[data.Dep{Kind: data.OnPublisher, Name: source.Publisher}] = true
	}
	for _, r := range s.Records() {
		all[data.Dep{Kind: data.OnRecord, Name: r.Edition}] = true
	}
	return all
}

// edited is the site with one to three small changes in its files: most of them
// mistakes, which tell as much as sound ones.
func edited(r *rand.Rand, fsys fstest.MapFS) fstest.MapFS {
	names := slices.Sorted(maps.Keys(fsys))
	names = append(names, slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.Contains(name, "observations/") })...)
	after := fstest.MapFS{}
	for name, f := range fsys {
		after[name] = &fstest.MapFile{Data: f.Data}
	}
	for range 1 + r.IntN(3) {
		f := after[names[r.IntN(len(names))]]
		lines := strings.Split(string(f.Data), "\n")
		i, j := r.IntN(len(lines)), r.IntN(len(lines))
		switch r.IntN(6) {
		case 0:
			lines[i], lines[j] = lines[j], lines[i]
		case 1:
			lines[i] = []string{"# a remark\n", "# TODO: look again\n"}[j%2] + lines[i]
		case 2:
			lines[i] = ""
		case 3:
			lines[i] += "\n" + lines[i]
		default:
			if at := r.IntN(len(lines[i]) + 1); at < len(lines[i]) {
				lines[i] = lines[i][:at] + string("0123456789abBEQz, }"[r.IntN(19)]) + lines[i][at+1:]
			}
		}
		f.Data = []byte(strings.Join(lines, "\n"))
	}
	return after
}

// TestDigestsTellAnswers: over many edits, a digest is the same just where the
// answer is.
func TestDigestsTellAnswers(t *testing.T) {
	before := rich()
	set, ps := data.Load(before)
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	same, other := 0, 0
	for seed := range uint64(120) {
		after := edited(rand.New(rand.NewPCG(seed, 6)), before)
		edit, _ := data.Load(after)
		all := questions(set)
		for d := range questions(edit) {
			all[d] = true
		}
		for d := range all {
			for _, places := range []bool{false, true} {
				equal := answer(set, d, places) == answer(edit, d, places)
				if d.Kind == data.OnFiles {
					equal = sameFiles(before, after)
				}
				if told := set.Digest(d, places) == edit.Digest(d, places); told != equal {
					t.Fatalf("seed %d: %s (places %v): the same answer: %v, the same digest: %v\n%s\n%s", seed, d, places, equal, told, answer(set, d, places), answer(edit, d, places))
				}
				if equal {
					same++
				} else {
					other++
				}
			}
		}
	}
	if same < 10_000 || other < 3_000 {
		t.Errorf("%d answers were the same, %d others: the edits show nothing", same, other)
	}
}

func sameFiles(a, b fstest.MapFS) bool {
	for name := range a {
		if !bytes.Equal(a[name].Data, b[name].Data) {
			return false
		}
	}
	return len(a) == len(b)
}

// TestDigestAll: the digest of many answers is another one just where one of them is.
func TestDigestAll(t *testing.T) {
	set, _ := data.Load(rich())
	fsys := rich()
	f := fsys["data/observations/b.yaml"]
	f.Data = bytes.Replace(f.Data, []byte("value: 700"), []byte("value: 701"), 1)
	edit, _ := data.Load(fsys)
	var all []data.Dep
	for d := range questions(set) {
		if d.Kind != data.OnFiles {
			all = append(all, d)
		}
	}
	slices.SortFunc(all, data.Dep.Compare)
	once, again := set.DigestAll(all, true), set.DigestAll(all, true)
	if once != again || set.DigestAll(all, false) == once {
		t.Error("the digest is not one of the answers and their places")
	}
	changed := 0
	for _, d := range all {
		differs := set.Digest(d, false) != edit.Digest(d, false)
		if differs {
			changed++
		}
		if pair := []data.Dep{all[0], d}; (set.DigestAll(pair, false) != edit.DigestAll(pair, false)) != differs {
			t.Errorf("%s: differs: %v, but not in a list", d, differs)
		}
	}
	if changed == 0 || changed == len(all) || set.DigestAll(all, false) == edit.DigestAll(all, false) {
		t.Errorf("%d of %d answers changed", changed, len(all))
	}
}

// TestDigestsAreStable: two sets that were loaded apart give the same digests, to
// many who ask at once; some of them are written down here, so that no process and
// no machine gives others.
func TestDigestsAreStable(t *testing.T) {
	one, _ := data.Load(rich())
	two, _ := data.Load(rich())
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for d := range questions(one) {
				for _, places := range []bool{false, true} {
					if one.Digest(d, places) != two.Digest(d, places) {
						t.Errorf("%s: two digests", d)
					}
				}
			}
		})
	}
	wait.Wait()
	serbia := data.Cell{Indicator: "arrivals", Area: "serbia", Period: at(t, "2023-Q1")}
	for _, c := range []struct {
		dep    data.Dep
		places bool
		want   string
	}{
		{data.Dep{Kind: data.OnCell, Cell: serbia}, false, "b142af975a2cdce9b0606ae4b5be579d"},
		{data.Dep{Kind: data.OnCell, Cell: serbia}, true, "bcf2367bad0520e17465007985b0e78d"},
		{data.Dep{Kind: data.OnObservations}, false, "5c958749dc20702646b7962804b322fd"},
		{data.Dep{Kind: data.OnRegisters}, true, "14fc6baae18780304dfeadb09493b710"},
		{data.Dep{Kind: data.OnFiles}, true, "885af79e0951c64964e7fa45d75b3399"},
	} {
		if d := one.Digest(c.dep, c.places); hex.EncodeToString(d[:]) != c.want {
			t.Errorf("%s (places %v): got %x, want %s", c.dep, c.places, d, c.want)
		}
	}
}
