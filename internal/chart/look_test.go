package chart

import (
	"strings"
	"testing"

	"bulletin/internal/typeface"
)

// TestLooksAreUnderstood: pictures that stand alone know every property and every value of the rules, and every token.
func TestLooksAreUnderstood(t *testing.T) {
	for place, value := range map[string]func(token) string{
		"light": light, "dark": func(t token) string { return t.dark }, "print": func(t token) string { return t.print },
	} {
		l := newLooker(value)
		for _, r := range looks() {
			l.group(r.in)
			l.of(r.on, r.class, "")
			l.end()
			if l.err != nil {
				t.Fatalf("%s: %v", place, l.err)
			}
		}
	}
}

// ofRules is a looker with rules of its own.
func ofRules(rules ...rule) *looker {
	l := newLooker(light)
	l.rules = rules
	return l
}

// TestLooksCascade compares with what CSS says of rules of equal weight, of inheritance and of var().
func TestLooksCascade(t *testing.T) {
	red, blue := "#ff0000", "#0000ff"
	bare := rule{"", "", mark, []setting{{"--mark", "#111111"}, {"fill", "none"}}}
	fills := rule{"", "fills", mark, []setting{{"fill", "var(--mark)"}}}
	for _, c := range []struct {
		name   string
		rules  []rule
		groups []string
		class  string
		want   string
	}{
		{"no rule", nil, nil, "", "#000000"},
		{"a bare rule", []rule{bare}, nil, "x", "none"},
		{"the later of two", []rule{{"", "a", mark, []setting{{"fill", red}}}, {"", "b", mark, []setting{{"fill", blue}}}}, nil, "b a", blue},
		{"the mark is set behind its use", []rule{fills, {"", "a", mark, []setting{{"--mark", red}}}}, nil, "fills a", red},
		{"a token", []rule{{"", "a", mark, []setting{{"fill", "var(--chart-up)"}}}}, nil, "a", "#1f5fa8"},
		{"inherited", []rule{{"", "g", anything, []setting{{"fill", red}}}}, []string{"g"}, "", red},
		{"inherited from further out", []rule{{"", "g", anything, []setting{{"fill", red}}}}, []string{"x g", "y"}, "", red},
		{"inherited, but set", []rule{{"", "g", anything, []setting{{"fill", red}}}, bare}, []string{"g"}, "", "none"},
		{"a mark reset by the bare rule", []rule{{"", "g", anything, []setting{{"--mark", red}}}, bare, fills}, []string{"g"}, "fills", "#111111"},
		{"a mark that nothing resets", []rule{{"", "g", anything, []setting{{"--mark", red}}}, fills}, []string{"g"}, "fills", red},
		{"a mark is that of where it is used", []rule{{"", "g", anything, []setting{{"--mark", red}, {"fill", "var(--mark)"}}}, {"", "a", mark, []setting{{"--mark", blue}}}}, []string{"g"}, "a", red},
		{"in a group", []rule{{"g", "a", mark, []setting{{"fill", red}}}}, []string{"g"}, "a", red},
		{"in a group around the group", []rule{{"g", "", mark, []setting{{"fill", red}}}}, []string{"g h", "i"}, "", red},
		{"not in its group", []rule{{"g", "a", mark, []setting{{"fill", red}}}}, []string{"gg"}, "g a", "#000000"},
		{"a rule of words", []rule{{"", "", words, []setting{{"fill", red}}}}, nil, "", "#000000"},
	} {
		l := ofRules(c.rules...)
		for _, g := range c.groups {
			l.group(g)
		}
		if got := string(l.of(mark, c.class, "").fill.hex(nil)); got != c.want || l.err != nil {
			t.Errorf("%s: %s, want %s (%v)", c.name, got, c.want, l.err)
		}
	}
}

func TestLooksOfGroupsEnd(t *testing.T) {
	l := ofRules(rule{"", "g", anything, []setting{{"fill", "#ff0000"}, {"opacity", "0.5"}}})
	before := l.of(mark, "a", "")
	l.group("g")
	inside := l.of(mark, "a", "")
	l.end()
	if after := l.of(mark, "a", ""); after.fill != before.fill || inside.fill == before.fill {
		t.Errorf("before %v, inside %v, after %v", before.fill, inside.fill, after.fill)
	}
	if inside.opacity != 1 {
		t.Error("opacity is inherited")
	}
}

func TestLooksOfEveryProperty(t *testing.T) {
	l := ofRules(rule{"", "a", words, []setting{
		{"fill", "none"}, {"stroke", "#010203"}, {"fill-opacity", "0.25"}, {"stroke-opacity", "0.5"}, {"opacity", "0.75"}, {"stroke-width", "1.5px"},
		{"stroke-miterlimit", "3"}, {"stroke-dasharray", "3, 2px 1"}, {"stroke-linecap", "square"}, {"stroke-linejoin", "bevel"}, {"text-anchor", "end"},
		{"font-weight", "700"}, {"font-style", "italic"}, {"paint-order", "stroke"}, {"shape-rendering", "crispEdges"},
	}})
	got := l.of(words, "a", "")
	dashes := got.dashes
	got.dashes = nil
	want := look{
		stroke: colour{1, 2, 3, true}, fillOpacity: 0.25, strokeOpacity: 0.5, opacity: 0.75, width: 1.5, miter: 3,
		cap: squareCap, join: bevelJoin, anchor: endAnchor, weight: typeface.Bold, italic: true, beneath: true, crisp: true,
	}
	if l.err != nil || !sameLook(got, want) {
		t.Errorf("got %+v (%v)", got, l.err)
	}
	if len(dashes) != 6 || dashes[3] != 3 {
		t.Errorf("dashes %v: an odd list is repeated", dashes)
	}
}

func sameLook(a, b look) bool {
	return a.mark == b.mark && a.fill == b.fill && a.stroke == b.stroke && a.fillOpacity == b.fillOpacity && a.strokeOpacity == b.strokeOpacity &&
		a.opacity == b.opacity && a.width == b.width && a.miter == b.miter && a.cap == b.cap && a.join == b.join && a.anchor == b.anchor &&
		a.weight == b.weight && a.italic == b.italic && a.beneath == b.beneath && a.crisp == b.crisp && len(a.dashes) == len(b.dashes)
}

// TestLooksThatAreNotUnderstood: a rule that only a browser understands would be lost in files, so it is an error.
func TestLooksThatAreNotUnderstood(t *testing.T) {
	for _, s := range []setting{
		{"filter", "blur(1px)"}, {"fill", "red"}, {"fill", "var(--chart-nothing)"}, {"stroke", "currentColor"}, {"--mark", "#12"},
		{"stroke-width", "1em"}, {"stroke-dasharray", "0 0"}, {"stroke-dasharray", "2 -1"}, {"stroke-dasharray", "a"}, {"stroke-linecap", "flat"}, {"font-weight", "bolder"},
	} {
		l := ofRules(rule{"", "a", mark, []setting{s}})
		if l.of(mark, "a", ""); l.err == nil {
			t.Errorf("%s: %s is taken", s.property, s.value)
		} else if !strings.Contains(l.err.Error(), s.value) && !strings.Contains(l.err.Error(), s.property) {
			t.Errorf("%s: %s: the error is %q", s.property, s.value, l.err)
		}
	}
}
