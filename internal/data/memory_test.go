package data_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// remembered is a memory that counts.
type remembered struct {
	mu         sync.Mutex
	kept       map[string][]byte
	hits, puts int
}

func newMemory() *remembered { return &remembered{kept: map[string][]byte{}} }

func (m *remembered) Get(name string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept, ok := m.kept[name]
	if ok {
		m.hits++
	}
	return kept, ok
}

func (m *remembered) Put(name string, kept []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.puts++
	m.kept[name] = bytes.Clone(kept)
}

// own is data/ of this repository.
func own(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	root := os.DirFS("../..")
	for _, pattern := range []string{"data/*.yaml", "data/observations/*.yaml", "data/published/*.yaml"} {
		names, err := fs.Glob(root, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(root, name)
			if err != nil {
				t.Fatal(err)
			}
			fsys[name] = &fstest.MapFile{Data: src}
		}
	}
	return fsys
}

// same fails unless two sets, fresh from loading, agree in everything: each field of
// each value, what points where, and the problems.
func same(t *testing.T, what string, want, got *data.Set, problems, found diag.Problems) {
	t.Helper()
	if d := cmp.Diff(problems, found); d != "" {
		t.Fatalf("%s: the problems differ: %s", what, d)
	}
	if d := cmp.Diff(identities(want), identities(got)); d != "" {
		t.Fatalf("%s: what points where differs: %s", what, d)
	}
	if reflect.DeepEqual(want, got) {
		return
	}
	for i, o := range want.Observations() {
		if other := got.Observations()[i]; !reflect.DeepEqual(o, other) {
			t.Fatalf("%s: an observation differs: %+v, not %+v", what, other, o)
		}
	}
	t.Fatalf("%s: the sets differ", what)
}

// identities writes for each observation which of the set's own values it points
// to.
func identities(s *data.Set) []string {
	accepts, sources, places := map[*data.Acceptance]int{}, map[*data.Source]int{nil: -1}, map[*data.Observation]int{nil: -1}
	for i, a := range s.Acceptances() {
		accepts[a] = i
	}
	for i, source := range s.Sources() {
		sources[source] = i
	}
	var all []string
	for i, o := range s.Observations() {
		places[o] = i
	}
	for _, o := range s.Observations() {
		text := fmt.Sprint(sources[o.Source], places[o.Parent], o.Indicator == s.Indicators()[max(0, indexOf(s, o))])
		for _, a := range o.Accepts {
			text += fmt.Sprint(" ", accepts[a])
		}
		all = append(all, text)
	}
	for _, x := range s.Texts() {
		for _, a := range x.Accepts {
			all = append(all, fmt.Sprint(accepts[a]))
		}
	}
	return all
}

func indexOf(s *data.Set, o *data.Observation) int {
	for i, indicator := range s.Indicators() {
		if indicator == o.Indicator {
			return i
		}
	}
	return -1
}

// twice loads a site with an empty memory, then from what that holds, and compares
// both with the site that has none. It gives the number of files that were taken
// from the memory.
func twice(t *testing.T, what string, fsys fstest.MapFS) (hits int) {
	t.Helper()
	want, problems := data.Load(fsys)
	m := newMemory()
	got, found := data.LoadWith(fsys, m)
	same(t, what+", put", want, got, problems, found)
	m.hits, m.puts = 0, 0
	got, found = data.LoadWith(fsys, m)
	same(t, what+", got", want, got, problems, found)
	return m.hits
}

// faulty is a site with the mistakes that leave a trace in what was read.
func faulty() fstest.MapFS {
	return base(map[string]string{
		"observations/a": `period: 2023-Q1
observations:
- {indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {status: Q}, adults: 5}}}
- {indicator: arrivals, area: kosovo, source: nobody, value: 1,083}
- {indicator: arrivals, area: atlantis, source: unhcr, value: 1}
- {indicator: presence, area: kosovo, value: 4, by: {age: {infants: 2, children: {share: 20, status: X}}}}
- {indicator: presence, area: romania, source: igi, status: X, value: 5.5, accept: {jump: known, other: 5}}
- {indicator: presence, area: romania, period: 2022, source: igi, value: 4, complete: true, accept: {jump: known}, by: {sex: {girls: {share: 300}, boys: {value: 2, status: O}}}}
- {indicator: arrivals, area: serbia, source: unhcr, value: 9}
`,
		"observations/b":    "observations: {a: b}\n",
		"observations/c":    "observations: [\n",
		"observations/d":    "# nothing\n",
		"published/2023-q1": "edition: 2023-q2\ncells:\n- {indicator: arrivals, area: serbia, period: 2023-Q1, value: 9, date: 2023-06-01}\n- {indicator: arrivals, area: x, period: 2023-Q1, value: 9, date: 2023-06-01}\n",
		"published/2023-q2": "",
		"published/2023-q3": "edition: 2023-q3\ncells: []\n",
		"published/2023-q4": "# nothing\n",
	})
}

// TestMemoryIsLikeNone: with a memory a set is the same as without, in every field:
// of the repository's own data, of one that has something of everything, of a large
// one, and of hundreds with mistakes.
func TestMemoryIsLikeNone(t *testing.T) {
	sites := map[string]fstest.MapFS{"own": own(t), "rich": rich(), "scale": scale(7, 5, 9), "faulty": faulty()}
	for name, fsys := range sites {
		if hits := twice(t, name, fsys); hits == 0 {
			t.Errorf("%s: nothing was taken from the memory", name)
		}
	}
	hits := 0
	for seed := range uint64(150) {
		hits += twice(t, fmt.Sprint("rich, edit ", seed), edited(rand.New(rand.NewPCG(seed, 7)), sites["rich"]))
	}
	for seed := range uint64(10) {
		hits += twice(t, fmt.Sprint("own, edit ", seed), edited(rand.New(rand.NewPCG(seed, 8)), sites["own"]))
	}
	if hits < 250 {
		t.Errorf("%d files were taken from the memory", hits)
	}
}

// TestFormOfMemory: what is kept of two sites is as it was when the constant form in
// memory.go got its value. Where this fails, files are read or kept in another way:
// raise form by one, and write down the new digest here.
func TestFormOfMemory(t *testing.T) {
	sum := sha256.New()
	for _, fsys := range []fstest.MapFS{rich(), faulty()} {
		m := newMemory()
		data.LoadWith(fsys, m)
		for _, name := range slices.Sorted(maps.Keys(m.kept)) {
			sum.Write([]byte(name))
			sum.Write(m.kept[name])
		}
	}
	if got, want := hex.EncodeToString(sum.Sum(nil)[:8]), "930d461249138b7e"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMemoryOfOtherFiles: what was kept serves only the same bytes under the same
// name, read against the same registers.
func TestMemoryOfOtherFiles(t *testing.T) {
	m := newMemory()
	before := rich()
	data.LoadWith(before, m)
	for seed := range uint64(100) {
		after := edited(rand.New(rand.NewPCG(seed, 9)), before)
		want, problems := data.Load(after)
		got, found := data.LoadWith(after, m)
		same(t, fmt.Sprint("edit ", seed), want, got, problems, found)
	}
	after := rich()
	after["data/observations/c.yaml"] = after["data/observations/b.yaml"]
	delete(after, "data/observations/b.yaml")
	want, problems := data.Load(after)
	got, found := data.LoadWith(after, m)
	same(t, "renamed", want, got, problems, found)
}

// TestDamagedMemory: what is not as it was put there is read anew.
func TestDamagedMemory(t *testing.T) {
	fsys := rich()
	want, problems := data.Load(fsys)
	sound := newMemory()
	data.LoadWith(fsys, sound)
	damage := map[string]func(r *rand.Rand, kept []byte, other []byte) []byte{
		"cut":     func(r *rand.Rand, kept, _ []byte) []byte { return kept[:r.IntN(len(kept))] },
		"longer":  func(_ *rand.Rand, kept, _ []byte) []byte { return append(kept, 0) },
		"altered": func(r *rand.Rand, kept, _ []byte) []byte { kept[r.IntN(len(kept))] ^= 1 << r.IntN(8); return kept },
		"another": func(_ *rand.Rand, _, other []byte) []byte { return other },
		"nothing": func(*rand.Rand, []byte, []byte) []byte { return nil },
	}
	for name, hurt := range damage {
		for seed := range uint64(20) {
			r := rand.New(rand.NewPCG(seed, 10))
			m, last := newMemory(), []byte("none")
			for key, kept := range sound.kept {
				m.kept[key] = hurt(r, bytes.Clone(kept), last)
				last = kept
			}
			got, found := data.LoadWith(fsys, m)
			same(t, name, want, got, problems, found)
			if m.puts != len(sound.kept) {
				t.Errorf("%s: %d of %d files were kept anew", name, m.puts, len(sound.kept))
			}
		}
	}
}
