package check_test

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

// This file reads the words of a claim a second time, for the test that changes
// digits: with fractions of math/big, and without the program's own reading. It
// knows the language of claims as the documentation has it, and gives an error
// for what it does not know, so that new words on the site want a line here.

// said is what the words of a claim say.
type said struct {
	written
	numbered bool
	hedge    string // "", "about", "more", "least", "nearly", "just over", "fewer" or "most"
	sense    int    // the direction: 1, -1, 0
	turned   bool   // there is a direction
	little   bool   // little changed
	from, to *big.Rat
}

// written is a number as it stands there.
type written struct {
	number *big.Rat
	step   *big.Rat // the unit that it is written to: 1 for 36, 1/10 for 36.4
	unit   string   // "", "%", "points", "part", "times" or "as many"
	minus  bool
	down   bool // halved
	half   bool // so many and a half
}

func in(words, w string) bool { return slices.Contains(strings.Fields(words), w) }

const (
	upWords = `rose rise rises risen rising increase increased increases increasing grew grow grown growth more up upward climbed climb higher jumped gained gain`

	downWords = `fell fall falls fallen falling decrease decreased decreases decreasing decline declined declines drop dropped drops reduction reduced fewer
		less down downward lower shrank shrunk lost loss`

	levelWords  = `unchanged stable constant`
	fillerWords = `a an the of by in and was were is are has have had been be there number numbers it they as many much their its that people persons refugees migrants`
)

// hedges are the words before a number that loosen it, the longer before the
// shorter.
func hedges() [][2]string {
	return [][2]string{
		{"no fewer than", "least"}, {"no less than", "least"}, {"not less than", "least"}, {"no more than", "most"}, {"not more than", "most"},
		{"slightly more than", "just over"}, {"just over", "just over"}, {"a little over", "just over"}, {"slightly less than", "nearly"}, {"just under", "nearly"},
		{"not quite", "nearly"}, {"in excess of", "more"}, {"upwards of", "more"}, {"exceeding", "more"}, {"above", "more"}, {"below", "fewer"}, {"circa", "about"}, {"more than", "more"}, {"at least", "least"}, {"fewer than", "fewer"},
		{"less than", "fewer"}, {"at most", "most"}, {"up to", "most"}, {"close to", "nearly"}, {"an estimated", "about"}, {"nearly", "nearly"}, {"almost", "nearly"},
		{"just above", "just over"}, {"just more than", "just over"}, {"a little more than", "just over"}, {"just below", "nearly"}, {"slightly fewer than", "nearly"},
		{"a little under", "nearly"}, {"a little less than", "nearly"}, {"not fewer than", "least"}, {"estimated", "about"},
		{"exactly", "exactly"}, {"precisely", "exactly"}, {"about", "about"}, {"around", "about"}, {"some", "about"}, {"roughly", "about"}, {"approximately", "about"}, {"over", "more"}, {"under", "fewer"},
	}
}

// readWords understands a claim, or says which word it does not know. nouns are
// the names of what is counted.
func readWords(text string, nouns map[string]bool) (said, error) {
	var s said
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\t\u00a0\u202f", r) }) {
		if w = strings.ToLower(strings.Trim(w, ".,;:()“”‘’\"'")); w != "" {
			words = append(words, w)
		}
	}
	role := ""
	for len(words) > 0 {
		if n, took := readNumber(words); took > 0 {
			if err := s.enter(n, role); err != nil {
				return s, fmt.Errorf("%w in the claim %q", err, text)
			}
			words, role = words[took:], ""
			continue
		}
		if took := s.readHedge(words); took > 0 {
			words = words[took:]
			continue
		}
		w, rest := words[0], strings.Join(words, " ")+" "
		took := 1
		if n := colour(words); n > 0 {
			words = words[n:]
			continue
		}
		switch {
		case in("no none nobody", w) && !strings.HasPrefix(rest, "no change "):
			s.hedge = "exactly"
			if err := s.enter(written{number: new(big.Rat), step: big.NewRat(1, 1)}, ""); err != nil {
				return s, err
			}
		case strings.HasPrefix(rest, "the same "), strings.HasPrefix(rest, "in all "):
			s.turned, took = s.turned || w == "the", 2
		case strings.HasPrefix(rest, "did not change "):
			s.turned, took = true, 3
		case strings.HasPrefix(rest, "little change"), strings.HasPrefix(rest, "hardly changed "):
			s.little, took = true, 2
		case strings.HasPrefix(rest, "no change "):
			s.turned, took = true, 2
		case w == "from" || w == "to":
			role = w
		case in(upWords, w):
			s.sense, s.turned = 1, true
		case in(downWords, w):
			s.sense, s.turned = -1, true
		case in(levelWords, w):
			s.sense, s.turned = 0, true
		case in(fillerWords, w) || nouns[w]:
		default:
			return s, fmt.Errorf("this test does not know %q in the claim %q: teach it", w, text)
		}
		words = words[took:]
	}
	return s, nil
}

// readHedge reads a hedge that a number follows.
func (s *said) readHedge(words []string) int {
	for _, h := range hedges() {
		n := len(strings.Fields(h[0]))
		if n < len(words) && strings.Join(words[:n], " ") == h[0] {
			if _, took := readNumber(words[n:]); took > 0 {
				s.hedge = h[1]
				return n
			}
		}
	}
	return 0
}

// enter puts a number into its place.
func (s *said) enter(n written, role string) error {
	switch {
	case role == "from" && n.unit == "":
		s.from = n.number
	case role == "to" && n.unit == "":
		s.to = n.number
	case s.numbered:
		return fmt.Errorf("this test reads two numbers")
	default:
		s.numbered, s.written = true, n
		if n.down {
			s.sense, s.turned = -1, true
		}
	}
	return nil
}

// readNumber reads a number at the beginning of words, and says how many of
// them it takes.
func readNumber(words []string) (written, int) {
	one := big.NewRat(1, 1)
	w := words[0]
	for i, names := range []string{"doubled twice", "tripled trebled", "quadrupled"} {
		if in(names, w) {
			return written{number: big.NewRat(int64(i+2), 1), step: one, unit: "times"}, 1
		}
	}
	if w == "halved" {
		return written{number: big.NewRat(1, 2), unit: "part", down: true}, 1
	}
	if num, den, took := readPart(words); took > 0 {
		n := written{number: big.NewRat(num, den), unit: "part"}
		if tail := strings.Join(words[took:], " ") + " "; strings.HasPrefix(tail, "as many ") || strings.HasPrefix(tail, "as much ") {
			n.unit, took = "as many", took+2
		}
		return n, took
	}
	if many, ok := strings.CutSuffix(w, "fold"); ok {
		many = strings.TrimSuffix(many, "-")
		if k, ok := new(big.Rat).SetString(strings.ReplaceAll(many, ",", "")); ok {
			return written{number: k, step: one, unit: "times"}, 1
		}
		if k, took := readSmall([]string{many}); took > 0 {
			return written{number: big.NewRat(k, 1), step: one, unit: "times"}, 1
		}
		return written{}, 0
	}
	n, took := readDigits(w)
	if took == 0 {
		var k int64
		if k, took = readSmall(words); took == 0 {
			return n, 0
		}
		n = written{number: big.NewRat(k, 1), step: one}
		if strings.HasPrefix(strings.Join(words[took:], " ")+" ", "and a half ") {
			n, took = written{number: big.NewRat(2*k+1, 2), step: big.NewRat(1, 10), half: true}, took+3
		}
	}
	for i, scale := range []string{"thousand", "million", "billion"} {
		if took < len(words) && words[took] == scale {
			times := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(1000), big.NewInt(int64(i+1)), nil))
			n.number = new(big.Rat).Mul(n.number, times)
			if n.step.Cmp(one) < 0 { // 1.2 million; whole ones are exact
				n.step = new(big.Rat).Mul(n.step, times)
			}
			took++
			break
		}
	}
	tail := strings.Join(words[took:], " ") + " "
	for _, sign := range [][2]string{{"per cent", "%"}, {"percent", "%"}, {"percentage points", "points"}, {"percentage point", "points"}, {"times as many", "times"},
		{"times as much", "times"}, {"times", "times"}} {
		if n.unit == "" && strings.HasPrefix(tail, sign[0]+" ") {
			n.unit, took = sign[1], took+len(strings.Fields(sign[0]))
		}
	}
	return n, took
}

// readDigits reads 2,331, −36% or 5.5.
func readDigits(w string) (written, int) {
	m := regexp.MustCompile(`^([−–+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)$`).FindStringSubmatch(w)
	if m == nil {
		return written{}, 0
	}
	number, _ := new(big.Rat).SetString(strings.ReplaceAll(m[2], ",", "") + m[3])
	decimals := max(0, len(m[3])-1)
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	return written{number: number, step: step, unit: m[4], minus: m[1] != "" && m[1] != "+"}, 1
}

// readSmall reads a number below a thousand in words: "six hundred and five".
func readSmall(words []string) (int64, int) {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	below := func(w string) int64 {
		if i := slices.Index(ones, w); i >= 0 {
			return int64(i)
		}
		ten, one, _ := strings.Cut(w, "-")
		i, k := slices.Index(tens, ten), slices.Index(ones, one)
		switch {
		case i < 2 || one != "" && (k < 1 || k > 9):
			return -1
		case one == "":
			return int64(10 * i)
		}
		return int64(10*i + k)
	}
	n := below(words[0])
	if words[0] == "a" && len(words) > 1 && words[1] == "hundred" {
		n = 1
	}
	if n < 0 {
		return 0, 0
	}
	if len(words) < 2 || words[1] != "hundred" || n > 9 {
		return n, 1
	}
	n, took := n*100, 2
	if took+1 < len(words) && words[took] == "and" {
		if more := below(words[took+1]); more > 0 {
			return n + more, took + 2
		}
	}
	return n, took
}

// readPart reads a fraction: half, a third, two thirds, two in five, one out of
// four.
func readPart(words []string) (num, den int64, took int) {
	parts := strings.Fields("- - half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth - - - - - - - twentieth")
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	if at(0) == "half" {
		return 1, 2, 1
	}
	num, n := readSmall(words)
	if at(0) == "a" {
		num, n = 1, 1
	}
	if n != 1 || num < 1 {
		return 0, 0, 0
	}
	if i := slices.Index(parts, strings.TrimSuffix(at(1), "s")); i >= 2 {
		return num, int64(i), 2
	}
	for _, joint := range []string{"in", "out of"} {
		k := 1 + len(strings.Fields(joint))
		if k < len(words) && strings.Join(words[1:k], " ") == joint && at(0) != "a" {
			if den, n := readSmall(words[k:]); n > 0 && den > num {
				return num, den, k + n
			}
		}
	}
	return 0, 0, 0
}
