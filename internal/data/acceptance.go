package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Acceptance is an author's reason for leaving a warning of a rule as it is:
//
//	{value: 3, accept: {small-count: published by the office itself}}
//
// On an item it holds for all its values, on a value for it and its parts, on a
// source or an indicator for what is said of that.
type Acceptance struct {
	Rule, Reason string
	Pos          diag.Pos // of the rule's name
	Len          int
}

// Lowered is an entry of rules: in data/site.yaml, by which a site takes a rule
// less seriously.
type Lowered struct {
	Acceptance
	Severity diag.Severity // Warning or Accepted
}

// AcceptedBy finds the reason for a rule, the nearest first: that of a value
// before that of its item.
func AcceptedBy(all []*Acceptance, rule string) (*Acceptance, bool) {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Rule == rule {
			return all[i], true
		}
	}
	return nil, false
}

// readAcceptances reads the key accept of a mapping.
func readAcceptances(r *strictyaml.Reader, ps *diag.Problems) []*Acceptance {
	n := r.Node("accept")
	if n == nil || strictyaml.Read(n, `"accept"`, ps).Empty() {
		return nil
	}
	var all []*Acceptance
	for _, f := range n.Fields {
		reason := strings.TrimSpace(f.Value.Value)
		switch {
		case f.Value.Broken:
			continue
		case f.Value.Kind != strictyaml.Scalar || !strings.ContainsAny(strings.ToLower(reason), "abcdefghijklmnopqrstuvwxyz"):
			ps.Errorf(f.Key.Pos, f.Key.Len, rule, "say in words why: accept: {"+f.Key.Value+": the reason}", "%q is accepted without a reason", f.Key.Value)
			continue
		}
		all = append(all, &Acceptance{Rule: strings.Clone(f.Key.Value), Reason: strings.Clone(reason), Pos: f.Key.Pos, Len: f.Key.Len})
	}
	return all
}

// readLowered reads rules: of data/site.yaml.
func (l *loader) readLowered(r *strictyaml.Reader) {
	n := r.Node("rules")
	if n == nil || strictyaml.Read(n, `"rules"`, &l.ps).Empty() {
		return
	}
	for _, f := range n.Fields {
		entry := strictyaml.Read(f.Value, "the rule "+f.Key.Value, &l.ps)
		if entry.Empty() {
			continue
		}
		lowered := Lowered{Acceptance: Acceptance{Rule: f.Key.Value, Pos: f.Key.Pos, Len: f.Key.Len, Reason: entry.RequireString("reason")}}
		words := []string{diag.Warning.String(), diag.Accepted.String()}
		switch n := entry.RequireScalar("severity"); {
		case n == nil:
			lowered.Reason = ""
		case n.Value == words[0]:
			lowered.Severity = diag.Warning
		case n.Value == words[1]:
			lowered.Severity = diag.Accepted
		default:
			l.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, words, "write warning or accepted"), "%q is no severity that a rule can be lowered to", n.Value)
			lowered.Reason = ""
		}
		entry.Done()
		if lowered.Reason != "" {
			l.set.Site.Lowered = append(l.set.Site.Lowered, lowered)
		}
	}
}

// accept reads the key accept of an entry of a register.
func (l *loader) accept(r *strictyaml.Reader) []*Acceptance {
	own := readAcceptances(r, &l.ps)
	l.set.accepts = append(l.set.accepts, own...)
	return own
}
