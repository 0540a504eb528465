package main

import (
	"fmt"
	"strings"

	"bulletin/internal/build"
	"bulletin/internal/check"
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

// phases is a table of what a build spent its time on: "  0.012 s  reading pages, 41".
func phases(all []build.Timing) string {
	var b strings.Builder
	for _, t := range all {
		fmt.Fprintf(&b, "%8.3f s  %s", t.Took.Seconds(), t.Name)
		if t.Count > 0 {
			fmt.Fprintf(&b, ", %d", t.Count)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// boundShares says, an edition at a time, how many of the numbers in its texts
// come from the data or are checked against them.
func boundShares(all []check.BoundShare) string {
	var b strings.Builder
	for _, s := range all {
		numbers := s.Bound + s.Literal + s.Unbound
		if numbers == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %d of %s bound to the data (%d%%)", s.Edition, s.Bound, plural(numbers, "number"), s.Percent())
		if s.Literal > 0 {
			fmt.Fprintf(&b, ", %d literal", s.Literal)
		}
		if s.Unbound > 0 {
			fmt.Fprintf(&b, ", %d unbound", s.Unbound)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// tally counts problems: "2 errors, 1 warning; 3 warnings accepted".
func tally(ps, accepted diag.Problems) string {
	var counts []string
	if n := ps.Errors(); n > 0 {
		counts = append(counts, plural(n, "error"))
	}
	if n := ps.Warnings(); n > 0 {
		counts = append(counts, plural(n, "warning"))
	}
	if len(counts) == 0 {
		counts = []string{"no problems"}
	}
	text := strings.Join(counts, ", ")
	if n := len(accepted); n > 0 {
		text += "; " + plural(n, "warning") + " accepted"
	}
	return text
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
