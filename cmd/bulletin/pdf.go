package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"bulletin/internal/build"
	"bulletin/internal/pdf"
)

// The names of papers.
const (
	paperA4     = "a4"
	paperLetter = "letter"
)

func pdfCommand(now clock) *cobra.Command {
	var (
		site    siteFlags
		out     string
		baseURL string
		browser string
		paper   = choice{paperA4, []string{paperA4, paperLetter}}
	)
	c := &cobra.Command{
		Use:   "pdf [flags] EDITION",
		Short: "Print an edition to a PDF",
		Long: `Pdf prints the print edition of a report, as /reports/2023-q1/print/ shows it,
to a PDF with an outline, page numbers, tags and links: content/uploads/2023-q1.pdf,
which the edition's page then links. An edition is named by its period or its folder.

It prints through Chromium, Chrome or Edge, which must be installed. The browser
sees the site's own files and nothing else. A site with problems is not printed.`,
		Example: `  bulletin pdf 2023-Q1
  bulletin pdf 2023-Q1 --paper letter -o ../overview.pdf
  bulletin pdf 2023-Q1 --browser /opt/chrome/chrome --base-url https://example.org/repo/`,
		Args: one("edition", "bulletin pdf 2023-Q1"),
		RunE: func(c *cobra.Command, args []string) error {
			line := newStatus(c.ErrOrStderr())
			made, result, err := build.PDF(c.Context(), build.Options{
				Dir: site.dir, BaseURL: baseURL, Jobs: int(site.jobs), Drafts: site.drafts, Version: version, Now: now,
				PDFs: build.PDFs{Browser: browser, Paper: sheet(paper.value), Say: line.show},
			}, args[0], out)
			line.clear()
			if err := tell(c, result); err != nil {
				return failed(err)
			}
			if err != nil {
				return failed(err)
			}
			if made == nil {
				fmt.Fprintf(c.ErrOrStderr(), "%s: nothing was printed\n", tally(result.Problems, result.Accepted))
				return &outcome{code: problems}
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %s, %.1f MB in %.1f s\n", made.Path, plural(made.Pages, "page"), float64(made.Size)/1e6, result.Duration.Seconds())
			if len(result.Problems) > 0 {
				fmt.Fprintln(c.OutOrStdout(), tally(result.Problems, result.Accepted))
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.StringVarP(&out, "output", "o", "", "write to this `file`, which is taken from the site's folder, instead of content/uploads/")
	flags.StringVar(&baseURL, "base-url", "", "the `URL` that the site has, where links in the PDF lead, instead of the one in data/site.yaml")
	flags.StringVar(&browser, "browser", "", "print with this `program`, instead of the first browser that is found")
	flags.Var(&paper, "paper", "print on a4 or letter `paper`")
	return c
}

// sheet is a paper by its name.
func sheet(name string) pdf.Paper {
	if name == paperLetter {
		return pdf.Letter
	}
	return pdf.A4
}

// status is a line that tells what is being done, on a terminal.
type status struct{ w io.Writer }

// newStatus is a line for w; where w is no terminal it never shows.
func newStatus(w io.Writer) *status {
	if file, ok := w.(*os.File); !ok || !term.IsTerminal(int(file.Fd())) {
		return &status{io.Discard}
	}
	return &status{w}
}

// show puts a step in place of the one before.
func (s *status) show(step string) { fmt.Fprintf(s.w, "\r\x1b[K%s …", step) }

// clear takes the line away.
func (s *status) clear() { fmt.Fprint(s.w, "\r\x1b[K") }
