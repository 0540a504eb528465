package main

import (
	"context"
	"fmt"
	"io"

	"bulletin/internal/build"
	"bulletin/internal/diag"
	"bulletin/internal/gate"
)

// release writes what is left to do before an edition is released.
func release(ctx context.Context, o build.Options, edition, format string, stdout, stderr io.Writer) error {
	list, result, err := build.Release(ctx, o, edition)
	if err != nil {
		return failed(err)
	}
	if list == nil {
		errs := make(diag.Problems, 0, len(result.Problems))
		for _, p := range result.Problems {
			if p.Severity == diag.Error {
				errs = append(errs, p)
			}
		}
		if err := diag.Write(stderr, diag.Text, errs, result.Source); err != nil {
			return failed(err)
		}
		fmt.Fprintf(stderr, "%s: the edition %s may stand in a file that could not be read, so there is no checklist\n", plural(errs.Errors(), "error"), edition)
		return &outcome{code: problems}
	}
	if err := gate.Write(stdout, gate.Format(format), list); err != nil {
		return failed(err)
	}
	fmt.Fprintln(stderr, list.Verdict())
	if !list.Ready() {
		return &outcome{code: problems}
	}
	return nil
}
