package locale

import "strings"

// Sense is what a word can mean to those who look for numbers and periods in
// running text. A word may have several senses.
type Sense uint64

// The senses. Value is that of the [Word].
const (
	IsCardinal     Sense = 1 << iota // two, twenty: Value
	IsScale                          // hundred, million: ten to the power of Value
	IsHeap                           // dozens, thousands: a quantity, where "of" follows
	IsOrdinal                        // first, second: Value
	IsPart                           // half, third, fifths: one of Value parts
	IsMultiple                       // doubled, tenfold: a quantity by itself
	IsTimes                          // twice, double: a quantity, where "as" or "the" follows
	IsMonth                          // Value, 1 to 12
	IsDoubtful                       // a month or a number that is another word too: may, march
	IsSeason                         // winter
	IsQuarter                        // quarter, trimester
	IsDuration                       // days, months, years
	IsMonths                         // month, months
	IsReference                      // article, page: the number behind it is a name
	IsDesignation                    // ISO, UN: the same, written in just this way
	IsCounted                        // people, applications: what statistics count
	IsSomeone                        // child, girl: one of them may be a statistic too
	IsPlain                          // columns, reasons: two of them are no statistic
	IsDefinite                       // the, these: two things that were spoken of before
	IsHedge                          // about, approximately
	IsCompares                       // than, against: the sentence speaks of two periods
	IsUntil                          // to, until: joins the ends of a span
	IsEnds                           // of, were: no noun goes on behind it
	IsDates                          // in, since: a year stands behind it
	IsPercent                        // percent
	IsAbbreviation                   // a full stop behind it ends no sentence
	IsAverage                        // speaks of averages: a duration is a statistic
	IsRelative                       // last, previous, same: of a year, not this one
	IsThisYear                       // this, current
	IsLast                           // last, final
	IsYear                           // year
	IsEnd                            // end, beginning: stands between a preposition and a month
	IsSince                          // since, from: what follows has begun before
	IsGoes                           // until, till, by: what follows is reached
	IsAsOf                           // as: before "of" or "at"
	IsSpeaks                         // spoke, figures: "about" behind it is no hedge
	IsPast                           // opened, signed: the year behind it is when something began
	IsDocument                       // report, law, war: the date behind it is its own
	IsWorse                          // has a better word: see Better
	IsConnects                       // as, the, more: stands behind a multiple
	IsNow                            // now, today: the page's own period
	IsThen                           // then, previously: some other period than that
	IsAgo                            // earlier, before: behind a year or a quarter, so far back
	IsAside                          // than, against: what follows is only compared with
	IsClause                         // while, who: a clause begins
	IsLasting                        // continued, began: what is spoken of goes on
	IsWithin                         // in, throughout: what follows is where something was counted
	IsRegisters                      // registered, saw: a country does so, or it is done there
	IsFrames                         // and, also, the number of: says nothing of where
	IsAgain                          // ibid.: the source of the note before
	IsNamed                          // op., loc.: before "cit.", a source that was named before
	IsCited                          // cit.
	IsNote                           // note, footnote: with a number behind it, one of the notes
	IsLeads                          // see, cf.: leads to what is named behind it
	IsBack                           // supra, above: on this side of the page
)

// Word is a word of the language.
type Word struct {
	Sense Sense
	Value int
}

// Has tells whether the word has one of the senses.
func (w Word) Has(s Sense) bool { return w.Sense&s != 0 }

// Word looks a word of running text up, in whatever case it is written. A word
// that says nothing about numbers and periods has no sense.
func (l *Locale) Word(text string) Word { return lookUp(text) }

func lookUp(text string) Word {
	list := english()
	if len(text) == 0 || len(text) > maxWord || list.ends[len(text)][text[0]&31]&lastLetter(text) == 0 {
		return Word{} // as most words
	}
	var lower [maxWord]byte
	for i := range len(text) {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	w := list.words[string(lower[:len(text)])]
	if w.Sense&IsDesignation != 0 && text != strings.ToUpper(text) {
		w.Sense &^= IsDesignation
	}
	return w
}

// lexicon is the words of a language that have a sense.
type lexicon struct {
	words map[string]Word
	ends  [maxWord + 1][32]uint32 // by length and first letter: the last letters of those that there are
}

// lastLetter is the bit of the last letter of a word, in either case.
func lastLetter(text string) uint32 { return 1 << (text[len(text)-1] & 31) }

// maxWord is longer than any word that is listed.
const maxWord = 24

// Better is the word to write for one that [IsWorse]. It is empty where the
// word is right, since one of the words of its sentence says so.
func (l *Locale) Better(worse string, sentence string) string {
	sentence = strings.ToLower(sentence)
	switch strings.ToLower(worse) {
	case "trimester", "trimesters":
		if strings.Contains(sentence, "pregnan") || strings.Contains(sentence, "gestation") {
			return ""
		}
		return "quarter" + worse[len("trimester"):]
	}
	return ""
}
