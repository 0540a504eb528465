package build

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// plan is how a site is made: unit by unit, and then what needs to know of all of
// them.
type plan struct {
	workshop
	units  []unit // of pages with a document
	last   []unit // of the pages that Bulletin makes, and of files without a page
	rooms  []publish.File
	pdfs   []string // of editions, that are made now; none without PDFs.Make
	things int      // to make

	dataFound func() check.Found // what the rules over data find, worked out once

	printed []printed // PDFs
}

// printed is a PDF that was made.
type printed struct {
	made
	bytes []byte
}

// unit is the unit at a place in what make gives.
func (p *plan) unit(i int) unit {
	if i < len(p.units) {
		return p.units[i]
	}
	return p.last[i-len(p.units)]
}

// plan shares the site out into units. Without a theme nothing is drawn, but its
// pages are read and checked all the same.
func (b *build) plan(s *site.Site, documents []*content.Document) *plan {
	p := &plan{workshop: b.workshop(s)}
	p.dataFound = sync.OnceValue(p.dataRules)
	taken := map[*site.Page]bool{}
	var spare []unit
	// Of all figures there are the largest files: they come as soon as those of the
	// indicators, which they are put together of, so that the workers end together.
	early := map[site.Kind]int{site.Indicator: -2, site.DataIndex: -1}
	for _, pages := range s.Units() {
		p.units = append(p.units, unit{name: pages[0].Route, pages: pages})
		for _, page := range pages {
			taken[page] = true
		}
		p.things += len(pages)
	}
	for _, d := range documents {
		if p, ok := s.File(d.File); !ok || p.Document != d {
			spare = append(spare, unit{name: d.File, spare: d})
		}
	}
	// The largest first, so that the workers end together.
	slices.SortStableFunc(p.units, func(x, y unit) int { return len(y.pages) - len(x.pages) })
	for _, page := range s.Pages {
		if !taken[page] {
			p.last = append(p.last, unit{name: page.Route, pages: []*site.Page{page}, late: true})
			p.things++
		}
	}
	slices.SortStableFunc(p.last, func(x, y unit) int { return cmp.Compare(early[x.pages[0].Kind], early[y.pages[0].Kind]) })
	p.last = append(p.last, spare...)
	p.things += len(spare)
	if p.theme != nil {
		for _, o := range render.Rest(s, p.theme, b.files) {
			p.last = append(p.last, unit{name: o.Path, file: &o})
			p.things++
		}
	}
	for _, e := range s.Editions { // whether their PDFs are made or not, there must be room for them
		route := strings.TrimPrefix(e.BuiltRoute(), "/")
		p.rooms = append(p.rooms, publish.File{Path: route, Source: e.Page.Document.File})
		if b.PDFs.Make {
			p.pdfs = append(p.pdfs, route)
			p.things++
		}
	}
	return p
}

// stageAt opens the output folder, if it is still thought that the site can be
// published.
func (b *build) stageAt() (err error) {
	if b.stopped() || b.Check {
		return nil
	}
	if err = b.openTarget(); err == nil {
		b.stage = b.target.Stage()
	}
	return err
}

// unstage gives the stage and the output folder up again.
func (b *build) unstage() error {
	err := errors.Join(b.stage.Discard(), b.target.Close())
	b.stage, b.target = nil, nil
	return err
}

// make makes the units, and then what needs to know of all of them. It gives what
// came of each, in the order of the plan.
func (b *build) make(ctx context.Context, p *plan) ([]product, error) {
	all := make([]product, 0, len(p.units)+len(p.last))
	progress := b.progress(len(p.pdfs), p.things)
	first := newAgenda(p.units)
	p.rule()
	if b.live == nil {
		first.begin(b.changed)
	}
	if b.live != nil {
		b.live.begin(first, b.out, b.result.BasePath, p.fixed())
	}
	hollow := b.hollow()
	for _, units := range [][]unit{p.units, p.last} {
		done, taken := make([]product, len(units)), make([]int, len(units))
		err := each(ctx, b.Jobs, len(units), func(i int) (err error) {
			if len(all) > 0 || len(p.units) == 0 {
				taken[i] = i
				done[i], err = p.make(ctx, units[i], progress)
				done[i].drop(b.live != nil)
				return err
			}
			taken[i], _ = first.take()
			i = taken[i]
			done[i], err = p.make(ctx, units[i], progress)
			if b.live != nil && err == nil {
				b.live.made(first, i, &done[i], !hollow && done[i].sound(), b.ahead)
			}
			done[i].drop(true)
			return err
		})
		if err != nil {
			return nil, named(err, "make", func(i int) string { return units[taken[i]].name })
		}
		all = append(all, done...)
		made := int(p.made.Swap(0))
		if len(all) == len(p.units) {
			p.site.Index() // every page has told what it shows and cites
			b.lap("making units", made)
			b.lap("units that had not changed", len(units)-made)
		} else {
			b.lap("making lists, data and files", made)
		}
	}
	for _, m := range all {
		b.problems = append(b.problems, m.problems...)
		b.result.Charts += m.charts
	}
	return all, nil
}

// hollow tells whether what is drawn may lack what was not read: values are left out
// where data/ has errors, and nobody is told of each of them.
func (b *build) hollow() bool {
	return slices.ContainsFunc(b.problems, func(p diag.Problem) bool {
		return p.Severity == diag.Error && (strings.HasPrefix(p.Pos.File, "data/") || strings.HasPrefix(p.Pos.File, "templates"))
	})
}

// progress is called with each thing that is done, by several workers.
func (b *build) progress(done, total int) func() {
	if b.Progress == nil {
		return func() {}
	}
	var lock sync.Mutex
	return func() {
		lock.Lock()
		defer lock.Unlock()
		done++
		b.Progress(done, total)
	}
}

// dataRules is what the rules over data find, which is the same as long as data/ is.
func (p *plan) dataRules() check.Found {
	const name = "findings of rules"
	if src, ok := p.memory.Get(name); ok {
		r := wire.NewReader(src)
		if bytes.Equal(r.Bytes(), p.state[:]) {
			if found, ok := check.ReadFound(r, p.reasons); ok {
				return found
			}
		}
	}
	found := p.inspection.Data()
	var w wire.Writer
	w.Bytes(p.state[:])
	found.Write(&w)
	p.memory.Put(name, w.Data())
	return found
}

// check applies the rules over the whole site, over the finished pages, and over
// their files. Of a large site each takes its time: whoever gives the build up need not
// wait for all of them.
func (b *build) check(ctx context.Context, p *plan, made []product) error {
	found := map[*site.Page]check.Found{}
	briefs := make([]check.Brief, 0, len(p.site.Pages))
	files := 0
	for _, m := range made {
		files += len(m.files) + len(m.rooms)
	}
	planned := append(make([]publish.File, 0, len(p.rooms)+files), p.rooms...)
	before := p.before
	for i, m := range made {
		if u := p.unit(i); len(u.pages) > 0 {
			before.settle(p.entry(u), &m)
		}
		planned = append(append(planned, m.files...), m.rooms...)
		for _, d := range m.pages {
			if found[d.page] = d.found; d.brief != nil {
				briefs = append(briefs, *d.brief)
			}
		}
	}
	s := p.site
	ofPages := make([]check.Found, len(s.Pages))
	for i, page := range s.Pages {
		ofPages[i] = found[page]
	}
	rules := p.dataFound()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	problems, bound := p.inspection.Site(rules, ofPages)
	b.problems = append(b.problems, check.Sound(s.Set, problems)...)
	b.bound = bound
	if b.Check {
		b.result.Bound = bound
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if p.theme == nil {
		return nil
	}
	clashes := publish.Clashes(planned)
	if crossed := p.crossed.Load(); crossed != nil && len(clashes) == 0 {
		return *crossed
	}
	b.problems = append(b.problems, clashes...)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	paths := make([]string, 0, files)
	for _, m := range made {
		for _, f := range m.files {
			paths = append(paths, f.Path)
		}
		paths = append(paths, m.linked...)
	}
	paths = append(paths, p.pdfs...)
	problems, leads := check.Finish(s, briefs, paths, before.Settled)
	b.problems = append(b.problems, check.Sound(s.Set, problems)...)
	b.keepSettled(p, made, leads)
	return nil
}
