package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/serve"
)

func serveCommand() *cobra.Command {
	var (
		site siteFlags
		addr string
	)
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the site on this machine, and rebuild it with every change",
		Long: `Serve builds the site into a folder of its own, shows it on this machine, and
builds it again whenever a file in content/, data/ or templates/ changes. Pages
that are open reload themselves; problems are shown over the page and here, and
the last good page stays under them. Ctrl-C ends it.`,
		Example: `  bulletin serve
  bulletin serve --drafts
  bulletin serve --addr 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return failed(serve.Run(c.Context(), serve.Options{
				Dir: site.dir, Addr: addr, Drafts: site.drafts, Jobs: int(site.jobs), Version: version, Now: time.Now,
				Ready: func(url string) {
					fmt.Fprintf(c.OutOrStdout(), "serving %s (Ctrl-C ends it)\n", url)
				},
				Report: func(result *build.Result, err error) {
					if result != nil {
						// A terminal that went away does not end the server.
						_ = diag.Write(c.ErrOrStderr(), diag.Text, result.Problems, result.Source)
					}
					switch {
					case err != nil:
						fmt.Fprintf(c.ErrOrStderr(), "bulletin: %v\n", err)
					case result.Blocked:
						fmt.Fprintf(c.ErrOrStderr(), "%s: the last good site stays\n", tally(result.Problems, result.Accepted))
					default:
						fmt.Fprintln(c.OutOrStdout(), published(result))
					}
				},
			}))
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.StringVar(&addr, "addr", "", "the `address` on this machine (default 127.0.0.1:8080, or the next free port)")
	return c
}
