package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
)

// Fault is words next to a figure or claim that make something else of it: the
// last Before bytes of the text before it, or the first Behind of that behind.
type Fault struct {
	Before, Behind int
	Message, Hint  string
}

// CheckAround looks at the words next to a figure or a claim, of which c.Text is
// what a reader sees: for what touches the number and changes it, for a denial,
// and, where it is a figure and not typed, for words that say its direction or
// its bounds once more.
func CheckAround(c Claim, typed bool, v Value, s Scope) []Fault {
	if v.Broken || v.Kind == Words || c.Before == "" && c.After == "" {
		return nil
	}
	faults := touched(c, v, s.Locale)
	if len(faults) > 0 {
		return faults
	}
	var few [reach]string
	words := lastWords(c.Before, few[:0])
	if n := denied(words, v.Kind, s.Locale); n > 0 {
		return append(faults, behindWords(c.Before, n, "leave it out, or the number: a figure is the value itself", "denies what the data says: "+v.Text))
	}
	if typed {
		return nil // its directions and hedges are for CheckClaim
	}
	return besideFigure(c, words, v, s)
}

// touched finds what is read as a part of the number.
func touched(c Claim, v Value, l *locale.Locale) (faults []Fault) {
	const hint = "put a word or a space between, or take it into the brackets of a claim, where the data checks it"
	if n := touchBefore(c.Before); n > 0 {
		first, _ := utf8.DecodeRuneInString(c.Text)
		if unicode.IsDigit(first) || strings.ContainsRune("+−-–", first) || !unicode.IsDigit(lastRune(c.Before)) {
			text := c.Before[len(c.Before)-n:]
			faults = append(faults, Fault{Before: n, Hint: hint, Message: quoted(text) + " is read as a part of the number behind it: " + text + c.Text})
		}
	}
	if n := touchBehind(c.After, lastRune(c.Text)); n > 0 {
		text := c.After[:n]
		faults = append(faults, Fault{Behind: n, Hint: hint, Message: quoted(text) + " is read as a part of the number before it: " + c.Text + text})
	}
	if len(faults) > 0 {
		return faults
	}
	var few [3]string
	words := cutBehind(c.After, few[:0])
	if n := unitBehind(words, v.Kind, l); n > 0 {
		text := strings.Join(words[:n], " ")
		faults = append(faults, Fault{Behind: headOf(c.After, n), Hint: "leave it out: the value is " + v.Text + "; or take it into the brackets of a claim",
			Message: quoted(text) + " makes another number of it: " + c.Text + " " + text})
	}
	var last [reach]string
	if words := lastWords(c.Before, last[:0]); len(words) > 0 && l.Minus(words[len(words)-1]) {
		faults = append(faults, behindWords(c.Before, 1, "leave it out", "is read as a sign of the number: "+v.Text))
	}
	return faults
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// behindWords is a fault of the last words of a text.
func behindWords(before string, n int, hint, message string) Fault {
	size := tailOf(before, n)
	return Fault{Before: size, Hint: hint, Message: quoted(strings.TrimSpace(before[len(before)-size:])) + " before it " + message}
}

// tailOf is the length of the last n words of a text, with the space behind.
func tailOf(text string, n int) int {
	at := len(text)
	for range n {
		rest := strings.TrimRightFunc(text[:at], unicode.IsSpace)
		if at = strings.LastIndexFunc(rest, unicode.IsSpace); at < 0 {
			return len(text)
		}
		_, size := utf8.DecodeRuneInString(rest[at:])
		at += size
	}
	return len(text) - at
}

// headOf is the length of the first n words of a text, with the space before.
func headOf(text string, n int) int {
	at := 0
	for range n {
		at += len(text[at:]) - len(trimSpace(text[at:]))
		at += wordEnd(text[at:])
	}
	return at
}

// denied is how many of the last words before a number deny it, as "did not fall
// by"; 0 where they do not.
func denied(words []string, kind Kind, l *locale.Locale) int {
	all := len(words)
	if all > 0 && kind == Count && strings.EqualFold(words[all-1], "the") {
		return 0 // 825, not the 441 of the year before
	}
	every := words
	words, _, _ = bareWords(words, l)
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		switch {
		case l.Negates(w):
			if i > 0 && l.Role(words[i-1]) == locale.Or || i+1 < all && l.Merely(every[i+1]) { // whether or not, not only
				return 0
			}
			return all - i
		case i > 0 && l.Role(w) == locale.To && l.Fails(words[i-1]):
			return all - i + 1
		case l.Role(w) == locale.Of:
			noun := nounIn(words[:i], l)
			if noun < 0 {
				return 0
			}
			if _, speech := l.Direction(words[noun]); speech != locale.Noun {
				return 0
			}
			i = noun
		case !l.Carries(w):
			return 0
		}
	}
	return 0
}

// besideFigure finds the words that say once more, or otherwise, what a figure
// says by itself.
func besideFigure(c Claim, words []string, v Value, s Scope) (faults []Fault) {
	l := s.Locale
	a := readAround(c, v.Kind, l)
	if v.Kind == Times {
		a.readBefore(dropArticle(words, l), l)
		a.readBehind(c.After, l)
	}
	first, _ := utf8.DecodeRuneInString(c.Text)
	worded := unicode.IsLetter(first)
	switch {
	case a.before != 0 && !(worded && a.joint == locale.NoRole && a.isNoun(l)):
		hint := "leave it out, or write {{ … | rose }}, which says fell where the number falls"
		if v.Kind == Times {
			hint = "leave it out, or write {{ … | rose }}: so many times more can be read in two ways"
		}
		n := len(strings.Fields(a.beforeWords)) + len(words) - len(a.bare(words, l))
		faults = append(faults, behindWords(c.Before, n, hint, "is a direction, and the figure has its own: "+v.Text))
	case a.behind != 0:
		faults = append(faults, Fault{Behind: headOf(c.After, 1), Hint: "leave it out, or write {{ … | more }}, which says fewer where the number falls",
			Message: quoted(a.behindWords) + " behind it is a direction, and the figure has its own: " + v.Text})
	}
	if a.hedge == locale.NoHedge || a.hedge == locale.AtLeast || v.isRoughly() || len(faults) > 0 {
		return faults
	}
	said, err := readClaim(v.Text, v, s)
	hedged := err == nil && said.quantity.hedge != locale.NoHedge
	switch bound := a.hedge != locale.About && a.hedge != locale.Estimated; {
	case hedged:
		faults = append(faults, behindWords(c.Before, a.hedges(words), "leave it out", "hedges what is hedged already: "+v.Text))
	case err == nil && bound && (a.hedge == locale.AtMost || a.denies(said, v)):
		faults = append(faults, behindWords(c.Before, a.hedges(words), "leave it out: the figure is the value itself", "sets a bound that the value does not have: "+v.Text))
	}
	return faults
}

// isRoughly tells whether a value may be a bound in its source, "more than
// 1,000": an estimate, and a round number.
func (v *Value) isRoughly() bool {
	n, isWhole := v.Number.Int()
	return v.Estimated && isWhole && n%5 == 0
}

// isNoun tells whether the direction before is a noun alone: "the decline".
func (a around) isNoun(l *locale.Locale) bool {
	_, speech := l.Direction(a.beforeWords)
	return speech == locale.Noun
}

// bare is the words before without what bareWords drops.
func (a around) bare(words []string, l *locale.Locale) []string {
	bare, _, _ := bareWords(words, l)
	return dropArticle(bare, l)
}

// hedges is how many of the last words go back to the hedge.
func (a around) hedges(words []string) int {
	first := strings.Fields(a.hedgeWords)[0]
	for i := len(words) - 1; i >= 0; i-- {
		if words[i] == first {
			return len(words) - i
		}
	}
	return len(words)
}
