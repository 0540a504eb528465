package figure_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// grammar is the one in the documentation of this package, read from there.
type grammar map[string]*rule

// rule is an alternative, a sequence, an option, a repetition, a name or a word.
type rule struct {
	kind  byte // '|', ' ', '[', '{', 'n' or 'w'
	parts []*rule
	text  string
}

func readGrammar(t *testing.T) grammar {
	t.Helper()
	src, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(src), "// # Grammar\n")
	section, _, _ = strings.Cut(section, "// # ")
	tokens := regexp.MustCompile(`"[^"]*"|[A-Za-z]+|[][{}()|=.]`).FindAllString(strings.Join(indented(section), " "), -1)
	g := grammar{}
	for len(tokens) > 2 && tokens[1] == "=" {
		name := tokens[0]
		var rest []string
		g[name], rest = readRule(tokens[2:])
		if len(rest) == 0 || rest[0] != "." {
			t.Fatalf("the grammar of %s does not end with a full stop: %v", name, rest)
		}
		tokens = rest[1:]
	}
	if len(g) < 4 || len(tokens) > 0 {
		t.Fatalf("the grammar has %d rules, and %v is left", len(g), tokens)
	}
	return g
}

// indented are the lines of a section that are set as code.
func indented(section string) []string {
	var lines []string
	for line := range strings.Lines(section) {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			lines = append(lines, code)
		}
	}
	return lines
}

func readRule(tokens []string) (*rule, []string) {
	all := &rule{kind: '|'}
	for {
		sequence := &rule{kind: ' '}
		for len(tokens) > 0 && !slices.Contains([]string{"|", "]", "}", ")", "."}, tokens[0]) {
			token := tokens[0]
			var part *rule
			switch token[0] {
			case '[', '{', '(':
				part, tokens = readRule(tokens[1:])
				part = &rule{kind: token[0], parts: []*rule{part}}
			case '"':
				part = &rule{kind: 'w', text: strings.Trim(token, `"`)}
			default:
				part = &rule{kind: 'n', text: token}
			}
			tokens = tokens[1:] // the word, or the closing bracket
			sequence.parts = append(sequence.parts, part)
		}
		all.parts = append(all.parts, sequence)
		if len(tokens) == 0 || tokens[0] != "|" {
			return all, tokens
		}
		tokens = tokens[1:]
	}
}

// terminals are words for the names that the grammar leaves to its text.
func terminals() map[string][]string {
	return map[string][]string{
		"INDICATOR": {"arrivals", "headline", "children-share", "x1"}, "AREA": {"serbia", "west", "a-b-c"}, "PART": {"age=children", "nationality=syria", "sex=girls", "age=adults"},
		"PERIOD": {"2023", "2023-Q1", "2023-01", "2023-06-04", "2024-01..2024-02", "2022-Q4..2023-Q1", "2024-02-28..2024-02-29"}, "NUMBER": {"1", "3", "10"}, "DIMENSION": {"age", "nationality"},
	}
}

// write makes a sentence at random.
func (g grammar) write(r *rule, random *rand.Rand) []string {
	switch r.kind {
	case 'w':
		return []string{r.text}
	case 'n':
		if words := terminals()[r.text]; words != nil {
			return []string{words[random.IntN(len(words))]}
		}
		return g.write(g[r.text], random)
	case '|':
		return g.write(r.parts[random.IntN(len(r.parts))], random)
	}
	times := 1
	switch r.kind {
	case '[':
		times = random.IntN(2)
	case '{':
		times = random.IntN(4)
	}
	var words []string
	for range times {
		for _, part := range r.parts {
			words = append(words, g.write(part, random)...)
		}
	}
	return words
}

// ends are the numbers of words that a rule can take from the beginning.
func (g grammar) ends(r *rule, words []string) []int {
	switch r.kind {
	case 'w', 'n':
		if r.kind == 'n' && g[r.text] != nil {
			return g.ends(g[r.text], words)
		}
		if len(words) > 0 && (r.kind == 'w' && words[0] == r.text || r.kind == 'n' && isTerminal(r.text, words[0])) {
			return []int{1}
		}
		return nil
	case '|':
		var all []int
		for _, part := range r.parts {
			all = append(all, g.ends(part, words)...)
		}
		return all
	case '[', '{':
		all := []int{0}
		for _, n := range g.ends(r.parts[0], words) {
			all = append(all, n)
			if r.kind == '{' && n > 0 {
				for _, m := range g.ends(r, words[n:]) {
					all = append(all, n+m)
				}
			}
		}
		return all
	}
	all := []int{0}
	for _, part := range r.parts {
		var next []int
		for _, n := range all {
			for _, m := range g.ends(part, words[n:]) {
				next = append(next, n+m)
			}
		}
		all = next
	}
	return all
}

// isTerminal tells whether a word is what the text says of a name.
func isTerminal(name, word string) bool {
	if name == "NUMBER" {
		return slices.Contains(strings.Fields("1 2 3 4 5 6 7 8 9 10"), word)
	}
	isID := func(s string) bool {
		return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	}
	if name == "PART" {
		dimension, category, ok := strings.Cut(word, "=")
		return ok && isID(dimension) && isID(category)
	}
	_, err := period.Parse(word)
	if name == "PERIOD" {
		return err == nil
	}
	id := isID(word) && err != nil && word != "year-before" && word != "previous"
	switch name {
	case "INDICATOR":
		return id && word != "period"
	case "AREA": // what looks like a period is taken for one
		return id && strings.Trim(word, "0123456789-") != "" && word != "2023-q1"
	}
	return id // DIMENSION
}

// once tells whether a sentence keeps to what the text adds to the grammar: one
// area, one time, one category of a dimension.
func once(words []string) bool {
	areas, times, dimensions := 0, 0, map[string]int{}
	for _, w := range words[1:] {
		if w == "|" {
			break
		}
		dimension, _, part := strings.Cut(w, "=")
		_, err := period.Parse(w)
		switch {
		case part:
			dimensions[dimension]++
		case err == nil || w == "previous" || w == "year-before":
			times++
		default:
			areas++
		}
	}
	for _, n := range dimensions {
		if n > 1 {
			return false
		}
	}
	return areas < 2 && times < 2
}

// TestGrammarIsTrue: what the grammar in the documentation makes is understood.
func TestGrammarIsTrue(t *testing.T) {
	g := readGrammar(t)
	random := rand.New(rand.NewPCG(3, 4))
	made := map[string]bool{}
	for range 6_000 {
		words := g.write(g["expression"], random)
		if !once(words) {
			continue
		}
		source := strings.Join(words, " ")
		if random.IntN(3) == 0 {
			source = strings.ReplaceAll(source, " | ", "|")
		}
		if random.IntN(3) == 0 {
			source = "  " + strings.ReplaceAll(source, " ", " \u00a0\u202f\n") + "\t"
		}
		made[words[len(words)-1]] = true
		if _, problems := figure.Parse(source, at); len(problems) > 0 {
			t.Fatalf("%q: %v", source, problems)
		}
	}
	for _, last := range []string{"months", "previous", "share", "about", "words", "times", "nationality", "2023", "sex=girls"} {
		if !made[last] {
			t.Errorf("no sentence ends with %q", last)
		}
	}
}

// TestGrammarIsComplete: of words in any order, the parser understands those
// that the grammar makes, and no others.
func TestGrammarIsComplete(t *testing.T) {
	g := readGrammar(t)
	random := rand.New(rand.NewPCG(5, 6))
	vocabulary := strings.Fields("period headline arrivals arrivals arrivals serbia 2023-Q1 previous year-before age=children sex=girls age=adults | | | change rose times share about words months top 3 10 11 03 age " +
		"Serbia 2023-Q9 2023-q1 age= =x š 1st 2024-02..2024-01")
	understood := 0
	for range 40_000 {
		words := make([]string, random.IntN(7))
		for i := range words {
			words[i] = vocabulary[random.IntN(len(vocabulary))]
		}
		want := slices.Contains(g.ends(g["expression"], words), len(words)) && once(words)
		e, problems := figure.Parse(strings.Join(words, " "), at)
		if (len(problems) == 0) != want || (e != nil) != want {
			t.Fatalf("%q: the grammar says %v, the parser %v", words, want, problems)
		}
		if want {
			understood++
		}
		for _, p := range problems {
			if p.Hint == "" {
				t.Fatalf("%q: no hint: %s", words, p.Message)
			}
		}
	}
	if understood < 1_000 {
		t.Errorf("only %d of them are expressions", understood)
	}
}
