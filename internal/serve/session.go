package serve

import (
	"context"
	"errors"
	"fmt"

	"bulletin/internal/build"
)

// session makes the site again and again while it is shown.
type session struct {
	Options
	live   *build.Live
	board  *board
	looked *looked
}

// attend makes the site, and makes it again with every change, until the context is
// done or serving failed. A change while it is being made begins it anew: what was
// found out by then is not lost, and nobody waits for what is out of date.
func (s *session) attend(ctx context.Context, host string, changes <-chan change, failed <-chan error) error {
	var (
		built    = make(chan error)
		building bool
		again    bool // when the build that was cancelled has ended
		answers  bool // somebody was told where
		cancel   context.CancelFunc
	)
	begin := func() {
		var one context.Context
		one, cancel = context.WithCancel(ctx)
		building = true
		go func() { built <- s.build(one) }()
	}
	begin()
	defer func() {
		cancel()
		if building {
			<-built
		}
	}()
	known := make(chan string, 1)
	go func() { known <- s.live.BasePath(ctx) }()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return fmt.Errorf("serve: %w", err)
		case base := <-known:
			if ctx.Err() == nil && !answers {
				answers = true
				s.open(ctx, host+base)
			}
		case err := <-built:
			cancel()
			building = false
			switch {
			case ctx.Err() != nil:
				return nil
			case again:
				again = false
				begin()
			case answers:
			case err != nil:
				return err
			default: // it has failed before its path was known
				answers = true
				s.open(ctx, host+"/")
			}
		case next, ok := <-changes:
			if !ok {
				return nil
			}
			if next.rough {
				next.paths = nil
			}
			s.live.Told(next.paths)
			switch {
			case building:
				cancel()
				again = true
			default:
				begin()
			}
		}
	}
}

// build makes the site and tells what came of it: first of all the pages that somebody
// looks at. The error is that the folder that was asked for is none.
func (s *session) build(ctx context.Context) error {
	result, err := s.live.Make(ctx, s.looked.names(), func([]string) { s.board.ahead() })
	if err != nil && ctx.Err() != nil {
		return nil
	}
	s.board.post(result, err)
	var usage *build.UsageError
	if errors.As(err, &usage) && !s.board.state().site {
		return err
	}
	s.Report(result, err)
	return nil
}

// open tells that the site answers, and shows it in a browser where that was
// asked for.
func (s *session) open(ctx context.Context, url string) {
	s.Ready(url)
	if s.Browse == nil {
		return
	}
	go func() {
		if err := s.Browse(ctx, url); err != nil && ctx.Err() == nil {
			s.Note(fmt.Sprintf("no browser was opened: %v", err))
		}
	}()
}
