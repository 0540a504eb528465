package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

func publishCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		date day
	)
	c := &cobra.Command{
		Use:   "publish [flags] EDITION",
		Short: "Record what an edition publishes",
		Long: `Publish writes every value that an edition shows into data/published/, with the
day. From then on such a value does not change in silence: a build fails until
data/revisions.yaml says when it changed, and why.

An edition is named by its period or its folder. Run it when the edition goes
out, and again when it shows more: entries are added, and what is recorded stays
as it is. A site with errors is not recorded. Commit the file with the edition.`,
		Example: `  bulletin publish 2023-Q1
  bulletin publish 2023-Q1 --date 2023-06-01`,
		Args: one("edition", "bulletin publish 2023-Q1"),
		RunE: func(c *cobra.Command, args []string) error {
			on := date.day
			if !date.given {
				on = period.Date(civil(now()))
			}
			done, result, err := build.Record(c.Context(), build.Options{
				Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now,
			}, args[0], on)
			if err != nil {
				return failed(err)
			}
			if done == nil { // warnings are what bulletin check is for
				errs := slices.DeleteFunc(result.Problems, func(p diag.Problem) bool { return p.Severity != diag.Error })
				if err := diag.Write(c.ErrOrStderr(), diag.Text, errs, result.Source); err != nil {
					return failed(err)
				}
				fmt.Fprintf(c.ErrOrStderr(), "%s: nothing was recorded\n", plural(errs.Errors(), "error"))
				return &outcome{code: problems}
			}
			fmt.Fprintln(c.OutOrStdout(), recorded(done, on))
			if !done.Published {
				fmt.Fprintf(c.ErrOrStderr(), "hint: its front matter does not say that it is published: write published: %s in content/reports/%s/_index.md\n", on, done.Edition)
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.read())
	flags.Var(&date, "date", "the `day` on which what is new was published")
	flags.Lookup("date").DefValue = "today"
	return c
}

// recorded is the line at the end of publish.
func recorded(r *build.Recorded, on period.Day) string {
	switch {
	case r.Added == 0 && r.Before == 0:
		return fmt.Sprintf("%s shows no value: nothing to record", r.Edition)
	case r.Added == 0:
		return fmt.Sprintf("%s: nothing new, %s recorded before", r.File, plural(r.Before, "value"))
	case r.Before == 0:
		return fmt.Sprintf("%s: %s recorded, published on %s", r.File, plural(r.Added, "value"), on)
	}
	return fmt.Sprintf("%s: %s added to %d, published on %s", r.File, plural(r.Added, "value"), r.Before, on)
}

// civil is the date of a moment, where whoever runs the command is.
func civil(now time.Time) (year, month, date int) {
	y, m, d := now.Date()
	return y, int(m), d
}

// day is a flag's value of a calendar day.
type day struct {
	day   period.Day
	given bool
}

// String is the day, as YYYY-MM-DD.
func (d *day) String() string {
	if !d.given {
		return ""
	}
	return d.day.String()
}

// Set takes a day from the command line.
func (d *day) Set(text string) error {
	p, err := period.Parse(text)
	if err != nil || p.Unit() != period.UnitDay || p.Len() != 1 {
		return fmt.Errorf("want a day such as 2023-06-01")
	}
	d.day, d.given = p.First(), true
	return nil
}

// Type names the kind of value in help.
func (d *day) Type() string { return "day" }
