package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/roll"
	"bulletin/internal/site"
)

// NewReport rolls an edition forward: it writes the next one, of a period, from the
// last before it, or from the one that is named. Nothing that is there is changed. Of
// a site with errors nothing is made: then the plan is nil, and the state tells of
// them. dry writes nothing either way.
func NewReport(ctx context.Context, o Options, name, from string, dry bool) (*roll.Plan, *State, error) {
	to, err := period.Parse(strings.ToUpper(name))
	if err != nil {
		return nil, nil, &UsageError{fmt.Sprintf("%q is no period", name), "write 2023-Q2, 2023-05 or 2023"}
	}
	folder := "content/reports/" + roll.FolderOf(to)
	return rolled(ctx, o, folder, dry, func(files fs.FS, s *site.Site) (*roll.Plan, error) {
		e, err := rolledFrom(s, to, from)
		if err != nil {
			return nil, err
		}
		return roll.Edition(files, s, e, to)
	})
}

// rolled reads the site with its drafts, makes a plan of it, and writes its files. What
// it makes first must not be there yet.
func rolled(ctx context.Context, o Options, first string, dry bool, plan func(fs.FS, *site.Site) (*roll.Plan, error)) (made *roll.Plan, state *State, err error) {
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site's folder: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := untaken(root, first, dry); err != nil {
		return nil, nil, err
	}
	o.Drafts = true
	state, err = Read(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	if state.Problems.Errors() > 0 {
		return nil, state, nil
	}
	made, err = plan(root.FS(), state.Site)
	if err == nil && !dry {
		err = place(ctx, root, filesOf(made))
	}
	if err != nil {
		return nil, nil, err
	}
	return made, state, nil
}

// untaken is an error where what is to be made is there: after what a killed run left
// is gone, which a run that writes nothing leaves.
func untaken(root *os.Root, name string, dry bool) error {
	if !dry {
		if err := clearStage(siteDisk{root}); err != nil {
			return err
		}
	}
	if _, err := root.Lstat(name); err == nil {
		return thereAlready(name)
	}
	return nil
}

// rolledFrom is the edition that the next one is made from: the one that is named, or
// the last of those that are as long as the new one.
func rolledFrom(s *site.Site, to period.Period, name string) (*site.Edition, error) {
	var from, last *site.Edition // last is of any length
	var ids []string
	for _, e := range s.Editions {
		ids = append(ids, e.ID)
		if e.Period.Same(to) {
			return nil, &UsageError{"there is an edition of " + to.String() + " already", "edit content/reports/" + e.ID + "/"}
		}
		if strings.EqualFold(e.ID, name) || strings.EqualFold(e.Period.String(), name) {
			from, last = e, e
		}
		if name != "" {
			continue
		}
		if last == nil || e.Period.Last() > last.Period.Last() {
			last = e
		}
		if asLong(e.Period, to) && (from == nil || e.Period.Last() > from.Period.Last()) {
			from = e
		}
	}
	switch {
	case len(ids) == 0:
		return nil, &UsageError{"there is no edition yet to begin from", "write the first one by hand: a folder of content/reports/ with an _index.md"}
	case last == nil:
		return nil, &UsageError{"there is no edition " + name, diag.DidYouMean(strings.ToLower(name), ids, "there is "+strings.Join(ids, ", "))}
	case from == nil || !asLong(from.Period, to):
		return nil, &UsageError{fmt.Sprintf("%s is not as long as %s, the period of the edition %s", to, last.Period, last.ID),
			"write it as " + last.Period.Next().String() + ", or name an edition of that length with --from"}
	case name == "" && to.First() < from.Period.First():
		return nil, &UsageError{fmt.Sprintf("%s is before %s, the period of the last edition", to, from.Period), "name the edition to begin from with --from"}
	}
	return from, nil
}

func asLong(p, q period.Period) bool { return p.Unit() == q.Unit() && p.Len() == q.Len() }

// filesOf are the files of a plan.
func filesOf(p *roll.Plan) []written {
	files := make([]written, len(p.Files))
	for i, f := range p.Files {
		files[i] = written{f.Name, f.Text}
	}
	return files
}
