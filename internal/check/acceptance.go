package check

import (
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// acceptances reports reasons that accept nothing: the rule is unknown or
// cannot be accepted, or what was to be accepted is no longer there. It is the
// last rule over the site, when all others have used what they need.
func acceptances(s *site.Site, r *Reporter) {
	rules := map[string]Rule{}
	var accepting, lowering []string
	for _, rule := range Rules() {
		rules[rule.Name] = rule
		if rule.Accepts() {
			accepting = append(accepting, rule.Name)
		}
		if rule.Lowers() {
			lowering = append(lowering, rule.Name)
		}
	}
	for _, a := range s.Set.Acceptances() {
		lowered := r.lowered[a.Rule]
		switch rule, known := rules[a.Rule]; {
		case !known:
			r.Report(a.Pos, a.Len, diag.DidYouMean(a.Rule, accepting, "bulletin check --rules lists them"), "there is no rule %q", a.Rule)
		case rule.Severity == diag.Error && !rule.Excused && (lowered.Severity != diag.Warning || !rule.Lowers()):
			r.Report(a.Pos, a.Len, "mend what it says; only warnings can be accepted", "%s is an error, which no reason makes good", a.Rule)
		case !r.used[a] && s.Set.Complete() && !(rule.Lowers() && lowered.Severity == diag.Accepted):
			r.Report(a.Pos, a.Len, `remove it; what the words of a page need is said there: […]{{ literal "reason" }}`, "nothing here needs to be accepted as %s any more", a.Rule)
		}
	}
	for _, l := range s.Set.Site.Lowered {
		checkLowered(l, rules, lowering, r)
	}
}

// checkLowered reports an entry of rules: in data/site.yaml that changes
// nothing.
func checkLowered(l data.Lowered, rules map[string]Rule, lowering []string, r *Reporter) {
	switch rule, known := rules[l.Rule]; {
	case !known:
		r.Report(l.Pos, l.Len, diag.DidYouMean(l.Rule, lowering, "bulletin check --rules lists them"), "there is no rule %q", l.Rule)
	case !rule.Lowers():
		r.Report(l.Pos, l.Len, "remove it, and mend what the rule finds", "%s cannot be lowered: the site could not be trusted without it", l.Rule)
	case l.Severity <= rule.Severity:
		r.Report(l.Pos, l.Len, "write accepted, or remove the entry", "%s is a %s already", l.Rule, rule.Severity)
	}
}
