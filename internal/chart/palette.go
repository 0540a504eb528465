package chart

// token is a colour by its role, in each of the places where a chart is shown. All colours of charts are here: the
// stylesheet is written from this table (see Stylesheet), and pictures that stand alone take theirs from it.
type token struct {
	name   string // --chart-NAME in the stylesheet
	page   string // the page's own token, which comes first where there is a page; "" for none
	light  string
	dark   string
	print  string
	forced string // a system colour, or one thinned by the ground, where the reader has chosen the colours
}

// palette is every token. Tests hold the contrasts: 3:1 for marks and 4.5:1 for words on every ground they stand on, and
// the distances between the series for every kind of colour vision.
func palette() []token {
	return []token{
		{"ground", "page", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"ink", "ink", "#14202b", "#e8edf1", "#000000", "CanvasText"},
		{"muted", "muted", "#55626e", "#a4b0bb", "#41484f", "CanvasText"},
		{"grid", "", "#e3e6ea", "#2d343c", "#d5d9dd", "color-mix(in srgb, CanvasText 25%, Canvas)"},
		{"zero", "", "#7b848e", "#7d8792", "#59626c", "CanvasText"},
		{"base", "", "#8a939d", "#78828c", "#8a939d", "GrayText"},
		{"up", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "CanvasText"},
		{"down", "", "#b9470d", "#f08c4a", "#b9470d", "LinkText"},
		{"1", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "CanvasText"},
		{"2", "", "#b9470d", "#f08c4a", "#b9470d", "LinkText"},
		{"3", "", "#12a095", "#70e6a4", "#12a095", "color-mix(in srgb, CanvasText 60%, Canvas)"},
		{"4", "", "#6a1a4c", "#bb4b96", "#6a1a4c", "color-mix(in srgb, CanvasText 80%, Canvas)"},
		{"5", "", "#b16cfa", "#ddc4fc", "#b16cfa", "color-mix(in srgb, LinkText 60%, Canvas)"},
		// a remainder, a warm grey, since a cool one is the blue of the first series to those who see little blue
		{"rest", "", "#706a67", "#aaa7a1", "#706a67", "GrayText"},
		// what stands on a mark: white or ink, whichever reads better
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
		{"text-5", "", "#8b3fd9", "#ddc4fc", "#8b3fd9", "CanvasText"},
		// maps
		{"sea", "", "#f6f8fa", "#171d24", "#ffffff", "Canvas"},
		{"land", "", "#e6e9ec", "#252c34", "#eef0f2", "Canvas"},
		{"focus", "", "#c5ced8", "#434e5a", "#cbd2d9", "Canvas"},
		{"border", "", "#ffffff", "#12181f", "#ffffff", "CanvasText"},
		{"coast", "", "#b4bfca", "#55616d", "#a9b3bd", "CanvasText"},
		{"none", "", "#ddd6c4", "#4f4836", "#ddd6c4", "Canvas"},
		{"none-line", "", "#9a927e", "#857c66", "#9a927e", "GrayText"},
		{"symbol", "", "#1f5fa8", "#6ea8ea", "#1f5fa8", "LinkText"},
		{"on-symbol", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"shade-1", "", "#bdd8f5", "#274875", "#bdd8f5", "Canvas"},
		{"shade-2", "", "#8bb9e9", "#3b67a1", "#8bb9e9", "color-mix(in srgb, CanvasText 15%, Canvas)"},
		{"shade-3", "", "#5a94d5", "#5089cd", "#5a94d5", "color-mix(in srgb, CanvasText 30%, Canvas)"},
		{"shade-4", "", "#316cb5", "#79b0e8", "#316cb5", "color-mix(in srgb, CanvasText 60%, Canvas)"},
		{"shade-5", "", "#194583", "#bad8f8", "#194583", "color-mix(in srgb, CanvasText 85%, Canvas)"},
		// falls, as light or dark as rises of their size, and the pale middle between them
		{"fall-2", "", "#f19c67", "#9a4c08", "#f19c67", "color-mix(in srgb, LinkText 25%, Canvas)"},
		{"fall-3", "", "#d37029", "#cb681a", "#d37029", "color-mix(in srgb, LinkText 45%, Canvas)"},
		{"fall-4", "", "#a4500d", "#f08c4a", "#a4500d", "color-mix(in srgb, LinkText 75%, Canvas)"},
		{"fall-5", "", "#703407", "#ffc7a6", "#703407", "LinkText"},
		{"level", "", "#f7efc6", "#3c402c", "#f7efc6", "Canvas"},
		{"on-fall-2", "", "#14202b", "#ffffff", "#14202b", "CanvasText"},
		{"on-fall-3", "", "#14202b", "#12181f", "#14202b", "CanvasText"},
		{"on-fall-4", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"on-fall-5", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"on-level", "", "#14202b", "#e8edf1", "#14202b", "CanvasText"},
		{"on-shade-1", "", "#14202b", "#ffffff", "#14202b", "CanvasText"},
		{"on-shade-2", "", "#14202b", "#ffffff", "#14202b", "CanvasText"},
		{"on-shade-3", "", "#14202b", "#12181f", "#14202b", "CanvasText"},
		{"on-shade-4", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
		{"on-shade-5", "", "#ffffff", "#12181f", "#ffffff", "Canvas"},
	}
}
