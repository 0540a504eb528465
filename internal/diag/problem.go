package diag

import (
	"cmp"
	"slices"
)

// Severity tells whether a problem stops the build.
type Severity int

// An error stops the build; a warning does so only under --strict. What was
// accepted stops nothing: somebody has looked at it and given a reason.
const (
	Error Severity = iota
	Warning
	Accepted
)

// String is the word that a reader sees: "error", "warning" or "accepted".
func (s Severity) String() string {
	switch s {
	case Warning:
		return "warning"
	case Accepted:
		return "accepted"
	}
	return "error"
}

// Problem is one thing for an author to mend.
type Problem struct {
	Pos      Pos
	Len      int // characters to underline from Pos on; 0 and 1 both mean one
	Severity Severity
	Rule     string // name of the rule, shown in brackets
	Message  string // what is wrong, in one line without a full stop
	Hint     string // what to do; may be empty
	Reason   string // why it was accepted, in the author's words
}

// Problems is what a phase found, in no order until Sort.
type Problems []Problem

// Errorf adds an error of the named rule.
func (ps *Problems) Errorf(pos Pos, length int, rule, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Pos: pos, Len: length, Rule: rule, Hint: hint, Message: Messagef(format, args...)})
}

// Warnf adds a warning of the named rule.
func (ps *Problems) Warnf(pos Pos, length int, rule, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Pos: pos, Len: length, Severity: Warning, Rule: rule, Hint: hint, Message: Messagef(format, args...)})
}

// Errors counts the problems that stop the build.
func (ps Problems) Errors() int { return ps.count(Error) }

// Warnings counts the problems that stop the build under --strict.
func (ps Problems) Warnings() int { return ps.count(Warning) }

func (ps Problems) count(s Severity) int {
	n := 0
	for _, p := range ps {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Harden makes errors of the warnings.
func (ps Problems) Harden() {
	for i := range ps {
		if ps[i].Severity == Warning {
			ps[i].Severity = Error
		}
	}
}

// Split parts what is to be mended from what was accepted, each in its order.
func (ps Problems) Split() (open, accepted Problems) {
	for _, p := range ps {
		if p.Severity == Accepted {
			accepted = append(accepted, p)
		} else {
			open = append(open, p)
		}
	}
	return open, accepted
}

// Sort orders problems by place, then rule and message, and drops exact
// repeats, so that the list is the same however the work was spread.
func (ps *Problems) Sort() {
	slices.SortStableFunc(*ps, func(a, b Problem) int {
		switch {
		case a.Pos.Less(b.Pos):
			return -1
		case b.Pos.Less(a.Pos):
			return 1
		}
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	*ps = slices.Compact(*ps)
}
