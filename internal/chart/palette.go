package chart

// token is a colour by its role, in each of the places where a chart is shown. All colours of charts are here: the
// stylesheet is written from this table (see Stylesheet), and pictures that stand alone take theirs from it.
type token struct {
	name   string // --chart-NAME in the stylesheet
	page   string // the page's own token, which comes first where there is a page; "" for none
	light  string
	dark   string
	print  string
	forced string // a system colour, where the reader has chosen the colours
}

// palette is every token. Tests hold the contrasts: 3:1 for marks and 4.5:1 for words on every ground they stand on, and
// the distances between the series for every kind of colour vision.
func palette() []token {
	return []token{
		{"ground", "page", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"ink", "ink", "#14202b", "#e8edf1", "#000000", "CanvasText"},
		{"muted", "muted", "#55626e", "#a4b0bb", "#41484f", "CanvasText"},
		{"grid", "", "#e3e6ea", "#2d343c", "#d5d9dd", "GrayText"},
		{"zero", "", "#7b848e", "#7d8792", "#59626c", "CanvasText"},
		{"base", "", "#8a939d", "#838d97", "#8a939d", "GrayText"},
		{"up", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "CanvasText"},
		{"down", "", "#b9470d", "#f08c4a", "#b9470d", "LinkText"},
		{"1", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "CanvasText"},
		{"2", "", "#b9470d", "#f08c4a", "#b9470d", "LinkText"},
		{"3", "", "#12a095", "#70e6a4", "#12a095", "VisitedText"},
		{"4", "", "#6a1a4c", "#bb4a95", "#6a1a4c", "GrayText"},
		{"5", "", "#b16cfa", "#e4d0fa", "#b16cfa", "CanvasText"},
		// a remainder, and what stands on a mark: white or ink, whichever reads better
		{"rest", "", "#5b6670", "#9aa4ae", "#5b6670", "GrayText"},
		{"on-1", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"on-2", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"on-3", "", "#14202b", "#12181f", "#14202b", "Canvas"},
		{"on-4", "", "#ffffff", "#ffffff", "#ffffff", "Canvas"},
		{"on-5", "", "#14202b", "#12181f", "#14202b", "Canvas"},
		{"on-rest", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		// words in the colour of a series: darker or lighter where the colour itself is too faint to read
		{"text-1", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "CanvasText"},
		{"text-2", "", "#b9470d", "#f08c4a", "#b9470d", "CanvasText"},
		{"text-3", "", "#0b7d74", "#70e6a4", "#0b7d74", "CanvasText"},
		{"text-4", "", "#6a1a4c", "#d673b3", "#6a1a4c", "CanvasText"},
		{"text-5", "", "#8b3fd9", "#e4d0fa", "#8b3fd9", "CanvasText"},
		// maps
		{"sea", "", "#f6f8fa", "#171d24", "#ffffff", "Canvas"},
		{"land", "", "#e6e9ec", "#252c34", "#eef0f2", "Canvas"},
		{"focus", "", "#cfd6df", "#3a444f", "#d9dee4", "Canvas"},
		{"border", "", "#ffffff", "#12181f", "#ffffff", "CanvasText"},
		{"coast", "", "#b4bfca", "#55616d", "#a9b3bd", "CanvasText"},
		{"none", "", "#e0ddd6", "#4a4a48", "#e6e3dd", "Canvas"},
		{"none-line", "", "#a8a297", "#7a7974", "#a39d92", "GrayText"},
		{"symbol", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "LinkText"},
		{"on-symbol", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"shade-1", "", "#d3e3f3", "#20436e", "#d3e3f3", "Canvas"},
		{"shade-2", "", "#a5c6e6", "#2f619b", "#a5c6e6", "Canvas"},
		{"shade-3", "", "#6ea2d5", "#4b86c6", "#6ea2d5", "Canvas"},
		{"shade-4", "", "#3c78b8", "#7fb0e2", "#3c78b8", "Canvas"},
		{"shade-5", "", "#174a87", "#bcd8f4", "#174a87", "Canvas"},
		{"on-shade-1", "", "#14202b", "#ffffff", "#14202b", "CanvasText"},
		{"on-shade-2", "", "#14202b", "#ffffff", "#14202b", "CanvasText"},
		{"on-shade-3", "", "#14202b", "#12181f", "#14202b", "CanvasText"},
		{"on-shade-4", "", "#ffffff", "#12181f", "#ffffff", "CanvasText"},
		{"on-shade-5", "", "#ffffff", "#12181f", "#ffffff", "CanvasText"},
	}
}
