package chart

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/typeface"
)

// look is what the rules make of the classes of a mark or a line of text, where no stylesheet does it: in files and in
// pictures of dots. Lengths are pixels.
type look struct {
	mark                       colour // what var(--mark) is
	fill, stroke               colour
	fillOpacity, strokeOpacity float64
	opacity                    float64 // of the element; the only one that is not inherited
	width                      float64 // of the stroke
	miter                      float64
	dashes                     []float64
	cap                        lineCap
	join                       lineJoin
	anchor                     anchor
	weight                     typeface.Weight
	italic                     bool
	beneath                    bool    // the stroke is drawn before the fill: a halo
	crisp                      bool    // edges are laid on whole dots
	written                    *[]byte // the same as attributes of SVG, once they were asked for
}

// plainLook is the look of what no rule is for: the initial values of SVG.
func plainLook() look {
	return look{fill: colour{shown: true}, fillOpacity: 1, strokeOpacity: 1, opacity: 1, width: 1, miter: 4}
}

type (
	lineCap  uint8
	lineJoin uint8
	anchor   uint8
)

const (
	buttCap lineCap = iota
	roundCap
	squareCap
)

const (
	miterJoin lineJoin = iota
	roundJoin
	bevelJoin
)

const (
	startAnchor anchor = iota
	middleAnchor
	endAnchor
)

// looker finds the looks of one drawing, as a browser finds those of its elements: all rules weigh the same, the later
// one holds, what a group sets is inherited, and var(--mark) is the mark of the element that uses it. What it found it
// remembers; it is not safe for several workers.
type looker struct {
	rules  []rule
	tokens map[string]colour
	groups []scope // those that are open, below them the whole picture
	known  map[question]look
	err    error // the first value that is not understood
}

// scope is an open group.
type scope struct {
	path string // the classes of all open groups, each between spaces
	look look
}

type question struct {
	scope string
	on    element
	class string
	more  string
}

// newLooker is a looker with the colours of one place: of files, the light ones.
func newLooker(value func(token) string) *looker {
	l := &looker{rules: looks(), tokens: map[string]colour{}, known: map[question]look{}, groups: []scope{{look: plainLook()}}}
	for _, t := range palette() {
		l.tokens["var(--chart-"+t.name+")"] = l.colour(value(t))
	}
	return l
}

func light(t token) string { return t.light }

// group enters a group.
func (l *looker) group(class string) {
	in := l.groups[len(l.groups)-1].path + " " + class + " "
	l.groups = append(l.groups, scope{in, l.of(anything, class, "")})
}

// end leaves a group.
func (l *looker) end() { l.groups = l.groups[:len(l.groups)-1] }

// leave leaves all groups.
func (l *looker) leave() { l.groups = l.groups[:1] }

// of is the look of an element here; its classes are in two lists, either of which may be empty.
func (l *looker) of(on element, class, more string) look {
	asked := question{l.groups[len(l.groups)-1].path, on, class, more}
	found, ok := l.known[asked]
	if !ok {
		found = l.find(on, append(strings.Fields(class), strings.Fields(more)...))
		found.written = new([]byte)
		l.known[asked] = found
	}
	return found
}

func (l *looker) find(on element, classes []string) look {
	out := l.groups[len(l.groups)-1].look
	out.opacity = 1
	var set []setting
	for _, r := range l.rules {
		if r.fits(on, classes) && (r.in == "" || l.within(r.in)) {
			set = append(set, r.set...)
		}
	}
	// The mark first: what uses it may stand before the rule that sets it.
	for _, s := range set {
		if s.property == "--mark" {
			out.mark = l.colour(s.value)
		}
	}
	for _, s := range set {
		if err := out.apply(s, l); err != nil && l.err == nil {
			l.err = fmt.Errorf("the look of %q: %w", strings.Join(classes, " "), err)
		}
	}
	return out
}

// fits is true of an element that the rule's selector (see rule.selector) matches.
func (r rule) fits(on element, classes []string) bool {
	if r.class != "" {
		return slices.Contains(classes, r.class)
	}
	return on != anything && (on == mark) == (r.on == mark)
}

// within is true inside a group of a class.
func (l *looker) within(class string) bool {
	return strings.Contains(l.groups[len(l.groups)-1].path, " "+class+" ")
}
