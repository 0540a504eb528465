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
	live := build.NewLive(build.Options{
		Dir: o.Dir, Out: out, Jobs: o.Jobs, Drafts: o.Drafts, OnDemand: true, Cache: o.Cache, Version: o.Version, Now: o.Now,
		Progress: board.progress,
	})
	defer live.Close()
	h := &handler{files: root.FS(), live: live, board: board, done: ctx.Done()}
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	failed, changes := make(chan error, 1), make(chan change)
	go func() { failed <- server.Serve(listener) }()
	go watch.run(ctx, changes)
	defer func() {
		cancel()
		err = errors.Join(err, stop(server))
		for range changes {
		}
	}()
	s := &session{Options: o, live: live, board: board, looked: &h.looked}
	return s.attend(ctx, "http://"+listener.Addr().String(), changes, failed)
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
