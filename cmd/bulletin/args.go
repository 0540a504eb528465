package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
)

// one is the rule of a command that takes one argument. what names it, and the
// example says how it is written.
func one(what, example string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return &build.UsageError{
			Message: fmt.Sprintf("%s wants one %s, and got %d", c.Name(), what, len(args)),
			Hint:    "as in " + example,
		}
	}
}
