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
	Dir     string                     // the site's folder
	Addr    string                     // loopback host and port; empty: 127.0.0.1:8080, or the next free port
	Drafts  bool                       // show pages marked as drafts
	Jobs    int                        // workers
	Version string                     // of the generator
	Now     func() time.Time           // the clock
	Ready   func(url string)           // told the address of the site, once, when it answers
	Report  func(*build.Result, error) // told what came of each build
}

// Run serves until the context is done, which is no error. An address that is
// not on this machine is a [build.UsageError].
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

	watch, err := newWatcher(o.Dir)
	if err != nil {
		return fmt.Errorf("watch the site's folder: %w", err)
	}
	defer func() { err = errors.Join(err, watch.Close()) }()

	board := newBoard(o.Now(), o.Jobs)
	rebuild := func() error {
		result, err := build.Run(ctx, build.Options{
			Dir: o.Dir, Out: out, Jobs: o.Jobs, Drafts: o.Drafts, OnDemand: true, Version: o.Version, Now: o.Now,
		})
		if ctx.Err() != nil {
			return nil
		}
		var usage *build.UsageError
		if errors.As(err, &usage) {
			return err
		}
		board.post(result, err)
		o.Report(result, err)
		return nil
	}
	if err := rebuild(); err != nil {
		return err
	}

	// Streams of events end with the context, so that they do not hold up the end.
	server := &http.Server{
		Handler:           &handler{files: root.FS(), board: board, done: ctx.Done()},
		ReadHeaderTimeout: 10 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	o.Ready("http://" + listener.Addr().String() + board.state().base)

	changes := watch.changes(ctx)
	for {
		select {
		case <-ctx.Done():
			return stop(server)
		case err := <-failed:
			return fmt.Errorf("serve: %w", err)
		case err, ok := <-changes:
			if !ok {
				changes = nil // the context is done
				continue
			}
			if err != nil {
				return fmt.Errorf("watch the site's folder: %w", err)
			}
			if err := rebuild(); err != nil {
				board.post(nil, err)
				o.Report(nil, err)
			}
		}
	}
}

// stop lets requests end, for a moment.
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
