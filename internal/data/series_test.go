package data_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// TestSeries lists every observation once, in series from the earliest on.
func TestSeries(t *testing.T) {
	set := sound(t, `- {indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: 4}}}
- {indicator: arrivals, area: serbia, period: 2022-Q1, source: unhcr, value: 8, by: {age: {children: 3}}}
- {indicator: arrivals, area: kosovo, source: unhcr, value: 7}
- {indicator: presence, area: serbia, source: unhcr, value: 6}
- {indicator: presence, area: serbia, period: 2022-12, source: unhcr, value: 5}
`)
	var got []string
	for series := range set.Series() {
		var values []string
		for _, o := range series {
			values = append(values, o.Value.String())
		}
		got = append(got, strings.Join(values, " "))
	}
	if d := cmp.Diff([]string{"8 9", "3 4", "7", "5 6"}, got); d != "" {
		t.Error(d)
	}
	for range set.Series() {
		break
	}
	if first, last := set.Observations()[len(set.Observations())-1].Stretch(); first != last || last.String() != "2023-03-31" {
		t.Errorf("a stock stretches from %s to %s", first, last)
	}
}

// TestOf reads which indicator's cases another's are among.
func TestOf(t *testing.T) {
	const head = "- {id: claims, name: Claims, unit: {one: claim, other: claims}, measure: flow, of: "
	const decisions = "}\n- {id: decisions, name: Decisions, unit: {one: decision, other: decisions}, measure: flow, of: claims}\n- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock}\n- {id: rate, name: Rate, measure: share}\n"
	for _, c := range []struct{ of, want string }{
		{"", ""},
		{"decisons", `indicators.yaml:1 «decisons» there is no indicator "decisons" [did you mean "decisions"?]`},
		{"weather", `indicators.yaml:1 «weather» there is no indicator "weather" [name the indicator that its cases are among]`},
		{"claims", `indicators.yaml:1 «claims» "claims" is of itself [take one of: away]`},
		{"decisions", `indicators.yaml:2 «claims» "decisions" is of itself [take one of: away]`},
		{"presence", `indicators.yaml:1 «presence» the cases of a flow cannot be among those of presence, a stock [both must be flows, or both stocks]`},
		{"rate", `indicators.yaml:1 «rate» the cases of a flow cannot be among those of rate, a share [both must be flows, or both stocks]`},
		{"[decisions]", `indicators.yaml:1 «[» "of" must be a single value, but this is a list [quote text that begins with []`},
	} {
		fsys := base(map[string]string{"indicators": head + c.of + decisions})
		set, ps := data.Load(fsys)
		if got := strings.Join(list(fsys, ps), "; "); got != c.want {
			t.Errorf("of %q:\n got %s\nwant %s", c.of, got, c.want)
		}
		if i, ok := set.Indicator("decisions"); c.want == "" && (!ok || i.Of == nil || i.Of.ID != "claims" || i.Of.Of != nil) {
			t.Errorf("decisions are of %+v", i.Of)
		}
	}
}
