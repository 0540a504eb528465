package chart

import (
	"fmt"
	"math"

	"bulletin/internal/geo"
)

// locates says that a chart is a map without values.
func (s *Spec) locates() bool { return s.Type == Map && s.Map.Style == Locator }

// unfitMap says what cannot be on a map.
func (s *Spec) unfitMap() []string {
	var wrong []string
	add := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	switch {
	case s.Map.Style > Locator:
		add("there is no such style of map")
	case len(s.Series) > 1:
		add("a map shows one series, not %d: choose one, or draw a map for each", len(s.Series))
	case s.Map.Style == Symbols && s.Axis.Percent:
		add("shares cannot be circles, whose areas would be added up by the eye: use the style shades")
	}
	by := map[string]string{}
	for _, r := range s.Rows {
		if r.Code == "" {
			continue
		}
		if first, twice := by[r.Code]; twice {
			add("%q and %q have the same code, %s: each area can be on the map once", first, r.Label, r.Code)
			continue
		}
		by[r.Code] = r.Label
		if text := unmapped(r.Code); text != "" {
			add("%q cannot be on a map: %s", r.Label, text)
		}
	}
	if len(by) == 0 {
		add("no area has a country code, so nothing can be on a map: give the areas their code, or use bars")
	}
	if len(wrong) > 0 || s.Map.Style == Locator {
		return wrong
	}
	return append(s.unfitMapValues(), s.unfitBounds()...)
}

// unmapped says why a code cannot be on a map; "" for one that can.
func unmapped(code string) string {
	switch {
	case geo.Known(code):
		return ""
	case userAssigned(code):
		return fmt.Sprintf("%q is a code of your own (ISO 3166-1 leaves it to its users), which no map knows; leave the code away and the area is listed below the map", code)
	}
	return fmt.Sprintf("%q is no country code: it must be one of three letters of ISO 3166-1, as GRC, or XKX for Kosovo", code)
}

// userAssigned says whether ISO 3166-1 leaves a code to its users: AAA to AAZ, QMA to QZZ, XAA to XZZ, ZZA to ZZZ.
func userAssigned(code string) bool {
	if len(code) != 3 {
		return false
	}
	for _, c := range []byte(code) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return code[:2] == "AA" || code[0] == 'Q' && code[1] >= 'M' || code[0] == 'X' || code[:2] == "ZZ"
}

// unfitMapValues says which values a map cannot show.
func (s *Spec) unfitMapValues() []string {
	var wrong []string
	seen := false
	for i, p := range s.Series[0].Points {
		if p.Missing {
			continue
		}
		seen = seen || s.Rows[i].Code != ""
		if s.Map.Style == Symbols && p.Value < 0 {
			wrong = append(wrong, fmt.Sprintf("%q has a value below zero, which no circle can show: use a change chart, or the style shades", s.Rows[i].Label))
		}
	}
	if !seen {
		wrong = append(wrong, "no area on the map has a value: those that have one have no country code")
	}
	return wrong
}

// unfitBounds says what is wrong with the given bounds of classes.
func (s *Spec) unfitBounds() []string {
	b := s.Map.Bounds
	if len(b) == 0 || s.Map.Style != Shades {
		return nil
	}
	if len(b) >= mostShades {
		return []string{fmt.Sprintf("%d bounds make %d classes: %d shades at most can be told apart, so give %d bounds at most", len(b), len(b)+1, mostShades, mostShades-1)}
	}
	for i, v := range b {
		switch {
		case math.IsNaN(v) || math.Abs(v) > maxMagnitude:
			return []string{"a bound of the classes is not a number that can be drawn"}
		case i > 0 && v <= b[i-1]:
			return []string{"the bounds of the classes must rise: " + s.bound(v) + " does not come after " + s.bound(b[i-1])}
		}
	}
	return nil
}
