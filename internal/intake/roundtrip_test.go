package intake_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/intake"
	"bulletin/internal/opendata"
)

// files are a site's folder in memory.
type files map[string]string

func (f files) fs() fstest.MapFS {
	fsys := fstest.MapFS{"data/observations": {Mode: fs.ModeDir | 0o755}}
	for name, text := range f {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// with are the files once a plan is carried out.
func (f files) with(p *intake.Plan) files {
	f = maps.Clone(f)
	for _, file := range p.Files {
		f[file.Name] = string(file.Text)
	}
	return f
}

func (f files) set(t testing.TB) *data.Set {
	t.Helper()
	set, ps := data.Load(f.fs())
	if ps.Errors() > 0 {
		t.Fatalf("data/ has errors: %s", told(ps))
	}
	return set
}

// bring plans the import of a table.
func (f files) bring(t testing.TB, name string, src []byte, o intake.Options) (*intake.Plan, diag.Problems, error) {
	t.Helper()
	table, ps, err := intake.Read(name, src, o)
	if err != nil || len(ps) > 0 {
		return nil, ps, err
	}
	return table.Plan(f.fs(), f.set(t), o)
}

func told(ps diag.Problems) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%s: %s [%s] [%s]\n", p.Pos, p.Message, p.Hint, p.Rule)
	}
	return b.String()
}

// ownFiles are data/ of this repository, without what is made up for the guide, and
// without what was published of it.
func ownFiles(t testing.TB) (registers, observations files) {
	t.Helper()
	root := os.DirFS("../..")
	registers, observations = files{}, files{}
	if err := fs.WalkDir(root, "data", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if strings.HasPrefix(name, "data/observations/") {
			observations[name] = string(src)
		} else if !strings.HasPrefix(name, "data/published/") {
			registers[name] = string(src)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return registers, observations
}

// described is all that an observation says, but for what was accepted of it, and where
// it stands.
func described(o *data.Observation) string {
	source := ""
	if o.Source != nil {
		source = o.Source.Key
	}
	return fmt.Sprintf("%v %v %s %s %q complete=%v %s", o.Cell(), o.Path, data.PrintedOf(o), o.Status, o.Note, o.Complete, source)
}

func describe(set *data.Set) []string {
	var all []string
	for _, o := range set.Observations() {
		if !o.Indicator.Example {
			all = append(all, described(o))
		}
	}
	return all
}

// TestRoundTrip: what the site exports, of this repository's own data, is imported to the
// same data, in each format; and imported again it changes nothing.
func TestRoundTrip(t *testing.T) {
	registers, observations := ownFiles(t)
	whole := maps.Clone(registers)
	maps.Copy(whole, observations)
	set := whole.set(t)
	roundTrip(t, registers, whole, set)
}

func roundTrip(t *testing.T, registers, whole files, set *data.Set) {
	t.Helper()
	want := describe(set)
	exports := map[string]func() ([]byte, error){
		"observations.csv":  func() ([]byte, error) { return opendata.NewMaker(set).CSV(opendata.Part{}) },
		"observations.json": func() ([]byte, error) { return opendata.NewMaker(set).JSON("https://example.org/", opendata.Part{}) },
		"observations.xlsx": func() ([]byte, error) { return opendata.NewMaker(set).XLSX(opendata.Part{}) },
	}
	for _, name := range slices.Sorted(maps.Keys(exports)) {
		src, err := exports[name]()
		if err != nil {
			t.Fatal(err)
		}
		plan, ps, err := registers.bring(t, name, src, intake.Options{})
		if err != nil || len(ps) > 0 {
			t.Errorf("%s: %v\n%s", name, err, told(ps))
			continue
		}
		if plan.Added != len(want) || plan.Empty != 0 || len(plan.Unread) != 0 || len(plan.Files) != 1 || plan.Files[0].Name != "data/observations/observations.yaml" {
			t.Errorf("%s: %d of %d added, %d empty, unread %q, %d files", name, plan.Added, len(want), plan.Empty, plan.Unread, len(plan.Files))
		}
		after := registers.with(plan)
		if d := cmp.Diff(want, describe(after.set(t))); d != "" {
			t.Errorf("%s: what comes back (-is +back)\n%s", name, d)
		}
		for _, again := range []files{after, whole} {
			plan, ps, err := again.bring(t, name, src, intake.Options{})
			if err != nil || len(ps) > 0 || len(plan.Files) > 0 || plan.Same != len(want) || plan.Added+len(plan.Changed) > 0 {
				t.Errorf("%s, again: %v\n%s%+v", name, err, told(ps), plan)
			}
		}
	}
}

// TestRoundTripOfAnIndicator: so is the file of one indicator, or of one area, beside the
// rest of the data.
func TestRoundTripOfAPart(t *testing.T) {
	registers, observations := ownFiles(t)
	whole := maps.Clone(registers)
	maps.Copy(whole, observations)
	set := whole.set(t)
	for _, i := range set.Indicators() {
		if i.Example || len(set.ObservationsOf(i)) == 0 {
			continue
		}
		of := opendata.Part{Indicator: i}
		src, err := opendata.NewMaker(set).CSV(of)
		if err != nil {
			t.Fatal(err)
		}
		plan, ps, err := registers.bring(t, i.ID+".csv", src, intake.Options{})
		if err != nil || len(ps) > 0 {
			t.Errorf("%s: %v\n%s", i.ID, err, told(ps))
			continue
		}
		back := registers.with(plan).set(t)
		if d := cmp.Diff(len(set.ObservationsOf(i)), len(back.Observations())); d != "" {
			t.Errorf("%s: %s", i.ID, d)
		}
	}
}
