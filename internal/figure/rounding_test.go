package figure_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// paper rounds a fraction on paper: the digits to so many decimals, half away
// from zero; below zero to tens and hundreds. The thousands are grouped.
func paper(r *big.Rat, decimals int) string {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(decimals, -decimals))), nil)
	n, d := new(big.Int).Abs(r.Num()), new(big.Int).Set(r.Denom())
	if decimals >= 0 {
		n.Mul(n, power)
	} else {
		d.Mul(d, power)
	}
	q, rest := new(big.Int).QuoRem(n, d, new(big.Int))
	if rest.Lsh(rest, 1).Cmp(d) >= 0 {
		q.Add(q, big.NewInt(1))
	}
	if decimals < 0 {
		q.Mul(q, power)
	}
	digits := fmt.Sprintf("%0*d", max(decimals, 0)+1, q)
	whole, fraction := digits[:len(digits)-max(decimals, 0)], digits[len(digits)-max(decimals, 0):]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if r.Sign() < 0 && q.Sign() != 0 {
		whole = "\u2212" + whole
	}
	return whole
}

// TestRounding sets what figures read beside exact fractions, for numbers of
// every size and many ties.
func TestRounding(t *testing.T) {
	const areas = 3_000
	random := rand.New(rand.NewPCG(7, 8))
	number := func() string {
		n := random.Int64N(10)
		for range random.IntN(8) {
			n = n*10 + random.Int64N(10)
		}
		switch random.IntN(4) {
		case 0:
			return fmt.Sprintf("%d.%d", n, random.IntN(10))
		case 1:
			return fmt.Sprintf("%d.%02d", n, random.IntN(100))
		}
		return fmt.Sprint(n)
	}
	var list, now, base strings.Builder
	values := make([][3]string, areas) // now, base, part
	for i := range values {
		v := &values[i]
		v[0], v[1], v[2] = number(), number(), "0"
		if random.IntN(4) == 0 { // a tie at the half per cent
			k := 1 + random.Int64N(500)
			v[0], v[1] = fmt.Sprint(200*k+k*random.Int64N(200)), fmt.Sprint(200*k)
		}
		whole, _, _ := strings.Cut(v[0], ".")
		if len(whole) > 1 {
			v[2] = whole[:1+random.IntN(len(whole)-1)]
		}
		fmt.Fprintf(&list, "  - {id: a-%d, name: A %d}\n", i, i)
		fmt.Fprintf(&now, "      a-%d: {value: %s, by: {age: {children: %s}}}\n", i, v[0], v[2])
		fmt.Fprintf(&base, "      a-%d: %s\n", i, v[1])
	}
	files := worldFiles()
	for name := range files {
		if strings.HasPrefix(name, "data/observations/") {
			delete(files, name)
		}
	}
	indicators := files["data/indicators.yaml"] // people have no fractions, averages have
	indicators.Data = []byte(strings.Replace(string(indicators.Data), "{one: person, other: people}", "{one: person a day, other: people a day}", 1))
	files["data/areas.yaml"] = &fstest.MapFile{Data: []byte("areas:\n" + list.String())}
	files["data/observations/a.yaml"] = &fstest.MapFile{Data: []byte("observations:\n  - indicator: arrivals\n    source: src\n    period: 2023-Q1\n    values:\n" + now.String() +
		"  - indicator: arrivals\n    source: src\n    period: 2022-Q1\n    values:\n" + base.String())}
	set, problems := data.Load(files)
	if problems.Errors() > 0 {
		t.Fatal(problems[:min(3, len(problems))])
	}
	english, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	s := figure.Scope{Set: set, Locale: english}
	if s.Period, err = period.Parse("2023-Q1"); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for i, v := range values {
		var n [3]*big.Rat
		for k := range n {
			n[k], _ = new(big.Rat).SetString(v[k])
		}
		s.Area = fmt.Sprintf("a-%d", i)
		for expression, want := range expected(n[0], n[1], n[2], v) {
			got, found := evaluate(s, expression)
			if text := strings.ReplaceAll(got.Text, "\u00a0", " "); want == "" != (len(found) > 0) || text != want {
				t.Errorf("%s from %s, part %s: {{ %s }}: got %q %v, want %q", v[0], v[1], v[2], expression, text, found, want)
			} else if want != "" {
				seen[expression]++
			}
		}
	}
	for _, expression := range []string{"arrivals", "arrivals | change", "arrivals | times", "arrivals | about", "arrivals age=children | share"} {
		if seen[expression] < areas/20 {
			t.Errorf("{{ %s }} was seen %d times", expression, seen[expression])
		}
	}
}

// expected is what each format reads, by fractions; "" for a problem.
func expected(now, base, part *big.Rat, written [3]string) map[string]string {
	want := map[string]string{"arrivals": paper(now, decimals(written[0])), "arrivals | change": "", "arrivals | times": "", "arrivals | about": "about " + twoDigits(now, decimals(written[0])),
		"arrivals age=children | share": ""}
	if now.Sign() > 0 {
		share := new(big.Rat).Quo(part, now)
		share.Mul(share, big.NewRat(100, 1))
		want["arrivals age=children | share"] = paper(share, 0) + "%"
		if share.Sign() > 0 && share.Cmp(big.NewRat(1, 1)) < 0 {
			want["arrivals age=children | share"] = "less than 1%"
		}
	}
	if base.Sign() == 0 {
		return want
	}
	small := base.Cmp(big.NewRat(100, 1)) < 0
	counts := " (from " + paper(base, decimals(written[1])) + " to " + paper(now, decimals(written[0])) + ")"
	times := new(big.Rat).Quo(now, base)
	change := new(big.Rat).Sub(times, big.NewRat(1, 1))
	text := paper(change.Mul(change, big.NewRat(100, 1)), 0) + "%"
	switch {
	case change.Sign() != 0 && strings.Trim(text, "%") == "0":
		text = "little changed"
	case change.Sign() > 0:
		text = "+" + text
	}
	if small && times.Cmp(big.NewRat(10, 1)) >= 0 {
		text = fold(paper(times, 0))
	}
	if small {
		text += counts
	}
	want["arrivals | change"] = text
	many := strings.TrimSuffix(paper(times, 1), ".0")
	if nine, _ := new(big.Rat).SetString(strings.ReplaceAll(paper(times, 1), ",", "")); nine.Cmp(big.NewRat(10, 1)) >= 0 {
		many = paper(times, 0)
	} else if nine.Cmp(big.NewRat(2, 1)) < 0 {
		return want
	}
	if want["arrivals | times"] = many + " times"; small {
		want["arrivals | times"] += counts
	}
	return want
}

// decimals is how many decimals a number is written with.
func decimals(written string) int {
	_, fraction, _ := strings.Cut(written, ".")
	return len(fraction)
}

// fold is the word for a multiple.
func fold(many string) string {
	words := strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	for i, w := range words {
		if many == fmt.Sprint(i+10) {
			return w + "fold"
		}
	}
	return many + "-fold"
}

// twoDigits rounds to two significant digits, by trying from the finest.
func twoDigits(r *big.Rat, most int) string {
	for places := most; ; places-- {
		text := paper(r, places)
		digits := strings.TrimLeft(strings.NewReplacer(",", "", ".", "").Replace(text), "0")
		if len(digits)-max(0, -places) <= 2 {
			return text
		}
	}
}
