package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

const (
	// oldest is the first version that draws what stands in the margins of a
	// page, the running heads: chromestatus.com/feature/5147193741377536.
	oldest = 131
	// How long starting a browser may take, and printing a page.
	startPatience = 30 * time.Second
	printPatience = 2 * time.Minute
)

// Browser is a browser that was started, to print with.
type Browser struct {
	Name    string // of the program
	Version string // "156.0.8078.79"
	Open    bool   // its sandbox is off, since it refuses to run as root with one

	outer context.Context // whoever started it
	ctx   context.Context // of its first tab, and so of all
	stop  func()
	said  *tail
	limit time.Duration // of printing a page
}

// Start starts a browser: the one at a path or of a name, or the first that is
// found. It runs without a window and with a profile of its own, and has no way
// to any other machine. It ends, and its profile goes, with Close, or when ctx
// ends.
func Start(ctx context.Context, asked string) (*Browser, error) {
	return start(ctx, asked, startPatience)
}

// start starts a browser that must answer within some time.
func start(ctx context.Context, asked string, patience time.Duration) (*Browser, error) {
	path, err := thisMachine(exec.LookPath, os.Getenv).find(asked)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "bulletin-pdf-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the browser: %w", err)
	}
	b := &Browser{Name: shown(path), Open: os.Geteuid() == 0, outer: ctx, said: &tail{}, limit: printPatience}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(folder),
		chromedp.Env("TMPDIR="+folder),
		chromedp.Flag("no-sandbox", b.Open),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("font-render-hinting", "none"), // else a line's width depends on the machine
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.CombinedOutput(b.said),
		chromedp.ModifyCmdFunc(alone),
	)
	allocator, stopAllocator := chromedp.NewExecAllocator(ctx, options...)
	tab, closeTab := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {})) // what fails comes back as an error too
	b.ctx = tab
	b.stop = sync.OnceFunc(func() { closeTab(); stopAllocator(); tidy(folder) })

	// The browser lives as long as the context that it is started with, so that
	// one with a limit will not do.
	late := time.AfterFunc(patience, closeTab)
	version, err := chromedp.Run(tab, func(ctx context.Context, t *chromedp.Target) (*browser.GetVersionResult, error) {
		v, err := chromedp.CallBrowser(ctx, browser.GetVersion, cdp.Empty{})
		return &v, err
	})
	inTime := late.Stop()
	if err == nil {
		b.Version, err = recent(version.Product)
	}
	if err == nil && inTime { // else its tab is closed, though it answered
		return b, nil
	}
	b.stop()
	var old *Failure
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case errors.As(err, &old):
		return nil, err
	case !inTime:
		err = fmt.Errorf("it did not answer within %v", patience)
	}
	return nil, &Failure{
		Message: "the browser " + path + " could not be started",
		Hint:    "see whether it starts by hand, or name another one with --browser" + b.said.hint(),
		Err:     err,
	}
}

// tidy removes a browser's folder. Its processes may go on writing there for a
// moment; what stays then lies among the temporary files.
func tidy(folder string) {
	for range 50 {
		if os.RemoveAll(folder) == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Close ends the browser, and waits until it is gone.
func (b *Browser) Close() { b.stop() }

// gone tells whether the browser ended by itself. Its connection is lost first,
// and its context ends a moment later.
func (b *Browser) gone() bool {
	select {
	case <-b.ctx.Done():
		return true
	case <-chromedp.FromContext(b.ctx).Browser.LostConnection:
		return true
	default:
		return false
	}
}

var product = regexp.MustCompile(`^[A-Za-z]+/((\d+)[\d.]*)$`)

// recent is the version in "HeadlessChrome/156.0.8078.79", if it can do what is
// asked for.
func recent(named string) (string, error) {
	m := product.FindStringSubmatch(named)
	if m == nil {
		return "", &Failure{Message: fmt.Sprintf("the browser calls itself %q, which tells no version", named), Hint: "name Chromium, Chrome or Edge with --browser"}
	}
	if major, err := strconv.Atoi(m[2]); err != nil || major < oldest {
		return "", &Failure{
			Message: fmt.Sprintf("the browser is too old: it is version %s, and pages with running heads need %d", m[1], oldest),
			Hint:    "install a newer one, or name one with --browser",
		}
	}
	return m[1], nil
}

// tail keeps the end of what a browser says.
type tail struct {
	lock sync.Mutex
	text []byte
}

// Write takes output of the browser.
func (t *tail) Write(p []byte) (int, error) {
	const most = 4 << 10
	t.lock.Lock()
	defer t.lock.Unlock()
	t.text = append(t.text, p...)
	t.text = t.text[max(0, len(t.text)-most):]
	return len(p), nil
}

// hint is the last line that tells of something fatal, or the last one.
func (t *tail) hint() string {
	t.lock.Lock()
	defer t.lock.Unlock()
	last := ""
	for line := range strings.Lines(string(t.text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.Contains(last, ":FATAL:") {
			last = line
		}
	}
	if last == "" {
		return ""
	}
	return "; it said last: " + strings.ToValidUTF8(last, "\uFFFD")
}
