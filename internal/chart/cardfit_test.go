package chart

import (
	"strings"
	"testing"
)

// TestFitted: text shrinks before it is cut, and is cut at a word only where the smallest size has no room.
func TestFitted(t *testing.T) {
	room := frame{300 * unit, 3, 120 * unit}
	for _, c := range []struct {
		text string
		size int // 0: any
		fits bool
		end  string
	}{
		{"Short", 40, true, "Short"},
		{"Some words that have to be smaller", 0, true, "smaller"},
		{strings.Repeat("many words ", 8), 20, false, "…"},
		{strings.Repeat("x", 40), 20, false, "x"},
		{strings.Repeat("x", 400), 20, false, "x…"},
	} {
		text := strings.TrimSpace(c.text)
		f, lines, fits := fitted(text, false, 40, 20, room)
		last := lines[len(lines)-1]
		if fits != c.fits || c.size > 0 && f.size != c.size || !strings.HasSuffix(last, c.end) {
			t.Errorf("%.20s: %d px, %q, %v", text, f.size, lines, fits)
		}
		if len(lines) > room.lines || widest(lines, f) > room.width || len(lines)*f.lineHeight() > room.high {
			t.Errorf("%.20s: %q leave their room", text, lines)
		}
		if joined := strings.Join(lines, " "); fits && joined != text {
			t.Errorf("%q has become %q", text, joined)
		} else if strings.HasSuffix(last, "…") && strings.Contains(text, " ") && !strings.HasPrefix(text, strings.TrimSuffix(joined, "…")) {
			t.Errorf("%q does not begin %q", joined, text)
		}
	}
	if _, text := shrunk("alpha, beta, gamma", false, 20, 100*unit); text != "alpha…" {
		t.Errorf("cut behind a comma: %q", text)
	}
}
