package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

func buildCommand(now clock) *cobra.Command {
	var (
		site    siteFlags
		out     string
		baseURL string
		strict  bool
		images  bool
		pdfs    build.PDFs
		cache   string
		noCache bool
		timings bool
	)
	c := &cobra.Command{
		Use:   "build",
		Short: "Make the site, and publish it when every rule has passed",
		Long: `Build makes the site in -C's folder and publishes it into public/.

Nothing in the output folder changes unless every rule has passed. Only files
whose bytes differ are written; files of an earlier build that the site no
longer has are removed; files that no build made are left alone.

What one build works out, the next one takes from a cache: it makes anew what
depends on a page, a value, a template or a setting that has changed, and its
result is the same as without. The cache may be deleted at any time.

With --images it draws a PNG of every chart, and a card of every edition,
section and snapshot for those who share its address. With --pdf it prints every
edition to a PDF, through a browser that is installed; see bulletin help pdf. Both
take longer.`,
		Example: `  bulletin build
  bulletin build -C ../other-site -o /var/www/report
  bulletin build --base-url https://example.org/repo/ --strict --images --pdf
  bulletin build --timings --cache /var/cache/report`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case noCache:
				cache = ""
			case cache == "":
				return &build.UsageError{Message: "--cache names no folder", Hint: "name one, or write --no-cache"}
			}
			bar := newBar(c.ErrOrStderr(), now)
			result, err := build.Run(c.Context(), build.Options{
				Dir: site.dir, Out: out, BaseURL: baseURL, Jobs: int(site.jobs), Strict: strict, Drafts: site.drafts, Images: images, PDFs: pdfs, Cache: cache, Timings: timings,
				Version: version, Progress: bar.show, Sized: easeCollector(), Now: now,
			})
			bar.clear()
			if err := tell(c, result); err != nil {
				return failed(err)
			}
			if err != nil {
				return failed(err)
			}
			if timings {
				fmt.Fprint(c.OutOrStdout(), phases(result.Timings))
			}
			if result.Blocked {
				fmt.Fprintf(c.ErrOrStderr(), "%s: nothing was published\n", tally(result.Problems, result.Accepted))
				return &outcome{code: problems}
			}
			fmt.Fprintln(c.OutOrStdout(), published(result))
			if len(result.Problems) > 0 {
				fmt.Fprintln(c.OutOrStdout(), tally(result.Problems, result.Accepted))
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.AddFlagSet(site.set())
	flags.StringVarP(&out, "output", "o", "public", "publish into this `folder`, which is taken from the site's")
	flags.StringVar(&baseURL, "base-url", "", "the `URL` that the site will have, instead of the one in data/site.yaml")
	flags.BoolVar(&strict, "strict", false, "let warnings stop the build too")
	flags.BoolVar(&images, "images", false, "draw PNGs of the charts, and the cards of editions, sections and snapshots")
	flags.BoolVar(&pdfs.Make, "pdf", false, "print each edition to a PDF, on A4 paper")
	flags.StringVar(&pdfs.Browser, "browser", "", "print with this `program`, instead of the first browser that is found")
	flags.StringVar(&cache, "cache", ".cache", "keep what the next build can take over in this `folder`, which is taken from the site's")
	flags.BoolVar(&noCache, "no-cache", false, "make everything anew, and keep nothing for the next build")
	flags.BoolVar(&timings, "timings", false, "tell how long each phase took, and how much it did")
	c.MarkFlagsMutuallyExclusive("cache", "no-cache")
	return c
}

// tell writes the problems and notes of a result, of which there may be none, for
// whoever called.
func tell(c *cobra.Command, result *build.Result) error {
	if result == nil {
		return nil
	}
	if err := diag.Write(c.ErrOrStderr(), diag.Text, result.Problems, result.Source); err != nil {
		return err
	}
	for _, note := range result.Notes {
		fmt.Fprintf(c.ErrOrStderr(), "note: %s\n", note)
	}
	return nil
}
