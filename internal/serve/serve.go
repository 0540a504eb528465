package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"bulletin/internal/build"
)

// Options is what to serve, and where.
type Options struct {
	Dir     string                                      // the site's folder
	Addr    string                                      // loopback host and port; empty: 127.0.0.1:8080, or the next free port
	Drafts  bool                                        // show pages marked as drafts
	Jobs    int                                         // workers
	Cache   string                                      // the folder of the cache, taken from Dir; empty: none
	Version string                                      // of the generator
	Now     func() time.Time                            // the clock
	Ready   func(url string)                            // told the address of the site, once, when it answers
	Report  func(*build.Result, error)                  // told what came of each build, one after the other
	Note    func(text string)                           // told what whoever writes should know; at any time
	Browse  func(ctx context.Context, url string) error // shows the site in a browser; nil: nobody asked for it
}

// Run serves until the context is done, which is no error. An address that is
// not on this machine is a [build.UsageError], one that is taken a [Failure].
func Run(ctx context.Context, o Options) (err error) {
	listener, err := listen(ctx, o.Addr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closed(listener.Close())) }()

	out, err := os.MkdirTemp("", "bulletin-serve-")
	if err != nil {
		return fmt.Errorf("make a folder for the site: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(out)) }()
	root, err := os.OpenRoot(out)
	if err != nil {
		return fmt.Errorf("open the folder for the site: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()

	watch, err := newWatcher(o.Dir, openSystem, o.Note)
	if err != nil {
		return fmt.Errorf("watch the site's folder: %w", err)
	}
	defer func() { err = errors.Join(err, watch.Close()) }()

	// What is on its way ends before its folders go.
	ctx, cancel := context.WithCancel(ctx)
	board := newBoard(o.Now(), o.Jobs)
	s := &session{o, out, board}
	failed := make(chan error, 1)
	server := &http.Server{
		Handler:           &handler{files: root.FS(), board: board, done: ctx.Done()},
		ReadHeaderTimeout: 10 * time.Second,
	}
	changes, built := make(chan change), make(chan error)
	go func() { failed <- server.Serve(listener) }()
	go watch.run(ctx, changes)
	go func() { built <- s.build(ctx) }()
	defer func() {
		cancel()
		err = errors.Join(err, stop(server))
		for range changes {
		}
	}()
	return s.attend(ctx, "http://"+listener.Addr().String(), changes, built, failed)
}

// session is one run of the server.
type session struct {
	Options
	out   string // where the site is built
	board *board
}

// attend builds with every change, until the context is done or serving failed.
// The first build is on its way.
func (s *session) attend(ctx context.Context, host string, changes <-chan change, built, failed chan error) (err error) {
	building, first := true, true
	defer func() {
		if building {
			<-built
		}
	}()
	for {
		next := changes
		if building {
			next = nil // the watcher gathers meanwhile
		}
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return fmt.Errorf("serve: %w", err)
		case err := <-built:
			building = false
			if ctx.Err() != nil {
				return nil
			}
			if first && err != nil {
				return err
			}
			if first {
				s.open(ctx, host+s.board.state().base)
			}
			first = false
		case _, ok := <-next:
			if !ok {
				return nil
			}
			building = true
			go func() { built <- s.build(ctx) }()
		}
	}
}

// build makes the site and tells what came of it. The error is that the folder
// that was asked for is none.
func (s *session) build(ctx context.Context) error {
	result, err := build.Run(ctx, build.Options{
		Dir: s.Dir, Out: s.out, Jobs: s.Jobs, Drafts: s.Drafts, OnDemand: true, Cache: s.Cache, Version: s.Version, Now: s.Now,
		Progress: s.board.progress,
	})
	if ctx.Err() != nil {
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

// stop lets requests end, for a moment. Streams of events end with the context.
func stop(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		return closed(server.Close())
	}
	return nil
}

// closed takes closing twice for no error.
func closed(err error) error {
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}
