package locale

// Role is what a little word does in a statement about a number.
type Role uint8

// The roles.
const (
	NoRole   Role = iota
	Filler        // says nothing about a number: verbs, the people that all of it is about
	Article       // a, the
	Is            // is, were
	In            // in
	Of            // of
	By            // by
	From          // from
	To            // to
	Or            // or
	Reserved      // changes what a number says, so it is never a name
)

// Role looks a word up, in whatever case.
func (l *Locale) Role(text string) Role {
	switch w := word([]string{text}, 0); w {
	case "of":
		return Of
	case "by":
		return By
	case "from":
		return From
	case "to":
		return To
	case "a", "an", "the":
		return Article
	case "was", "were", "is", "are":
		return Is
	case "in":
		return In
	case "or":
		return Or
	case "and", "has", "have", "had", "been", "be", "remained", "stayed", "there", "number", "numbers", "total", "figure",
		"level", "size", "people", "persons", "person", "refugees", "migrants":
		return Filler
	case "not", "no", "never", "without", "neither", "nor", "none", "than", "least", "most", "only", "between", "as", "half", "third", "thirds",
		"quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "out", "every", "fold", "dozen", "dozens", "hundreds", "thousand", "thousands", "million",
		"millions", "billion", "billions", "per", "percent", "cent", "percentage", "point", "points", "pp", "times", "several", "few", "many", "much",
		"little", "hardly", "barely", "well", "far", "quite", "just", "exactly", "minus", "plus":
		return Reserved
	}
	return NoRole
}

// Silent tells whether a word of the role says nothing about a number.
func (r Role) Silent() bool { return r != NoRole && r != Or && r != Reserved }

// Counts tells whether "of" behind a word leads to what is counted, and not to
// a whole of which a share is taken: "the number of", "a total of".
func (l *Locale) Counts(text string) bool {
	switch word([]string{text}, 0) {
	case "number", "numbers", "total", "figure", "level", "size":
		return true
	}
	return false
}
