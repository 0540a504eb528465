package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/diff"
)

func diffCommand() *cobra.Command {
	var (
		site   siteFlags
		format = choice{string(diff.Text), []string{string(diff.Text), string(diff.JSON), string(diff.Markdown)}}
	)
	c := &cobra.Command{
		Use:   "diff [flags] REV|DIR",
		Short: "Tell which figures changed, and what shows them",
		Long: `Diff compares the site in -C's folder with what it was at a git revision, or
with the site in another folder: which observations were added, changed or
withdrawn, and which sentences, claims, key figures, charts and tables show
them. Nothing is written but the answer. It compares as well where the site has
problems: a claim that does not hold any more is what it is for.

DIR is taken from the current folder. A name that is both a folder and a
revision is refused: write ./name, or refs/heads/name.`,
		Example: `  bulletin diff main
  bulletin diff HEAD~1
  bulletin diff ../last-week
  bulletin diff origin/main --format markdown`,
		Args: one("revision or folder", "bulletin diff main, or bulletin diff ../last-week"),
		RunE: func(c *cobra.Command, args []string) error {
			o := build.Options{Dir: site.dir, Jobs: int(site.jobs), Drafts: site.drafts, Version: version}
			before, err := build.ReadOther(c.Context(), o, args[0])
			if err != nil {
				return failed(err)
			}
			after, err := build.Read(c.Context(), o)
			if err != nil {
				return failed(err)
			}
			if site.dir == "." {
				after.Name = "this folder"
			}
			for _, side := range []*build.State{before, after} {
				if !side.Site.Set.Whole() {
					return unreadable(c.ErrOrStderr(), side)
				}
			}
			result := diff.Compare(before.Site, after.Site)
			result.Before, result.After = before.Name, after.Name
			if err := diff.Write(c.OutOrStdout(), diff.Format(format.value), result); err != nil {
				return failed(err)
			}
			for _, side := range []*build.State{before, after} {
				tellProblems(c.ErrOrStderr(), side)
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.Var(&format, "format", "write the answer as `text`, json, or markdown for a pull request")
	return c
}

// unreadable says why a side cannot be compared: without the names in data/
// nothing in it can be told apart.
func unreadable(w io.Writer, side *build.State) error {
	if err := diag.Write(w, diag.Text, side.Problems, side.Source); err != nil {
		return failed(err)
	}
	fmt.Fprintf(w, "%s: %s: its areas, indicators, dimensions and sources cannot all be read, so nothing was compared\n", side.Name, plural(side.Problems.Errors(), "error"))
	return &outcome{code: problems}
}

// mostTold is how many problems of a side are told.
const mostTold = 3

// tellProblems names the first errors of a side that was compared in spite of
// them.
func tellProblems(w io.Writer, side *build.State) {
	if side.Problems.Errors() == 0 {
		return
	}
	fmt.Fprintf(w, "%s has problems: %s\n", side.Name, plural(side.Problems.Errors(), "error"))
	told := 0
	for _, p := range side.Problems {
		if p.Severity == diag.Error && told < mostTold {
			told++
			_ = diag.Write(w, diag.Text, diag.Problems{p}, nil)
		}
	}
	if rest := side.Problems.Errors() - told; rest > 0 {
		fmt.Fprintf(w, "and %s more\n", plural(rest, "error"))
	}
}
