package chart_test

import (
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// TestNamingStandsWhereTheLineIs: what is to be said of Kosovo's name stands below every map that has it in its frame, as a
// neighbour too, since its dashed border is seen there; and below no other.
func TestNamingStandsWhereTheLineIs(t *testing.T) {
	const note = "Kosovo*: read with Resolution 1244."
	naming := []chart.Naming{{Code: "XKX", Note: note}}
	for _, style := range []chart.MapStyle{chart.Symbols, chart.Shades, chart.Locator} {
		for code, want := range map[string]bool{"SRB": true, "MNE": true, "PRT": false, "NZL": false} {
			s := mapOf(t, style, place{code, "Here", "", 12})
			s.Map.Naming = naming
			for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
				svg := draw(t, s, w)
				said := strings.Contains(strings.Join(texts(svg), " "), note)
				if dashed := strings.Contains(svg, "ch-dashed"); said != want || want && !dashed {
					t.Errorf("style %d, %s, %d: said %v, dashed %v", style, code, w, said, dashed)
				}
			}
		}
	}
}
