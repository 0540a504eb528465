package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"bulletin/internal/check"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/intake"
	"bulletin/internal/opendata"
)

// Corrected is a correction, and what comes of it.
type Corrected struct {
	*intake.Corrected
	Before, After *State
	Left          diag.Problems // what is to be mended afterwards: new with the correction, by rules over words and data
	Downloads     []string      // files of the open data in which the value stands, from the root of the site
	Unrecorded    []string      // published editions that show the value and have not recorded it
}

// Correct changes a value of data/observations/, and gives the reason in
// data/revisions.yaml where an edition has published it. The value is named as a figure
// is: "arrivals serbia 2023-Q1". What comes of it is found before anything is written; dry
// writes nothing either way. With an error in the site that is no claim, or one that the new
// value would make in data/, the correction is nil, and the state tells of them. Both files are
// written, or none.
func Correct(ctx context.Context, o Options, name string, c intake.Correction, dry bool) (done *Corrected, refused *State, err error) {
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site's folder: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()

	before, err := inspected(ctx, o, folder{root})
	if err != nil {
		return nil, nil, err
	}
	set := before.Site.Set
	if !set.Complete() {
		return nil, before, nil
	}
	if c.Of, err = intake.Find(set, name); err != nil {
		return nil, nil, usage(err)
	}
	if slices.ContainsFunc(before.Problems, func(p diag.Problem) bool { return p.Severity == diag.Error && !corrigible(p, c.Of) }) {
		return nil, before, nil
	}
	made, problems, err := intake.Correct(folder{root}, set, c)
	if err != nil {
		return nil, nil, usage(err)
	}
	if len(problems) > 0 {
		before.Problems = problems
		return nil, before, nil
	}
	if made.Wanting && !dry {
		return nil, nil, &UsageError{fmt.Sprintf("%s was published by the edition %s on %s: another value needs its reason", made.Name, made.Published.Record.Edition, made.Published.Date),
			`say in a sentence why it changed, --reason "…": readers see it; --dry-run tells what would change without one`}
	}
	after, err := inspected(ctx, o, intake.With(folder{root}, made.Files))
	if err != nil {
		return nil, nil, err
	}
	before.Name, after.Name = o.Dir, o.Dir
	done = &Corrected{Corrected: made, Before: before, After: after, Left: fresh(before.Problems, after.Problems, made.Wanting)}
	done.tell(c.Of)
	if dry || len(made.Files) == 0 {
		return done, nil, nil
	}
	return done, nil, done.write(ctx, root)
}

// inspected is a state of the site, with the problems that rules over data and words find.
func inspected(ctx context.Context, o Options, files fs.StatFS) (*State, error) {
	state, err := readState(ctx, o, files)
	if err != nil || state.Problems.Errors() > 0 && !state.Site.Set.Complete() {
		return state, err
	}
	found, _ := check.Inspect(state.Site)
	state.Problems = append(state.Problems, found...)
	state.Problems.Sort()
	for _, p := range found {
		if src, err := fs.ReadFile(files, p.Pos.File); err == nil {
			state.sources[p.Pos.File] = src
		}
	}
	return state, nil
}

// Rules of which a correction may put problems right, or leave some.
const (
	ruleRevision = "revision"
	ruleClaim    = "claim"
)

// corrigible tells whether a value can be corrected in spite of an error: where it says
// that a claim does not hold, which one correction may leave and the next put right; or
// that this very value has been changed already, without its reason.
func corrigible(p diag.Problem, o *data.Observation) bool {
	return p.Rule == ruleClaim || p.Rule == ruleRevision && p.Pos == o.Pos
}

// fresh are the problems that were not there before, wherever they stood in their file.
// Those that are accepted are left out, and so is a reason that is asked for anyway.
func fresh(before, after diag.Problems, wanting bool) diag.Problems {
	type kind struct{ file, rule, message string }
	known := map[kind]int{}
	for _, p := range before {
		known[kind{p.Pos.File, p.Rule, p.Message}]++
	}
	var all diag.Problems
	for _, p := range after {
		k := kind{p.Pos.File, p.Rule, p.Message}
		if known[k]--; known[k] < 0 && p.Severity != diag.Accepted && !(p.Rule == ruleRevision && wanting) {
			all = append(all, p)
		}
	}
	return all
}

// tell finds where the value stands beside the pages.
func (done *Corrected) tell(o *data.Observation) {
	if !o.Indicator.Example {
		done.Downloads = []string{
			opendata.Part{Indicator: o.Indicator}.Path("*"), opendata.Part{Area: o.Area}.Path("csv"), opendata.Part{}.Path("*"),
		}
	}
	for _, e := range done.Before.Site.Editions {
		if e.Published() != 0 && slices.Contains(e.Unrecorded(), o) {
			done.Unrecorded = append(done.Unrecorded, e.ID)
		}
	}
}

// write replaces the files.
func (done *Corrected) write(ctx context.Context, root *os.Root) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	files := make([]written, len(done.Files))
	for i, f := range done.Files {
		files[i] = written{f.Name, f.Text}
	}
	if err := replaceAll(root, files); err != nil {
		return fmt.Errorf("write the correction: %w", err)
	}
	return nil
}
