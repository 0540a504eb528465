package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
)

// TestConsole: each state of a site is told once, and that it is over.
func TestConsole(t *testing.T) {
	t.Parallel()
	result := func(written int, problems ...diag.Problem) *build.Result {
		ps := diag.Problems(problems)
		return &build.Result{Pages: 3, Charts: 1, Changes: publish.Changes{Written: written}, Problems: ps, Blocked: ps.Errors() > 0, Duration: 50 * time.Millisecond}
	}
	wrong := diag.Problem{Pos: diag.Pos{File: "a.md", Line: 3}, Rule: "claim", Message: "wrong"}
	hedge := diag.Problem{Pos: diag.Pos{File: "b.md"}, Severity: diag.Warning, Rule: "hedge", Message: "vague"}
	const (
		saysWrong = "a.md:3: error: wrong [claim]\n"
		saysHedge = "b.md: warning: vague [hedge]\n"
		made      = "3 pages, 1 chart: 2 files written, 0 unchanged, 0 removed in 0.05 s\n"
	)
	var out, errs strings.Builder
	c := &console{out: &out, err: &errs}
	for _, step := range []struct {
		name      string
		result    *build.Result
		err       error
		out, errs string
	}{
		{"the first site", result(2), nil, made, ""},
		{"nothing new", result(0), nil, "", ""},
		{"a warning", result(2, hedge), nil, made, saysHedge},
		{"the same warning", result(2, hedge), nil, made, ""},
		{"an error", result(0, wrong, hedge), nil, "", saysWrong + saysHedge + "1 error, 1 warning: the last good site stays\n"},
		{"the same error", result(0, wrong, hedge), nil, "", "still 1 error, 1 warning: the last good site stays\n"},
		{"mended but for the warning", result(2, hedge), nil, "mended: 1 warning left\n" + made, saysHedge},
		{"all mended", result(2), nil, "mended: no problems any more\n" + made, ""},
		{"an error again", result(0, wrong), nil, "", saysWrong + "1 error: the last good site stays\n"},
		{"mended without a change", result(0), nil, "mended: no problems any more\n3 pages, 1 chart: 0 files written, 0 unchanged, 0 removed in 0.05 s\n", ""},
		{"a full disk", nil, errors.New("no space"), "", "bulletin: no space\n"},
		{"still full", nil, errors.New("no space"), "", ""},
		{"room again", result(2), nil, "mended: no problems any more\n" + made, ""},
	} {
		out.Reset()
		errs.Reset()
		c.report(step.result, step.err)
		if out.String() != step.out || errs.String() != step.errs {
			t.Errorf("%s: got\n%s---\n%s", step.name, out.String(), errs.String())
		}
	}
	out.Reset()
	errs.Reset()
	noted := result(0)
	noted.Notes = []string{"the cache is read-only"}
	c.report(noted, nil)
	c.report(noted, nil)
	c.note("the cache is read-only")
	c.ready("http://127.0.0.1:8080/")
	if errs.String() != "note: the cache is read-only\n" || out.String() != "serving http://127.0.0.1:8080/ (Ctrl-C ends it)\n" {
		t.Errorf("got\n%s---\n%s", out.String(), errs.String())
	}
}
