package locale

import "strings"

// Firmness is what a word says of how a number was found.
type Firmness uint8

// The kinds of firmness.
const (
	Unsaid    Firmness = iota
	Tentative          // estimated, provisional, expected: nobody counted one by one
	Counted            // registered, recorded, exactly: somebody did
)

// Firmness reads one word, in any case and without the punctuation around it.
func (l *Locale) Firmness(text string) Firmness {
	switch strings.ToLower(text) {
	case "estimate", "estimates", "estimated", "estimating", "estimation", "estimations", "guess", "guessed",
		"provisional", "provisionally", "preliminary", "approximate", "approximately", "approximation", "roughly",
		"forecast", "forecasts", "forecasted", "projected", "projects", "projection", "projections", "expected", "expects",
		"imputed", "extrapolated", "modelled", "unverified", "thought", "believed", "probably", "likely", "indicative":
		return Tentative
	case "registered", "registers", "recorded", "records", "counted", "counts", "documented", "logged", "exactly", "precisely", "exact", "precise":
		return Counted
	}
	return Unsaid
}

// Denies tells whether a word turns what follows it into its opposite.
func (l *Locale) Denies(text string) bool {
	switch strings.ToLower(text) {
	case "not", "never", "no", "cannot", "without", "unless", "nor", "hardly":
		return true
	}
	return strings.HasSuffix(strings.ToLower(text), "n’t") || strings.HasSuffix(strings.ToLower(text), "n't")
}
