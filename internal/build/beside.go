package build

import (
	"context"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// What one worker does alone, another does something beside: a build in which little
// has changed spends most of its time on it.

// readAll reads data/ and what is above the bodies of the documents. A live build,
// which knows most of it, does so one after the other.
func (b *build) readAll(ctx context.Context) (set *data.Set, documents []*content.Document, err error) {
	if b.live != nil {
		set = b.load()
		b.lap("reading data", len(set.Observations()))
		documents, err = b.read(ctx)
		b.lap("reading pages", len(documents))
		return set, documents, err
	}
	var problems diag.Problems
	err = each(ctx, b.Jobs, 2, func(i int) (err error) {
		if i == 0 {
			set, problems = b.loadData()
			return nil
		}
		b.list()
		documents, err = b.read(ctx)
		return err
	})
	b.problems = append(b.problems, problems...)
	b.lap("reading data and pages", len(documents))
	return set, documents, err
}

// second is what a site looks like when all of it was read.
type second struct {
	survey
	err error
}

// lookOnceMore begins to look at the site again, for [build.conclude].
func (b *build) lookOnceMore() {
	if !b.concludes() {
		return
	}
	later := make(chan second, 1)
	b.later = later
	go func() {
		var s second
		s.err = guarded(0, func(int) error {
			s.survey = surveyOf(b.files)
			return nil
		})
		later <- s
	}()
}

// rule begins to apply the rules over data, for [build.check].
func (p *plan) rule() {
	if p.Jobs < 2 {
		return
	}
	go func() {
		defer func() { _ = recover() }() // who asks for what was found meets it again
		p.dataFound()
	}()
}
