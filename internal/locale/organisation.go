package locale

import "strings"

// Organisation tells whether a name is that of an organisation, by what no
// person's has: "and", "of" or "for" between its words, "&", a digit, or one word
// alone, as UNHCR. Others may be either.
func (l *Locale) Organisation(name string) bool {
	words := strings.Fields(name)
	if strings.ContainsAny(name, "&0123456789") || len(words) == 1 {
		return true
	}
	for _, w := range words {
		switch strings.ToLower(w) {
		case "and", "of", "for", "the":
			return true
		}
	}
	return false
}
