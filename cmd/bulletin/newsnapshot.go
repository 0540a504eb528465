package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
)

func newSnapshotCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		dry  bool
	)
	c := &cobra.Command{
		Use:   "snapshot [flags] MONTH",
		Short: "Begin the snapshot of a month",
		Long: `New snapshot makes the snapshot of a month from the last one of a month before it:
its text, with figures, claims and charts on the new month, as a draft. Sentences
that may be wrong there are marked, and each value that is not in the data yet gets
an entry to be filled in, as a comment, in a file of data/observations/. Where no
snapshot of one month is before it, it begins with headings and comments instead.

Nothing that is there already is changed. In a site with errors nothing is made.`,
		Example: `  bulletin new snapshot 2025-02
  bulletin new snapshot 2025-02 --dry-run`,
		Args: one("month", "bulletin new snapshot 2025-02"),
		RunE: func(c *cobra.Command, args []string) error {
			plan, state, err := build.NewSnapshot(c.Context(), build.Options{Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now}, args[0], dry)
			if err != nil {
				return failed(err)
			}
			if plan == nil {
				return nothingMade(c.ErrOrStderr(), state)
			}
			if plan.From == "" {
				fmt.Fprintln(c.OutOrStdout(), "there is no snapshot of one month before it: it begins with headings and comments")
				if !dry {
					return tellBegun(c.OutOrStdout(), plan.Files[0].Name)
				}
				fmt.Fprintf(c.OutOrStdout(), "%s would be written, as a draft\n", plan.Files[0].Name)
				return nil
			}
			tellRolled(c.OutOrStdout(), plan, dry)
			if !dry {
				tellNext(c.OutOrStdout(), plan)
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.read())
	flags.BoolVar(&dry, "dry-run", false, "tell what would be written, and write nothing")
	return c
}
