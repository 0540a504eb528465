package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is the generator's. It stands on the pages, so it does not name a
// commit or a machine. A release is tagged with it: .github/release.sh refuses
// another tag.
const version = "0.1.0"

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Tell the version, and the commit that it was built from",
		Long: `Version tells the version, which also stands on the pages, and the commit that
the program was built from, if it was built in a clone by "go build". What is
built by "go run" or without Git does not know its commit, and says so.`,
		Example: `  bulletin version`,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				info = &debug.BuildInfo{}
			}
			_, err := fmt.Fprintf(c.OutOrStdout(), "bulletin %s (%s %s/%s)\n%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, commit(info.Settings))
			return failed(err)
		},
	}
}

// commit is a line on the commit of a program with these build settings.
func commit(settings []debug.BuildSetting) string {
	stamps := map[string]string{}
	for _, s := range settings {
		stamps[s.Key] = s.Value
	}
	revision, when := stamps["vcs.revision"], stamps["vcs.time"]
	if revision == "" {
		return "commit unknown: the program was built without its history"
	}
	line := "commit " + revision
	if when != "" {
		line += " of " + when
	}
	if stamps["vcs.modified"] == "true" {
		line += ", with changes that are not committed"
	}
	return line
}
