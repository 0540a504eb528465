package build

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// checked goes the road of a check, for what is made of one edition: that, the
// site around it, and its plan. The edition is nil where it may stand in files
// that have problems.
func (b *build) checked(ctx context.Context, name string) (*site.Edition, *plan, error) {
	set := b.load()
	documents, err := b.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	s := b.outline(set, documents)
	e, err := b.edition(s, name)
	if err != nil {
		return nil, nil, err
	}
	b.readUploads(s)
	p := b.plan(s, documents)
	made, err := b.make(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	if err := b.check(ctx, p, made); err != nil {
		return nil, nil, err
	}
	return e, p, nil
}

// edition finds an edition by its folder or its period, in any case. It is nil where
// there may be one, in files that have problems.
func (b *build) edition(s *site.Site, name string) (*site.Edition, error) {
	var found []*site.Edition
	var ids, about []string
	for _, e := range s.Editions {
		if strings.EqualFold(e.ID, name) {
			return e, nil
		}
		if strings.EqualFold(e.Period.String(), name) {
			found, about = append(found, e), append(about, e.ID)
		}
		ids = append(ids, e.ID)
	}
	slices.Sort(ids)
	slices.Sort(about)
	file, draft := s.Draft(strings.ToLower(name), "")
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return nil, &UsageError{fmt.Sprintf("%d editions are about %s", len(found), name), "name one by its folder: " + strings.Join(about, ", ")}
	case draft:
		return nil, &UsageError{"the edition " + name + " is a draft", "take draft: true out of " + file + "; bulletin pdf --drafts prints it as it is"}
	case b.problems.Errors() > 0:
		return nil, nil
	case len(ids) == 0:
		return nil, &UsageError{"there is no edition " + name + ", nor any other", "an edition is a folder of content/reports/ with an _index.md"}
	}
	known := "there is "
	if len(ids) > 1 {
		known = "there are "
	}
	return nil, &UsageError{"there is no edition " + name, diag.DidYouMean(strings.ToLower(name), ids, known+strings.Join(ids, ", "))}
}
