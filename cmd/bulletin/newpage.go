package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/period"
)

func newArticleCommand(now clock) *cobra.Command {
	var (
		site siteFlags
		date day
	)
	c := &cobra.Command{
		Use:   "article [flags] TITLE",
		Short: "Begin an article",
		Long: `New article writes a file of content/news/ with the title, the day, draft: true,
and comments on what else an article can have. The file has the day and the words
of the title as its name, which becomes the address.`,
		Example: `  bulletin new article "Pushbacks into Serbia"
  bulletin new article "Pushbacks into Serbia" --date 2017-01-24`,
		Args: one("title", `bulletin new article "Pushbacks into Serbia": put it in quotes`),
		RunE: func(c *cobra.Command, args []string) error {
			on := date.day
			if !date.given {
				on = period.Date(civil(now()))
			}
			file, err := build.NewArticle(c.Context(), build.Options{Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now}, args[0], on)
			if err != nil {
				return failed(err)
			}
			return tellBegun(c.OutOrStdout(), file)
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.read())
	flags.Var(&date, "date", "the `day` of the article")
	flags.Lookup("date").DefValue = "today"
	return c
}

func newPageCommand(now clock) *cobra.Command {
	var site siteFlags
	c := &cobra.Command{
		Use:   "page [flags] TITLE",
		Short: "Begin a standing page",
		Long: `New page writes a file of content/pages/ with the title, draft: true, and comments
on what else a page can have. The file has the words of the title as its name, which
becomes the address.`,
		Example: `  bulletin new page "How we count"`,
		Args:    one("title", `bulletin new page "How we count": put it in quotes`),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := build.NewPage(c.Context(), build.Options{Dir: site.dir, Jobs: int(site.jobs), Version: version, Now: now}, args[0])
			if err != nil {
				return failed(err)
			}
			return tellBegun(c.OutOrStdout(), file)
		},
	}
	c.Flags().AddFlagSet(site.read())
	return c
}

// tellBegun tells of a file that was written, and what comes next.
func tellBegun(w io.Writer, file string) error {
	_, err := fmt.Fprintf(w, "%s written, as a draft\nnext: write its text, look at it with bulletin serve --drafts, and take draft: true out\n", file)
	return failed(err)
}
