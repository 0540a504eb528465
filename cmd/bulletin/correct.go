package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/diff"
	"bulletin/internal/intake"
	"bulletin/internal/period"
)

func correctCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		how  intake.Correction
		date day
		dry  bool
	)
	c := &cobra.Command{
		Use:   "correct [flags] FIGURE VALUE",
		Short: "Change a value, with its reason, and tell what comes of it",
		Long: `Correct changes one value of data/observations/ where it stands, and tells which
sentences, claims, charts and tables show it, as bulletin diff does, and what is to be
mended by hand then. Where an edition has published the value, data/revisions.yaml
gets an entry with the day and the reason, which readers see.

The figure is named as in a text: indicator, area, period, and the categories of a
part. With --dry-run everything is told, and nothing is written; it needs no reason.
Both files are written, or none. In a site with errors nothing is. A negative value
comes last, behind --.`,
		Example: `  bulletin correct "arrivals montenegro 2023-Q1" 871 --dry-run
  bulletin correct "arrivals montenegro 2023-Q1" 871 --reason "The ministry counted again."
  bulletin correct "refugees-from-ukraine bulgaria 2023-Q1" 51000 --source unhcr-ukraine-2023-05 \
      --note "Without people who moved on." --reason "The registers were compared." --date 2023-09-01`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return &build.UsageError{
				Message: fmt.Sprintf("correct wants a figure and its new value, and got %s", plural(len(args), "word")),
				Hint:    `as in bulletin correct "arrivals montenegro 2023-Q1" 871: the figure stands in quotes`,
			}
		},
		RunE: func(c *cobra.Command, args []string) error {
			how.Value, how.Day = args[1], date.day
			if !date.given {
				how.Day = period.Date(civil(now()))
			}
			done, refused, err := build.Correct(c.Context(), build.Options{
				Dir: site.dir, Jobs: int(site.jobs), Drafts: site.drafts, Version: version, Now: now,
			}, args[0], how, dry)
			if err != nil {
				return failed(err)
			}
			if done == nil {
				return nothingMade(c.ErrOrStderr(), refused)
			}
			return failed(tellCorrected(c.OutOrStdout(), done, dry))
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.StringVar(&how.Reason, "reason", "", "why a value that is published changes: a `sentence` for readers")
	flags.StringVar(&how.Source, "source", "", "the `key` of the source of the new value, where it is another")
	flags.StringVar(&how.Note, "note", "", "a `text` on the new value, instead of the one that it has")
	flags.Var(&date, "date", "the `day` on which the value on the site changes")
	flags.Lookup("date").DefValue = "today"
	flags.BoolVar(&dry, "dry-run", false, "tell what would change, and write nothing")
	return c
}

// tellCorrected tells what comes of a correction, and what is left to do.
func tellCorrected(w io.Writer, done *build.Corrected, dry bool) error {
	if len(done.Files) == 0 {
		text := done.Name + " is " + done.Now.String() + " already"
		if done.Wanting {
			text += ", and was published as another value: say why with --reason"
		}
		_, err := fmt.Fprintln(w, diag.Visible(text+": nothing to write"))
		return err
	}
	result := diff.Compare(done.Before.Site, done.After.Site)
	result.Before, result.After = done.Before.Name, done.After.Name
	if err := diff.Write(w, diff.Text, result); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if len(done.Downloads) > 0 && done.Changed {
		fmt.Fprintf(w, "downloads that have it: %s\n", strings.Join(done.Downloads, ", "))
	}
	if len(done.Left) > 0 {
		when := "now"
		if dry {
			when = "then"
		}
		fmt.Fprintf(w, "to be mended %s:\n", when)
		if err := diag.Write(w, diag.Text, done.Left, done.After.Source); err != nil {
			return err
		}
	}
	var names []string
	for _, f := range done.Files {
		names = append(names, f.Name)
	}
	wrote := "written: "
	if dry {
		wrote = "would be written: "
	}
	fmt.Fprintln(w, wrote+strings.Join(names, ", "))
	for _, line := range after(done, dry) {
		fmt.Fprintln(w, diag.Visible(line))
	}
	return nil
}

// after is what is to be known, and to be done, after a correction.
func after(done *build.Corrected, dry bool) []string {
	var lines []string
	switch {
	case done.Wanting:
		lines = append(lines, `it was published: to write it, give the reason for readers with --reason "…"`)
	case done.Revision != "" && dry:
		lines = append(lines, "its reason, in data/revisions.yaml: - {"+done.Revision+"}")
	case done.Published == nil:
		lines = append(lines, "no edition has recorded the value, so data/revisions.yaml has no entry of it")
	case done.Revision == "" && !done.Was.Same(done.Now):
		lines = append(lines, "it is again as it was published or revised, so data/revisions.yaml has no entry of it")
	case done.Revision == "":
		lines = append(lines, "the value is as it was, so data/revisions.yaml has no entry of it")
	}
	for _, edition := range done.Unrecorded {
		lines = append(lines, "note: the edition "+edition+" is published, shows the value and has not recorded it: if readers have seen it, record it first, with bulletin publish "+edition)
	}
	switch {
	case dry:
	case len(done.Left) > 0:
		lines = append(lines, "next: mend "+plural(len(done.Left), "place")+", then bulletin check, and commit all of it together")
	default:
		lines = append(lines, "next: bulletin check, and commit "+plural(len(done.Files), "file"))
	}
	return lines
}
