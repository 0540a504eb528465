package check

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Rule is something that must hold.
type Rule struct {
	Name     string
	Severity diag.Severity
	Doc      string // one sentence: what must hold, or what is refused
	Rests    bool   // on the names in data/, so that nothing can be said while they are not all known

	site  func(*site.Site, *Reporter)                                                  // looks at the whole site; nil for the others
	page  func(*site.Site, *site.Facts, *Reporter)                                     // looks at one finished page; nil for the others
	links func(s *site.Site, f *site.Facts, known map[string]*site.Facts, r *Reporter) // looks at one finished page and where it leads; nil for the others
}

// Reporter takes the problems that one rule finds.
type Reporter struct {
	rule     Rule
	problems diag.Problems
}

// Report adds a problem at a place, length characters long.
func (r *Reporter) Report(pos diag.Pos, length int, hint, format string, args ...any) {
	if r.rule.Severity == diag.Warning {
		r.problems.Warnf(pos, length, r.rule.Name, hint, format, args...)
		return
	}
	r.problems.Errorf(pos, length, r.rule.Name, hint, format, args...)
}

// Run applies the rules over the whole site.
func Run(s *site.Site) diag.Problems {
	var all diag.Problems
	for _, rule := range Rules() {
		if rule.site != nil {
			r := &Reporter{rule: rule}
			rule.site(s, r)
			all = append(all, r.problems...)
		}
	}
	return all
}

// Pages applies the rules over finished pages. Facts may come in any order and
// may hold nil for outputs that are no pages.
func Pages(s *site.Site, facts []*site.Facts) diag.Problems {
	var all diag.Problems
	known := factsOf(facts)
	for _, rule := range Rules() {
		r := &Reporter{rule: rule}
		for _, f := range facts {
			switch {
			case f == nil:
			case rule.page != nil:
				rule.page(s, f, r)
			case rule.links != nil:
				rule.links(s, f, known, r)
			}
		}
		all = append(all, r.problems...)
	}
	return all
}

// factsOf finds the facts of a route.
func factsOf(facts []*site.Facts) map[string]*site.Facts {
	known := map[string]*site.Facts{}
	for _, f := range facts {
		if f != nil {
			known[f.Page.Route] = f
		}
	}
	return known
}

// Looks tells whether the rule looks at the site itself. The others are kept
// by the phases before, while they read.
func (r Rule) Looks() bool { return r.site != nil || r.page != nil || r.links != nil }
