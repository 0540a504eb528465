package locale

import "strings"

// small is the word of a number from 0 to 19.
func small(n int64) string {
	return [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}[n]
}

// tens is the word of 20, 30, …, 90.
func tens(n int64) string {
	return [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}[n/10-2]
}

// Spell writes a whole number from 0 to 999 in words; it is false for others.
func (l *Locale) Spell(n int64) (string, bool) {
	switch {
	case n < 0 || n > 999:
		return "", false
	case n < 20:
		return small(n), true
	case n < 100 && n%10 == 0:
		return tens(n), true
	case n < 100:
		return tens(n) + "-" + small(n%10), true
	}
	words := small(n/100) + " hundred"
	if rest, _ := l.Spell(n % 100); n%100 > 0 {
		words += " and " + rest
	}
	return words, true
}

// Fold writes a multiple: "twofold" to "twentyfold", and the digits beyond,
// "21-fold". number is n as it is written in digits.
func (l *Locale) Fold(number string, n int64) string {
	if n >= 2 && n <= 20 {
		word, _ := l.Spell(n)
		return word + "fold"
	}
	return number + "-fold"
}

// ReadNumberWords reads a whole number in words, from zero to 999,999, that
// begins with the first of the words, and says how many of them it took: none
// where no number stands there. It takes as many as it can: "two hundred and
// fifty-four", "nine hundred ninety-nine", "fifty four", "a thousand", "sixteen
// thousand two hundred". Words are in any case and without the punctuation
// around them. "a" is a number only before "hundred" and "thousand"; millions
// are left to the caller, and so are ordinals ("third") and fractions.
func (l *Locale) ReadNumberWords(words []string) (n int64, taken int) {
	n, taken = readHundreds(words)
	switch {
	case taken > 0 && n > 0 && word(words, taken) == "thousand":
		taken++
	case taken == 0 && word(words, 0) == "thousand":
		n, taken = 1, 1
	case taken == 0 && word(words, 0) == "a" && word(words, 1) == "thousand":
		n, taken = 1, 2
	default:
		return n, taken
	}
	n *= 1000
	rest := taken
	if word(words, rest) == "and" {
		rest++
	}
	if more, read := readHundreds(words[rest:]); read > 0 && more > 0 && word(words, rest+read) != "thousand" {
		return n + more, rest + read
	}
	return n, taken
}

// readHundreds reads a number under a thousand.
func readHundreds(words []string) (n int64, taken int) {
	first := word(words, 0)
	n = int64(readSmall(first))
	switch {
	case first == "hundred":
		n, taken = 1, 1
	case (first == "a" || n >= 1 && n <= 9) && word(words, 1) == "hundred":
		n, taken = max(n, 1), 2
	default:
		return readTens(words)
	}
	n *= 100
	rest := taken
	if word(words, rest) == "and" {
		rest++
	}
	if more, read := readTens(words[rest:]); read > 0 && more > 0 && word(words, rest+read) != "hundred" {
		return n + more, rest + read
	}
	return n, taken
}

// readTens reads a number under a hundred: "seven", "fifty", "fifty-four",
// "fifty four".
func readTens(words []string) (n int64, taken int) {
	first := word(words, 0)
	if n := readSmall(first); n >= 0 {
		return int64(n), 1
	}
	ten, one, hyphen := strings.Cut(first, "-")
	n = int64(readTen(ten))
	if n == 0 {
		return 0, 0
	}
	if !hyphen {
		one = word(words, 1)
	}
	digit := readSmall(one)
	switch isDigit := digit >= 1 && digit <= 9; {
	case isDigit && hyphen:
		return n + int64(digit), 1
	case isDigit && word(words, 2) != "hundred":
		return n + int64(digit), 2
	case hyphen:
		return 0, 0
	}
	return n, 1
}

// word is one of the words in lower case, or nothing behind the last.
func word(words []string, i int) string {
	if i >= len(words) {
		return ""
	}
	return strings.ToLower(words[i])
}

// readSmall is a number from 0 to 19, or -1.
func readSmall(word string) int {
	if w := lookUp(word); w.Has(IsCardinal) && w.Value < 20 {
		return w.Value
	}
	return -1
}

// readTen is 20, 30, …, 90, or 0.
func readTen(word string) int {
	if w := lookUp(word); w.Has(IsCardinal) && w.Value >= 20 {
		return w.Value
	}
	return 0
}
