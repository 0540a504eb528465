package main

import (
	"github.com/spf13/cobra"

	"bulletin/internal/serve"
)

func serveCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		addr string
		open bool
	)
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the site on this machine, and rebuild it with every change",
		Long: `Serve shows the site on this machine, and makes anew what a change of a file in
content/, data/ or templates/ touches. Pages that are open reload themselves and
stay where the reader was. Problems are shown over the page and here, and the
last good page stays under them. Ctrl-C ends it.`,
		Example: `  bulletin serve
  bulletin serve --open --drafts
  bulletin serve --addr 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			shown := &console{out: c.OutOrStdout(), err: c.ErrOrStderr()}
			options := serve.Options{
				Dir: site.dir, Addr: addr, Drafts: site.drafts, Jobs: int(site.jobs), Cache: ".cache", Version: version, Now: now,
				Ready: shown.ready, Report: shown.report, Note: shown.note,
			}
			if open {
				options.Browse = serve.Browse
			}
			easeServing()
			return failed(serve.Run(c.Context(), options))
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.StringVar(&addr, "addr", "", "the `address` on this machine (default 127.0.0.1:8080, or the next free port)")
	flags.BoolVar(&open, "open", false, "show the site in the browser")
	return c
}
