package check

import (
	"maps"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Inspection applies the rules over a site in the making: those over words page by
// page, while a page is open, then those over the site.
type Inspection struct {
	site  *site.Site
	known *names
	prose []Rule
}

// NewInspection begins an inspection.
func NewInspection(s *site.Site) *Inspection {
	in := &Inspection{site: s, known: namesOf(s)}
	for _, rule := range Rules() {
		if rule.prose != nil {
			in.prose = append(in.prose, rule)
		}
	}
	return in
}

// Found is what the rules over words found on a page.
type Found struct {
	Problems diag.Problems
	Accepted []*data.Acceptance // the reasons in data/ that accept some of it
	Bound    BoundShare         // how many of the page's figures are bound
}

// Worker applies the rules over words to one page after the other. It serves one
// goroutine.
type Worker struct {
	*inspection
	reader *reader
	rules  []*Reporter
}

// Worker is a further worker of the inspection.
func (in *Inspection) Worker() *Worker {
	w := &Worker{inspection: inspect(in.site), reader: newReader(in.site, in.known)}
	for _, rule := range in.prose {
		w.rules = append(w.rules, &Reporter{inspection: w.inspection, rule: rule})
	}
	return w
}

// Page applies the rules over words to a page that is open in s: the site, or a view
// of it.
func (w *Worker) Page(s *site.Site, p *site.Page) Found {
	d := w.reader.read(s, p)
	w.found = w.found[:0]
	var out Found
	for _, r := range w.rules {
		r.problems = nil
		r.rule.prose(d, r)
		out.Problems = append(out.Problems, r.problems...)
	}
	out.Bound = countBound(d)
	if len(w.used) > 0 {
		out.Accepted = slices.Collect(maps.Keys(w.used))
		clear(w.used)
	}
	return out
}

// Data applies the rules over the data: what it finds is the same wherever all files
// of data/ are.
func (in *Inspection) Data() Found {
	var out Found
	shared := inspect(in.site)
	for _, rule := range Rules() {
		if rule.data != nil {
			r := &Reporter{inspection: shared, rule: rule}
			rule.data(in.site, r)
			out.Problems = append(out.Problems, r.problems...)
		}
	}
	out.Accepted = slices.Collect(maps.Keys(shared.used))
	return out
}

// Site applies the rules over the site, once all pages have been looked at: data is
// what Data found, pages what was found on them, in the order of the site. It gives
// all problems, and how much of the editions' figures is bound.
func (in *Inspection) Site(data Found, pages []Found) (diag.Problems, []BoundShare) {
	all := slices.Clone(data.Problems)
	shared := inspect(in.site)
	counts := make([]BoundShare, 0, len(pages))
	for _, a := range data.Accepted {
		shared.used[a] = true
	}
	for _, p := range pages {
		all = append(all, p.Problems...)
		counts = append(counts, p.Bound)
		for _, a := range p.Accepted {
			shared.used[a] = true
		}
	}
	all = firstOnly(all)
	for _, rule := range Rules() {
		if rule.site != nil {
			r := &Reporter{inspection: shared, rule: rule}
			rule.site(in.site, r)
			all = append(all, r.problems...)
		}
	}
	return all, sumBound(counts)
}

// Inspect applies the rules over a site all of whose pages are open.
func Inspect(s *site.Site) (diag.Problems, []BoundShare) {
	in := NewInspection(s)
	w := in.Worker()
	found := make([]Found, len(s.Pages))
	for i, p := range s.Pages {
		found[i] = w.Page(s, p)
	}
	return in.Site(in.Data(), found)
}
