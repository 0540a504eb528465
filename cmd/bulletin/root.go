package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"bulletin/internal/build"
	"bulletin/internal/pdf"
	"bulletin/internal/serve"
)

// The exit codes.
const (
	done      = 0
	problems  = 1 // the content has problems
	wrongUse  = 2 // the command line makes no sense
	worldFail = 3 // a disk or a port failed, or the generator itself
)

// outcome is what ends a command other than well. Nothing more is written
// about one without a cause.
type outcome struct {
	code  int
	cause error
}

func (o *outcome) Error() string {
	if o.cause == nil {
		return fmt.Sprintf("exit code %d", o.code)
	}
	return o.cause.Error()
}

func (o *outcome) Unwrap() error { return o.cause }

// clock tells what time it is. The commands have it from main alone, so that a test
// can say which day it is.
type clock func() time.Time

// execute is the command without the process around it.
func execute(ctx context.Context, now clock, args []string, stdout, stderr io.Writer) int {
	root := rootCommand(now)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return done
	}
	code, hint := classify(err)
	var quiet *outcome
	if errors.As(err, &quiet) && quiet.cause == nil {
		return code
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted: " + untouched(command.Name()))
	}
	fmt.Fprintf(stderr, "bulletin: %v\n", err)
	if code == wrongUse && hint == "" {
		hint = fmt.Sprintf("%s --help tells how it is used", command.CommandPath())
	}
	if hint != "" {
		fmt.Fprintf(stderr, "   hint: %s\n", hint)
	}
	var fault *build.Fault
	if errors.As(err, &fault) {
		fmt.Fprintf(stderr, "   hint: this is a mistake in Bulletin; please report it with what follows\n%s", fault.Stack)
	}
	return code
}

// classify gives an error its exit code. Our commands say theirs; every other
// error comes from reading the command line.
func classify(err error) (code int, hint string) {
	var usage *build.UsageError
	if errors.As(err, &usage) {
		return wrongUse, usage.Hint
	}
	var browser *pdf.Failure
	if errors.As(err, &browser) {
		return worldFail, browser.Hint
	}
	var server *serve.Failure
	if errors.As(err, &server) {
		return worldFail, server.Hint
	}
	var o *outcome
	if errors.As(err, &o) {
		return o.code, ""
	}
	return wrongUse, ""
}

// failed makes an error the world's, unless it says that it is the user's.
func failed(err error) error {
	if err == nil {
		return nil
	}
	return &outcome{worldFail, err}
}

// untouched says what an interrupted command has left as it was.
func untouched(command string) string {
	switch command {
	case "build":
		return "the published site is as it was"
	case "check":
		return "not every rule was applied"
	case "diff":
		return "nothing was compared"
	case "publish":
		return "nothing was recorded"
	}
	return "nothing was written"
}

const usage = `Bulletin builds a regional report: a website from figures in data/ and words in
content/. A number on a page comes from the data or is checked against it, and
a build in which the two disagree stops, with the file and the line.

Usage:
  bulletin build [-C dir] [-o public] [--base-url URL] [--jobs N] [--strict] [--drafts]
        [--images] [--pdf] [--browser PATH] [--cache DIR | --no-cache] [--timings]
        make the site, and publish it into public/ when every rule has passed
  bulletin check [-C dir] [--format text|json|github] [--strict] [--drafts]
        apply every rule, and write nothing
  bulletin check --rules [--format text|json|markdown]
        list the rules
  bulletin check --release EDITION [-C dir] [--format text|json|markdown|github]
        tell what is left to do before an edition is released, by chapter
  bulletin serve [-C dir] [--addr 127.0.0.1:8080] [--open] [--drafts]
        show the site on this machine, and rebuild it with every change
  bulletin diff [-C dir] [--format text|json|markdown] [--drafts] REV|DIR
        tell which figures changed since a git revision, or against another
        folder, and what shows them
  bulletin pdf EDITION [-C dir] [-o FILE] [--paper a4|letter] [--browser PATH]
        [--base-url URL] [--drafts]
        print an edition to a PDF, through Chromium, Chrome or Edge
  bulletin publish [-C dir] [--date YYYY-MM-DD] EDITION
        record what an edition publishes, so that no value changes in silence
  bulletin import data FILE [-C dir] [--map COLUMNS] [--set FIELDS] [--wide FIELD]
        [--sheet NAME] [--head N] [--to FILE] [--update] [--dry-run]
        make observations of a table: .csv, .xlsx or .json
  bulletin correct FIGURE VALUE [-C dir] [--reason TEXT] [--source KEY] [--note TEXT]
        [--date YYYY-MM-DD] [--drafts] [--dry-run]
        change a value that was published, with its reason; tell what comes of it
  bulletin init DIR [--from FILE] [--period PERIOD]
        begin a new site: an invented report, or one for the areas of a CSV file
  bulletin new report PERIOD [-C dir] [--from EDITION] [--dry-run]
        roll the last edition forward: the next one, as a draft, with its marks
  bulletin new snapshot MONTH [-C dir] [--dry-run]
        the same with the last snapshot
  bulletin new article TITLE [-C dir] [--date YYYY-MM-DD]
  bulletin new page TITLE [-C dir]
        begin an article or a page, as a draft
  bulletin version
        tell the version, and the commit that it was built from
  bulletin completion bash|zsh|fish|powershell
        write a completion script for a shell
  bulletin help [command]
        tell more about a command

Exit codes:
  0  done
  1  the content has problems; nothing was published
  2  wrong usage
  3  the world failed: a disk, a port, a browser

Examples:
  bulletin build                                         this folder, into public/
  bulletin build --base-url https://example.org/repo/    for a site under /repo/
  bulletin check --format github                         as annotations, on a pull request
  bulletin serve                                         while writing
  bulletin diff main                                     what a change of figures touches
  bulletin pdf 2023-Q1                                   content/uploads/2023-q1.pdf
`

// rootCommand is bulletin with all its commands.
func rootCommand(now clock) *cobra.Command {
	root := &cobra.Command{
		Use:           "bulletin",
		Short:         "Build a regional report from figures and words",
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(c *cobra.Command, _ []string) error {
			return c.Help()
		},
	}
	root.AddCommand(
		buildCommand(now),
		checkCommand(now),
		serveCommand(now),
		diffCommand(),
		publishCommand(now),
		pdfCommand(now),
		importCommand(now),
		correctCommand(now),
		initCommand(now),
		newCommand(now),
		versionCommand(),
	)
	help := root.HelpFunc()
	root.SetHelpFunc(func(c *cobra.Command, args []string) {
		if c == root {
			fmt.Fprint(c.OutOrStdout(), usage)
			return
		}
		help(c, args)
	})
	return root
}
