package main

import (
	"github.com/spf13/cobra"
)

func newCommand(now clock) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Begin the next edition, a snapshot, an article or a page",
		Long: `New writes the files that something new begins with, as a draft: all of them or
none, and what is there already stays as it is.`,
		Example: `  bulletin new report 2023-Q2
  bulletin new snapshot 2025-02
  bulletin new article "Pushbacks into Serbia"
  bulletin new page "How we count"
  bulletin help new report`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newReportCommand(now), newSnapshotCommand(now), newArticleCommand(now), newPageCommand(now))
	return c
}
