package figure_test

import (
	"strings"
	"testing"

	"bulletin/internal/figure"
)

// TestErrorTable is every way in which an expression can be wrong: the place
// of the word, from the first character of the braces on, what the message
// says, and what the hint offers. Each problem has a hint.
func TestErrorTable(t *testing.T) {
	for _, c := range []struct {
		area, source   string
		column, length int
		rule           string
		message, hint  string
	}{
		// the subject
		{"serbia", "", 1, 1, "figure", "the braces name no figure", "begin with an indicator"},
		{"serbia", " | change", 1, 1, "figure", "the braces name no figure", "begin with an indicator"},
		{"serbia", "2023-Q1 arrivals", 1, 7, "figure", "is a time", "{{ arrivals 2023-Q1 }}"},
		{"serbia", "year-before arrivals", 1, 11, "figure", "is a time", "{{ arrivals year-before }}"},
		{"serbia", "age=children arrivals", 1, 12, "figure", "is a category", "{{ arrivals age=children }}"},
		{"serbia", "Arrivals", 1, 8, "figure", "no name of an indicator", "write arrivals"},
		{"serbia", "16,216", 1, 6, "figure", "no name of an indicator", "begin with an indicator"},
		{"serbia", "arivals", 1, 7, "unknown-name", `unknown indicator "arivals"`, `"arrivals"?`},
		{"serbia", "perod", 1, 5, "unknown-name", `unknown indicator "perod"`, `"period"?`},
		{"serbia", "headlin", 1, 7, "unknown-name", `unknown indicator "headlin"`, `"headline"?`},
		{"serbia", "serbia arrivals", 1, 6, "unknown-name", "unknown indicator", "{{ arrivals serbia }}"},
		{"serbia", "change arrivals", 1, 6, "unknown-name", "unknown indicator", "{{ arrivals | change }}"},
		{"serbia", "weather", 1, 7, "unknown-name", "unknown indicator", "data/indicators.yaml"},
		{"croatia", "headline", 1, 8, "figure", "Croatia has no headline", "name the indicator"},
		{"", "arrivals", 1, 8, "figure", "needs an area", "{{ arrivals serbia }}"},
		// areas
		{"serbia", "arrivals sebria", 10, 6, "unknown-name", `unknown area "sebria"`, `"serbia"?`},
		{"serbia", "arrivals Serbia", 10, 6, "figure", `"Serbia" is not understood`, "write serbia"},
		{"serbia", "arrivals serbia albania", 17, 7, "figure", `a second area, beside "serbia"`, "name one area"},
		{"serbia", "arrivals serbia previos", 17, 7, "figure", "a second area", `"previous"?`},
		{"serbia", "arrivals change", 10, 6, "unknown-name", "unknown area", "{{ arrivals | change }}"},
		{"serbia", "arrivals serbia change", 17, 6, "figure", "a second area", "| change }}"},
		{"serbia", "arrivals syria", 10, 5, "unknown-name", "unknown area", "nationality=syria"},
		{"serbia", "arrivals presence", 10, 8, "unknown-name", "unknown area", "one indicator"},
		{"serbia", "arrivals nowhere", 10, 7, "unknown-name", "unknown area", "data/areas.yaml"},
		{"serbia", "arrivals a_b", 10, 3, "figure", "not understood", "an area, a period or dimension=category"},
		{"serbia", "arrivals š", 10, 1, "figure", "not understood", "an area, a period or dimension=category"},
		// times
		{"serbia", "arrivals 2023-Q5", 10, 7, "figure", "a quarter is Q1, Q2, Q3 or Q4", "2023-Q1"},
		{"serbia", "arrivals 2023-q1", 10, 7, "figure", "is no period", "write 2023-Q1"},
		{"serbia", "arrivals 2023Q1", 10, 6, "figure", "is no period", "write 2023-Q1"},
		{"serbia", "arrivals Q1-2023", 10, 7, "figure", "not understood", "write 2023-Q1"},
		{"serbia", "arrivals 2023-1", 10, 6, "figure", "is no period", "write 2023-01"},
		{"serbia", "arrivals 2023/01", 10, 7, "figure", "is no period", "write 2023-01"},
		{"serbia", "arrivals 2024-01–2024-02", 10, 15, "figure", "is no period", "write 2024-01..2024-02"},
		{"serbia", "arrivals 2023-02-30", 10, 10, "figure", "there is no day 2023-02-30", "2023-06-04"},
		{"serbia", "arrivals 1066", 10, 4, "figure", "outside 1900 to 2199", "2023"},
		{"serbia", "arrivals 2023..2024", 10, 10, "figure", "both ends of a span", "2024-01..2024-02"},
		{"serbia", "arrivals 2024-02..2024-01", 10, 16, "figure", "must end after it begins", "2024-01..2024-02"},
		{"serbia", "arrivals 2023-Q1 2022-Q1", 18, 7, "figure", `a second period, beside "2023-Q1"`, "name one period"},
		{"serbia", "arrivals previous year-before", 19, 11, "figure", `a second period, beside "previous"`, "name one period"},
		// categories
		{"serbia", "arrivals nationalty=syria", 10, 10, "unknown-name", `unknown dimension "nationalty"`, `"nationality"?`},
		{"serbia", "arrivals weather=wet", 10, 7, "unknown-name", "unknown dimension", "data/dimensions.yaml"},
		{"serbia", "arrivals nationality=siria", 22, 5, "unknown-name", `unknown nationality "siria"`, `"syria"?`},
		{"serbia", "arrivals age=syria", 14, 5, "unknown-name", `unknown age "syria"`, "nationality=syria"},
		{"serbia", "arrivals age=elders", 14, 6, "unknown-name", `unknown age "elders"`, "data/dimensions.yaml"},
		{"serbia", "arrivals age = children", 14, 1, "figure", "no category", "in one word, as age=children"},
		{"serbia", "arrivals age=", 10, 4, "figure", "no category", "age=children"},
		{"serbia", "arrivals age=a=b", 10, 7, "figure", "no category", "age=children"},
		{"serbia", "arrivals age=children age=adults", 23, 10, "figure", "age is given twice", "one category"},
		// formats
		{"serbia", "arrivals |", 11, 1, "figure", "no format behind the bar", "change, increase"},
		{"serbia", "arrivals | | rose", 12, 1, "figure", "here is a second", "one format"},
		{"romania", "arrivals age=children | share | change", 31, 1, "figure", "here is a second", "one format"},
		{"serbia", "arrivals | chnage", 12, 6, "figure", `unknown format "chnage"`, `"change"?`},
		{"serbia", "arrivals | percentage", 12, 10, "figure", "unknown format", "the formats are change"},
		{"serbia", "arrivals | change tomorrow", 19, 8, "figure", "nothing to compare with", "previous, year-before or a period"},
		{"serbia", "arrivals | change previos", 19, 7, "figure", "nothing to compare with", `"previous"?`},
		{"serbia", "arrivals | change Q1-2022", 19, 7, "figure", "nothing to compare with", "write 2022-Q1"},
		{"serbia", "arrivals | change 2022-Q7", 19, 7, "figure", "is no period", "2023-Q1"},
		{"serbia", "arrivals | change previous now", 28, 3, "figure", "one word too many for change", "remove it"},
		{"serbia", "arrivals | about 2", 18, 1, "figure", "one word too many for about", "remove it"},
		{"serbia", "arrivals | top", 15, 1, "figure", "top wants a number and a dimension", "top 3 nationality"},
		{"serbia", "arrivals | top nationality", 27, 1, "figure", "top wants a number and a dimension", "top 3 nationality"},
		{"serbia", "arrivals | top 0 nationality", 16, 1, "figure", "no number from 1 to 10", "top 3 nationality"},
		{"serbia", "arrivals | top 11 nationality", 16, 2, "figure", "no number from 1 to 10", "top 3 nationality"},
		{"serbia", "arrivals | top +3 nationality", 16, 2, "figure", "no number from 1 to 10", "top 3 nationality"},
		{"serbia", "arrivals | top three nationality", 16, 5, "figure", "no number from 1 to 10", "top 3 nationality"},
		{"serbia", "arrivals | top 3 Nationality", 18, 11, "figure", "no name of a dimension", "write nationality"},
		{"serbia", "arrivals | top 3 nationalty", 18, 10, "unknown-name", "unknown dimension", `"nationality"?`},
		{"serbia", "arrivals | months", 12, 6, "figure", "months is a format of period alone", "{{ period | months }}"},
		// the words for a period
		{"serbia", "period | change", 10, 6, "figure", "change is no format of a period", "{{ period | months }}"},
		{"serbia", "period serbia", 8, 6, "figure", "a period has no area", "{{ period 2022-Q1 }}"},
		{"serbia", "period age=children", 8, 12, "figure", "a period has no categories", "{{ period 2022-Q1 }}"},
		{"serbia", "period | month", 10, 5, "figure", "unknown format", `"months"?`},
		// cells
		{"serbia", "arrivals 2023-Q2", 1, 8, "figure", "the data has no arrivals, Serbia, 2023-Q2", "2023-Q1"},
		{"serbia", "arrivals age=children", 1, 8, "figure", "the data has no arrivals, Serbia, 2023-Q1, age=children", "not split by anything"},
		{"romania", "arrivals age=adults", 1, 8, "figure", "age=adults", "it is split by nationality, age, outcome and sex"},
		{"greece", "presence", 1, 8, "figure", "the data has no presence, Greece", "for serbia and montenegro"},
		{"greece", "arrivals year-before", 1, 8, "figure", "has no value: missing, see data/observations/2022-Q1.yaml:", "The overview gives no figure."},
		{"greece", "arrivals | rose", 12, 4, "figure", "Greece, 2022-Q1 has no value", "The overview gives no figure."},
		{"greece", "arrivals | rose previous", 17, 8, "figure", "the data has no arrivals, Greece, 2022-Q4", "2023-Q1"},
		{"romania", "arrivals sex=boys", 1, 8, "figure", "sex=boys has no value: missing", "leave the figure out"},
		// sums
		{"", "arrivals west", 1, 8, "not-additive", "the data has no arrivals, The West, 2023-Q1, and arrivals may not be summed over areas", "“One person may be counted in several countries.”"},
		{"serbia", "arrivals 2022", 1, 8, "not-additive", "may not be summed over periods", "“One person may be counted in several countries.”"},
		{"", "landings west 2023-Q1", 1, 8, "not-additive", "landings may not be summed over areas", "name a single area"},
		{"", "arrivals west | rose", 1, 8, "not-additive", "may not be summed over areas", "One person"},
		{"", "children-share west", 1, 14, "not-additive", "may not be summed over areas", "name a single area"},
		{"serbia", "presence 2023-Q2", 1, 8, "figure", "the data has no presence", "2023-03"}, // a stock has no sum over time
		{"montenegro", "landings", 1, 8, "figure", "the data has no landings", "there is no landings, Montenegro, 2023-02"},
		{"", "places west 2023-01..2023-02", 1, 6, "figure", "the data has no places", "there is no places, Montenegro, 2023-01..2023-02"},
		// comparisons
		{"croatia", "arrivals | rose", 12, 4, "figure", "no percentage change from 0: arrivals, Croatia, 2022-Q1", "from 0 to 10"},
		{"croatia", "arrivals | times", 12, 5, "figure", "there is no multiple of 0 in 10", "from 0 to 10"},
		{"serbia", "arrivals | times", 12, 5, "figure", "times is for a doubling and more", "write | change or | rose"},
		{"serbia", "movement-change | change previous", 19, 6, "figure", "is a change already", "write | change"},
		{"serbia", "movement-change | times", 19, 5, "figure", "is a change already", "write | change"},
		// formats that do not suit
		{"serbia", "arrivals | share", 12, 5, "figure", "share is of a part", "age=children | share"},
		{"serbia", "arrivals | words", 12, 5, "figure", "words spells whole counts from 0 to 999", "in digits"},
		{"serbia", "rate | words", 8, 5, "figure", "words spells whole counts", "in digits"},
		{"serbia", "children-share | words", 18, 5, "figure", "words spells whole counts", "in digits"},
		{"serbia", "children-share | about", 18, 5, "figure", "about rounds counts", "leave it out"},
		{"romania", "arrivals | top 4 nationality", 12, 3, "figure", "top 4 would cut between equals: Nepal and Iraq", "ask for more or for fewer"},
		{"romania", "arrivals | top 1 sex", 12, 3, "figure", "is not known: boys has no value: missing", "one by one"},
		{"romania", "arrivals | top 6 nationality", 12, 3, "figure", "top 6 wants more parts", "ask for fewer"},
		{"serbia", "arrivals | top 2 nationality", 18, 11, "figure", "is not split by nationality", "data/observations/"},
		{"romania", "arrivals nationality=syria | top 2 age", 36, 3, "figure", "is not split by age", "data/observations/"},
		{"", "places west | top 2 age", 15, 3, "figure", "is a sum, which is not split by age", "that the data has itself"},
	} {
		_, problems := evaluate(world(t, c.area), c.source)
		if len(problems) == 0 {
			t.Errorf("%s: {{ %s }} has no problem", c.area, c.source)
			continue
		}
		p := problems[0]
		if p.Pos.Col != c.column || p.Len != c.length || p.Rule != c.rule || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%s: {{ %s }}: column %d, length %d [%s] %s / %s\n\twant %d, %d [%s] %s / %s", c.area, c.source, p.Pos.Col, p.Len, p.Rule, p.Message, p.Hint,
				c.column, c.length, c.rule, c.message, c.hint)
		}
	}
}

// TestHeadlineOutsideAnEdition: the word has a meaning in an edition alone.
func TestHeadlineOutsideAnEdition(t *testing.T) {
	s := world(t, "serbia")
	s.Headline = nil
	if _, problems := evaluate(s, "headline"); len(problems) != 1 || !strings.Contains(problems[0].Message, "of an edition") || problems[0].Hint == "" {
		t.Errorf("got %v", problems)
	}
	s.Period = figure.Scope{}.Period
	for _, source := range []string{"arrivals", "arrivals previous", "period", "period year-before"} {
		if _, problems := evaluate(s, source); len(problems) != 1 || problems[0].Pos.Col != 1 || !strings.Contains(problems[0].Hint, "2023-Q1") {
			t.Errorf("{{ %s }}: got %v", source, problems)
		}
	}
}
