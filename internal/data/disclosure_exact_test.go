package data_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"bulletin/internal/data"
)

// follows tells whether a sum of small parts, each taken or not, follows from the
// published ones: whether it is a combination of them.
func follows(sum []int64, published [][]int64) bool {
	var rows [][]*big.Rat
	for _, v := range append(append([][]int64{}, published...), sum) {
		row := make([]*big.Rat, len(v))
		for i, n := range v {
			row[i] = big.NewRat(n, 1)
		}
		for _, r := range rows { // rows are reduced one after the other, by the first that is not zero
			lead := first(r)
			if row[lead].Sign() == 0 {
				continue
			}
			factor := new(big.Rat).Quo(row[lead], r[lead])
			for i := range row {
				row[i] = new(big.Rat).Sub(row[i], new(big.Rat).Mul(factor, r[i]))
			}
		}
		if first(row) >= 0 {
			rows = append(rows, row)
			continue
		}
		if &v[0] == &sum[0] {
			return true
		}
	}
	return false
}

func first(row []*big.Rat) int {
	for i, n := range row {
		if n.Sign() != 0 {
			return i
		}
	}
	return -1
}

// disclosed are the lines of a file on which something can be computed.
func disclosed(t *testing.T, items []string) map[int]bool {
	t.Helper()
	_, ps := data.Load(base(map[string]string{"observations/a": "period: 2023\nobservations:\n" + strings.Join(items, "\n") + "\n"}))
	lines := map[int]bool{}
	for _, p := range ps {
		if p.Rule != "disclosure" {
			t.Fatalf("%v", p)
		}
		lines[p.Pos.Line-3] = true
	}
	return lines
}

// TestDisclosedPeriods draws stretches of eight months at random, some of them
// suppressed, and asks for each of those whether it follows from the others:
// exactly then it is reported.
func TestDisclosedPeriods(t *testing.T) {
	const months = 8
	source := rand.New(rand.NewPCG(1, 2))
	found, hidden := 0, 0
	for range 400 {
		var items []string
		var sums, published [][]int64
		var secret []bool
		taken := map[string]bool{}
		for range 3 + source.IntN(6) {
			from := source.IntN(months)
			to := from + source.IntN(months-from)
			p := fmt.Sprintf("2023-%02d..2023-%02d", from+1, to+1)
			if from == to {
				p = p[:7]
			}
			if taken[p] {
				continue
			}
			taken[p] = true
			sum := make([]int64, months)
			total := int64(0)
			for m := from; m <= to; m++ {
				sum[m], total = 1, total+int64(m)+1
			}
			suppressed := source.IntN(3) == 0
			what := fmt.Sprintf("source: unhcr, value: %d", total)
			if suppressed {
				what = "status: Q"
			} else {
				published = append(published, sum)
			}
			items = append(items, fmt.Sprintf("- {indicator: arrivals, area: serbia, period: %s, %s}", p, what))
			sums, secret = append(sums, sum), append(secret, suppressed)
		}
		got := disclosed(t, items)
		for i := range items {
			if !secret[i] {
				continue
			}
			hidden++
			want := follows(sums[i], published)
			if want {
				found++
			}
			if got[i] != want {
				t.Fatalf("%s: reported %v, follows %v, in\n%s", items[i], got[i], want, strings.Join(items, "\n"))
			}
		}
	}
	if found < 50 || hidden-found < 50 {
		t.Errorf("of %d suppressed stretches %d follow from others: too one-sided", hidden, found)
	}
}

// TestDisclosedParts suppresses at random the cells and sums of a table of
// three nationalities and two sexes. What is reported follows from what is
// published; and where it follows, something is reported, unless it takes more
// than one step.
func TestDisclosedParts(t *testing.T) {
	nationalities, sexes := []string{"syria", "pakistan", "bangladesh"}, []string{"girls", "boys"}
	source := rand.New(rand.NewPCG(3, 4))
	reported, quiet, missed := 0, 0, 0
	for range 800 {
		var published [][]int64
		var sums [][]int64
		var secret []bool
		cell := func(value int, sum []int64) string {
			sums = append(sums, sum)
			suppressed := source.IntN(5) < 3
			secret = append(secret, suppressed)
			if suppressed {
				return "status: Q"
			}
			published = append(published, sum)
			return fmt.Sprintf("value: %d", value)
		}
		value := func(n, s int) int { return n*2 + s + 1 }
		take := func(keep func(n, s int) bool) (int, []int64) {
			total, sum := 0, make([]int64, 6)
			for n := range nationalities {
				for s := range sexes {
					if keep(n, s) {
						total, sum[n*2+s] = total+value(n, s), 1
					}
				}
			}
			return total, sum
		}
		lines := []string{"- {indicator: arrivals, area: serbia, source: unhcr, " + cell(take(func(int, int) bool { return true })) + ", by: {nationality: {"}
		for n, nationality := range nationalities {
			lines = append(lines, "  "+nationality+": {"+cell(take(func(m, _ int) bool { return m == n }))+", by: {sex: {")
			for s, sex := range sexes {
				lines = append(lines, "  "+sex+": {"+cell(take(func(m, u int) bool { return m == n && u == s }))+"},")
			}
			lines[len(lines)-1] += "}}},"
		}
		lines[len(lines)-1] += "}, sex: {"
		for s, sex := range sexes {
			lines = append(lines, "  "+sex+": {"+cell(take(func(_, u int) bool { return u == s }))+"},")
		}
		lines[len(lines)-1] += "}}}"

		got := disclosed(t, lines)
		anyFollows := false
		for i := range lines {
			follows := secret[i] && follows(sums[i], published)
			anyFollows = anyFollows || follows
			if got[i] && !follows {
				t.Fatalf("%s is reported, but does not follow:\n%s", lines[i], strings.Join(lines, "\n"))
			}
		}
		switch {
		case len(got) > 0:
			reported++
		case anyFollows:
			missed++
		default:
			quiet++
		}
	}
	if reported < 100 || quiet < 20 || missed*20 > reported {
		t.Errorf("%d tables with something reported, %d without, %d where two steps would be needed at once", reported, quiet, missed)
	}
}
