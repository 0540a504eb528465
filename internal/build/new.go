package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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
func rolled(ctx context.Context, o Options, first string, dry bool, plan func(fs.FS, *site.Site) (*roll.Plan, error)) (*roll.Plan, *State, error) {
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(first))); err == nil {
		return nil, nil, &UsageError{first + " is there already: nothing was written", "edit it; to begin anew, move it away"}
	}
	o.Drafts = true
	state, err := Read(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	if state.Problems.Errors() > 0 {
		return nil, state, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site's folder: %w", err)
	}
	made, err := plan(root.FS(), state.Site)
	if err == nil && !dry {
		err = addFiles(ctx, root, made.Files)
	}
	if err := errors.Join(err, root.Close()); err != nil {
		return nil, nil, err
	}
	return made, state, nil
}

// rolledFrom is the edition that the next one is made from.
func rolledFrom(s *site.Site, to period.Period, name string) (*site.Edition, error) {
	var last *site.Edition
	var ids []string
	for _, e := range s.Editions {
		ids = append(ids, e.ID)
		if name != "" {
			if strings.EqualFold(e.ID, name) || strings.EqualFold(e.Period.String(), name) {
				last = e
			}
		} else if last == nil || e.Period.Last() > last.Period.Last() {
			last = e
		}
	}
	for _, e := range s.Editions {
		if e.Period.Same(to) {
			return nil, &UsageError{"there is an edition of " + to.String() + " already", "edit content/reports/" + e.ID + "/"}
		}
	}
	switch {
	case len(ids) == 0:
		return nil, &UsageError{"there is no edition yet to begin from", "write the first one by hand: a folder of content/reports/ with an _index.md"}
	case last == nil:
		return nil, &UsageError{"there is no edition " + name, diag.DidYouMean(strings.ToLower(name), ids, "there is "+strings.Join(ids, ", "))}
	case last.Period.Unit() != to.Unit() || last.Period.Len() != to.Len():
		return nil, &UsageError{fmt.Sprintf("%s is not as long as %s, the period of the edition %s", to, last.Period, last.ID),
			"write it as " + last.Period.Next().String() + ", or name an edition of that length with --from"}
	case name == "" && to.First() < last.Period.First():
		return nil, &UsageError{fmt.Sprintf("%s is before %s, the period of the last edition", to, last.Period), "name the edition to begin from with --from"}
	}
	return last, nil
}

// addFiles writes new files, and makes the folders that they want.
func addFiles(ctx context.Context, root *os.Root, files []roll.File) error {
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := root.MkdirAll(path.Dir(f.Name), 0o755); err != nil {
			return fmt.Errorf("make a folder: %w", err)
		}
		w, err := root.OpenFile(f.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fmt.Errorf("write a new file: %w", err)
		}
		_, err = w.Write(f.Text)
		if err := errors.Join(err, w.Close()); err != nil {
			return fmt.Errorf("write a new file: %w", err)
		}
	}
	return nil
}
