package locale

// Hedging is how firmly a number is meant.
type Hedging uint8

// The hedges. What each allows is for package figure to say.
const (
	NoHedge   Hedging = iota
	About             // about, around, some, roughly, approximately, circa
	Estimated         // an estimated
	MoreThan          // more than, over, above, exceeding, in excess of, upwards of
	AtLeast           // at least, no fewer than, no less than, not less than
	JustOver          // just over, slightly more than, a little above
	Nearly            // nearly, almost, not quite, close to, just under, slightly fewer than
	FewerThan         // fewer than, less than, under, below
	AtMost            // at most, up to, no more than, not more than
)

// ReadHedge reads a hedge that begins with the first of the words, and says how
// many of them it took: none where no hedge stands there. Words are in any case
// and without the punctuation around them. Several are prepositions too
// ("over", "under", "around", "some"): they hedge only a number that follows.
func (l *Locale) ReadHedge(words []string) (h Hedging, taken int) {
	second := word(words, 1)
	switch word(words, 0) {
	case "about", "around", "some", "roughly", "approximately", "circa":
		return About, 1
	case "estimated":
		return Estimated, 1
	case "an":
		if second == "estimated" {
			return Estimated, 2
		}
	case "upwards":
		if second == "of" {
			return MoreThan, 2
		}
	case "in":
		if second == "excess" && word(words, 2) == "of" {
			return MoreThan, 3
		}
	case "at":
		switch second {
		case "least":
			return AtLeast, 2
		case "most":
			return AtMost, 2
		}
	case "up":
		if second == "to" {
			return AtMost, 2
		}
	case "nearly", "almost":
		return Nearly, 1
	case "close":
		if second == "to" {
			return Nearly, 2
		}
	case "not", "no":
		return readDenied(words)
	case "just", "slightly":
		return readClose(words, 1)
	case "a":
		if second == "little" {
			return readClose(words, 2)
		}
	}
	return readSide(words)
}

// OfPlace tells whether the words of a hedge are a preposition of place too:
// over three walls, close to two centres.
func (l *Locale) OfPlace(hedge string) bool {
	switch word([]string{hedge}, 0) {
	case "over", "above", "under", "below", "around", "close to":
		return true
	}
	return false
}

// readSide reads a hedge that says on which side of the number the value is.
func readSide(words []string) (h Hedging, taken int) {
	switch word(words, 0) {
	case "over", "above", "exceeding":
		return MoreThan, 1
	case "under", "below":
		return FewerThan, 1
	case "more":
		h = MoreThan
	case "fewer", "less":
		h = FewerThan
	}
	if h == NoHedge || word(words, 1) != "than" {
		return NoHedge, 0
	}
	return h, 2
}

// readDenied reads a hedge that begins with "no" or "not".
func readDenied(words []string) (h Hedging, taken int) {
	if word(words, 0) == "not" && word(words, 1) == "quite" {
		return Nearly, 2
	}
	side, read := readSide(words[1:])
	switch {
	case read != 2: // "not over" is a denial that nobody writes
		return NoHedge, 0
	case side == MoreThan:
		return AtMost, 3
	}
	return AtLeast, 3
}

// readClose reads a hedge that says that the value is near, and on which side,
// behind the words that say near.
func readClose(words []string, near int) (h Hedging, taken int) {
	side, read := readSide(words[near:])
	switch {
	case read == 0 || word(words, near) == "exceeding":
		return NoHedge, 0
	case side == MoreThan:
		return JustOver, near + read
	}
	return Nearly, near + read
}
