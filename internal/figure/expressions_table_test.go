package figure_test

import (
	"strings"
	"testing"
)

// TestExpressionTable is the language by example: {{ expression }} on a page
// about an area in the first quarter of 2023. ~ stands for a no-break space.
func TestExpressionTable(t *testing.T) {
	for _, c := range []struct{ area, expression, want string }{
		// the number itself
		{"serbia", "arrivals", "16,216"},
		{"serbia", "arrivals montenegro", "868"},
		{"serbia", "arrivals year-before", "10,373"},
		{"serbia", "arrivals 2022-Q1", "10,373"},
		{"serbia", "arrivals 2022-Q1 serbia", "10,373"},
		{"serbia", "arrivals 2023-01..2023-03", "16,216"},
		{"", "arrivals serbia", "16,216"},
		{"serbia", "headline", "16,216"},
		{"serbia", "headline bulgaria", "2,331"},
		{"serbia", "rate", "5.5"},
		{"serbia", "landings 2023-02 | change previous", "+100%"},
		{"romania", "arrivals nationality=syria", "346"},
		{"serbia", "presence", "1,000"},
		{"serbia", "presence 2023-03-31", "1,000"},
		{"serbia", "children-share", "25%"},
		{"romania", "children-share", "5.5%"},
		{"croatia", "children-share", "less than~1%"},
		{"serbia", "movement-change", "+6%"},
		{"montenegro", "movement-change", "−18%"},

		// changes
		{"serbia", "arrivals | change", "+56%"},
		{"serbia", "arrivals | change 2022-Q1", "+56%"},
		{"serbia", "arrivals | change year-before", "+56%"},
		{"serbia", "arrivals|change", "+56%"},
		{"bulgaria", "arrivals | change", "−36%"},
		{"serbia", "arrivals | increase", "an increase of 56%"},
		{"bulgaria", "arrivals | increase", "a decrease of 36%"},
		{"serbia", "arrivals | rose", "rose by 56%"},
		{"bulgaria", "arrivals | rose", "fell by 36%"},
		{"serbia", "arrivals | more", "56% more"},
		{"bulgaria", "arrivals | more", "36% fewer"},
		{"romania", "arrivals | rose", "fell by 57%"},
		{"serbia", "landings 2023-Q2 | change previous", "little changed"}, // from the sum of three months
		{"serbia", "arrivals 2021 | change", "little changed"},
		{"serbia", "arrivals 2021 | rose", "was little changed"},
		{"serbia", "arrivals 2021 | increase", "little change"},
		{"serbia", "arrivals 2020 | change", "0%"},
		{"serbia", "arrivals 2020 | rose", "was unchanged"},
		{"serbia", "arrivals 2020 | increase", "no change"},
		{"serbia", "movement-change | change", "+6%"},
		{"serbia", "movement-change | rose", "rose by 6%"},
		{"montenegro", "movement-change | rose", "fell by 18%"},
		{"montenegro", "movement-change | increase", "a decrease of 18%"},
		{"montenegro", "movement-change | more", "18% fewer"},
		{"albania", "movement-change | rose", "was unchanged"},

		// a small base
		{"albania", "arrivals | change", "+182% (from~84 to~237)"},
		{"kosovo", "arrivals | rose", "fell by 36% (from~84 to~54)"},
		{"montenegro", "arrivals | rose", "rose elevenfold (from~79 to~868)"},
		{"montenegro", "arrivals | increase", "an elevenfold increase (from~79 to~868)"},
		{"montenegro", "arrivals | more", "11~times as many (from~79 to~868)"},
		{"albania", "arrivals 2021 | rose", "rose by 899% (from~76 to~759)"}, // 9.99 times is not tenfold

		// shares
		{"serbia", "children-share | change", "+5~percentage points"},
		{"serbia", "children-share | rose", "rose by 5~percentage points"},
		{"montenegro", "children-share | rose", "fell by 6~percentage points"},
		{"albania", "children-share | rose", "was unchanged"},
		{"romania", "arrivals age=children | share", "5%"},
		{"romania", "arrivals nationality=nepal | share", "less than~1%"},
		{"romania", "arrivals outcome=positive | share", "28%"},

		// other formats
		{"montenegro", "arrivals | times", "11~times (from~79 to~868)"},
		{"romania", "arrivals | top 3 nationality", "Bangladesh~(1,083), Syria~(346) and Pakistan~(239)"},
		{"romania", "arrivals | top 1 nationality", "Bangladesh~(1,083)"},
		{"serbia", "arrivals | about", "about~16,000"},
		{"kosovo", "arrivals | words", "fifty-four"},
		{"", "period", "the first quarter of 2023"},
		{"", "period year-before", "the first quarter of 2022"},
		{"", "period | months", "January to March 2023"},

		// sums, where the indicator allows them
		{"serbia", "landings", "600"},
		{"", "landings serbia 2023-01..2023-02", "300"},
		{"", "landings serbia 2023-Q1..2023-Q2", "1,201"},
		{"", "places west", "36"},
		{"", "presence west", "1,500"},
	} {
		v, problems := evaluate(world(t, c.area), c.expression)
		got := strings.ReplaceAll(v.Text, "\u00a0", "~")
		if len(problems) > 0 || got != c.want {
			t.Errorf("%s: {{ %s }}: got %q %v, want %q", c.area, c.expression, got, problems, c.want)
		}
	}
}
