package build

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"bulletin/internal/pdf"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// entryPDF is the kind of entries in the cache that are printed editions.
const entryPDF = "pdf"

// papers are the files that a browser read to print an edition.
type papers struct {
	lock sync.Mutex
	sums map[string][sha256.Size]byte // zero: there was none
}

// reading makes a job tell what is read for it.
func (r *papers) reading(job pdf.Job) pdf.Job {
	find := job.Files
	r.sums = map[string][sha256.Size]byte{}
	job.Files = func(name string) ([]byte, error) {
		src, err := find(name)
		var sum [sha256.Size]byte
		if err == nil {
			sum = sha256.Sum256(src)
		}
		r.lock.Lock()
		r.sums[name] = sum
		r.lock.Unlock()
		return src, err
	}
	return job
}

// pdfName is the name of a printed edition in the cache: a site is made for several
// addresses in turn.
func pdfName(e *site.Edition, job pdf.Job) string {
	return fmt.Sprintf("%s\n%q %q %s", e.ID, job.BasePath, job.BaseURL, job.Paper.Name)
}

// pdfOf is what a printed edition depends on beside the files that were read for it.
func pdfOf(browser *pdf.Browser, job pdf.Job) string {
	return fmt.Sprintf("%s %s\n%v %s", browser.Name, browser.Version, job.Date, job.State)
}

// keptPDF is what an earlier build printed, if the same browser would print the same
// files now; else nil.
func (b *build) keptPDF(browser *pdf.Browser, e *site.Edition, job pdf.Job) *pdf.Printed {
	if b.memory.store == nil {
		return nil
	}
	src, ok := b.memory.store.Get(entryPDF, pdfName(e, job))
	if !ok {
		return nil
	}
	r := wire.NewReader(src)
	if r.String() != pdfOf(browser, job) {
		return nil
	}
	sums := map[string][sha256.Size]byte{}
	for range r.Len(2) {
		name := r.String()
		sums[name] = r.Sum()
	}
	kept := &pdf.Printed{Pages: int(r.Uint()), Bytes: slices.Clone(r.Bytes())}
	if r.Done() != nil {
		return nil
	}
	for name, was := range sums {
		var now [sha256.Size]byte
		if file, err := job.Files(name); err == nil {
			now = sha256.Sum256(file)
		}
		if now != was {
			return nil
		}
	}
	return kept
}

// keepPDF keeps what was printed for further builds, with what was read for it.
func (b *build) keepPDF(browser *pdf.Browser, e *site.Edition, job pdf.Job, read *papers, printed *pdf.Printed) {
	names := make([]string, 0, len(read.sums))
	for name := range read.sums {
		names = append(names, name)
	}
	slices.Sort(names)
	var w wire.Writer
	w.String(pdfOf(browser, job))
	w.Len(len(names))
	for _, name := range names {
		w.String(name)
		w.Sum(read.sums[name])
	}
	w.Uint(uint64(printed.Pages))
	w.Bytes(printed.Bytes)
	b.memory.put(entryPDF, pdfName(e, job), w.Data())
}
