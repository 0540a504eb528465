package main

import (
	"context"
	"fmt"
	"io"

	"bulletin/internal/build"
	"bulletin/internal/check"
	"bulletin/internal/rulebook"
)

// The formats of check, with --rules and without.
const (
	formatText     = "text"
	formatJSON     = "json"
	formatGitHub   = "github"   // of problems alone
	formatMarkdown = "markdown" // of rules alone
)

// listRules writes every rule, its severity and what it asks for; as Markdown
// with examples, and what a build says of them.
func listRules(ctx context.Context, w io.Writer, format string) error {
	switch format {
	case formatJSON:
		return failed(rulebook.JSON(w))
	case formatMarkdown:
		return failed(rulebook.Page(w, func(e check.Example) (rulebook.Said, error) {
			result, err := build.Trial(ctx, e.Apply())
			if err != nil {
				return rulebook.Said{}, err
			}
			return rulebook.Said{Problems: append(result.Problems, result.Accepted...), Source: result.Source}, nil
		}))
	case formatText:
		return failed(rulebook.Text(w))
	}
	return &build.UsageError{Message: fmt.Sprintf("rules cannot be listed as %s", format), Hint: "with --rules, --format takes text, json or markdown"}
}
