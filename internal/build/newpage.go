package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/intake"
	"bulletin/internal/period"
	"bulletin/internal/roll"
	"bulletin/internal/scaffold"
	"bulletin/internal/site"
)

// NewArticle writes an article that begins: its title, a day, and comments that teach. It
// gives the name of the file. The problems of the site are no hindrance, unless the article
// would add to them, as by an address that another page has.
func NewArticle(ctx context.Context, o Options, title string, on period.Day) (string, error) {
	return newDocument(ctx, o, title, func(title, example string) scaffold.Document { return scaffold.Article(title, on, example) })
}

// NewPage writes a standing page that begins.
func NewPage(ctx context.Context, o Options, title string) (string, error) {
	return newDocument(ctx, o, title, scaffold.Page)
}

func newDocument(ctx context.Context, o Options, title string, of func(title, example string) scaffold.Document) (name string, err error) {
	title, err = cleanTitle(title)
	if err != nil {
		return "", err
	}
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return "", err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", fmt.Errorf("open the site's folder: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := untaken(root, of(title, "").Name, false); err != nil {
		return "", err
	}
	o.Drafts = true
	before, err := Read(ctx, o)
	if err != nil {
		return "", err
	}
	made := of(title, exampleOf(before.Site))
	after, err := readState(ctx, o, intake.With(folder{root}, []intake.File{{Name: made.Name, Text: made.Text}}))
	if err != nil {
		return "", err
	}
	if p, ok := added(before.Problems, after.Problems); ok {
		return "", &UsageError{p.Message + ": nothing was written", "give it another title" + orHint(p)}
	}
	return made.Name, place(ctx, root, []written{{made.Name, made.Text}})
}

// cleanTitle is a title on one line.
func cleanTitle(title string) (string, error) {
	title = strings.Join(strings.Fields(title), " ")
	switch {
	case !utf8.ValidString(title) || strings.ContainsFunc(title, unicode.IsControl) || strings.ContainsFunc(title, diag.Steers):
		return "", &UsageError{"the title has a character that cannot be shown", "write it in letters"}
	case scaffold.Slug(title) == "":
		return "", &UsageError{fmt.Sprintf("%q has no letters for an address, which takes a to z and digits", title),
			"begin with a title in Latin letters, and write yours into the file"}
	}
	return title, nil
}

// added is the first error that there was not before.
func added(before, after diag.Problems) (diag.Problem, bool) {
	type key struct {
		at      diag.Pos
		message string
	}
	known := map[key]bool{}
	for _, p := range before {
		known[key{p.Pos, p.Message}] = true
	}
	at := slices.IndexFunc(after, func(p diag.Problem) bool { return p.Severity == diag.Error && !known[key{p.Pos, p.Message}] })
	if at < 0 {
		return diag.Problem{}, false
	}
	return after[at], true
}

// orHint is what a problem says about words, beside which another title helps as well.
func orHint(p diag.Problem) string {
	if p.Rule == "route" || p.Hint == "" {
		return ""
	}
	return ": " + p.Hint
}

// exampleOf is a figure of the site, for comments: the first value of its newest period.
func exampleOf(s *site.Site) string {
	var newest *data.Observation
	if s != nil && s.Set != nil {
		for _, o := range s.Set.Observations() {
			if len(o.Path) == 0 && o.HasValue && (newest == nil || o.Period.Last() > newest.Period.Last()) {
				newest = o
			}
		}
	}
	if newest == nil {
		return "arrivals serbia 2023-Q1"
	}
	return newest.Indicator.ID + " " + newest.Area.ID + " " + newest.Period.String()
}

// NewSnapshot writes the snapshot of a month: rolled from the last one of a month before
// it, as [NewReport] rolls editions; where there is none, from a text with its usual
// parts, and then the plan names no snapshot that it is from. Of a site with errors
// nothing is made: then the plan is nil, and the state tells of them.
func NewSnapshot(ctx context.Context, o Options, name string, dry bool) (*roll.Plan, *State, error) {
	to, err := period.Parse(name)
	if err != nil || to.Unit() != period.Month || to.Len() != 1 {
		return nil, nil, &UsageError{fmt.Sprintf("%q is no month", name), "write 2025-02"}
	}
	file := scaffold.SnapshotFile(to)
	return rolled(ctx, o, file, dry, func(files fs.FS, s *site.Site) (*roll.Plan, error) {
		var last *site.Page
		for _, p := range s.Pages {
			switch {
			case p.Kind != site.Snapshot:
			case p.Period.Same(to):
				return nil, &UsageError{"there is a snapshot of " + to.String() + " already: nothing was written", "edit " + p.Document.File}
			case p.Period.Unit() == to.Unit() && p.Period.Len() == 1 && p.Period.First() < to.First() && (last == nil || p.Period.First() > last.Period.First()):
				last = p
			}
		}
		if last != nil {
			return roll.Snapshot(files, s, last, to, file)
		}
		made := scaffold.Snapshot(to, exampleOf(s))
		return &roll.Plan{Files: []roll.File{{Name: made.Name, Text: made.Text}}}, nil
	})
}
