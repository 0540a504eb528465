package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// patience is how long a build may take before a bar is shown.
const patience = time.Second

// bar shows how far a build has come, on a terminal, once it takes long.
type bar struct {
	w     io.Writer
	now   func() time.Time
	began time.Time
	bar   *progressbar.ProgressBar
}

// newBar is a bar for w; where w is no terminal it never shows.
func newBar(w io.Writer, now func() time.Time) *bar {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return &bar{}
	}
	return &bar{w: w, now: now, began: now()}
}

// show takes the number of files made so far.
func (b *bar) show(done, total int) {
	if b.w == nil || b.bar == nil && b.now().Sub(b.began) < patience {
		return
	}
	if b.bar == nil {
		b.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(b.w),
			progressbar.OptionSetDescription("making files"),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
	_ = b.bar.Set(done) // a terminal that went away does not stop a build
}

// clear takes the bar away.
func (b *bar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
