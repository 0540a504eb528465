package build

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"time"

	"bulletin/internal/pdf"
	"bulletin/internal/render"
	"bulletin/internal/site"
)

// PDFs is what a build is told of the PDFs of its editions.
type PDFs struct {
	Make    bool              // one of each edition
	Browser string            // to print with, by its path or name; empty: one that is found
	Paper   pdf.Paper         // zero: A4
	Say     func(step string) // told of what takes seconds; may be nil
}

// readUploads finds out what the uploaded PDFs of editions tell of themselves.
// One that cannot be read still can be linked.
func (b *build) readUploads(s *site.Site) {
	for _, e := range s.Editions {
		route := e.UploadRoute()
		if !s.Uploads[route] {
			continue
		}
		src, err := fs.ReadFile(b.files, "content"+route)
		if err != nil {
			continue // making the upload reports it
		}
		e.Uploaded = &site.PDF{Route: route, Size: len(src), State: pdf.State(src)}
		if f, err := pdf.Read(src); err == nil {
			e.Uploaded.Pages = f.Pages()
		}
	}
}

// print makes the PDF of each edition, before the pages, which tell its size. It
// makes none when the site will not be published.
func (b *build) print(ctx context.Context, p *plan) (err error) {
	if !b.PDFs.Make || b.stopped() || len(p.site.Editions) == 0 {
		return nil
	}
	browser, err := b.browser(ctx)
	if err != nil {
		return err
	}
	defer browser.Close()
	progress := b.progress(0, p.things)
	for i, e := range p.site.Editions {
		printed, err := b.printEdition(browser, p, e)
		if err != nil {
			return err
		}
		progress()
		if printed == nil {
			continue // its page has problems, which stop the build when it is made
		}
		if err := b.stagePDF(p, made{path: p.pdfs[i], source: e.Page.Document.File, sum: sha256.Sum256(printed.Bytes), size: len(printed.Bytes)}, printed.Bytes); err != nil {
			return err
		}
		e.Built = &site.PDF{Route: e.BuiltRoute(), Size: len(printed.Bytes), Pages: printed.Pages, State: pdf.State(printed.Bytes)}
	}
	return nil
}

// stagePDF stages a PDF, where there is a stage.
func (b *build) stagePDF(p *plan, file made, src []byte) error {
	p.printed = append(p.printed, printed{file, src})
	if b.stage == nil {
		return nil
	}
	return b.stage.AddSum(file.path, file.source, src, file.sum)
}

// browser starts the browser, and says so where it runs without its sandbox.
func (b *build) browser(ctx context.Context) (*pdf.Browser, error) {
	b.say("starting the browser")
	browser, err := pdf.Start(ctx, b.PDFs.Browser)
	if err != nil {
		return nil, err
	}
	if browser.Open {
		b.result.Notes = append(b.result.Notes, browser.Name+" printed without its sandbox, which it cannot have where everything runs as root")
	}
	return browser, nil
}

func (b *build) say(step string) {
	if b.PDFs.Say != nil {
		b.PDFs.Say(step)
	}
}

// printEdition prints the print edition, or takes what an earlier build printed of the
// same. There is none when its page cannot be made.
func (b *build) printEdition(browser *pdf.Browser, p *plan, e *site.Edition) (*pdf.Printed, error) {
	if p.theme == nil {
		return nil, nil
	}
	pages := append([]*site.Page{e.Page}, e.Sections...)
	problems, _ := p.open(pages)
	defer p.shut(pages)
	o := render.Page(p.site, e.Print, p.theme, render.Images{}, p.figures)
	made, found := o.Make()
	if problems.Errors()+found.Errors() > 0 {
		return nil, nil
	}
	job := pdf.Job{
		Files: func(name string) ([]byte, error) { return p.find(e, name) }, Page: o.Path, BasePath: p.site.BasePath(), BaseURL: p.site.Absolute("/"), Paper: b.PDFs.Paper,
		Date: printDate(e), State: made.Facts.State(),
		Progress: func(step string) { b.say(e.ID + ": " + step) },
	}
	if kept := b.keptPDF(browser, e, job); kept != nil {
		return kept, nil
	}
	read := new(papers)
	printed, err := browser.Print(read.reading(job))
	if err != nil {
		return nil, fmt.Errorf("print the edition %s: %w", e.ID, err)
	}
	b.keepPDF(browser, e, job, read, printed)
	return printed, nil
}

// printDate is the date of an edition's PDF: when it was published, updated or
// revised last, or else the end of what it is about. It is never the time at
// which it is printed.
func printDate(e *site.Edition) time.Time {
	day := e.Dated()
	if day == 0 {
		day = e.Period.Last()
	}
	year, month, date := day.Civil()
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
}
