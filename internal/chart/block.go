package chart

// block is words in lines, one below the other.
type block struct {
	lines []blockLine
	wide  int
	high  int
}

type blockLine struct {
	text  string
	font  font
	class string
}

// add wraps text to a width and adds it below.
func (b *block) add(text string, most int, f font, class string) {
	for _, l := range wrap(text, most, f) {
		b.lines = append(b.lines, blockLine{l, f, class})
		b.wide = max(b.wide, textWidth(l, f))
		b.high += f.lineHeight()
	}
}

// writeBlock writes a block from top down; anchor says what x is: ch-end, ch-mid, or "" for the start of the lines.
func (p *plate) writeBlock(b *block, anchor string, x, top int) {
	for _, l := range b.lines {
		class := l.class
		if class != "" && anchor != "" {
			class += " "
		}
		if l.text != "" {
			p.write(l.text, class+anchor, l.font, x, top+l.font.lineHeight()/2+l.font.drop())
		}
		top += l.font.lineHeight()
	}
}
