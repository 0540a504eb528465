package figure_test

import (
	"strings"
	"testing"
)

// formatsWorld has the values at which formats turn: ties, year ends, small and
// large numbers, shares beside counts.
const formatsWorld = `
- {indicator: arrivals, area: serbia, source: src, period: 2022-10, value: 100}
- {indicator: arrivals, area: serbia, source: src, period: 2022-11..2022-12, value: 300}
- {indicator: arrivals, area: serbia, source: src, period: 2022-12, value: 200}
- {indicator: arrivals, area: serbia, source: src, period: 2023-01, value: 150}
- {indicator: arrivals, area: serbia, source: src, period: 2023-01..2023-02, value: 450}
- {indicator: arrivals, area: serbia, source: src, period: 2022-01..2022-02, value: 900}
- {indicator: arrivals, area: serbia, source: src, period: 2022-Q4, value: 1000}
- {indicator: arrivals, area: serbia, source: src, period: 2023-Q1, value: 1005}
- {indicator: arrivals, area: serbia, source: src, period: 2022, value: 8000}
- {indicator: arrivals, area: serbia, source: src, period: 2023, value: 4000}
- {indicator: arrivals, area: serbia, source: src, period: 2022-12-31, value: 200}
- {indicator: arrivals, area: serbia, source: src, period: 2023-01-01, value: 201}
- {indicator: arrivals, area: serbia, source: src, period: 2022-12-30..2022-12-31, value: 8}
- {indicator: arrivals, area: serbia, source: src, period: 2023-01-01..2023-01-02, value: 9}
- {indicator: arrivals, area: albania, source: src, period: 2022-Q1, value: 1000}
- {indicator: arrivals, area: albania, source: src, period: 2023-Q1, value: 1004}
- {indicator: arrivals, area: kosovo, source: src, period: 2022-Q1, value: 1000}
- {indicator: arrivals, area: kosovo, source: src, period: 2023-Q1, value: 995}
- {indicator: arrivals, area: bulgaria, source: src, period: 2022-Q1, value: 1000}
- {indicator: arrivals, area: bulgaria, source: src, period: 2023-Q1, value: 0}
- {indicator: arrivals, area: greece, source: src, period: 2022-Q1, value: 99}
- {indicator: arrivals, area: greece, source: src, period: 2023-Q1, value: 990}
- {indicator: arrivals, area: croatia, source: src, period: 2022-Q1, value: 100}
- {indicator: arrivals, area: croatia, source: src, period: 2023-Q1, value: 1234567}
- {indicator: rate, area: montenegro, source: src, period: 2020-Q1, value: 99.5}
- {indicator: rate, area: montenegro, source: src, period: 2021-Q1, value: 990.5}
- indicator: arrivals
  area: romania
  source: src
  period: 2023-Q1
  value: 1000
  by:
    nationality: {syria: 400, pakistan: 300, bangladesh: 300, nepal: 0}
    age: {children: {share: 30}, adults: {share: 70}}
    outcome: {positive: 4, negative: {status: M}}
    sex: {girls: 5, boys: 995}
- indicator: arrivals
  area: romania
  source: src
  period: 2022-Q1
  value: 500
  by:
    age: {children: {share: 25.5}, adults: 300}
- {indicator: children-share, source: src, period: 2022-Q1, values: {serbia: 10, montenegro: 30, albania: 25.5, kosovo: 1, romania: 0.2, greece: 24}}
- {indicator: children-share, source: src, period: 2023-Q1, values: {serbia: 20, montenegro: 24.5, albania: 25.5, kosovo: 2, romania: 1, greece: 23}}
- {indicator: children-share, area: bulgaria, source: src, period: 2023-Q1, value: 40, by: {nationality: {syria: 25, pakistan: 0.5}}}
- {indicator: places, source: src, period: 2023-Q1, values: {serbia: 100, montenegro: 20}}
- {indicator: places, source: src, period: 2022-Q1, values: {serbia: 60, montenegro: 40}}
- {indicator: places, area: albania, source: src, period: 2023-01, value: 30, by: {age: {children: 10}}}
- {indicator: places, area: albania, source: src, period: 2023-02, value: 30, by: {age: {children: 10}}}
- {indicator: places, area: albania, source: src, period: 2023-03, value: 40, by: {age: {children: 13}}}
- {indicator: rate, source: src, period: 2023-Q1, values: {serbia: 99.6, montenegro: 9.96, albania: 0.996, kosovo: 5.54, greece: 0.0456, croatia: 99999, bulgaria: 12.5, romania: 0}}
- {indicator: rate, source: src, period: 2022-Q1, values: {serbia: 10.1, montenegro: 1, albania: 0.498, kosovo: 2.84, bulgaria: 6.45}}
- {indicator: movement-change, source: src, period: 2023-Q1, values: {serbia: 0, montenegro: -0.5, albania: 1234.5}}
`

// TestFormatTable is each format at the values where it turns. ~ stands for a
// no-break space.
func TestFormatTable(t *testing.T) {
	s := seriesWorld(t, formatsWorld)
	for _, c := range []struct{ area, expression, want string }{
		// year ends
		{"serbia", "arrivals 2023-01 | change previous", "−25%"},
		{"serbia", "arrivals 2023-Q1 | change previous", "+1%"}, // 0.5 per cent, half away from zero
		{"serbia", "arrivals 2022-Q4 | change 2023-Q1", "little changed"},
		{"serbia", "arrivals 2023 | change previous", "−50%"},
		{"serbia", "arrivals 2023 | change", "−50%"},
		{"serbia", "arrivals 2023-01-01 | change previous", "+1%"},
		{"serbia", "arrivals 2023-01-01..2023-01-02 | rose previous", "rose by 13% (from~8 to~9)"}, // 12.5, half away from zero
		{"serbia", "arrivals 2023-01..2023-02 | rose previous", "rose by 50%"},
		{"serbia", "arrivals 2023-01..2023-02 | change", "−50%"},
		{"serbia", "arrivals 2023-01..2023-02 | change year-before", "−50%"},
		{"serbia", "arrivals previous", "1,000"},
		{"serbia", "arrivals 2022-12", "200"},
		// next to nothing, and nothing
		{"albania", "arrivals | change", "little changed"},
		{"albania", "arrivals | more", "about as many"},
		{"kosovo", "arrivals | rose", "fell by 1%"}, // half away from zero
		{"bulgaria", "arrivals | rose", "fell by 100%"},
		{"bulgaria", "arrivals | change", "−100%"},
		// from small bases, and large
		{"greece", "arrivals | rose", "rose tenfold (from~99 to~990)"},
		{"greece", "arrivals | more", "10~times as many (from~99 to~990)"},
		{"greece", "arrivals | increase", "a tenfold increase (from~99 to~990)"},
		{"montenegro", "rate 2021-Q1 | change", "+895% (from~99.5 to~990.5)"}, // 9.95 times is not tenfold
		{"croatia", "arrivals | change", "+1,234,467%"},
		{"croatia", "arrivals | times", "12,346~times"},
		// shares
		{"serbia", "children-share | change", "+10~percentage points"},
		{"serbia", "children-share | times", "2~times"},
		{"montenegro", "children-share | change", "−5.5~percentage points"},
		{"montenegro", "children-share | more", "5.5~percentage points less"},
		{"serbia", "children-share | more", "10~percentage points more"},
		{"albania", "children-share | change", "0.0~percentage points"},
		{"albania", "children-share | more", "as much"},
		{"kosovo", "children-share | rose", "rose by 1~percentage point"},
		{"greece", "children-share | change", "−1~percentage point"},
		{"romania", "children-share year-before", "less than~1%"},
		{"romania", "children-share", "1%"},
		{"romania", "children-share | increase", "an increase of 0.8~percentage points"},
		{"romania", "arrivals age=children | change", "+4.5~percentage points"},
		{"romania", "arrivals age=children | share", "30%"},
		{"romania", "arrivals outcome=positive | share", "less than~1%"},
		{"romania", "arrivals sex=girls | share", "less than~1%"},
		{"romania", "arrivals sex=boys | share", "100%"},
		{"romania", "arrivals nationality=nepal | share", "0%"},
		{"albania", "places age=children | share", "33%"}, // a sum's part of the sum of totals
		{"bulgaria", "children-share nationality=pakistan", "less than~1%"},
		// lists
		{"romania", "arrivals | top 3 nationality", "Syria~(400), Pakistan~(300) and Bangladesh~(300)"},
		{"romania", "arrivals | top 1 nationality", "Syria~(400)"},
		{"romania", "arrivals | top 2 age", "Adults~(70%) and Children~(30%)"},
		{"romania", "arrivals | top 1 outcome", "Positive~(4)"},
		{"bulgaria", "children-share | top 2 nationality", "Syria~(25%) and Pakistan~(less than~1%)"},
		// sums
		{"", "places west", "120"},
		{"", "places west | change", "+20%"},
		{"", "places west | rose year-before", "rose by 20%"},
		{"albania", "places", "100"},
		{"albania", "places age=children", "33"},
		// about
		{"serbia", "rate | about", "about~100"},
		{"montenegro", "rate | about", "about~10"},
		{"albania", "rate | about", "about~1.0"},
		{"kosovo", "rate | about", "about~5.5"},
		{"greece", "rate | about", "about~0.046"},
		{"croatia", "rate | about", "about~100,000"},
		{"bulgaria", "rate | about", "about~13"},
		{"romania", "rate | about", "about~0"},
		{"croatia", "arrivals | about", "about~1,200,000"},
		{"serbia", "arrivals | about", "about~1,000"},
		// times
		{"serbia", "rate | times", "9.9~times (from~10.1 to~99.6)"},
		{"montenegro", "rate | times", "10~times (from~1 to~9.96)"}, // 9.96 at one decimal
		{"albania", "rate | times", "2~times (from~0.498 to~0.996)"},
		{"kosovo", "rate | times", "2~times (from~2.84 to~5.54)"}, // 1.951
		// words
		{"bulgaria", "arrivals | words", "zero"},
		{"romania", "arrivals sex=boys | words", "nine hundred and ninety-five"},
		// published changes
		{"serbia", "movement-change", "0%"},
		{"serbia", "movement-change | rose", "was unchanged"},
		{"serbia", "movement-change | more", "as many"},
		{"montenegro", "movement-change", "−0.5%"},
		{"montenegro", "movement-change | rose", "fell by 0.5%"},
		{"albania", "movement-change | change", "+1,234.5%"},
		// periods
		{"", "period 2022-Q4", "the fourth quarter of 2022"},
		{"", "period 2022-11..2023-01", "November 2022 to January 2023"},
		{"", "period previous", "the fourth quarter of 2022"},
		{"", "period 2023-06-04", "4~June 2023"},
		{"", "period previous | months", "October to December 2022"},
		{"", "period 2023 | months", "January to December 2023"},
		{"", "period 2023-02 | months", "February 2023"},
		{"", "period 2022-Q4..2023-Q1 | months", "October 2022 to March 2023"},
	} {
		s.Area = c.area
		v, problems := evaluate(s, c.expression)
		if got := strings.ReplaceAll(v.Text, "\u00a0", "~"); got != c.want || len(problems) > 0 {
			t.Errorf("%s: {{ %s }}: got %q %v, want %q", c.area, c.expression, got, problems, c.want)
		}
		if strings.ContainsAny(v.Text, "-'") && !strings.Contains(v.Text, "-fold") && !strings.Contains(c.expression, "words") {
			t.Errorf("{{ %s }}: a hyphen for a minus in %q", c.expression, v.Text)
		}
	}
}

// TestUnderTwo: a multiple that is under two at one decimal is none.
func TestUnderTwo(t *testing.T) {
	s := seriesWorld(t, formatsWorld)
	s.Area = "bulgaria"
	_, problems := evaluate(s, "rate | times") // 12.5 from 6.45: 1.938
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "is 1.9 times its base") {
		t.Errorf("got %v", problems)
	}
}
