package chart

import (
	"fmt"
	"strings"
)

// Stylesheet is the stylesheet of charts, templates/assets/chart.css: the tokens in each place where a chart is shown
// (light, dark, print, forced colours), and the look of each class. It is written from the same tables as pictures that
// stand alone, so that the two cannot drift apart; a test compares it with the file.
func Stylesheet() string {
	var b strings.Builder
	b.WriteString("/* The look of charts. Made by go generate ./internal/chart from palette.go and rules.go there: change it there. A\n" +
		"   site that wants other colours sets the tokens in a sheet of its own. */\n")
	light := func(t token) string { return t.onPage(t.light) }
	dark := func(t token) string { return t.onPage(t.dark) }
	tokens(&b, "", []string{":root"}, light)
	tokens(&b, "@media (prefers-color-scheme: dark)", []string{`:root:not([data-theme="light"])`}, dark)
	tokens(&b, "", []string{`:root[data-theme="dark"]`}, dark)
	everywhere := []string{":root", ":root[data-theme]", `:root:not([data-theme="light"])`}
	tokens(&b, "@media print", everywhere, func(t token) string { return t.print })
	tokens(&b, "@media (forced-colors: active)", everywhere, func(t token) string { return t.forced })
	b.WriteString(picture)
	for _, r := range looks() {
		b.WriteString("\n" + r.selector() + " {")
		for _, s := range r.set {
			fmt.Fprintf(&b, " %s: %s;", s.property, s.value)
		}
		b.WriteString(" }")
	}
	b.WriteString("\n")
	return b.String()
}

// picture is what belongs to the whole picture. Which of its two drawings shows, and how large, is the page's matter.
const picture = `
svg.chart {
  font-family: Inter, "Inter fallback", system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-weight: 400;
  font-style: normal;
  letter-spacing: normal;
  font-feature-settings: "tnum";
  overflow: visible;
  forced-color-adjust: none;
}
svg.chart-wide { font-size: 14px; }
svg.chart-wide .ch-small { font-size: 13px; }
svg.chart-wide .ch-medium { font-size: 24px; }
svg.chart-wide .ch-large { font-size: 34px; }
svg.chart-narrow { font-size: 13px; }
svg.chart-narrow .ch-small { font-size: 12px; }
svg.chart-narrow .ch-medium { font-size: 18px; }
svg.chart-narrow .ch-large { font-size: 26px; }
svg.spark { height: 1.2em; width: auto; vertical-align: -0.25em; }
@media print {
  svg.chart { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

// onPage is the page's own colour where there is a page, else ours.
func (t token) onPage(colour string) string {
	if t.page == "" {
		return colour
	}
	return "var(--" + t.page + ", " + colour + ")"
}

// tokens writes the tokens with their values in one place.
func tokens(b *strings.Builder, media string, selectors []string, value func(token) string) {
	indent := ""
	b.WriteString("\n")
	if media != "" {
		b.WriteString(media + " {\n")
		indent = "  "
	}
	b.WriteString(indent + strings.Join(selectors, ",\n"+indent) + " {\n")
	for _, t := range palette() {
		fmt.Fprintf(b, "%s  --chart-%s: %s;\n", indent, t.name, value(t))
	}
	b.WriteString(indent + "}\n")
	if media != "" {
		b.WriteString("}\n")
	}
}

// selector is a rule's selector. :where gives it no weight, so that the order decides, here as in the pictures.
func (r rule) selector() string {
	within := ".chart "
	if r.in != "" {
		within += "." + r.in + " "
	}
	switch {
	case r.class != "":
		return ":where(" + within + "." + r.class + ")"
	case r.on == mark:
		return ":where(" + within + "path, " + within + "circle)"
	}
	return ":where(" + within + "text)"
}
