package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

func checkCommand(now clock) *cobra.Command {
	var (
		site   siteFlags
		strict bool
		rules  bool
		about  string
		format = choice{formatText, []string{formatText, formatJSON, formatGitHub, formatMarkdown}}
	)
	c := &cobra.Command{
		Use:   "check",
		Short: "Apply every rule, and write nothing",
		Long: `Check makes every page of the site in -C's folder, applies every rule, and
writes nothing. Problems go to the standard output, sorted by file and line.

With --release it tells what is left to do before an edition is released, drafts
included, as a checklist by chapter, and fails while anything is left.`,
		Example: `  bulletin check
  bulletin check --strict
  bulletin check --format github
  bulletin check --release 2023-Q2
  bulletin check --rules`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if rules {
				return listRules(c.Context(), c.OutOrStdout(), format.value)
			}
			if about != "" {
				return release(c.Context(), build.Options{Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now}, about, format.value, c.OutOrStdout(), c.ErrOrStderr())
			}
			if format.value == formatMarkdown {
				return &build.UsageError{Message: "problems are not written as markdown", Hint: "--format takes text, json or github; with --rules or --release, markdown too"}
			}
			result, err := build.Run(c.Context(), build.Options{
				Dir: site.dir, Jobs: int(site.jobs), Strict: strict, Drafts: site.drafts, Version: version, Check: true, Now: now,
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
	flags.Var(&format, "format", "write problems as `text`, json, or github annotations; rules as text, json or markdown; a checklist as any of them")
	flags.BoolVar(&strict, "strict", false, "let warnings fail the check too")
	flags.StringVar(&about, "release", "", "tell what is left before an `EDITION` is released")
	flags.BoolVar(&rules, "rules", false, "list the rules and what each asks for")
	c.MarkFlagsMutuallyExclusive("release", "rules")
	return c
}
