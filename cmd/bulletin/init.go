package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/scaffold"
)

func initCommand(now clock) *cobra.Command {
	var list, of string
	c := &cobra.Command{
		Use:   "init [flags] DIR",
		Short: "Begin a new site",
		Long: `Init makes a new site in a folder that is empty or not there: a report about three
invented areas, whole and without a problem, with comments that tell what is what.

--from takes a list of areas, a CSV file with a column of codes of ISO 3166-1, of two
letters or three, or of names in English, and, if wanted, one of naming notes. Then
the site has these areas, an edition with a chapter for each, as a draft, and an empty
entry for each of its values. Every row that does not fit is reported with its place,
and then nothing is written.`,
		Example: `  bulletin init report
  bulletin init report --from areas.csv
  bulletin init report --from areas.csv --period 2026-Q1`,
		Args: one("folder", "bulletin init report"),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := firstPeriod(now, list, of)
			if err != nil {
				return err
			}
			files, result, err := build.Init(c.Context(), build.Options{Dir: args[0], Version: version}, list, p)
			if err != nil {
				return failed(err)
			}
			if files == nil {
				if err := diag.Write(c.ErrOrStderr(), diag.Text, result.Problems, result.Source); err != nil {
					return failed(err)
				}
				fmt.Fprintf(c.ErrOrStderr(), "%s: nothing was written\n", plural(result.Problems.Errors(), "error"))
				return &outcome{code: problems}
			}
			tellNewSite(c.OutOrStdout(), args[0], files, list != "")
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&list, "from", "", "make it for the areas of this list, a CSV `file`")
	flags.StringVar(&of, "period", "", "with --from, the `period` of the edition, instead of the last quarter that is over")
	return c
}

// firstPeriod is the period of the first edition of listed areas.
func firstPeriod(now clock, list, of string) (period.Period, error) {
	switch {
	case of == "":
		t := now()
		return period.Of(period.Quarter, period.Date(t.Year(), int(t.Month()), t.Day())).Previous(), nil
	case list == "":
		return period.Period{}, &build.UsageError{Message: "--period is for a site of listed areas", Hint: "give the list with --from; the invented site has its period"}
	}
	p, err := period.Parse(strings.ToUpper(of))
	if err != nil || p.Unit() == period.UnitDay || p.Len() > 1 {
		return period.Period{}, &build.UsageError{Message: fmt.Sprintf("%q is no period of an edition", of), Hint: "write 2026-Q1, 2026-03 or 2026"}
	}
	return p, nil
}

// tellNewSite tells which files were written, and what comes next.
func tellNewSite(w io.Writer, dir string, files []scaffold.File, draft bool) {
	for _, f := range files {
		fmt.Fprintln(w, "  "+f.Name)
	}
	fmt.Fprintf(w, "%s written into %s\n", plural(len(files), "file"), diag.Visible(dir))
	look := "bulletin serve -C " + dir
	if draft {
		look += " --drafts"
		fmt.Fprintf(w, "next: write the sources and the values, and look at the draft with %s\n", diag.Visible(look))
		return
	}
	fmt.Fprintf(w, "next: look at it with %s, and write yours in its place\n", diag.Visible(look))
}
