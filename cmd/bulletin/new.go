package main

import (
	"github.com/spf13/cobra"
)

func newCommand(now clock) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Begin the next edition, or another page",
		Long:  "New writes the files that something new begins with. What is there already stays as it is.",
		Example: `  bulletin new report 2023-Q2
  bulletin help new report`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newReportCommand(now))
	return c
}
