package main

import (
	"fmt"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// published is the line at the end of a build.
func published(r *build.Result) string {
	return fmt.Sprintf("%s, %s: %s written, %d unchanged, %d removed in %.2f s",
		plural(r.Pages, "page"), plural(r.Charts, "chart"), plural(r.Written, "file"), r.Unchanged, r.Removed, r.Duration.Seconds())
}

// checked is the line at the end of a check.
func checked(r *build.Result) string {
	return fmt.Sprintf("%s, %s checked in %.2f s", plural(r.Pages, "page"), plural(r.Charts, "chart"), r.Duration.Seconds())
}

// tally counts problems: "2 errors, 1 warning".
func tally(ps diag.Problems) string {
	errors := ps.Errors()
	warnings := len(ps) - errors
	switch {
	case len(ps) == 0:
		return "no problems"
	case warnings == 0:
		return plural(errors, "error")
	case errors == 0:
		return plural(warnings, "warning")
	}
	return plural(errors, "error") + ", " + plural(warnings, "warning")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
