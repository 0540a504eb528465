package data_test

import (
	"slices"
	"testing"

	"bulletin/internal/data"
)

func TestLookup(t *testing.T) {
	set := sound(t, `
  - {indicator: presence, area: serbia, source: unhcr, value: 1}
  - {indicator: presence, area: serbia, period: 2023-04, source: unhcr, value: 2}
  - {indicator: arrivals, area: serbia, source: unhcr, value: 3}
  - {indicator: arrivals, area: serbia, period: 2023-03, source: unhcr, value: 2}
  - {indicator: arrivals, area: serbia, period: 2022, source: unhcr, value: 5}
`)
	for _, c := range []struct{ indicator, period, want string }{
		{"presence", "2023-Q1", "1"}, {"presence", "2023-03", "1"}, {"presence", "2023-03-31", "1"}, {"presence", "2023-01..2023-03", "1"}, {"presence", "2023-04-30", "2"},
		{"presence", "2023-02", ""}, {"presence", "2023-03-30", ""},
		{"arrivals", "2023-Q1", "3"}, {"arrivals", "2023-01..2023-03", "3"}, {"arrivals", "2023-01-01..2023-03-31", "3"}, {"arrivals", "2023-03", "2"}, {"arrivals", "2023-03-31", ""},
		{"arrivals", "2022-Q1..2022-Q4", "5"}, {"weather", "2022", ""},
	} {
		got := ""
		if o, ok := set.Lookup(data.Cell{Indicator: c.indicator, Area: "serbia", Period: at(t, c.period)}); ok {
			got = o.Value.String()
		}
		if got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.indicator, c.period, got, c.want)
		}
		indicator, known := set.Indicator(c.indicator)
		if !known {
			continue
		}
		area, _ := set.Area("serbia")
		if o := set.Total(indicator, area, at(t, c.period)); (o != nil) != (c.want != "") || o != nil && o.Value.String() != c.want {
			t.Errorf("the total of %s %s: got %v, want %q", c.indicator, c.period, o, c.want)
		}
	}
	if _, ok := set.Lookup(data.Cell{Indicator: "arrivals", Area: "serbia"}); ok {
		t.Error("no period matches")
	}
	if _, ok := set.Lookup(data.Cell{Indicator: "arrivals", Area: "serbia", Period: at(t, "2022"), Categories: "age=children"}); ok {
		t.Error("an unused category matches")
	}
	history := set.History("arrivals", "serbia", "")
	if len(history) != 3 || history[0].Period.String() != "2022" || history[2].Period.String() != "2023-03" {
		t.Errorf("history: got %v", history)
	}
	if set.History("arrivals", "kosovo", "") != nil || set.History("arrivals", "atlantis", "") != nil {
		t.Error("a history of nothing")
	}
}

// TestTotals compares with Lookup, from every observation of a site on.
func TestTotals(t *testing.T) {
	set, _ := data.Load(rich())
	there := 0
	for _, o := range set.Observations() {
		p := o.Period.Next().Next()
		for _, got := range set.Totals(o.Indicator, o.Area, p, 40) {
			want, _ := set.Lookup(data.Cell{Indicator: o.Indicator.ID, Area: o.Area.ID, Period: p})
			if got != want {
				t.Errorf("%s, %s, %s: got %v, want %v", o.Indicator.ID, o.Area.ID, p, got, want)
			}
			if got != nil {
				there++
			}
			p = p.Previous()
		}
	}
	if there < len(set.Observations())/2 {
		t.Errorf("%d totals were found", there)
	}
}

// TestInOrder: observations of the set, and one that is like one of them.
func TestInOrder(t *testing.T) {
	set, _ := data.Load(rich())
	own := set.Observations()
	var mixed []*data.Observation
	for i := range own {
		o := own[(i*7+3)%len(own)]
		mixed = append(mixed, o, own[i], o)
	}
	like := *own[len(own)/2]
	for _, all := range [][]*data.Observation{nil, mixed, mixed[:5], append(slices.Clone(mixed), &like)} {
		want := slices.Clone(all)
		slices.SortFunc(want, (*data.Observation).Compare)
		want = slices.Compact(want)
		got := set.InOrder(slices.Clone(all))
		if !slices.EqualFunc(got, want, func(a, b *data.Observation) bool { return a.Compare(b) == 0 }) {
			t.Errorf("%d of %d: not in order", len(got), len(all))
		}
	}
}

func TestRemainder(t *testing.T) {
	for _, c := range []struct{ item, want string }{
		{"value: 10, by: {age: {children: 3, adults: 2}}", "5"},
		{"value: 10, by: {age: {children: 3, adults: 7}}", "0"},
		{"value: 10, by: {age: {children: 3, adults: {status: M}}}", "7"},
		{"value: 10, complete: true, by: {age: {children: 3, adults: 7}}", ""},
		{"value: 10, by: {age: {children: 3, adults: {status: O}}}", ""},
		{"value: 10, by: {nationality: {syria: 3, pakistan: {status: Q}, bangladesh: {status: Q}}, age: {children: 4}}", "6"},
		{"value: 10, by: {age: {children: {status: Q}, adults: {status: Q}}}", ""},
		{"value: 10, by: {age: {children: {share: 20}}}", ""},
		{"value: 10, by: {age: {children: {share: 20}, adults: 3}}", ""},
		{"status: O, by: {age: {children: 3}}", ""},
		{"value: 10, by: {sex: {girls: 1}}", ""},
	} {
		set := sound(t, "  - {indicator: arrivals, area: serbia, source: unhcr, "+c.item+"}\n")
		o, _ := set.Lookup(data.Cell{Indicator: "arrivals", Area: "serbia", Period: at(t, "2023-Q1")})
		got := ""
		if d, ok := set.Remainder(o, "age"); ok {
			got = d.String()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.item, got, c.want)
		}
	}
}

// TestQueriesAgreeWithTheList compares what a set answers with a walk over all
// its observations: nested parts, spans, stocks.
func TestQueriesAgreeWithTheList(t *testing.T) {
	set := sound(t, `
  - indicator: arrivals
    area: serbia
    source: unhcr
    value: 90
    by:
      sex: {boys: 20, girls: 9}
      age:
        adults: 1
        children:
          value: 50
          by:
            sex: {boys: 5, girls: 4}
            nationality: {bangladesh: 2, pakistan: {value: 3, by: {sex: {girls: 1}}}, syria: 1}
      nationality: {pakistan: 7}
  - {indicator: arrivals, area: serbia, period: 2022, source: unhcr, value: 300, by: {age: {children: 100}}}
  - {indicator: arrivals, area: serbia, period: 2022-12..2023-01, source: unhcr, value: 3}
  - {indicator: presence, area: serbia, period: 2022, source: unhcr, value: 3, by: {age: {children: 1}}}
  - {indicator: presence, area: serbia, period: 1970-01-01, source: unhcr, value: 4}
`)
	all := set.Observations()
	for _, o := range all {
		c := o.Cell()
		if got, ok := set.Lookup(c); !ok || got != o {
			t.Errorf("%v: got %v", c, got)
		}
		var series, parts []*data.Observation
		for _, other := range all {
			if k := other.Cell(); k.Indicator == c.Indicator && k.Area == c.Area && k.Categories == c.Categories {
				series = append(series, other)
			}
		}
		if got := set.History(c.Indicator, c.Area, c.Categories); !slices.Equal(got, series) {
			t.Errorf("history of %v: got %d, want %d", c, len(got), len(series))
		}
		for _, d := range set.Dimensions() {
			parts = parts[:0]
			for _, other := range all {
				if other.Parent == o && other.Path[len(other.Path)-1].Dimension == d.ID {
					parts = append(parts, other)
				}
			}
			if got := set.Parts(o, d.ID); !slices.Equal(got, parts) {
				t.Errorf("parts of %v by %s: got %d, want %d", c, d.ID, len(got), len(parts))
			}
		}
	}
}
