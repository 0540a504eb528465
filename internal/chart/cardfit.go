package chart

import (
	"strings"
	"unicode/utf8"
)

// frame is the room of a text, in tenths of a pixel, and how many lines it may have.
type frame struct{ width, lines, high int }

// leastLine is the smallest size of a line by itself.
const leastLine = 18

// shrunk is the largest size from one down to the smallest in which a line has room; there it ends with "…" if it must.
func shrunk(text string, strong bool, from, width int) (font, string) {
	f, lines, _ := fitted(text, strong, from, leastLine, frame{width, 1, width})
	return f, lines[0]
}

// fitted is the largest size between two in which a text has room, its words unbroken. Where there is none it is the
// smallest, in which a long word may be broken and the text ends with "…" if it must: fits is false then.
func fitted(text string, strong bool, from, to int, room frame) (f font, lines []string, fits bool) {
	for f = (font{from, strong}); ; f.size = max(to, f.size-2) {
		lines = wrap(text, room.width, f)
		enough := len(lines) <= room.lines && len(lines)*f.lineHeight() <= room.high
		if enough && strings.Join(lines, " ") == text {
			return f, lines, true
		}
		if f.size == to {
			if !enough {
				most := max(1, min(room.lines, room.high/f.lineHeight(), len(lines)))
				lines = ended(lines[:most], room.width, f)
			}
			return f, lines, false
		}
	}
}

// ended makes the last of some lines end with "…", behind a word if it has more than one.
func ended(lines []string, width int, f font) []string {
	last := lines[len(lines)-1]
	dotted := func() string { return strings.TrimRight(last, " ,;:.–-") + "…" }
	text := dotted()
	for textWidth(text, f) > width && last != "" {
		n := strings.LastIndexByte(last, ' ')
		if n <= 0 {
			_, size := utf8.DecodeLastRuneInString(last)
			n = len(last) - size
		}
		last = last[:n]
		text = dotted()
	}
	return append(lines[:len(lines)-1:len(lines)-1], text)
}
