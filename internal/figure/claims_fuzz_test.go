package figure_test

import (
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/figure"
)

// FuzzClaim: whatever the words, they agree with an interval of values; plain
// words agree with one count, and with none when a digit is another or a minus
// stands before them.
func FuzzClaim(f *testing.F) {
	for _, c := range claimTable() {
		for _, claims := range [][]string{c.agrees, c.disagrees, c.unclear} {
			for _, claim := range claims {
				f.Add(claim, "", "")
			}
		}
	}
	for _, table := range [][]boundCases{boundTable(), fractionTable()} {
		for _, c := range table {
			f.Add(c.claim, "", "")
		}
	}
	for _, c := range aroundTable() {
		f.Add(c.text, c.before, c.after)
	}
	lines := [][]string{ // each in its order
		{"0", "1", "9", "10", "11", "54", "79", "100", "128", "868", "999", "1000", "1100", "3722", "15500", "16000", "16215", "16216", "16217", "16500", "162160", "1200000", "2000000000"},
		{"0%", "0.4%", "1%", "5%", "5.1%", "24%", "25%", "25.5%", "33%", "50%", "67%", "75%", "99%"},
		{"-100%", "-67%", "-50%", "-36%", "-33%", "-0.4%", "+0%", "+0.4%", "+6%", "+33%", "+50%", "+56%", "+57%", "+100%", "+182%", "+900%", "+998.7%"},
		{"30%:24%", "30%:29.5%", "30%:30%", "30%:30.5%", "30%:34.9%", "30%:35%", "30%:36%"}, // from one base
		{"100:200x", "100:201x", "100:282x", "100:1000x", "100:1099x", "100:1100x"},
	}
	var names []boundCases
	for _, line := range lines {
		names = append(names, boundCases{agrees: strings.Join(line, " ")})
	}
	n := measured(f, names)
	f.Fuzz(func(t *testing.T, text, before, after string) {
		agrees := func(text, name string) bool {
			problems := figure.CheckClaim(figure.Claim{Text: text, Before: before, After: after, Pos: claimOf("").Pos, Len: len(text)}, n.values[name], n.scope)
			if len(problems) > 1 || len(problems) == 1 && (problems[0].Rule != "claim" || problems[0].Hint == "" || problems[0].Len < 0) {
				t.Fatalf("[%s] over %s: %v", text, name, problems)
			}
			return len(problems) == 0
		}
		for i, line := range lines {
			agreed, last := 0, ""
			for j, name := range line {
				if !agrees(text, name) {
					continue
				}
				agreed++
				if last != "" && j > 0 && last != line[j-1] && !nothing.MatchString(text) {
					t.Fatalf("[%s] agrees with %s and %s, but not with what is between", text, last, name)
				}
				last = name
				if plain.MatchString(text) && !loose.MatchString(text) {
					checkChanged(t, text, name, agrees)
				}
			}
			if i == 0 && agreed > 1 && !loose.MatchString(text) {
				t.Fatalf("[%s] agrees with %d counts", text, agreed)
			}
		}
	})
}

// checkChanged: no digit of an agreeing plain claim can be another, and no minus
// stand before it.
func checkChanged(t *testing.T, text, name string, agrees func(text, name string) bool) {
	t.Helper()
	for k := range len(text) {
		for digit := byte('0'); digit <= '9'; digit++ {
			if text[k] < '0' || text[k] > '9' || text[k] == digit {
				continue
			}
			if changed := text[:k] + string(digit) + text[k+1:]; agrees(changed, name) {
				t.Fatalf("[%s] and [%s] agree with %s", text, changed, name)
			}
		}
	}
	if agrees("−"+text, name) {
		t.Fatalf("[−%s] agrees with %s", text, name)
	}
}

var (
	plain   = regexp.MustCompile(`[0-9]`)
	loose   = regexp.MustCompile(`(?i)about|around|some|roughly|approx|circa|estimated|than|over|above|exceed|upwards|excess|least|most|nearly|almost|close|just|slightly|little|under|below|quite|up|thousand|million|billion|times|fold| in | out `)
	nothing = regexp.MustCompile(`(?i)little|hardly|barely|as`) // ±0.4 per cent, and not 0
)
