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
				"16,216\u00a0people", "16,216 refugees and migrants", "there were 16,216", "16,216 arrivals", "were 16,216 in", "about 16,000", "about 16,216",
				"some 16,216", "roughly 16,216", "more than 16,215", "at least 16,216", "up to 16,216", "fewer than 16,217", "16.2 thousand",
				"16,216 arrivals in Serbia", "a total of 16,216", "an estimated 16,200 people", "nearly 17,000", "over 16 thousand",
				"just 16,216", "exactly 16,216", "precisely 16,216 people", "as many as 16,216", "only 16,216", "Only 16,216", "as few as 16,216", "only about 16,000",
				"a total of 16,216 people", "16,216 in all", "16,216 people altogether", "a mere 16,216", "sixteen thousand two hundred and sixteen", "more than the 16,000", "at least sixteen thousand people", "0.0162 million"},
			[]string{"16,126", "16,217", "about −16,216", "16,215", "16", "16,000", "1,621", "162,160", "116,216", "16.216", "0", "one", "hundred", "−16,216", "-16,216", "10,373", "36",
				"nearly 16,216", "over 16,216", "more than 16,216", "16,216 million", "16 thousand", "sixteen thousand", "twenty five", "over 17,000", "almost 16,000",
				"more than 12,000", "no", "no one", "none", "no people", "only 16,217", "exactly 16,200", "exactly 16.2 thousand", "as many as 16,000", "just 16,000", "exactly 16,216.4", "1.6 million", "16.3 thousand", "2 billion", "about 15,000", "a thousand"},
			[]string{"", "people", "not 16,216", "16,216 children", "16,216 or 16,217", "16,216 16,216", "16 216", "16\u00a0216", "1,62,16", "16,2160", "016,216",
				"0,016,216", "16,216%", "16,216 per cent", "16,216 more", "rose by 16,216", "+16,216", "fell", "1.6216e4", "16,216th", "$16,216", "١٦٢١٦",
				"16,216 times", "half", "a third", "doubled", "16,216–16,217", "16..216", "to 16,216", "from 16,216", "x", "?", "16,216 16%", "#16,216",
				"16,216 percentage points", "no 16,216", "16,216 unchanged", "− 16,216", "16,216 arrivals in Romania", "some people", "about", "more than", "over",
				"at least", "about 0", "nearly zero", "well over 16,000", "more than about 16,000", "16,216 or more", "half of 16,216", "a couple",
				"dozens", "a dozen", "hundreds", "thousands of people", "several thousand", "a few thousand", "16 million million", "999,999,999,999 million",
				"half a million", "about half", "twice as many", "tenfold", "almost unchanged", "rose to 16,216", "rose from 10,373 to 16,216", "up to", "16k",
				"16.2m", "exactly", "exactly about 16,216", "about exactly 16,216", "exactly people", "only", "only people", "as many as", "as many 16,216", "altogether", "in all 16,216 1", "16,216 all", "16,216 and a half of them", "and a half", "did not change", "the same 16,216", "sixteen thousand and 216", "16,216 pp", "16,216 points", "minus 16,216",
				"plus 16,216", "not about 16,000", "no 16,216 people", "16,216 people (10,373)", "16,216, up 56%", "two in five", "more or less 16,000", "1/2"}},
		{"kosovo", "arrivals", // 54
			[]string{"54", "fifty-four", "Fifty-four people", "54 people", "fifty-four refugees and migrants", "fifty four", "about fifty-four", "about fifty",
				"nearly fifty-five", "more than fifty", "at least fifty people", "fewer than sixty"},
			[]string{"45", "fifty", "fifty-five", "forty-five", "four", "540", "5", "nearly sixty", "nearly fifty", "over sixty", "about forty", "fifty five",
				"a hundred and fifty-four", "more than forty"},
			[]string{"fifty-", "fifty-ten", "-four", "fiftyfour", "fifty-fourth", "fifty to sixty", ".54", ",54", "54%", "fifty-four per cent", "fifty-four or so", "over"}},
		{"croatia", "arrivals", // 10
			[]string{"ten", "10", "ten people", "Ten", "up to ten", "at least ten", "nearly eleven", "over nine", "about ten", "fewer than twelve"},
			[]string{"eleven", "0", "1", "hundred", "one hundred", "a hundred", "two hundred", "nearly ten", "fewer than ten", "more than ten", "twelve", "a thousand"},
			[]string{"tenth", "tenfold", "ten or so", "one ten", "ten tenths"}},
		{"croatia", "arrivals year-before", // 0
			[]string{"0", "zero", "no", "No", "none", "nobody", "no one", "no people", "no new arrivals", "exactly zero", "only zero"},
			[]string{"1", "one", "10", "fewer than ten", "up to ten", "nearly one", "less than one"},
			[]string{"no 0", "no one one", "nothing", "no more", "0%", "about zero", "at least 0"}},
		{"greece", "arrivals", // estimated: 3,722
			[]string{"3,722", "3,722 people", "an estimated 3,722", "about 3,700", "an estimated 3,700"},
			[]string{"3,700", "3,272", "about 3,800"},
			[]string{"3,722 (estimate)", "estimated"}},
		{"serbia", "rate", // 5.5 a day
			[]string{"5.5", "6", "five and a half", "exactly 5.5", "about five and a half", "5.5 people a day", "six", "nearly six", "more than five", "about 5.5", "5.50"},
			[]string{"5", "exactly 6", "exactly five", "four and a half", "six and a half", "more than five and a half", "5.4", "5.6", "five", "55", "nearly five", "about 5"},
			[]string{"5,5", "5 1/2", "5½", "5 and a half", "five and half", "five and a half and a half", "5.5%", "5 ½", "five point five"}},
		{"romania", "arrivals age=children", // 128
			[]string{"128", "128 children", "about 130 children", "over 120 children", "128 children in Romania"},
			[]string{"182", "over 100 children", "about 120", "one hundred"},
			[]string{"128 adults", "128 boys", "128 women"}},
		{"serbia", "children-share", // 25%
			[]string{"25%", "25 per cent", "25 percent", "twenty-five per cent", "25% of the children", "25% children among arrivals", "a quarter", "one in four",
				"about 25%", "25 %", "a quarter of the children", "one in every four", "more than a fifth", "1 in 4", "25\u00a0%", "just under 26%",
				"at least a quarter", "about a quarter"},
			[]string{"52%", "24%", "26%", "2.5%", "five per cent", "a third", "half", "two in five", "one in five", "more than a quarter", "nearly a quarter",
				"three quarters", "under 20%"},
			[]string{"25", "twenty-five", "25 percentage points", "+25%", "−25%", "25% more", "25%%", "%25", "per cent", "%", "quarter", "a quarters", "three in two",
				"half as many", "a quarter more", "25 pp", "twenty-five points", "a quarter%", "doubled", "25% to 30%", "one in 200", "a twenty-fifth",
				"the first quarter"}},
		{"romania", "children-share", // 5.5%
			[]string{"5.5%", "6%", "six per cent", "5.5 per cent", "about 5.5%", "more than 5%", "nearly 5.6%", "5.50%"},
			[]string{"5%", "5.6%", "55%", "more than 5.5%", "a twentieth", "nearly 6%"},
			[]string{"5.5", "5,5%", "5½%", "two and a half", "half and a half per cent"}},
		{"croatia", "children-share", // 0.4%
			[]string{"0.4%", "less than 1%", "Less than 1%", "0%", "less than 2%", "under 1%", "fewer than 1%", "up to 1%", "at most 0.4%"},
			[]string{"1%", "0.5%", "nearly 1%", "more than 1%"},
			[]string{".4%", "no"}},
		{"romania", "arrivals age=children | share", // 128 of 2,528: 5.0633 per cent
			[]string{"5%", "5.1%", "5.06%", "5.063%", "5.0633%", "five per cent", "one in twenty", "a twentieth", "about one in twenty", "just over 5%"},
			[]string{"5.0%", "6%", "5.07%", "5.0632%", "one in ten"},
			[]string{"5.06329%", "5"}},
		{"serbia", "arrivals | change", // from 10,373: +56.3289 per cent
			[]string{"56%", "+56%", "56 per cent", "fifty-six per cent", "56.3%", "+56.33%", "56.3289%", "an increase of 56%", "a rise of 56%", "rose by 56%",
				"Rose by 56%", "increased by 56%", "grew by 56 per cent", "was up by 56%", "up 56%", "56% more", "56% higher", "a 56% increase",
				"a 56% increase in arrivals", "56% more people", "rose", "an increase", "more", "+56% more", "had risen by 56%", "the growth was 56%",
				"by 56% to 16,216", "about 56%", "rose by more than 56%", "more than 56%", "56% (from 10,373)", "56 % more", "rose from 10,373 to 16,216",
				"rose by 56% from 10,373 to 16,216", "an increase of more than half", "rose by over half", "up 56% from 10,373", "1.6 times as many", "over half more",
				"rose by more than a half"},
			[]string{"65%", "57%", "56% from 2022", "55%", "56.4%", "56.0%", "5.6%", "560%", "−56%", "-56%", "–56%", "fell by 56%", "a decrease of 56%",
				"a reduction of 56%", "56% fewer", "56% less", "56% lower", "down 56%", "unchanged", "no change", "fell", "fewer", "0%", "was stable",
				"declined by 56%", "hundred per cent", "36%", "a 56-fold increase", "doubled", "up to 56%", "rose from 10,337 to 16,216", "rose by 56% to 16,126",
				"fell from 10,373 to 16,216", "from 16,216 to 10,373", "twice as many", "rose by nearly 56%", "halved", "half as many", "fell by more than half",
				"about 70%", "1.5 times as many", "half more", "rose by a half", "almost half more"},
			[]string{"56", "rose by 56", "fifty-six", "rose to 56%", "56% of", "56% of people", "of", "rose by", "from 56%", "rose, fell by 56%",
				"a rise and a fall of 56%", "rose by −56%", "fell by −56%", "a decline in the decrease of 56%", "rose more, 56%", "did not rise by 56%", "56% no",
				"56 percentage points", "56 points", "56%-57%", "rose by 56%, unchanged", "unchanged 56%", "56% not", "never 56%", "− 56%", "++56%", "+-56%", "56+%",
				"change", "arrivals", "rose from 10,373 to 56%", "1.6 times more", "56% more than 10,373", "rose by a further 56%", "more than more", "no fewer",
				"about rose", "not rose", "rose 1.6 times", "from 10,373 from 10,373", "to 16,216 to 16,216", "unchanged from 10,373", "56% or more",
				"a change of 56%", "rose by 56 pp", "over half", "more than half", "half", "almost half", "half the arrivals", "half the people",
				"half of what it was"}},
		{"bulgaria", "arrivals | change", // from 3,663 to 2,331: −36.3636 per cent
			[]string{"−36%", "-36%", "–36%", "a reduction of 36%", "a decrease of 36 per cent", "fell by 36%", "36% fewer", "36% less", "down by 36%",
				"a fall of thirty-six per cent", "dropped by 36.4%", "declined 36%", "a 36% drop", "was reduced by 36%", "fell", "fewer", "a decline", "−36.36%",
				"36% lower", "more than a third fewer", "a drop of more than a third", "fell by over a third", "fell from 3,663 to 2,331", "about −36%",
				"down from 3,663 to 2,331", "fell by nearly 37%", "a decrease of at least 36%", "less than 37% fewer", "0.6 times as many",
				"a reduction of over a third", "thirty-six-per-cent fewer", "a 36-percent fall", "a 36-per-cent drop"},
			[]string{"36%", "+36%", "rose by 36%", "an increase of 36%", "36% more", "a reduction of 30%", "fell by 63%", "−37%", "−36.3%", "more", "unchanged",
				"no change", "a decline of 36.3%", "grew", "thirty-six per cent", "less than 36%", "fell by a third", "halved", "doubled", "fell from 3,663 to 2,313",
				"rose from 3,663 to 2,331", "fell by more than 40%", "fell by nearly 36%", "two thirds as many", "half the number of arrivals",
				"two thirds the number"},
			[]string{"36% reduction −", "−36% fewer", "fell by −36%", "a fall of +36%", "fell to 36%", "36% of", "36", "a reduction by", "fell from 36%", "no decrease",
				"no fewer", "more than −36%", "halved by 36%", "fell twofold", "three times fewer", "a twofold decrease", "fell by half as many",
				"down by a third in 2022", "a third", "more than a third"}},
		{"bulgaria", "arrivals | rose", // the words of the format change nothing
			[]string{"fell by 36%", "a reduction of 36%", "−36%"}, []string{"rose by 36%", "36%"}, []string{"36"}},
		{"serbia", "arrivals 2020 | change", // unchanged
			[]string{"unchanged", "was unchanged", "no change", "0%", "0.0%", "zero per cent", "stable", "remained unchanged", "stayed stable", "did not change", "stayed the same", "remained the same", "was the same", "the same number of people",
				"had not changed"},
			[]string{"rose", "fell", "+0%", "−0%", "1%", "up", "an increase of 0%", "a decrease of 0%"},
			[]string{"0", "no", "none", "did not change much", "the same as before", "no increase", "not unchanged", "unchanged, 0%", "remained"}},
		{"serbia", "arrivals 2021 | change", // one in a million more
			[]string{"little changed", "Little changed", "0%", "0.0001%", "+0.0001%", "was little changed", "hardly changed", "barely changed", "little change",
				"about as many", "hardly any change"},
			[]string{"rose", "fell", "unchanged", "no change", "did not change", "stayed the same", "0.0002%", "−0.0001%", "1%", "+0%", "as many", "doubled"},
			[]string{"barely rose", "little changed by 0%", "little", "about as many as before"}},
		{"albania", "arrivals | change", // from a small base: 84 to 237, +182.142857 per cent
			[]string{"+182%", "182%", "+182% (from 84 to 237)", "an increase of 182%", "182.1%", "(from 84 to 237)", "rose by 182% (from 84 to 237)", "more than 2.5 times as many", "more than doubled", "at least doubled", "over twice as many",
				"2.8 times as many", "rose from 84 to 237", "rose to 237", "from 84"},
			[]string{"+181%", "183%", "−182%", "+182% (from 84 to 273)", "tripled", "almost tripled", "nearly three times as many", "more than tripled", "exactly 182%", "exactly 2.8 times as many", "two and a half times as many", "+182% (from 48 to 237)", "rose by 181% (from 84 to 237)",
				"(from 237 to 84)", "almost threefold"},
			[]string{"182", "from 84 to 237 to 238", "+182% (84 to 237)", "three times more"}},
		{"montenegro", "arrivals | rose", // 79 to 868
			[]string{"rose elevenfold (from 79 to 868)", "rose by 999%", "+998.7%", "rose elevenfold", "elevenfold", "eleven times", "an elevenfold increase",
				"eleven times as many", "more than tenfold", "rose more than tenfold", "11-fold", "rose to 868", "over ten times as many"},
			[]string{"rose by 998%", "fell by 999%", "rose elevenfold (from 79 to 867)", "tenfold", "rose tenfold", "more than elevenfold", "almost tenfold",
				"ten times as many", "doubled", "twelvefold"},
			[]string{"eleven times more", "rose eleven times", "rose by twice", "rose by eleven times as many", "fell elevenfold", "elevenfolded", "manifold", "an eleven fold increase", "times"}},
		{"serbia", "children-share | change", // from 20 to 25
			[]string{"5 percentage points", "+5 percentage points", "five percentage points", "rose by 5 percentage points", "5\u00a0percentage points",
				"an increase of five percentage points", "rose", "rose from 20% to 25%", "from 20 to 25%", "5 pp", "5pp", "+5 pp", "just under 5.1 percentage points",
				"at least 5 percentage points", "rose by 5 percentage points to 25%", "5 percentage points more"},
			[]string{"6 percentage points", "−5 percentage points", "fell by 5 percentage points", "fell", "one percentage point", "more than 5 percentage points",
				"from 20% to 26%", "nearly 5 percentage points", "nearly 6 percentage points", "fell from 20% to 25%"},
			[]string{"5%", "5 per cent", "5 points", "5", "25%", "5 percentage", "5 percentage points more or less", "rose by a quarter", "doubled", "from 20 to 25",
				"1.25 times as many", "5 points more"}},
		{"montenegro", "children-share | change", // from 30 to 24
			[]string{"fell by 6 percentage points", "−6 percentage points", "six percentage points fewer", "fell by at least 6 percentage points", "fell from 30% to 24%"},
			[]string{"6 percentage points", "rose by 6 percentage points", "fell by 6.1 percentage points"},
			[]string{"−6%", "20%", "fell by a fifth"}},
		{"serbia", "movement-change", // published: +6
			[]string{"6%", "+6%", "rose by 6%", "a 6% increase in movements", "about 6%", "more than 5%", "rose by over 5%"},
			[]string{"−6%", "5%", "fell by 6%", "almost 6%", "halved", "doubled"},
			[]string{"6", "six", "6 percentage points", "rose by 6% to 106", "from 100 to 106"}},
		{"montenegro", "movement-change | rose", // published: −18
			[]string{"−18%", "fell by 18%", "eighteen per cent fewer", "fell by almost a fifth", "nearly a fifth lower", "less than a fifth fewer"},
			[]string{"18%", "81% fewer", "rose by 18%", "a fifth fewer", "fell by more than 18%", "a fifth more"},
			[]string{"−18", "fell by −18%", "more than −18%", "a fifth"}},
		{"montenegro", "arrivals | times", // 10.987 times
			[]string{"11 times (from 79 to 868)", "eleven times", "elevenfold", "more than ten times", "11 times", "11.0 times as many", "10.99 times",
				"over ten times the number", "an elevenfold rise", "from 79 to 868"},
			[]string{"tenfold", "ten times", "twice", "doubled", "10.9 times", "eleven times (from 79 to 867)"},
			[]string{"11", "11%", "eleven", "eleven times more", "half", "fell elevenfold", "unchanged"}},
		{"serbia", "arrivals | about",
			[]string{"about 16,000", "16,216", "about 16,216", "some 16,000"},
			[]string{"16,000", "16,200", "about 17,000"},
			nil},
		{"kosovo", "arrivals | words",
			[]string{"fifty-four", "Fifty-four", "54", "about fifty-four"},
			[]string{"fifty-three"},
			nil},
		{"serbia", "period",
			[]string{"the first quarter of 2023", "The first quarter of 2023"}, []string{"the first quarter of 2022", "the fourth quarter of 2023", "first quarter", "2023", ""}, nil},
		{"romania", "arrivals | top 2 nationality",
			[]string{"Bangladesh (1,083) and Syria (346)"}, []string{"Bangladesh (1,038) and Syria (346)", "Bangladesh and Syria", "Syria (346) and Bangladesh (1,083)", "1,083"}, nil},
		{"serbia", "places west", // 31 and 5
			[]string{"36", "36 places", "36 new places in The West", "36 in the west"},
			[]string{"31", "5 places"},
			[]string{"36 places in Serbia", "36 in Montenegro", "36 in the east"}},
		{"serbia", "over-eighteen", // an indicator whose name holds words that change a number
			[]string{"36", "36 people", "36 years", "thirty-six", "about 36", "not less than 36", "not less than 36 people", "over 35 people"},
			[]string{"18", "35", "over 36", "less than 36"},
			[]string{"36 or over", "not 36", "36 less", "than 36", "or 36 over"}},
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
				checkVerdict(t, want, claim, c.expression, figure.CheckClaim(claimOf(claim), v, s))
			}
		}
	}
	if count < 600 {
		t.Errorf("the table has only %d claims", count)
	}
}

// claimOf is a claim on a page, without words around it.
func claimOf(text string) figure.Claim {
	return figure.Claim{Text: text, Pos: diag.Pos{File: "page.md", Line: 3, Col: 9}, Len: len(text)}
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
		{"serbia", "arrivals", "16,216 or so", `claim "16,216 or so" cannot be checked: "or" is not understood here`,
			`write the number with its sign alone, as in "16,216"`},
		{"bulgaria", "arrivals | rose", "fell by far", `claim "fell by far" cannot be checked: no number stands behind "by"`,
			`write the number with its sign alone, as in "−36%"`},
		{"bulgaria", "arrivals | change", "fell by −36%", `claim "fell by −36%" cannot be checked: "fell" and a minus say the same twice`, `leave the minus out`},
		{"bulgaria", "arrivals | change", "36%", `claim "36%" does not agree with arrivals, Bulgaria, 2023-Q1, change from 2022-Q1: −36%`,
			`without a sign or a word it is a rise: write "−36%" or that it fell; or change the text, or correct data/observations/2023-Q1.yaml:10 or data/observations/2022-Q1.yaml:10`},
		{"serbia", "arrivals", "more than 12,000", `claim "more than 12,000" does not agree with arrivals, Serbia, 2023-Q1: 16,216`,
			`"more than" here allows over 12,000 to 15,000; change the text, or correct data/observations/2023-Q1.yaml:6`},
		{"serbia", "children-share", "nearly a third", `claim "nearly a third" does not agree with children-share, Serbia, 2023-Q1: 25%`,
			`"nearly" here allows 30.33 to under 33.33%; change the text, or correct data/observations/2023-Q1.yaml:22`},
		{"serbia", "arrivals | change", "about twice as many", `claim "about twice as many" does not agree with arrivals, Serbia, 2023-Q1, change from 2022-Q1: +56%`,
			`"about" here allows 1.8 to 2.2 times; change the text, or correct data/observations/2023-Q1.yaml:6 or data/observations/2022-Q1.yaml:6`},
		{"serbia", "arrivals | change", "twice as many", `claim "twice as many" does not agree with arrivals, Serbia, 2023-Q1, change from 2022-Q1: +56%`,
			`a multiple is compared at one decimal, and it is 1.6 times: change the text, or correct data/observations/2023-Q1.yaml:6 or data/observations/2022-Q1.yaml:6`},
		{"albania", "arrivals | times", "three times", "claim \"three times\" does not agree with arrivals, Albania, 2023-Q1, change from 2022-Q1: 2.8\u00a0times (from\u00a084 to\u00a0237)",
			`a multiple is compared at one decimal, and it is 2.8 times: write about before it, change the text, or correct data/observations/2023-Q1.yaml:8 or data/observations/2022-Q1.yaml:8`},
		{"serbia", "arrivals", "rose to 16,216", `claim "rose to 16,216" cannot be checked: "to" compares two periods`,
			`put | rose into the braces, or the brackets around the number alone`},
		{"albania", "arrivals | change", "three times more", `claim "three times more" cannot be checked: "times more" can be read in two ways`,
			`write as many, as in three times as many`},
		{"serbia", "children-share | change", "5 points", `claim "5 points" cannot be checked: "points" is not understood without percentage`,
			`write percentage points`},
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
