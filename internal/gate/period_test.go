package gate

import (
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

func TestOlder(t *testing.T) {
	parse := func(text string) period.Period {
		p, err := period.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	g := &gathering{edition: &site.Edition{Period: parse("2023-Q2")}}
	for _, c := range []struct {
		covers []string
		want   bool
	}{
		{nil, false},
		{[]string{"2023-Q1"}, true},
		{[]string{"2022-Q1", "2023-Q1", "2022-02-24..2023-05-31"}, true}, // reaches into it
		{[]string{"2022-Q2", "2023-Q2"}, false},
		{[]string{"2023-05"}, false},
		{[]string{"2023"}, false},
		{[]string{"2022"}, true},
		{[]string{"2023-Q3"}, false}, // a later one
		{[]string{"2018", "2023-06-04"}, false},
	} {
		s := &data.Source{}
		for _, text := range c.covers {
			s.Covers = append(s.Covers, parse(text))
		}
		if got := g.older(s); got != c.want {
			t.Errorf("covers %v: older %v, want %v", c.covers, got, c.want)
		}
	}
}
