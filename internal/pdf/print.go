package pdf

import (
	"context"
	_ "embed" // of the scripts
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net/url"
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Paper is a size of paper.
type Paper struct {
	Name          string  // of CSS
	Width, Height float64 // in inches
}

// The papers that there are: ISO 216's, and ANSI's.
var (
	A4     = Paper{"A4", 210 / 25.4, 297 / 25.4}
	Letter = Paper{"letter", 8.5, 11}
)

// Job is a page to print.
type Job struct {
	Files    Files
	Page     string    // its path, as "reports/2023-q1/print/index.html"
	BasePath string    // that its files lie under: "/" or "/repo/"
	BaseURL  string    // of the site, where links to other pages lead; empty where it has none
	Paper    Paper     // zero: A4
	Date     time.Time // that the document gets
	State    string    // SHA-256, in hexadecimal digits, of what it is made from: its stamp
	Progress func(step string)
}

// Printed is a finished PDF.
type Printed struct {
	Bytes []byte
	Pages int
}

// rounds is how often a document is printed until its contents are true.
const rounds = 4

// Print prints a page, with page numbers in its contents, twice or more: a
// number can make a line longer, and so move what comes behind.
func (b *Browser) Print(job Job) (printed *Printed, err error) {
	if job.Paper == (Paper{}) {
		job.Paper = A4
	}
	tab, closeTab := chromedp.NewContext(b.ctx)
	defer closeTab()
	ctx, cancel := context.WithTimeout(tab, b.limit)
	defer cancel()
	var found faults
	s, err := serve(ctx, job.BasePath, job.Files, &found)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()

	p := &press{Job: job, ctx: ctx, server: s, faults: &found}
	f, err := p.run()
	if err != nil {
		return nil, b.explain(ctx, err)
	}
	settled, err := f.settled(job.Date)
	if err != nil {
		return nil, err
	}
	return &Printed{stamped(settled, job.State), f.Pages()}, nil
}

// explain says why printing failed: whether somebody ended it, the browser hung
// or went, or the page is wrong.
func (b *Browser) explain(ctx context.Context, err error) error {
	switch {
	case b.outer.Err() != nil:
		return context.Cause(b.outer)
	case b.ctx.Err() == nil && errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &Failure{Message: fmt.Sprintf("the browser did not finish within %v", b.limit), Hint: "try again, or name another browser with --browser" + b.said.hint()}
	case b.gone():
		return &Failure{Message: "the browser ended while it printed", Hint: "try again, or name another browser with --browser" + b.said.hint(), Err: err}
	}
	return err
}

// press prints one page.
type press struct {
	Job
	ctx    context.Context
	server *server
	faults *faults
}

var (
	//go:embed prepare.js
	prepareScript string
	//go:embed contents.js
	contentsScript string
)

// run loads the page and prints it until the numbers of its contents are true.
func (p *press) run() (*File, error) {
	p.say("loading the page")
	if err := p.load(); err != nil {
		return nil, err
	}
	numbers := map[string]int{}
	ids, err := p.number(numbers)
	if err != nil {
		return nil, err
	}
	for range rounds {
		p.say("printing")
		f, err := p.print()
		if err != nil {
			return nil, err
		}
		now, err := pagesOf(f, ids)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Page, err)
		}
		if maps.Equal(numbers, now) {
			return f, p.verify(f)
		}
		numbers = now
		p.say("numbering the contents")
		if _, err := p.number(numbers); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the contents of %s are not true after printing it %d times: with each page number, others change", p.Page, rounds)
}

func (p *press) say(step string) {
	if p.Progress != nil {
		p.Progress(step)
	}
}

// load opens the page as it is on paper. Its scripts do not run, and it gets
// nothing but the files of the site.
func (p *press) load() error {
	if err := chromedp.Do(p.ctx); err != nil {
		return fmt.Errorf("open a page in the browser: %w", err)
	}
	go p.guard(chromedp.Events(p.ctx, fetch.RequestPaused))
	address := p.server.origin + p.BasePath + (&url.URL{Path: strings.TrimSuffix(p.Page, "index.html")}).EscapedPath()
	err := chromedp.Do(p.ctx,
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{})
			return err
		}),
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			return err
		}),
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
			return err
		}),
		chromedp.Navigate(address),
	)
	if err != nil {
		return fmt.Errorf("load %s in the browser: %w", p.Page, errors.Join(p.faults.err(), err))
	}
	broken, err := call[[]string](p.ctx, prepareScript, map[string]string{"base": p.BaseURL, "path": p.BasePath, "size": p.Paper.Name})
	if err != nil {
		return fmt.Errorf("make %s ready to print: %w", p.Page, err)
	}
	if p.faults.err() == nil { // else it is said already why
		for _, what := range broken {
			p.faults.add("%s", strings.ReplaceAll(what, p.server.origin+p.BasePath, ""))
		}
	}
	if err := p.faults.err(); err != nil {
		return fmt.Errorf("%s is not complete: %w", p.Page, err)
	}
	return nil
}

// guard lets through what is asked of the server, and nothing else.
func (p *press) guard(requests iter.Seq2[fetch.EventRequestPaused, error]) {
	for r, err := range requests {
		if err != nil {
			return // the page is closed, or whoever waits for it hears of it
		}
		if strings.HasPrefix(r.Request.URL, p.server.origin+"/") {
			_, err = chromedp.Call(p.ctx, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: r.RequestID})
		} else {
			p.faults.add("the page asks for %s, which is not of the site", r.Request.URL)
			_, err = chromedp.Call(p.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: r.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
		}
		if err != nil && p.ctx.Err() == nil {
			p.faults.add("%s was not loaded: %v", r.Request.URL, err)
		}
	}
}

// print prints the page as it stands.
func (p *press) print() (*File, error) {
	yes := true
	src, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(func(o *page.PrintToPDFParams) {
		o.PaperWidth, o.PaperHeight, o.PreferCSSPageSize = p.Paper.Width, p.Paper.Height, &yes
		o.PrintBackground, o.GenerateTaggedPDF, o.GenerateDocumentOutline = &yes, &yes, &yes
		o.TransferMode = page.PrintToPDFTransferModeReturnAsStream
	}))
	if err != nil {
		return nil, fmt.Errorf("print %s: %w", p.Page, err)
	}
	if err := p.faults.err(); err != nil { // what is loaded for paper alone
		return nil, fmt.Errorf("%s is not complete: %w", p.Page, err)
	}
	f, err := Read(src)
	if err != nil {
		return nil, fmt.Errorf("read what the browser printed: %w", err)
	}
	return f, nil
}

// pagesOf are the pages of what the contents lead to, by their ids.
func pagesOf(f *File, ids []string) (map[string]int, error) {
	targets, pages := f.Targets(), make(map[string]int, len(ids))
	for _, id := range ids {
		page, ok := targets[id]
		if !ok {
			return nil, fmt.Errorf("its contents lead to #%s, which is on no page", id)
		}
		pages[id] = page
	}
	return pages, nil
}

// number sets the page numbers that are known, and gives back the ids that the
// contents lead to.
func (p *press) number(pages map[string]int) ([]string, error) {
	ids, err := call[[]string](p.ctx, contentsScript, pages)
	if err != nil {
		return nil, fmt.Errorf("number the contents of %s: %w", p.Page, err)
	}
	return ids, nil
}

// verify looks at what a reader, or a program that reads to one, relies on.
func (p *press) verify(f *File) error {
	var missing []string
	lack := func(it bool, what string) {
		if it {
			missing = append(missing, what)
		}
	}
	lack(!f.Tagged(), "tags")
	lack(f.Title() == "", "a title")
	lack(f.Language() == "", "a language")
	lack(len(f.Outline()) == 0, "an outline")
	if len(missing) > 0 {
		return fmt.Errorf("what the browser made of %s lacks %s", p.Page, strings.Join(missing, " and "))
	}
	for _, l := range f.Links() {
		if strings.HasPrefix(l.URL, p.server.origin) {
			return fmt.Errorf("a link on page %d leads to %s, an address of this machine", l.Page, l.URL)
		}
	}
	return nil
}

// call calls a function of JavaScript in the page.
func call[T any](ctx context.Context, function string, argument any) (T, error) {
	src, err := json.Marshal(argument)
	if err != nil {
		var none T
		return none, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[T]("("+function+")("+string(src)+")", chromedp.EvalAwaitPromise))
}
