package figure

import (
	"slices"
	"strings"
)

func small() []string {
	return []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
}

func tens() []string {
	return []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
}

// spell writes a number from 0 to 999 in words.
func spell(n int64) (string, bool) {
	switch {
	case n < 0 || n > 999:
		return "", false
	case n < 20:
		return small()[n], true
	case n < 100:
		if n%10 == 0 {
			return tens()[n/10], true
		}
		return tens()[n/10] + "-" + small()[n%10], true
	}
	words := small()[n/100] + " hundred"
	if rest := n % 100; rest > 0 {
		more, _ := spell(rest)
		words += " and " + more
	}
	return words, true
}

// unspell reads a number from zero to a hundred in words, and says how many of
// the words it took: 0 where the first is no number.
func unspell(words []string) (n int64, taken int) {
	first := strings.ToLower(words[0])
	if first == "one" && len(words) > 1 && strings.EqualFold(words[1], "hundred") {
		return 100, 2
	}
	if first == "hundred" {
		return 100, 1
	}
	if i := slices.Index(small(), first); i >= 0 {
		return int64(i), 1
	}
	ten, one, both := strings.Cut(first, "-")
	i, j := slices.Index(tens(), ten), slices.Index(small(), one)
	switch {
	case i < 2 || both && (j < 1 || j > 9):
		return 0, 0
	case !both:
		return int64(i * 10), 1
	}
	return int64(i*10 + j), 1
}

// fold is "twofold" to "twentyfold", and the digits beyond: "21-fold".
func fold(number string, n int64) string {
	if n >= 2 && n <= 20 {
		word, _ := spell(n)
		return word + "fold"
	}
	return number + "-fold"
}
