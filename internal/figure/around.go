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
		a.place = l.OfPlace(a.hedgeWords) && !leadsToNumber(words, l) && !a.opens(c, l)
	}
	if kind == Change || kind == Points {
		a.readBefore(dropArticle(words, l), l)
		a.readBehind(c.After, l)
	}
	return a
}

// opens tells whether the hedge begins the sentence, and those who are counted
// follow the number: "Over 800 people".
func (a around) opens(c Claim, l *locale.Locale) bool {
	after := trimSpace(c.After)
	return strings.TrimSpace(c.Before) == a.hedgeWords && l.Word(after[:wordEnd(after)]).Has(locale.IsCounted)
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
	next = strings.TrimRight(next[:wordEnd(next)], ".,;:)")
	switch {
	case direction == 0 || speech == locale.Verb,
		speech == locale.Adverb && l.Role(next) == locale.To, // up to
		l.Role(next) == locale.Or,                            // more or less
		speech == locale.Adjective && l.Degree(next):         // more recently
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
