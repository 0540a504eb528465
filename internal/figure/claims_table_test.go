package figure_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// claimTable says of an expression, on a page about an area in the first
// quarter of 2023, which words in brackets agree with it, which do not, and
// which are not understood: a problem too.
func claimTable() []claimCases {
	return []claimCases{
		{"serbia", "arrivals", // 16,216 people
			[]string{"16,216", "16216", "16,216.0", "16,216 people", "16,216 persons", "16,216 new arrivals", "the 16,216", "a 16,216", "16,216.", "(16,216)", "“16,216”",
				"16,216\u00a0people", "16,216 refugees and migrants", "there were 16,216", "16,216 arrivals", "were 16,216 in"},
			[]string{"16,126", "16,217", "16,215", "16", "16,000", "1,621", "162,160", "116,216", "16.216", "0", "one", "hundred", "−16,216", "-16,216",
				"10,373", "36"},
			[]string{"", "people", "about 16,000", "about 16,216", "some 16,216", "roughly 16,216", "nearly 16,216", "over 16,216", "more than 16,216", "more than 16,215",
				"at least 16,216", "up to 16,216", "fewer than 16,217", "not 16,216", "16,216 children", "16,216 or 16,217", "16,216 16,216", "16 216", "16\u00a0216",
				"1,62,16", "16,2160", "016,216", "0,016,216", "16,216%", "16,216 per cent", "16,216 more", "rose by 16,216", "+16,216", "fell", "16.2 thousand",
				"16,216 million", "16 thousand", "1.6216e4", "16,216th", "$16,216", "١٦٢١٦", "16,216 times", "half", "a third", "doubled", "16,216–16,217", "16..216", "to 16,216",
				"from 16,216", "sixteen thousand", "x", "?", "16,216 16%", "#16,216", "16,216 percentage points", "twenty five", "no 16,216", "16,216 unchanged", "− 16,216"}},
		{"kosovo", "arrivals", // 54
			[]string{"54", "fifty-four", "Fifty-four people", "54 people", "fifty-four refugees and migrants"},
			[]string{"45", "fifty", "fifty-five", "forty-five", "four", "540", "5"},
			[]string{"fifty four", "fifty-", "fifty-ten", "-four", "fiftyfour", "about fifty-four", "fifty-fourth", "fifty to sixty", ".54", ",54", "54%", "fifty-four per cent"}},
		{"croatia", "arrivals", // 10
			[]string{"ten", "10", "ten people", "Ten"}, []string{"eleven", "0", "1", "hundred", "one hundred", "a hundred"}, []string{"tenth", "tenfold", "two hundred", "ten or so", "one ten"}},
		{"croatia", "arrivals year-before", // 0
			[]string{"0", "zero"}, []string{"1", "one", "10"}, []string{"no", "none", "nobody", "0%"}},
		{"greece", "arrivals", // estimated: 3,722
			[]string{"3,722", "3,722 people"}, []string{"3,700", "3,272"}, []string{"an estimated 3,722", "3,722 (estimate)"}},
		{"serbia", "rate", // 5.5 a day
			[]string{"5.5", "6", "5.5 people a day", "six"}, []string{"5", "5.4", "5.6", "five", "55"}, []string{"5,5", "5 1/2", "5½", "five and a half", "5.5%"}},
		{"romania", "arrivals age=children", // 128
			[]string{"128", "128 children"}, []string{"182"}, []string{"128 adults", "128 boys"}},
		{"serbia", "children-share", // 25%
			[]string{"25%", "25 per cent", "25 percent", "twenty-five per cent", "25% of the children", "25% children among arrivals"},
			[]string{"52%", "24%", "26%", "2.5%", "five per cent"},
			[]string{"25", "twenty-five", "a quarter", "one in four", "25 percentage points", "about 25%", "+25%", "−25%", "25% more", "25 %", "25%%", "%25", "per cent", "%"}},
		{"romania", "children-share", // 5.5%
			[]string{"5.5%", "6%", "six per cent", "5.5 per cent"}, []string{"5%", "5.6%", "55%"}, []string{"5.5", "5,5%"}},
		{"croatia", "children-share", // 0.4%
			[]string{"0.4%", "less than 1%", "Less than 1%", "0%"}, []string{"1%", "0.5%"}, []string{"less than 2%", "under 1%", ".4%"}},
		{"romania", "arrivals age=children | share", // 128 of 2,528: 5.0633 per cent
			[]string{"5%", "5.1%", "5.06%", "5.063%", "5.0633%", "five per cent"}, []string{"5.0%", "6%", "5.07%", "5.0632%"}, []string{"5.06329%", "5", "one in twenty"}},
		{"serbia", "arrivals | change", // from 10,373: +56.3289 per cent
			[]string{"56%", "+56%", "56 per cent", "fifty-six per cent", "56.3%", "+56.33%", "56.3289%", "an increase of 56%", "a rise of 56%", "rose by 56%", "Rose by 56%", "increased by 56%",
				"grew by 56 per cent", "was up by 56%", "up 56%", "56% more", "56% higher", "a 56% increase", "a 56% increase in arrivals", "56% more people", "rose", "an increase", "more", "+56% more",
				"had risen by 56%", "the growth was 56%"},
			[]string{"65%", "57%", "55%", "56.4%", "56.0%", "5.6%", "560%", "−56%", "-56%", "–56%", "fell by 56%", "a decrease of 56%", "a reduction of 56%", "56% fewer", "56% less", "56% lower", "down 56%",
				"unchanged", "no change", "fell", "fewer", "0%", "was stable", "declined by 56%", "hundred per cent", "36%"},
			[]string{"56", "rose by 56", "fifty-six", "rose to 56%", "56% of", "56% of people", "of", "rose by", "by 56% to 16,216", "from 56%", "about 56%", "rose by more than 56%", "more than 56%", "over half", "more than half",
				"rose, fell by 56%", "a rise and a fall of 56%", "rose by −56%", "fell by −56%", "a decline in the decrease of 56%", "rose more, 56%", "did not rise by 56%", "56% no", "56 percentage points", "56 points",
				"56%-57%", "56% (from 10,373)", "rose by 56%, unchanged", "unchanged 56%", "a 56-fold increase", "doubled", "56% not", "never 56%", "up to 56%", "56 % more", "− 56%", "++56%", "+-56%", "56+%", "change", "arrivals"}},
		{"bulgaria", "arrivals | change", // from 3,663 to 2,331: −36.3636 per cent
			[]string{"−36%", "-36%", "–36%", "a reduction of 36%", "a decrease of 36 per cent", "fell by 36%", "36% fewer", "36% less", "down by 36%", "a fall of thirty-six per cent", "dropped by 36.4%",
				"declined 36%", "a 36% drop", "was reduced by 36%", "fell", "fewer", "a decline", "−36.36%", "36% lower"},
			[]string{"36%", "+36%", "rose by 36%", "an increase of 36%", "36% more", "a reduction of 30%", "fell by 63%", "−37%", "−36.3%", "more", "unchanged", "no change", "a decline of 36.3%", "grew", "thirty-six per cent"},
			[]string{"36% reduction −", "−36% fewer", "fell by −36%", "a fall of +36%", "fell to 36%", "36% of", "a third", "more than a third", "36", "a reduction by", "fell from 36%", "no decrease", "no fewer", "less than 36%"}},
		{"bulgaria", "arrivals | rose", // the words of the format change nothing
			[]string{"fell by 36%", "a reduction of 36%", "−36%"}, []string{"rose by 36%", "36%"}, []string{"36"}},
		{"serbia", "arrivals 2020 | change", // unchanged
			[]string{"unchanged", "was unchanged", "no change", "0%", "0.0%", "zero per cent", "stable"}, []string{"rose", "fell", "+0%", "−0%", "1%", "up", "an increase of 0%", "a decrease of 0%"}, []string{"0", "no increase", "not unchanged", "unchanged, 0%"}},
		{"serbia", "arrivals 2021 | change", // one in a million more
			[]string{"little changed", "Little changed", "0%", "0.0001%", "+0.0001%"}, []string{"rose", "fell", "unchanged", "no change", "0.0002%", "−0.0001%", "1%", "+0%"}, []string{"was little changed", "hardly changed", "barely rose"}},
		{"albania", "arrivals | change", // from a small base: 84 to 237, +182.142857 per cent
			[]string{"+182%", "182%", "+182% (from 84 to 237)", "an increase of 182%", "182.1%"}, []string{"+181%", "183%", "−182%"}, []string{"+182% (from 84 to 273)", "(from 84 to 237)", "tripled", "182", "almost threefold"}},
		{"montenegro", "arrivals | rose", // 79 to 868
			[]string{"rose elevenfold (from 79 to 868)", "rose by 999%", "+998.7%"}, []string{"rose by 998%", "fell by 999%"}, []string{"rose elevenfold", "elevenfold", "rose elevenfold (from 79 to 867)", "eleven times"}},
		{"serbia", "children-share | change", // from 20 to 25
			[]string{"5 percentage points", "+5 percentage points", "five percentage points", "rose by 5 percentage points", "5\u00a0percentage points", "an increase of five percentage points", "rose"},
			[]string{"6 percentage points", "−5 percentage points", "fell by 5 percentage points", "fell", "one percentage point"},
			[]string{"5%", "5 per cent", "5 points", "5", "25%", "5 percentage", "5 percentage points more or less", "more than 5 percentage points"}},
		{"montenegro", "children-share | change", // from 30 to 24
			[]string{"fell by 6 percentage points", "−6 percentage points", "six percentage points fewer"}, []string{"6 percentage points", "rose by 6 percentage points"}, []string{"−6%", "20%"}},
		{"serbia", "movement-change", // published: +6
			[]string{"6%", "+6%", "rose by 6%", "a 6% increase in movements"}, []string{"−6%", "5%", "fell by 6%"}, []string{"6", "six", "6 percentage points"}},
		{"montenegro", "movement-change | rose", // published: −18
			[]string{"−18%", "fell by 18%", "eighteen per cent fewer"}, []string{"18%", "81% fewer", "rose by 18%"}, []string{"−18", "fell by −18%"}},
		{"montenegro", "arrivals | times", // 10.987 times
			[]string{"11 times (from 79 to 868)"}, nil, []string{"11", "eleven times", "tenfold", "11%"}},
		{"serbia", "arrivals | about",
			[]string{"about 16,000", "16,216"}, []string{"16,000", "16,200"}, []string{"about 16,216", "about 17,000", "some 16,000"}},
		{"kosovo", "arrivals | words",
			[]string{"fifty-four", "Fifty-four", "54"}, []string{"fifty-three"}, []string{"about fifty-four"}},
		{"serbia", "period",
			[]string{"the first quarter of 2023", "The first quarter of 2023"}, []string{"the first quarter of 2022", "the fourth quarter of 2023", "first quarter", "2023", ""}, nil},
		{"romania", "arrivals | top 2 nationality",
			[]string{"Bangladesh (1,083) and Syria (346)"}, []string{"Bangladesh (1,038) and Syria (346)", "Bangladesh and Syria", "Syria (346) and Bangladesh (1,083)", "1,083"}, nil},
		{"serbia", "over-eighteen", // an indicator whose name holds words that change a number
			[]string{"36", "36 people", "36 years", "thirty-six"}, []string{"18", "35"}, []string{"36 or over", "over 36", "about 36", "not 36", "not less than 36", "less than 36", "36 less", "than 36"}},
	}
}

type claimCases struct {
	area, expression           string
	agrees, disagrees, unclear []string
}

func TestClaimTable(t *testing.T) {
	count := 0
	for _, c := range claimTable() {
		s := world(t, c.area)
		v, problems := evaluate(s, c.expression)
		if len(problems) > 0 {
			t.Errorf("%s: {{ %s }}: %v", c.area, c.expression, problems)
			continue
		}
		for want, claims := range map[string][]string{"": c.agrees, "does not agree": c.disagrees, "cannot be checked": c.unclear} {
			for _, claim := range claims {
				count++
				checkVerdict(t, want, claim, c.expression, figure.CheckClaim(figure.Claim{Text: claim, Pos: diag.Pos{File: "page.md", Line: 3, Col: 9}, Len: len(claim)}, v, s))
			}
		}
	}
	if count < 400 {
		t.Errorf("the table has only %d claims", count)
	}
}

func checkVerdict(t *testing.T, want, claim, expression string, problems diag.Problems) {
	t.Helper()
	switch {
	case want == "" && len(problems) > 0:
		t.Errorf("[%s]{{ %s }} should agree: %s", claim, expression, problems[0].Message)
	case want != "" && len(problems) != 1:
		t.Errorf("[%s]{{ %s }} passes: %s wanted", claim, expression, want)
	case want != "" && (problems[0].Rule != "claim" || problems[0].Severity != diag.Error || !strings.Contains(problems[0].Message, want)):
		t.Errorf("[%s]{{ %s }}: want %s: %s", claim, expression, want, problems[0].Message)
	}
}

// TestClaimMessage is what an author reads, word for word.
func TestClaimMessage(t *testing.T) {
	for _, c := range []struct{ area, expression, claim, message, hint string }{
		{"serbia", "arrivals", "16,126", `claim "16,126" does not agree with arrivals, Serbia, 2023-Q1: 16,216`,
			"change the text, or correct data/observations/2023-Q1.yaml:6"},
		{"bulgaria", "arrivals | change", "a reduction of 30%", `claim "a reduction of 30%" does not agree with arrivals, Bulgaria, 2023-Q1, change from 2022-Q1: −36%`,
			"change the text, or correct data/observations/2023-Q1.yaml:10 or data/observations/2022-Q1.yaml:10"},
		{"serbia", "arrivals", "about 16,000", `claim "about 16,000" cannot be checked: "about" is not understood here`,
			`write the number with its sign alone, as in "16,216"`},
		{"bulgaria", "arrivals | rose", "rose by a third", `claim "rose by a third" cannot be checked: no number stands behind "by"`,
			`write the number with its sign alone, as in "−36%"`},
	} {
		s := world(t, c.area)
		v, _ := evaluate(s, c.expression)
		pos := diag.Pos{File: "page.md", Line: 3, Col: 9}
		problems := figure.CheckClaim(figure.Claim{Text: c.claim, Pos: pos, Len: 6}, v, s)
		if len(problems) != 1 || problems[0].Message != c.message || problems[0].Hint != c.hint || problems[0].Pos != pos {
			t.Errorf("got %+v, want %s / %s", problems, c.message, c.hint)
		}
	}
}
