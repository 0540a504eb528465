package main

import (
	"runtime/debug"
	"testing"
)

func TestCommit(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "2127121f0b"}
	when := debug.BuildSetting{Key: "vcs.time", Value: "2026-11-22T04:12:00Z"}
	for _, c := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, "commit unknown: the program was built without its history"},
		{[]debug.BuildSetting{{Key: "GOOS", Value: "linux"}, when}, "commit unknown: the program was built without its history"},
		{[]debug.BuildSetting{revision}, "commit 2127121f0b"},
		{[]debug.BuildSetting{revision, when, {Key: "vcs.modified", Value: "false"}}, "commit 2127121f0b of 2026-11-22T04:12:00Z"},
		{[]debug.BuildSetting{revision, when, {Key: "vcs.modified", Value: "true"}}, "commit 2127121f0b of 2026-11-22T04:12:00Z, with changes that are not committed"},
	} {
		if got := commit(c.settings); got != c.want {
			t.Errorf("%v: got %q, want %q", c.settings, got, c.want)
		}
	}
}
