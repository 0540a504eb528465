package chart

// TextWidth is the width of a line of text in pixels.
func TextWidth(s string, size int, strong bool) float64 {
	return float64(textWidth(s, font{size, strong})) / unit
}

// TextSizes are the two sizes of text of a drawing.
func TextSizes(w Width) (text, small int) {
	if w == Narrow {
		return narrowText, narrowSmall
	}
	return wideText, wideSmall
}
