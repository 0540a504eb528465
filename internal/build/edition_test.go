package build

import (
	"errors"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// An edition is named by its folder or its period, by every command alike.
func TestEditionNamed(t *testing.T) {
	edition := func(id, about string) *site.Edition {
		p, err := period.Parse(about)
		if err != nil {
			t.Fatal(err)
		}
		return &site.Edition{ID: id, Period: p}
	}
	s := &site.Site{Editions: []*site.Edition{edition("2023-q1", "2023-Q1"), edition("spring", "2023-Q2"), edition("east", "2022"), edition("2022", "2021"), edition("west", "2023")}}
	twice := &site.Site{Editions: []*site.Edition{edition("south", "2021"), edition("east", "2022"), edition("west", "2022")}}
	broken := diag.Problems{{Severity: diag.Error}}
	for _, c := range []struct {
		name     string
		site     *site.Site
		problems diag.Problems
		want     string // the edition, or the message and its hint
	}{
		{"2023-q1", s, nil, "2023-q1"},
		{"2023-Q1", s, broken, "2023-q1"},
		{"2023-Q2", s, nil, "spring"},
		{"Spring", s, nil, "spring"},
		{"2022", s, nil, "2022"}, // the folder before the period
		{"2022", twice, broken, "2 editions are about 2022 [name one by its folder: east, west]"},
		{"sprign", s, nil, `there is no edition sprign [did you mean "spring"?]`},
		{"summary", s, nil, "there is no edition summary [there are 2022, 2023-q1, east, spring, west]"},
		{"summary", s, broken, ""},
		{"2023-Q1", &site.Site{}, nil, "there is no edition 2023-Q1, nor any other [an edition is a folder of content/reports/ with an _index.md]"},
	} {
		b := &build{problems: c.problems}
		e, err := b.edition(c.site, c.name)
		got, usage := "", (*UsageError)(nil)
		switch {
		case errors.As(err, &usage):
			got = usage.Message + " [" + usage.Hint + "]"
		case err != nil:
			t.Errorf("%s: %v is no error of usage", c.name, err)
		case e != nil:
			got = e.ID
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
