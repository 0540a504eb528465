package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/check"
	"bulletin/internal/diag"
)

func checkCommand() *cobra.Command {
	var (
		site   siteFlags
		strict bool
		rules  bool
		format = choice{string(diag.Text), []string{string(diag.Text), string(diag.JSON), string(diag.GitHub)}}
	)
	c := &cobra.Command{
		Use:   "check",
		Short: "Apply every rule, and write nothing",
		Long: `Check makes every page of the site in -C's folder, applies every rule, and
writes nothing. Problems go to the standard output, sorted by file and line.`,
		Example: `  bulletin check
  bulletin check --strict
  bulletin check --format github
  bulletin check --rules`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if rules {
				return failed(listRules(c.OutOrStdout()))
			}
			result, err := build.Run(c.Context(), build.Options{
				Dir: site.dir, Jobs: int(site.jobs), Strict: strict, Drafts: site.drafts, Version: version, Check: true, Now: time.Now,
			})
			if result != nil {
				if err := diag.Write(c.OutOrStdout(), diag.Format(format.value), append(result.Problems, result.Accepted...), result.Source); err != nil {
					return failed(err)
				}
			}
			if err != nil {
				return failed(err)
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s\n%s%s\n", checked(result), boundShares(result.Bound), tally(result.Problems, result.Accepted))
			if result.Blocked {
				return &outcome{code: problems}
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.Var(&format, "format", "write problems as `text`, json, or github annotations")
	flags.BoolVar(&strict, "strict", false, "let warnings fail the check too")
	flags.BoolVar(&rules, "rules", false, "list the rules and what each asks for")
	return c
}

// listRules writes every rule, its severity and what it asks for.
func listRules(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range check.Rules() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.Name, r.Severity, r.Doc)
	}
	return table.Flush()
}
