package site_test

import (
	"strings"
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/site"
)

// TestNamingOfNeighbours: a map carries the remark on Kosovo's name where Kosovo is no row; where it is one, the remark is
// among those of the chart, once.
func TestNamingOfNeighbours(t *testing.T) {
	files := chartSite()
	const block = "\n```chart\ntype: map\nindicator: tents\ntitle: T\nareas: "
	files["data/areas.yaml"] = strings.Replace(files["data/areas.yaml"], "groups:", "  - {id: two, name: \"Serbia and Kosovo*\", naming: kosovo}\ngroups:", 1)
	files["content/reports/2023-q1/serbia.md"] += block + "[serbia]\n```\n" + block + "[serbia, kosovo]\n```\n" + block + "[serbia, two]\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := page(t, s, "/reports/2023-q1/serbia/")
	charts := p.Text(p.Document.Body).Charts
	want := chart.Naming{Code: "XKX", Note: "Kosovo*: A note on the name."}
	if got := charts[0].Spec.Map.Naming; len(got) != 1 || got[0] != want {
		t.Errorf("a map of Serbia names %v", got)
	}
	for _, c := range charts[1:] {
		if got := c.Spec.Map.Naming; len(got) != 0 {
			t.Errorf("the remark on a name of %s stands there twice: %v", c.Name, got)
		}
	}
}
