package check

import (
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Rule is something that must hold.
type Rule struct {
	Name     string
	Severity diag.Severity
	Doc      string  // one sentence: what must hold, or what is refused
	Fails    Example // breaks this rule, and no other
	Passes   Example // nearly the same, and breaks none
	Rests    bool    // on the names in data/, so that nothing can be said while they are not all known
	Held     bool    // no site may lower it: without it the figures could not be trusted
	Excused  bool    // an error that a reason accepts as it does a warning

	site  func(*site.Site, *Reporter) // looks at the whole site; nil for the others
	data  func(*site.Site, *Reporter) // looks at the data of the site alone; nil for the others
	prose func(*reading, *Reporter)   // looks at the words of one page, or at an edition with its opening page; nil for the others
	pages func(*finished, *Reporter)  // looks at all finished pages; nil for the others
}

// Looks tells whether the rule looks at the site itself. The others are kept
// by the phases before, while they read.
func (r Rule) Looks() bool { return r.site != nil || r.data != nil || r.prose != nil || r.pages != nil }

// Lowers tells whether a site may lower the rule. What an earlier phase
// refuses is not there to be shown.
func (r Rule) Lowers() bool { return r.Looks() && !r.Held }

// Accepts tells whether a reason in its place accepts what the rule finds.
func (r Rule) Accepts() bool { return r.Looks() && (r.Severity == diag.Warning || r.Excused) }

// Finding is a breach of a rule.
type Finding struct {
	Pos           diag.Pos
	Len           int // characters from Pos on
	Message, Hint string
	Accepts       []*data.Acceptance // beside the data that it is about: a reason there accepts a warning, or what is excused
	Reason        string             // of the literal that it stands in: accepts the same
	Mild          bool               // a warning, though the rule's findings are errors
}

// Reporter takes the findings of one rule.
type Reporter struct {
	*inspection
	rule     Rule
	problems diag.Problems
}

// inspection is what the rules of one run share.
type inspection struct {
	lowered map[string]data.Lowered
	used    map[*data.Acceptance]bool
	found   []spot // on the page that is read
}

// spot is a stretch of a line.
type spot struct {
	pos diag.Pos
	len int
}

func inspect(s *site.Site) *inspection {
	in := &inspection{lowered: map[string]data.Lowered{}, used: map[*data.Acceptance]bool{}}
	for _, l := range s.Set.Site.Lowered {
		in.lowered[l.Rule] = l
	}
	return in
}

// Report adds a problem at a place, length characters long.
func (r *Reporter) Report(pos diag.Pos, length int, hint, format string, args ...any) {
	r.Find(Finding{Pos: pos, Len: length, Hint: hint, Message: diag.Messagef(format, args...)})
}

// Find adds a finding: as an error or a warning, or, where somebody gave a
// reason for leaving it, as accepted.
func (r *Reporter) Find(f Finding) {
	r.found = append(r.found, spot{f.Pos, f.Len})
	p := diag.Problem{Pos: f.Pos, Len: f.Len, Severity: r.rule.Severity, Rule: r.rule.Name, Message: f.Message, Hint: f.Hint}
	if f.Mild && p.Severity == diag.Error {
		p.Severity = diag.Warning
	}
	lowered, low := r.lowered[r.rule.Name]
	if low && r.rule.Lowers() && p.Severity < lowered.Severity {
		p.Severity, p.Reason = lowered.Severity, lowered.Reason
	}
	if p.Severity == diag.Warning || p.Severity == diag.Error && r.rule.Excused {
		if a, ok := data.AcceptedBy(f.Accepts, r.rule.Name); ok {
			r.used[a] = true
			p.Severity, p.Reason = diag.Accepted, a.Reason
		} else if f.Reason != "" {
			p.Severity, p.Reason = diag.Accepted, f.Reason
		}
	}
	if p.Severity == diag.Accepted {
		p.Hint = ""
	}
	r.problems = append(r.problems, p)
}

// Run applies the rules over the whole site and over the words of its pages.
func Run(s *site.Site) diag.Problems {
	problems, _ := Inspect(s)
	return problems
}

// Pages applies the rules over finished pages. Facts may come in any order and
// may hold nil for outputs that are no pages; files are the paths of all files
// of the site.
func Pages(s *site.Site, facts []*site.Facts, files []string) diag.Problems {
	var briefs []Brief
	for _, f := range facts {
		if f != nil {
			briefs = append(briefs, BriefOf(f, func() *site.Facts { return f }))
		}
	}
	problems, _ := Finish(s, briefs, files, Settled{})
	return problems
}
