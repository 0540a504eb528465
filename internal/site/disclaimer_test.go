package site_test

import (
	"testing"

	"bulletin/internal/site"
)

// TestDisclaimer: below maps, and the map of where a region is, stand the words of the site, those of the program, or none.
func TestDisclaimer(t *testing.T) {
	for setting, want := range map[string]string{
		"": "The borders and names on this map follow its source, and are no opinion on the status of any territory.",
		"maps: {disclaimer: Lines are those of the survey.}\n": "Lines are those of the survey.",
		"maps: {disclaimer: none}\n":                           "",
	} {
		files := chartSite()
		files["data/site.yaml"] += setting
		files["content/pages/regions/here.md"] = "---\nname: Here\noverview: Here.\nareas: [serbia]\n---\n"
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: map\nindicator: tents\nareas: serbia\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p := page(t, s, "/reports/2023-q1/serbia/")
		if got := p.Text(p.Document.Body).Charts[0].Spec.Map.Disclaimer; got != want {
			t.Errorf("%q: below a map stands %q", setting, got)
		}
		if got := s.Locator(page(t, s, "/regions/here/")).Map.Disclaimer; got != want {
			t.Errorf("%q: below the map of a region stands %q", setting, got)
		}
	}
}
