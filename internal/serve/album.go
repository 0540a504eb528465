package serve

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// album draws the pictures of one build when they are asked for, and keeps
// them until the next.
type album struct {
	of    *build.Result
	slots chan struct{} // as many as may be drawn at a time; all albums share them
	guard sync.Mutex
	drawn map[string]*picture
}

// picture is one that was asked for; src or fault is there when done is closed.
type picture struct {
	done  chan struct{}
	src   []byte
	fault string
}

func newAlbum(of *build.Result, slots chan struct{}) *album {
	return &album{of: of, slots: slots, drawn: map[string]*picture{}}
}

// at is the picture at a path of the site, which may have to be waited for; nil
// where there is none.
func (a *album) at(path string) *picture {
	if a == nil {
		return nil
	}
	draw := a.of.Picture(path)
	if draw == nil {
		return nil
	}
	a.guard.Lock()
	defer a.guard.Unlock()
	p := a.drawn[path]
	if p == nil {
		p = &picture{done: make(chan struct{})}
		a.drawn[path] = p
		go func() {
			a.slots <- struct{}{}
			defer func() { <-a.slots }()
			defer close(p.done)
			p.draw(a.of, draw)
		}()
	}
	return p
}

// draw draws the picture, or tells why it cannot be drawn.
func (p *picture) draw(of *build.Result, draw func() ([]byte, diag.Problems)) {
	defer func() {
		if v := recover(); v != nil {
			p.fault = fmt.Sprintf("the generator failed: %v", v)
		}
	}()
	src, problems := draw()
	if problems.Errors() == 0 {
		p.src = src
		return
	}
	var text strings.Builder
	_ = diag.Write(&text, diag.Text, problems, of.Source) // a strings.Builder does not fail
	p.fault = text.String()
}

// wait waits until the picture is drawn, or nobody wants it any more.
func (p *picture) wait(ctx context.Context) error {
	select {
	case <-p.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
