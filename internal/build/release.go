package build

import (
	"context"

	"bulletin/internal/check"
	"bulletin/internal/gate"
	"bulletin/internal/site"
)

// Release makes the checklist of what is left to do before an edition is released. The
// edition is named by its folder or its period, in any case; drafts are taken in. All
// rules are applied as by a check. The list is nil where files have errors that keep
// the edition from being found, of which the result tells.
func Release(ctx context.Context, o Options, edition string) (list *gate.List, result *Result, err error) {
	o.Check, o.Drafts, o.pending = true, true, edition
	b, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	defer b.close(&result, &err)

	e, p, err := b.checked(ctx, edition)
	if err != nil || e == nil {
		return nil, nil, err
	}
	found := append(b.problems[:0:0], b.problems...)
	found.Sort()
	pages := append([]*site.Page{e.Page}, e.Sections...)
	p.open(pages) // what this finds was found when they were made
	defer p.shut(pages)
	worker := p.inspection.Worker()
	return gate.Of(p.site, e, found, func(page *site.Page) check.BoundShare { return worker.Page(p.site, page).Bound }), nil, nil
}
