package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// canvas is what a chart is drawn on: go-chart's Renderer, with groups of marks and with fonts of ours. Its unit is the
// tenth of a pixel. A class says what a mark is; how that looks is said by the stylesheet, or, for a picture that stands
// alone, by the same rules (rules.go).
type canvas interface {
	gochart.Renderer
	group(class string) // what is drawn until the matching end inherits its class
	end()
	setFont(font)
}
