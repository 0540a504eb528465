package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/intake"
)

func importCommand(now clock) *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Bring data in",
		Long:  "Import brings into a site what is kept elsewhere: with data, the figures of a table.",
		Example: `  bulletin import data counts.csv
  bulletin help import data`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(importDataCommand(now))
	return c
}

func importDataCommand(now clock) *cobra.Command {
	var (
		dir       string
		how       intake.Options
		dry       bool
		head      rowRange
		separator = choice{"", []string{"comma", "semicolon", "tab"}}
		thousands = choice{"", []string{"comma", "point", "space", "apostrophe"}}
		point     = choice{"", []string{"point", "comma"}}
		dates     = choice{"", []string{"day", "month", "quarter", "year"}}
	)
	c := &cobra.Command{
		Use:   "data [flags] FILE",
		Short: "Make observations of a table",
		Long: `Import data reads a table, .csv, .xlsx or .json, and writes its values into
data/observations/. What the site itself exports under /data/ needs no flags.

A long table has an observation in each row. Columns headed indicator, area,
period, value, unit, status, source, note, complete, dimension and category are
known, and so are those headed by a dimension; --map names others, and --set says
what all rows have in common. In a wide table the heads of value columns are periods, areas,
indicators or categories: --wide says which.

Every row that does not fit is reported with its place, and then nothing is
written. What is there already stays as it is; what is there with another value is
reported, and changed with --update. So a table can be imported twice.`,
		Example: `  bulletin import data observations.csv
  bulletin import data counts.xlsx --sheet 2023 --map "area: Country, value: Persons" \
      --set "indicator: arrivals, period: 2023-Q1, source: unhcr-wb-2023-03"
  bulletin import data years.csv --wide period --thousands comma \
      --set "indicator: refugees, source: unhcr-rds" --dry-run
  bulletin import data corrected.csv --update`,
		Args: one("table", "bulletin import data counts.csv"),
		RunE: func(c *cobra.Command, args []string) error {
			how.Head, how.HeadEnd, how.Separator, how.Thousands, how.Decimal, how.Dates = head.first, head.last, separator.value, thousands.value, point.value, dates.value
			plan, result, err := build.Import(c.Context(), build.Options{Dir: dir, Version: version, Now: now}, args[0], how, dry)
			if err != nil {
				return failed(err)
			}
			if plan == nil {
				errs := slices.DeleteFunc(result.Problems, func(p diag.Problem) bool { return p.Severity != diag.Error })
				if err := diag.Write(c.ErrOrStderr(), diag.Text, errs, result.Source); err != nil {
					return failed(err)
				}
				fmt.Fprintf(c.ErrOrStderr(), "%s: nothing was imported\n", plural(errs.Errors(), "error"))
				return &outcome{code: problems}
			}
			tellImport(c.OutOrStdout(), plan, dry)
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVarP(&dir, "directory", "C", ".", "the site's `folder`, with content/ and data/")
	flags.StringVar(&how.Map, "map", "", "the `columns` of fields: \"area: Country, value: Persons, ignore: [Rank]\"")
	flags.StringVar(&how.Set, "set", "", "what `fields` are where the table says nothing: \"indicator: arrivals, source: unhcr\"")
	flags.StringVar(&how.Wide, "wide", "", "what the heads of value columns are: period, area, indicator or the id of a `dimension`")
	flags.StringVar(&how.Sheet, "sheet", "", "read the sheet of this `name`, instead of the first")
	flags.Var(&head, "head", "the heads of the columns stand in row `N`, or in several, as in 3-4, instead of the first")
	flags.Var(&separator, "separator", "what parts the cells of a CSV file: comma, semicolon or tab")
	flags.Var(&thousands, "thousands", "the `sign` that groups digits: comma, point, space or apostrophe")
	flags.Var(&point, "decimal", "the `sign` before decimals: point or comma")
	flags.Var(&dates, "dates", "what a date stands for: the day, month, quarter or year that it is in")
	flags.StringArrayVar(&how.Empty, "empty", nil, "a `text` that stands for an empty cell, such as - or n/a; may be repeated")
	flags.StringArrayVar(&how.Skip, "skip", nil, "leave out rows that have this `text` in a cell, such as Total; may be repeated")
	flags.StringVar(&how.To, "to", "", "write what is new into this `file` of data/observations/, instead of one named after the table")
	flags.BoolVar(&how.Update, "update", false, "change what is there with another value")
	flags.BoolVar(&dry, "dry-run", false, "tell what would be written, and write nothing")
	for name, def := range map[string]string{"head": "1", "separator": "by the file's ending", "thousands": "none", "decimal": "point", "dates": "asked for"} {
		flags.Lookup(name).DefValue = def
	}
	return c
}

// tellImport tells what came of an import, or would come of it.
func tellImport(w io.Writer, p *intake.Plan, dry bool) {
	for _, change := range p.Changed {
		fmt.Fprintln(w, diag.Visible(change))
	}
	var parts []string
	if p.Added > 0 {
		parts = append(parts, plural(p.Added, "observation")+" added")
	}
	if len(p.Changed) > 0 {
		parts = append(parts, fmt.Sprintf("%d changed", len(p.Changed)))
	}
	if len(parts) == 0 {
		parts = append(parts, "nothing new")
	}
	if p.Same > 0 {
		parts = append(parts, fmt.Sprintf("%d there already", p.Same))
	}
	text := strings.Join(parts, ", ")
	if p.Empty > 0 {
		text += "; " + plural(p.Empty, "empty cell") + " left out"
	}
	if p.Skipped > 0 {
		text += "; " + plural(p.Skipped, "row") + " skipped"
	}
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name)
	}
	if len(names) > 0 {
		text = strings.Join(names, ", ") + ": " + text
	}
	if dry && len(names) > 0 {
		text = "would be written: " + text
	}
	fmt.Fprintln(w, text)
	if len(p.Unread) > 0 {
		fmt.Fprintln(w, diag.Visible(fmt.Sprintf("%s not read: %s; --map takes them in", plural(len(p.Unread), "column"), strings.Join(p.Unread, ", "))))
	}
	if len(p.Sheets) > 0 {
		fmt.Fprintln(w, diag.Visible(fmt.Sprintf("%s not read: %s; --sheet reads another", plural(len(p.Sheets), "sheet"), strings.Join(p.Sheets, ", "))))
	}
}
