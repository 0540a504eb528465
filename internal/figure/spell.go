package figure

import "strings"

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

// unspell reads a number word from zero to a hundred.
func unspell(word string) (int64, bool) {
	word = strings.ToLower(word)
	for n := range int64(100) {
		if w, _ := spell(n); w == word {
			return n, true
		}
	}
	return 100, word == "hundred"
}

// fold is "twofold" to "twentyfold", and the digits beyond: "21-fold".
func fold(number string, n int64) string {
	if n >= 2 && n <= 20 {
		word, _ := spell(n)
		return word + "fold"
	}
	return number + "-fold"
}
