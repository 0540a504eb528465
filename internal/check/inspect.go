package check

import (
	"maps"
	"runtime"
	"sync"
	"sync/atomic"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Inspect applies the rules over the site and over the words of its pages, and
// tells how much of the editions' figures is bound. The pages are shared out to
// as many workers as there are processors; what they find comes in no order.
func Inspect(s *site.Site) (diag.Problems, []BoundShare) {
	in := inspect(s)
	known := namesOf(s)
	counts := make([]BoundShare, len(s.Pages))
	workers := make([]*worker, min(runtime.GOMAXPROCS(0), len(s.Pages)))
	var (
		next atomic.Int64
		done sync.WaitGroup
	)
	for i := range workers {
		w := newWorker(s, known)
		workers[i] = w
		done.Go(func() { w.work(s.Pages, &next, counts) })
	}
	done.Wait()
	var all diag.Problems
	for _, w := range workers {
		if w.fault != nil {
			panic(w.fault) // where the caller can catch it
		}
		for _, r := range w.rules {
			all = append(all, r.problems...)
		}
		maps.Copy(in.used, w.used)
	}
	for _, rule := range Rules() {
		if rule.site != nil {
			r := &Reporter{inspection: in, rule: rule}
			rule.site(s, r)
			all = append(all, r.problems...)
		}
	}
	return all, sumBound(counts)
}

// worker applies the rules over words to some of the pages.
type worker struct {
	*inspection
	reader *reader
	rules  []*Reporter
	fault  any // of a panic
}

// work reads pages until none is left that nobody has taken.
func (w *worker) work(pages []*site.Page, next *atomic.Int64, counts []BoundShare) {
	defer func() { w.fault = recover() }()
	for n := next.Add(1) - 1; n < int64(len(pages)); n = next.Add(1) - 1 {
		d := w.reader.read(pages[n])
		w.found = w.found[:0]
		for _, r := range w.rules {
			r.rule.prose(d, r)
		}
		counts[n] = countBound(d)
	}
}

func newWorker(s *site.Site, known *names) *worker {
	w := &worker{inspection: inspect(s), reader: newReader(s, known)}
	for _, rule := range Rules() {
		if rule.prose != nil {
			w.rules = append(w.rules, &Reporter{inspection: w.inspection, rule: rule})
		}
	}
	return w
}
