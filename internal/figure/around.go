package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
)

// around is what the words next to the brackets say of the claim in them: "fell
// by [36%]", "[36%] fewer", "about [16,000]".
type around struct {
	before, behind           int         // the directions there, or 0
	beforeWords, behindWords string      // as they are written
	joint                    locale.Role // that leads from the direction before to the claim: by, of
	to                       bool        // "rose to": a level, and no change
	hedge                    locale.Hedging
	hedgeWords               string
	place                    bool // the hedge may be a preposition of place: over three walls
}

func (a around) isEmpty() bool { return a == around{} }

// readAround reads the words just before and just behind a claim. Directions
// matter to a change alone.
func readAround(c Claim, kind Kind, l *locale.Locale) around {
	var a around
	if c.Before == "" && c.After == "" || kind == Words {
		return a
	}
	var few [reach]string
	words, hedge, hedgeWords := bareWords(lastWords(c.Before, few[:0]), l)
	a.hedge = hedge
	if hedge != locale.NoHedge {
		a.hedgeWords = strings.Join(hedgeWords, " ")
		a.place = l.OfPlace(a.hedgeWords) && !leadsToNumber(words, l)
	}
	if kind == Change || kind == Points {
		a.readBefore(dropArticle(words, l), l)
		a.readBehind(c.After, l)
	}
	return a
}

// leadsToNumber tells whether behind these words comes a number, and no place:
// "were over", "by over".
func leadsToNumber(words []string, l *locale.Locale) bool {
	if len(words) == 0 {
		return false
	}
	switch l.Role(words[len(words)-1]) {
	case locale.Is, locale.By, locale.Of, locale.To:
		return true
	}
	return false
}

// bareWords are the words before a number without its article, its hedge and
// what only colours it: "fell by as much as about a full". A hedge that
// compares is none: "87% more than", "more than the".
func bareWords(words []string, l *locale.Locale) (bare []string, hedge locale.Hedging, hedgeWords []string) {
	definite := len(words) > 0 && strings.EqualFold(words[len(words)-1], "the")
	words = dropArticle(words, l)
	for range 2 {
		for n := range len(words) {
			h, taken := l.ReadHedge(words[n:])
			if taken == 0 || taken != len(words)-n || hedge != locale.NoHedge {
				continue
			}
			if strings.EqualFold(words[len(words)-1], "than") && (definite || compares(words[:n], l)) {
				return words, locale.NoHedge, nil
			}
			hedge, hedgeWords, words = h, words[n:], words[:n]
			break
		}
		words = dropColours(words, l)
	}
	return words, hedge, hedgeWords
}

// compares tells whether "more than" behind these words compares with what
// follows: "87%", "three times", "far".
func compares(words []string, l *locale.Locale) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	digits := strings.TrimLeft(last, "+−-–")
	first, _ := utf8.DecodeRuneInString(digits)
	if _, number := l.ReadNumberWords([]string{last}); number > 0 || unicode.IsDigit(first) {
		return len(digits) != len("2023") || strings.ContainsAny(digits, "%,.") // in 2023 more than
	}
	if u, _ := l.ReadUnit([]string{last}); u != locale.NoUnit || strings.EqualFold(last, "cent") {
		return true
	}
	return l.Widens(last)
}

// dropColours drops words that leave a number what it is: "a full", "another".
func dropColours(words []string, l *locale.Locale) []string {
	for n := max(0, len(words)-3); n < len(words); n++ {
		if taken := max(l.Colours(words[n:]), l.Adds(words[n:])); taken > 0 && taken == len(words)-n {
			return words[:n]
		}
	}
	n := len(words)
	if n > 0 && l.Exactly(words[n-1]) {
		return words[:n-1]
	}
	if n > 2 && l.Role(words[n-2]) == locale.Article && (l.Role(words[n-3]) == locale.By || l.Role(words[n-3]) == locale.Of) && l.Role(words[n-1]) == locale.NoRole {
		if _, speech := l.Direction(words[n-1]); speech == locale.NoSpeech { // by a staggering
			return words[:n-2]
		}
	}
	return words
}

// reach is how many words before the brackets are looked at.
const reach = 8

// lastWords are the last words of a text, as far as they are not cut off by a
// comma, a full stop or another sign, put behind those there are.
func lastWords(text string, words []string) []string {
	from := len(text)
	for range reach {
		rest := strings.TrimRightFunc(text[:from], unicode.IsSpace)
		start := 0
		if i := strings.LastIndexFunc(rest, unicode.IsSpace); i >= 0 {
			_, space := utf8.DecodeRuneInString(rest[i:])
			start = i + space
		}
		if rest == "" || cutOff(rest) {
			break
		}
		from = start
	}
	return cutWords(text[from:], words)
}

// cutOff tells whether a sign behind a text ends what belongs to the next.
func cutOff(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".,;:!?()[]/—–…", last)
}

func dropArticle(words []string, l *locale.Locale) []string {
	if n := len(words); n > 0 && l.Role(words[n-1]) == locale.Article {
		return words[:n-1]
	}
	return words
}

// readBefore reads a word of direction and what joins it to the claim: "rose by",
// "an increase of", "the decline was".
func (a *around) readBefore(words []string, l *locale.Locale) {
	n := len(words)
	if n == 0 {
		return
	}
	joint, last := l.Role(words[n-1]), n-1
	switch joint {
	case locale.By, locale.To, locale.From, locale.Is:
		last--
	case locale.Of:
		last = nounIn(words[:n-1], l)
	}
	if last > 0 && l.Degree(words[last]) {
		last-- // fell sharply by
	}
	if last < 0 {
		return
	}
	direction, speech := l.Direction(words[last])
	switch {
	case speech == locale.Adjective && joint != locale.By, // fewer people
		(joint == locale.Of || joint == locale.Is) && speech != locale.Noun:
		return
	}
	if joint == locale.By && direction == 0 {
		last, direction = verbIn(words, l)
	}
	if direction == 0 {
		return
	}
	a.before, a.beforeWords, a.joint = direction, strings.Join(words[last:], " "), joint
	a.to = joint == locale.To || joint == locale.From
}

// verbIn is the verb of direction that "by" goes with, from further away:
// "fell in the first quarter by".
func verbIn(words []string, l *locale.Locale) (at, direction int) {
	for i := len(words) - 2; i >= 0; i-- {
		switch d, speech := l.Direction(words[i]); {
		case speech == locale.Verb:
			return i, d
		case l.Role(words[i]) == locale.Is || speech == locale.Noun || strings.HasSuffix(words[i], "ed") || strings.EqualFold(words[i], "and"):
			return 0, 0 // followed by, a fall by
		}
	}
	return 0, 0
}

// nounIn is where the noun stands that "of" goes with: just before it, or with
// what changed between them, "a decrease in arrivals of".
func nounIn(words []string, l *locale.Locale) int {
	for i := len(words) - 2; i >= 0; i-- {
		if _, speech := l.Direction(words[i]); speech == locale.Noun && l.Role(words[i+1]) == locale.In {
			return i
		}
	}
	return len(words) - 1
}

// readBehind reads a word of direction that a percentage leads to: "[36%] fewer",
// "[a 36%] drop".
func (a *around) readBehind(text string, l *locale.Locale) {
	text = strings.TrimPrefix(trimSpace(text), "-")
	end := wordEnd(text)
	w := strings.TrimRight(text[:end], ".,;:)")
	direction, speech := l.Direction(w)
	next := trimSpace(text[end:])
	next = next[:wordEnd(next)]
	switch {
	case direction == 0 || speech == locale.Verb,
		speech == locale.Adverb && l.Role(next) == locale.To, // up to
		l.Role(next) == locale.Or:                            // more or less
		return
	}
	a.behind, a.behindWords = direction, w
}

// join takes the direction around the brackets for that of the claim, where
// the claim has none.
func (r *reading) join(a around) error {
	outside, words, place := a.before, a.beforeWords, "before"
	if outside == 0 {
		outside, words, place = a.behind, a.behindWords, "behind"
	}
	switch {
	case outside == 0:
		return nil
	case a.to:
		return unclearf("write by, or show the count there", "%q before the brackets leads to a count, and the value is a change", words)
	case a.before != 0 && a.behind != 0 && a.before != a.behind:
		return unclearf("", "%q before the brackets contradicts %q behind them", a.beforeWords, a.behindWords)
	case r.directed && r.sense != outside:
		hint := ""
		if r.quantity.sign < 0 {
			hint = "leave the minus out, or that word"
		}
		return unclearf(hint, "%q %s the brackets contradicts them", words, place)
	case r.quantity.sign < 0:
		return unclearf("leave the minus out", "%q %s the brackets and a minus say the same twice", words, place)
	case r.worded != "":
		return nil
	}
	r.directed, r.sense = true, outside
	return nil
}

// where says in a message what stands around the claim.
func (a around) where() string {
	switch {
	case a.before != 0:
		return " behind " + quoted(a.beforeWords)
	case a.behind != 0:
		return " before " + quoted(a.behindWords)
	}
	return ""
}

// hedgedBy is the claim with the hedge that stands before it.
func (r reading) hedgedBy(a around) (reading, bool) {
	if a.hedge == locale.NoHedge || !r.numbered || r.quantity.hedge != locale.NoHedge || r.quantity.num == 0 {
		return r, false
	}
	r.quantity.hedge = a.hedge
	return r, true
}

// denies tells whether a hedge before the brackets is untrue of a value that
// agrees with the plain number. "over" and the like may speak of a place.
func (a around) denies(r reading, v Value) bool {
	hedged, ok := r.hedgedBy(a)
	return ok && a.hedge != locale.About && a.hedge != locale.Estimated && !a.place && !hedged.agrees(v)
}

// hint says that a hedge belongs into the brackets, where that would do.
func (a around) hint(r reading, v Value) string {
	if hedged, ok := r.hedgedBy(a); ok && hedged.agrees(v) {
		return "take " + quoted(a.hedgeWords) + " into the brackets; or "
	}
	return ""
}
