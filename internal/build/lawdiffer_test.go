package build_test

import (
	"fmt"
	"reflect"
	"slices"

	"bulletin/internal/publish"
)

// changes counts what a build has to do to a folder.
func changes(before, after map[string]string) (c publish.Changes) {
	for file, text := range after {
		if was, ok := before[file]; ok && was == text {
			c.Unchanged++
		} else {
			c.Written++
		}
	}
	for file := range before {
		if _, ok := after[file]; !ok {
			c.Removed++
		}
	}
	return c
}

// differ tells how a build with the cache differs from one without.
func differ(name string, with, clean lawBuild, want map[string]string) []string {
	var all []string
	say := func(format string, args ...any) { all = append(all, name+": "+fmt.Sprintf(format, args...)) }
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"blocked", with.result.Blocked, clean.result.Blocked},
		{"pages", with.result.Pages, clean.result.Pages},
		{"charts", with.result.Charts, clean.result.Charts},
		{"base path", with.result.BasePath, clean.result.BasePath},
		{"notes", with.result.Notes, clean.result.Notes},
		{"what is bound", with.result.Bound, clean.result.Bound},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			say("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
	for _, c := range []struct{ what, got, want string }{{"problems", with.problems, clean.problems}, {"accepted", with.accepted, clean.accepted}} {
		if c.got != c.want {
			say("%s: %s", c.what, firstDifference(c.got, c.want))
		}
	}
	var files []string
	for file, text := range want {
		if got, ok := with.tree[file]; !ok {
			files = append(files, file+" is missing")
		} else if got != text {
			files = append(files, file+" "+firstDifference(got, text))
		}
	}
	for file := range with.tree {
		if _, ok := want[file]; !ok {
			files = append(files, file+" should not be there")
		}
	}
	slices.Sort(files)
	for i, file := range files {
		if i == 6 {
			say("and %d more files", len(files)-i)
			break
		}
		say("%s", file)
	}
	return all
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	from := max(0, at-60)
	return fmt.Sprintf("differs at byte %d: got %q, want %q", at, got[from:min(len(got), at+80)], want[from:min(len(want), at+80)])
}
