package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/roll"
)

func newReportCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		from string
		dry  bool
	)
	c := &cobra.Command{
		Use:   "report [flags] PERIOD",
		Short: "Roll the last edition forward",
		Long: `New report makes the next edition of the last one: all its pages, with their
figures, claims and charts on the new period and its base, as a draft. A sentence
that would be wrong in the new period, or may be, is kept with a TODO before it that
says why. Each cell that the last edition used, and that is not in the data yet,
gets an entry to be filled in, as a comment, in a file of data/observations/.

Nothing that is there already is changed. In a site with errors nothing is made.`,
		Example: `  bulletin new report 2023-Q2
  bulletin new report 2023-Q2 --dry-run
  bulletin new report 2022-Q4 --from 2022-Q1`,
		Args: one("period", "bulletin new report 2023-Q2"),
		RunE: func(c *cobra.Command, args []string) error {
			plan, state, err := build.NewReport(c.Context(), build.Options{
				Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now,
			}, args[0], from, dry)
			if err != nil {
				return failed(err)
			}
			if plan == nil {
				return nothingMade(c.ErrOrStderr(), state)
			}
			tellRolled(c.OutOrStdout(), plan, dry)
			if !dry {
				tellNext(c.OutOrStdout(), plan)
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.read())
	flags.StringVar(&from, "from", "", "the `edition` to begin from, instead of the last one")
	flags.BoolVar(&dry, "dry-run", false, "tell what would be written, and write nothing")
	return c
}

// nothingMade tells the errors of a site from which nothing can be made.
func nothingMade(w io.Writer, state *build.State) error {
	errs := slices.DeleteFunc(slices.Clone(state.Problems), func(p diag.Problem) bool { return p.Severity != diag.Error })
	if err := diag.Write(w, diag.Text, errs, state.Source); err != nil {
		return failed(err)
	}
	fmt.Fprintf(w, "%s: nothing was written\n", plural(errs.Errors(), "error"))
	return &outcome{code: problems}
}

// tellRolled tells what came of rolling, or would come of it.
func tellRolled(w io.Writer, p *roll.Plan, dry bool) {
	wrote := "written"
	if dry {
		wrote = "would be written"
	}
	fmt.Fprintf(w, "%s, from %s\n", p.Step.To, p.From)
	for _, f := range p.Files {
		var notes []string
		if n := marksIn(p.Marks, func(m roll.Mark) bool { return m.File == f.Name }); n > 0 {
			notes = append(notes, plural(n, "mark"))
		}
		if f.Name == p.Entered {
			notes = append(notes, plural(len(p.Cells), "cell")+" to enter")
		}
		line := "  " + f.Name
		if len(notes) > 0 {
			line += ": " + strings.Join(notes, ", ")
		}
		fmt.Fprintln(w, line)
	}
	fmt.Fprintf(w, "%s %s, with %s\n", plural(len(p.Files), "file"), wrote, plural(len(p.Marks), "mark"))
	if kinds := kindsOf(p); kinds != "" {
		fmt.Fprintln(w, "  marked for: "+kinds)
	}
	if len(p.Moved) > 0 {
		fmt.Fprintln(w, "  periods moved: "+changesOf(p.Moved))
	}
	if len(p.Stayed) > 0 {
		fmt.Fprintln(w, "  periods that stay: "+changesOf(p.Stayed))
	}
	for _, d := range p.Dropped {
		fmt.Fprintf(w, "  left out: %s, of %s:%d\n", d.Was, d.From.File, d.From.Line)
	}
}

// tellNext tells what comes after rolling.
func tellNext(w io.Writer, p *roll.Plan) {
	next := ""
	if p.Entered != "" {
		next += "enter the figures in " + p.Entered + ", "
	}
	if len(p.Marks) > 0 {
		next += "go through the marks, "
	}
	if next != "" {
		next += "and "
	}
	fmt.Fprintf(w, "next: %slook at it with bulletin serve --drafts\n", next)
}

// kindsOf counts the marks by what they are for. A sentence may be marked for
// several things.
func kindsOf(p *roll.Plan) string {
	var parts []string
	for kind, n := range p.Counted() {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", roll.Kind(kind), n))
		}
	}
	return strings.Join(parts, ", ")
}

// changesOf lists changes, each once, in the order of the periods: 2023-03 to 2023-06
// (4 times).
func changesOf(all []roll.Change) string {
	times := map[string]int{}
	var order []string
	for _, c := range all {
		text := diag.Visible(c.Was)
		if c.Is != "" {
			text += " to " + diag.Visible(c.Is)
		}
		if times[text]++; times[text] == 1 {
			order = append(order, text)
		}
	}
	slices.Sort(order)
	for i, text := range order {
		if times[text] > 1 {
			order[i] = fmt.Sprintf("%s (%d times)", text, times[text])
		}
	}
	return strings.Join(order, ", ")
}

func marksIn(all []roll.Mark, is func(roll.Mark) bool) int {
	n := 0
	for _, m := range all {
		if is(m) {
			n++
		}
	}
	return n
}
