package check

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// Sound leaves out what may only follow from a file of data/ that could not be
// read: with data/areas.yaml every chapter would lose its area.
func Sound(set *data.Set, problems diag.Problems) diag.Problems {
	if set.Whole() {
		return problems
	}
	rests := map[string]bool{}
	for _, rule := range Rules() {
		rests[rule.Name] = rule.Rests
	}
	return slices.DeleteFunc(slices.Clone(problems), func(p diag.Problem) bool { return rests[p.Rule] })
}
