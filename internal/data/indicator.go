package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Indicator is what is measured.
type Indicator struct {
	ID, Name           string
	Unit               Unit
	Measure            Measure
	Add                Add
	Definition, Caveat string     // may be empty
	Of                 *Indicator // among whose cases its own are; may be nil
	Example            bool       // its values are invented, to show what the program can do
	Accepts            []*Acceptance
	Pos                diag.Pos

	order int32 // place among all indicators
}

// Measure is the kind of number that an indicator has.
type Measure uint8

// The measures.
const (
	Flow   Measure = iota + 1 // counted over a period
	Stock                     // counted at the end of a period
	Share                     // per cent of a whole, 0 to 100
	Change                    // per cent, as published, where the counts are not; may be negative
)

// String is the word of data/indicators.yaml.
func (m Measure) String() string { return word(measures(), int(m)) }

func measures() []string { return []string{"", "flow", "stock", "share", "change"} }

// Add says over what the values of an indicator may be summed.
type Add uint8

// The ways to add.
const (
	AddNone Add = iota
	AddAreas
	AddPeriods
	AddAll // areas and periods
)

// String is the word of data/indicators.yaml.
func (a Add) String() string { return word(additions(), int(a)) }

func additions() []string { return []string{"none", "areas", "periods", "all"} }

func word(words []string, i int) string {
	if i < len(words) {
		return words[i]
	}
	return ""
}

func (l *loader) readIndicators(n *strictyaml.Node) {
	l.set.indicators.whole = n != nil
	if n == nil || n.Kind == strictyaml.Null {
		return
	}
	if n.Kind != strictyaml.List {
		l.set.indicators.whole = false
		l.ps.Errorf(n.Pos, n.Len, rule, "begin each indicator with - id:", "the file must be a list of indicators, but this is %s", n.Kind)
		return
	}
	of := map[*Indicator]*strictyaml.Node{}
	for _, item := range n.Items {
		l.readIndicator(strictyaml.Read(item, "an indicator", &l.ps), of)
	}
	l.resolveOf(of)
}

// readIndicator keeps an indicator that has an id, and enters what it says
// under of:.
func (l *loader) readIndicator(r *strictyaml.Reader, of map[*Indicator]*strictyaml.Node) {
	before := l.ps.Errors()
	id := r.RequireScalar("id")
	i := &Indicator{Name: r.RequireString("name"), Definition: r.String("definition"), Caveat: r.String("caveat"), order: int32(len(l.set.indicators.list))}
	i.Measure = Measure(l.choice(r.RequireScalar("measure"), "measure", measures()))
	add := r.Scalar("add")
	if i.Add = Add(l.choice(add, "way to add", additions())); i.Add != AddNone && (i.Measure == Share || i.Measure == Change) {
		l.ps.Errorf(add.Pos, add.Len, rule, "write add: none, or take it away", "a %s is per cent of something, and is never added up", i.Measure)
		i.Add = AddNone
	}
	if i.Measure == Flow || i.Measure == Stock {
		r.Require("unit")
	}
	if unit := r.Read("unit", "a unit"); !unit.Empty() {
		i.Unit = Unit{One: unit.RequireString("one"), Other: unit.RequireString("other")}
		unit.Done()
	}
	whole := r.Scalar("of")
	i.Example = r.Bool("example")
	i.Accepts = l.accept(r)
	l.shown(r, i.Accepts, "name", "definition", "caveat")
	r.Done()
	if l.ps.Errors() > before {
		l.set.lost = true // what its values come to is not known
	}
	if id == nil {
		l.set.indicators.whole = false
		return
	}
	i.ID, i.Pos = id.Value, id.Pos
	checkID(id, "an indicator", &l.ps)
	if first, ok := l.set.indicators.get(i.ID); ok {
		doubled(id, first.Pos, "the indicator", &l.ps)
		return
	}
	l.set.indicators.add(i.ID, i)
	if whole != nil {
		of[i] = whole
	}
}

// resolveOf finds the indicators that others are of, once all are known.
func (l *loader) resolveOf(of map[*Indicator]*strictyaml.Node) {
	var ids []string
	for _, i := range l.set.indicators.list {
		ids = append(ids, i.ID)
	}
	for _, i := range l.set.indicators.list {
		n := of[i]
		if n == nil {
			continue
		}
		whole, ok := l.set.indicators.get(n.Value)
		switch {
		case !ok && l.set.indicators.whole:
			l.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, ids, "name the indicator that its cases are among"), "there is no indicator %q", n.Value)
		case !ok || i.Measure == 0 || whole.Measure == 0:
		case i.Measure != whole.Measure || i.Measure != Flow && i.Measure != Stock:
			l.ps.Errorf(n.Pos, n.Len, rule, "both must be flows, or both stocks", "the cases of a %s cannot be among those of %s, a %s", i.Measure, whole.ID, whole.Measure)
		case whole.within(i):
			l.ps.Errorf(n.Pos, n.Len, rule, "take one of: away", "%q is of itself", i.ID)
		default:
			i.Of = whole
		}
	}
}

// within tells whether i is other, or of it at any remove.
func (i *Indicator) within(other *Indicator) bool {
	for ; i != nil; i = i.Of {
		if i == other {
			return true
		}
	}
	return false
}

// choice is the index of n's word among words, 0 when it is absent or, after a
// problem, unknown.
func (l *loader) choice(n *strictyaml.Node, what string, words []string) int {
	if n == nil {
		return 0
	}
	for i, w := range words {
		if w == n.Value && w != "" {
			return i
		}
	}
	list := strings.TrimPrefix(strings.Join(words, ", "), ", ")
	l.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, words, "write one of "+list), "%q is no %s", n.Value, what)
	return 0
}
