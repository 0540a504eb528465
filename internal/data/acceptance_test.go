package data_test

import (
	"strings"
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// TestAcceptances: reasons go from an item to its values and from a value to
// its parts, and the nearest one counts.
func TestAcceptances(t *testing.T) {
	set := sound(t, `
  - indicator: arrivals
    source: unhcr
    accept: {jump: item, small-count: item}
    values:
      serbia: {value: 9, accept: {jump: value}, by: {age: {children: {value: 3, accept: {small-count: part}}, adults: 4}}}
      romania: 1
`)
	reasons := map[string]string{}
	for _, o := range set.Observations() {
		for _, rule := range []string{"jump", "small-count", "unlike"} {
			if a, ok := data.AcceptedBy(o.Accepts, rule); ok {
				reasons[o.Area.ID+" "+data.CategoriesKey(o.Path)+" "+rule] = a.Reason
			}
		}
	}
	for name, want := range map[string]string{
		"serbia  jump": "value", "serbia  small-count": "item", "serbia age=children jump": "value", "serbia age=children small-count": "part",
		"serbia age=adults small-count": "item", "romania  jump": "item", "romania  unlike": "",
	} {
		if reasons[name] != want {
			t.Errorf("%s: got %q, want %q", name, reasons[name], want)
		}
	}
	if n := len(set.Acceptances()); n != 4 {
		t.Errorf("%d reasons are listed, want 4", n)
	}
}

// TestLowered: a site may take a rule less seriously, with a reason.
func TestLowered(t *testing.T) {
	set, ps := data.Load(base(map[string]string{"site": "title: T\nrules:\n  unbound: {severity: accepted, reason: an archive}\n  alt-text: {severity: warning, reason: old pictures}\n"}))
	if len(ps) > 0 || len(set.Site.Lowered) != 2 {
		t.Fatalf("got %v, %v", set.Site.Lowered, ps)
	}
	if l := set.Site.Lowered[0]; l.Rule != "unbound" || l.Severity != diag.Accepted || l.Reason != "an archive" || l.Pos.Line != 3 {
		t.Errorf("got %+v", l)
	}
	for entry, want := range map[string]string{
		"unbound: off":                            "must be a mapping",
		"unbound: {severity: off, reason: x}":     `"off" is no severity that a rule can be lowered to`,
		"unbound: {severity: error, reason: x}":   `"error" is no severity`,
		"unbound: {severity: acepted, reason: x}": `"acepted" is no severity`,
		"unbound: {severity: accepted}":           `needs "reason"`,
		"unbound: {severity: accepted, reason: }": `"reason" is empty`,
		"unbound: {reason: x}":                    `needs "severity"`,
		"unbound: {severity: accepted, why: x}":   `has no "why"`,
	} {
		set, ps := data.Load(base(map[string]string{"site": "title: T\nrules:\n  " + entry + "\n"}))
		if ps.Errors() == 0 || !strings.Contains(ps[0].Message, want) && !strings.Contains(ps[len(ps)-1].Message, want) || len(set.Site.Lowered) > 0 && !strings.Contains(entry, "why") {
			t.Errorf("%s: got %v, lowered %v", entry, ps, set.Site.Lowered)
		}
	}
}

// TestAcceptMistakes: a reason is words.
func TestAcceptMistakes(t *testing.T) {
	for accept, want := range map[string]string{
		"{jump: }": "without a reason", "{jump: 1}": "without a reason", "{jump: '...'}": "without a reason", "{jump: [a]}": "without a reason",
		"jump": `"accept" must be a mapping`, "[jump]": `"accept" must be a mapping`,
	} {
		_, ps := data.Load(base(map[string]string{"observations/a": "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: unhcr, value: 9, accept: " + accept + "}\n"}))
		if len(ps) != 1 || !strings.Contains(ps[0].Message, want) || ps[0].Pos.Line != 3 {
			t.Errorf("accept: %s: got %v", accept, ps)
		}
	}
}
