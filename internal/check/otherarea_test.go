package check_test

import (
	"strings"
	"testing"
)

// TestOtherArea has sentences of the chapter about Serbia, with the words that
// are reported of them.
func TestOtherArea(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		// The place of what was counted.
		{"In Albania, {{ arrivals }} people arrived.", "Albania"},
		{"In Albania {{ arrivals }} people arrived.", "Albania"},
		{"Albania registered [300]{{ arrivals }} people.", "Albania"},
		{"There were {{ arrivals }} people in Albania.", "Albania"},
		{"{{ arrivals }} people were registered in Albania.", "Albania"},
		{"Throughout Albania, {{ arrivals }} people arrived.", "Albania"},
		{"In northern Albania, {{ arrivals }} people arrived.", "Albania"},
		{"Meanwhile, in Albania {{ arrivals }} people arrived.", "Albania"},
		{"In Kosovo\\*, {{ arrivals }} people arrived.", "Kosovo\\*"},
		{"Kosovo\\* recorded {{ arrivals }} people.", "Kosovo\\*"},
		{"In Albania, the police counted {{ arrivals }} people, {{ arrivals | change }} more than before.", "Albania|Albania"},
		{"There were {{ arrivals }} refugees and migrants present in the territory of Albania.", "Albania"},
		{"Authorities in Albania recorded {{ arrivals }} people.", "Albania"},
		{"Albania also received {{ arrivals }} people.", "Albania"},
		{"Albania had {{ arrivals }} of them.", "Albania"},
		{"Albania's police registered {{ arrivals }} people.", "Albania"},
		{"Albania’s total was {{ arrivals }}.", "Albania"},
		{"Arrivals in Albania rose to {{ arrivals }}.", "Albania"},
		{"The number of people registered in Albania was {{ arrivals }}.", "Albania"},
		{"- In Albania, {{ arrivals }} people arrived.", "Albania"},
		{"| Where | Who |\n|:--|:--|\n| In Albania, {{ arrivals }} people arrived | x |", "Albania"},
		{"ALBANIA registered {{ arrivals }} people.", "ALBANIA"},
		{"Many left. In Albania, {{ arrivals }} people arrived.", "Albania"},
		{"The region saw {{ arrivals albania }} people; Albania registered {{ arrivals }} people.", ""},
		{"[In Albania]{{ literal \"by their word\" }}, {{ arrivals }} people arrived.", "accepted Albania"},
		// The right figure.
		{"In Albania, {{ arrivals albania }} people arrived.", ""},
		{"In Albania, {{ arrivals albania }} people arrived, fewer than the {{ arrivals }} in Serbia.", ""},
		{"In Albania, {{ arrivals albania }} people arrived, fewer than the {{ arrivals }} here.", ""},
		{"In Serbia, {{ arrivals }} people arrived, and in Albania {{ arrivals albania }}.", ""},
		{"In the region, {{ arrivals }} people arrived.", ""},
		// The other area is not the place.
		{"Compared with Albania, {{ arrivals }} people is much.", ""},
		{"More than in Albania, {{ arrivals }} people arrived.", ""},
		{"Unlike in Albania, {{ arrivals }} people arrived.", ""},
		{"There were {{ arrivals }} people, more than in Albania.", ""},
		{"From Albania, {{ arrivals }} people arrived.", ""},
		{"Some {{ arrivals | about }} people arrived from Albania.", ""},
		{"There were {{ arrivals }} refugees and migrants, most of whom stayed in Albania.", ""},
		{"Then {{ arrivals }} people went to Albania.", ""},
		{"Via Albania, {{ arrivals }} people arrived.", ""},
		{"At the border with Albania, {{ arrivals }} people arrived.", ""},
		{"Near Albania’s border, {{ arrivals }} people arrived.", ""},
		{"Albania’s border was crossed by {{ arrivals }} people.", ""},
		{"There were {{ arrivals }} people who had been registered in Albania.", ""},
		{"There were {{ arrivals }} people born in Albania.", ""},
		{"There were {{ arrivals }} people with relatives in Albania.", ""},
		{"There were {{ arrivals }} people returned to camps in Albania.", ""},
		{"In Albania and Hungary, {{ arrivals }} people arrived.", ""},
		{"In Albania, Hungary and Austria, {{ arrivals }} people arrived.", ""},
		{"In Albania or elsewhere, {{ arrivals }} people arrived.", ""},
		{"While Albania registered fewer, {{ arrivals }} people arrived here.", ""},
		{"When the camp in Albania closed, {{ arrivals }} people came.", ""},
		{"Registered in Albania before, {{ arrivals }} people came to the country.", ""},
		{"In Albania, Serbian police met {{ arrivals }} people.", ""},
		{"Not in Albania, {{ arrivals }} people arrived.", ""},
		{"In Albania Street, {{ arrivals }} people arrived.", ""},
		{"The Albania–Greece border saw {{ arrivals }} people.", ""},
		{"In [Albania](https://example.org) many left. There were {{ arrivals }} people.", ""},
		{"In Albania, up from {{ arrivals }} people, many came.", ""},
	} {
		var got []string
		for _, said := range strings.Split(saidOf(t, c.body), "|") {
			if strings.Contains(said, "other-area ") {
				got = append(got, strings.Replace(said, "other-area ", "", 1))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s\n\tgot  %q, want %q", c.body, strings.Join(got, "|"), c.want)
		}
	}
}

// TestOtherAreaElsewhere has pages about no area, and one of a standing page.
func TestOtherAreaElsewhere(t *testing.T) {
	for name, want := range map[string]int{"content/snapshots/2023-03.md": 1, "content/news/a.md": 1, "content/pages/a.md": 0} {
		files := proseSite("There were {{ arrivals }} of them [@later].")
		files[name] = "---\ntitle: A\n" + map[bool]string{true: "period: 2023-Q1\n", false: "date: 2023-04-01\n"}[strings.Contains(name, "snapshots")] + "---\nAlbania registered {{ arrivals serbia 2023-Q1 }} people.\n"
		if strings.Contains(name, "pages") {
			files[name] = strings.Replace(files[name], "date: 2023-04-01\n", "", 1)
		}
		got := 0
		for _, p := range run(t, files) {
			if p.Rule == "other-area" {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
}
