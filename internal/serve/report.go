package serve

import (
	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// mostShown is how many problems are laid over a page. The terminal has all.
const mostShown = 100

// report is what is wrong with a site.
type report struct {
	Blocked  bool      `json:"blocked"` // the last good site stays
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	Problems []problem `json:"problems"` // errors first, what drafts are expected to have last; at most mostShown
}

// problem is one of them. Its words are an author's, or somebody else's: text,
// never HTML.
type problem struct {
	Severity string `json:"severity"` // "error" or "warning"
	Place    string `json:"place"`    // content/a.md:3:1
	Line     int    `json:"line"`     // 0: the whole file
	Before   string `json:"before"`   // the source line, with the words that are meant in the middle
	Marked   string `json:"marked"`
	After    string `json:"after"`
	Message  string `json:"message"`
	Rule     string `json:"rule"`
	Hint     string `json:"hint"`
}

// rankOf says which problems come first: errors, then warnings, then those that a draft
// is expected to have, of which there may be hundreds.
func rankOf(p diag.Problem) int {
	switch {
	case p.Severity == diag.Error:
		return 0
	case p.Rule == "no-value" || p.Rule == "todo":
		return 2
	}
	return 1
}

// reported are the problems of a build.
func reported(result *build.Result) report {
	r := report{Blocked: result.Blocked, Errors: result.Problems.Errors(), Warnings: result.Problems.Warnings(), Problems: []problem{}}
	for rank := range 3 {
		for _, p := range result.Problems {
			if rankOf(p) != rank || len(r.Problems) == mostShown {
				continue
			}
			from := diag.ExcerptOf(p, result.Source)
			r.Problems = append(r.Problems, problem{
				Severity: p.Severity.String(), Place: diag.Visible(p.Pos.String()), Line: p.Pos.Line,
				Before: from.Before, Marked: from.Marked, After: from.After,
				Message: diag.Visible(p.Message), Rule: p.Rule, Hint: diag.Visible(p.Hint),
			})
		}
	}
	return r
}
