package figure_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// boundTable says of words in brackets which values they agree with and which
// not: at each end the last that agrees, and the first that does not. A value
// is a count (16216), a share (25.5%), a published change (+56.3%, -36%), a
// change between two counts (79:868), of two shares (20%:25%), or, with an "x"
// behind it, how many times the one is the other.
func boundTable() []boundCases {
	return []boundCases{
		// Digits, at the decimals that are written.
		{"16,216", "16216 16216.4 16215.5", "16215 16217 16216.5 16215.4 0"},
		{"5", "5 5.4 4.5", "5.5 4.4 6 4 0"},
		{"5.0", "5 5.04 4.95", "5.05 4.9 5.1"},
		{"5.5", "5.5 5.54 5.45", "5.55 5.4 5.6"},
		{"0", "0 0.4", "0.5 1"},
		{"25%", "25% 25.4% 24.5%", "25.5% 24.4% 24%"},
		{"25.0%", "25% 25.04% 24.95%", "25.05% 24.9%"},
		{"56%", "+56% +56.49% +55.5%", "+56.5% +55.4% -56%"},
		{"−36%", "-36% -36.4% -35.5%", "+36% -36.5% -35.4%"},
		{"0%", "+0% +0.4% -0.4%", "+0.5% -0.5% +1%"},
		{"5 percentage points", "20%:25% 20%:25.4%", "25%:20% 20%:25.5% 20%:24.4%"},
		{"eleven times", "79:868x 100:1104x 100:1095x", "100:1094x 100:1105x 100:1000x"},
		{"11 times", "79:868x 100:1105x", "100:1000x 100:1199x"}, // the figure's own words: from tenfold on it is whole
		{"10.99 times", "79:868x", "100:1098x 100:1100x"},
		{"2.8 times", "84:237x 100:284x 100:275x", "100:285x 100:274x"},
		// Numbers in words.
		{"about two and a half million", "2400000 2600000", "2200000 2800000"},
		{"two and a half million", "2450000 2549999", "2449999 2550000"},
		{"seventeen", "17", "16 18 7"},
		{"two hundred and fifty-four", "254", "253 255 200 54"},
		{"nine hundred ninety-nine", "999", "998 1000"},
		{"a thousand", "1000", "999 1001"},
		{"two thousand three hundred", "2300", "2301 2000 300"},
		{"sixteen thousand two hundred and sixteen", "16216", "16217 16000"},
		{"six per cent", "6% 6.4%", "5% 6.5%"},
		// Thousands are exact; what is larger is as precise as it is written.
		{"16 thousand", "16000", "15999 16001"},
		{"two thousand", "2000", "1999 2001"},
		{"16.2 thousand", "16150 16249", "16149 16250"},
		{"1.2 million", "1150000 1249999", "1149999 1250000"},
		{"1.20 million", "1195000 1204999", "1194999 1205000"},
		{"two million", "1500000 2499999", "1499999 2500000"},
		{"2 billion", "1500000000 2499999999", "1499999999 2500000000"},
		{"about 1.2 million", "1150000 1249999", "1149999 1250000"},
		// About: to the last digit that is not zero, and within a tenth.
		{"about 16,000", "15500 16499 16000", "15499 16500"},
		{"around 16,200", "16150 16249", "16149 16250"},
		{"some 16,210", "16205 16214", "16204 16215"},
		{"roughly 16,216", "16216", "16215 16217"},
		{"approximately 1,000", "900 1100", "899 1101"},
		{"circa 20", "18 22", "17 23"},
		{"about ten", "9 11", "8 12"},
		{"about 60", "55 64", "54 65"},
		{"about 50", "45 54", "44 55"},
		{"some two hundred", "180 220", "179 221"},
		{"an estimated 3,700", "3650 3749", "3649 3750"},
		{"about 5.5", "5.45 5.54", "5.44 5.55"},
		{"about 60%", "55% 64.9%", "54.9% 65%"},
		{"about 10%", "9% 11%", "8.9% 11.1%"},
		{"rose by about 50%", "+45% +54.9%", "+44.9% +55% -50%"},
		{"a drop of about 40%", "-36% -44%", "-35.9% -44.1% +40%"},
		{"about −40%", "-36% -44%", "-35.9% -44.1% +40%"},
		{"about 5 percentage points", "20%:24.5% 20%:25.4%", "20%:24.4% 20%:25.5% 25%:20%"},
		// More than: above, and by at most a quarter.
		{"more than 1,000", "1001 1250", "1000 1251"},
		{"over 1,000", "1000.1 1250", "1000 1250.1"},
		{"above 100", "101 125", "100 126"},
		{"exceeding 100", "101 125", "100 126"},
		{"upwards of 100", "101 125", "100 126"},
		{"in excess of 100", "101 125", "100 126"},
		{"more than 1.2 million", "1200001 1500000", "1200000 1500001"},
		{"more than 20%", "20.1% 25%", "20% 25.1%"},
		{"rose by more than 40%", "+40.1% +50%", "+40% +50.1% -45%"},
		{"fell by more than 40%", "-40.1% -50%", "-40% -50.1% +45%"},
		{"an increase of more than 4 percentage points", "20%:24.1% 20%:25%", "20%:24% 20%:25.1% 25%:20%"},
		{"more than ten times", "100:1001x 100:1250x", "100:1000x 100:1251x"},
		// At least: not below, and by at most a quarter above.
		{"at least 1,000", "1000 1250", "999 1251"},
		{"no fewer than 1,000", "1000 1250", "999 1251"},
		{"no less than 1,000", "1000 1250", "999 1251"},
		{"not less than 1,000", "1000 1250", "999 1251"},
		{"at least 40%", "40% 50%", "39.9% 50.1%"},
		{"fell by at least 40%", "-40% -50%", "-39.9% -50.1%"},
		// Nearly: below, by at most a twentieth; of a count up to twenty, by one.
		{"nearly 1,000", "999 950", "1000 949 1001"},
		{"almost 1,000", "999 950", "1000 949"},
		{"just under 1,000", "999 950", "1000 949"},
		{"close to 1,000", "999 950", "1000 949"},
		{"slightly fewer than 1,000", "999 950", "1000 949"},
		{"a little under 1,000", "999 950", "1000 949"},
		{"not quite 1,000", "999 950", "1000 949"},
		{"nearly twenty", "19", "20 18"},
		{"nearly ten", "9 9.5", "10 8 8.9"},
		{"nearly 40", "39 38", "40 37"},
		{"nearly one", "0.5", "1 0"},
		{"nearly 20%", "19.9% 19%", "20% 18.9%"},
		{"fell by almost 40%", "-39.9% -38%", "-40% -37.9% +39%"},
		{"almost three times", "100:299x 100:285x", "100:300x 100:284x"},
		// Just over: above, by as much.
		{"just over 1,000", "1001 1050", "1000 1051"},
		{"slightly more than 1,000", "1001 1050", "1000 1051"},
		{"a little over 1,000", "1001 1050", "1000 1051"},
		{"just over ten", "11 10.5", "10 12"},
		{"just over 20%", "20.1% 21%", "20% 21.1%"},
		{"rose by slightly more than 20%", "+20.1% +21%", "+20% +21.1%"},
		// Fewer than: below, by at most a fifth; up to ten, any but none.
		{"fewer than 1,000", "999 800", "1000 799"},
		{"less than 1,000", "999 800", "1000 799"},
		{"under 1,000", "999 800", "1000 799"},
		{"below 1,000", "999 800", "1000 799"},
		{"fewer than eleven", "10 9", "11 8"},
		{"fewer than ten", "9 1", "10 0"},
		{"less than 1%", "0.9% 0.1%", "1% 0%"},
		{"less than 20%", "19.9% 16%", "20% 15.9%"},
		{"rose by less than 5%", "+4.9% +0.1%", "+5% +0% -3%"},
		{"fell by less than 50%", "-49.9% -40%", "-50% -39.9% +45%"},
		{"less than three times", "100:299x 100:240x", "100:300x 100:239x"},
		// At most: not above, else the same.
		{"at most 1,000", "1000 800", "1001 799"},
		{"up to 1,000", "1000 800", "1001 799"},
		{"no more than 1,000", "1000 800", "1001 799"},
		{"not more than 1,000", "1000 800", "1001 799"},
		{"up to ten", "10 1", "11 0"},
		{"at most 20%", "20% 16%", "20.1% 15.9%"},
		{"rose by up to 50%", "+50% +40%", "+50.1% +39.9%"},
	}
}

type boundCases struct{ claim, agrees, disagrees string }

// numbers are the values of a table by their names.
type numbers struct {
	scope  figure.Scope
	values map[string]figure.Value
}

// measured loads a set with all values that a table names.
func measured(t testing.TB, tables ...[]boundCases) numbers {
	t.Helper()
	names := map[string]string{} // to expressions
	var observations strings.Builder
	for _, table := range tables {
		for _, c := range table {
			for _, name := range strings.Fields(c.agrees + " " + c.disagrees) {
				if names[name] == "" {
					names[name] = enter(&observations, name, len(names))
				}
			}
		}
	}
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	set, problems := data.Load(fstest.MapFS{
		"data/site.yaml":  file("title: Numbers\n"),
		"data/areas.yaml": file("areas:\n  - {id: serbia, name: Serbia}\n"),
		"data/indicators.yaml": file(`- {id: count, name: Arrivals, unit: {one: person a day, other: people a day}, measure: stock}
- {id: share, name: Share, measure: share}
- {id: published, name: Change, measure: change}
`),
		"data/sources.yaml":            file("src: {publisher: P, title: T, URL: \"https://example.org/a\"}\n"),
		"data/observations/count.yaml": file("observations:\n" + observations.String()),
	})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	english, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	year, err := period.Parse("2023")
	if err != nil {
		t.Fatal(err)
	}
	s := figure.Scope{Set: set, Locale: english, Area: "serbia", Period: year}
	all := numbers{s, map[string]figure.Value{}}
	for name, expression := range names {
		v, problems := evaluate(s, expression)
		if problems.Errors() > 0 {
			t.Fatalf("%s: {{ %s }}: %v", name, expression, problems)
		}
		all.values[name] = v
	}
	return all
}

// enter writes the observations of a value, and returns the expression that
// comes to it.
func enter(to *strings.Builder, name string, n int) string {
	month := func(century int) string { return fmt.Sprintf("%d-%02d", century+n/12, n%12+1) }
	observe := func(indicator, when, value string) {
		fmt.Fprintf(to, "  - {indicator: %s, area: serbia, period: %s, source: src, value: %s}\n", indicator, when, strings.Trim(value, "+%x"))
	}
	now, base := month(2000), month(1900)
	before, after, pair := strings.Cut(name, ":")
	indicator, format := "count", " | change "+base
	if strings.Contains(name, "%") {
		indicator = "share"
	}
	if strings.HasSuffix(name, "x") {
		format = " | times " + base
	}
	switch {
	case pair:
		observe(indicator, base, before)
		observe(indicator, now, after)
		return indicator + " " + now + format
	case strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-"):
		observe("published", now, name)
		return "published " + now
	}
	observe(indicator, now, name)
	return indicator + " " + now
}

func TestClaimBounds(t *testing.T) {
	for _, table := range [][]boundCases{boundTable(), fractionTable()} {
		n := measured(t, table)
		for _, c := range table {
			for want, names := range map[string]string{"": c.agrees, "does not agree": c.disagrees} {
				for _, name := range strings.Fields(names) {
					checkVerdict(t, want, c.claim, name, figure.CheckClaim(claimOf(c.claim), n.values[name], n.scope))
				}
			}
		}
	}
}
